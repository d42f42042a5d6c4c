//! The words of a site: which there are, which stand together, which look alike.

use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::index::tables::{KEYS, SOUNDS, TELEX, TELEX_TONES, cost};

pub(super) struct Lexicon {
    /// In order.
    words: Vec<Word>,
    places: FxHashMap<Rc<str>, u32>,
    /// Places of words that stand together in some title.
    pairs: FxHashSet<(u32, u32)>,
    /// What it costs that one letter was typed for another, the two side by side in seven bits each.
    changes: Vec<u32>,
}

struct Word {
    text: Rc<str>,
    rarity: u8,
    /// The marks with which it is written.
    spellings: Vec<u8>,
}

/// A word that may have been meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Similar {
    pub(super) word: String,
    pub(super) cost: u32,
}

impl Lexicon {
    pub(super) fn new(
        words: Vec<(String, u8)>,
        spellings: Vec<Vec<u8>>,
        pairs: FxHashSet<(u32, u32)>,
    ) -> Lexicon {
        let word =
            |((text, rarity), spellings): ((String, u8), _)| Word { text: text.into(), rarity, spellings };
        let words: Vec<Word> = words.into_iter().zip(spellings).map(word).collect();
        let places = words.iter().zip(0..).map(|(it, at)| (Rc::clone(&it.text), at)).collect();
        Lexicon { words, places, pairs, changes: changes() }
    }

    fn place(&self, word: &str) -> Option<u32> {
        self.places.get(word).copied()
    }

    fn word(&self, word: &str) -> Option<&Word> {
        self.words.get(self.place(word)? as usize)
    }

    pub(super) fn rarity(&self, word: &str) -> Option<u32> {
        Some(u32::from(self.word(word)?.rarity))
    }

    /// Is this word written here, but never with these marks?
    pub(super) fn is_strange(&self, word: &str, marks: u8) -> bool {
        self.word(word).is_some_and(|it| !it.spellings.is_empty() && !it.spellings.contains(&marks))
    }

    /// Is this word written here with just these marks? Whoever set them means it.
    pub(super) fn is_written(&self, word: &str, marks: u8) -> bool {
        0 < marks && self.word(word).is_some_and(|it| it.spellings.contains(&marks))
    }

    pub(super) fn has(&self, word: &str) -> bool {
        self.place(word).is_some()
    }

    /// Do these two stand together in some title?
    pub(super) fn together(&self, a: &str, b: &str) -> bool {
        matches!((self.place(a), self.place(b)), (Some(a), Some(b)) if self.pairs.contains(&(a, b)))
    }

    /// The commonest words that begin so, the word itself not among them.
    pub(super) fn completions(&self, prefix: &str) -> Vec<&str> {
        let from = self.words.partition_point(|it| *it.text < *prefix);
        let begins = self.words[from..].iter().take_while(|it| it.text.starts_with(prefix));
        let mut found: Vec<&Word> = begins.filter(|it| *it.text != *prefix).collect();
        found.sort_by(|a, b| (a.rarity, &a.text).cmp(&(b.rarity, &b.text)));
        found.into_iter().map(|it| &*it.text).collect()
    }

    /// Does some word that begins so stand after this one in a title?
    pub(super) fn completes(&self, before: &str, prefix: &str) -> bool {
        self.completions(prefix).iter().any(|it| self.together(before, it))
    }

    /// May a word that was typed so far with these marks become this one?
    pub(super) fn goes_on(&self, word: &str, marks: u8) -> bool {
        self.word(word).is_some_and(|Word { spellings: ways, .. }| {
            marks == 0 || ways.is_empty() || ways.iter().any(|it| it & marks == marks)
        })
    }

    /// See [`decoded`].
    pub(super) fn decoded(&self, chunk: &str) -> Option<String> {
        decoded(chunk, |it| self.has(it))
    }

