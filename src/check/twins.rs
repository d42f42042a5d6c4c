//! One procedure told in two records.

use std::collections::hash_map::Entry;
use std::hash::BuildHasher;
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::across::is_reviewed;
use super::procedure::Spots;
use super::rules::{same_title, shared_code, title_not_translated};
use super::{Placed, note};
use crate::diagnostic::Diagnostic;
use crate::model::{Id, Procedure, Status};

/// What no other record has, in short: records whose shorts differ are not looked at again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shorts {
    title: Option<u64>,
    code: Option<u64>,
    english: Option<u64>,
    summary: Option<u64>,
}

impl Shorts {
    pub(super) fn of(it: &Procedure) -> Shorts {
        let short = |text: &str| FxBuildHasher.hash_one((text, &it.agency));
        let has_code = !matches!(it.status, Status::Withdrawn { .. });
        Shorts {
            title: is_reviewed(it).then(|| short(&it.title.main)),
            english: english(it).filter(|_| is_reviewed(it)).map(short),
            summary: it.summary.as_ref().filter(|_| is_reviewed(it)).map(|it| short(&it.main)),
            code: it.code.as_deref().filter(|_| has_code).map(short),
        }
    }
}

/// Those of which another has the same short, in their order; mostly none.
fn alike(
    placed: &[Arc<Placed>],
    short: impl Fn(&Shorts) -> Option<u64>,
) -> impl Iterator<Item = &Arc<Placed>> {
    // Of a copy that keeps the name of one, that is told.
    let named = |it: &Arc<Placed>| short(&it.shorts).filter(|_| !it.scan.is_copy());
    let shorts: Vec<Option<u64>> = placed.iter().map(named).collect();
    let mut seen = FxHashSet::with_capacity_and_hasher(shorts.len(), FxBuildHasher);
    let twice: FxHashSet<u64> = shorts.iter().flatten().copied().filter(|it| !seen.insert(*it)).collect();
    placed
        .iter()
        .zip(shorts)
        .filter(move |(_, it)| it.is_some_and(|it| twice.contains(&it)))
        .map(|(it, _)| it)
}

/// Two records of one agency that are called the same: mostly one was copied, and not yet made another.
pub(super) fn same_titles(placed: &[Arc<Placed>]) -> Vec<Diagnostic> {
    let mut first: FxHashMap<(&str, &Id), &Placed> = FxHashMap::default();
    let mut found = Vec::new();
    for it in alike(placed, |it| it.title) {
        let title = it.procedure.title.main.as_ref();
        match first.entry((title, &it.procedure.agency)) {
            Entry::Vacant(free) => drop(free.insert(it)),
            // Of two files with one id that is told.
            Entry::Occupied(taken) if taken.get().procedure.id == it.procedure.id => {}
            Entry::Occupied(taken) => {
                let words = same_title::words(title, &place(taken.get(), taken.get().spots.title.as_ref()));
                found.push(note(&it.scan.source, &same_title::RULE, it.spots.title.clone(), words));
            }
        }
    }
    found
}

fn english(it: &Procedure) -> Option<&str> {
    it.title.translations().iter().find(|it| it.0.as_str() == "en").map(|it| it.1.as_ref())
}

/// Records of one agency that are called otherwise, but say of themselves the very same: the copy got
/// another title, and was left as it was.
pub(super) fn copies(placed: &[Arc<Placed>]) -> Vec<Diagnostic> {
    let mut first = FxHashMap::default();
    let summaries = alike(placed, |it| it.summary).filter_map(|it| {
        let summary: &str = it.procedure.summary.as_ref()?.main.as_ref();
        let place = copied(&mut first, it, summary, |it| it.summary.as_ref())?;
        let words = same_title::words_of_summary(&place);
        Some(note(&it.scan.source, &same_title::RULE, it.spots.summary.clone(), words))
    });
    let mut found: Vec<Diagnostic> = summaries.collect();
    let mut first = FxHashMap::default();
    found.extend(alike(placed, |it| it.english).filter_map(|it| {
        let title = english(&it.procedure)?;
        let place = copied(&mut first, it, title, |it| it.english.as_ref())?;
        let words = title_not_translated::words_of_copied(title, &place);
        Some(note(&it.scan.source, &title_not_translated::RULE, it.spots.english.clone(), words))
    }));
    found
}

/// Where one of the `first` has this text of a record that is called otherwise.
fn copied<'a>(
    first: &mut FxHashMap<(&'a str, &'a Id), &'a Placed>,
    it: &'a Placed,
    text: &'a str,
    spot: fn(&Spots) -> Option<&Range<usize>>,
) -> Option<String> {
    let other = match first.entry((text, &it.procedure.agency)) {
        Entry::Vacant(free) => {
            free.insert(it);
            return None;
        }
        Entry::Occupied(taken) => *taken.get(),
    };
    let (own, its) = (&it.procedure, &other.procedure);
    // That they are called the same is told, and so are two files with one id.
    (own.id != its.id && own.title.main != its.title.main).then(|| place(other, spot(&other.spots)))
}

/// The file and line of a part of a record.
fn place(placed: &Placed, span: Option<&Range<usize>>) -> String {
    let source = &placed.scan.source;
    let line = source.line_column(span.map_or(0, |it| it.start)).line;
    format!("{}:{line}", source.path)
}

/// One official procedure told in two records of one agency: a search for its code finds both.
/// Corporations each have their own record of it, and the record that took another's place its code.
pub(super) fn shared_codes(placed: &[Arc<Placed>]) -> Vec<Diagnostic> {
    let mut first: FxHashMap<(&str, &Id), &Placed> = FxHashMap::default();
    let mut found = Vec::new();
    for it in alike(placed, |it| it.code) {
        let Some(code) = it.procedure.code.as_deref() else { continue };
        match first.entry((code, &it.procedure.agency)) {
            Entry::Vacant(free) => drop(free.insert(it)),
            // That they are called the same is told.
            Entry::Occupied(taken) if taken.get().procedure.title.main == it.procedure.title.main => {}
            Entry::Occupied(taken) => {
                let words = shared_code::words(code, &place(taken.get(), taken.get().spots.code.as_ref()));
                found.push(note(&it.scan.source, &shared_code::RULE, it.spots.code.clone(), words));
            }
        }
    }
    found
}
