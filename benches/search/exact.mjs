/**
 * Do the answers from shards, whose lists are cut, equal those of exact ranking over everything?
 *
 *     SITE=public node exact.mjs RECORDS.jsonl QUERIES.tsv [most]
 *
 * The records are those of the scorer, from which SITE was made. The lists that the site cuts are
 * made again from the records, whole, and the module ranks with them and without a bound on the
 * files it reads. What the site kept of each list must be the best of the whole one, so the
 * impacts are proven in passing.
 *
 * @module
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { reading } from './engine.mjs';

const [records, queries, most = '5000'] = process.argv.slice(2);
const site = resolve(process.env.SITE ?? 'public');
const folder = join(site, 'search');
const { open } = await import(pathToFileURL(join(folder, 'search.js')).href);
const decoder = new TextDecoder();

class Reader {
  constructor(bytes) {
    [this.bytes, this.at] = [bytes, 0];
  }
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }
  take(length) {
    return this.bytes.subarray(this.at, (this.at += length));
  }
  text() {
    return decoder.decode(this.take(this.number()));
  }
}

function number(value) {
  const out = [];
  for (; value > 127; value = Math.floor(value / 128)) out.push((value % 128) | 128);
  return [...out, value];
}
const text = (it) => {
  const bytes = Buffer.from(it);
  return [...number(bytes.length), ...bytes];
};

// The core with other constants: nothing is cut, every file may be read.
const names = readdirSync(folder);
const first = new Reader(readFileSync(join(folder, 'core.bin')));
const parts = Array.from({ length: first.number() }, (_, at) => `core${at + 1}-${Buffer.from(first.take(3)).toString('hex')}.bin`);
const core = new Reader(inflateRawSync(Buffer.concat([first.take(Infinity), ...parts.map((it) => readFileSync(join(folder, it)))])));
const constants = JSON.parse(core.text());
const { cut, block, slots } = constants;
const whole = Buffer.concat([Buffer.from([0]), deflateRawSync(Buffer.concat([Buffer.from(text(JSON.stringify({ ...constants, cut: 2 ** 30, files: 2 ** 30 }))), core.take(Infinity)]))]);

/** @type {Map<string, number>} */
const slotOf = new Map();
for (const name of names.filter((it) => /^c\d/.test(it))) {
  const ids = new Reader(inflateRawSync(readFileSync(join(folder, name))));
  const from = Number(name.slice(1, name.indexOf('-'))) * block;
  for (let slot = from; slot < Math.min(from + block, slots); slot++) slotOf.set(ids.text(), slot);
}

// The impacts of a record, as src/index/tokens.rs has them.
const fold = (it) => it.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
const words = (it) => (fold(it).match(/\p{N}+|\p{Alphabetic}+/gu) ?? []).filter((it) => !/^\d+$/.test(it) || it.length <= 3 || /^(19|20)\d\d$/.test(it));
const f = Math.fround;
const FIELDS = { title: [4, 9], name: [3.5, 4], translation: [2.5, 6], summary: [1.2, 30], around: [0.8, 6] };
const ORDER = Object.keys(FIELDS);

/** List to impact. @returns {Map<string, number>} */
function impacts(record) {
  /** @type {Map<string, Map<string, number>>} */
  const found = new Map();
  const phrase = (said, field) => {
    const [weight, usual] = FIELDS[field].map(f);
    const it = words(said);
    const one = f(weight / f(f(0.5) + f(f(f(0.5) * it.length) / usual)));
    const add = (list) => {
      const fields = found.get(list) ?? new Map();
      fields.set(field, Math.max(fields.get(field) ?? 0, one));
      found.set(list, fields);
    };
    it.forEach((word, at) => {
      add(`${word} `);
      if (at) add(`${it[at - 1]} ${word}`);
    });
    if (it.length && ORDER.indexOf(field) <= 2) [`${it[0]} <`, `${it.at(-1)} >`].forEach(add);
  };
  phrase(record.title, 'title');
  for (const name of record.keywords ?? []) phrase(name, 'name');
  if (record.title_en) phrase(record.title_en, 'translation');
  phrase(record.summary, 'summary');
  phrase(record.field, 'around');
  const of = new Map();
  for (const [list, fields] of found) {
    let [best, sum] = [f(0), f(0)];
    for (const field of ORDER) {
      const one = fields.get(field);
      if (one === undefined) continue;
      best = f(Math.max(best, one));
      sum = f(sum + one);
    }
    const weight = f(best + f(f(sum - best) / f(4)));
    of.set(list, Math.min(31, Math.max(1, Math.round(f(f(weight / f(weight + f(2))) * f(31))))));
  }
  return of;
}

