// The search of a thutuc site: reads the index beside it and answers queries as people type them.
// What the files hold stands in docs/search-format.md.

/**
 * @typedef {object} Result
 * @property {string} id of the procedure
 * @property {string} url relative to the address given to `open`
 * @property {string} title
 * @property {string} task what its reader wants; empty where the title says it
 * @property {string} time in words; empty where no source says
 * @property {string} fee in words
 * @property {string} level `full`, `partial`, `information`; empty where nobody confirmed it
 * @property {string} field
 * @property {string} fieldLang language of `field`; empty where it is the site's
 * @property {[number, number][]} marks matched words: first and past-last UTF-16 unit of the title
 *
 * @typedef {object} Answer
 * @property {string} understood the query as it was taken
 * @property {boolean} repaired was it decoded or corrected?
 * @property {number} total of all results, shown or not
 * @property {Result[]} results best first
 * @property {Result[]} near where nothing is found: what may be meant all the same, three at most
 * @property {Record<string, {value: string, title: string, lang: string, count: number}[]>} facets `lang` as above, of the title
 *
 * @typedef {object} Options
 * @property {number} [limit] of results; 6 if not given
 * @property {Record<string, string[]>} [filters] values by facet: any of one, all of several
 * @property {boolean} [facets] count the values of each facet as well
 * @property {boolean} [verbatim] take the query as it stands: no decoding, no correction
 *
 * @typedef {{ word: string, typed: string, cost: number, repair: number, prefix: boolean, open: boolean, ends: boolean, strange: boolean, asks: boolean }} Token
 * @typedef {{ held: number, impacts: Uint8Array, slots: Uint32Array }} List
 * @typedef {Map<string, Map<string, List>>} Shard
 *
 * One list that a query asks for; where it `begins`, all of the first word whose second begins so and
 * has that `edge`, with the second itself where that is `whole`.
 * @typedef {{ at: number, bits: number, points: number, first: string, second: string, file: string, begins?: { edge: string, whole: boolean } }} Want
 */

const VERSION = 12;
export const FACETS = ['field', 'audience', 'agency', 'channel', 'level', 'province'];

