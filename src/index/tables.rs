//! Every number and table that the index, the searcher in the browser and the one on the
//! command line have in common. Written once here; the index carries them to its readers.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde_json::{Value, json};

use crate::derive::{Heads, Matters};
use crate::text::{MARKS, STROKES};

/// Of the format; a reader refuses another.
pub(crate) const VERSION: u32 = 12;
/// How hard files are squeezed.
pub(crate) const LEVEL: u32 = 6;

/// Impacts lie in 1..=31.
pub(crate) const IMPACTS: f32 = 31.0;
/// A list keeps this many of its best entries, in a table of so many slots: all of them up to
/// 16,384 slots, where whole lists are small enough for one file.
pub(crate) fn cut(slots: usize) -> usize {
    // The last slots are those of documents that found theirs taken.
    let slots = (slots - slots / 8).next_power_of_two().max(1 << 14);
    ((1 << 42) / slots / slots).max(1024)
}
/// Bytes of a shard before it is squeezed.
pub(crate) const SHARD: usize = 7300;
/// Documents in a block of cards.
pub(crate) const BLOCK: usize = 32;
/// Blocks of cards with one hash.
pub(crate) const GROUP: usize = 8;
/// Bytes of one file of the core.
pub(crate) const PART: usize = 15_900;
/// Files that a query reads at most before its results' cards, the core's among them.
pub(crate) const FILES: usize = 9;
/// Documents in a part of a column.
pub(crate) const COLUMN: usize = 8192;
/// Pairs of words that the core names, the commonest.
pub(crate) const PAIRS: usize = 7000;
/// Words of which the core says how they are written, the commonest.
pub(crate) const SPELT: usize = 2048;

/// In place of a second syllable: the phrase begins with the first, ends with it.
pub(crate) const BEGIN: &str = "<";
pub(crate) const END: &str = ">";
/// Before the first signs of a code.
pub(crate) const CODE: &str = "#";
pub(crate) const CODE_HEAD: usize = 4;

/// Query tokens that are looked at.
pub(crate) const TOKENS: usize = 24;

/// Costs of reading a query in another way than it stands there; a plain typing error is 10.
pub(crate) mod cost {
    /// Decoded from Telex or VNI keys.
    pub(crate) const DECODED: u32 = 2;
    /// A word nobody knows.
    pub(crate) const UNKNOWN: u32 = 30;
    pub(crate) const SPLIT: u32 = 6;
    pub(crate) const MERGE: u32 = 8;
    /// The beginning of a word.
    pub(crate) const PREFIX: u32 = 3;
    /// Two syllables that stand together nowhere.
    pub(crate) const APART: u32 = 14;
    /// And where one of them is a word of questions, which stand beside anything.
    pub(crate) const ASKED: u32 = 6;
    pub(crate) const SUBSTITUTE: u32 = 10;
    /// Another way to read the query that costs at most so much more may be what was meant.
    pub(crate) const NEAR: u32 = 3;
    /// Letters that sound alike or lie side by side.
    pub(crate) const SOUND: u32 = 5;
    pub(crate) const NEIGHBOUR: u32 = 8;
    pub(crate) const SWAP: u32 = 7;
    pub(crate) const INSERT: u32 = 9;
    /// The same letter twice, or once.
    pub(crate) const DOUBLE: u32 = 5;
    /// The first letter is a little less often wrong.
    pub(crate) const FIRST: u32 = 1;
    /// Most that one syllable may cost, by its number of letters (the last for all longer).
    pub(crate) const MOST: [u32; 7] = [0, 0, 9, 13, 19, 21, 23];
    /// What a repair costs more in the end where the site knows what was typed.
    pub(crate) const KNOWN: u32 = 9;
}

