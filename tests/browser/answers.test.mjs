/** What people stopped at when they looked for their answer on a page: a number to call, a way that says nothing, the other procedure. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTab, readPage, useSite } from './site.mjs';

const web = useSite();

/** The pages of procedures as all of them do, in both languages. */
const general = () => web.site.pages.filter((it) => /^(\/en)?\/thu-tuc\/[^/]+\/$/.test(it));

/** What `look` finds wrong on each page as it is written, with its path. */
async function faults(paths, look) {
  const { tab, close } = await openTab(web.browser, web.site);
  const found = [];
  for (const path of paths) {
    const page = await readPage(tab, web.site, path);
    found.push(...(await page.evaluate(look)).map((it) => `${path}: ${it}`));
  }
  await close();
  return found;
}

test('whoever is told to ask first is told whom, by a number where one is known', async () => {
  const paths = web.site.pages.filter((it) => /^(\/en)?\/thu-tuc\//.test(it));
  assert.ok(paths.length > 200, `only ${paths.length} pages`);
  const silent = await faults(paths, (page) => {
    const panel = page.querySelector('section:has(#muc-chua-xac-nhan)');
    const contacts = page.querySelector('section:has(#muc-lien-he)');
    if (!panel || !contacts) return [];
    const known = contacts.querySelector('a[href^="tel:"]') !== null;
    const first = page.querySelector('.answer > :is(.apply:first-child, .lead + .apply) a[href^="tel:"]') !== null;
    const said = panel.querySelector(known && !first ? 'a[href^="tel:"]' : 'a[href="#muc-lien-he"]');
    return said ? [] : ['asks to call nobody'];
  });
  assert.deepEqual(silent, []);
});

test('no way of applying is a name alone', async () => {
  const silent = await faults(general(), (page) =>
    [...page.querySelectorAll('section:has(#muc-noi-nop) .boxes > li')].flatMap((card) => {
      const name = card.querySelector('h3')?.textContent;
      for (const it of card.querySelectorAll('h3, .scope, .src')) it.remove();
      return card.textContent.trim() ? [] : [name];
    }),
  );
  assert.deepEqual(silent, []);
});

test('a telephone number is never broken over two lines', async () => {
  const broken = [];
  for (const width of [320, 360]) {
    const { tab, close } = await openTab(web.browser, web.site, { viewport: { width, height: 740 } });
    for (const path of ['/thu-tuc/bao-mat-dien/', '/en/thu-tuc/bao-mat-dien/', '/en/thu-tuc/thay-doi-dinh-muc/', '/tim-kiem/']) {
      await tab.goto(web.site.origin + path);
      const numbers = await tab.$$eval('main a[href^="tel:"]', (all) => all.filter((it) => it.getClientRects().length > 1).map((it) => it.textContent));
      broken.push(...numbers.map((it) => `${path}, ${width} px: ${it}`));
    }
    await close();
  }
  assert.deepEqual(broken, []);
});

test('in an outage the numbers come before what is not known', async () => {
  const late = await faults(['/thu-tuc/bao-mat-dien/', '/en/thu-tuc/bao-mat-dien/', '/thu-tuc/bao-mat-dien/evnnpc/'], (page) => {
    const [number, facts] = [page.querySelector('main a[href^="tel:"]'), page.querySelector('#muc-chua-co-thong-tin')];
    const first = number && facts && number.compareDocumentPosition(facts) & Node.DOCUMENT_POSITION_FOLLOWING;
    return first ? [] : ['it stands above the number'];
  });
  assert.deepEqual(late, []);
});

test('in an outage each number is told once before the facts of each corporation and the contacts', async () => {
  const paths = ['/thu-tuc/bao-mat-dien/', '/en/thu-tuc/bao-mat-dien/', '/thu-tuc/bao-mat-dien/evnnpc/', '/en/thu-tuc/bao-mat-dien/evnhanoi/'];
  const again = await faults(paths, (page) => {
    for (const it of page.querySelectorAll('section:has(#muc-so-sanh), section:has(#muc-noi-nop), section:has(#muc-lien-he)')) it.remove();
    const numbers = [...page.querySelectorAll('main a[href^="tel:"]')].map((it) => it.textContent);
    if (numbers.length === 0) return ['no number'];
    return numbers.filter((it, at) => numbers.indexOf(it) !== at);
  });
  assert.deepEqual(again, []);
});

test('a bill that is paid online was said to be information only', async () => {
  const paths = ['/', '/en/', ...general().filter((it) => /thanh-toan|bao-mat-dien/.test(it)), '/linh-vuc/thong-tin-ho-tro/', '/niem-yet/thanh-toan-tien-dien/', '/the-tong-dai/thanh-toan-tien-dien/'];
  const said = await faults(paths, (page) => (/thông tin trực tuyến|Information only/.test(page.body.textContent ?? '') ? ['it says so'] : []));
  assert.deepEqual(said, []);
  const loose = await faults(paths, (page) => [...page.querySelectorAll('.meta, .facts')].map((it) => it.textContent?.trim() ?? '').filter((it) => !it || /^·|·$|^\. /.test(it)));
  assert.deepEqual(loose, []);
  const { tab, close } = await openTab(web.browser, web.site);
  await tab.goto(`${web.site.origin}/tim-kiem/?q=thanh+toan+tien+dien`);
  await tab.locator('.cards a, #search-list a').first().waitFor();
  const found = tab.locator('li:has(a[href*="/thanh-toan-tien-dien/"])').first();
  assert.match(await found.innerText(), /Thanh toán tiền điện/);
  assert.doesNotMatch(await found.innerText(), /thông tin trực tuyến|·\s*$/);
  await close();
});

test('below 40 kW and from 40 kW are one or the other, said before the papers', async () => {
  const { tab, close } = await openTab(web.browser, web.site);
  for (const [path, other] of [
    ['/thu-tuc/cap-dien-ngoai-sinh-hoat-duoi-40-kw/', 'cap-dien-ngoai-sinh-hoat-tu-40-kw/'],
    ['/thu-tuc/cap-dien-ngoai-sinh-hoat-tu-40-kw/', 'cap-dien-ngoai-sinh-hoat-duoi-40-kw/'],
    ['/thu-tuc/thay-doi-cong-suat/', 'thay-doi-cong-suat-tu-40-kw/'],
    ['/thu-tuc/thay-doi-cong-suat-tu-40-kw/', 'thay-doi-cong-suat/'],
  ]) {
    await tab.goto(web.site.origin + path);
    const told = await tab.$$eval(`main a[href$="${other}"]`, (all) => all.map((it) => it.closest('section')?.querySelector('h2')?.id ?? 'above'));
    assert.deepEqual(told, ['above'], path);
  }
  await close();
});

test('the list of a page has every part that has a heading', async () => {
  const missing = await faults(general(), (page) => {
    // What stands above the list, what is in it by another way, and what nobody looks for.
    const beside = ['muc-chua-xac-nhan', 'muc-tinh-trang', 'muc-bieu-mau', 'muc-ngay-tra', 'muc-lien-quan', 'muc-nguon', 'muc-noi-nop-khac'];
    const ids = [...page.querySelectorAll('main h2')].map((it) => it.id);
    const listed = [...page.querySelectorAll('.contents a')].map((it) => it.getAttribute('href'));
    return ids.filter((it) => !beside.includes(it) && !it.startsWith('muc-thay-doi-') && !listed.includes(`#${it}`));
  });
  assert.deepEqual(missing, []);
});

test('what to bring stood last in the summary, as a number', async () => {
  const wrong = await faults(general(), (page) => {
    const needed = [...page.querySelectorAll('.papers > li')].filter((it) => !it.querySelector(':scope > .scope'));
    const [count, row] = ['.key dd > a[href="#muc-giay-to"]', '.more > div'].map((it) => page.querySelector(it));
    if (needed.length === 0) return [];
    if (!count) return ['papers do not stand beside time and cost'];
    const named = [...(row?.querySelectorAll('li') ?? [])].map((it) => it.textContent ?? '');
    if (needed.length > 3) return named.length ? ['a long list'] : [];
    return needed.flatMap((it, nth) => {
      const first = (it.querySelector(':scope > ul > li') ?? it.querySelector('.name-of'))?.firstChild?.textContent?.trim();
      return first && named[nth]?.startsWith(first) ? [] : [`${first} is not named`];
    });
  });
  assert.deepEqual(wrong, []);
});

test('names of corporations did not say whom each serves', async () => {
  const led = await faults(general(), (page) => {
    const [asked, told] = ['.choose a[href="#muc-khu-vuc"]', '#muc-khu-vuc li'].map((it) => page.querySelectorAll(it).length);
    return asked === (told ? 1 : 0) ? (asked ? ['led'] : []) : [`${asked} ways to ${told} areas`];
  });
  assert.ok(led.length > 20, `only ${led.length} pages`);
  assert.deepEqual(led.filter((it) => !it.endsWith(': led')), []);
  // On the page of one case too.
  const cases = await faults(['/thu-tuc/cap-dien-sinh-hoat/them-hang-muc/', '/en/thu-tuc/cap-dien-sinh-hoat/them-hang-muc/'], (page) => [...page.querySelectorAll('.choose a[href$="thu-tuc/cap-dien-sinh-hoat/#muc-khu-vuc"]')].map(() => 'led'));
  assert.equal(cases.length, 2);
});

test('corporations were called by letters alone, and the general terms by those of one', async () => {
  const shown = await faults(['/thu-tuc/cap-dien-sinh-hoat/evncpc/', '/thu-tuc/cap-dien-sinh-hoat/'], (page) => [...page.querySelectorAll('.choose details:first-child :is(strong, li)')].map((it) => it.textContent?.trim() ?? ''));
  const names = shown.map((it) => it.split('/: ')[1]);
  assert.ok(names.includes('Tổng công ty Điện lực miền Nam (EVNSPC)'), String(names));
  assert.equal(names.filter((it) => it === 'EVN (mức chung)').length, 2);
});

test('the case of a sentence ran into the sentence', async () => {
  const glued = await faults(web.site.pages.filter((it) => /^(\/en)?\/thu-tuc\//.test(it)), (page) =>
    [...page.querySelectorAll('.scope')].flatMap((it) => {
      const next = it.nextSibling;
      if (!next) return ['seen'];
      return next.nodeType === Node.TEXT_NODE && /^\s/.test(next.textContent ?? '') && it.textContent?.endsWith(':') ? ['seen'] : [it.textContent ?? ''];
    }),
  );
  const seen = glued.filter((it) => it.endsWith(': seen')).length;
  assert.ok(seen > 50, `only ${seen}`);
  assert.deepEqual(glued.filter((it) => !it.endsWith(': seen')), []);
});

test('papers that nobody knows read as none, and a form without an address as none to hand in', async () => {
  const paths = web.site.pages.filter((it) => /^\/thu-tuc\//.test(it));
  const said = await faults(paths, (page) => {
    const answer = page.querySelector('.answer');
    const apply = [...(answer?.querySelectorAll('.apply > p') ?? [])].map((it) => it.textContent ?? '');
    const at = apply.findIndex((it) => it.startsWith('Nộp trực tuyến được, nhưng chưa xác nhận được địa chỉ.'));
    const calls = at >= 0 && apply[at].endsWith('Gọi để hỏi:');
    const number = /^(?!Gọi )\p{Lu}.*: [\d ]{4,}/u.test(apply[at + 1] ?? '');
    if (calls !== (at >= 0 && number)) return [`${apply[at]} ${apply[at + 1]}`];
    return [...(at >= 0 ? [calls ? 'calls' : 'asks'] : []), ...(answer?.textContent?.includes('Chưa rõ cần giấy tờ gì; hỏi trước khi đi') ? ['papers'] : [])];
  });
  for (const what of ['calls', 'asks', 'papers']) assert.ok(said.some((it) => it.endsWith(`: ${what}`)), what);
  assert.deepEqual(said.filter((it) => !/: (calls|asks|papers)$/.test(it)), []);
});

test('the list of offices promised hours that no office has, and what is wrong with an office came last', async () => {
  const { tab, close } = await openTab(web.browser, web.site, { javaScriptEnabled: false });
  await tab.goto(`${web.site.origin}/noi-nop/`);
  const count = await tab.locator('[data-find]').count();
  assert.match(await tab.innerText('main .lead'), new RegExp(`^Hiện có ${count} nơi mà nguồn nêu tên`));
  assert.match(await tab.locator('[data-find] .next').first().innerText(), /^Cấp huyện đã bỏ .*\. Chưa có: địa chỉ, /);
  await tab.goto(`${web.site.origin}/noi-nop/ttphcc-cam-pha/`);
  assert.match(await tab.innerText('main .panel'), /^Cấp huyện đã bỏ .*\. Chưa có: địa chỉ, /);
  await close();
});

test('without scripts a button was spoken of that is not there', async () => {
  const { tab, close } = await openTab(web.browser, web.site, { javaScriptEnabled: false });
  for (const path of ['/ngoai-tuyen/', '/en/ngoai-tuyen/']) {
    await tab.goto(web.site.origin + path);
    assert.doesNotMatch(await tab.innerText('main'), /bấm nút|pressing the button|press the button/i, path);
  }
  await close();
});

test('what is done in the place of a step was numbered as the next', async () => {
  const numbers = await faults(['/tinh-huong/xay-nha-moi/'], (page) => [...page.querySelectorAll('.journey > li')].map((it) => `${it.getAttribute('data-number')}${it.querySelector('h2 .scope') ? ' or' : ''}`));
  const shown = numbers.map((it) => it.split(': ')[1]);
  assert.deepEqual(shown.slice(0, 4), ['1', '2a', '2b or', '3']);
});

test('a situation was marked as unconfirmed without a word of what', async () => {
  const paths = web.site.pages.filter((it) => /^(\/en)?\/tinh-huong\//.test(it));
  const alone = await faults(paths, (page) => [...page.querySelectorAll('main > p > .unsure:only-child')].filter((it) => it.parentElement?.textContent?.trim() === it.textContent).map(() => 'a mark alone'));
  assert.ok(paths.length > 4, `only ${paths.length} pages`);
  assert.deepEqual(alone, []);
});
