//! What only shows when the records are seen together.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::cycles::cycles;
use super::files::Parsed;
use super::ground::{Ground, Kind};
use super::reading::Mentions;
use super::roles::{Registry, Role};
use super::rules::{
    agency_cycle, alias_clash, before_cycle, leads_to_draft, leads_to_withdrawn, legal_expired,
    related_to_itself, review_overdue, unused_case, unused_entry,
};
use super::{Placed, calendars, choices, figures, journeys, note, terms};
use crate::diagnostic::{Diagnostic, Words};
use crate::model::{Address, Catalogue, Id, Status};
use crate::source::SourceFile;
use crate::source::tree::Value;

pub(super) fn diagnostics(
    catalogue: &Catalogue,
    placed: &[Placed<'_>],
    parsed: &[Parsed<'_>],
    mentions: &[Mentions],
    ground: &Ground<'_>,
) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = placed
        .par_iter()
        .flat_map_iter(|it| {
            let mut found = terms::diagnostics(it, catalogue, ground.as_of);
            found.extend(unused_cases(it));
            found.extend(review(it, ground));
            found
        })
        .collect();
    found.extend(prose_figures(placed, parsed));
    found.extend(agency_cycles(catalogue, parsed));
    found.extend(before_cycles(placed));
    found.extend(leads(catalogue, placed, parsed, mentions, ground.as_of));
    found.extend(unused_entries(parsed, mentions));
    found.extend(aliases(parsed, mentions, ground));
    found.extend(choices::diagnostics(catalogue, placed, parsed));
    found.extend(journeys::diagnostics(catalogue, placed, parsed, mentions));
    found.extend(calendars::diagnostics(catalogue, placed, ground.as_of));
    found
}

/// Cases of a record where no case makes a difference; where one does, the others are what is
/// said of everybody else.
fn unused_cases<'a>(placed: &'a Placed<'_>) -> impl Iterator<Item = Diagnostic> + 'a {
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
        note(placed.source, &unused_case::RULE, Some(span.clone()), unused_case::words(case.id.as_str()))
    })
}

fn review(placed: &Placed<'_>, ground: &Ground<'_>) -> Option<Diagnostic> {
    let it = &placed.procedure;
    if matches!(it.status, Status::Withdrawn { .. } | Status::Draft) {
        return None;
    }
    let due = it.review_due(ground.config.check.review_months)?;
    (due < ground.as_of).then(|| {
        note(
            placed.source,
            &review_overdue::RULE,
            placed.spots.reviewed.clone(),
            review_overdue::words(&due.to_string()),
        )
    })
}

fn prose_figures(placed: &[Placed<'_>], parsed: &[Parsed<'_>]) -> Vec<Diagnostic> {
    parsed
        .par_iter()
        .flat_map_iter(|file| {
            let (Some(Role::Prose(Kind::Procedure, None)), Some(id)) = (&file.role, &file.id) else {
                return Vec::new();
            };
            let (Some(outline), Some(body)) = (&file.outline, &file.body) else { return Vec::new() };
            let owner = placed.binary_search_by(|it| it.procedure.id.cmp(id)).ok().map(|nth| &placed[nth]);
            match owner {
                Some(it) if it.spots.terms_whole => {
                    figures::diagnostics(&it.procedure, file.source, outline, body.start)
                }
                _ => Vec::new(),
            }
        })
        .collect()
}

pub(super) fn chain(circle: &[&Id]) -> String {
    circle.iter().chain(circle.first()).map(|it| it.as_str()).collect::<Vec<_>>().join(" → ")
}

