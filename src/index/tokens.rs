//! A record's words with their impacts: a pure function of the record and the synonyms, so that
//! it can be kept for records that did not change.

use rustc_hash::FxHashMap;

use super::synonyms::Synonyms;
use super::tables::{BEGIN, CODE, CODE_HEAD, END, IMPACTS};
use crate::derive::Searched;
use crate::text::{each_word, fold};

/// Words are numbered within the record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Tokens {
    pub(crate) words: Vec<String>,
    /// First, second (one of the marks stands for one word alone, a beginning, an end), impact.
    pub(crate) lists: Vec<(u32, u32, u8)>,
    /// Pairs of the title and the names: what people will type in a row.
    pub(crate) pairs: Vec<(u32, u32)>,
    /// How words are written: `word << 8 | marks`, sorted.
    pub(crate) spelt: Vec<u32>,
}

/// In place of a second word.
pub(crate) const ALONE: u32 = u32::MAX;
pub(crate) const BEGINS: u32 = u32::MAX - 1;
pub(crate) const ENDS: u32 = u32::MAX - 2;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Title,
    Name,
    /// Partly without marks: what synonyms make of the others.
    Other,
    Translation,
    Summary,
    Around,
}

#[derive(Default)]
struct Gathering {
    words: Vec<String>,
    numbers: FxHashMap<String, u32>,
    found: Vec<(u32, u32, Field, f32)>,
    pairs: Vec<(u32, u32)>,
    spelt: Vec<u32>,
    phrase: Vec<u32>,
}

pub(crate) fn tokens(record: &Searched, synonyms: &Synonyms) -> Tokens {
    let mut it = Gathering::default();
    it.phrase_of(&record.title, Field::Title);
    for name in &record.names {
        it.phrase_of(name, Field::Name);
    }
    for name in std::iter::once(&record.title).chain(&record.names) {
        for other in synonyms.other_ways(name) {
            it.phrase_of(&other, Field::Other);
        }
    }
    for name in &record.translations {
        it.phrase_of(name, Field::Translation);
    }
    it.phrase_of(&record.summary, Field::Summary);
    for around in &record.around {
        it.phrase_of(around, Field::Around);
    }
    let mut lists = it.impacts();
    if let Some((head, tail)) = code_parts(&record.code) {
        let head = it.number(&head);
        let tail = if tail.is_empty() { ALONE } else { it.number(&tail) };
        lists.push((head, tail, 31));
    }
    let mut pairs = it.pairs;
    pairs.sort_unstable();
    pairs.dedup();
    let mut spelt = it.spelt;
    spelt.sort_unstable();
    spelt.dedup();
    Tokens { words: it.words, lists, pairs, spelt }
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
    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = u32::try_from(self.words.len()).unwrap_or(ENDS - 1);
        self.words.push(word.to_owned());
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
                    self.spelt.push(number << 8 | u32::from(marks));
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
            self.found.push((*word, ALONE, field, weight));
        }
        for pair in phrase.windows(2) {
            self.found.push((pair[0], pair[1], field, weight));
            if field <= Field::Translation {
                self.pairs.push((pair[0], pair[1]));
            }
        }
        if field <= Field::Translation
            && let (Some(first), Some(last)) = (phrase.first(), phrase.last())
        {
            self.found.push((*first, BEGINS, field, weight));
            self.found.push((*last, ENDS, field, weight));
        }
        self.phrase = phrase;
    }

    /// Of one field the best phrase counts, and a summary's repetitions a little; other fields add a quarter.
    fn impacts(&mut self) -> Vec<(u32, u32, u8)> {
        self.found.sort_by(|a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)).then(b.3.total_cmp(&a.3)));
        let same = self.found.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1));
        same.map(|of_pair| {
            let by_field = of_pair.chunk_by(|a, b| a.2 == b.2);
            let (mut best, mut sum) = (0.0_f32, 0.0);
            for it in by_field {
                best = best.max(it[0].3);
                sum += it[0].3;
            }
            let weight = best + (sum - best) / 4.0;
            (of_pair[0].0, of_pair[0].1, quantised(weight / (weight + 2.0)))
        })
        .collect()
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 1 and 31")]
fn quantised(share: f32) -> u8 {
    (share * IMPACTS).round().clamp(1.0, IMPACTS) as u8
}

/// As the index writes it.
pub(crate) fn second(words: &[String], number: u32) -> &str {
    match number {
        ALONE => "",
        BEGINS => BEGIN,
        ENDS => END,
        number => &words[number as usize],
    }
}
