/** Fingers on a small screen: what one comes to tap has 44 px, what stands in a line of text 24. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTab, pageKinds, useSite } from './site.mjs';

const web = useSite();

/** What is too small to hit, with its height; everything on the page is open. */
function small() {
  for (const it of document.querySelectorAll('details')) it.open = true;
  const main = '[href^="tel:"], summary, .choose a, .examples a, footer li a, .button';
  return [...document.querySelectorAll('main :is(a, summary), footer a, .crumbs a')]
    .filter((it) => it.checkVisibility() && !it.closest('.answers'))
    .map((it) => {
      const height = Math.min(...[...it.getClientRects()].filter((box) => box.width).map((box) => box.height));
      return { it, height, least: it.matches(main) ? 43.5 : 24 };
    })
    .filter(({ height, least }) => height < least)
    .map(({ it, height }) => `${it.textContent?.trim()}: ${Math.round(height)} px`);
}

test('numbers, choosers, examples and links of the foot were too small for a thumb', async () => {
  const { tab, close } = await openTab(web.browser, web.site, { bypassCSP: true });
  const found = [];
  for (const path of [...Object.values(pageKinds(web.site)), '/thu-tuc/bao-mat-dien/', '/thu-tuc/cap-dien-tro-lai/']) {
    await tab.goto(web.site.origin + path);
    await tab.addStyleTag({ content: 'main * { content-visibility: visible !important; }' });
    found.push(...(await tab.evaluate(small)).map((it) => `${path}: ${it}`));
  }
  await close();
  assert.deepEqual(found, []);
});

test('numbers one under the other lay over each other', async () => {
  const { tab, close } = await openTab(web.browser, web.site);
  for (const path of ['/thu-tuc/bao-mat-dien/', '/thu-tuc/cap-dien-tro-lai/', '/en/thu-tuc/cap-dien-tro-lai/']) {
    await tab.goto(web.site.origin + path);
    const boxes = await tab.$$eval(':is(.answer, .panel) [href^="tel:"]', (all) => all.map((it) => it.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]));
    assert.ok(boxes.length > 1, path);
    for (const [nth, [top]] of boxes.slice(1).entries()) assert.ok(boxes[nth][1] <= top + 1, `${path}: ${boxes}`);
  }
  await close();
});

test('an answer to a question was tapped beside its words in vain', async () => {
  const { tab, close } = await openTab(web.browser, web.site);
  for (const path of ['/chon/cap-dien-moi/', '/chon/cap-dien-moi/sinh-hoat/', '/en/chon/cap-dien-moi/']) {
    await tab.goto(web.site.origin + path);
    const missed = await tab.$$eval('.answers > li', (all) =>
      all.filter((it) => {
        it.scrollIntoView({ block: 'center' });
        const { left, right, top, bottom } = it.getBoundingClientRect();
        const corners = [[left + 2, top + 2], [right - 2, bottom - 2]];
        return bottom - top < 44 || corners.some(([x, y]) => document.elementFromPoint(x, y)?.closest('a') !== it.querySelector('a'));
      }).map((it) => it.textContent),
    );
    assert.deepEqual(missed, [], path);
  }
  await close();
});
