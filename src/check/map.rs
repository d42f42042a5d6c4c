//! The keys of one map.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::shape::{Shape, Value as Inner};
use crate::source::tree::{Entry, Node};

/// A map whose keys are all known; of a key written twice, the first with a value.
pub(super) struct Map<'n> {
    /// Where to say that something is missing: the first key.
    pub(super) head: Range<usize>,
    pub(super) entries: Vec<(&'n str, &'n Node<'n>)>,
    /// Keys without a value, and those that a misspelt one was meant for: something is said of them.
    pub(super) told: Vec<&'n str>,
    pub(super) shape: &'static Shape,
}

impl<'n> Map<'n> {
    pub(super) fn get(&self, key: &str) -> Option<&'n Node<'n>> {
        self.entries.iter().find(|(it, _)| *it == key).map(|(_, node)| *node)
    }

    /// What stands in the list below a key.
    pub(super) fn item(&self, key: &str) -> Option<&'static Inner> {
        self.shape.key(key)?.value.item()
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.get(key).is_some() || self.told.contains(&key)
    }
}

/// Keys in a map, or items in a list, from which on looking through all before each takes long.
pub(super) const MANY: usize = 64;

/// Which of the entries with one key counts: the first that has a value, or else the first.
pub(super) struct Firsts<'n> {
    entries: &'n [Entry<'n>],
    /// Of maps that are larger than any should be.
    places: FxHashMap<&'n str, usize>,
}

impl<'n> Firsts<'n> {
    pub(super) fn of(entries: &'n [Entry<'n>]) -> Firsts<'n> {
        let mut places: FxHashMap<&str, usize> = FxHashMap::default();
        let many = if MANY < entries.len() { entries } else { &[] };
        for (nth, entry) in many.iter().enumerate() {
            let first = places.entry(entry.key.as_ref()).or_insert(nth);
            if is_empty(&entries[*first]) && !is_empty(entry) {
                *first = nth;
            }
        }
        Firsts { entries, places }
    }

    /// The entry that counts, if it is another than the one of that number.
    pub(super) fn other(&self, nth: usize) -> Option<&'n Entry<'n>> {
        let own = &self.entries[nth];
        let counts = if let Some(counts) = self.places.get(own.key.as_ref()) {
            *counts
        } else {
            let first = self.entries[..nth].iter().position(|it| it.key == own.key).unwrap_or(nth);
            let full = |it: &Entry<'_>| it.key == own.key && !is_empty(it);
            let full = if is_empty(&self.entries[first]) { self.entries.iter().position(full) } else { None };
            full.unwrap_or(first)
        };
        (counts != nth).then(|| &self.entries[counts])
    }
}

fn is_empty(entry: &Entry<'_>) -> bool {
    entry.value.value.is_null()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::reports;

    #[test]
    fn a_key_that_was_begun_twice_lost_its_value_and_all_that_is_in_it() {
        reports(
            "\
-- content/papers.yaml --
don:
don:
  title: Đơn
  note:
  note: Theo mẫu
-- content/procedures/x.yaml --
title: {vi: X, en: , en: X}
field: cap-dien
agency: evn
terms:
documents:
terms: [{time: 5 ngày làm việc, fee: miễn phí, source: a}]
documents: [{paper: don}]
documents:
sources:
sources: {a: {title: A}}
steps:
steps:
",
            &expect![[r#"
                papers.yaml:1:1 C008 [don] the key `don` is written twice
                    Delete this one: it is empty, and the value is on line 2.
                papers.yaml:4:3 C008 [note] the key `note` is written twice
                    Delete this one: it is empty, and the value is on line 5.
                procedures/x.yaml:1:16 C008 [en] the key `en` is written twice
                    Delete this one: it is empty, and the value is on line 1.
                procedures/x.yaml:4:1 C008 [terms] the key `terms` is written twice
                    Delete this one: it is empty, and the value is on line 6.
                procedures/x.yaml:5:1 C008 [documents] the key `documents` is written twice
                    Delete this one: it is empty, and the value is on line 7.
                procedures/x.yaml:8:1 C008 [documents] the key `documents` is written twice
                    Delete this one: it is empty, and the value is on line 7.
                procedures/x.yaml:9:1 C008 [sources] the key `sources` is written twice
                    Delete this one: it is empty, and the value is on line 10.
                procedures/x.yaml:11:1 C010 [steps] `steps` has no value
                    Fill it in, or delete the line.
                procedures/x.yaml:12:1 C008 [steps] the key `steps` is written twice
                    Keep one of them; the first is on line 11.
            "#]],
        );
    }
}
