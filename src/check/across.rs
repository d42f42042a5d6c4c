//! What only shows when the records are seen together.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::cycles::cycles;
use super::files::Read;
use super::ground::{Ground, Kind};
use super::memo::Shown;
use super::roles::Role;
use super::rules::{
    agency_cycle, before_cycle, leads_to_draft, leads_to_withdrawn, legal_expired, legal_newer,
    related_to_itself, review_overdue, unknown_reference, unused_case, unused_entry,
};
use super::scan::Scan;
use super::{Placed, calendars, choices, figures, journeys, note, offices, terms, translations};
use crate::diagnostic::{Diagnostic, Severity, Words};
use crate::model::{Catalogue, Id, Lang, Procedure, Shared, Status};

/// What of the other records a single file is judged by.
#[derive(Debug, PartialEq)]
pub(super) struct Around {
    as_of: Date,
    main: Lang,
    review_months: u16,
    /// The parent of each agency, and what messages call it.
    agencies: BTreeMap<Id, (Option<Id>, Shared)>,
    withdrawn: FxHashSet<Id>,
    drafts: FxHashSet<Id>,
    /// Legal texts no longer in force, and those that are by now and say since when.
    legal: FxHashMap<Id, Force>,
}

/// When a legal text is in force: its last day if that is over, and its first if that has come.
#[derive(Debug, PartialEq)]
struct Force {
    ended: Option<Date>,
    begun: Option<Date>,
}

impl Around {
    /// `minded` are the procedures that are not there for readers.
    pub(super) fn new(
        catalogue: &Catalogue,
        minded: impl Iterator<Item = (Id, Shown)>,
        ground: &Ground,
    ) -> Around {
        let (withdrawn, drafts): (Vec<_>, Vec<_>) = minded.partition(|it| it.1 == Shown::Withdrawn);
        let as_of = ground.as_of;
        let legal = catalogue.legal.values().map(|it| {
            let ended = it.until.filter(|it| *it < as_of);
            (it.id.clone(), Force { ended, begun: it.effective.filter(|it| *it <= as_of) })
        });
        Around {
            as_of,
            main: ground.languages[0],
            review_months: ground.config.check.review_months,
            agencies: catalogue
                .agencies
                .values()
                .map(|it| (it.id.clone(), (it.parent.clone(), it.called().clone())))
                .collect(),
            withdrawn: withdrawn.into_iter().map(|it| it.0).collect(),
            drafts: drafts.into_iter().map(|it| it.0).collect(),
            legal: legal.filter(|(_, it)| it.ended.or(it.begun).is_some()).collect(),
        }
    }
}

/// How often files mention entries of registries.
#[derive(Default)]
pub(super) struct Uses(FxHashMap<Kind, FxHashMap<Id, isize>>);

impl Uses {
    /// What these files say more often than they did; `sides` gives what a file said and what it says.
    pub(super) fn of<'a, T: Sync>(files: &'a [T], sides: impl Fn(&'a T) -> [&'a Read; 2] + Sync) -> Uses {
        let counted = files.par_iter().fold(Uses::default, |mut uses, file| {
            let [before, now] = sides(file);
            uses.count(before, -1);
            uses.count(now, 1);
            uses
        });
        counted.reduce(Uses::default, |mut uses, others| {
            uses.add(others);
            uses
        })
    }

    pub(super) fn add(&mut self, others: Uses) {
        for (kind, others) in others.0 {
            let uses = self.0.entry(kind).or_default();
            for (id, times) in others {
                *uses.entry(id).or_default() += times;
            }
        }
    }

    fn count(&mut self, read: &Read, times: isize) {
        for (kind, id, _) in &read.mentions.entries {
            if !matches!(kind, Kind::Field | Kind::Audience | Kind::Paper | Kind::Legal) {
                continue;
            }
            let uses = self.0.entry(*kind).or_default();
            match uses.get_mut(id) {
                Some(known) => *known += times,
                None => drop(uses.insert(id.clone(), times)),
            }
        }
    }

    fn has(&self, kind: Kind, key: &str) -> bool {
        self.0.get(&kind).and_then(|it| it.get(key)).is_some_and(|it| 0 < *it)
    }
}

