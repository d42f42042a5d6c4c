/** The site kept on a device: what was seen opens without a network, and never stays old. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import vm from 'node:vm';
import { after, before, beforeEach, test } from 'node:test';
import { ROOT, openBrowser, openSite } from './site.mjs';

const PROCEDURE = '/thu-tuc/cap-dien-sinh-hoat/';
const RECORD = 'content/procedures/cap-dien-moi/cap-dien-sinh-hoat.yaml';

let root;
let site;
let browser;
before(async () => {
  root = mkdtempSync(join(tmpdir(), 'thutuc-root-'));
  for (const name of ['content', 'site.toml']) cpSync(join(ROOT, name), join(root, name), { recursive: true });
  // A title that is changed here may hide another from a misspelt question; that is not asked here.
  rmSync(join(root, 'content/search-golden.tsv'));
  site = await openSite({ root });
  browser = await openBrowser();
});
beforeEach(() => (site.online = true));
after(async () => {
  await browser?.close();
  await site?.close();
  if (root) rmSync(root, { recursive: true });
});

/** A tab of a reader who has asked for the site to be kept. */
async function reader() {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const tab = await context.newPage();
  await tab.goto(`${site.origin}/ngoai-tuyen/`);
  await tab.getByRole('button', { name: 'Lưu vào máy này' }).click();
  await tab.getByText('Đã bật trên máy này.').waitFor();
  return { tab, close: () => context.close() };
}

const heading = (tab) => tab.locator('h1').textContent();

test('nobody who does not ask is given anything to keep', async () => {
  const context = await browser.newContext();
  const tab = await context.newPage();
  const asked = [];
  tab.on('request', (it) => asked.push(new URL(it.url()).pathname));
  for (const path of ['/', PROCEDURE, '/ngoai-tuyen/']) await tab.goto(site.origin + path, { waitUntil: 'networkidle' });
  const kept = await tab.evaluate(async () => [
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map((it) => it.scope),
  ]);
  await context.close();
  assert.deepEqual(kept, []);
  assert.deepEqual(
    asked.filter((it) => it === '/sw.js'),
    [],
  );
});

test('the browser sees a site that can be installed', async () => {
  const { tab, close } = await reader();
  for (const base of ['', 'en/']) {
    await tab.goto(`${site.origin}/${base}ngoai-tuyen/`);
    const session = await tab.context().newCDPSession(tab);
    const { errors, url, data } = await session.send('Page.getAppManifest');
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    assert.equal(url, `${site.origin}/${base}manifest.webmanifest`);
    assert.deepEqual(errors, []);
    const serious = installabilityErrors.filter((it) => it.errorId !== 'in-incognito');
    assert.deepEqual(serious, []);
    for (const { src, type } of JSON.parse(data).icons) {
      const answer = await tab.request.get(new URL(src, url).href);
      assert.equal(answer.headers()['content-type'], type, src);
    }
  }
  await close();
});

test('what was seen opens without a network, and the rest says why it does not', async () => {
  const { tab, close } = await reader();
  await tab.goto(site.origin + PROCEDURE);
  const title = await heading(tab);
  await tab.goto(`${site.origin}/tim-kiem/?q=cap+dien`);
  await tab.waitForSelector('.found a');

  site.online = false;
  await tab.goto(site.origin + PROCEDURE);
  assert.equal(await heading(tab), title);
  assert.equal(await tab.locator('h1').evaluate((it) => getComputedStyle(it).fontWeight), '700', 'in its own style');
  for (const query of ['cap+dien+sinh+hoat', 'sang+ten', 'chu+nha+thu+tien+dien', 'evnhanoi']) {
    await tab.goto(`${site.origin}/tim-kiem/?q=${query}`);
    await tab.waitForSelector('.found a');
  }
  await tab.locator('header .name').click();
  assert.equal(await tab.locator('main .search').count(), 1, 'the home page');

  for (const [path, lang, words, home] of [
    ['/thu-tuc/bao-mat-dien/', 'vi', 'trang này chưa được lưu', '/'],
    ['/en/thu-tuc/di-doi-cong-to/', 'en', 'this page was not kept', '/en/'],
  ]) {
    const answer = await tab.goto(site.origin + path);
    assert.equal(answer.status(), 503);
    assert.equal(await tab.locator('html').getAttribute('lang'), lang);
    assert.ok(await tab.getByText(words).isVisible(), words);
    assert.equal(tab.url(), site.origin + path, 'it can be loaded again here');
    assert.equal(await tab.locator('h1').evaluate((it) => getComputedStyle(it).fontWeight), '700');
    await tab.locator('#offline-seen a', { hasText: title }).waitFor();
    await tab.locator('header .name').click();
    assert.equal(tab.url(), site.origin + home);
  }

  site.online = true;
  await tab.goto(`${site.origin}/thu-tuc/bao-mat-dien/`);
  assert.equal(await tab.locator('main .answer').count(), 1, 'the page itself');
  await close();
});

