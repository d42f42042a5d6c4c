//! What the last check found out about each file, for the next one.
//!
//! A file is looked at again if its text is another, and every file is if one of them shows the
//! others something else: a name, a heading of a page, a setting, another day.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use jiff::civil::Date;
use rayon::prelude::*;

use super::across::{self, Around, Uses};
use super::files::{Owner, Read, read_file};
use super::ground::Ground;
use super::names::{names, second_prose};
use super::procedure::Spots;
use super::rules::is_allowed;
use super::scan::{Scan, scan};
use super::twins::Shorts;
use super::{Placed, addresses, joining, settings, synonyms, titles, twins};
use crate::config::CheckConfig;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Catalogue, Entries, Lang, Procedure, Procedures, Prose, Status};
use crate::source::tree::Node;
use crate::source::{SourceFile, Sources};

const FEW: usize = 32;

#[derive(Default)]
pub struct Memo(Option<Learnt>);

struct Learnt {
    /// By path.
    files: Vec<Known>,
    ground: Ground,
    /// Found while names were collected.
    named: Vec<Diagnostic>,
    /// `None` before anything was held against it.
    around: Option<Around>,
    uses: Uses,
    circles: across::Circles,
    /// As they were last entered into a catalogue.
    procedures: Procedures,
    entries: Arc<Entries>,
}

/// What is known of one file.
struct Known {
    source: SourceFile,
    scan: Arc<Scan>,
    /// Large, and what is known of a file is handed on several times. `None` before it is read.
    read: Option<Box<Read>>,
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
        let (source, scan) = (scan.source.clone(), Arc::new(scan));
        Known { source, scan, read: None, placed: None, shown: Shown::Usual, beside: Vec::new() }
    }

    fn read(&self) -> &Read {
        static NOTHING: LazyLock<Read> = LazyLock::new(Read::default);
        self.read.as_deref().unwrap_or(&NOTHING)
    }

    fn parts(&self) -> (&Scan, &Read) {
        (&self.scan, self.read())
    }

    /// All that is wrong with it.
    fn found(&self) -> impl Iterator<Item = &Diagnostic> {
        self.scan.found.iter().chain(&self.read().found).chain(&self.beside)
    }
}

/// Is a file without an error of its own, or with those alone that the site lives with?
fn is_whole(scan: &Scan, read: &Read, config: &CheckConfig) -> bool {
    let mut found = scan.found.iter().chain(&read.found);
    found.all(|it| it.rule.severity != Severity::Error || is_allowed(config, it.rule))
}

/// A procedure that still lacks its prose; nobody else has it.
fn placed((procedure, spots): (Procedure, Spots), whole: bool, scan: &Arc<Scan>) -> Arc<Placed> {
    let shorts = Shorts::of(&procedure);
    let (procedure, scan) = (Arc::new(procedure), Arc::clone(scan));
    Arc::new(Placed { procedure, spots, shorts, scan, whole })
}

/// The number of a file that must be read, with the tree of its YAML.
type Dirty<'s> = (usize, Option<Node<'s>>);

/// A record as it was, and as it is now.
type Change = [Option<Arc<Placed>>; 2];

struct Scanned<'s> {
    /// In the order of the sources.
    files: Vec<Known>,
    /// New, or with another text.
    dirty: Vec<Dirty<'s>>,
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
    let unknown: Vec<usize> = (0..now.len()).filter(|nth| !is_known(*nth)).collect();
    let fresh = each(unknown, |nth| {
        let (scan, tree) = scan(&now[nth]);
        (nth, Known::new(scan), tree)
    });
    let mut dirty = Vec::with_capacity(fresh.len());
    let mut looks_alike = alike;
    for (nth, fresh, tree) in fresh {
        dirty.push((nth, tree));
        match &mut known[nth] {
            // What it said is needed to know what changes.
            Some(known) => {
                looks_alike &= fresh.scan.looks_like(&known.scan);
                (known.source, known.scan) = (fresh.source, fresh.scan);
            }
            none => *none = Some(fresh),
        }
    }
    let files = known.into_iter().map(|it| it.expect("what was not known was looked at")).collect();
    Scanned { files, dirty, alike: looks_alike }
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
        let (mut learnt, dirty) = Learnt::again(std::mem::take(self).0, sources, as_of);
        let numbers: Vec<usize> = dirty.iter().map(|it| it.0).collect();
        let own = learnt.read(dirty);
        let records = learnt.records_of(&numbers);
        let changes = learnt.renew(&records, &numbers, own);
        let placed = learnt.enter(&numbers, catalogue);
        learnt.judge(&numbers, &records, catalogue);
        learnt.circles = std::mem::take(&mut learnt.circles).look(catalogue, &placed, &changes);
        learnt.report(sources, catalogue, &placed, found);
        *self = Memo(Some(learnt));
    }
}

