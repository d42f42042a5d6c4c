//! What only shows when the records are seen together.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::ground::{Ground, Kind};
use super::rules::agency_cycle;
use super::{Parsed, Placed, note, terms};
use crate::diagnostic::Diagnostic;
use crate::model::{Catalogue, Id};

pub(super) fn diagnostics(
    catalogue: &Catalogue,
    placed: &[Placed<'_>],
    parsed: &[Parsed<'_>],
    _used: &BTreeSet<(Kind, Id)>,
    ground: &Ground<'_>,
) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> =
        placed.par_iter().flat_map_iter(|it| terms::diagnostics(it, catalogue, ground.as_of)).collect();
    found.extend(agency_cycles(catalogue, parsed));
    found
}

/// Told once for each circle, at the agency whose id comes first.
fn agency_cycles(catalogue: &Catalogue, parsed: &[Parsed<'_>]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for id in catalogue.agencies.keys() {
        let mut chain = vec![id];
        while let Some(parent) = chain.last().and_then(|it| catalogue.agencies.get(*it)?.parent.as_ref()) {
            if parent == id {
                if chain.iter().min() == Some(&id) {
                    let words =
                        chain.iter().chain([&id]).map(|it| it.as_str()).collect::<Vec<_>>().join(" → ");
                    let file = parsed.iter().find(|it| {
                        it.id.as_ref() == Some(id) && it.role == Some(super::Role::Record(Kind::Agency))
                    });
                    found.extend(
                        file.map(|it| {
                            note(it.source, &agency_cycle::RULE, None, agency_cycle::words(&words))
                        }),
                    );
                }
                break;
            }
            if chain.contains(&parent) {
                break;
            }
            chain.push(parent);
        }
    }
    found
}
