/** Every kind of page, as phones, desktops, dark rooms and forced colours show it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AXE, openTab, pageKinds, useSite } from './site.mjs';

const LOOKS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'light', forcedColors: 'active' },
];
const WIDTHS = [320, 360, 1280];

const web = useSite();

// Two at a time: most of it is the checker's work, each in a process of its own.
describe('every kind of page', { concurrency: 2 }, () => {
  for (const look of LOOKS) {
    test(`has no fault that an automatic check finds: ${look.name}, ${WIDTHS.join(', ')} px and print`, async () => {
      const { name, ...media } = look;
      // The policy of the page forbids the checker's script as it would a stranger's.
      const { tab, troubles, close } = await openTab(web.browser, web.site, { ...media, bypassCSP: true });
      const faults = [];
      for (const [kind, path] of Object.entries(pageKinds(web.site))) {
        await tab.goto(web.site.origin + path);
        // Parts below the screen get their place when they come near it; unplaced, they seem to lie over what follows.
        await tab.addStyleTag({ content: 'main * { content-visibility: visible !important; }' });
        await tab.evaluate(AXE);
        for (const width of [...WIDTHS, 'print']) {
          await tab.emulateMedia({ ...media, media: width === 'print' ? 'print' : 'screen' });
          if (width !== 'print') await tab.setViewportSize({ width, height: 740 });
          // Whether targets are large enough is not looked at unless one asks.
          const { violations } = await tab.evaluate(() => globalThis.axe.run({ rules: { 'target-size': { enabled: true } } }));
          faults.push(
            ...violations.map((it) => `${kind}, ${width}: ${it.id}: ${it.nodes.map((node) => node.html).join(' ')}`),
          );
        }
      }
      await close();
      assert.deepEqual(faults, []);
      assert.deepEqual(troubles, []);
    });
  }

  test('is looked at by a check that can find a fault', async () => {
    const { tab, close } = await openTab(web.browser, web.site, { bypassCSP: true });
    await tab.goto(web.site.origin);
    await tab.evaluate(AXE);
    await tab.evaluate(() => document.querySelector('main')?.append(new Image()));
    const { violations } = await tab.evaluate(() => globalThis.axe.run());
    await close();
    assert.deepEqual(
      violations.map((it) => it.id),
      ['image-alt'],
    );
  });

  test('needs no sideways scroll at 320 px', async () => {
    const { tab, close } = await openTab(web.browser, web.site, { viewport: { width: 320, height: 740 } });
    const wide = [];
    // The tables of sheets are the widest there is, in English.
    const sheets = web.site.pages.filter((it) => it.startsWith('/en/to-roi/')).map((it) => ['leaflet in English', it]);
    for (const [kind, path] of [...Object.entries(pageKinds(web.site)), ...sheets]) {
      await tab.goto(web.site.origin + path);
      const width = await tab.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) wide.push(`${kind}, ${path}: ${width} px`);
    }
    await close();
    assert.deepEqual(wide, []);
  });

  for (const [percent, width] of [[125, 320], [200, 360]]) {
    test(`is read whole with letters of ${percent} %, ${width} px wide`, async () => {
      const { tab, close } = await openTab(web.browser, web.site, { viewport: { width, height: 640 }, bypassCSP: true });
      const cut = [];
      for (const [kind, path] of Object.entries(pageKinds(web.site))) {
        await tab.goto(web.site.origin + path);
        // As the settings of a browser have it; a tab forgets it on the way to another page.
        const settings = await tab.context().newCDPSession(tab);
        await settings.send('Page.setFontSizes', { fontSizes: { standard: (16 * percent) / 100 } });
        await tab.$$eval('details', (all) => all.forEach((it) => it.setAttribute('open', '')));
        await tab.addStyleTag({ content: 'main * { content-visibility: visible !important; }' });
        const found = await tab.evaluate(async (size) => {
          while (getComputedStyle(document.documentElement).fontSize !== `${size}px`) await new Promise(requestAnimationFrame);
          const over = [...document.querySelectorAll('body :not(.unseen, .skip, br)')].filter((it) => it.children.length === 0 && it.getBoundingClientRect().right > innerWidth + 1);
          return [document.documentElement.scrollWidth > innerWidth && 'scrolls', ...over.map((it) => it.textContent)].filter(Boolean);
        }, (16 * percent) / 100);
        if (found.length > 0) cut.push(`${kind}, ${path}: ${found.slice(0, 4).join(' | ')}`);
      }
      await close();
      assert.deepEqual(cut, []);
    });
  }

  test('words broke before their last letter where letters are large', async () => {
    const { tab, close } = await openTab(web.browser, web.site, { viewport: { width: 360, height: 640 }, bypassCSP: true });
    const odd = [];
    let seen = 0;
    for (const path of [...Object.values(pageKinds(web.site)), '/tim-kiem/?q=cong+to', '/en/tim-kiem/?q=meter', '/en/tinh-huong/xay-nha-moi/']) {
      await tab.goto(web.site.origin + path);
      if (path.includes('?')) await tab.waitForSelector('.found a');
      await (await tab.context().newCDPSession(tab)).send('Page.setFontSizes', { fontSizes: { standard: 32 } });
      await tab.addStyleTag({ content: 'main * { content-visibility: visible !important; }' });
      const words = await tab.evaluate(async () => {
        while (getComputedStyle(document.documentElement).fontSize !== '32px') await new Promise(requestAnimationFrame);
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const part = document.createRange();
        const found = [];
        while (texts.nextNode()) {
          const text = /** @type {Text} */ (texts.currentNode);
          if (!text.parentElement?.checkVisibility() || text.parentElement.closest('.unseen')) continue;
          for (const it of text.data.matchAll(/\p{L}+/gu)) {
            part.setStart(text, it.index);
            part.setEnd(text, it.index + it[0].length);
            found.push({ word: it[0], lines: new Set([...part.getClientRects()].map((box) => Math.round(box.top))).size });
          }
        }
        return found;
      });
      seen += words.length;
      const broken = words.filter((it) => it.lines > 1);
      if (broken.length) odd.push(`${path}: ${broken.map((it) => it.word).join(' ')}`);
    }
    await close();
    assert.ok(5000 < seen, `only ${seen} words`);
    assert.deepEqual(odd, []);
  });

  test('a line of facts broke within one that had room', async () => {
    const { tab, close } = await openTab(web.browser, web.site, { viewport: { width: 360, height: 740 } });
    let seen = 0;
    for (const path of ['/', '/a-z/', '/en/a-z/', '/tinh-huong/xay-nha-moi/', '/tinh-huong/mo-co-so-kinh-doanh/', '/tim-kiem/?q=cong+to']) {
      await tab.goto(web.site.origin + path);
      if (path.includes('?')) await tab.waitForSelector('.found a');
      const lines = await tab.$$eval('.facts:has(> span)', (all) =>
        all.map((line) => {
          const part = document.createRange();
          return [...line.children].map((it) => {
            part.selectNodeContents(it);
            return new Set([...part.getClientRects()].map((box) => Math.round(box.top))).size;
          });
        }),
      );
      seen += lines.flat().length;
      assert.ok(lines.flat().length > 5, `${path}: ${lines}`);
      assert.ok(lines.flat().every((it) => it === 1), `${path}: ${lines}`);
    }
    assert.ok(seen > 100, `only ${seen} facts`);
    await close();
  });

  test('hosts broke before their last letter where letters are large', async () => {
    const { tab, close } = await openTab(web.browser, web.site, { viewport: { width: 360, height: 640 }, bypassCSP: true });
    const odd = [];
    let seen = 0;
    for (const path of ['/thu-tuc/cap-dien-sinh-hoat/', '/thu-tuc/thay-doi-chu-the-hop-dong/', '/co-quan/evnnpc/', '/to-roi/cap-dien-sinh-hoat/', '/en/thu-tuc/cap-dien-sinh-hoat/']) {
      await tab.goto(web.site.origin + path);
      await (await tab.context().newCDPSession(tab)).send('Page.setFontSizes', { fontSizes: { standard: 32 } });
      await tab.addStyleTag({ content: 'main * { content-visibility: visible !important; }' });
      const hosts = await tab.evaluate(async () => {
        while (getComputedStyle(document.documentElement).fontSize !== '32px') await new Promise(requestAnimationFrame);
        const shown = [...document.querySelectorAll('main :is(a, b, strong, .hint)')].filter((it) => it.checkVisibility() && /^\(?[a-z\d-]+(\.[a-z\d-]+)+\)?$/.test(it.textContent ?? ''));
        return shown.map((it) => {
          const part = document.createRange();
          const broken = [...it.childNodes].filter((node) => {
            part.selectNodeContents(node);
            return node.nodeType === Node.TEXT_NODE && part.getClientRects().length > 1;
          });
          return { host: it.textContent, broken: broken.length };
        });
      });
      seen += hosts.length;
      odd.push(...hosts.filter((it) => it.broken).map((it) => `${path}: ${it.host}`));
    }
    await close();
    assert.ok(10 < seen, `only ${seen} hosts`);
    assert.deepEqual(odd, []);
  });

  test('the head and the search button left little room where letters are large', async () => {
    const { tab, close } = await openTab(web.browser, web.site, { viewport: { width: 360, height: 740 } });
    for (const path of ['/', '/tim-kiem/', '/en/']) {
      await tab.goto(web.site.origin + path);
      await (await tab.context().newCDPSession(tab)).send('Page.setFontSizes', { fontSizes: { standard: 32 } });
      const room = await tab.evaluate(async () => {
        while (getComputedStyle(document.documentElement).fontSize !== '32px') await new Promise(requestAnimationFrame);
        const input = /** @type {HTMLInputElement} */ (document.querySelector('#q'));
        const { paddingLeft, paddingRight } = getComputedStyle(input);
        return { head: document.querySelector('.top')?.getBoundingClientRect().height ?? 0, field: input.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) };
      });
      assert.ok(0 < room.head && room.head < 170 && 130 < room.field, `${path}: ${JSON.stringify(room)}`);
    }
    await close();
  });

  test('leaves room below the last line of a box', async () => {
    const { tab, close } = await openTab(web.browser, web.site);
    for (const path of ['/thu-tuc/thay-doi-chu-the-hop-dong/', '/en/thu-tuc/cap-dien-sinh-hoat/']) {
      await tab.goto(web.site.origin + path);
      const room = await tab.$$eval('.boxes > li', (all) => all.map((it) => [getComputedStyle(it).paddingTop, getComputedStyle(it).paddingBottom]));
      assert.ok(room.length > 1, path);
      assert.deepEqual(room.filter(([above, below]) => above !== below), [], path);
    }
    await close();
  });

  test('keeps its own policy and asks nobody else', async () => {
    const { tab, troubles, close } = await openTab(web.browser, web.site);
    for (const path of Object.values(pageKinds(web.site))) {
      await tab.goto(web.site.origin + path, { waitUntil: 'networkidle' });
    }
    await close();
    assert.deepEqual(troubles, []);
  });

  test('says everything without scripts and without styles', async () => {
    const { tab, close } = await openTab(web.browser, web.site, { javaScriptEnabled: false });
    await tab.route('**/*.css', (it) => it.abort());
    const odd = [];
    for (const [kind, path] of Object.entries(pageKinds(web.site))) {
      await tab.goto(web.site.origin + path);
      const lang = await tab.locator('html').getAttribute('lang');
      if (lang !== (path.startsWith('/en/') ? 'en' : 'vi')) odd.push(`${kind}: in the language ${lang}`);
      if ((await tab.locator('h1').count()) !== 1) odd.push(`${kind}: not one h1`);
      if ((await tab.locator('main h1').count()) !== 1) odd.push(`${kind}: its h1 is not in main`);
      const skip = (await tab.locator('a').first().getAttribute('href')) ?? '';
      const there = /^#[\w-]+$/.test(skip) ? await tab.locator(skip).evaluate((it) => it.matches('main')) : false;
      if (!there) odd.push(`${kind}: its first link, to ${skip}, does not skip to main`);
    }
    await close();
    assert.deepEqual(odd, []);
  });
});
