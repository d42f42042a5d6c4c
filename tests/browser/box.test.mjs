/** The search box and page, as people use them: typing, keys only, in English, from a folder, in the dark. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { AXE, ROOT, openSite, openTab, useSite } from './site.mjs';

const web = useSite();

/** Opens a page, does something on it, and finds no trouble. */
async function on(path, act, options) {
  const { tab, troubles, close } = await openTab(web.browser, web.site, options);
  await tab.goto(web.site.origin + path);
  await act(tab);
  await close();
  assert.deepEqual(troubles, []);
}

test('loads nothing of the search before the box is used', () =>
  on('/', async (tab) => {
    const asked = [];
    tab.on('request', (it) => asked.push(new URL(it.url()).pathname));
    await tab.reload({ waitUntil: 'networkidle' });
    assert.deepEqual(asked.filter((it) => it.startsWith('/search/')), []);
    await Promise.all([tab.waitForRequest(/\/search\/search\.js$/), tab.focus('#q')]);
  }));

test('the home box leads to a procedure with keys alone, typed without marks', () =>
  on('/', async (tab) => {
    await tab.keyboard.press('/');
    // At once: a half of it, asked on a slow machine, may find nothing and close the list.
    await tab.keyboard.insertText('lap cong to moi');
    await tab.waitForSelector('#search-list [role=option]');
    assert.equal(await tab.getAttribute('#q', 'aria-expanded'), 'true');
    await tab.keyboard.press('ArrowDown');
    const chosen = await tab.getAttribute('#q', 'aria-activedescendant');
    assert.equal(await tab.getAttribute(`#${chosen}`, 'aria-selected'), 'true');
    await tab.keyboard.press('Escape');
    assert.equal(await tab.isVisible('#search-list'), false);
    await tab.keyboard.type(' ');
    await tab.waitForSelector('#search-list [role=option]');
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/\/thu-tuc\/cap-dien-sinh-hoat\/$/);
  }));

test('raw keystrokes are understood, and there is a way back', () =>
  on('/tim-kiem/?q=doi+coong+tow', async (tab) => {
    await tab.waitForSelector('.found a');
    assert.match(await tab.innerText('#search-results'), /Đã hiểu là: dời công tơ/);
    assert.match((await tab.locator('.found a').first().getAttribute('href')) ?? '', /di-doi-cong-to/);
    assert.match(await tab.locator('.found li').first().innerText(), /ngày\slàm\sviệc/);
    await tab.click('[data-key=verbatim]');
    await tab.waitForFunction(() => location.search.includes('as=typed'));
  }));

for (const [query, viewport] of /** @type {[string, {width: number, height: number}][]} */ ([
  ['cap+dien', { width: 360, height: 740 }],
  ['doi+coong+tow', { width: 1280, height: 1200 }],
  ['lam+banh+mi', { width: 360, height: 740 }],
  ['lam+banh+mi', { width: 1280, height: 1200 }],
])) {
  test(`nothing jumps where the page is opened with ${query}, ${viewport.width} px wide, though its script comes late`, () =>
    on(
      '/404.html',
      async (tab) => {
        // The script comes after the first paint, or late if the page waits with that for the script.
        await tab.route(/search-box/, async (route) => {
          const painted = () => tab.evaluate(() => performance.getEntriesByType('paint').length > 0);
          for (let nth = 0; nth < 300 && !(await painted()); nth += 1);
          await route.continue();
        });
        await tab.addInitScript(() => {
          globalThis.jumped = 0;
          new PerformanceObserver((list) => {
            for (const it of list.getEntries()) globalThis.jumped += /** @type {any} */ (it).value;
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await tab.goto(`${web.site.origin}/tim-kiem/?q=${query}`);
        await tab.waitForSelector('.found a, #search-results h2:not(.unseen)');
        // Two frames later what has jumped is told.
        const jumped = await tab.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(globalThis.jumped))))),
        );
        assert.equal(jumped, 0);
      },
      { viewport },
    ));
}

test('marks stand on the words that were typed', () =>
  on('/tim-kiem/?q=cong+to', async (tab) => {
    await tab.waitForSelector('.found mark');
    const marked = await tab.locator('.found mark').allInnerTexts();
    assert.ok(marked.some((it) => /công tơ/i.test(it)), marked.join('|'));
  }));

