/** Two marks above a capital and one below: no line of text may touch the next or lose ink. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTab, useSite } from './site.mjs';

/** Where text stands, and every size and line height the style sheet knows. */
const PLACES = {
  '/thu-tuc/cap-dien-sinh-hoat/': ['h1', '.meta', '.choose strong', '.key strong', '.key dt', '.more dd', '.button', '.apply p', '.lead', '.panel h2', '.panel p', '.contents a', '.part h2', '.part li', '.name-of', '.hint', '.steps h3', '.unsure', '.rows dt', '.rows dd', 'footer p'],
  '/': ['.hero h1', '.hero .lead', '.search label', '.search button', '.cards a', '.facts', '.top .name span'],
  '/a-z/': ['h2', '.letters a'],
  '/noi-nop/': ['.search label', '.search .hint', '.cards > li > a', '.cards p', '.next', '.rows dt'],
};

const web = useSite();

/** Ink of the worst lines in the style of an element, as the browser's own canvas measures it. */
function measure(selectors) {
  const pen = document.createElement('canvas').getContext('2d');
  return selectors.map((selector) => {
    const it = document.querySelector(selector);
    if (!it) return { selector, missing: true };
    const style = getComputedStyle(it);
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const low = pen.measureText('ẰẴ gạp ỆỘ').actualBoundingBoxDescent;
    const high = pen.measureText('ẰẴ gạp ỆỘ').actualBoundingBoxAscent;
    let clipped = false;
    for (let up = it; up && up !== document.documentElement; up = up.parentElement) {
      const of = getComputedStyle(up);
      clipped ||= of.overflowY !== 'visible' || of.webkitLineClamp !== 'none';
    }
    return { selector, line: parseFloat(style.lineHeight), ink: high + low, clipped, odd: style.textTransform !== 'none' || style.letterSpacing !== 'normal' };
  });
}

for (const width of [360, 1280]) {
  test(`lines never touch and nothing is cut at ${width} px`, async () => {
    const { tab, close } = await openTab(web.browser, web.site, { viewport: { width, height: 740 } });
    const faults = [];
    let measured = 0;
    for (const [path, selectors] of Object.entries(PLACES)) {
      await tab.goto(web.site.origin + path);
      for (const it of await tab.evaluate(measure, selectors)) {
        measured += 1;
        if (it.missing) faults.push(`${path}: no ${it.selector}`);
        else if (!(it.ink > 0 && it.line >= it.ink)) faults.push(`${it.selector}: ink ${it.ink} px, line ${it.line} px`);
        if (it.clipped) faults.push(`${it.selector} can be cut off`);
        if (it.odd) faults.push(`${it.selector}: capitals or spacing`);
      }
    }
    await close();
    assert.ok(measured >= 30);
    assert.deepEqual(faults, []);
  });
}
