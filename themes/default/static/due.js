/**
 * Says by which day an answer is due to what is handed in now. The build has counted every day;
 * this only looks today up, so there are no rules here that could differ from those of the page.
 */
'use strict';

/**
 * @typedef {object} Due
 * @property {string} from first day that `days` knows, `2026-11-23`
 * @property {string} days for each day: days to wait, `*` if closed, a letter for each day off passed; `-` if unknown
 * @property {string} closes hour of closing by weekday, Monday first, between `|`
 * @property {string} off days off in words, between `|`
 */

/**
 * @param {Due} data
 * @param {string} day today where the site is, `2026-11-24`
 * @param {string} hour `16:05`
 */
function dueFrom(data, day, hour) {
  const DAY = 86_400_000;
  const start = Date.parse(data.from);
  const nth = (Date.parse(day) - start) / DAY;
  const all = data.days.split(' ');
  const read = (/** @type {number} */ at) => /^(\d+)(\*?)([a-zA-Z]*)$/.exec(all[at] ?? '');
  const closes = data.closes.split('|')[(new Date(day).getUTCDay() + 6) % 7] ?? '';
  const late = closes !== '' && closes <= hour;
  // What comes after the office has closed is handed in on the next day.
  const found = read(late ? nth + 1 : nth);
  if (!found) return null;
  const due = start + (nth + (late ? 1 : 0) + Number(found[1])) * DAY;
  const off = data.off.split('|');
  const mark = (/** @type {string} */ it) => 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(it);
  return {
    due: new Date(due).toISOString().slice(0, 10),
    skipped: [...(found[3] ?? '')].map((it) => off[mark(it)]),
    closed: read(nth)?.[2] === '*',
    late,
    closes,
  };
}

/**
 * Date and hour where the site is, `2026-11-24T16:05…`.
 *
 * @param {string} clock minutes ahead of UTC, then after each `|` an instant and the minutes from then on
 * @param {number} instant milliseconds
 */
function localTime(clock, instant) {
  const [first, ...turns] = clock.split('|');
  const past = turns.map((it) => it.split(' ')).filter(([at]) => Date.parse(at ?? '') <= instant);
  return new Date(instant + Number(past.at(-1)?.[1] ?? first) * 60_000).toISOString();
}

/** @param {string} text a line of a calendar file; each may have 75 bytes */
const folded = (text) => text.replace(/.{18}(?=.)/gu, '$&\r\n ');

/** @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');

for (const it of globalThis.document?.querySelectorAll('[data-days]') ?? []) {
  const block = /** @type {HTMLElement} */ (it);
  const data = /** @type {any} */ (block.dataset);
  const now = localTime(data.clock, Date.now());
  const today = now.slice(0, 10);
  const found = dueFrom(data, today, now.slice(11, 16));
  if (!found) continue;
  const months = data.months.split('|');
  const inWords = (/** @type {string} */ iso) => {
    const [year, month, day] = iso.split('-');
    const weekday = data.weekdays.split('|')[(new Date(iso).getUTCDay() + 6) % 7];
    const date = months[1] ? `${Number(day)}\u00a0${months[Number(month) - 1]} ${year}` : `${day}/${month}/${year}`;
    return `${weekday} ${date}`;
  };
  const [filed, before, after, closed, latest, passed] = data.words.split('|');
  const when = found.closed ? ` (${closed})` : found.late ? `, ${after} ${found.closes}` : found.closes ? `, ${before} ${found.closes}` : '';
  const due = document.createElement('strong');
  due.textContent = inWords(found.due);
  const names = found.skipped.length ? ` ${passed}: ${found.skipped.join(', ')}.` : '';
  block.replaceChildren(`${filed} ${inWords(today)}${when}: ${latest} `, due, `.${names}`);

  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector('a[data-event]'));
  if (!link) continue;
  const compact = (/** @type {string} */ iso) => iso.replaceAll('-', '');
  const page = location.href.split('#')[0];
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const title = (document.querySelector('h1')?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//thutuc//vi', 'BEGIN:VEVENT',
    `UID:${compact(today)}-${encodeURIComponent(location.pathname)}@thutuc`, `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(found.due)}`, `SUMMARY:${escaped(`${link.dataset.event}: ${title}`)}`,
    `DESCRIPTION:${escaped(`${block.textContent}\n${page}`)}`, 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR',
  ];
  link.href = `data:text/calendar;charset=utf-8,${encodeURIComponent(`${lines.map(folded).join('\r\n')}\r\n`)}`;
  link.hidden = false;
}