test('a new version is what is kept after the next visit', async () => {
  const { tab, close } = await reader();
  await tab.goto(site.origin + PROCEDURE);
  const title = await heading(tab);
  const record = readFileSync(join(root, RECORD), 'utf8');
  writeFileSync(join(root, RECORD), record.replace(title, `${title} mới`));
  await site.rebuild();
  const [old] = await tab.evaluate(() => caches.keys());

  // A visit to another page: the one seen before is not opened again.
  await tab.goto(site.origin);
  await tab.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
  await tab.goto(`${site.origin}/a-z/`);
  await tab.evaluate(async (old) => {
    while ((await caches.keys()).includes(old)) await new Promise((done) => setTimeout(done, 20));
  }, old);
  site.online = false;
  await tab.goto(site.origin + PROCEDURE);
  assert.equal(await heading(tab), `${title} mới`);

  // With a network, the page is the latest at once.
  site.online = true;
  writeFileSync(join(root, RECORD), record);
  await site.rebuild();
  await tab.goto(site.origin + PROCEDURE);
  assert.equal(await heading(tab), title);
  await close();
});

test('a worker that is being replaced lets the newer one keep what it has', async () => {
  for (const [what, registration, state] of /** @type {[string, object, string][]} */ ([
    ['a newer one is being installed', { installing: {} }, 'activated'],
    ['a newer one waits', { waiting: {} }, 'activated'],
    ['a newer one has taken over', {}, 'redundant'],
    ['it is alone', {}, 'activated'],
  ])) {
    const stores = new Map([['thutuc / newer', new Map()]]);
    const caches = {
      open: async (/** @type {string} */ name) => {
        stores.set(name, stores.get(name) ?? new Map());
        return { keys: async () => [], match: async () => undefined, put: async () => {} };
      },
      keys: async () => [...stores.keys()],
      delete: async (/** @type {string} */ name) => stores.delete(name),
      match: async () => undefined,
    };
    const heard = /** @type {Record<string, (event: object) => void>} */ ({});
    const self = { location: { href: 'http://site/sw.js' }, registration, serviceWorker: { state }, addEventListener: (/** @type {string} */ name, /** @type {() => void} */ act) => (heard[name] = act) };
    vm.runInNewContext(readFileSync(join(site.folder, 'sw.js'), 'utf8'), { self, caches, URL, Response, fetch: async () => new Response('') });
    const waited = /** @type {Promise<unknown>[]} */ ([]);
    const wait = (/** @type {Promise<unknown>} */ it) => waited.push(it);
    heard.fetch({ request: { method: 'GET', url: 'http://site/', mode: 'navigate' }, respondWith: wait, waitUntil: wait });
    await Promise.all(waited);
    assert.equal(stores.has('thutuc / newer'), what !== 'it is alone', what);
  }
});

test('what is kept is let go of when asked', async () => {
  const { tab, close } = await reader();
  await tab.getByRole('button', { name: 'Xoá khỏi máy này' }).click();
  await tab.getByText('Chưa lưu gì trên máy này.').waitFor();
  const left = await tab.evaluate(async () => [await caches.keys(), await navigator.serviceWorker.getRegistrations()]);
  assert.deepEqual(left, [[], []]);
  await close();
});

test('a site that no longer offers it lets go of everything at the next visit', async () => {
  const { tab, close } = await reader();
  const page = join(root, 'content/pages/ngoai-tuyen.md');
  writeFileSync(page, '---\ntitle: Không có mạng\n---\nHãy in ra giấy.\n');
  await site.rebuild();
  await tab.goto(site.origin);
  await tab.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
    while ((await caches.keys()).length) await new Promise((done) => setTimeout(done, 20));
  });
  await tab.goto(site.origin);
  assert.deepEqual(await tab.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  rmSync(page);
  await site.rebuild();
  await close();
});
