//! The words of some records with their impacts: a pure function of the records and the synonyms.
//!
//! Of some and not of each: most words of a record are those of the next one, and are kept once.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::bytes::count;
use super::synonyms::Synonyms;
use super::tables::{BEGIN, CODE, CODE_HEAD, END, IMPACTS};
use crate::derive::Searched;
use crate::text::{each_word, fold};

/// Bits of the number of a record.
const BITS: u32 = 7;
/// Records whose words are kept together.
pub(crate) const TOGETHER: usize = 1 << BITS;

/// A record of a list, by impact and then by number: of these records, or of all of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry(u16);

impl Entry {
    fn new(impact: u8, nth: u16) -> Entry {
        debug_assert!(usize::from(nth) < TOGETHER, "its bits would be those of the impact");
        Entry((31 - u16::from(impact)) << BITS | nth)
    }

    /// As a list has it: `(31 - impact) << 27 | slot`. `slots` are those of these records.
    pub(crate) fn placed(self, slots: &[u32]) -> u32 {
        let nth = usize::from(self.0) & (TOGETHER - 1);
        u32::from(self.0 >> BITS) << 27 | slots[nth]
    }
}

/// A list's words: the first, and the second or a mark for one word alone, a beginning, an end; and
/// where its entries are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Listed {
    pub(crate) first: u32,
    pub(crate) second: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// Words are numbered within these records, and so are the records.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Tokens {
    pub(crate) words: Vec<String>,
    /// By number of the words.
    pub(crate) lists: Vec<Listed>,
    pub(crate) entries: Vec<Entry>,
    /// Pairs of titles and names, what people will type in a row, and how many records have each.
    pub(crate) pairs: Vec<((u32, u32), u32)>,
    /// How words are written: `word << 8 | marks`, sorted.
    pub(crate) spelt: Vec<u32>,
}

/// In place of a second word.
pub(crate) const ALONE: u32 = u32::MAX;
pub(crate) const BEGINS: u32 = u32::MAX - 1;
pub(crate) const ENDS: u32 = u32::MAX - 2;
/// Beside the number of a second word: the phrase begins with these two, ends with them.
pub(crate) const BEGINS_SO: u32 = 1 << 30;
pub(crate) const ENDS_SO: u32 = 1 << 29;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
enum Field {
    Title,
    Name,
    /// Partly without marks: what synonyms make of the others.
    Other,
    Translation,
    Summary,
    Around,
}

/// What stands behind two words, with them in one number: put in order by the first word, the
/// second, then what stands there. One number is compared much faster than what it is made of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Behind(u128);

impl Behind {
    fn new(first: u32, second: u32, it: u64) -> Behind {
        Behind(u128::from(first) << 96 | u128::from(second) << 64 | u128::from(it))
    }

    /// The heavier of one field first.
    fn found(first: u32, second: u32, field: Field, weight: f32) -> Behind {
        debug_assert!(0.0 < weight, "the bits of others are in another order");
        Behind::new(first, second, (field as u64) << 32 | u64::from(!weight.to_bits()))
    }

    fn of_list(first: u32, second: u32, it: Entry) -> Behind {
        Behind::new(first, second, it.0.into())
    }

    fn words(self) -> (u32, u32) {
        (low(self.0 >> 96), low(self.0 >> 64))
    }

    /// Of what is [`of_list`](Behind::of_list).
    fn entry(self) -> Entry {
        let [a, b, ..] = self.0.to_le_bytes();
        Entry(u16::from_le_bytes([a, b]))
    }

    /// Of what was [`found`](Behind::found).
    fn field(self) -> u32 {
        low(self.0 >> 32)
    }

    fn weight(self) -> f32 {
        f32::from_bits(!low(self.0))
    }
}

