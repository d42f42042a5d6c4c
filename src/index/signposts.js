// Pages of a thutuc site that are no procedures, found by the names people know them by.
// What the files hold and how names are compared stands in docs/search-format.md.
import { Index, Reader, logarithm, spoken } from './search.js';

/**
 * @typedef {object} Signpost
 * @property {string} kind `agency`
 * @property {string} label and in words
 * @property {string} title
 * @property {string} titleLang language of the title; empty where it is the site's
 * @property {string} url relative to the address given to `open`
 * @property {string} note a hotline, a place, the page it is a part of
 * @property {string} noteLang
 * @property {number} share of 64: how much of its name the query is
 *
 * @typedef {{ word: string, marks: number, asks: boolean, worth: number }} Word
 * One way to take a query: `telling` if only words that say something count, in names too; `open` if
 * the last may be the beginning of one.
 * @typedef {{ words: Word[], telling: boolean, open: boolean }} Reading
 * @typedef {{ words: Word[], joined: Word }} Name `joined`: all of it without spaces
 * @typedef {{ kind: number, shown: Omit<Signpost, 'share'>, names: Name[], words: Word[] }} Post
 */

/**
 * Reads them all. `find` gives those that a query names, the likeliest first, and whether they stand
 * before the procedures, the best of which has this `title`.
 *
 * @param {{ index: Index }} engine as `open` gives it
 * @returns {Promise<{ find(query: string, title?: string): { signposts: Signpost[], first: boolean } }>}
 */
export async function signposts({ index }) {
  const reader = new Reader(await index.load(...index.signposts.map((it, at) => `p${at}-${it}.bin`)));
  return new Signposts(index, reader);
}

class Signposts {
  /** @param {Index} index @param {Reader} reader */
  constructor(index, reader) {
    this.index = remembering(index);
    const kinds = Array.from({ length: reader.count() }, () => ({ kind: reader.text(), label: reader.text(), words: this.cut(reader.text()) }));
    /** @type {Post[]} */
    this.posts = [];
    while (reader.at < reader.bytes.length) {
      const kind = reader.number();
      const [title, titleLang] = spoken(reader.text());
      const url = reader.text();
      const [note, noteLang] = spoken(reader.text());
      const around = this.cut(reader.text());
      const names = [this.name(title)];
      for (let left = reader.count(); left; left--) names.push(this.name(reader.text()));
      const of = kinds[kind];
      if (of) this.posts.push({ kind, shown: { kind: of.kind, label: of.label, title, titleLang, url, note, noteLang }, names, words: [...names.flatMap((it) => it.words), ...around, ...of.words] });
    }
    /** @type {Map<string, number>} how many have a word in their names */
    this.held = new Map();
    for (const { names } of this.posts) for (const word of new Set(names.flatMap((it) => it.words.map(({ word }) => word)))) this.held.set(word, (this.held.get(word) ?? 0) + 1);
    // A rare word is more of a name than two common ones.
    for (const { words } of this.posts) for (const it of words) it.worth = this.rarity(this.held.get(it.word) ?? 0) ** 2;
    this.words = new Set(this.posts.flatMap((it) => it.words.map(({ word }) => word)));
  }

  /** @param {string} text @returns {Name} */
  name(text) {
    const words = this.cut(text);
    return { words, joined: joined(words) };
  }

  /** Words of a text; numbers side by side are one, as people write those of telephones. @param {string} text */
  cut(text) {
    const { index } = this;
    /** @type {Word[]} */
    const words = [];
    for (const { word, typed } of index.syllables(text)) {
      const last = words[words.length - 1];
      if (last && isNumber(last.word) && isNumber(word)) last.word += word;
      else words.push({ word, marks: index.marksOf(typed), asks: index.questions.has(word) && !index.english.has(word), worth: 0 });
    }
    words.forEach((it, at) => (it.asks ||= index.isPhrase(words[at - 1], it) || index.isPhrase(it, words[at + 1])));
    return words;
  }

  /** A chunk as its keys of Telex or VNI would have written it, if only that is a word here. @param {string} chunk */
  decoded(chunk) {
    const { words, index } = this;
    const folded = index.fold(chunk);
    const keys = /^[\0-\x7f]*$/.test(chunk) && !words.has(folded);
    return (keys && Index.prototype.decoded.call({ words, is: index.is }, folded)) || chunk;
  }

  /** @param {string} query */
  asked(query) {
    const words = this.cut(query.split(/\s+/).map((it) => this.decoded(it)).join(' '));
    words.length = Math.min(words.length, this.index.is.tokens);
    for (const it of words) it.asks ||= this.index.english.has(it.word) && !this.held.has(it.word);
    return this.read(words, /[\p{Alphabetic}\p{N}\p{M}]$/u.test(query));
  }