/// Whether procedures wait for each other in circles.
#[derive(Default)]
pub(super) struct Circles {
    /// From a paper to the procedure that yields it; `None` before anybody looked.
    papers: Option<BTreeMap<Id, Id>>,
    are_there: bool,
}

impl Circles {
    /// `changed` are procedures as they were and as they are since this was last looked for.
    pub(super) fn look(
        self,
        catalogue: &Catalogue,
        placed: &[Arc<Placed>],
        changed: &[[Option<Arc<Placed>>; 2]],
    ) -> Circles {
        let papers = catalogue.papers.values();
        let papers = Some(papers.filter_map(|it| Some((it.id.clone(), it.obtained_by.clone()?))).collect());
        let needs = |it: &Option<Arc<Placed>>| {
            it.as_ref().map(|it| journeys::needs(catalogue, &it.procedure).cloned().collect::<Vec<_>>())
        };
        let same = papers == self.papers && changed.iter().all(|[before, now]| needs(before) == needs(now));
        if same && !self.are_there {
            return self;
        }
        let needs = placed
            .par_iter()
            .map(|it| (&it.procedure.id, journeys::needs(catalogue, &it.procedure).collect::<Vec<_>>()));
        // Most need nothing, and what leads nowhere is on no circle.
        let edges: Vec<(&Id, Vec<&Id>)> = needs.filter(|(_, needs)| !needs.is_empty()).collect();
        let edges: BTreeMap<&Id, Vec<&Id>> = edges.into_iter().collect();
        Circles { papers, are_there: !cycles(&edges).is_empty() }
    }

    pub(super) fn diagnostics(
        &self,
        catalogue: &Catalogue,
        placed: &[Arc<Placed>],
        others: &[(&Scan, &Read)],
    ) -> Vec<Diagnostic> {
        if !self.are_there {
            return Vec::new();
        }
        let mut found = before_cycles(placed);
        found.extend(journeys::paper_cycles(catalogue, placed, others));
        found
    }
}

/// What one file says that does not go with the others. Of the catalogue it sees what
/// [`Around`] holds; `owner` is the procedure of which it is the record or the prose.
pub(super) fn of_file(
    scan: &Scan,
    read: &Read,
    owner: Option<&Placed>,
    catalogue: &Catalogue,
    around: &Around,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if let Some(it) = owner.filter(|it| it.scan.source.path == scan.source.path) {
        found.extend(terms::diagnostics(it, catalogue, around.as_of));
        found.extend(unused_cases(it));
        found.extend(review(it, around));
    }
    if let Some(it) = owner.filter(|it| it.spots.terms_whole) {
        found.extend(figures::diagnostics(&it.procedure, &scan.source, &read.figures));
    }
    found.extend(owner.and_then(|it| translations::of_procedure(scan, read, it, around.main)));
    found.extend(leads(scan, read, owner, around));
    found
}

/// Of each kind of which there is no entry, though files name some: a registry that was lost or
/// emptied is one mistake, not one for each record.
pub(super) fn lacking<'a>(files: impl Iterator<Item = (&'a Scan, &'a Read)>) -> Vec<Diagnostic> {
    let all = files.flat_map(|(scan, read)| read.mentions.lacking.iter().map(move |it| (scan, it)));
    let mut kinds: BTreeMap<Kind, (&Scan, &str, &Range<usize>, usize)> = BTreeMap::new();
    for (scan, (kind, named, span)) in all {
        kinds.entry(*kind).and_modify(|it| it.3 += 1).or_insert((scan, named, span, 0));
    }
    let told = kinds.into_iter().map(|(kind, (scan, named, span, others))| {
        let [vi, en, home] = kind.words();
        let line = scan.source.line_column(span.start).line;
        let place = format!("{}:{line}", scan.source.path);
        let [message, help] = unknown_reference::words_of_none(named, [vi, en], &place, others, home);
        Diagnostic { rule: &unknown_reference::RULE, path: home.into(), span: None, message, help }
    });
    told.collect()
}

