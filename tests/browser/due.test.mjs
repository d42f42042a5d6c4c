/** The due date on a procedure's page, for the reader's own today. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { openTab, useSite } from './site.mjs';

const PAGE = '/thu-tuc/cap-dien-sinh-hoat/';

// A week with a day off in it.
const web = useSite({ day: '2026-11-24' });

/** What the page says at this moment to a reader whose own clock is on New York time. */
async function said(url, moment, options = {}) {
  // On a screen as tall as the page: parts below a screen have no text until they come near it.
  const reader = { timezoneId: 'America/New_York', viewport: { width: 360, height: 9000 } };
  const { tab, troubles, close } = await openTab(web.browser, web.site, { ...reader, ...options });
  await tab.clock.setFixedTime(new Date(moment));
  await tab.goto(url);
  const text = (await tab.locator('.due').innerText()).replaceAll('\u00a0', ' ');
  return { text, tab, troubles, close };
}

describe('the due date', () => {
  test('is that of today where the site is, and names the days off it skips', async () => {
    const { text, troubles, close } = await said(web.site.origin + PAGE, '2026-11-22T17:00:00Z');
    assert.equal(
      text,
      'Nộp đủ hồ sơ hôm nay, thứ Hai 23/11/2026: có kết quả chậm nhất thứ Ba 01/12/2026. Không tính ngày nghỉ: 24/11/2026 Ngày Văn hoá Việt Nam.',
    );
    await close();
    assert.deepEqual(troubles, []);
  });

  test('is said on a day off too, and in English', async () => {
    const off = await said(web.site.origin + PAGE, '2026-11-24T03:00:00Z');
    assert.equal(
      off.text,
      'Nộp đủ hồ sơ hôm nay, thứ Ba 24/11/2026 (ngày nghỉ): có kết quả chậm nhất thứ Ba 01/12/2026.',
    );
    await off.close();
    const english = await said(`${web.site.origin}/en${PAGE}`, '2026-11-25T03:00:00Z');
    assert.equal(
      english.text,
      'Complete file handed in today, Wednesday 25 November 2026: the result is due by Wednesday 2 December 2026.',
    );
    await english.close();
  });

  test('works from a folder', async () => {
    const url = pathToFileURL(join(web.site.folder, PAGE, 'index.html')).href;
    const { text, close } = await said(url, '2026-11-25T03:00:00Z');
    assert.match(text, /hôm nay, thứ Tư 25\/11\/2026: .* thứ Tư 02\/12\/2026/);
    await close();
  });

  test('is left to the table where nobody knows, and where there is no script', async () => {
    const late = await said(web.site.origin + PAGE, '2027-11-25T03:00:00Z');
    const none = await said(web.site.origin + PAGE, '2026-11-25T03:00:00Z', { javaScriptEnabled: false });
    for (const { text, tab, close } of [late, none]) {
      assert.match(text, /^Nộp đủ hồ sơ thứ Hai 23\/11\/2026: có kết quả chậm nhất thứ Ba 01\/12\/2026/);
      assert.equal(await tab.locator('a[data-event]').isVisible(), false);
      await tab.locator('summary', { hasText: 'Xem theo ngày nộp' }).click();
      assert.ok(10 <= (await tab.locator('table tbody tr').filter({ visible: true }).count()));
      await close();
    }
  });

  test('goes into a calendar', async () => {
    const { tab, troubles, close } = await said(web.site.origin + PAGE, '2026-11-25T03:00:00Z');
    const [download] = await Promise.all([tab.waitForEvent('download'), tab.locator('a[data-event]').click()]);
    assert.equal(download.suggestedFilename(), 'ngay-tra.ics');
    const file = readFileSync(await download.path(), 'utf8');
    const lines = file.split('\r\n');
    assert.deepEqual(lines.filter((it) => 75 < Buffer.byteLength(it)), [], 'lines of at most 75 bytes');
    assert.ok(!/[^\r]\n/.test(file), 'lines end as the format wants');
    const whole = file.replaceAll('\r\n ', '').replaceAll('\u00a0', ' ').split('\r\n');
    assert.ok(whole.includes('DTSTART;VALUE=DATE:20261202'), file);
    assert.ok(whole.includes('SUMMARY:Hạn trả kết quả (5 ngày làm việc): Cấp điện sinh hoạt từ lưới điện hạ áp'), file);
    await close();
    assert.deepEqual(troubles, []);
  });

  test('moves nothing', async () => {
    const moved = [];
    for (const width of [360, 1280]) {
      const { tab, close } = await said(web.site.origin + PAGE, '2026-11-23T03:00:00Z', { viewport: { width, height: 740 } });
      const heights = () => tab.evaluate(() => document.querySelector('.due')?.closest('section')?.getBoundingClientRect().height);
      const after = await heights();
      await close();
      // Before the script is there; without scripts no room is kept for what it says.
      const still = await openTab(web.browser, web.site, { viewport: { width, height: 740 } });
      await still.tab.route('**/due.*.js', (it) => it.abort());
      await still.tab.goto(web.site.origin + PAGE);
      const { height } = (await still.tab.locator('section:has(> .due)').boundingBox()) ?? {};
      await still.close();
      if (after !== height) moved.push(`${width} px: ${height} before, ${after} after`);
    }
    assert.deepEqual(moved, []);
  });

  test('without scripts there was a gap where the link to a calendar would be', async () => {
    for (const width of [360, 1280]) {
      const { tab, close } = await said(web.site.origin + PAGE, '2026-11-23T03:00:00Z', { viewport: { width, height: 9000 }, javaScriptEnabled: false });
      const due = await tab.locator('.due').evaluate((it) => {
        const words = document.createRange();
        words.selectNodeContents(it);
        return { end: words.getBoundingClientRect().bottom, line: parseFloat(getComputedStyle(it).lineHeight) };
      });
      const { y = 0 } = (await tab.locator('.due ~ details').boundingBox()) ?? {};
      await close();
      assert.ok(0 < y - due.end && y - due.end < due.line, `${y - due.end} px at ${width} px`);
    }
  });
});