test('who typed what people call it was shown official names alone', async () => {
  await on('/tim-kiem/?q=lap+dien+nha', async (tab) => {
    const first = tab.locator('.found li').first();
    await first.waitFor();
    assert.match(await first.innerText(), /^Cấp điện sinh hoạt từ lưới điện hạ áp\n+Lắp điện cho nhà ở\n/);
  });
  await on('/', async (tab) => {
    await tab.locator('#q').pressSequentially('lap dien nha');
    const first = tab.locator('[role=option]').first();
    await first.waitFor();
    assert.match(await first.innerText(), /^Cấp điện sinh hoạt từ lưới điện hạ áp\s+Lắp điện cho nhà ở · /);
  });
});

test('facets narrow, stand in the address, and back comes back', () =>
  on('/tim-kiem/?q=cong+to', async (tab) => {
    await tab.waitForSelector('.found a');
    const all = await tab.locator('.found li').count();
    await tab.click('.facets summary');
    const box = tab.locator('.facets input[value=post]');
    await box.check();
    await tab.waitForFunction((most) => document.querySelectorAll('.found li').length < most, all);
    assert.match(tab.url(), /channel=post/);
    const few = await tab.locator('.found li').count();
    await tab.locator('.found a').first().click();
    await tab.waitForURL(/\/thu-tuc\//);
    await tab.goBack();
    await tab.waitForSelector('.found a');
    assert.equal(await tab.inputValue('#q'), 'cong to');
    assert.equal(await tab.locator('.found li').count(), few);
  }));

test('nothing found says so, speaks it, and offers ways on', () =>
  on('/tim-kiem/?q=xyzzyqwrt', async (tab) => {
    await tab.waitForSelector('#search-results h2');
    assert.match(await tab.innerText('#search-results'), /Không tìm thấy thủ tục nào cho “xyzzyqwrt”/);
    await tab.waitForFunction(() => document.querySelector('#search-status')?.textContent?.includes('xyzzyqwrt'));
    assert.ok((await tab.locator('a[href*="linh-vuc/"]').count()) > 3);
  }));

for (const path of ['/tim-kiem/?q=lam+banh+mi', '/en/tim-kiem/?q=bake+bread']) {
  test(`where nothing is found, fields and a number to call stand on the first screen of a cheap phone: ${path}`, () =>
    on(
      path,
      async (tab) => {
        await tab.waitForSelector('#search-results h2');
        const ends = (/** @type {string} */ what) => tab.$$eval(what, (all) => all.map((it) => Math.ceil(it.getBoundingClientRect().bottom)));
        const fields = await ends('main a[href*="linh-vuc/"]');
        assert.ok(fields.length > 3 && Math.max(...fields) <= 640, `fields end at ${fields}`);
        const [number] = await ends('main a[href^="tel:"]');
        assert.ok(number <= 640, `a number ends at ${number}`);
      },
      { viewport: { width: 360, height: 640 } },
    ));
}

test('the keyboard of a phone hid what the box had found', () =>
  on(
    '/',
    async (tab) => {
      await tab.tap('#q');
      // What a keyboard leaves of the screen.
      await tab.setViewportSize({ width: 360, height: 320 });
      await tab.keyboard.insertText('lap cong to moi');
      await tab.waitForSelector('#search-list [role=option]');
      const top = await tab.$eval('#search-list [role=option]', (it) => it.getBoundingClientRect().top);
      assert.ok(top <= 200, `the first begins at ${top} px of 320`);
    },
    { viewport: { width: 360, height: 640 }, hasTouch: true },
  ));

/** On a site of few procedures, where nothing is found for “thay doi gio” but something may be meant. */
async function whereOneGuesses(act) {
  const root = mkdtempSync(join(tmpdir(), 'thutuc-guess-'));
  const put = (/** @type {string} */ path, /** @type {string} */ text) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  put('site.toml', '');
  put('content/fields.yaml', 'dien: {title: Điện}\n');
  put('content/agencies/evn.yaml', 'title: EVN\n');
  const titles = ['Thay đổi chủ thể hợp đồng', 'Thay đổi công suất', 'Thay đổi định mức', 'Đăng ký thay đổi phương tiện', 'Công chứng viên', 'Giá cho sinh viên', 'Thu hồi giấy hẹn', 'Cấp giấy phép hoạt động', 'Giải quyết bồi thường'];
  for (const [at, title] of titles.entries())
    put(`content/procedures/p${at}.yaml`, `title: ${title}\nfield: dien\nagency: evn\nonline: {level: information}\nunconfirmed: [time, fee, apply]\n`);
  const site = await openSite({ root });
  const { tab, troubles, close } = await openTab(web.browser, site);
  await act(tab, site.origin);
  await close();
  await site.close();
  rmSync(root, { recursive: true });
  assert.deepEqual(troubles, []);
}

const faultsOf = async (tab) => {
  await tab.evaluate(AXE);
  return tab.evaluate(async () => (await /** @type {any} */ (globalThis).axe.run()).violations);
};

test('where nothing is found, what may be meant is offered as a guess, above the fields', () =>
  whereOneGuesses(async (tab, origin) => {
    const guesses = async (/** @type {string} */ query) => {
      await tab.goto(`${origin}/tim-kiem/?q=${query}`);
      await tab.waitForSelector('#search-results h2');
      return tab.$$eval('#search-results .found a', (all) => all.map((it) => it.textContent));
    };
    const found = await guesses('thay+doi+gio');
    assert.match(await tab.innerText('#search-results h2'), /Không tìm thấy/);
    assert.ok(found.length > 0 && found.length < 4 && found.every((it) => it?.includes('hay đổi')), found.join());
    assert.equal(await tab.innerText('#search-results h3'), 'Có thể gần với việc của bạn');
    // The keys lead into them as into results.
    await tab.focus('#q');
    await tab.keyboard.press('ArrowDown');
    assert.equal(await tab.evaluate(() => document.activeElement?.textContent), found[0]);
    assert.deepEqual(await faultsOf(tab), []);
    assert.deepEqual(await guesses('lam+banh+mi'), [], 'no guess out of the blue');
  }));

test('who listens hears of the guesses, not only that nothing was found', () =>
  whereOneGuesses(async (tab, origin) => {
    for (const path of ['/', '/tim-kiem/']) {
      await tab.goto(origin + path);
      await tab.fill('#q', 'thay doi gio');
      await tab.waitForFunction(() => document.querySelector('#search-status')?.textContent?.includes('Không tìm thấy'));
      assert.match(await tab.locator('#search-status').innerText(), /“thay doi gio”\. Có thể gần với việc của bạn: Thay đổi/, path);
    }
  }));

test('the home box says that nothing was found, and leads to the guesses and to numbers, with keys alone', () =>
  whereOneGuesses(async (tab, origin) => {
    const ask = async (/** @type {string} */ query) => {
      await tab.goto(origin);
      await tab.fill('#q', query);
      await tab.waitForSelector('#search-list [role=option]');
    };
    await ask('thay doi gio');
    assert.match(await tab.innerText('#search-list'), /^Không tìm thấy thủ tục nào cho “thay doi gio”\. Có thể gần với việc của bạn:\s+Thay đổi/);
    assert.deepEqual(await faultsOf(tab), []);
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/\/thu-tuc\/p\d\/$/);
    await ask('lam banh mi');
    assert.match(await tab.innerText('#search-list'), /^Không tìm thấy thủ tục nào cho “lam banh mi”\s+Hỏi qua điện thoại$/);
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/\/tim-kiem\/\?q=lam\+banh\+mi$/);
    await tab.waitForSelector('#hoi', { state: 'visible' });
  }));