/// What concerns the catalogue as a whole; `others` are the files that are of no procedure. Does any
/// file name an entry of a kind that there is none of? `is_unknown` looks into all of them.
pub(super) fn of_all(
    catalogue: &Catalogue,
    placed: &[Arc<Placed>],
    others: &[(&Scan, &Read)],
    uses: &Uses,
    is_unknown: impl Fn(Kind) -> bool,
    ground: &Ground,
) -> Vec<Diagnostic> {
    let mut found = agency_cycles(catalogue, others);
    if ground.is_all_read(placed.len()) {
        found.extend(unused_entries(placed, others, uses, is_unknown));
    }
    found.extend(choices::diagnostics(placed, others));
    found.extend(journeys::diagnostics(catalogue, placed, others));
    found.extend(offices::diagnostics(catalogue, others));
    found.extend(calendars::diagnostics(catalogue, placed, ground));
    found.extend(translations::diagnostics(catalogue, others, ground));
    found
}

/// Cases of a record where no case makes a difference; where one does, the others are what is
/// said of everybody else.
fn unused_cases(placed: &Placed) -> impl Iterator<Item = Diagnostic> + '_ {
    let it = &placed.procedure;
    let mut used = (it.terms.iter().map(|it| &it.scope))
        .chain(it.documents.iter().map(|it| &it.scope))
        .chain(it.steps.iter().map(|it| &it.scope))
        .chain(it.conditions.iter().map(|it| &it.scope))
        .chain(it.apply.iter().map(|it| &it.scope))
        .filter_map(|it| it.case.as_ref())
        .chain(it.channels.iter().filter_map(|it| it.case.as_ref()));
    // Rows that could not be read may have used one.
    let idle = placed.whole && used.next().is_none();
    let cases = if idle { it.cases.as_slice() } else { &[] };
    cases.iter().zip(&placed.spots.cases).map(|(case, span)| {
        let words = unused_case::words(case.id.as_str());
        note(&placed.scan.source, &unused_case::RULE, Some(span.clone()), words)
    })
}

/// Nobody looks again at what is withdrawn, and nobody has yet at a draft.
pub(super) fn is_reviewed(it: &Procedure) -> bool {
    !matches!(it.status, Status::Withdrawn { .. } | Status::Draft)
}

fn review(placed: &Placed, around: &Around) -> Option<Diagnostic> {
    let it = &placed.procedure;
    if !is_reviewed(it) {
        return None;
    }
    let due = it.review_due(around.review_months)?;
    (due < around.as_of).then(|| {
        note(
            &placed.scan.source,
            &review_overdue::RULE,
            placed.spots.reviewed.clone(),
            review_overdue::words(&due.to_string()),
        )
    })
}

pub(super) fn chain(circle: &[&Id]) -> String {
    circle.iter().chain(circle.first()).map(|it| it.as_str()).collect::<Vec<_>>().join(" → ")
}

fn agency_cycles(catalogue: &Catalogue, others: &[(&Scan, &Read)]) -> Vec<Diagnostic> {
    let edges: BTreeMap<&Id, Vec<&Id>> =
        catalogue.agencies.values().map(|it| (&it.id, it.parent.iter().collect())).collect();
    let home = |id: &Id| {
        let mut scans = others.iter().map(|it| it.0);
        scans.find(|it| it.role == Some(Role::Record(Kind::Agency)) && it.id.as_ref() == Some(id))
    };
    cycles(&edges)
        .iter()
        .filter_map(|it| {
            let words = agency_cycle::words(&chain(it));
            Some(note(&home(it[0])?.source, &agency_cycle::RULE, None, words))
        })
        .collect()
}

fn before_cycles(placed: &[Arc<Placed>]) -> Vec<Diagnostic> {
    let edges: BTreeMap<&Id, Vec<&Id>> = placed
        .iter()
        .map(|it| {
            let id = &it.procedure.id;
            (id, it.procedure.related.before.iter().filter(|before| *before != id).collect::<Vec<_>>())
        })
        .filter(|(_, before)| !before.is_empty())
        .collect();
    cycles(&edges)
        .iter()
        .filter_map(|circle| {
            let first = placed.binary_search_by(|it| it.procedure.id.cmp(circle[0])).ok()?;
            let next = circle.get(1).copied().unwrap_or(circle[0]);
            let span =
                placed[first].spots.before.iter().find(|(id, _)| id == next).map(|(_, span)| span.clone());
            let words = before_cycle::words(&chain(circle));
            Some(note(&placed[first].scan.source, &before_cycle::RULE, span, words))
        })
        .collect()
}

