//! What the last check found out about each file, for the next one.
//!
//! A file is looked at again if its text is another, and every file is if one of them shows the
//! others something else: a name, a heading of a page, a setting, another day.

use std::sync::Arc;

use jiff::civil::Date;

use super::Placed;
use super::across::Around;
use super::files::{Read, Scan, names};
use super::ground::Ground;
use crate::diagnostic::Diagnostic;
use crate::source::{SourceFile, Sources};

#[derive(Default)]
pub struct Memo(Option<Last>);

struct Last {
    /// By path.
    files: Vec<Known>,
    ground: Arc<Ground>,
    /// Found while names were collected.
    named: Arc<[Diagnostic]>,
    around: Around,
}

/// What is known of one file.
pub(super) struct Known {
    pub(super) scan: Arc<Scan>,
    /// Without the procedure that it made.
    pub(super) read: Arc<Read>,
    /// That procedure.
    pub(super) placed: Option<Arc<Placed>>,
    /// The procedure of which it is the record or the prose.
    pub(super) owner: Option<Arc<Placed>>,
    /// What it says that does not go with the others.
    pub(super) beside: Arc<[Diagnostic]>,
}

impl Known {
    /// Was it found by looking at these?
    pub(super) fn is_of(&self, read: &Arc<Read>, owner: Option<&Arc<Placed>>) -> bool {
        let same_owner = match (&self.owner, owner) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        };
        same_owner && Arc::ptr_eq(&self.read, read)
    }
}

impl Memo {
    pub(super) fn new(
        files: Vec<Known>,
        ground: Arc<Ground>,
        named: Arc<[Diagnostic]>,
        around: Around,
    ) -> Memo {
        Memo(Some(Last { files, ground, named, around }))
    }

    /// For each file, what is known of it if its text is the same.
    pub(super) fn known(&self, files: &[SourceFile]) -> Vec<Option<&Known>> {
        let mut last = self.0.iter().flat_map(|it| &it.files).peekable();
        let known = files.iter().map(|file| {
            while last.next_if(|it| it.scan.source.path < file.path).is_some() {}
            let known = last.next_if(|it| it.scan.source.path == file.path)?;
            let text = &known.scan.source.text;
            (Arc::ptr_eq(text, &file.text) || *text == file.text).then_some(known)
        });
        known.collect()
    }

    /// What files are checked against now, and what was found while it was collected; the last
    /// if each file that is as it was would be judged as it was.
    pub(super) fn ground(
        &self,
        sources: &Sources,
        as_of: Date,
        scans: &[Arc<Scan>],
    ) -> (Arc<Ground>, Arc<[Diagnostic]>) {
        let alike = |(a, b): (&Arc<Scan>, &Known)| Arc::ptr_eq(a, &b.scan) || a.looks_like(&b.scan);
        let firm = self.0.as_ref().filter(|it| {
            it.ground.is_of(sources, as_of)
                && it.files.len() == scans.len()
                && scans.iter().zip(&it.files).all(alike)
        });
        if let Some(last) = firm {
            return (Arc::clone(&last.ground), Arc::clone(&last.named));
        }
        let mut found = Vec::new();
        let names = names(scans, &mut found);
        (Arc::new(Ground::new(sources, names, scans.to_vec(), as_of)), found.into())
    }

    pub(super) fn stands_on(&self, ground: &Arc<Ground>) -> bool {
        self.0.as_ref().is_some_and(|it| Arc::ptr_eq(&it.ground, ground))
    }

    pub(super) fn is_among(&self, around: &Around) -> bool {
        self.0.as_ref().is_some_and(|it| it.around == *around)
    }
}

#[cfg(test)]
mod tests;
