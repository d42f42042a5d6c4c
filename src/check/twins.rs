//! One procedure told in two records.

use std::collections::hash_map::Entry;
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::across::is_reviewed;
use super::rules::{same_title, shared_code};
use super::{Placed, note};
use crate::diagnostic::Diagnostic;
use crate::model::{Id, Status};

/// Two records of one agency that are called the same: mostly one was copied, and not yet made another.
pub(super) fn same_titles(placed: &[Arc<Placed>]) -> Vec<Diagnostic> {
    let mut first: FxHashMap<(&str, &Id), &Placed> = FxHashMap::default();
    let mut found = Vec::new();
    for it in placed.iter().filter(|it| is_reviewed(&it.procedure)) {
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
    for it in placed.iter().filter(|it| !matches!(it.procedure.status, Status::Withdrawn { .. })) {
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