    /// Words at a small distance from what was typed: it goes along the words in order, and what
    /// two neighbours share is worked out once.
    pub(super) fn similar(&self, typed: &str) -> Vec<Similar> {
        let typed = typed.as_bytes();
        let n = typed.len();
        let most = cost::MOST[n.min(cost::MOST.len() - 1)];
        let mut found = Vec::new();
        if most == 0 || !typed.is_ascii() {
            return Vec::new();
        }
        let mut rows = Rows::new(typed, &self.changes);
        let mut before: &[u8] = b"";
        let mut dead = usize::MAX;
        for Word { text, rarity, .. } in self.words.iter().filter(|it| it.text.is_ascii()) {
            let word = text.as_bytes();
            let shared = before.iter().zip(word).take_while(|(a, b)| a == b).count();
            before = word;
            if dead <= shared {
                continue;
            }
            // A swap may still come out of the row above.
            let hopeless = |at: &usize| most < rows.push(word, *at) && most < rows.leasts[*at];
            dead = (shared..word.len()).find(hopeless).map_or(usize::MAX, |at| at + 1);
            if dead == usize::MAX && word != typed && rows.distance(word) <= most {
                found.push((rows.distance(word), *rarity, text));
            }
        }
        found.sort();
        found.truncate(16);
        found.into_iter().map(|(cost, _, word)| Similar { word: word.to_string(), cost }).collect()
    }

    /// Words that have one letter more than one or two that were typed, wherever it stands.
    pub(super) fn grown(&self, typed: &str) -> Vec<&str> {
        let (typed, n) = (typed.as_bytes(), typed.len());
        if 2 < n {
            return Vec::new();
        }
        let grew = |it: &[u8]| (0..=n).any(|at| it[..at] == typed[..at] && it[at + 1..] == typed[at..]);
        self.words
            .iter()
            .map(|it| &*it.text)
            .filter(|it| it.is_ascii() && it.len() == n + 1 && grew(it.as_bytes()))
            .collect()
    }
}

/// What raw keys of Telex or VNI would have written, if that is a word here.
pub(super) fn decoded(chunk: &str, is_word: impl Fn(&str) -> bool) -> Option<String> {
    let plain =
        if is_vni(chunk) { chunk.chars().filter(|it| !it.is_ascii_digit()).collect() } else { telex(chunk)? };
    (plain != chunk && is_word(&plain)).then_some(plain)
}

/// What it costs to have typed one letter for another: nothing where both are the same.
fn changes() -> Vec<u32> {
    let mut table = vec![cost::SUBSTITUTE; 1 << 14];
    let keys = KEYS.iter().flat_map(|row| row.as_bytes().windows(2)).map(|it| (it, cost::NEIGHBOUR));
    let sounds = SOUNDS.iter().map(|it| (it.as_bytes(), cost::SOUND));
    for (pair, cost) in keys.chain(sounds) {
        table[both(pair[0], pair[1])] = cost;
        table[both(pair[1], pair[0])] = cost;
    }
    for letter in 0..1 << 7 {
        table[both(letter, letter)] = 0;
    }
    table
}

fn both(a: u8, b: u8) -> usize {
    usize::from(a & 127) << 7 | usize::from(b & 127)
}

/// How far what was typed, up to each of its letters, is from the beginnings of a word: a row for each.
struct Rows<'a> {
    typed: &'a [u8],
    changes: &'a [u32],
    /// One row after the other.
    cells: Vec<u32>,
    /// The least of each row.
    leasts: Vec<u32>,
}