/// Weights of the ranking.
pub(crate) mod weight {
    pub(crate) const SINGLE: u32 = 10;
    pub(crate) const PAIR: u32 = 14;
    pub(crate) const EDGE: u32 = 5;
    /// A pair whose second word is the last one, and may be the beginning of another that stands there.
    pub(crate) const EITHER: u32 = 8;
    /// The first pair where a phrase begins with it or with what its second word becomes; the last
    /// where a phrase ends with what its second word becomes.
    pub(crate) const BOUND: u32 = 3;
    /// Of 16: what a completed word counts.
    pub(crate) const COMPLETED: u32 = 12;
    /// Of 16: what a pair counts whose second word goes on, where that is a word already.
    pub(crate) const BEGUN: u32 = 8;
    /// What the best answer must prove: 64 for all of the query's words and pairs, and what follows.
    pub(crate) const FLOOR: i64 = 135;
    /// And to be shown as a guess where nothing is found.
    pub(crate) const GUESS: i64 = 105;
    /// What an answer proves that has every letter just as it was typed.
    pub(crate) const SAME: u32 = 66;
    /// What a pair proves that no other document has: the fewer have it, the more.
    pub(crate) const TOGETHER: u32 = 28;
    /// And a phrase that begins as the query does, or ends so.
    pub(crate) const BOUNDS: u32 = 14;
    /// So many times the mean impact of its words: they say more in a short title than in a summary.
    pub(crate) const IMPACT: u32 = 5;
    /// Of a repair's cost, divided by the number of words: what it takes from the proof.
    pub(crate) const DOUBT: i64 = 7;
    /// What each repair gives back: its letters are no longer as they were typed by right. So many
    /// at most: nobody errs in every other word.
    pub(crate) const REPAIRED: i64 = 16;
    pub(crate) const REPAIRS: usize = 2;
    /// What each word must bring, for more words are found together by chance; of the first five.
    pub(crate) const WORD: i64 = 22;
    pub(crate) const WORDS: usize = 5;
    /// And what each word beyond them is forgiven: so long a query is a question. That goes up to
    /// so many words: in a long story more is found together by chance.
    pub(crate) const OVER: i64 = 8;
    pub(crate) const LONG: usize = 10;
    /// What a question is forgiven that was taken as it was typed.
    pub(crate) const QUESTION: i64 = 25;
    /// What a query is forgiven that speaks of what the site is about, in its own words for that.
    pub(crate) const OURS: i64 = 10;
    /// A word that the site never writes asks for so many times the proof.
    pub(crate) const FOREIGN: u64 = 2;
    /// Of 64: what a score loses where twice as many documents have it, and the most it loses.
    pub(crate) const ALIKE: u32 = 8;
    pub(crate) const ALIKE_MOST: u32 = 32;
    /// Of 64: what an answer must reach of the best one.
    pub(crate) const TAIL: u32 = 10;
}

/// Pages that are no procedures.
pub(crate) mod signpost {
    /// Of 64: how much of a name a query must be.
    pub(crate) const LEAST: u64 = 28;
    /// Of 64: what a share must be of the best one.
    pub(crate) const TAIL: u64 = 48;
    /// Kinds, from the first on, that may stand before the procedures: not parts of pages, nor lists
    /// of procedures.
    pub(crate) const LEADING: usize = 4;
    /// How short the beginning of a number may be, and a name that was typed with other spaces.
    pub(crate) const SHORT: usize = 4;
    /// So many answer a query.
    pub(crate) const MOST: usize = 4;
}

