/** The list of places to apply: what stays of it as one types, by keys alone, and without a script. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { AXE, openTab, useSite } from './site.mjs';

/** Made-up places. */
const OFFICES = {
  'a': 'title: Trung tâm Cẩm Ví\nkind: one-stop\nprovince: Tỉnh Mẫu\nearlier_names: [Huyện Đầm Cũ, Quận 1]\nphone: "0203 0000 001"\n',
  'b': 'title: Trung tâm Cam Vị\nkind: one-stop\nprovince: Tỉnh Mẫu\nearlier_names: [Quận 10]\n',
  'c': 'title: Phòng giao dịch Trường Thử\nkind: transaction-room\nprovince: Hoà Mẫu\nstreet: 1 phố Quận\n',
};

const root = mkdtempSync(join(tmpdir(), 'thutuc-offices-'));
after(() => rmSync(root, { recursive: true }));
const put = (path, text) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
put('site.toml', 'languages = ["vi", "en"]\n');
put('content/agencies/vi-du.yaml', 'title: Công ty Ví Dụ\nshort: PC VD\nhotline: "1900 0000"\n');
for (const [id, text] of Object.entries(OFFICES)) put(`content/offices/${id}.yaml`, text);

const web = useSite({ root });

/** The ids of the rows that can be seen. */
const seen = (tab) =>
  tab.locator('[data-find]:visible > a').evaluateAll((all) => all.map((it) => it.href.split('/').at(-2)));

async function on(act, { path = '/noi-nop/', ...options } = {}) {
  const { tab, troubles, close } = await openTab(web.browser, web.site, options);
  await tab.goto(web.site.origin + path);
  await act(tab);
  await close();
  assert.deepEqual(troubles, []);
}

describe('the list of places to apply', () => {
  test('after Enter the keyboard of a phone lay over it', () =>
    on(async (tab) => {
      await tab.fill('#noi', 'quan');
      await tab.press('#noi', 'Enter');
      assert.notEqual(await tab.evaluate(() => document.activeElement?.id), 'noi');
    }, { hasTouch: true, isMobile: true }));

  test('is narrowed by new and old names, with marks and without, and by raw keystrokes', () =>
    on(async (tab) => {
      const found = {};
      for (const query of QUERIES.keys()) {
        await tab.fill('#noi', query);
        found[query] = (await seen(tab)).join(' ');
      }
      assert.deepEqual(found, Object.fromEntries(QUERIES));
    }));

  test('is reached and narrowed with keys alone, speaks the count, and hides provinces without any', () =>
    on(async (tab) => {
      for (let left = 20; left && !(await tab.evaluate(() => document.activeElement?.id === 'noi')); left--) await tab.keyboard.press('Tab');
      await tab.keyboard.type('hoà');
      await tab.waitForFunction(() => document.querySelector('#noi-dem')?.textContent === 'Số nơi nộp: 1');
      await tab.keyboard.press('Enter');
      assert.deepEqual(await tab.locator('main section h2:visible').allInnerTexts(), ['Hoà Mẫu', 'Không thấy nơi nộp gần bạn?']);
      assert.match(tab.url(), /\?q=ho/);
      await tab.keyboard.press('Tab');
      await tab.keyboard.press('Tab');
      assert.match(await tab.evaluate(() => document.activeElement?.getAttribute('href') ?? ''), /noi-nop\/c\/$/);
      await tab.keyboard.press('Enter');
      await tab.waitForURL(/\/noi-nop\/c\/$/);
      await tab.goBack();
      assert.equal(await tab.inputValue('#noi'), 'hoà');
      assert.deepEqual(await seen(tab), ['c']);
    }));

  test('says what to do where nothing has that name', () =>
    on(async (tab) => {
      await tab.fill('#noi', 'Zzz');
      await tab.waitForFunction(() => document.querySelector('#noi-dem')?.textContent?.includes('“Zzz”'));
      assert.match(await tab.innerText('#noi-dem'), /hỏi đơn vị nơi bạn ở/);
      assert.deepEqual(await seen(tab), []);
      assert.ok(await tab.locator('main a[href="tel:19000000"]').isVisible());
      await tab.fill('#noi', '');
      assert.equal((await seen(tab)).length, 3);
    }));

  test('is whole without a script, and shows no box that does nothing', () =>
    on(
      async (tab) => {
        assert.equal(await tab.locator('#noi').isVisible(), false);
        assert.equal((await seen(tab)).length, 3);
        assert.equal(await tab.locator('a[href="tel:02030000001"]').count(), 1);
      },
      { javaScriptEnabled: false },
    ));

  for (const look of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
    test(`has no fault as one types, ${Object.values(look)}, and fits 320 px`, async () => {
      const { tab, close } = await openTab(web.browser, web.site, { ...look, bypassCSP: true, viewport: { width: 320, height: 740 } });
      const faults = [];
      for (const path of ['/noi-nop/', '/en/noi-nop/', '/noi-nop/a/']) {
        await tab.goto(web.site.origin + path);
        if (path.endsWith('noi-nop/')) await tab.fill('#noi', 'mau');
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

  test('does not move when the script comes', async () => {
    const { tab, close } = await openTab(web.browser, web.site);
    await tab.goto(`${web.site.origin}/noi-nop/`);
    const top = () => tab.locator('main h2').first().boundingBox().then((it) => it?.y);
    const before = await top();
    await tab.fill('#noi', 'tinh mau');
    await tab.waitForFunction(() => document.querySelector('#noi-dem')?.textContent);
    await tab.fill('#noi', '');
    assert.equal(await top(), before);
    await close();
  });
});

/** What is typed, and the rows that stay. */
const QUERIES = new Map([
  ['cam vi', 'b a'],
  ['Cẩm Ví', 'a'],
  ['CẨM VÍ', 'a'],
  ['Cam Vị', 'b'],
  ['dam cu', 'a'],
  ['ĐẦM CŨ', 'a'],
  ['Đa\u0302\u0300m', 'a'],
  ['quan 1', 'a'],
  ['quan 10', 'b'],
  ['mẫu hoà', 'c'],
  ['hòa', 'c'],
  ['truwowngf', 'c'],
  ['truong73', 'c'],
  ['ddaamf cux', 'a'],
  ['thu, truong', 'c'],
  ['xyz', ''],
]);