/** @type {Map<string, [number, number][]>} impact and slot */
const lists = new Map();
for (const line of readFileSync(records, 'utf8').trim().split('\n')) {
  const record = JSON.parse(line);
  for (const [list, impact] of impacts(record)) {
    if (!lists.has(list)) lists.set(list, []);
    lists.get(list).push([impact, slotOf.get(record.slug)]);
  }
}
for (const list of lists.values()) list.sort((a, b) => b[0] - a[0] || a[1] - b[1]);

/** A shard with its cut lists made whole. */
let [made, wrong] = [0, 0];
function uncut(bytes) {
  const shard = new Reader(inflateRawSync(bytes));
  const out = [];
  let before = '';
  const coded = (last) => {
    const from = shard.at;
    const shared = shard.number();
    const rest = shard.text();
    out.push(...shard.bytes.subarray(from, shard.at));
    return decoder.decode(Buffer.from(last).subarray(0, shared)) + rest;
  };
  while (shard.at < shard.bytes.length) {
    before = coded(before);
    const count = shard.number();
    out.push(...number(count));
    let second = '';
    for (let left = count; left; left--) {
      second = coded(second);
      const from = shard.at;
      const held = shard.number();
      const kept = [];
      while (kept.length < Math.min(held, cut)) {
        const byte = shard.bytes[shard.at++];
        let slot = 0;
        for (let size = byte & 7 || shard.number(); size; size--) kept.push([byte >> 3, (slot += shard.number())]);
      }
      const all = lists.get(`${before} ${second}`);
      if (!before.startsWith('#') && (all?.length !== held || kept.some((it, at) => it[0] !== all[at][0] || it[1] !== all[at][1]))) {
        if (!wrong++) console.error(`${before} ${second}: ${held} of the site, ${all?.length} of the records`, kept.slice(0, 3), all?.slice(0, 3));
      }
      if (held <= cut || !all) {
        out.push(...shard.bytes.subarray(from, shard.at));
        continue;
      }
      made++;
      out.push(...number(all.length));
      for (let at = 0; at < all.length; ) {
        const group = all.slice(at).filter((it) => it[0] === all[at][0]);
        out.push(all[at][0] << 3, ...number(group.length));
        let last = 0;
        for (const [, slot] of group) {
          out.push(...number(slot - last));
          last = slot;
        }
        at += group.length;
      }
    }
  }
  return deflateRawSync(Buffer.from(out));
}

const plain = reading(site);
const exactly = async (url) => {
  const name = new URL(url).pathname.split('/').at(-1);
  if (name === 'core.bin') return new Response(whole);
  if (/^s[01]*-/.test(name)) return new Response(uncut(readFileSync(join(folder, name))));
  return plain(url);
};

const [ours, exact] = [await open('http://site/', { fetch: plain }), await open('http://site/', { fetch: exactly })];
const asked = [...new Set(readFileSync(queries, 'utf8').trim().split('\n').map((it) => it.split('\t')[0]))].slice(0, Number(most));
let same = 0;
for (const query of asked) {
  const [a, b] = [await ours.search(query, { limit: 5 }), await exact.search(query, { limit: 5 })];
  const ids = (it) => it.results.map((it) => it.id).join(' ');
  if (ids(a) === ids(b)) same++;
  else if (process.env.SHOW) console.log(query, '\n  ', ids(a), '\n  ', ids(b));
}
console.log(`${same} of ${asked.length} the same (${((100 * same) / asked.length).toFixed(2)} %); ${made} lists were cut, ${wrong} differ from the records`);
