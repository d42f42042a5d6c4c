//! The words of all records, put together as they are made, so that a record's own need not wait
//! for those of all others: held at once they are the largest thing of a build.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::bytes::count;
use super::tokens::{ENDS, Tokens};

/// A list's entry before it is one: words, then `(31 - impact) << 27 | slot`.
pub(crate) type Entry = (u32, u32, u32);

/// Words are numbered as they come.
#[derive(Default)]
pub(crate) struct Gathered {
    numbers: FxHashMap<String, u32>,
    /// A vector for each time some were added: one that grows would be held twice.
    entries: Vec<Vec<Entry>>,
    /// How often two words stand together in titles and names.
    pairs: FxHashMap<(u32, u32), u32>,
    /// Words and the marks they are written with.
    spelt: FxHashSet<(u32, u8)>,
}

/// Words are numbered in their order.
pub(crate) struct Lexicon {
    pub(crate) words: Vec<String>,
    /// Sorted.
    pub(crate) entries: Vec<Entry>,
    pub(crate) pairs: Vec<((u32, u32), u32)>,
    /// Sorted.
    pub(crate) spelt: Vec<(u32, u8)>,
}

impl Gathered {
    /// With the slot of each record.
    pub(crate) fn add(&mut self, some: Vec<(u32, Tokens)>) {
        let mut entries = Vec::with_capacity(some.iter().map(|(_, it)| it.lists.len()).sum());
        for (slot, tokens) in some {
            let own: Vec<u32> = tokens.words.into_iter().map(|it| self.number(it)).collect();
            let entry = |impact: u8| (31 - u32::from(impact)) << 27 | slot;
            let second = |it: u32| if ENDS <= it { it } else { own[it as usize] };
            let lists = tokens.lists.iter();
            entries.extend(lists.map(|it| (own[it.0 as usize], second(it.1), entry(it.2))));
            for (a, b) in tokens.pairs {
                *self.pairs.entry((own[a as usize], own[b as usize])).or_default() += 1;
            }
            let spelt = tokens.spelt.iter();
            self.spelt.extend(spelt.map(|it| (own[(it >> 8) as usize], it.to_le_bytes()[0])));
        }
        self.entries.push(entries);
    }

    fn number(&mut self, word: String) -> u32 {
        let next = count(self.numbers.len());
        *self.numbers.entry(word).or_insert(next)
    }

    pub(crate) fn in_order(self) -> Lexicon {
        let mut words: Vec<(String, u32)> = self.numbers.into_iter().collect();
        words.par_sort_unstable();
        let mut rank = vec![0; words.len()];
        for (at, (_, number)) in words.iter().enumerate() {
            rank[*number as usize] = count(at);
        }
        let rank = |it: u32| if ENDS <= it { it } else { rank[it as usize] };
        let mut entries = Vec::with_capacity(self.entries.iter().map(Vec::len).sum());
        for some in self.entries {
            entries.extend(some.into_iter().map(|it| (rank(it.0), rank(it.1), it.2)));
        }
        entries.par_sort_unstable();
        let mut spelt: Vec<(u32, u8)> = self.spelt.into_iter().map(|it| (rank(it.0), it.1)).collect();
        spelt.sort_unstable();
        Lexicon {
            words: words.into_iter().map(|(word, _)| word).collect(),
            entries,
            pairs: self.pairs.into_iter().map(|((a, b), held)| ((rank(a), rank(b)), held)).collect(),
            spelt,
        }
    }
}