impl Learnt {
    /// What still holds of the last check, and the files that must be read.
    fn again(last: Option<Learnt>, sources: &Sources, as_of: Date) -> (Learnt, Vec<Dirty<'_>>) {
        let mut last = last;
        let files = last.as_mut().map(|it| std::mem::take(&mut it.files)).unwrap_or_default();
        let Scanned { mut files, dirty, alike } = scan_again(sources, files);
        if let Some(last) = last.filter(|it| alike && it.ground.is_of(sources, as_of)) {
            return (Learnt { files, ..last }, dirty);
        }
        let mut named = Vec::new();
        let scans: Vec<Arc<Scan>> = files.iter().map(|it| Arc::clone(&it.scan)).collect();
        let names = names(&scans, &sources.refused, &mut named);
        let ground = Ground::new(sources, names, scans, as_of);
        named.extend(second_prose(&ground.files, ground.languages[0]));
        // Each file would be judged in another way: all are read, and nothing counts.
        // What was looked at just now stands in the order of the files.
        let mut fresh = dirty.into_iter().peekable();
        let tree = |nth| fresh.next_if(|it| it.0 == nth).map(|it| it.1);
        let trees: Vec<Option<Option<Node<'_>>>> = (0..files.len()).map(tree).collect();
        let dirty = each(trees.into_iter().enumerate().collect(), |(nth, tree)| {
            (nth, tree.unwrap_or_else(|| scan(&sources.files[nth]).1))
        });
        for it in &mut files {
            it.read = None;
        }
        let (uses, circles) = (Uses::default(), across::Circles::default());
        let (procedures, entries) = (Procedures::default(), Arc::default());
        (Learnt { files, ground, named, around: None, uses, circles, procedures, entries }, dirty)
    }

    /// Reads files by themselves; gives the procedures that they are, in the order of their numbers.
    fn read(&mut self, dirty: Vec<Dirty<'_>>) -> Vec<(usize, Arc<Placed>)> {
        let read = each(dirty, |(nth, tree)| {
            let scan = &self.files[nth].scan;
            let (read, own) = read_file(scan, tree.as_ref(), &self.ground);
            let own = own.map(|it| placed(it, is_whole(scan, &read, &self.ground.config.check), scan));
            (nth, Box::new(read), own)
        });
        self.uses.add(Uses::of(&read, |(nth, now, _)| [self.files[*nth].read(), &**now]));
        let mut all = Vec::with_capacity(read.len());
        for (nth, read, own) in read {
            self.ground.renew(nth, &self.files[nth].scan);
            self.files[nth].read = Some(read);
            all.extend(own.map(|it| (nth, it)));
        }
        all
    }

    /// The records to which these files belong, sorted.
    fn records_of(&self, files: &[usize]) -> Vec<usize> {
        let records = files.iter().filter_map(|nth| self.ground.places.record_of(*nth));
        let mut records: Vec<usize> = records.collect();
        records.sort_unstable();
        records.dedup();
        records
    }

    /// Puts records and their prose together.
    fn renew(&mut self, records: &[usize], dirty: &[usize], own: Vec<(usize, Arc<Placed>)>) -> Vec<Change> {
        let mut own = own.into_iter().peekable();
        let mut own_of = |nth: usize| own.next_if(|it| it.0 == nth).map(|it| it.1);
        let owned: Vec<(usize, Option<Arc<Placed>>)> =
            records.iter().map(|nth| (*nth, own_of(*nth))).collect();
        let now = each(owned, |(nth, own)| match own {
            Some(mut own) => {
                let placed = Arc::get_mut(&mut own).expect("it was made just now");
                let procedure = Arc::get_mut(&mut placed.procedure).expect("it was made just now");
                procedure.prose = self.prose_of(nth);
                Some(own)
            }
            None if dirty.binary_search(&nth).is_ok() => None,
            None => self.files[nth].placed.as_ref().map(|it| it.with_prose(self.prose_of(nth))),
        });
        let mut changes: Vec<Change> = Vec::with_capacity(records.len());
        for (nth, placed) in records.iter().zip(now) {
            let file = &mut self.files[*nth];
            file.shown = match placed.as_ref().map(|it| &it.procedure.status) {
                Some(Status::Draft) => Shown::Draft,
                Some(Status::Withdrawn { .. }) => Shown::Withdrawn,
                _ => Shown::Usual,
            };
            changes.push([std::mem::replace(&mut file.placed, placed.clone()), placed]);
        }
        changes
    }