test('a name stands before procedures of other titles, what is only like it behind them, and the count leads there', async () => {
  await on('/tim-kiem/?q=xay+nha+moi', async (tab) => {
    await tab.waitForSelector('#signposts');
    const links = await tab.$$eval('#search-results .found a', (all) => all.map((it) => it.getAttribute('href')));
    assert.match(links[0] ?? '', /\/tinh-huong\/xay-nha-moi\/$/);
    assert.match(links[1] ?? '', /\/thu-tuc\//);
    assert.match(await tab.innerText('#search-results section'), /^Nơi liên hệ và trang liên quan\s+Tôi xây nhà mới\s+Tình huống$/);
    assert.deepEqual(await faultsOf(tab), []);
  }, { bypassCSP: true });
  await on('/tim-kiem/?q=kinh+doanh', async (tab) => {
    await tab.waitForSelector('#signposts');
    const links = await tab.$$eval('#search-results .found a', (all) => all.map((it) => it.getAttribute('href') ?? ''));
    assert.match(links[0], /\/thu-tuc\//);
    assert.match(links.at(-1) ?? '', /\/tinh-huong\//);
    await tab.waitForFunction(() => document.querySelector('#search-status')?.textContent === '7 thủ tục. 2 trang liên quan');
    await tab.getByRole('button', { name: '2 trang liên quan' }).click();
    assert.match((await tab.evaluate(() => document.activeElement?.getAttribute('href'))) ?? '', /\/doi-tuong\/doanh-nghiep\/$/);
    // Who narrows procedures looks for procedures.
    await tab.click('.facets summary');
    await tab.locator('.facets input').first().check();
    await tab.waitForSelector('#signposts', { state: 'detached' });
  });
});

test('where only another page has that name, nobody is told that nothing was found', () =>
  on('/tim-kiem/?q=evnhanoi', async (tab) => {
    await tab.waitForSelector('#signposts');
    assert.doesNotMatch(await tab.innerText('#search-results'), /Không tìm thấy|Thử ít chữ hơn/);
    assert.match(await tab.innerText('#search-results'), /Đơn vị · 1900 1288\s+Không có thủ tục nào khớp với “evnhanoi”\./);
    await tab.waitForFunction(() => document.querySelector('#search-status')?.textContent?.startsWith('Nơi liên hệ và trang liên quan: Tổng công ty'));
    await tab.focus('#q');
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/\/co-quan\/evnhanoi\/$/);
  }));

test('the home box leads to another page by its name, with keys alone', () =>
  on('/', async (tab) => {
    await tab.fill('#q', 'cap dien moi');
    await tab.waitForSelector('#search-list [role=option]');
    const options = await tab.$$eval('#search-list [role=option]', (all) => all.map((it) => it.getAttribute('data-href') ?? ''));
    assert.ok(options.slice(0, -2).every((it) => it.includes('/thu-tuc/')) && options.slice(-2).every((it) => !it.includes('/thu-tuc/')), options.join());
    await tab.fill('#q', '1900 1288');
    await tab.waitForFunction(() => document.querySelectorAll('#search-list [role=option]').length === 1);
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/\/co-quan\/evnhanoi\/$/);
  }));

test('procedures are found though the names of other pages cannot be read', () =>
  on('/', async (tab) => {
    await tab.route(/search\/p\d.*\.bin$/, (route) => route.fulfill({ status: 404 }));
    await tab.goto(`${web.site.origin}/tim-kiem/?q=xay+nha+moi`);
    await tab.waitForSelector('.found a');
    assert.equal(await tab.locator('#signposts').count(), 0);
  }));

test('after Enter the keyboard of a phone lay over the answer', async () => {
  for (const [hasTouch, stays] of [[true, false], [false, true]]) {
    await on('/tim-kiem/', async (tab) => {
      await tab.fill('#q', 'cap dien');
      await tab.press('#q', 'Enter');
      await tab.waitForSelector('.found a');
      assert.equal(await tab.evaluate(() => document.activeElement?.id === 'q'), stays);
    }, { hasTouch, isMobile: hasTouch });
  }
});

test('who reads on below the box met the number of procedures twice', () =>
  on('/tim-kiem/?q=kinh+doanh', async (tab) => {
    await tab.waitForFunction(() => document.querySelector('#search-status')?.textContent?.startsWith('7 thủ tục'));
    const heard = await tab.locator('main').ariaSnapshot();
    assert.equal(heard.match(/7 thủ tục/g)?.length, 1, heard);
    assert.match(await tab.innerText('#search-results'), /7 thủ tục · 2 trang liên quan/);
  }));

test('a short answer leaves no empty screen before what stands below it', () =>
  on('/en/tim-kiem/?q=move+meter', async (tab) => {
    await tab.waitForSelector('.found a');
    const [answer, next] = await tab.$$eval('#search-results > ol, #linh-vuc', (all) => all.map((it) => it.getBoundingClientRect()));
    assert.ok(next.top - answer.bottom < 100, `${next.top - answer.bottom} px between them`);
  }));

test('a box that was emptied stays without an answer, though one comes later', () =>
  on('/tim-kiem/', async (tab) => {
    /** @type {(it?: unknown) => void} */
    let release = () => {};
    const held = new Promise((done) => (release = done));
    const asked = tab.waitForRequest(/search\/s\d.*\.bin$/);
    await tab.route(/search\/s\d.*\.bin$/, (route) => held.then(() => route.continue()));
    await tab.fill('#q', 'cong to');
    await asked;
    await tab.fill('#q', '');
    await tab.waitForFunction(() => !document.querySelector('#search-results.asked'));
    const answered = tab.waitForResponse(/search\/.*\.bin$/);
    release();
    await answered;
    await tab.waitForLoadState('networkidle');
    assert.equal(await tab.locator('#search-results').innerText(), '');
    assert.ok(await tab.isVisible('#linh-vuc'));
  }));

test('an answer that does not come hides neither the fields nor the numbers for ever', () =>
  on('/tim-kiem/', async (tab) => {
    await tab.route(/search\/s\d.*\.bin$/, () => {});
    await tab.goto(`${web.site.origin}/tim-kiem/?q=cong+to`);
    await tab.waitForSelector('#search-results.asked', { state: 'attached' });
    assert.ok(!(await tab.isVisible('#linh-vuc')));
    await tab.waitForSelector('#linh-vuc');
    assert.ok(await tab.isVisible('footer'));
  }));

test('a second question waits as long for its answer as the first did', () =>
  on('/tim-kiem/', async (tab) => {
    await tab.route(/search\/s\d.*\.bin$/, () => {});
    await tab.clock.install();
    await tab.goto(`${web.site.origin}/tim-kiem/`);
    const asks = () => tab.locator('#search-results.asked').count();
    await tab.fill('#q', 'cong to');
    await tab.clock.runFor(3500);
    assert.equal(await asks(), 1);
    await tab.fill('#q', '');
    await tab.clock.runFor(150);
    assert.equal(await asks(), 0);
    await tab.fill('#q', 'cap dien');
    await tab.clock.runFor(1000);
    assert.equal(await asks(), 1);
    await tab.clock.runFor(4000);
    assert.equal(await asks(), 0);
  }));

test('without scripts the box leads to the list from A to Z, and says so', () =>
  on(
    '/',
    async (tab) => {
      await tab.fill('#q', 'lap cong to');
      await tab.keyboard.press('Enter');
      await tab.waitForURL(/\/tim-kiem\/\?q=/);
      assert.match(await tab.locator('noscript').innerText(), /A–Z/);
      await tab.locator('main a[href*="a-z/"]').first().click();
      await tab.waitForURL(/\/a-z\//);
      assert.ok((await tab.locator('main a[href*="thu-tuc/"]').count()) > 20);
    },
    { javaScriptEnabled: false },
  ));

test('works in English', () =>
  on('/en/tim-kiem/?q=move+meter', async (tab) => {
    await tab.waitForSelector('.found a');
    assert.match((await tab.locator('.found a').first().getAttribute('href')) ?? '', /\/en\/thu-tuc\/di-doi-cong-to\//);
  }));

test('results and filters say which of their words are in another language than the page', async () => {
  const root = mkdtempSync(join(tmpdir(), 'thutuc-root-'));
  for (const name of ['site.toml', 'content']) cpSync(join(ROOT, name), join(root, name), { recursive: true });
  const fields = join(root, 'content/fields.yaml');
  const text = readFileSync(fields, 'utf8');
  const half = text.replace(/\{vi: Cấp điện mới, en: [^}]*\}/, 'Cấp điện mới');
  assert.notEqual(half, text);
  writeFileSync(fields, half);
  // The words of the levels are the program's own; levels that nobody confirmed are no filter.
  const record = join(root, 'content/procedures/cap-dien-moi/cap-dien-sinh-hoat.yaml');
  const doubted = readFileSync(record, 'utf8');
  const confirmed = doubted.replace(/(\nunconfirmed: \[.*), online\]/, '$1]');
  assert.notEqual(confirmed, doubted);
  writeFileSync(record, confirmed);
  const site = await openSite({ root });
  const { tab, close } = await openTab(web.browser, site);
  const langs = (/** @type {string} */ what, /** @type {string} */ words) => tab.locator(what, { hasText: words }).first().getAttribute('lang');
  await tab.goto(`${site.origin}/en/tim-kiem/?q=electricity`);
  await tab.waitForSelector('.found a');
  await tab.click('.facets summary');
  await tab.waitForSelector('.facets fieldset');
  const said = {
    result: await langs('.found .hint', 'Cấp điện mới'),
    field: await langs('.facets label span span', 'Cấp điện mới'),
    ours: await langs('.facets label span span', 'Partly online'),
    marks: /[\u0001-\u0003]/.test(await tab.innerText('main')),
  };
  await close();
  await site.close();
  rmSync(root, { recursive: true });
  assert.deepEqual(said, { result: 'vi', field: 'vi', ours: null, marks: false });
});

for (const look of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
  test(`has no fault with results open, ${Object.values(look)}, and fits 320 px`, async () => {
    const { tab, close } = await openTab(web.browser, web.site, {
      ...look,
      bypassCSP: true,
      viewport: { width: 320, height: 740 },
    });
    const faults = [];
    for (const path of ['/', '/tim-kiem/']) {
      await tab.goto(web.site.origin + path);
      await tab.fill('#q', 'cong to');
      await tab.waitForSelector(path === '/' ? '#search-list [role=option]' : '.found a');
      if (path !== '/') {
        await tab.click('.facets summary');
        await tab.waitForSelector('.facets fieldset');
      } else await tab.keyboard.press('ArrowDown');
      await tab.evaluate(AXE);
      const { violations } = await tab.evaluate(() => globalThis.axe.run());
      faults.push(...violations.map((it) => `${path}: ${it.id}: ${it.nodes.map((node) => node.html).join(' ')}`));
      const width = await tab.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) faults.push(`${path}: ${width} px wide`);
    }
    await close();
    assert.deepEqual(faults, []);
  });
}