/// The lowest 32 bits.
fn low(number: u128) -> u32 {
    let [a, b, c, d, ..] = number.to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

#[derive(Default)]
struct Gathering {
    tokens: Tokens,
    numbers: FxHashMap<String, u32>,
    /// An [`Entry`] behind the words of its list.
    entries: Vec<Behind>,
    /// Of one record: a field and a weight behind each pair of words.
    found: Vec<Behind>,
    /// Of one record.
    pairs: Vec<(u32, u32)>,
    /// Of all records.
    all_pairs: Vec<(u32, u32)>,
    phrase: Vec<u32>,
}

/// At most [`TOGETHER`] records.
pub(crate) fn tokens(records: &[Searched<'_>], synonyms: &Synonyms) -> Tokens {
    let mut it = Gathering::default();
    for (nth, record) in (0..).zip(records) {
        it.record(record, synonyms);
        it.impacts(nth);
        if let Some((head, tail)) = code_parts(&record.code) {
            let head = it.number(&head);
            let tail = if tail.is_empty() { ALONE } else { it.number(&tail) };
            it.entries.push(Behind::of_list(head, tail, Entry::new(31, nth)));
        }
    }
    it.all_pairs.sort_unstable();
    let same = it.all_pairs.chunk_by(|a, b| a == b);
    it.tokens.pairs = same.map(|some| (some[0], count(some.len()))).collect();
    it.tokens.spelt.sort_unstable();
    it.tokens.spelt.dedup();
    // All of them live until the last is made.
    it.tokens.spelt.shrink_to_fit();
    it.lists();
    it.tokens
}

/// Long numbers are telephones, amounts, counters: nobody looks for a procedure by them.
pub(crate) fn is_indexed(word: &str) -> bool {
    let number = word.bytes().all(|it| it.is_ascii_digit());
    !number || word.len() <= 3 || (word.len() == 4 && (word.starts_with("19") || word.starts_with("20")))
}

/// `2.001105` → `#2001` and `105`. `None` without a code.
pub(crate) fn code_parts(code: &str) -> Option<(String, String)> {
    let plain: String = fold(code).chars().filter(|it| it.is_alphanumeric()).collect();
    let cut = plain.char_indices().nth(CODE_HEAD).map_or(plain.len(), |(at, _)| at);
    (!plain.is_empty()).then(|| (format!("{CODE}{}", &plain[..cut]), plain[cut..].to_owned()))
}

impl Gathering {
    fn record(&mut self, record: &Searched<'_>, synonyms: &Synonyms) {
        let title = &record.found.title;
        self.phrase_of(title, Field::Title);
        for name in &record.names {
            self.phrase_of(name, Field::Name);
        }
        for name in std::iter::once(title).chain(&record.names) {
            for other in synonyms.other_ways(name) {
                self.phrase_of(&other, Field::Other);
            }
        }
        for name in &record.translations {
            self.phrase_of(name, Field::Translation);
        }
        self.phrase_of(&record.summary, Field::Summary);
        for around in &record.around {
            self.phrase_of(around, Field::Around);
        }
        self.pairs.sort_unstable();
        self.pairs.dedup();
        self.all_pairs.append(&mut self.pairs);
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = count(self.tokens.words.len());
        self.tokens.words.push(word.to_owned());
        self.numbers.insert(word.to_owned(), number);
        number
    }

    fn phrase_of(&mut self, text: &str, field: Field) {
        let mut phrase = std::mem::take(&mut self.phrase);
        phrase.clear();
        each_word(text, |word, marks| {
            if is_indexed(word) {
                let number = self.number(word);
                phrase.push(number);
                if marks != 0 || field != Field::Other {
                    self.tokens.spelt.push(number << 8 | u32::from(marks));
                }
            }
        });
        let field = if field == Field::Other { Field::Name } else { field };
        // A word in a short phrase says more than one in a long phrase.
        let length = f32::from(u16::try_from(phrase.len()).unwrap_or(u16::MAX));
        let (weight, usual) = match field {
            Field::Title => (4.0, 9.0),
            Field::Name | Field::Other => (3.5, 4.0),
            Field::Translation => (2.5, 6.0),
            Field::Summary => (1.2, 30.0),
            Field::Around => (0.8, 6.0),
        };
        let weight = weight / (0.5 + 0.5 * length / usual);
        for word in &phrase {
            self.found.push(Behind::found(*word, ALONE, field, weight));
        }
        for pair in phrase.windows(2) {
            self.found.push(Behind::found(pair[0], pair[1], field, weight));
            if field <= Field::Translation {
                self.pairs.push((pair[0], pair[1]));
            }
        }
        if field <= Field::Translation
            && let (Some(first), Some(last)) = (phrase.first(), phrase.last())
        {
            self.found.push(Behind::found(*first, BEGINS, field, weight));
            self.found.push(Behind::found(*last, ENDS, field, weight));
            if let ([one, two, ..], [.., before, end]) = (&phrase[..], &phrase[..]) {
                self.found.push(Behind::found(*one, two | BEGINS_SO, field, weight));
                self.found.push(Behind::found(*before, end | ENDS_SO, field, weight));
            }
        }
        self.phrase = phrase;
    }

    /// Of one field the best phrase counts, and a summary's repetitions a little; other fields add a quarter.
    fn impacts(&mut self, nth: u16) {
        self.found.sort_unstable();
        let same = self.found.chunk_by(|a, b| a.words() == b.words());
        let entries = same.map(|of_pair| {
            let by_field = of_pair.chunk_by(|a, b| a.field() == b.field());
            let (mut best, mut sum) = (0.0_f32, 0.0);
            for it in by_field {
                best = best.max(it[0].weight());
                sum += it[0].weight();
            }
            let weight = best + (sum - best) / 4.0;
            let (first, second) = of_pair[0].words();
            Behind::of_list(first, second, Entry::new(quantised(weight / (weight + 2.0)), nth))
        });
        self.entries.extend(entries);
        self.found.clear();
    }

    fn lists(&mut self) {
        self.entries.sort_unstable();
        self.tokens.entries = self.entries.iter().map(|it| it.entry()).collect();
        let mut start = 0;
        let lists = self.entries.chunk_by(|a, b| a.words() == b.words()).map(|of_list| {
            let end = start + count(of_list.len());
            let (first, second) = of_list[0].words();
            let listed = Listed { first, second, start, end };
            start = end;
            listed
        });
        self.tokens.lists = lists.collect();
        self.tokens.lists.shrink_to_fit();
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 1 and 31")]
fn quantised(share: f32) -> u8 {
    (share * IMPACTS).round().clamp(1.0, IMPACTS) as u8
}

/// As the index writes it.
pub(crate) fn second(words: &[String], number: u32) -> Cow<'_, str> {
    let word = |flag: u32| &words[(number & !flag) as usize];
    match number {
        ALONE => "".into(),
        BEGINS => BEGIN.into(),
        ENDS => END.into(),
        number if number & BEGINS_SO != 0 => format!("{}{BEGIN}", word(BEGINS_SO)).into(),
        number if number & ENDS_SO != 0 => format!("{}{END}", word(ENDS_SO)).into(),
        _ => word(0).into(),
    }
}
