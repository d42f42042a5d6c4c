/** The site without a host: opened from a folder. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DAY, ROOT, openBrowser, openTab, thutuc } from './site.mjs';

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

describe('a copy in a folder, without a network', () => {
  let folder;
  let origin;
  before(() => {
    // A name as people give one.
    folder = join(mkdtempSync(join(tmpdir(), 'thutuc-usb-')), 'Thủ tục điện #1');
    thutuc('build', '--quiet', '--root', ROOT, '--portable', '--output', folder, '--as-of', DAY);
    origin = pathToFileURL(folder).href;
  });
  after(() => rmSync(join(folder, '..'), { recursive: true }));

  for (const javaScriptEnabled of [true, false]) {
    test(`leads from the first page to the paper list and back, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
      const { tab, troubles, close } = await openTab(browser, { origin }, { javaScriptEnabled, offline: true });
      await tab.goto(`${origin}/index.html`);
      const font = await tab.locator('h1').evaluate((it) => getComputedStyle(it).fontWeight);
      assert.equal(font, '700', 'the style sheet is there');
      await tab.locator('main a', { hasText: 'A–Z' }).first().click();
      await tab.locator('main a', { hasText: 'Di dời' }).first().click();
      assert.match(tab.url(), /\/thu-tuc\/[a-z-]+\/index\.html$/);
      await tab.locator('header a[hreflang=en]').click();
      assert.equal(await tab.locator('html').getAttribute('lang'), 'en');
      await tab.locator('header .name').click();
      assert.equal(tab.url(), `${origin}/en/index.html`);
      await close();
      assert.deepEqual(troubles, []);
    });
  }

  for (const [home, query, page] of [
    ['index.html', 'lap cong to moi', 'thu-tuc/cap-dien-sinh-hoat/index.html'],
    ['en/index.html', 'move meter', 'en/thu-tuc/di-doi-cong-to/index.html'],
  ]) {
    test(`is searched in the box of ${home} and on the search page`, async () => {
      const { tab, troubles, close } = await openTab(browser, { origin }, { offline: true });
      await tab.goto(`${origin}/${home}`);
      await tab.locator('#q').pressSequentially(query);
      await tab.waitForSelector('#search-list [role=option]');
      await tab.keyboard.press('ArrowDown');
      await tab.keyboard.press('Enter');
      await tab.waitForURL(`${origin}/${page}`);
      await tab.goto(`${origin}/${home}`);
      await tab.locator('#q').pressSequentially(query);
      await tab.locator('.search button').click();
      await tab.waitForSelector('.found a');
      await tab.locator('.found a').first().click();
      assert.equal(tab.url(), `${origin}/${page}`);
      await close();
      assert.deepEqual(troubles, []);
    });
  }

  test('is searched for pages that are no procedures, and for places on them', async () => {
    const { tab, troubles, close } = await openTab(browser, { origin }, { offline: true });
    await tab.goto(`${origin}/index.html`);
    await tab.fill('#q', 'evnhanoi');
    await tab.waitForSelector('#search-list [role=option]');
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(`${origin}/co-quan/evnhanoi/index.html`);
    for (const [query, page] of [['lien+he', 'noi-nop/index.html#khong-thay'], ['tinh+huong', 'index.html#tinh-huong']]) {
      await tab.goto(`${origin}/tim-kiem/index.html?q=${query}`);
      await tab.locator('.found a').first().click();
      await tab.waitForURL(`${origin}/${page}`);
      assert.ok(await tab.locator(new URL(tab.url()).hash).isVisible(), page);
    }
    await close();
    assert.deepEqual(troubles, []);
  });
});