    fn prose_of(&self, record: usize) -> BTreeMap<Lang, Prose> {
        let files = self.ground.places.prose_of(record);
        let prose = files.iter().filter_map(|nth| self.files[*nth].read().prose.as_ref());
        let own = prose.filter(|(owner, ..)| matches!(owner, Owner::Procedure(_)));
        own.map(|(_, lang, text)| (*lang, text.clone())).collect()
    }

    /// All that is without mistakes, into the catalogue; gives all procedures.
    fn enter(&mut self, dirty: &[usize], catalogue: &mut Catalogue) -> Vec<Arc<Placed>> {
        let others = &self.ground.places.others;
        let entries =
            || dirty.iter().any(|nth| others.binary_search(nth).is_ok()).then(|| self.entries_of(others));
        let ((procedures, placed), entries) = rayon::join(|| self.all_procedures(), entries);
        self.procedures = procedures;
        if let Some(entries) = entries {
            self.entries = Arc::new(entries);
        }
        catalogue.procedures = self.procedures.clone();
        catalogue.entries = Arc::clone(&self.entries);
        placed
    }

    fn entries_of(&self, files: &[usize]) -> Entries {
        let files = files.iter().map(|nth| &self.files[*nth]);
        let files = files.map(|it| (it.read(), is_whole(&it.scan, it.read(), &self.ground.config.check)));
        joining::entries(files, self.ground.languages[0])
    }

    /// Those without mistakes, and all.
    fn all_procedures(&self) -> (Procedures, Vec<Arc<Placed>>) {
        let records = self.ground.places.records.par_iter();
        let placed: Vec<Arc<Placed>> = records.filter_map(|nth| self.files[*nth].placed.clone()).collect();
        let whole = placed.par_iter().filter(|it| it.whole).map(|it| Arc::clone(&it.procedure));
        (Procedures::again(&self.procedures, whole.collect()), placed)
    }

    /// Holds against the other records what is new, or everything if those show something else.
    fn judge(&mut self, dirty: &[usize], records: &[usize], catalogue: &Catalogue) {
        let places = &self.ground.places;
        let in_order = places.records.iter().map(|nth| &self.files[*nth]);
        let minded = in_order.filter(|it| it.shown != Shown::Usual);
        let minded = minded.filter_map(|it| Some((it.placed.as_ref()?.procedure.id.clone(), it.shown)));
        let around = Around::new(catalogue, minded, &self.ground);
        let judged: Vec<usize> = if self.around.as_ref() == Some(&around) {
            let prose = records.iter().flat_map(|nth| places.prose_of(*nth));
            let all: BTreeSet<usize> = dirty.iter().chain(records).chain(prose).copied().collect();
            all.into_iter().collect()
        } else {
            (0..self.files.len()).collect()
        };
        let beside = each(judged, |nth| {
            let file = &self.files[nth];
            let owner = places.record_of(nth).and_then(|it| self.files[it].placed.as_deref());
            (nth, across::of_file(&file.scan, file.read(), owner, catalogue, &around))
        });
        for (nth, beside) in beside {
            self.files[nth].beside = beside;
        }
        self.around = Some(around);
    }

    fn report(
        &self,
        sources: &Sources,
        catalogue: &Catalogue,
        placed: &[Arc<Placed>],
        found: &mut Vec<Diagnostic>,
    ) {
        let others = self.ground.places.others.iter();
        let others: Vec<(&Scan, &Read)> = others.map(|nth| self.files[*nth].parts()).collect();
        let aliased = || {
            let files = self.files.iter().filter(|it| !it.read().mentions.aliases.is_empty());
            addresses::aliases(files.map(Known::parts), &self.ground, catalogue)
        };
        let is_unknown = |kind| {
            let mut unknown = self.files.iter().flat_map(|it| &it.read().mentions.unknown);
            unknown.any(|it| it.0 == kind)
        };
        let parts: [&(dyn Fn() -> Vec<Diagnostic> + Sync); 10] = [
            &|| self.files.iter().flat_map(Known::found).cloned().collect(),
            &|| self.circles.diagnostics(catalogue, placed, &others),
            &|| twins::shared_codes(placed),
            &|| twins::same_titles(placed),
            &|| twins::copies(placed),
            &|| synonyms::diagnostics(placed, &others, &self.ground),
            &aliased,
            &|| across::lacking(self.files.iter().map(Known::parts)),
            &|| across::of_all(catalogue, placed, &others, &self.uses, is_unknown, &self.ground),
            &|| settings::diagnostics(sources, &self.ground),
        ];
        found.extend(self.named.iter().cloned());
        found.extend(parts.par_iter().flat_map_iter(|it| it()).collect::<Vec<_>>());
        let popular = settings::unknown_popular(sources, &self.ground);
        titles::propose(
            found,
            self.files.iter().map(Known::parts),
            popular,
            placed,
            &others,
            &self.ground.names,
        );
    }
}

#[cfg(test)]
mod tests;
