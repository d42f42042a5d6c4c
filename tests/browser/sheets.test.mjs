/** What is printed: page counts, nothing cut off, codes that a camera reads, the same figures as the page. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import jsQR from 'jsqr';
import { ROOT, openBrowser, openSite, openTab, readPage, run } from './site.mjs';

const BASE = 'https://thutuc.example.vn';

let root;
let site;
let browser;
/** Sheets of one kind, as address paths. */
const sheets = (kind) => site.pages.filter((it) => new RegExp(`^/(en/)?${kind}/.`).test(it));

before(async () => {
  // The real catalogue has no published address yet; a code needs one.
  root = mkdtempSync(join(tmpdir(), 'thutuc-root-'));
  cpSync(join(ROOT, 'content'), join(root, 'content'), { recursive: true });
  writeFileSync(join(root, 'site.toml'), `base_url = "${BASE}"\n${readFileSync(join(ROOT, 'site.toml'), 'utf8')}`);
  site = await openSite({ root });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await site?.close();
  if (root) rmSync(root, { recursive: true });
});

/** The words of each sheet of paper. */
async function printed(pdf) {
  return String(await run('pdftotext', ['-raw', '-', '-'], pdf)).normalize('NFC').split('\f').slice(0, -1);
}

/** What a camera reads on the last of so many `pages` of a printed sheet. */
async function scanned(pdf, pages) {
  const pgm = await run('pdftoppm', ['-gray', '-r', '150', '-f', String(pages), '-'], pdf);
  const [head, width, height] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(pgm.toString('latin1', 0, 40)) ?? [];
  assert.ok(head, 'no picture in shades of grey');
  const pixels = new Uint8ClampedArray(4 * Number(width) * Number(height));
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = at % 4 === 3 ? 255 : pgm[head.length + (at >> 2)];
  return jsQR(pixels, Number(width), Number(height))?.data;
}

/** Elements whose text is wider than they are, or higher where they hide the rest, in the layout of a printed page. */
const clipped = (tab) =>
  tab.evaluate(() =>
    [...document.querySelectorAll('main, main *')]
      .filter((it) => it.clientWidth > 0 && !it.closest('svg, .unseen') && getComputedStyle(it).display !== 'inline')
      .filter((it) => {
        const isCut = getComputedStyle(it).overflowY !== 'visible' && it.scrollHeight > it.clientHeight + 1;
        return isCut || it.scrollWidth > it.clientWidth + 1;
      })
      .map((it) => `${it.tagName} ${it.textContent?.slice(0, 40)}`),
  );

/** Values that go on in a second line within a word, in the layout of a printed page. */
const broken = (tab) =>
  tab.evaluate(() => {
    const found = [];
    const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const it = texts.currentNode;
      if (!it.parentElement?.closest('td, tbody th, dd')) continue;
      for (const word of it.nodeValue.matchAll(/\p{L}+/gu)) {
        const range = document.createRange();
        range.setStart(it, word.index);
        range.setEnd(it, word.index + word[0].length);
        if (range.getClientRects().length > 1) found.push(it.nodeValue.trim());
      }
    }
    return found;
  });

const wordsOn = (text) => text.normalize('NFC').split(/\s+/).filter(Boolean);

const LAYOUTS = {
  'niem-yet': [
    { format: 'A4', most: 2, width: 703 },
    { format: 'A3', most: 1, width: 1031 },
  ],
  'to-roi': [{ format: 'A5', most: 2, width: 491 }],
};

for (const [kind, layouts] of Object.entries(LAYOUTS)) {
  const asked = layouts.map(({ format, most }) => `at most ${most} pages of ${format}`).join(', ');
  test(`${kind}: ${asked}, nothing cut off, a code that leads to the page`, async () => {
    const all = sheets(kind);
    assert.ok(all.length > 50, `only ${all.length} sheets`);
    const odd = [];
    const looked = async (tab, path) => {
      await tab.goto(site.origin + path);
      const words = wordsOn(await tab.locator('main').innerText());
      for (const { format, most, width } of layouts) {
        await tab.setViewportSize({ width, height: 900 });
        const tell = (it) => odd.push(`${path}, ${format}: ${it}`);
        for (const it of await clipped(tab)) tell(`cut off: ${it}`);
        for (const it of await broken(tab)) tell(`broken within a word: ${it}`);
        const pdf = await tab.pdf({ format, preferCSSPageSize: kind === 'to-roi' });
        const paper = await printed(pdf);
        if (paper.length > most) tell(`${paper.length} pages`);
        // Lines of a PDF may end anywhere.
        const there = wordsOn(paper.join('\n')).join('');
        const lost = words.filter((it) => !there.includes(it));
        if (lost.length > 0) tell(`not on the paper: ${lost.join(' ')}`);
        // Half of the sheets of a kind differ in the code alone; every fifth is read by camera.
        if (all.indexOf(path) % 5 !== 0) continue;
        const address = (await scanned(pdf, paper.length)) ?? '';
        const file = join(site.folder, address.slice(BASE.length), 'index.html');
        const isThere = address.startsWith(`${BASE}/`) && existsSync(file);
        const page = path.replace(kind, 'thu-tuc');
        if (!isThere || !readFileSync(file, 'utf8').includes(`"${BASE}${page}"`)) tell(`code says ${address}`);
      }
    };
    // Two tabs: while one is printed, the other is looked at.
    const left = all.values();
    const work = async () => {
      const { tab, close } = await openTab(browser, site);
      await tab.emulateMedia({ media: 'print' });
      for (const path of left) await looked(tab, path);
      await close();
    };
    await Promise.all([work(), work()]);
    assert.deepEqual(odd, []);
  });
}