fn agency_cycles(catalogue: &Catalogue, parsed: &[Parsed<'_>]) -> Vec<Diagnostic> {
    let edges: BTreeMap<&Id, Vec<&Id>> =
        catalogue.agencies.values().map(|it| (&it.id, it.parent.iter().collect())).collect();
    let home = |id: &Id| {
        parsed.iter().find(|it| it.role == Some(Role::Record(Kind::Agency)) && it.id.as_ref() == Some(id))
    };
    cycles(&edges)
        .iter()
        .filter_map(|it| {
            let words = agency_cycle::words(&chain(it));
            Some(note(home(it[0])?.source, &agency_cycle::RULE, None, words))
        })
        .collect()
}

fn before_cycles(placed: &[Placed<'_>]) -> Vec<Diagnostic> {
    let edges: BTreeMap<&Id, Vec<&Id>> = placed
        .iter()
        .map(|it| {
            let id = &it.procedure.id;
            (id, it.procedure.related.before.iter().filter(|before| *before != id).collect())
        })
        .collect();
    cycles(&edges)
        .iter()
        .filter_map(|circle| {
            let first = placed.binary_search_by(|it| it.procedure.id.cmp(circle[0])).ok()?;
            let next = circle.get(1).copied().unwrap_or(circle[0]);
            let span =
                placed[first].spots.before.iter().find(|(id, _)| id == next).map(|(_, span)| span.clone());
            Some(note(placed[first].source, &before_cycle::RULE, span, before_cycle::words(&chain(circle))))
        })
        .collect()
}

/// Mentions of what is not there for readers any more, or not yet.
fn leads(
    catalogue: &Catalogue,
    placed: &[Placed<'_>],
    parsed: &[Parsed<'_>],
    mentions: &[Mentions],
    as_of: Date,
) -> Vec<Diagnostic> {
    let status: FxHashMap<&Id, &Status> =
        placed.iter().map(|it| (&it.procedure.id, &it.procedure.status)).collect();
    let mut found = Vec::new();
    for (file, mentions) in parsed.iter().zip(mentions) {
        let own = match file.role {
            Some(Role::Record(Kind::Procedure) | Role::Prose(Kind::Procedure, _)) => file.id.as_ref(),
            _ => None,
        };
        let draft = own.and_then(|it| status.get(it)).is_some_and(|it| matches!(it, Status::Draft));
        for (kind, id, span) in &mentions.entries {
            let mut push =
                |rule, words: [Words; 2]| found.push(note(file.source, rule, Some(span.clone()), words));
            match kind {
                Kind::Procedure if own == Some(id) => {
                    push(&related_to_itself::RULE, related_to_itself::words(id.as_str()));
                }
                Kind::Procedure => match status.get(id) {
                    Some(Status::Withdrawn { .. }) => {
                        push(&leads_to_withdrawn::RULE, leads_to_withdrawn::words(id.as_str()));
                    }
                    Some(Status::Draft) if !draft => {
                        push(&leads_to_draft::RULE, leads_to_draft::words(id.as_str()));
                    }
                    _ => {}
                },
                Kind::Legal if own.is_some() => {
                    if let Some(until) = catalogue.legal.get(id).and_then(|it| it.until)
                        && until < as_of
                    {
                        push(&legal_expired::RULE, legal_expired::words(id.as_str(), &until.to_string()));
                    }
                }
                _ => {}
            }
        }
    }
    found
}

fn unused_entries(parsed: &[Parsed<'_>], mentions: &[Mentions]) -> Vec<Diagnostic> {
    let used: FxHashSet<(Kind, &str)> =
        mentions.iter().flat_map(|it| &it.entries).map(|(kind, id, _)| (*kind, id.as_str())).collect();
    let mut found = Vec::new();
    for file in parsed {
        let kind = match file.role {
            Some(Role::Registry(Registry::Fields)) => Kind::Field,
            Some(Role::Registry(Registry::Audiences)) => Kind::Audience,
            Some(Role::Registry(Registry::Papers)) => Kind::Paper,
            Some(Role::Registry(Registry::Legal)) => Kind::Legal,
            _ => continue,
        };
        let Some(Value::Map(entries)) = file.tree.as_ref().map(|it| &it.value) else { continue };
        let [vi, en, _] = kind.words();
        found.extend(
            entries
                .iter()
                .filter(|it| !it.key.starts_with("x_") && !used.contains(&(kind, it.key.as_ref())))
                .map(|it| {
                    let words = unused_entry::words(&it.key, vi, en);
                    note(file.source, &unused_entry::RULE, Some(it.key_span.clone()), words)
                }),
        );
    }
    found
}

fn aliases(parsed: &[Parsed<'_>], mentions: &[Mentions], ground: &Ground<'_>) -> Vec<Diagnostic> {
    let mut taken: BTreeMap<String, &str> = BTreeMap::new();
    let mut found = Vec::new();
    let trimmed = |it: &Address| it.as_str().trim_end_matches('/').to_owned();
    let mut clash = |source: &SourceFile, alias: &str, span: &Range<usize>, what: &str| {
        found.push(note(source, &alias_clash::RULE, Some(span.clone()), alias_clash::words(alias, what)));
    };
    for (file, mentions) in parsed.iter().zip(mentions) {
        for (alias, span) in &mentions.aliases {
            let path = trimmed(alias);
            if ground.addresses.contains(&format!("{path}/")) {
                clash(file.source, &path, span, &format!("/{path}/"));
            } else if let Some(other) = taken.get(&path) {
                clash(file.source, &path, span, other);
            } else {
                taken.insert(path, &file.source.path);
            }
        }
    }
    found
}
