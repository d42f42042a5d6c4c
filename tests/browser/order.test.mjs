/** What a page says first and next, with styles and without: the order of the answer never drifts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTab, pageKinds, useSite } from './site.mjs';

/** The parts of main in the order they are read: headings by their level, landmarks by their name. */
const ORDER = {
  home: ['h1', 'search', 'h2 viec', 'h2 chua-biet', 'h2 tinh-huong', 'h2 linh-vuc', 'h2 doi-tuong', 'h2 co-quan', 'h2 tat-ca'],
  procedure: [
    'h1', 'nav', 'section', 'time and cost', 'button', 'other facts', 'h2 muc-chua-xac-nhan', 'nav', 'h2 muc-ngay-tra',
    'h2 muc-dieu-kien', 'h2 muc-giay-to', 'h2 muc-cac-buoc', 'h2 muc-thoi-han', 'h2 muc-so-sanh', 'h2 muc-noi-nop', 'h2 muc-ket-qua',
    'h2 prose', 'h2 prose', 'h2 muc-lien-quan', 'h2 muc-can-cu', 'h2 muc-hieu-luc', 'h2 muc-lien-he', 'h2 muc-nguon', 'button',
  ],
};

const web = useSite();

const parts = () =>
  [...document.querySelectorAll('main :is(h1, h2, nav, section:not(:has(h2)), form[role=search], .key, .more, .button)')].map((it) => {
    if (it.matches('.button')) return 'button';
    if (it.matches('.key')) return 'time and cost';
    if (it.matches('.more')) return 'other facts';
    if (it.matches('form')) return 'search';
    if (it.matches('.prose h2')) return 'h2 prose';
    return it.localName === 'h2' ? `h2 ${it.id}` : it.localName;
  });

test('home and a procedure say things in the order people ask', async () => {
  const { tab, close } = await openTab(web.browser, web.site);
  const kinds = pageKinds(web.site);
  for (const [kind, order] of Object.entries(ORDER)) {
    await tab.goto(web.site.origin + kinds[kind]);
    assert.deepEqual(await tab.evaluate(parts), order, kind);
  }
  await close();
});

test('on every kind of page, text stands on the screen in the order it is read', async () => {
  const faults = [];
  for (const width of [360, 1280]) {
    const { tab, close } = await openTab(web.browser, web.site, { viewport: { width, height: 740 }, bypassCSP: true });
    for (const [kind, path] of Object.entries(pageKinds(web.site))) {
      await tab.goto(web.site.origin + path);
      // Parts below the screen get their place when they come near it; here all at once.
      await tab.addStyleTag({ content: 'main * { content-visibility: visible !important; }' });
      // Two blocks one after the other: the later never above the earlier, unless it stands right of it.
      const odd = await tab.evaluate(() => {
        const blocks = [...document.querySelectorAll('main :is(h1, h2, h3, p, dt, dd, li, .button)')]
          .filter((it) => it.checkVisibility())
          .map((it) => ({ box: it.getBoundingClientRect(), text: it.textContent.trim().slice(0, 40) }))
          .filter((it) => it.box.width > 1 && it.box.height > 1);
        const above = blocks.slice(1).map((it, at) => [blocks[at], it]);
        return above.filter(([a, b]) => b.box.bottom < a.box.top && b.box.left < a.box.right).map((it) => it.map((of) => of.text).join(' → '));
      });
      faults.push(...odd.map((it) => `${kind}, ${width} px: ${it}`));
    }
    await close();
  }
  assert.deepEqual(faults, []);
});