/// Mentions of what is not there for readers any more, or not yet.
fn leads(scan: &Scan, read: &Read, owner: Option<&Placed>, around: &Around) -> Vec<Diagnostic> {
    let own = scan.procedure();
    let reviewed = owner.filter(|it| is_reviewed(&it.procedure)).and_then(|it| it.procedure.reviewed);
    let draft = own.is_some_and(|it| around.drafts.contains(it));
    let mut found = Vec::new();
    for (kind, id, span) in &read.mentions.entries {
        let mut push =
            |rule, words: [Words; 2]| found.push(note(&scan.source, rule, Some(span.clone()), words));
        match kind {
            Kind::Procedure if own == Some(id) => {
                push(&related_to_itself::RULE, related_to_itself::words(id.as_str()));
            }
            Kind::Procedure if around.withdrawn.contains(id) => {
                push(&leads_to_withdrawn::RULE, leads_to_withdrawn::words(id.as_str()));
            }
            Kind::Procedure if !draft && around.drafts.contains(id) => {
                push(&leads_to_draft::RULE, leads_to_draft::words(id.as_str()));
            }
            Kind::Legal if own.is_some() => {
                let Some(Force { ended, begun }) = around.legal.get(id) else { continue };
                if let Some(until) = ended {
                    push(&legal_expired::RULE, legal_expired::words(id.as_str(), &until.to_string()));
                } else if let (Some(reviewed), Some(begun)) = (reviewed, begun)
                    && reviewed < *begun
                {
                    let words = legal_newer::words(id.as_str(), &begun.to_string(), &reviewed.to_string());
                    push(&legal_newer::RULE, words);
                }
            }
            _ => {}
        }
    }
    found
}

/// Words of records with an error, of which something may not have been read: ids may be among them.
fn words_of_wrong<'a>(placed: &'a [Arc<Placed>], others: &[(&'a Scan, &Read)]) -> FxHashSet<&'a str> {
    let is_wrong = |read: &Read| read.found.iter().any(|it| it.rule.severity == Severity::Error);
    let others = others.iter().filter(|it| it.0.registry().is_none() && is_wrong(it.1)).map(|it| it.0);
    let records = placed.iter().filter(|it| !it.whole).map(|it| &*it.scan);
    let texts = records.chain(others).map(|it| &*it.source.text);
    texts.flat_map(|it| it.split(|c: char| !c.is_ascii_alphanumeric() && c != '-')).collect()
}

fn unused_entries(
    placed: &[Arc<Placed>],
    others: &[(&Scan, &Read)],
    uses: &Uses,
    is_unknown: impl Fn(Kind) -> bool,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let named = LazyCell::new(|| words_of_wrong(placed, others));
    for (file, read) in others {
        let Some(kind) = file.registry() else { continue };
        let [vi, en, _] = kind.words();
        let errors = read.found.iter().filter(|it| it.rule.severity == Severity::Error);
        let mut wrong: Vec<usize> = errors.filter_map(|it| Some(it.span.as_ref()?.start)).collect();
        wrong.sort_unstable();
        let idle = file.keys.iter().enumerate().filter(|(_, (key, _))| !uses.has(kind, key));
        // What is wrong within an entry may be why nothing names it, and would go with it.
        let idle = idle.filter(|(nth, (_, span))| {
            let next = file.keys.get(nth + 1).map_or(usize::MAX, |it| it.1.start);
            let first = wrong.partition_point(|it| *it < span.start);
            wrong.get(first).is_none_or(|it| next <= *it)
        });
        // Of a key that is no id something is said already.
        let idle = idle.map(|it| it.1).filter(|(key, _)| key.parse::<Id>().is_ok());
        let mut idle = idle.filter(|(key, _)| !named.contains(&**key)).peekable();
        // It may be the one that was meant where another name stands: it would be deleted in vain.
        if idle.peek().is_none() || is_unknown(kind) {
            continue;
        }
        found.extend(idle.map(|(key, span)| {
            let words = unused_entry::words(key, vi, en);
            note(&file.source, &unused_entry::RULE, Some(span.clone()), words)
        }));
    }
    found
}

#[cfg(test)]
mod tests;