/// Letters that people mistake for each other by their sound.
pub(crate) const SOUNDS: &[&str] = &["iy", "sx", "ln", "dr", "tc", "rh", "dg", "ck", "qk", "vd", "gh"];
/// Keys side by side.
pub(crate) const KEYS: &[&str] = &[
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qaz",
    "wsx",
    "edc",
    "rfv",
    "tgb",
    "yhn",
    "ujm",
    "ik",
    "ol",
    "aw",
    "se",
    "dr",
    "ft",
    "gy",
    "hu",
    "ji",
    "ko",
    "lp",
    "zs",
    "xd",
    "cf",
    "vg",
    "bh",
    "nj",
    "mk",
];
/// Keys of Telex that write a letter, longest first; the tone keys are `sfrxjz`.
pub(crate) const TELEX: &[(&str, &str)] = &[("dd", "d"), ("aa", "a"), ("ee", "e"), ("oo", "o"), ("w", "")];
pub(crate) const TELEX_TONES: &str = "sfrxjz";
/// Words of questions and of those who tell a story, which say nothing about the matter unless they
/// stand in a title beside what they stand beside in the query: `to` of "how to", and of "công tơ".
const QUESTIONS: &str = "goi lam sao the nao o dau thi bi toi muon can gi nhu khong duoc phai cho may hom nay qua ai bao nhieu lau xin hoi giup em anh chi minh voi vay a u roi xong hay khi nao de la va co cua cac nhung mot tui oi chau hoai luon dum gium ad admin alo hello thanks ko k hk hok dc r j z ntn nhiu lm hnay vs v";
/// And of English ones that are none in Vietnamese: there `an` is `án`, `to` is `tổ`.
const ENGLISH: &str = "how to do i what is for an of my where when apply get need in on and with does did much please want would could have should are you your from was who why which that there has been because after with our we will call whom needed required documents papers";

/// Two words that ask only together: `thu` alone is `thu hồi`. They say nothing either, unless a
/// title has one of them beside what it stands beside in the query.
const PHRASES: &[(&str, &str)] = &[
    ("thu", "tuc"),
    ("ho", "so"),
    ("giay", "to"),
    ("bao", "gio"),
    ("gom", "nhung"),
    ("mat", "bao"),
    ("mat", "may"),
    ("het", "bao"),
    ("ton", "bao"),
    ("nhieu", "tien"),
    ("may", "ngay"),
    ("may", "tien"),
    ("di", "dau"),
    ("huong", "dan"),
    ("quy", "trinh"),
    ("mat", "phi"),
    ("mat", "tien"),
    ("ton", "phi"),
    ("co", "mat"),
    ("co", "ton"),
    ("bao", "nhieu"),
    ("bao", "lau"),
    ("o", "dau"),
    ("can", "gi"),
    ("can", "giay"),
    ("can", "nhung"),
    ("nhung", "gi"),
    ("duoc", "khong"),
    ("nhu", "the"),
    ("thi", "lam"),
    ("phai", "lam"),
    ("kieu", "gi"),
    ("kieu", "nao"),
    ("lam", "gi"),
    ("lam", "sao"),
    ("the", "nao"),
    ("nghe", "noi"),
    ("khong", "biet"),
    ("chua", "biet"),
    ("chua", "ro"),
    ("khong", "ranh"),
    ("moi", "nguoi"),
    ("ba", "con"),
    ("anh", "chi"),
    ("vi", "sao"),
    ("tai", "sao"),
    ("ra", "sao"),
    ("ra", "rang"),
    ("lam", "rang"),
    ("cam", "on"),
    ("lam", "on"),
    ("dung", "khong"),
    ("bua", "truoc"),
    ("hom", "truoc"),
    ("bua", "nay"),
];

/// Small: they are read before the first answer.
pub(crate) fn constants(documents: usize, slots: usize, heads: &Heads, matters: &Matters) -> Value {
    json!({
        "version": VERSION,
        "documents": documents,
        "slots": slots,
        "heads": heads.leads, "headWords": heads.words,
        "ours": matters.ours, "others": matters.others,
        "cut": cut(slots), "block": BLOCK, "group": GROUP, "files": FILES, "column": COLUMN,
        "begin": BEGIN, "end": END, "code": CODE, "codeHead": CODE_HEAD, "tokens": TOKENS,
        "strokes": STROKES.iter().map(|(from, to)| format!("{from}{to}")).collect::<Vec<_>>(),
        "marks": MARKS,
        "sounds": SOUNDS, "keys": KEYS, "telex": TELEX, "telexTones": TELEX_TONES, "questions": QUESTIONS, "english": ENGLISH,
        "phrases": PHRASES.iter().map(|(a, b)| format!("{a} {b}")).collect::<Vec<_>>().join(","),
        "cost": costs(),
        "weight": weights(),
        "signpost": {
            "least": signpost::LEAST, "tail": signpost::TAIL, "leading": signpost::LEADING,
            "short": signpost::SHORT, "most": signpost::MOST,
        },
    })
}

