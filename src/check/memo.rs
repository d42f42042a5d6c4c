//! What the last check found out about each file, for the next one.
//!
//! A file is looked at again if its text is another, and every file is if one of them shows the
//! others something else: a name, a heading of a page, a setting, another day.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::across::{self, Around, Uses};
use super::files::{Own, Owner, Read, Scan, read_file, scan};
use super::ground::Ground;
use super::names::names;
use super::rules::is_allowed;
use super::{Placed, addresses, joining, settings, synonyms};
use crate::config::CheckConfig;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Catalogue, Lang, Prose, Status};
use crate::source::tree::Node;
use crate::source::{SourceFile, Sources};

const FEW: usize = 32;

#[derive(Default)]
pub struct Memo(Option<Last>);

struct Last {
    /// By path.
    files: Vec<Known>,
    ground: Ground,
    /// Found while names were collected.
    named: Vec<Diagnostic>,
    around: Around,
    uses: Uses,
    circles: across::Circles,
}

/// What is known of one file.
struct Known {
    source: SourceFile,
    scan: Arc<Scan>,
    read: Read,
    /// The procedure of which it is the record.
    placed: Option<Arc<Placed>>,
    /// Its status, where others mind.
    shown: Shown,
    /// What does not go with the others.
    beside: Vec<Diagnostic>,
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Shown {
    #[default]
    Usual,
    Draft,
    Withdrawn,
}

impl Known {
    fn new(scan: Scan) -> Known {
        let (source, read) = (scan.source.clone(), Read::default());
        Known { source, scan: Arc::new(scan), read, placed: None, shown: Shown::Usual, beside: Vec::new() }
    }

    /// All that is wrong with it.
    fn found(&self) -> impl Iterator<Item = &Diagnostic> {
        self.scan.found.iter().chain(&self.read.found).chain(&self.beside)
    }

    /// Without an error of its own, or with those alone that the site lives with.
    fn is_whole(&self, config: &CheckConfig) -> bool {
        let mut found = self.scan.found.iter().chain(&self.read.found);
        found.all(|it| it.rule.severity != Severity::Error || is_allowed(config, it.rule))
    }
}

/// Files in the order of the sources; `dirty` are the numbers of those that are new or have another
/// text, with the trees of their YAML.
struct Scanned<'s> {
    files: Vec<Known>,
    dirty: Vec<usize>,
    trees: Vec<Option<Node<'s>>>,
    /// Whether each file shows the others what it showed them before.
    alike: bool,
}

fn same<T: Eq + ?Sized>(a: &Arc<T>, b: &Arc<T>) -> bool {
    Arc::ptr_eq(a, b) || **a == **b
}

/// On all cores, unless there are so few that waking them takes longer.
fn each<T: Send, R: Send>(items: Vec<T>, make: impl Fn(T) -> R + Send + Sync) -> Vec<R> {
    if items.len() < FEW {
        return items.into_iter().map(make).collect();
    }
    // In small shares: whoever is done first takes of what is left, to the end.
    items.into_par_iter().with_max_len(FEW).map(make).collect()
}

fn scan_again(sources: &Sources, last: Vec<Known>) -> Scanned<'_> {
    let now = &sources.files;
    let alike = last.len() == now.len() && last.iter().zip(now).all(|(a, b)| same(&a.source.path, &b.path));
    let mut known: Vec<Option<Known>> = if alike {
        last.into_iter().map(Some).collect()
    } else {
        let mut last = last.into_iter().peekable();
        let of = now.iter().map(|file| {
            while last.next_if(|it| it.source.path < file.path).is_some() {}
            last.next_if(|it| it.source.path == file.path)
        });
        of.collect()
    };
    let is_known = |nth: usize| known[nth].as_ref().is_some_and(|it| same(&it.source.text, &now[nth].text));
    let dirty: Vec<usize> = (0..now.len()).filter(|nth| !is_known(*nth)).collect();
    let fresh = each(dirty.clone(), |nth| scan(&now[nth]));
    let mut trees = Vec::with_capacity(dirty.len());
    let mut looks_alike = alike;
    for (nth, (scan, tree)) in dirty.iter().zip(fresh) {
        trees.push(tree);
        match &mut known[*nth] {
            // What it said is needed to know what changes.
            Some(known) => {
                looks_alike &= scan.looks_like(&known.scan);
                known.source = scan.source.clone();
                known.scan = Arc::new(scan);
            }
            none => *none = Some(Known::new(scan)),
        }
    }
    let files = known.into_iter().map(|it| it.expect("what was not known was looked at")).collect();
    Scanned { files, dirty, trees, alike: looks_alike }
}

