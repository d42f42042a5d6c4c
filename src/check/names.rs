//! What exists: the ids of all entries, which others refer to.

use std::collections::hash_map::Entry;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::ground::Kind;
use super::misnamed::spelt;
use super::note;
use super::roles::{Role, role};
use super::rules::duplicate_id;
use super::scan::Scan;
use crate::diagnostic::Diagnostic;
use crate::model::{Id, Lang};
use crate::source::Refused;

#[derive(Debug, Default)]
pub(super) struct Names {
    ids: FxHashMap<Kind, FxHashSet<Id>>,
    /// Their registry is there and cannot be read: nobody knows which there are.
    unread: FxHashSet<Kind>,
}

impl Names {
    /// `false` if it was there.
    pub(super) fn add(&mut self, kind: Kind, id: Id) -> bool {
        self.ids.entry(kind).or_default().insert(id)
    }

    pub(super) fn has(&self, kind: Kind, id: &Id) -> bool {
        self.get(kind, id.as_str()).is_some()
    }

    /// The id that is written so; all who refer to an entry share its id.
    pub(super) fn get(&self, kind: Kind, id: &str) -> Option<&Id> {
        self.ids.get(&kind)?.get(id)
    }

    /// Could there be others than those that are known?
    pub(super) fn is_unread(&self, kind: Kind) -> bool {
        self.unread.contains(&kind)
    }

    /// In no order.
    pub(super) fn of(&self, kind: Kind) -> impl Iterator<Item = &Id> {
        self.ids.get(&kind).into_iter().flatten()
    }
}

/// The id of an entry; of a key that is no id the one that it should be. The key itself is told, so
/// those who name its entry by that id are not.
pub(super) fn named(key: &str) -> Option<Id> {
    let is_own = key.starts_with("x_");
    key.parse().ok().or_else(|| Id::of_title(key)).filter(|_| !is_own)
}

/// Collects what exists; of two files with one id, the first by path counts.
/// Of a file that cannot be read, or has a misspelt name, nothing more is said where others name what it would hold.
pub(super) fn names(scans: &[Arc<Scan>], refused: &[Refused], found: &mut Vec<Diagnostic>) -> Names {
    let mut names = Names::default();
    let mut is_unique = true;
    let misnamed = scans.iter().filter(|it| it.is_misnamed()).map(|it| &*it.source.path);
    for path in refused.iter().map(|it| it.path.as_str()).chain(misnamed) {
        let spelt = spelt(path);
        let path = spelt.as_deref().unwrap_or(path);
        match role(path) {
            Some(Role::Registry(it)) => names.unread.extend(it.facts().kind),
            Some(Role::Record(kind)) => {
                let stem = path.rsplit('/').next().and_then(|it| it.split('.').next());
                names.ids.entry(kind).or_default().extend(stem.and_then(|it| it.parse().ok()));
            }
            _ => {}
        }
    }
    for file in scans.iter().filter(|it| it.is_broken) {
        names.unread.extend(file.registry());
        if let Some(Role::Prose(kind, None)) = file.role {
            names.ids.entry(kind).or_default().extend(file.id.clone());
        }
    }
    for file in scans {
        if let Some((kind, id)) = file.record() {
            is_unique &= names.add(kind, id.clone());
        } else if let Some(kind) = file.registry() {
            for id in file.keys.iter().filter_map(|(key, _)| named(key)) {
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
            it.insert(source);
            None
        }
        Entry::Occupied(first) => {
            let first = first.get();
            // The prose beside a record, which somebody gave data of its own.
            let is_beside = first
                .path
                .strip_suffix(".md")
                .is_some_and(|it| source.path.strip_suffix(".yaml") == Some(it));
            if is_beside {
                let words = duplicate_id::words_of_front_matter(id.as_str());
                return Some(note(first, &duplicate_id::RULE, None, words));
            }
            let words = duplicate_id::words(id.as_str(), &first.path);
            Some(note(source, &duplicate_id::RULE, None, words))
        }
    });
    second.collect()
}

/// Prose of a record in one language that is in two files, of which readers would get one. Of a second
/// record with prose of its own that it is a second record is told.
pub(super) fn second_prose(scans: &[Arc<Scan>], main: Lang) -> Vec<Diagnostic> {
    let mut homes = FxHashMap::default();
    let prose = scans.iter().filter_map(|file| match file.role {
        Some(Role::Prose(kind, lang)) => Some((kind, file.id.as_ref()?, lang.unwrap_or(main), file)),
        _ => None,
    });
    let second = prose.filter_map(|(kind, id, lang, file)| match homes.entry((kind, id, lang)) {
        Entry::Vacant(it) => {
            it.insert(file);
            None
        }
        Entry::Occupied(first) if first.get().has_tree && file.has_tree => None,
        Entry::Occupied(first) => {
            let words = duplicate_id::words_of_prose(id.as_str(), &first.get().source.path);
            Some(note(&file.source, &duplicate_id::RULE, None, words))
        }
    });
    second.collect()
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{bare, run, sources};

    #[test]
    fn a_title_above_the_prose_of_a_record_was_told_by_all_that_a_record_lacks() {
        let prose = "-- content/procedures/x.md --\n---\ntitle: X\n---\nCó chữ.\n";
        let found = run(&sources(&format!("{prose}{}", bare("x", "")))).1.diagnostics;
        let told: Vec<_> = found.iter().map(|it| (it.rule.code, &*it.path, &*it.help.vi)).collect();
        let help = "Xoá phần đầu, từ `---` đến `---`; dữ liệu ghi trong `x.yaml`.";
        assert_eq!(told, [("C019", "content/procedures/x.md", help)]);
    }

    /// Which files are told, beside the record `x.yaml`.
    fn told(prose: &[&str]) -> Vec<String> {
        const FRONT: &str = "---\ntitle: X\nfield: cap-dien\nagency: evn\nunconfirmed: [time, fee]\n---\n";
        let files = prose.iter().map(|it| match it.strip_suffix(" as record") {
            Some(path) => format!("\n-- content/procedures/{path} --\n{FRONT}Lời.\n"),
            None => format!("\n-- content/procedures/{it} --\nLời.\n"),
        });
        let found = run(&sources(&(bare("x", "") + &files.collect::<String>()))).1.diagnostics;
        let found = found.iter().filter(|it| it.rule.code == "C019");
        found.map(|it| it.path.replace("content/procedures/", "")).collect()
    }

    /// Readers got the last by path, and nobody was told.
    #[test]
    fn of_two_proses_of_one_record_one_was_lost_without_a_word() {
        assert_eq!(told(&["a/x.md", "x.md"]), ["x.md"]);
        assert_eq!(told(&["a/x.en.md", "b/x.en.md"]), ["b/x.en.md"]);
        assert_eq!(told(&["x.md", "x.vi.md"]), ["x.vi.md"], "the main language need not be named");
        assert!(told(&["a/x.md", "b/x.en.md"]).is_empty());
    }

    #[test]
    fn of_a_second_record_its_prose_is_not_told_as_well() {
        assert_eq!(told(&["a/x.md as record", "b/x.md as record"]), ["b/x.md", "x.yaml"]);
        assert_eq!(told(&["a/x.md as record", "b/x.md"]), ["b/x.md", "x.yaml"]);
    }
}
