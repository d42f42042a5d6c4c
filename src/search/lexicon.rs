//! The words of a site: which there are, which stand together, which look alike.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::index::tables::{KEYS, SOUNDS, TELEX, TELEX_TONES, cost};

pub(super) struct Lexicon {
    /// In order, each with its rarity.
    words: Vec<(String, u8)>,
    /// Of each: the marks with which it is written.
    spellings: Vec<Vec<u8>>,
    /// Places of words that stand together in some title.
    pairs: FxHashSet<(u32, u32)>,
    near: FxHashMap<(u8, u8), u32>,
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
        let mut near = FxHashMap::default();
        let keys = KEYS.iter().flat_map(|row| row.as_bytes().windows(2)).map(|it| (it, cost::NEIGHBOUR));
        let sounds = SOUNDS.iter().map(|it| (it.as_bytes(), cost::SOUND));
        for (pair, cost) in keys.chain(sounds) {
            near.insert((pair[0], pair[1]), cost);
            near.insert((pair[1], pair[0]), cost);
        }
        Lexicon { words, spellings, pairs, near }
    }

    fn place(&self, word: &str) -> Option<usize> {
        self.words.binary_search_by(|it| it.0.as_str().cmp(word)).ok()
    }

    pub(super) fn rarity(&self, word: &str) -> Option<u32> {
        Some(u32::from(self.words[self.place(word)?].1))
    }

    /// Is this word written here, but never with these marks?
    pub(super) fn is_strange(&self, word: &str, marks: u8) -> bool {
        self.place(word).is_some_and(|at| {
            let ways = &self.spellings[at];
            !ways.is_empty() && !ways.contains(&marks)
        })
    }

    pub(super) fn has(&self, word: &str) -> bool {
        self.rarity(word).is_some()
    }

    /// Do these two stand together in some title?
    pub(super) fn together(&self, a: &str, b: &str) -> bool {
        let number = |word: &str| u32::try_from(self.place(word)?).ok();
        matches!((number(a), number(b)), (Some(a), Some(b)) if self.pairs.contains(&(a, b)))
    }

    /// The commonest words that begin so, the word itself not among them.
    pub(super) fn completions(&self, prefix: &str) -> Vec<&str> {
        let from = self.words.partition_point(|it| it.0.as_str() < prefix);
        let mut found: Vec<&(String, u8)> = self.words[from..]
            .iter()
            .take_while(|it| it.0.starts_with(prefix))
            .filter(|it| it.0 != prefix)
            .collect();
        found.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
        found.into_iter().map(|it| it.0.as_str()).collect()
    }

    /// Does some word that begins so stand after this one in a title?
    pub(super) fn completes(&self, before: &str, prefix: &str) -> bool {
        self.completions(prefix).iter().any(|it| self.together(before, it))
    }

    /// May a word that was typed so far with these marks become this one?
    pub(super) fn goes_on(&self, word: &str, marks: u8) -> bool {
        self.place(word).is_some_and(|at| {
            let ways = &self.spellings[at];
            marks == 0 || ways.is_empty() || ways.iter().any(|it| it & marks == marks)
        })
    }

    /// What raw keys of Telex or VNI would have written, if that is a word here.
    pub(super) fn decoded(&self, chunk: &str) -> Option<String> {
        let plain = if is_vni(chunk) {
            chunk.chars().filter(|it| !it.is_ascii_digit()).collect()
        } else {
            telex(chunk)?
        };
        (plain != chunk && self.has(&plain)).then_some(plain)
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
        let first_row = (0..=n).map(|at| {
            let steps = u32::try_from(at).unwrap_or(0);
            steps * cost::INSERT + if at == 0 { 0 } else { cost::FIRST }
        });
        let mut rows: Vec<Vec<u32>> = vec![first_row.collect()];
        let mut leasts = vec![0];
        let mut before: &[u8] = b"";
        let mut dead = usize::MAX;
        for (word, rarity) in self.words.iter().filter(|it| it.0.is_ascii()) {
            let bytes = word.as_bytes();
            let shared = before.iter().zip(bytes).take_while(|(a, b)| a == b).count();
            before = bytes;
            if dead <= shared {
                continue;
            }
            dead = usize::MAX;
            for at in shared..bytes.len() {
                let row = self.row(&rows, typed, bytes, at);
                let least = row.iter().copied().min().unwrap_or(0);
                rows.truncate(at + 1);
                leasts.truncate(at + 1);
                rows.push(row);
                leasts.push(least);
                // A swap may still come out of the row above.
                if most < least && most < leasts[at] {
                    dead = at + 1;
                    break;
                }
            }
            if dead == usize::MAX && bytes != typed && rows[bytes.len()][n] <= most {
                found.push((rows[bytes.len()][n], *rarity, word));
            }
        }
        found.sort();
        found.truncate(16);
        found.into_iter().map(|(cost, _, word)| Similar { word: word.clone(), cost }).collect()
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
            .map(|it| it.0.as_str())
            .filter(|it| it.is_ascii() && it.len() == n + 1 && grew(it.as_bytes()))
            .collect()
    }

    fn row(&self, rows: &[Vec<u32>], typed: &[u8], word: &[u8], at: usize) -> Vec<u32> {
        let (above, c) = (&rows[at], word[at]);
        let insert = match at {
            0 => cost::INSERT + cost::FIRST,
            at if word[at - 1] == c => cost::DOUBLE,
            _ => cost::INSERT,
        };
        let mut row = vec![above[0] + insert];
        for it in 1..=typed.len() {
            let t = typed[it - 1];
            let change = if t == c {
                0
            } else {
                let first = if at == 0 && it == 1 { cost::FIRST } else { 0 };
                self.near.get(&(t, c)).copied().unwrap_or(cost::SUBSTITUTE) + first
            };
            let delete = if 1 < it && typed[it - 2] == t { cost::DOUBLE } else { cost::INSERT };
            let mut best = (above[it - 1] + change).min(above[it] + insert).min(row[it - 1] + delete);
            if 0 < at && 1 < it && t == word[at - 1] && typed[it - 2] == c && t != c {
                best = best.min(rows[at - 1][it - 2] + cost::SWAP);
            }
            row.push(best);
        }
        row
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
