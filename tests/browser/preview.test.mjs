/**
 * The preview beside an editor: an open page shows each save by itself, a wrong one too.
 *
 * @module
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { DAY, ROOT, THUTUC, openBrowser, openTab } from './site.mjs';

const RECORD = 'content/procedures/cap-dien-moi/cap-dien-sinh-hoat.yaml';
const PAGE = '/thu-tuc/cap-dien-sinh-hoat/';

/** @type {{folder: string, preview: import('node:child_process').ChildProcess, origin: string, browser: import('playwright-core').Browser}} */
const shared = /** @type {any} */ ({});

before(async () => {
  shared.folder = mkdtempSync(join(tmpdir(), 'thutuc-preview-'));
  for (const it of ['content', 'site.toml']) cpSync(join(ROOT, it), join(shared.folder, it), { recursive: true });
  // Other names make other searches; that is told too, but here it would be in the way.
  rmSync(join(shared.folder, 'content/search-golden.tsv'));
  const args = ['serve', '--root', shared.folder, '--port', '0', '--lang', 'en', '--as-of', DAY];
  shared.preview = spawn(THUTUC, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: /** @type {import('node:stream').Readable} */ (shared.preview.stdout) });
  shared.origin = await new Promise((done, fail) => {
    lines.on('line', (line) => {
      const found = line.match(/^Serving (http:\S+)\//);
      if (found) done(found[1]);
    });
    lines.on('close', () => fail(new Error('the preview has ended')));
  });
  shared.browser = await openBrowser();
});

after(async () => {
  await shared.browser?.close();
  shared.preview?.kill();
  rmSync(shared.folder, { recursive: true });
});

const save = (change) => {
  const path = join(shared.folder, RECORD);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};

test('an open page shows what was saved, and what is wrong with it, by itself', async () => {
  const { tab, troubles, close } = await openTab(shared.browser, { origin: shared.origin });
  await tab.goto(shared.origin + PAGE);
  const title = await tab.locator('h1').innerText();

  save((text) => text.replace(/^title:.*$/m, 'title: Tên mới để thử'));
  await tab.locator('h1', { hasText: 'Tên mới để thử' }).waitFor();
  assert.notEqual(title, 'Tên mới để thử');

  save((text) => text.replace(/^title:/m, 'titel:'));
  const mistakes = tab.locator('#thutuc-mistakes');
  await mistakes.getByText('titel').first().waitFor();
  assert.equal(await tab.locator('h1').innerText(), 'Tên mới để thử', 'the last good page stays below');

  save((text) => text.replace(/^titel:/m, 'title: Đã sửa #'));
  await tab.locator('h1', { hasText: 'Đã sửa' }).waitFor();
  assert.equal(await mistakes.count(), 0);
  assert.deepEqual(troubles, []);
  await close();
});

test('what nobody looked at yet is made when somebody looks: lists, search, pages of another language', async () => {
  const { tab, troubles, close } = await openTab(shared.browser, { origin: shared.origin });
  await tab.goto(`${shared.origin}/tim-kiem/?q=${encodeURIComponent('cấp điện')}`);
  await tab.locator('a[href*="thu-tuc/"]').first().waitFor();
  for (const path of ['/', '/a-z/', '/en/', '/en/thu-tuc/di-doi-cong-to/', '/api/v1/index.json', '/robots.txt']) {
    const answer = await tab.request.get(shared.origin + path);
    assert.equal(answer.status(), 200, path);
  }
  const lost = await tab.goto(`${shared.origin}/khong-co/`);
  assert.equal(lost?.status(), 404);
  assert.deepEqual(troubles, []);
  await close();
});