export class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  byte() {
    return this.bytes[this.at++] ?? 0;
  }
  number() {
    let value = 0;
    for (let shift = 0; shift < 32; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    return value >>> 0;
  }
  /** How many follow: each takes a byte at least, whatever a damaged file says. */
  count() {
    return Math.min(this.number(), Math.max(this.bytes.length - this.at, 0));
  }
  /** @param {number} length */
  take(length) {
    return this.bytes.subarray(this.at, (this.at += length));
  }
  text() {
    return decoder.decode(this.take(this.number()));
  }
  /** @param {string} before */
  frontCoded(before) {
    const shared = this.number();
    const rest = this.text();
    return isAscii(before) ? before.slice(0, shared) + rest : decoder.decode(encoder.encode(before).subarray(0, shared)) + rest;
  }
  hash() {
    return [...this.take(3)].map((it) => it.toString(16).padStart(2, '0')).join('');
  }
  hashes() {
    return Array.from({ length: this.count() }, () => this.hash());
  }
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
/** @param {string} text */
const isAscii = (text) => /^[\0-\x7f]*$/.test(text);

/** @param {string} text */
export function hash(text) {
  let hash = 0x811c9dc5;
  for (const byte of encoder.encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** 16 times the logarithm to base 2, by straight lines. @param {number} value */
export function logarithm(value) {
  const power = 31 - Math.clz32(value);
  return 16 * power + Math.floor((value * 16) / 2 ** power) - 16;
}

/** @param {string} second */
function order(second) {
  const bytes = encoder.encode(second);
  let sum = 0;
  for (let at = 0; at < 3; at++) {
    const it = bytes[at];
    const digit = it >= 48 && it <= 57 ? it - 46 : it >= 97 && it <= 122 ? it - 85 : 38;
    sum = sum * 40 + (at >= bytes.length || it === 60 || it === 62 ? 0 : digit);
  }
  return sum;
}

/** @param {string} first */
function head(first) {
  const it = hash(first);
  return ((it ^ (it >>> 16)) & 0xffff) * 65536;
}

/** Where lists lie: leaves in order, each from a place on. */
class Tree {
  /** @param {Reader} reader */
  constructor(reader) {
    const length = reader.number();
    const bits = reader.take(Math.ceil(length / 8));
    /** @type {{ from: number, name: string }[]} */
    this.leaves = [];
    let next = 0;
    /** @param {number} at */
    const parted = (at) => (bits[at >> 3] >> (at & 7)) & 1;
    /** @type {[string, number, boolean][]} where a leaf is the second of two of one node, it has the hash of the first */
    const paths = [];
    /** @param {string} path @param {number} from @param {number} width @param {boolean} second */
    const walk = (path, from, width, second) => {
      const at = next++;
      if (parted(at)) {
        const twins = !parted(at + 1) && !parted(at + 2);
        walk(`${path}0`, from, width / 2, false);
        walk(`${path}1`, from + width / 2, width / 2, twins);
      } else paths.push([path, from, second]);
    };
    walk('', 0, 2 ** 32, false);
    let of = '';
    for (const [path, from, second] of paths) {
      if (!second) of = reader.hash();
      this.leaves.push({ from, name: of === '000000' ? '' : `s${path}-${of}.bin` });
    }
  }
  /** Names of the files with places from one to another. @param {number} from @param {number} to */
  names(from, to) {
    let low = 0;
    for (let high = this.leaves.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (this.leaves[middle].from <= from) low = middle;
      else high = middle;
    }
    const found = [];
    for (; this.leaves[low]?.from <= to; low++) if (this.leaves[low].name) found.push(this.leaves[low].name);
    return found;
  }
}

/**
 * Opens the index below `base`, the address of a language's home page with a slash at its end.
 *
 * @param {string} base
 * @param {{ fetch?: typeof fetch, files?: Record<string, string> }} [options] `files`: base64 of every file, for pages without a server
 */
export async function open(base, { fetch = globalThis.fetch, files } = {}) {
  /** @param {string} name */
  const load = async (name) => {
    if (files) return Uint8Array.from(atob(files[name]), (it) => it.charCodeAt(0));
    const response = await fetch(`${base}search/${name}`);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  const core = async () => {
    const first = new Reader(await load('core.bin'));
    const more = first.hashes();
    const rest = await Promise.all(more.map((it, at) => load(`core${at + 1}-${it}.bin`)));
    return [first.take(first.bytes.length), ...rest];
  };
  // A publication between two files takes the older ones away.
  const parts = await core().catch(core);
  const index = new Index(new Reader(await inflate(parts)), parts.length, async (...names) => inflate(await Promise.all(names.map(load))));
  return { search: index.search.bind(index), index };
}

/** @param {Uint8Array[]} parts */
async function inflate(parts) {
  const stream = new Blob(/** @type {BlobPart[]} */ (parts)).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export class Index {
  /** @param {Reader} core @param {number} parts of it @param {(...names: string[]) => Promise<Uint8Array>} load one file that was cut into these */
  constructor(core, parts, load) {
    this.is = JSON.parse(core.text());
    if (this.is.version !== VERSION) throw new Error('the index does not fit this searcher');
    this.load = load;
    /** Files with lists that one query may read. */
    this.most = Math.max(this.is.files - parts, 4);
    /** @type {Map<string, number>} word to rarity */
    this.words = new Map();
    let before = '';
    this.sorted = Array.from({ length: core.count() }, () => (before = core.frontCoded(before)));
    for (const word of this.sorted) this.words.set(word, core.byte());
    /** @type {Map<string, Uint8Array>} the marks with which a word is written here, a bit for each */
    this.spellings = new Map(this.sorted.map((word) => [word, core.take(core.byte())]));
    this.plain = this.sorted.filter(isAscii);
    this.short = this.plain.filter((it) => it.length < 4);
    const ranked = [...this.sorted].sort((a, b) => this.worth(a) - this.worth(b));
    /** @type {Map<string, number>} the commonest word comes first */
    this.ranks = new Map(ranked.map((it, at) => [it, at]));
    /** @type {Set<number>} words that stand together in some title: rank of the first × number of words + rank of the second */
    this.pairs = new Set();
    const follow = ranked.map(() => core.count());
    for (const [first, held] of follow.entries()) for (let it = 0, rank = 0; it < held; it++) this.pairs.add(first * ranked.length + (rank += core.number()));
    this.lists = new Tree(core);
    this.groups = core.hashes();
    this.columns = FACETS.map(() => ({ values: core.hashes(), parts: core.hashes() }));
    /** @type {string[]} */
    this.signposts = core.hashes();
    /** @type {Map<string, string>} */
    this.strokes = new Map(this.is.strokes.map((/** @type {string} */ it) => [it[0], it[1]]));
    this.english = new Set(this.is.english.split(' '));
    this.questions = new Set([...this.english, ...this.is.questions.split(' ')]);
    this.phrases = new Set(this.is.phrases.split(','));
    this.near = new Map();
    for (const [pairs, cost] of [[keyPairs(this.is.keys), this.is.cost.neighbour], [this.is.sounds, this.is.cost.sound]])
      for (const [a, b] of pairs) this.near.set(a + b, cost).set(b + a, cost);
    /** @type {Map<string, Promise<any>>} what was read, decoded */
    this.kept = new Map();
    this.newest = 0;
    /** @type {Map<string, { word: string, cost: number }[]>} */
    this.alike = new Map();
    this.joins = new Int32Array(this.is.slots);
    this.scores = new Float64Array(this.is.slots);
    this.covers = new Int32Array(this.is.slots);
  }

  /** @param {string} name @param {(reader: Reader) => any} decode */
  read(name, decode) {
    let found = this.kept.get(name);
    if (!found) {
      found = this.load(name).then((bytes) => decode(new Reader(bytes)));
      found.catch(() => this.kept.delete(name));
      this.kept.set(name, found);
    }
    return found;
  }

  /** Small letters without marks. @param {string} text */
  fold(text) {
    if (isAscii(text)) return text.toLowerCase();
    const small = text.normalize('NFD').toLowerCase().normalize('NFD');
    return small.replace(/\p{M}/gu, '').replace(/[đĐ]/g, (it) => this.strokes.get(it) ?? it);
  }

  /**
   * Syllables and numbers, with the place of each.
   * @param {string} text
   */
  syllables(text) {
    const found = [];
    for (const match of text.matchAll(/\p{N}[\p{N}\p{M}]*|(?![\p{N}\p{M}])\p{Alphabetic}(?:(?!\p{N})[\p{Alphabetic}\p{M}])*/gu)) {
      const word = this.fold(match[0]);
      if (word) found.push({ word, from: match.index, to: match.index + match[0].length, typed: match[0] });
    }
    return found;
  }

  /** Which marks a text carries, a bit for each kind. @param {string} text */
  marksOf(text) {
    let found = 0;
    if (!isAscii(text)) for (const c of text.normalize('NFD')) this.is.marks.forEach((/** @type {string} */ kind, /** @type {number} */ at) => kind.includes(c) && (found |= 1 << at));
    return found;
  }

  /** Do these two stand together in some title? @param {string} a @param {string} b */
  together(a, b) {
    const [first, second] = [this.ranks.get(a), this.ranks.get(b)];
    return first !== undefined && second !== undefined && this.pairs.has(first * this.sorted.length + second);
  }

  /** What raw keys of Telex or VNI would have written, if that is a word here. @param {string} chunk */
  decoded(chunk) {
    if (/^[a-z]+[1-9][a-z1-9]*$/.test(chunk)) {
      const plain = chunk.replace(/[1-9]/g, '');
      return this.words.has(plain) ? plain : '';
    }
    // Tone keys come after a vowel, `w` after a, o, u or in place of ư.
    const [, onset, rest] = /^([^aeiouyw]*)([aeiouyw].*)$/.exec(chunk) ?? [];
    if (!rest) {
      const plain = chunk.replaceAll('dd', 'd');
      return plain !== chunk && this.words.has(plain) ? plain : '';
    }
    // A syllable has one tone.
    if (new Set([...rest].filter((it) => this.is.telexTones.includes(it))).size > 1) return '';
    if (/[eiy]w|[^auow]w.*w/.test(rest) || !/^[a-z]+$/.test(chunk)) return '';
    let plain = onset.replace('dd', 'd') + [...rest].filter((it) => !this.is.telexTones.includes(it)).join('');
    if (/[aeiouy]/.test(rest)) for (const [keys, letter] of this.is.telex) plain = plain.replaceAll(keys, letter);
    else plain = plain.replace(/w+/, 'u');
    return plain !== chunk && this.words.has(plain) ? plain : '';
  }

  /**
   * Words that may have been meant: the distance goes along the sorted words, and what two
   * neighbours share is worked out once.
   * @param {string} typed
   */
  similar(typed) {
    const memo = this.alike.get(typed);
    if (memo) return memo;
    const { cost } = this.is;
    const n = typed.length;
    const most = cost.most[Math.min(n, cost.most.length - 1)];
    /** @type {{ word: string, cost: number }[]} */
    const found = [];
    if (!most || !isAscii(typed)) return found;
    const rows = [Uint32Array.from({ length: n + 1 }, (_, at) => at * cost.insert + (at ? cost.first : 0))];
    const leasts = [0];
    let before = '';
    let dead = Infinity;
    for (const word of this.plain) {
      let shared = 0;
      while (shared < before.length && before[shared] === word[shared]) shared++;
      before = word;
      if (shared >= dead) continue;
      dead = Infinity;
      for (let at = shared; at < word.length; at++) {
        const above = rows[at];
        const row = (rows[at + 1] ??= new Uint32Array(n + 1));
        const c = word[at];
        const insert = at === 0 ? cost.insert + cost.first : word[at - 1] === c ? cost.double : cost.insert;
        let least = (row[0] = above[0] + insert);
        for (let it = 1; it <= n; it++) {
          const t = typed[it - 1];
          let best = above[it - 1] + (t === c ? 0 : (this.near.get(t + c) ?? cost.substitute) + (at === 0 && it === 1 ? cost.first : 0));
          best = Math.min(best, above[it] + insert, row[it - 1] + (it > 1 && typed[it - 2] === t ? cost.double : cost.insert));
          if (at && it > 1 && t === word[at - 1] && typed[it - 2] === c && t !== c) best = Math.min(best, rows[at - 1][it - 2] + cost.swap);
          row[it] = best;
          if (best < least) least = best;
        }
        leasts[at + 1] = least;
        // A swap may still come out of the row above.
        if (least > most && leasts[at] > most) {
          dead = at + 1;
          break;
        }
      }
      if (dead === Infinity && word !== typed && rows[word.length][n] <= most) found.push({ word, cost: rows[word.length][n] });
    }
    found.sort((a, b) => a.cost - b.cost || this.worth(a.word) - this.worth(b.word) || (a.word < b.word ? -1 : 1));
    found.length = Math.min(found.length, 16);
    if (this.alike.size > 500) this.alike.clear();
    this.alike.set(typed, found);
    return found;
  }

  /** Words that have one letter more, wherever it stands. @param {string} typed of one or two letters */
  grown(typed) {
    return typed.length > 2 ? [] : this.short.filter((it) => it.length === typed.length + 1 && [...it].some((_, at) => it.slice(0, at) + it.slice(at + 1) === typed));
  }

  /**
   * Words that were typed without spaces between them, one of them perhaps with an error.
   * @param {string} typed
   * @returns {{ words: string[], cost: number }[]}
   */
  pieces(typed) {
    const { cost } = this.is;
    const n = typed.length;
    if (n < 3 || n > 30 || !isAscii(typed)) return [];
    /** @param {number} from @param {number} to */
    const piece = (from, to) => (to - from <= 12 && this.words.has(typed.slice(from, to)) && !(to - from === 1 && /\d/.test(typed[from])) ? typed.slice(from, to) : '');
    /** @param {string} a @param {string} b */
    const price = (a, b) => cost.split + (this.together(a, b) ? 0 : cost.apart) + (b.length === 1 || a.length === 1 ? cost.split : 0);
    // The cheapest way to cut what stands before each place, and what stands after it.
    const heads = [{ words: /** @type {string[]} */ ([]), cost: 0 }];
    for (let to = 1; to <= n; to++)
      for (let from = Math.max(0, to - 12); from < to; from++) {
        const before = heads[from];
        const word = before && piece(from, to);
        if (!word) continue;
        const sum = before.cost + (before.words.length ? price(before.words[before.words.length - 1], word) : 0);
        if (!heads[to] || sum < heads[to].cost) heads[to] = { words: [...before.words, word], cost: sum };
      }
    /** @type {{ words: string[], cost: number }[]} */
    const tails = [];
    tails[n] = { words: [], cost: 0 };
    for (let from = n - 1; from > 0; from--)
      for (let to = Math.min(n, from + 12); to > from; to--) {
        const after = tails[to];
        const word = after && piece(from, to);
        if (!word) continue;
        const sum = after.cost + (after.words.length ? price(word, after.words[0]) : 0);
        if (!tails[from] || sum < tails[from].cost) tails[from] = { words: [word, ...after.words], cost: sum };
      }
    const found = heads[n] && heads[n].words.length > 1 ? [heads[n]] : [];
    for (let from = 0; from < n; from++)
      for (let to = Math.min(n, from + 10); to > from + 1; to--) {
        const before = heads[from];
        const after = tails[to];
        if (!before || !after || (from === 0 && to === n)) continue;
        for (const other of this.similar(typed.slice(from, to)).slice(0, 6)) {
          const [a, b] = [before.words.at(-1), after.words[0]];
          if ((a && !this.together(a, other.word)) || (b && !this.together(other.word, b))) continue;
          const words = [...before.words, other.word, ...after.words];
          found.push({ words, cost: before.cost + after.cost + other.cost + cost.split * ((a ? 1 : 0) + (b ? 1 : 0)) });
        }
      }
    return found.sort((a, b) => a.cost - b.cost || (a.words.join(' ') < b.words.join(' ') ? -1 : 1)).slice(0, 8);
  }

  /**
   * The likeliest way to read the query: the cheapest path through all candidates. Where something
   * was put right in it, the next that reads other words comes as well, if it costs hardly more.
   * @param {string} query @param {boolean} verbatim @param {boolean} [careful] leave words alone that are words here
   * @returns {Token[][]}
   */
  understand(query, verbatim, careful = false) {
    const { cost } = this.is;
    /** @type {{ word: string, typed: string, keys: string, marks: number, asks: boolean }[]} */
    const typed = [];
    for (const chunk of query.split(/\s+/)) {
      const folded = this.fold(chunk);
      const keys = /^[a-z]+[1-9][a-z1-9]*$/.test(folded) && this.decoded(folded);
      if (keys) typed.push({ word: folded, typed: chunk, keys, marks: 0, asks: false });
      else for (const it of this.syllables(chunk)) typed.push({ word: it.word, typed: it.typed, keys: isAscii(it.typed) ? this.decoded(it.word) : '', marks: this.marksOf(it.typed), asks: false });
    }
    typed.length = Math.min(typed.length, this.is.tokens);
    typed.forEach((it, at) => (it.asks = this.isPhrase(typed[at - 1], it) || this.isPhrase(it, typed[at + 1])));
    // Whoever marks most words means the others without.
    const marked = typed.filter((it) => it.marks).length * 2 >= typed.length;
    // Who set marks goes on with a word that has them.
    /** @param {string} word @param {{ marks: number }} it */
    const goesOn = (word, it) => {
      const known = this.spellings.get(word);
      return !it.marks || !known?.length || known.some((marks) => (marks & it.marks) === it.marks);
    };
    const open = /[\p{Alphabetic}\p{N}\p{M}]$/u.test(query);
    /** @param {string} word */
    const known = (word) => this.words.has(word);
    // In Vietnamese the English words of questions are others: `an` is `án`, `to` is `tổ`.
    const english = typed.every((it) => !it.marks && (this.questions.has(it.word) || !this.isStrange(it.word, 0)));
    /** @param {string} word */
    const asks = (word) => this.questions.has(word) && (english || !this.english.has(word) || !known(word));
    /** @type {{ cost: number, last: string, from: any, tokens: Token[] }[][]} */
    const states = typed.map(() => []);
    states.push([]);
    states[0] = [{ cost: 0, last: '', from: null, tokens: [] }];
    for (let at = 0; at < typed.length; at++) {
      const before = states[at];
      const it = typed[at];
      // Where the site knows what was typed, another word is less likely meant.
      const doubt = known(it.word) && !((marked || !isAscii(it.typed)) && this.isStrange(it.word, it.marks)) ? cost.known : 0;
      /** @param {number} width @param {number} price @param {string[]} words */
      const step = (width, price, words, prefix = false) => {
        for (const state of before) {
          let sum = state.cost + price;
          let last = state.last;
          for (const word of words) {
            const together = last && (prefix ? this.completes(last, word) : this.together(last, word));
            if (last && !together) sum += asks(word) || asks(last) ? cost.asked : cost.apart;
            // Beside its neighbour a rare word is as likely as a common one.
            if (!together) sum += this.worth(word) >> 5;
            last = word;
          }
          const odd = words.length === 1 && (marked || it.marks > 0) && this.isStrange(words[0], it.marks);
          const tokens = words.map((word, at) => {
            const other = at || word === it.word ? 0 : price;
            return { word, typed: it.typed, cost: other, repair: other > cost.decoded ? other + doubt : 0, prefix, open: false, ends: false, strange: odd, asks: it.asks };
          });
          states[at + width].push({ cost: sum, last, from: state, tokens });
        }
      };
      const number = /^\p{N}/u.test(it.word);
      step(1, known(it.word) || it.asks || this.questions.has(it.word) ? 0 : cost.unknown, [it.word]);
      if (!verbatim) {
        if (it.keys) step(1, cost.decoded, [it.keys]);
        const isLast = at === typed.length - 1 && open;
        if (isLast && !number && this.completions(it.word).some((word) => goesOn(word, it))) step(1, cost.prefix, [it.word], true);
        const next = typed[at + 1];
        const sure = known(it.word) && (!before[0].last || this.together(before[0].last, it.word)) && (!next || this.together(it.word, next.word));
        // Whoever set the marks of a word that is written here means it.
        const written = it.marks && this.spellings.get(it.word)?.includes(it.marks);
        if (!number && !sure && !written && !(careful && known(it.word))) {
          for (const other of this.similar(it.word)) step(1, other.cost, [other.word]);
          // So many words have one letter more than a short one: only those beside a neighbour.
          for (const word of this.grown(it.word))
            if ((next && this.together(word, next.word)) || before.some((state) => state.last && this.together(state.last, word))) step(1, cost.insert + cost.first, [word]);
          if (!known(it.word)) for (const { words, cost } of this.pieces(it.word)) step(1, cost, words);
        }
        if (next && (!known(it.word) || !known(next.word)) && known(it.word + next.word)) step(2, cost.merge, [it.word + next.word]);
      }
      /** @type {any[]} two that end alike are enough to tell what else was meant */
      const kept = [];
      for (const it of states[at + 1].sort((a, b) => a.cost - b.cost)) if (kept.length < 10 && kept.filter((other) => other.last === it.last).length < 2) kept.push(it);
      states[at + 1] = kept;
    }
    const [first, ...others] = states[typed.length];
    /** @returns {Token[]} */
    const path = (/** @type {any} */ state) => {
      const tokens = [];
      for (; state.from; state = state.from) tokens.unshift(...state.tokens);
      // A space tells that more follows.
      const last = tokens.at(-1);
      if (last) Object.assign(last, { open, ends: !/\s$/.test(query) });
      for (const it of tokens) it.asks ||= asks(it.word);
      return tokens.slice(0, 30);
    };
    const best = path(first);
    if (!best.some((it) => it.repair)) return [best];
    const near = others.filter((it) => it.cost <= first.cost + cost.near).map(path);
    const other = near.find((it) => !it.some(({ prefix }) => prefix) && wordsOf(it) !== wordsOf(best));
    return other ? [best, other] : [best];
  }

  /** Do these two ask only together? @param {{ word: string } | undefined} a @param {{ word: string } | undefined} b */
  isPhrase(a, b) {
    return this.phrases.has(`${a?.word} ${b?.word}`);
  }

  /** Is this word written here, but never with these marks? @param {string} word @param {number} marks */
  isStrange(word, marks) {
    const known = this.spellings.get(word);
    return !!known?.length && !known.includes(marks);
  }

  /** How rare a word of the site is. @param {string} word */
  worth(word) {
    return this.words.get(word) ?? 0;
  }

  /** The commonest words that begin so, the word itself not among them. @param {string} prefix */
  completions(prefix) {
    let low = 0;
    for (let high = this.sorted.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle] < prefix) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (; low < this.sorted.length && this.sorted[low].startsWith(prefix); low++) if (this.sorted[low] !== prefix) found.push(this.sorted[low]);
    return found.sort((a, b) => this.worth(a) - this.worth(b) || (a < b ? -1 : 1));
  }

  /** @param {string} last @param {string} prefix */
  completes(last, prefix) {
    return this.completions(prefix).some((it) => this.together(last, it));
  }

  /** @param {Reader} reader @returns {Shard} */
  shard(reader) {
    const shard = new Map();
    let first = '';
    while (reader.at < reader.bytes.length) {
      first = reader.frontCoded(first);
      const lists = new Map();
      let second = '';
      for (let left = reader.count(); left; left--) {
        second = reader.frontCoded(second);
        lists.set(second, this.entries(reader));
      }
      shard.set(first, lists);
    }
    return shard;
  }

  /** @param {Reader} reader @returns {List} */
  entries(reader) {
    const held = reader.number();
    const kept = Math.min(held, this.is.cut);
    const impacts = new Uint8Array(kept);
    const slots = new Uint32Array(kept);
    for (let at = 0; at < kept; ) {
      const byte = reader.byte();
      const size = byte & 7 || reader.number();
      let slot = 0;
      for (let it = 0; it < size && at < kept; it++, at++) {
        slot += reader.number();
        impacts[at] = byte >> 3;
        slots[at] = slot;
      }
      if (!size) break;
    }
    return { held, impacts, slots };
  }

  /** @param {number} held */
  rarity(held) {
    return Math.max(logarithm(2 * this.is.documents + 2) - logarithm(2 * held + 1), 8);
  }

  /**
   * @param {string} query
   * @param {Options} [options]
   * @returns {Promise<Answer>}
   */
  async search(query, { limit = 6, filters = {}, facets = false, verbatim = false } = {}) {
    const mine = ++this.newest;
    const stale = () => {
      if (mine !== this.newest) throw new DOMException('a newer query came', 'AbortError');
    };
    query = query.slice(0, 400).trimStart();
    const [careful] = this.understand(query, verbatim, true);
    /** @type {Token[][]} */
    const readings = [];
    const { ours, others } = this.whose(query);
    for (const it of [careful, ...this.understand(query, verbatim)].map((it) => (others ? [] : this.withoutName(it)))) if (!readings.some((other) => wordsOf(other) === wordsOf(it))) readings.push(it);
    /** @type {Set<string>} */
    const files = new Set();
    const [byCode, ...ranked] = await Promise.all([this.codes(query), ...readings.map((it) => this.rank(it, files, ours))]);
    stale();
    const proven = ranked.reduce((best, it) => (it.proof > best.proof ? it : best));
    const tokens = readings[ranked.indexOf(proven)];
    let slots = byCode.length ? byCode : proven.slots;
    const wanted = Object.entries(filters).filter(([, values]) => values?.length);
    /** @type {Answer['facets']} */
    let counted = {};
    if (wanted.length || facets) [slots, counted] = await this.narrow(slots, wanted, facets);
    /** @param {number[]} slots */
    const shown = async (slots) => (await Promise.all(slots.map((slot) => this.card(slot)))).map((card) => ({ ...card, marks: this.marks(card.title, tokens) }));
    const results = await shown(slots.slice(0, limit));
    const near = await shown(byCode.length || wanted.length ? [] : proven.near);
    stale();
    const changed = tokens.some((it) => it.cost > 0);
    return { understood: this.said(tokens, results[0]?.title ?? '') || query, repaired: changed && !byCode.length, total: slots.length, results, near, facets: counted };
  }

  /** Is it of ours, as one of our phrases says; or else of others, as one of theirs does? @param {string} query */
  whose(query) {
    let rest = ` ${this.syllables(query).map((it) => it.word).join(' ')} `;
    let others = false;
    for (const it of this.is.others) {
      const left = rest.replaceAll(` ${it} `, '  ');
      // What stands in both lists is of nobody.
      others ||= left !== rest && !this.is.ours.includes(it);
      rest = left;
    }
    const ours = this.is.ours.some((/** @type {string} */ it) => rest.includes(` ${it} `));
    return { ours, others: others && !ours };
  }

  /** Where what follows a head begins: a name, perhaps. @param {string[]} words */
  pastHead(words) {
    return words.findIndex((_, at) => [words[at - 1], `${words[at - 2]} ${words[at - 1]}`].some((it) => this.is.heads.includes(it)));
  }

  /** Do these say more than whose office? @param {{ word: string, asks: boolean }[]} words */
  saysMore(words) {
    return words.some((it) => !it.asks && !this.is.headWords.includes(it.word));
  }

  /**
   * Without the name behind a head: no known word alone, and none of it stands in a title beside its
   * neighbour just as it was typed.
   * @param {Token[]} tokens
   */
  withoutName(tokens) {
    const past = this.pastHead(tokens.map((it) => it.word));
    const typed = tokens.map((it) => (it.repair || it.strange ? { ...it, word: '' } : it));
    const isMatter = past === tokens.length - 1 && this.words.has(typed[past]?.word);
    if (past < 0 || isMatter || typed.some((it, at) => at >= past && !it.asks && this.standsBeside(typed, at))) return tokens;
    const kept = tokens.slice(0, past);
    return this.saysMore(kept) ? kept : [];
  }

  /**
   * Does some title have this word beside the one before it, or the one after? A phrase that no title
   * has is one of questions, whatever stands beside it.
   * @param {Token[]} tokens @param {number} at
   */
  standsBeside(tokens, at) {
    let stands = false;
    for (const nth of [at, at + 1]) {
      const [a, b] = [tokens[nth - 1], tokens[nth]];
      if (!a || !b) continue;
      const together = b.prefix ? this.completes(a.word, b.word) : this.together(a.word, b.word);
      if (!this.isPhrase(a, b)) stands ||= together;
      else if (!together) return false;
    }
    return stands && !tokens[at].prefix;
  }

  /**
   * The lists that a query asks for, in the order of its words.
   * @param {(Token & { counts: boolean })[]} asked
   */
  wants(asked) {
    const { weight } = this.is;
    /** @type {Want[]} */
    const wants = [];
    const seen = new Set();
    const counts = asked.map((it) => it.counts);
    const [opening, closing] = [counts.indexOf(true), counts.lastIndexOf(true)];
    for (const [at, it] of asked.entries()) {
      if (!it.counts) continue;
      const next = asked[at + 1];
      const bit = 1 << at;
      /** @param {number} bits @param {string} first @param {string} second @param {number} points */
      const ask = (bits, first, second, points) => {
        const [file] = this.lists.names(head(first) + order(second), head(first) + order(second));
        if (file) wants.push({ at, bits, first, second, points, file });
      };
      if (it.prefix) {
        if (this.words.has(it.word)) ask(bit, it.word, '', weight.single);
        // The word before it tells better how it may go on than the commonest words do.
        const before = asked[at - 1];
        if (!before?.counts || !this.completes(before.word, it.word)) for (const word of this.completions(it.word).slice(0, 3)) ask(bit, word, '', (weight.single * weight.completed) >> 4);
        continue;
      }
      if (!this.words.has(it.word)) continue;
      ask(bit, it.word, '', seen.has(it.word) ? 0 : weight.single);
      if (at === opening) ask(bit, it.word, this.is.begin, weight.edge);
      if ((it.ends || (at === closing && next)) && !seen.has(it.word)) ask(bit, it.word, this.is.end, weight.edge);
      seen.add(it.word);
      if (!next?.prefix && !next?.counts) continue;
      const both = bit | (bit << 1);
      const known = !next.prefix && this.words.has(next.word);
      const goesOn = next.prefix || (next.open && known);
      if (known) {
        // It may as well be the beginning of a word that stands here.
        ask(both, it.word, next.word, goesOn && this.completes(it.word, next.word) ? weight.either : weight.pair);
        if (at === opening) ask(both, it.word, next.word + this.is.begin, weight.bound);
      }
      if (!goesOn) continue;
      const [from, to] = [head(it.word) + order(next.word), head(it.word) + order(`${next.word}zzz`)];
      const files = this.lists.names(from, to).slice(0, 3);
      /** @param {string} edge @param {number} points */
      const begin = (edge, points) => {
        for (const file of files) wants.push({ at, bits: both, points, first: it.word, second: next.word, file, begins: { edge, whole: next.prefix } });
      };
      begin('', (weight.pair * (next.prefix ? weight.completed : weight.begun)) >> 4);
      if (at === opening) begin(this.is.begin, weight.bound);
      if (next.prefix) begin(this.is.end, weight.bound);
    }
    return wants;
  }

  /**
   * Those whose files are few enough; `missed` has a bit for each pair that is not.
   * @param {Want[]} wants @param {number[]} need @param {Set<string>} files
   */
  affordable(wants, need, files) {
    const first = need.findIndex((it) => it > 0);
    const order = [...need.keys()].filter((at) => need[at]).sort((a, b) => Number(b === first) - Number(a === first) || need[b] - need[a] || a - b);
    /** @type {Want[]} */
    const kept = [];
    let missed = 0;
    for (const at of order) {
      const own = wants.filter((it) => it.at === at);
      const some = own.filter((it) => {
        if (!files.has(it.file) && files.size >= this.most) return false;
        files.add(it.file);
        return true;
      });
      kept.push(...some);
      /** @param {(it: Want) => boolean} is */
      const leftOut = (is) => own.some(is) && !some.some(is);
      if (leftOut((it) => it.bits === 1 << at && !it.second)) need[at] = 0;
      if (leftOut((it) => it.bits !== 1 << at)) missed |= 1 << at;
    }
    return { kept, missed };
  }

  /**
   * Slots of the documents that answer, best first; and how sure that is, of 64. `files` are
   * those that are read anyway.
   * @param {Token[]} tokens @param {Set<string>} files @param {boolean} ours
   * @returns {Promise<{ slots: number[], near: number[], proof: number }>} `near` where too little is proven
   */
  async rank(tokens, files, ours) {
    const { weight } = this.is;
    const telling = tokens.filter((it, at) => !it.asks || (!it.strange && this.standsBeside(tokens, at)));
    // Where only one word would, the others tell where it stands.
    const asked = tokens.map((it) => ({ ...it, counts: telling.length < 2 || telling.includes(it) }));
    const says = tokens.map((it) => !telling.length || telling.includes(it));
    const unknown = this.rarity(0);
    /** @param {Token} it */
    const byLength = (it) => Math.min(unknown, 16 * it.word.length);
    // A word of questions may ask after all, so less is lost where it is missing.
    const need = asked.map((it) => (!it.counts ? 0 : it.prefix ? 24 : (this.words.get(it.word) ?? byLength(it)) >> (telling.length && it.asks && this.words.has(it.word) ? 1 : 0)));
    // What is left out still has to be proven.
    const meant = need.map((it, at) => (says[at] ? it : 0) * (this.isForeign(tokens[at]) ? weight.foreign : 1));
    // So does what was no word of questions before it was repaired.
    for (const [at, it] of tokens.entries()) if (!says[at] && it.repair) meant[at] = byLength(it);
    const { kept, missed } = this.affordable(this.wants(asked), need, files);
    const all = need.reduce((a, b) => a + b, 0);
    const { scores, covers } = this;
    const shards = await Promise.all(kept.map((it) => this.read(it.file, (reader) => this.shard(reader))));
    const touched = [];
    /** @type {{ want: Want, list: List }[]} */
    const lists = [];
    for (const [at, want] of kept.entries()) {
      const { bits, points, first, second, begins } = want;
      const seconds = shards[at].get(first);
      const list = begins ? beginning(seconds, second, begins) : seconds?.get(second);
      if (!list) continue;
      lists.push({ want, list });
      const worth = this.rarity(list.held) * points;
      const { slots, impacts } = list;
      for (let at = 0; at < slots.length; at++) {
        const slot = slots[at];
        if (!covers[slot]) touched.push(slot);
        covers[slot] |= bits;
        this.joins[slot] |= bits & (bits >> 1);
        scores[slot] += worth * impacts[at];
      }
    }
    const ranked = [];
    for (const slot of touched) {
      let covered = 0;
      for (let at = 0; at < need.length; at++) if ((covers[slot] >> at) & 1) covered += need[at];
      const share = Math.floor((covered * 64) / all) + 8;
      ranked.push({ slot, covered: covers[slot], joins: this.joins[slot], score: scores[slot] * share * share });
      scores[slot] = covers[slot] = this.joins[slot] = 0;
    }
    if (!ranked.length) return { slots: [], near: [], proof: 0 };
    /** @param {{ score: number, slot: number }} a @param {{ score: number, slot: number }} b */
    const better = (a, b) => b.score - a.score || a.slot - b.slot;
    ranked.sort(better);
    // Of many that answer alike each is less likely meant.
    for (let from = 0, to = 0; from < ranked.length; from = to) {
      const { score } = ranked[from];
      do to++;
      while (to < ranked.length && ranked[to].score === score);
      const share = 64 - Math.min((logarithm(to - from) * weight.alike) >> 4, weight.alikeMost);
      for (let it = from; it < to; it++) ranked[it].score *= share;
    }
    ranked.sort(better);
    const [best] = ranked;
    // Words alone are found everywhere: pairs of them must be found too. Those whose marks
    // stand nowhere here prove nothing.
    let [proof, wantedProof] = [0, 0];
    const told = need.map((it, at) => (says[at] ? it : 0));
    for (let at = 0; at < told.length; at++) {
      wantedProof += meant[at];
      if ((best.covered >> at) & 1 && !tokens[at].strange) proof += told[at];
      if (!told[at] || !told[at + 1] || (missed >> at) & 1) continue;
      const both = Math.min(told[at], told[at + 1]);
      wantedProof += both;
      if ((best.joins >> at) & 1 && !tokens[at].strange && !tokens[at + 1].strange) proof += both;
    }
    // Two words side by side that say nothing: nobody asks so by chance.
    const isQuestion = says.some((it, at) => at > 0 && !it && !says[at - 1]) && !tokens.some((it) => it.repair);
    const forgiven = isQuestion ? weight.question : 0;
    const isAround = !asked[0].counts || !asked[asked.length - 1].counts;
    const sure =
      Math.floor((proof * 64) / Math.max(wantedProof, 1)) +
      this.likeness(lists, best.slot, isAround, proof < wantedProof ? 0 : forgiven) +
      forgiven +
      (ours ? weight.ours : 0) +
      this.fidelity(tokens, (at) => says[at] && ((best.covered >> at) & 1) === 1);
    const least = (best.score * weight.tail) / 64;
    const slots = ranked.filter((it) => it.score >= least).map((it) => it.slot);
    if (sure >= weight.floor) return { slots, near: [], proof: sure };
    return { slots: [], near: sure < weight.guess ? [] : slots.slice(0, 3), proof: sure };
  }

  /**
   * How much a document is like the query: how rare are the pairs of it that it has, and phrases
   * that begin and end as one of its does; and how much its words say in it. Words of questions around
   * a name are no part of it; that it then is one is `worth` something.
   * @param {{ want: Want, list: List }[]} lists @param {number} slot @param {boolean} isAround @param {number} worth
   */
  likeness(lists, slot, isAround, worth) {
    const { weight, begin, end } = this.is;
    /** @type {Record<string, number>} */
    const edges = { [begin]: 0, [end]: 0 };
    let [pairs, impacts, words] = [0, 0, 0];
    for (const { want, list } of lists) {
      const at = list.slots.indexOf(slot);
      if (at < 0) continue;
      const rarity = this.rarity(list.held);
      const edge = want.begins ? want.begins.edge : want.second.slice(-1);
      if (edge in edges) edges[edge] = Math.max(edges[edge], rarity);
      else if (want.second) pairs += rarity;
      else [impacts, words] = [impacts + list.impacts[at], words + 1];
    }
    const isName = edges[begin] && edges[end];
    if (!isName && isAround) edges[begin] = edges[end] = 0;
    const rare = pairs * weight.together + (edges[begin] + edges[end]) * weight.bounds;
    return Math.floor(rare / this.rarity(0)) + Math.floor((impacts * weight.impact) / Math.max(words, 1)) + (isName && isAround ? worth : 0);
  }

  /**
   * How much of what was typed was kept: what share of the letters a document `has` just as they
   * were typed, less what is doubtful in repairs and what every word has to bring.
   * @param {Token[]} tokens @param {(at: number) => boolean} has
   */
  fidelity(tokens, has) {
    const { weight } = this.is;
    /** @param {Token[]} tokens */
    const letters = (tokens) => tokens.reduce((sum, { word }) => sum + word.length, 0);
    const same = letters(tokens.filter((it, at) => has(at) && !it.repair && !it.strange));
    const repairs = tokens.filter((it) => it.repair);
    const doubt = repairs.reduce((sum, it) => sum + it.repair, 0) * weight.doubt;
    const words = Math.min(tokens.length, weight.long);
    const over = Math.max(words - weight.words, 0);
    return Math.floor((same * weight.same) / letters(tokens)) + Math.min(repairs.length, weight.repairs) * weight.repaired - Math.floor(doubt / words) - (words - over) * weight.word + over * weight.over;
  }

  /** No word of the site, and nothing like one. @param {Token} token */
  isForeign({ word, prefix }) {
    return !prefix && !this.words.has(word) && !/^\p{N}/u.test(word);
  }

  /** Documents whose code is the query or begins with it. @param {string} query */
  async codes(query) {
    const chunk = query.split(/\s+/).find((it) => /^\d[\d.]{3,}\d$/.test(it) || /^\p{Alphabetic}[\p{Alphabetic}\p{N}.-]*[.-]\d+$/u.test(it));
    if (!chunk) return [];
    let plain = this.fold(chunk).replace(/[^\p{Alphabetic}\p{N}]/gu, '');
    const groups = /^(\d+)\.(\d+)$/.exec(chunk);
    const { code, codeHead } = this.is;
    const find = async () => {
      const first = code + plain.slice(0, codeHead);
      const rest = plain.slice(codeHead);
      const from = head(first) + order(rest);
      const to = rest.length < 3 ? head(first) + order(`${rest}zzz`) : from;
      const found = [];
      for (const shard of await Promise.all(this.lists.names(from, to).slice(0, 4).map((name) => this.read(name, (it) => this.shard(it)))))
        for (const [second, list] of shard.get(first) ?? []) if (second.startsWith(rest)) found.push([second, ...list.slots]);
      found.sort((a, b) => (a[0] < b[0] ? -1 : 1));
      return found.flatMap(([, ...slots]) => slots);
    };
    let found = await find();
    if (!found.length && groups) {
      plain = groups[1] + groups[2].padStart(6, '0');
      found = await find();
    }
    return found;
  }

  /** @param {number} slot */
  async card(slot) {
    const at = Math.floor(slot / this.is.block);
    const cards = await this.read(`c${at}-${this.groups[Math.floor(at / this.is.group)]}.bin`, (it) => this.cards(it, at));
    return cards.get(slot);
  }

  /** @param {Reader} reader @param {number} at */
  cards(reader, at) {
    const first = at * this.is.block;
    const cards = new Map();
    for (let slot = first; slot < Math.min(first + this.is.block, this.is.slots); slot++) {
      const id = reader.text();
      if (id) cards.set(slot, { id });
    }
    for (const column of ['url', 'title', 'task', 'time', 'fee', 'level', 'field'])
      for (const card of cards.values()) card[column] = reader.text();
    for (const card of cards.values()) [card.field, card.fieldLang] = spoken(card.field);
    for (const card of cards.values()) card.url ||= `thu-tuc/${card.id}/`;
    return cards;
  }

  /** Where the query's words stand in a title. @param {string} title @param {Token[]} tokens */
  marks(title, tokens) {
    /** @type {[number, number][]} */
    const found = [];
    for (const { word, from, to } of this.syllables(title))
      if (tokens.some((it) => (it.prefix ? word.startsWith(it.word) : word === it.word))) {
        const last = found.at(-1);
        if (last && !/[\p{Alphabetic}\p{N}]/u.test(title.slice(last[1], from)) && /^\s*$/.test(title.slice(last[1], from))) last[1] = to;
        else found.push([from, to]);
      }
    return found;
  }

  /** The query as it was taken, with the marks of the best answer. @param {Token[]} tokens @param {string} title */
  said(tokens, title) {
    const marked = new Map(this.syllables(title).map((it) => [it.word, it.typed.normalize('NFC').toLowerCase()]));
    return tokens.map((it) => (this.fold(it.typed) === it.word && !isAscii(it.typed) ? it.typed.normalize('NFC') : (marked.get(it.word) ?? it.word))).join(' ');
  }

  /**
   * Those with the wanted values, and how many have each.
   * @param {number[]} slots @param {[string, string[]][]} wanted @param {boolean} counting
   * @returns {Promise<[number[], Answer['facets']]>}
   */
  async narrow(slots, wanted, counting) {
    const columns = new Map();
    await Promise.all(
      FACETS.map(async (facet, at) => {
        if (!counting && !wanted.some(([it]) => it === facet)) return;
        const { values, parts } = this.columns[at];
        const [names, cells] = await Promise.all([
          Promise.all(values.map((it, at) => this.read(`${facet}-v${at}-${it}.bin`, (reader) => pairs(reader)))),
          Promise.all(parts.map((it, at) => this.read(`${facet}-c${at}-${it}.bin`, (reader) => cellsOf(reader)))),
        ]);
        columns.set(facet, { names: names.flat(), cells: cells.flat() });
      }),
    );
    /** @param {number} slot @param {[string, string[]]} wanted */
    const fits = (slot, [facet, values]) => columns.get(facet)?.cells[slot].some((/** @type {number} */ it) => values.includes(columns.get(facet).names[it].value));
    const kept = slots.filter((slot) => wanted.every((it) => fits(slot, it)));
    /** @type {Answer['facets']} */
    const counted = {};
    if (counting)
      for (const [facet, { names, cells }] of columns) {
        // What another value of the same facet would give.
        const others = wanted.filter(([it]) => it !== facet);
        const sums = new Map();
        for (const slot of slots) if (others.every((it) => fits(slot, it))) for (const it of cells[slot]) sums.set(it, (sums.get(it) ?? 0) + 1);
        counted[facet] = [...sums].map(([it, count]) => ({ ...names[it], count })).sort((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1));
      }
    return [kept, counted];
  }
}

/**
 * All lists as one whose second word begins so and has this edge; the word itself among them where
 * that is `whole`.
 * @param {Map<string, List> | undefined} lists @param {string} start @param {{ edge: string, whole: boolean }} which
 * @returns {List}
 */
function beginning(lists, start, { edge, whole }) {
  /** @type {Map<number, number>} */
  const best = new Map();
  for (const [second, list] of lists ?? []) {
    const word = second.replace(/[<>]$/, '');
    if (word + edge !== second || !word.startsWith(start) || (!whole && word === start)) continue;
    list.slots.forEach((slot, at) => best.set(slot, Math.max(best.get(slot) ?? 0, list.impacts[at])));
  }
  return { held: best.size, slots: Uint32Array.from(best.keys()), impacts: Uint8Array.from(best.values()) };
}

/** @param {Token[]} tokens */
const wordsOf = (tokens) => tokens.map((it) => it.word).join(' ');

/** @param {Reader} reader */
function pairs(reader) {
  const found = [];
  while (reader.at < reader.bytes.length) {
    const value = reader.text();
    const [title, lang] = spoken(reader.text());
    found.push({ value, title, lang });
  }
  return found;
}

/** A text, and its language where that is another than the site's. @param {string} text */
export function spoken(text) {
  const [, lang = '', said = text] = /^\u0001([^\u0002]*)\u0002([^\u0003]*)\u0003$/.exec(text) ?? [];
  return [said, lang];
}

/** @param {Reader} reader */
function cellsOf(reader) {
  const found = [];
  while (reader.at < reader.bytes.length) {
    const it = reader.number();
    found.push(it >= 8 ? [it - 8] : Array.from({ length: it }, () => reader.number()));
  }
  return found;
}

/** @param {string[]} rows */
function keyPairs(rows) {
  return rows.flatMap((row) => [...row.slice(1)].map((it, at) => row[at] + it));
}