fn costs() -> Value {
    json!({
        "decoded": cost::DECODED, "unknown": cost::UNKNOWN,
        "split": cost::SPLIT, "merge": cost::MERGE, "prefix": cost::PREFIX, "apart": cost::APART, "asked": cost::ASKED, "near": cost::NEAR,
        "substitute": cost::SUBSTITUTE, "sound": cost::SOUND, "neighbour": cost::NEIGHBOUR,
        "swap": cost::SWAP, "insert": cost::INSERT, "double": cost::DOUBLE, "first": cost::FIRST,
        "most": cost::MOST, "known": cost::KNOWN,
    })
}

fn weights() -> Value {
    json!({
        "single": weight::SINGLE, "pair": weight::PAIR, "edge": weight::EDGE,
        "either": weight::EITHER, "bound": weight::BOUND,
        "completed": weight::COMPLETED, "begun": weight::BEGUN, "floor": weight::FLOOR, "guess": weight::GUESS, "same": weight::SAME, "together": weight::TOGETHER, "bounds": weight::BOUNDS, "impact": weight::IMPACT, "doubt": weight::DOUBT, "repaired": weight::REPAIRED, "repairs": weight::REPAIRS, "word": weight::WORD, "words": weight::WORDS, "over": weight::OVER, "long": weight::LONG, "question": weight::QUESTION, "ours": weight::OURS, "foreign": weight::FOREIGN,
        "alike": weight::ALIKE, "alikeMost": weight::ALIKE_MOST, "tail": weight::TAIL,
    })
}

/// Documents, slots, heads and matters, as [`constants`] wrote them; `None` for another version.
pub(crate) fn header(json: &str) -> Option<(u32, usize, Heads, Matters)> {
    let it: Value = serde_json::from_str(json).ok()?;
    let number = |key: &str| it.get(key).and_then(Value::as_u64);
    if number("version") != Some(u64::from(VERSION)) {
        return None;
    }
    let documents = u32::try_from(number("documents")?).ok()?;
    let slots = usize::try_from(number("slots")?).ok()?;
    let texts = |key: &str| {
        let all = it.get(key)?.as_array()?.iter().filter_map(Value::as_str);
        Some(all.map(str::to_owned).collect())
    };
    let heads = Heads { leads: texts("heads")?, words: texts("headWords")? };
    Some((documents, slots, heads, Matters { ours: texts("ours")?, others: texts("others")? }))
}

static ASKING: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| QUESTIONS.split(' ').chain(ENGLISH.split(' ')).collect());

/// Says nothing about the matter, by itself.
pub(crate) fn is_question(word: &str) -> bool {
    ASKING.contains(word)
}

pub(crate) fn ask_together(a: &str, b: &str) -> bool {
    PHRASES.contains(&(a, b))
}

pub(crate) fn asks_in_english(word: &str) -> bool {
    ENGLISH.split(' ').any(|it| it == word)
}

/// 16 times the logarithm to base 2, by straight lines between powers: exact in every language.
pub(crate) fn logarithm(value: u32) -> u32 {
    let power = value.max(1).ilog2();
    16 * power + u32::try_from((u64::from(value.max(1)) * 16) >> power).unwrap_or(16) - 16
}

/// How much a word says that `documents` of `all` contain: from 8 up.
pub(crate) fn rarity(documents: u32, all: u32) -> u32 {
    (logarithm(2 * all + 2).saturating_sub(logarithm(2 * documents + 1))).max(8)
}
