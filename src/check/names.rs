//! What exists: the ids of all entries, which others refer to.

use std::collections::hash_map::Entry;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::files::Scan;
use super::ground::Kind;
use super::note;
use super::rules::duplicate_id;
use crate::diagnostic::Diagnostic;
use crate::model::Id;

#[derive(Debug, Default)]
pub(super) struct Names(FxHashMap<Kind, FxHashSet<Id>>);

impl Names {
    /// `false` if it was there.
    pub(super) fn add(&mut self, kind: Kind, id: Id) -> bool {
        self.0.entry(kind).or_default().insert(id)
    }

    pub(super) fn has(&self, kind: Kind, id: &Id) -> bool {
        self.get(kind, id.as_str()).is_some()
    }

    /// The id that is written so; all who refer to an entry share its id.
    pub(super) fn get(&self, kind: Kind, id: &str) -> Option<&Id> {
        self.0.get(&kind)?.get(id)
    }

    /// In no order.
    pub(super) fn of(&self, kind: Kind) -> impl Iterator<Item = &Id> {
        self.0.get(&kind).into_iter().flatten()
    }
}

/// Collects what exists; of two files with one id, the first by path counts.
pub(super) fn names(scans: &[Arc<Scan>], found: &mut Vec<Diagnostic>) -> Names {
    let mut names = Names::default();
    let mut is_unique = true;
    for file in scans {
        if let Some((kind, id)) = file.record() {
            is_unique &= names.add(kind, id.clone());
        } else if let Some(kind) = file.registry() {
            for id in file.keys.iter().filter_map(|(key, _)| key.parse().ok()) {
                names.add(kind, id);
            }
        }
    }
    if !is_unique {
        found.extend(second_homes(scans));
    }
    names
}

fn second_homes(scans: &[Arc<Scan>]) -> Vec<Diagnostic> {
    let mut homes = FxHashMap::default();
    let records = scans.iter().filter_map(|file| Some((file.record()?, &file.source)));
    let second = records.filter_map(|((kind, id), source)| match homes.entry((kind, id)) {
        Entry::Vacant(it) => {
            it.insert(&source.path);
            None
        }
        Entry::Occupied(first) => {
            let words = duplicate_id::words(id.as_str(), first.get());
            Some(note(source, &duplicate_id::RULE, None, words))
        }
    });
    second.collect()
}
