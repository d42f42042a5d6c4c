/** The site without a host: opened from a folder. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ROOT, openBrowser, openTab, thutuc } from './site.mjs';

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

describe('a copy in a folder, without a network', () => {
  let folder;
  let origin;
  before(() => {
    // A name as people give one.
    folder = join(mkdtempSync(join(tmpdir(), 'thutuc-usb-')), 'Thủ tục điện #1');
    thutuc('build', '--quiet', '--root', ROOT, '--portable', '--output', folder, '--as-of', '2026-11-24');
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
});
