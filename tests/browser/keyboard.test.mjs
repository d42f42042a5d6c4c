/** The way from the first page to the form, by keyboard alone, with and without scripts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTab, useSite } from './site.mjs';

const web = useSite();

/** Presses Tab until what has the focus fits; says what was passed if nothing does. */
async function tabTo(tab, fits, most = 120) {
  const passed = [];
  for (let left = most; left; left--) {
    await tab.keyboard.press('Tab');
    const here = await tab.evaluate(() => {
      const it = document.activeElement;
      const box = it.getBoundingClientRect();
      const style = getComputedStyle(it);
      return {
        tag: it.localName,
        id: it.id,
        text: it.textContent.trim(),
        href: it.getAttribute('href') ?? '',
        button: it.matches('main .button'),
        seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
        marked: style.boxShadow.includes('rgb(255, 212, 0)'),
      };
    });
    passed.push(here.text || here.id || here.tag);
    assert.ok(here.seen, `the focus is out of sight at ${passed.at(-1)}`);
    assert.ok(here.marked, `the focus cannot be seen at ${passed.at(-1)}`);
    if (fits(here)) return here;
  }
  throw new Error(`not reached: ${passed.join(' | ')}`);
}

for (const scripts of [true, false]) {
  test(`home, search, procedure, form ${scripts ? 'with' : 'without'} scripts`, async () => {
    const { tab, close } = await openTab(web.browser, web.site, { javaScriptEnabled: true });
    // Without the site's scripts; the test's own still has to look at the focus.
    if (!scripts) await tab.route('**/*.js', (it) => it.abort());
    await tab.goto(web.site.origin);
    await tabTo(tab, (it) => it.href === '#noi-dung');
    await tab.keyboard.press('Enter');
    await tabTo(tab, (it) => it.tag === 'input', 1);
    await tab.keyboard.type('cap dien sinh hoat');
    await Promise.all([tab.waitForURL('**/tim-kiem/**'), tab.keyboard.press('Enter')]);
    // Until the answer is there nothing follows the box, so that nothing jumps.
    if (scripts) await tab.locator('#search-results > *').first().waitFor({ state: 'attached' });
    if (!(await tab.locator('main a[href$="thu-tuc/cap-dien-sinh-hoat/"]').count())) {
      await tabTo(tab, (it) => it.href.endsWith('a-z/') && it.text.includes('Tất cả'));
      await Promise.all([tab.waitForURL('**/a-z/**'), tab.keyboard.press('Enter')]);
    }
    await tabTo(tab, (it) => it.href.endsWith('thu-tuc/cap-dien-sinh-hoat/'));
    await Promise.all([tab.waitForURL('**/thu-tuc/**'), tab.keyboard.press('Enter')]);
    const button = await tabTo(tab, (it) => it.button);
    assert.match(button.href, /^https:\/\//);
    await close();
  });
}