impl<'a> Rows<'a> {
    fn new(typed: &'a [u8], changes: &'a [u32]) -> Rows<'a> {
        let more = (0..typed.len()).scan(cost::FIRST, |sum, _| {
            *sum += cost::INSERT;
            Some(*sum)
        });
        Rows { typed, changes, cells: [0].into_iter().chain(more).collect(), leasts: vec![0] }
    }

    fn row(&self, nth: usize) -> &[u32] {
        let width = self.typed.len() + 1;
        &self.cells[nth * width..(nth + 1) * width]
    }

    /// Of all that was typed and the whole of the word whose rows these are.
    fn distance(&self, word: &[u8]) -> u32 {
        self.row(word.len())[self.typed.len()]
    }

    /// Puts the row of the word's letter at `at` in the place of those that stand there, and gives its least.
    fn push(&mut self, word: &[u8], at: usize) -> u32 {
        let (width, c) = (self.typed.len() + 1, word[at]);
        let insert = match at {
            0 => cost::INSERT + cost::FIRST,
            at if word[at - 1] == c => cost::DOUBLE,
            _ => cost::INSERT,
        };
        self.cells.resize((at + 2) * width, 0);
        let (above, row) = self.cells.split_at_mut((at + 1) * width);
        let (older, above) = above.split_at(at * width);
        row[0] = above[0] + insert;
        let mut least = row[0];
        for it in 1..width {
            let t = self.typed[it - 1];
            let mut change = self.changes[both(t, c)];
            if at == 0 && it == 1 && t != c {
                change += cost::FIRST;
            }
            let delete = if 1 < it && self.typed[it - 2] == t { cost::DOUBLE } else { cost::INSERT };
            let mut best = (above[it - 1] + change).min(above[it] + insert).min(row[it - 1] + delete);
            if 0 < at && 1 < it && t == word[at - 1] && self.typed[it - 2] == c && t != c {
                best = best.min(older[(at - 1) * width + it - 2] + cost::SWAP);
            }
            row[it] = best;
            least = least.min(best);
        }
        self.leasts.truncate(at + 1);
        self.leasts.push(least);
        least
    }
}

/// Letters, then digits among letters: `ca6p1`.
pub(super) fn is_vni(chunk: &str) -> bool {
    let bytes = chunk.as_bytes();
    let letters = bytes.iter().take_while(|it| it.is_ascii_lowercase()).count();
    let keys = |it: &u8| it.is_ascii_lowercase() || (b'1'..=b'9').contains(it);
    0 < letters && letters < bytes.len() && bytes[letters..].iter().all(keys)
}

/// Tone keys come after a vowel, `w` after a, o, u or in place of ư.
fn telex(chunk: &str) -> Option<String> {
    let Some(at) = chunk.find(|c| "aeiouyw".contains(c)) else {
        return Some(chunk.replace("dd", "d"));
    };
    let (onset, rest) = chunk.split_at(at);
    let bytes = rest.as_bytes();
    if !chunk.bytes().all(|it| it.is_ascii_lowercase())
        || bytes.windows(2).any(|it| b"eiy".contains(&it[0]) && it[1] == b'w')
        || twice_w(bytes)
        || two_tones(bytes)
    {
        return None;
    }
    let mut plain = onset.replacen("dd", "d", 1);
    plain.extend(rest.chars().filter(|it| !TELEX_TONES.contains(*it)));
    if rest.contains(|c| "aeiouy".contains(c)) {
        for (keys, letter) in TELEX {
            plain = plain.replace(keys, letter);
        }
        return Some(plain);
    }
    let from = plain.find('w')?;
    let to = from + plain[from..].bytes().take_while(|it| *it == b'w').count();
    plain.replace_range(from..to, "u");
    Some(plain)
}

/// A syllable has one tone.
fn two_tones(bytes: &[u8]) -> bool {
    let mut tones = bytes.iter().filter(|it| TELEX_TONES.as_bytes().contains(it));
    tones.next().is_some_and(|first| tones.any(|it| it != first))
}

/// A `w` that stands after another letter than a, o, u, w, and one more later.
fn twice_w(bytes: &[u8]) -> bool {
    let odd = bytes.windows(2).position(|it| it[1] == b'w' && !b"auow".contains(&it[0]));
    odd.is_some_and(|at| bytes[at + 2..].contains(&b'w'))
}
