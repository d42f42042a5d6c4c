//! The keys of one map.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::shape::{Shape, Value as Inner};
use crate::source::tree::{Entry, Node};

/// A map whose keys are all known; of a key written twice, the first.
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
        match self.shape.keys.iter().find(|it| it.name == key)?.value {
            Inner::List(item) | Inner::OneOrMore(item) => Some(item),
            _ => None,
        }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.get(key).is_some() || self.told.contains(&key)
    }
}

/// Keys in a map from which on looking through all before each takes long.
const MANY: usize = 64;

/// Where keys stood before.
pub(super) struct Firsts<'n> {
    entries: &'n [Entry<'n>],
    /// Of maps that are larger than any should be.
    places: FxHashMap<&'n str, usize>,
}

impl<'n> Firsts<'n> {
    pub(super) fn of(entries: &'n [Entry<'n>]) -> Firsts<'n> {
        let many = if MANY < entries.len() { entries } else { &[] };
        let backwards = many.iter().enumerate().rev();
        Firsts { entries, places: backwards.map(|(nth, it)| (it.key.as_ref(), nth)).collect() }
    }

    /// The first entry with the same key, if there is one before the entry of that number.
    pub(super) fn before(&self, nth: usize) -> Option<&'n Entry<'n>> {
        let key = &self.entries[nth].key;
        match self.places.get(key.as_ref()) {
            Some(first) => (*first < nth).then(|| &self.entries[*first]),
            None => self.entries[..nth].iter().find(|it| it.key == *key),
        }
    }
}