impl Memo {
    /// Checks what must be checked, and enters all that is known into the catalogue.
    pub(super) fn learn(
        &mut self,
        sources: &Sources,
        as_of: Date,
        catalogue: &mut Catalogue,
        found: &mut Vec<Diagnostic>,
    ) {
        let config = &sources.config.check;
        let mut last = std::mem::take(self).0;
        let files = last.as_mut().map(|it| std::mem::take(&mut it.files)).unwrap_or_default();
        let Scanned { mut files, mut dirty, mut trees, alike } = scan_again(sources, files);
        let last = last.filter(|it| alike && it.ground.is_of(sources, as_of));
        let (mut ground, named, around_before, mut uses, circles) = if let Some(it) = last {
            (it.ground, it.named, Some(it.around), it.uses, it.circles)
        } else {
            let mut named = Vec::new();
            let scans: Vec<Arc<Scan>> = files.iter().map(|it| Arc::clone(&it.scan)).collect();
            let names = names(&scans, &sources.refused, &mut named);
            let ground = Ground::new(sources, names, scans, as_of);
            // Each file would be judged in another way: all are read, and nothing counts.
            let mut fresh: FxHashMap<usize, Option<Node<'_>>> = dirty.iter().copied().zip(trees).collect();
            dirty = (0..files.len()).collect();
            let tree = |nth: &usize| fresh.remove(nth).unwrap_or_else(|| scan(&sources.files[*nth]).1);
            trees = dirty.iter().map(tree).collect();
            for it in &mut files {
                it.read = Read::default();
            }
            (ground, named, None, Uses::default(), across::Circles::default())
        };

        let dirty_trees: Vec<(usize, Option<Node<'_>>)> = dirty.iter().copied().zip(trees).collect();
        let read = each(dirty_trees, |(nth, tree)| read_file(&files[nth].scan, tree.as_ref(), &ground));
        let mut own: FxHashMap<usize, Own> = FxHashMap::default();
        for (nth, (read, made)) in dirty.iter().copied().zip(read) {
            ground.renew(nth, &files[nth].scan);
            own.extend(made.map(|it| (nth, it)));
            uses.change(&files[nth].read, &read);
            files[nth].read = read;
        }
        let places = &ground.places;
        let mut records: Vec<usize> = dirty.iter().filter_map(|nth| places.record_of(*nth)).collect();
        records.sort_unstable();
        records.dedup();
        let owned: Vec<(usize, Option<Own>)> = records.iter().map(|nth| (*nth, own.remove(nth))).collect();
        let now = each(owned, |(nth, own)| {
            let prose = places.prose_of(nth).iter().filter_map(|nth| files[*nth].read.prose.as_ref());
            let prose: BTreeMap<Lang, Prose> = prose
                .filter(|(owner, ..)| matches!(owner, Owner::Procedure(_)))
                .map(|(_, lang, text)| (*lang, text.clone()))
                .collect();
            let file = &files[nth];
            match own {
                Some(own) => {
                    let (mut procedure, spots) = *own;
                    procedure.prose = prose;
                    let (procedure, scan) = (Arc::new(procedure), Arc::clone(&file.scan));
                    Some(Arc::new(Placed { procedure, spots, scan, whole: file.is_whole(config) }))
                }
                None if dirty.binary_search(&nth).is_ok() => None,
                None => file.placed.as_ref().map(|it| it.with_prose(prose)),
            }
        });
        let mut changed: Vec<[Option<Arc<Placed>>; 2]> = Vec::with_capacity(records.len());
        for (nth, placed) in records.iter().zip(now) {
            let file = &mut files[*nth];
            file.shown = match placed.as_ref().map(|it| &it.procedure.status) {
                Some(Status::Draft) => Shown::Draft,
                Some(Status::Withdrawn { .. }) => Shown::Withdrawn,
                _ => Shown::Usual,
            };
            changed.push([std::mem::replace(&mut file.placed, placed.clone()), placed]);
        }

        let others = places.others.iter().map(|nth| &files[*nth]);
        joining::enter_all(catalogue, others.map(|it| (&it.read, it.is_whole(config))), ground.languages[0]);
        let in_order = places.records.iter().map(|nth| &files[*nth]);
        let placed = places.records.par_iter().filter_map(|nth| files[*nth].placed.clone());
        let placed: Vec<Arc<Placed>> = placed.collect();
        let whole = placed.par_iter().filter(|it| it.whole).map(|it| Arc::clone(&it.procedure));
        catalogue.procedures = whole.collect::<Vec<_>>().into_iter().collect();

        let minded = in_order.filter(|it| it.shown != Shown::Usual);
        let minded = minded.filter_map(|it| Some((it.placed.as_ref()?.procedure.id.clone(), it.shown)));
        let around = Around::new(catalogue, minded, &ground);
        let judged: Vec<usize> = if around_before.as_ref() == Some(&around) {
            let prose = records.iter().flat_map(|nth| places.prose_of(*nth));
            let all: BTreeSet<usize> = dirty.iter().chain(&records).chain(prose).copied().collect();
            all.into_iter().collect()
        } else {
            (0..files.len()).collect()
        };
        let beside = each(judged.clone(), |nth| {
            let file = &files[nth];
            let owner = places.record_of(nth).and_then(|it| files[it].placed.as_deref());
            across::of_file(&file.scan, &file.read, owner, catalogue, &around)
        });
        for (nth, beside) in judged.into_iter().zip(beside) {
            files[nth].beside = beside;
        }

        found.extend(named.iter().cloned());
        found.extend(files.iter().flat_map(Known::found).cloned());
        let circles = circles.look(catalogue, &placed, &changed);
        let others: Vec<(&Scan, &Read)> =
            places.others.iter().map(|nth| (&*files[*nth].scan, &files[*nth].read)).collect();
        found.extend(circles.diagnostics(catalogue, &placed, &others));
        found.extend(across::shared_codes(&placed));
        found.extend(synonyms::diagnostics(&placed, &others));
        let aliased = files.iter().filter(|it| !it.read.mentions.aliases.is_empty());
        found.extend(addresses::aliases(aliased.map(|it| (&*it.scan, &it.read)), &ground, catalogue));
        found.extend(across::lacking(files.iter().map(|it| (&*it.scan, &it.read))));
        found.extend(across::of_all(catalogue, &placed, &others, &uses, &ground));
        found.extend(settings::diagnostics(sources, &ground));
        *self = Memo(Some(Last { files, ground, named, around, uses, circles }));
    }
}

#[cfg(test)]
mod tests;
