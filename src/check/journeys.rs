//! Journeys, and papers that come out of procedures: what needs what, and in which order.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::across::chain;
use super::cycles::cycles;
use super::files::Read;
use super::ground::Kind;
use super::roles::{Registry, Role};
use super::rules::{journey_lacks, journey_order, journey_repeats, paper_cycle};
use super::scan::Scan;
use super::{Placed, note};
use crate::diagnostic::Diagnostic;
use crate::model::{Catalogue, Id, Journey, Paper, Procedure};

pub(super) fn diagnostics(
    catalogue: &Catalogue,
    placed: &[Arc<Placed>],
    others: &[(&Scan, &Read)],
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (file, read) in others {
        if file.role != Some(Role::Record(Kind::Journey)) {
            continue;
        }
        let journey = catalogue.journeys.iter().find(|it| Some(&it.id) == file.id.as_ref());
        let Some(journey) = journey else { continue };
        let mut seen = BTreeSet::new();
        for (_, id, span) in read.mentions.entries.iter().filter(|it| it.0 == Kind::Procedure) {
            let mut push = |rule, words| found.push(note(&file.source, rule, Some(span.clone()), words));
            if !seen.insert(id) {
                push(&journey_repeats::RULE, journey_repeats::words(id.as_str()));
                continue;
            }
            let Some(procedure) = procedure(placed, id) else { continue };
            let here = group(journey, id);
            for earlier in procedure.related.before.iter().filter(|it| here < group(journey, it)) {
                push(&journey_order::RULE, journey_order::words(id.as_str(), earlier.as_str(), None));
            }
            for (paper, producer) in producers(catalogue, procedure) {
                let (step, paper, by) = (id.as_str(), paper.as_str(), producer.as_str());
                match group(journey, producer) {
                    None => push(&journey_lacks::RULE, journey_lacks::words(step, paper, by)),
                    later if here < later => {
                        push(&journey_order::RULE, journey_order::words(step, by, Some(paper)));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    found
}

fn procedure<'a>(placed: &'a [Arc<Placed>], id: &Id) -> Option<&'a Procedure> {
    placed.binary_search_by(|it| it.procedure.id.cmp(id)).ok().map(|nth| &*placed[nth].procedure)
}

/// Steps that stand for each other share a number; later ones have a higher.
fn group(journey: &Journey, id: &Id) -> Option<usize> {
    let nth = journey.steps.iter().position(|it| it.procedure.as_ref() == Some(id))?;
    Some(journey.steps[..=nth].iter().filter(|it| !it.or).count())
}

/// Papers that everybody needs here, and the procedures that yield them.
fn producers<'a>(
    catalogue: &'a Catalogue,
    procedure: &'a Procedure,
) -> impl Iterator<Item = (&'a Id, &'a Id)> {
    let always = procedure.documents.iter().filter(|it| it.scope.is_usual());
    always.filter_map(|it| match it.documents.as_slice() {
        [one] => match &one.paper {
            Paper::Registered(id) => Some((id, catalogue.papers.get(id)?.obtained_by.as_ref()?)),
            Paper::Named(_) => None,
        },
        _ => None,
    })
}

/// What has to come before a procedure: others, and those that yield what everybody needs here.
pub(super) fn needs<'a>(catalogue: &'a Catalogue, it: &'a Procedure) -> impl Iterator<Item = &'a Id> {
    let by = producers(catalogue, it).map(|(_, producer)| producer);
    it.related.before.iter().filter(|before| **before != it.id).chain(by)
}

/// Circles that go through a paper; those of `related.before` alone are another rule's.
pub(super) fn paper_cycles(
    catalogue: &Catalogue,
    placed: &[Arc<Placed>],
    others: &[(&Scan, &Read)],
) -> Vec<Diagnostic> {
    let edges: BTreeMap<&Id, Vec<&Id>> = placed
        .iter()
        .map(|it| (&it.procedure.id, needs(catalogue, &it.procedure).collect::<Vec<_>>()))
        .filter(|(_, needs)| !needs.is_empty())
        .collect();
    let papers = others.iter().find(|it| it.0.role == Some(Role::Registry(Registry::Papers)));
    let Some((file, read)) = papers else { return Vec::new() };
    let through_paper = |needs: &Id, by: &Id| {
        procedure(placed, needs).is_some_and(|it| {
            !it.related.before.contains(by) && producers(catalogue, it).any(|(_, producer)| producer == by)
        })
    };
    cycles(&edges)
        .iter()
        .filter_map(|circle| {
            let next = circle.iter().cycle().skip(1);
            let (_, by) = circle.iter().zip(next).find(|(needs, by)| through_paper(needs, by))?;
            let span = read.mentions.entries.iter().find(|it| it.0 == Kind::Procedure && it.1 == **by);
            let words = paper_cycle::words(&chain(circle));
            Some(note(&file.source, &paper_cycle::RULE, span.map(|it| it.2.clone()), words))
        })
        .collect()
}

#[cfg(test)]
mod tests;
