/** What a page says first when one cannot apply as usual, in every light and on a narrow phone. */
import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { AXE, ROOT, openTab, useSite } from './site.mjs';

const root = mkdtempSync(join(tmpdir(), 'thutuc-status-'));
after(() => rmSync(root, { recursive: true }));
for (const it of ['site.toml', 'content']) cpSync(join(ROOT, it), join(root, it), { recursive: true });
const record = (path) => join(root, 'content/procedures', path);
// Made up for the test.
appendFileSync(record('dich-vu-co-chi-phi/kiem-dinh-cong-to.yaml'), '\nstatus: {state: suspended, reason: Đang thay hệ thống, until: 2026-12-20}\n');
appendFileSync(record('thong-tin-ho-tro/thanh-toan-tien-dien.yaml'), '\nchanges: [{date: 2027-01-01, note: "Đổi cách trả.", basis: Quyết định ví dụ}]\n');
const down = record('cap-dien-moi/cap-dien-sinh-hoat.yaml');
writeFileSync(down, readFileSync(down, 'utf8').replace(/^( {2}- url: \S+)$/m, '$1\n    down: {reason: Đang bảo trì., until: 2026-12-05}'));

const web = useSite({ root });

const PAGES = {
  '/thu-tuc/kiem-dinh-cong-to/evnnpc/': /^Tạm dừng đến hết ngày 20\/12\/2026\nThủ tục này đang tạm dừng\. Lý do: Đang thay hệ thống$/,
  '/thu-tuc/cap-dien-sinh-hoat/': /^Biểu mẫu trực tuyến đang lỗi đến hết ngày 05\/12\/2026\ndichvucong\.gov\.vn: Đang bảo trì\./,
  '/thu-tuc/thanh-toan-tien-dien/': /^Thay đổi từ 01\/01\/2027\nĐổi cách trả, theo Quyết định ví dụ$/,
};

describe('a page on which one cannot apply as usual', () => {
  for (const look of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
    test(`says so on the first screen, in words, with a sign, ${Object.values(look)}`, async () => {
      const { tab, close } = await openTab(web.browser, web.site, { ...look, bypassCSP: true, viewport: { width: 320, height: 640 } });
      const faults = [];
      for (const [path, says] of Object.entries(PAGES)) {
        await tab.goto(web.site.origin + path);
        const panel = tab.locator('main .panel').first();
        const text = (await panel.innerText()).replaceAll('\u00a0', ' ').replace(/\n+/g, '\n');
        if (!says.test(text)) faults.push(`${path}: ${text}`);
        const box = await panel.boundingBox();
        if (!box || box.y + box.height > 640) faults.push(`${path}: the notice ends at ${box && box.y + box.height} px`);
        if (!(await panel.locator('h2 svg[aria-hidden=true]').isVisible())) faults.push(`${path}: no sign`);
        await tab.evaluate(AXE);
        const { violations } = await tab.evaluate(() => globalThis.axe.run());
        faults.push(...violations.map((it) => `${path}: ${it.id}: ${it.nodes.map((node) => node.html).join(' ')}`));
        if ((await tab.evaluate(() => document.documentElement.scrollWidth)) > 320) faults.push(`${path}: too wide`);
      }
      await close();
      assert.deepEqual(faults, []);
    });
  }

  test('offers no button that leads nowhere', async () => {
    const { tab, close } = await openTab(web.browser, web.site);
    for (const path of Object.keys(PAGES).slice(0, 2)) {
      await tab.goto(web.site.origin + path);
      assert.equal(await tab.locator('main .button').count(), 0, path);
    }
    await tab.goto(`${web.site.origin}/thu-tuc/kiem-dinh-cong-to/evnnpc/`);
    assert.match(await tab.innerText('.answer .apply'), /^Hỏi đơn vị: Gọi 1900\s6769$/);
    await close();
  });
});
