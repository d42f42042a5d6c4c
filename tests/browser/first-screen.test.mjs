/** A cheap phone's first screen, 360 × 640: how long, how much, and where to apply. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTab, pageKinds, useSite } from './site.mjs';

const web = useSite();

test('every procedure answers on the first screen of a cheap phone', async () => {
  const { tab, close } = await openTab(web.browser, web.site, { viewport: { width: 360, height: 640 } });
  const pages = web.site.pages.filter((it) => /^(\/en)?\/thu-tuc\//.test(it));
  assert.ok(pages.length > 200, `only ${pages.length} procedure pages`);
  const below = [];
  const buttons = [];
  for (const path of pages) {
    await tab.goto(web.site.origin + path, { waitUntil: 'commit' });
    const ends = await tab.evaluate(async () => {
      if (document.readyState !== 'complete') await new Promise((done) => addEventListener('load', done));
      // A notice that nobody should apply takes the place of the answer.
      if (document.querySelector('#muc-tinh-trang')) return [];
      const [facts, button] = [document.querySelector('.key'), document.querySelector('main .button')];
      return [facts, button].map((it) => it && Math.ceil(it.getBoundingClientRect().bottom));
    });
    if (ends.length === 0) continue;
    const [facts, button] = ends;
    if (!facts || facts > 640) below.push(`${path}: time and cost end at ${facts} px`);
    if (button) buttons.push(button);
    if (button && button > 640) below.push(`${path}: the button ends at ${button} px`);
  }
  await close();
  assert.ok(buttons.length > 100, `only ${buttons.length} pages with a button`);
  assert.deepEqual(below, []);
});

test('on the narrowest phone the time limit and the name of the button each take one line', async () => {
  const { tab, close } = await openTab(web.browser, web.site, { viewport: { width: 320, height: 640 } });
  for (const path of ['/thu-tuc/thay-doi-chu-the-hop-dong/', '/en/thu-tuc/thay-doi-chu-the-hop-dong/']) {
    await tab.goto(web.site.origin + path);
    const lines = await tab.$$eval('.key dd:first-of-type > strong, main .button', (all) =>
      all.map((it) => {
        const range = document.createRange();
        range.selectNodeContents(it);
        const middles = [...range.getClientRects()].map((box) => (box.top + box.bottom) / 2);
        return Math.max(...middles) - Math.min(...middles) < 10 ? 'one line' : it.textContent;
      }),
    );
    assert.deepEqual(new Set(lines), new Set(['one line']), path);
  }
  await close();
});

test('the head of a page takes one line of a phone in each language, with room for a thumb', async () => {
  const { tab, close } = await openTab(web.browser, web.site, { viewport: { width: 360, height: 640 } });
  const wrong = [];
  for (const path of Object.values(pageKinds(web.site))) {
    await tab.goto(web.site.origin + path);
    const [height, ...links] = await tab.$$eval('.top, .top a', (all) => all.map((it) => Math.round(it.getBoundingClientRect().height)).filter(Boolean));
    if (height === undefined) continue;
    if (height > 56) wrong.push(`${path}: ${height} px`);
    if (Math.min(...links) < 44) wrong.push(`${path}: links of ${links} px`);
  }
  await close();
  assert.deepEqual(wrong, []);
});

test('whoever has no electricity finds a number on the first screen of a cheap phone', async () => {
  const { tab, close } = await openTab(web.browser, web.site, { viewport: { width: 360, height: 640 } });
  for (const path of ['/thu-tuc/bao-mat-dien/', '/en/thu-tuc/bao-mat-dien/']) {
    await tab.goto(web.site.origin + path);
    const ends = await tab.$$eval('main a[href^="tel:"]', (all) => all.map((it) => Math.ceil(it.getBoundingClientRect().bottom)));
    assert.ok(ends.length > 1 && ends[1] <= 640, `${path}: numbers end at ${ends}`);
  }
  await close();
});