  /**
   * With all words, and with those alone that say something: `minh` asks, and is of Hồ Chí Minh.
   * @param {Word[]} words @param {boolean} open
   */
  read(words, open) {
    const says = telling(words, true);
    /** @type {Reading[]} */
    const readings = [{ words, telling: false, open }, { words: says, telling: true, open: open && says.includes(words[words.length - 1]) }];
    return { readings, words, joined: joined(words), open };
  }

  /** Of 2: how much of a word was typed. Who types marks means them. @param {Word} typed @param {Word} word @param {boolean} open */
  fits(typed, word, open) {
    if (typed.marks & ~word.marks) return 0;
    if (typed.word === word.word) return 2;
    // Many numbers begin alike.
    const begins = !isNumber(typed.word) || [...typed.word].length >= this.index.is.signpost.short;
    return open && begins && word.word.startsWith(typed.word) ? 1 : 0;
  }

  /** Of 2. @param {Reading} read @param {number} at @param {Word} word */
  fitsAt({ words, open }, at, word) {
    return this.fits(words[at], word, open && at === words.length - 1);
  }

  /** Do all words that were asked stand among these? @param {Reading} read @param {Word[]} words */
  isWithin(read, words) {
    return read.words.every((_, at) => words.some((word) => this.fitsAt(read, at, word)));
  }

  /** Of 64: how much of one of its names the query is, if it has all that was asked. @param {Post} post @param {ReturnType<Signposts['asked']>} asked */
  shareOf({ names, words }, asked) {
    const read = asked.readings.filter((it) => this.isWithin(it, words));
    return Math.max(...names.flatMap((name) => [this.joinedShare(name, asked), ...read.map((it) => this.share(name.words, it))]));
  }

  /** Of a name that was typed with other spaces; of one word also the beginning. @param {Name} name @param {ReturnType<Signposts['asked']>} asked */
  joinedShare(name, { joined, words, open }) {
    const short = [...joined.word].length < this.index.is.signpost.short;
    return short || words.length === name.words.length ? 0 : 32 * this.fits(joined, name.joined, open && name.words.length === 1);
  }

  /** @param {Word[]} name @param {Reading} read */
  share(name, read) {
    let [has, all] = [0, 0];
    for (const word of telling(name, read.telling)) {
      const most = Math.max(0, ...read.words.map((_, at) => this.fitsAt(read, at, word)));
      all += 2 * word.worth;
      has += most * word.worth;
    }
    return all && Math.floor((64 * has) / all);
  }

  /** @param {number} held */
  rarity(held) {
    return Math.max(logarithm(2 * this.posts.length + 2) - logarithm(2 * held + 1), 8);
  }

  /** The likeliest first. @param {(post: Post) => number} shareOf */
  found(shareOf) {
    const { least, tail } = this.index.is.signpost;
    const found = this.posts.map((post) => ({ post, share: shareOf(post) })).sort((a, b) => b.share - a.share);
    return found.filter(({ share }) => share >= least && share * 64 >= found[0].share * tail);
  }

  /** @param {string} query @param {string} [title] */
  find(query, title = '') {
    const { leading, most } = this.index.is.signpost;
    const asked = this.asked(query.slice(0, 400));
    let found = this.found((it) => this.shareOf(it, asked));
    const past = this.index.pastHead(asked.words.map((it) => it.word));
    if (!found.length && past > 0) {
      // What follows is a name that nobody here has.
      const rest = this.read(asked.words.slice(0, past), false);
      if (this.index.saysMore(rest.words)) found = this.found((it) => this.shareOf(it, rest));
      else if (!title) found = this.found((it) => (!it.kind && this.isWithin(rest.readings[1], it.words) ? 64 : 0));
    }
    const isName = found[0]?.share === 64 && found[0].post.kind < leading;
    return {
      signposts: found.slice(0, most).map(({ post, share }) => ({ ...post.shown, share })),
      first: isName && !this.isWithin(asked.readings[1], this.cut(title)),
    };
  }
}

/** Of thousands of names most words are the same few. @param {Index} index @returns {Index} */
function remembering(index) {
  /** @template T @param {(text: string) => T} work @returns {(text: string) => T} */
  const once = (work) => {
    const known = new Map();
    return (text) => {
      if (!known.has(text)) known.set(text, work(text));
      return known.get(text);
    };
  };
  return Object.assign(Object.create(index), { fold: once((it) => index.fold(it)), marksOf: once((it) => index.marksOf(it)) });
}

/** Those that say something; if none does, or all are wanted, all. @param {Word[]} words @param {boolean} alone */
function telling(words, alone) {
  const some = words.filter((it) => !it.asks);
  return alone && some.length ? some : words;
}

/** @param {Word[]} words @returns {Word} */
function joined(words) {
  return { word: words.map((it) => it.word).join(''), marks: words.reduce((all, it) => all | it.marks, 0), asks: false, worth: 0 };
}

/** @param {string} word */
const isNumber = (word) => /^\p{N}/u.test(word);