test('a sheet has a number to call wherever its page knows one', async () => {
  const { tab, close } = await openTab(browser, site);
  const silent = [];
  for (const kind of ['niem-yet', 'to-roi', 'the-tong-dai']) {
    for (const path of sheets(kind)) {
      const numbers = await wordsOf(tab, path.replace(kind, 'thu-tuc'), { of: '#muc-lien-he ~ dl a[href^="tel:"]' });
      const [foot] = await wordsOf(tab, path, { of: '.foot' });
      silent.push(...numbers.filter((it) => !foot.includes(it)).map((it) => `${path}: ${it}`));
    }
  }
  await close();
  assert.deepEqual(silent, []);
});

test('each step has its number on paper, where backgrounds are not printed', async () => {
  const { tab, close } = await openTab(browser, site);
  await tab.emulateMedia({ media: 'print' });
  await tab.goto(`${site.origin}/thu-tuc/cap-dien-sinh-hoat/`);
  const inks = await tab.$$eval('.steps > li', (all) => all.map((it) => getComputedStyle(it, '::before').color));
  await close();
  assert.ok(inks.length > 1);
  assert.deepEqual([...new Set(inks)], ['rgb(0, 0, 0)']);
});

test('a printed code is 25 mm wide at least', async () => {
  const { tab, close } = await openTab(browser, site);
  await tab.emulateMedia({ media: 'print' });
  const narrow = [];
  for (const path of [sheets('niem-yet')[0], sheets('to-roi')[0], sheets('the-tong-dai')[0], '/thu-tuc/cap-dien-sinh-hoat/']) {
    await tab.goto(site.origin + path);
    const box = await tab.locator('svg.qr').boundingBox();
    if (!box || box.width < (25 / 25.4) * 96 - 0.5) narrow.push(`${path}: ${box?.width} px`);
  }
  await close();
  assert.deepEqual(narrow, []);
});

test('the card shows what matters on one screen', async () => {
  const { tab, close } = await openTab(browser, site, { viewport: { width: 1366, height: 768 } });
  const low = [];
  for (const path of sheets('the-tong-dai')) {
    await tab.goto(site.origin + path);
    const bottom = await tab.evaluate(() => document.querySelector('.two')?.getBoundingClientRect().bottom ?? Infinity);
    if (bottom > 768) low.push(`${path}: ends at ${bottom} px`);
  }
  await close();
  assert.deepEqual(low, []);
});

const figures = (text) => new Set((text ?? '').replaceAll('\u00a0', ' ').match(/\d+(?:[.,:]\d+)*/g));

/** The words of a page as the build wrote it, without `but`; of several selectors, each element's by itself. */
async function wordsOf(tab, path, { of = 'body', but = 'svg' } = {}) {
  const page = await readPage(tab, site, path);
  return page.evaluate(
    (page, [of, but]) => {
      for (const it of page.querySelectorAll(but)) it.remove();
      return [...page.querySelectorAll(of)].map((it) => {
        const texts = page.createTreeWalker(it, NodeFilter.SHOW_TEXT);
        const words = [];
        while (texts.nextNode()) words.push(texts.currentNode.nodeValue);
        return words.join(' ');
      });
    },
    [of, but],
  );
}

test('every figure on a sheet stands on the page it is made from', async () => {
  const { tab, close } = await openTab(browser, site);
  const strange = [];
  let seen = 0;
  for (const kind of ['niem-yet', 'to-roi', 'the-tong-dai']) {
    for (const path of sheets(kind)) {
      const known = figures((await wordsOf(tab, path.replace(kind, 'thu-tuc')))[0]);
      // The version is of the sheet alone; what its lists are numbered by is no text.
      const own = await wordsOf(tab, path, { of: 'main', but: '.text + .small, .foot .small b, svg' });
      for (const it of figures(own[0]?.replaceAll(/https:\S+/g, ''))) {
        seen += 1;
        if (!known.has(it)) strange.push(`${path}: ${it}`);
      }
    }
  }
  await close();
  assert.ok(seen > 1000, `only ${seen} figures`);
  assert.deepEqual(strange, []);
});

test('every text message has at most 160 characters of the 7-bit alphabet', async () => {
  const { tab, close } = await openTab(browser, site);
  const odd = [];
  let seen = 0;
  for (const path of sheets('the-tong-dai')) {
    for (const text of await wordsOf(tab, path, { of: 'h2 + .text' })) {
      seen += 1;
      if (text.length > 160 || !/^[ -Z_a-z\n]+$/.test(text) || text.includes('?')) odd.push(`${path}: ${text}`);
    }
    for (const text of await wordsOf(tab, path, { of: 'h3 + .text' })) {
      if (text.length > 2000) odd.push(`${path}: ${text.length} characters`);
    }
  }
  await close();
  assert.ok(seen > 100, `only ${seen} messages`);
  assert.deepEqual(odd, []);
});

test('a procedure page prints whole, with every paper, the closed parts open', async () => {
  const { tab, close } = await openTab(browser, site);
  await tab.emulateMedia({ media: 'print' });
  await tab.goto(`${site.origin}/thu-tuc/cap-dien-sinh-hoat/`);
  const pdf = await tab.pdf({ preferCSSPageSize: true });
  const text = String(await run('pdftotext', ['-layout', '-', '-'], pdf)).normalize('NFC');
  await close();
  const pages = (await printed(pdf)).length;
  assert.ok(pages <= 6, `${pages} pages`);
  assert.match(text, /18\/2025\/NĐ-CP –/, 'the legal basis is open');
  assert.match(text, new RegExp(`1/${pages}`), 'pages are numbered');
  assert.match(text, /thutuc\.example\.vn\/t\/cap-dien-sinh-hoat\//);
});

// They stood on the second sheet, behind conditions and notices; whoever was handed the first alone did not know what to bring.
test('what to bring stands on the first sheet of a usual procedure, with the time, the cost and where to go', async () => {
  const { tab, close } = await openTab(browser, site);
  await tab.emulateMedia({ media: 'print' });
  const odd = [];
  for (const id of ['cap-dien-sinh-hoat', 'di-doi-cong-to', 'thay-doi-cong-suat', 'thay-doi-chu-the-hop-dong', 'thay-doi-dinh-muc']) {
    await tab.goto(`${site.origin}/thu-tuc/${id}/`);
    const answers = await tab.locator('.answer dt:visible').allTextContents();
    const papers = await tab.locator('.papers .name-of, .papers ul > li').allInnerTexts();
    const pdf = await tab.pdf({ preferCSSPageSize: true });
    const first = (await printed(pdf))[0].replace(/\s+/g, ' ');
    assert.ok(answers.length >= 5 && papers.length >= 2, `${answers.length} answers, ${papers.length} papers`);
    const asked = [...answers, ...papers].map((it) => it.split('\n')[0].trim().normalize('NFC').replace(/\s+/g, ' '));
    for (const it of asked) if (!first.includes(it)) odd.push(`${id}: ${it}`);
    if (!first.includes('Giấy tờ cần chuẩn bị')) odd.push(`${id}: the papers stand elsewhere`);
  }
  await close();
  assert.deepEqual(odd, []);
});

/** How many items of each list of a printed page stand on each of its sheets. */
async function splits(tab, path) {
  await tab.goto(site.origin + path);
  await tab.$$eval('main :is(ol, ul, tbody)', (lists) =>
    lists.forEach((list, n) => {
      for (const it of list.children) {
        const mark = document.createElement('span');
        mark.style.cssText = 'position: absolute; font-size: 2px';
        mark.textContent = `@${n}@`;
        (it.querySelector('td, th, .name-of') ?? it).prepend(mark);
      }
    }),
  );
  const found = {};
  for (const sheet of await printed(await tab.pdf({ preferCSSPageSize: true }))) {
    const counts = {};
    for (const [, n] of sheet.matchAll(/@(\d+)@/g)) counts[n] = (counts[n] ?? 0) + 1;
    for (const [n, count] of Object.entries(counts)) (found[n] ??= []).push(count);
  }
  return Object.values(found);
}

test('the last item of a list stood alone on the next sheet', async () => {
  const { tab, close } = await openTab(browser, site, { bypassCSP: true });
  const odd = [];
  let split = 0;
  const paths = ['cap-dien-ngan-han/', 'cap-dien-sinh-hoat-dung-chung/', 'cap-dien-trung-ap/', 'cap-dien-ngoai-sinh-hoat-tu-40-kw/', 'thay-doi-muc-dich/'];
  for (const path of paths.flatMap((it) => ['thu-tuc', 'niem-yet', 'to-roi'].map((kind) => `/${kind}/${it}`))) {
    const lists = await splits(tab, path);
    assert.ok(lists.length > 0, path);
    for (const counts of lists.filter((it) => it.length > 1)) {
      split += 1;
      if (counts.at(-1) === 1) odd.push(`${path}: ${counts}`);
    }
  }
  await close();
  assert.ok(split > 0, 'no list goes on');
  assert.deepEqual(odd, []);
});

// Whoever was handed the first sheet went without the fourth paper.
test('four papers stand on the first sheet', async () => {
  const { tab, close } = await openTab(browser, site);
  for (const path of ['/thu-tuc/cap-dien-ngan-han/', '/thu-tuc/cap-dien-ngan-han/evnnpc/']) {
    await tab.goto(site.origin + path);
    const papers = await tab.locator('.papers > li').count();
    const [first] = await printed(await tab.pdf({ preferCSSPageSize: true }));
    assert.deepEqual([papers, first.split('☐').length - 1], [4, 4], path);
  }
  await close();
});

test('a leaflet put nothing but its code on the second sheet', async () => {
  const { tab, close } = await openTab(browser, site);
  const bare = [];
  let long = 0;
  for (const path of ['to-roi/cap-dien-trung-ap/', 'to-roi/cap-dien-trung-ap-mua-buon/', 'to-roi/thay-doi-chu-the-hop-dong/', 'to-roi/thay-doi-muc-dich/evnnpc/']) {
    await tab.goto(`${site.origin}/${path}`);
    const paper = await printed(await tab.pdf({ preferCSSPageSize: true }));
    if (paper.length === 1) continue;
    long += 1;
    if (/^(\d\/\d\s+)?Quét mã/.test(paper.at(-1) ?? '')) bare.push(path);
  }
  await close();
  assert.ok(long > 0, 'all fit on one');
  assert.deepEqual(bare, []);
});

test('a notice took a second sheet for its code', async () => {
  const { tab, close } = await openTab(browser, site);
  for (const path of ['/niem-yet/cap-dien-sinh-hoat-dung-chung/', '/en/niem-yet/cap-dien-sinh-hoat/']) {
    await tab.goto(site.origin + path);
    assert.equal((await printed(await tab.pdf({ format: 'A4' }))).length, 1, path);
  }
  await close();
});

// Where the one item of a list kept what follows on its sheet, the first had the heading alone.
test('what is kept together leaves no first sheet empty', async () => {
  const { tab, close } = await openTab(browser, site);
  for (const id of ['cap-dien-tro-lai/evnhanoi', 'kiem-dinh-cong-to/evnhanoi/lan-dau', 'tra-cuu-thong-tin/evnhanoi']) {
    await tab.goto(`${site.origin}/en/thu-tuc/${id}/`);
    const [first] = await printed(await tab.pdf({ preferCSSPageSize: true }));
    assert.ok(first.split(/\s+/).length > 100, `${id}: ${first}`);
  }
  await close();
});

test('paper showed links that lead nowhere from it, addresses twice, and half of a number', async () => {
  const { tab, close } = await openTab(browser, site);
  await tab.emulateMedia({ media: 'print' });
  await tab.goto(`${site.origin}/thu-tuc/cap-dien-sinh-hoat/`);
  const text = (await printed(await tab.pdf({ preferCSSPageSize: true }))).join(' ').replace(/\s+/g, ' ');
  const lines = await tab.$$eval('main a', (all) => all.filter((it) => it.checkVisibility() && getComputedStyle(it).textDecorationLine !== 'none').map((it) => it.textContent));
  await close();
  assert.deepEqual(lines, [], 'underlined');
  for (const dead of ['Tờ rơi', 'Các nơi nộp đã biết', 'Mở trang', 'Gửi trang này', 'Nằm trong tình huống']) assert.ok(!text.includes(dead), dead);
  assert.ok(text.includes('Nộp hồ sơ trực tuyến: dichvucong.gov.vn'), 'where to apply, where there is no button');
  assert.ok(text.includes('(https://cskh.npc.com.vn/)'), 'a contact with its whole address');
  const sources = text.slice(text.lastIndexOf('Nguồn 1. '));
  assert.match(sources, / 10\. /, 'the tenth source');
  const once = sources.match(/\(https:\/\/www\.cskh\.evnspc\.vn\S*\)/);
  assert.ok(once && !sources.slice((once.index ?? 0) + once[0].length).includes('evnspc.vn'), sources);
});
