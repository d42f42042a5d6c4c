//! The cases of a procedure.

use rustc_hash::FxHashMap;

use super::ground::Kind;
use super::map::Map;
use super::parts;
use super::procedure::Spots;
use super::reading::Reading;
use super::rules::{case_like_agency, too_many_cases};
use super::titles::Named;
use crate::model::{Case, Id};
use crate::shape;
use crate::source::tree::Node;

/// Each is a page that lists all of them.
pub(super) const MOST_CASES: usize = 30;

/// With each that can be named, also where something else of it cannot be read.
pub(super) fn cases(reading: &mut Reading<'_>, map: &Map<'_>, spots: &mut Spots) -> (Vec<Case>, Vec<Named>) {
    let mut ids = FxHashMap::default();
    let mut named = Vec::new();
    let cases = reading.list(map, "cases", |it, node| {
        let case = case(it, node, &mut ids, &mut named)?;
        spots.cases.push(node.span.clone());
        Some(case)
    });
    if let Some(span) = spots.cases.get(MOST_CASES) {
        let words = too_many_cases::words(cases.len(), MOST_CASES);
        reading.report(&too_many_cases::RULE, span.clone(), words);
        // Each that is named would be looked for among all of them.
        named.clear();
        reading.undeclared.push("cases");
    }
    (cases, named)
}

fn case(
    reading: &mut Reading<'_>,
    node: &Node,
    ids: &mut FxHashMap<Id, usize>,
    named: &mut Vec<Named>,
) -> Option<Case> {
    let map = reading.map(node, &shape::CASE)?;
    let id = parts::one_id(reading, &map, ids);
    if let (Some(id), Some(node)) = (&id, map.get("id"))
        && let Some(home) = reading.ground.home(Kind::Agency, id)
    {
        let words = case_like_agency::words(id.as_str(), home);
        reading.report(&case_like_agency::RULE, node.span.clone(), words);
    }
    let title = reading.required(&map, "title", Reading::text);
    let note = reading.optional(&map, "note", Reading::text);
    let own = id.clone().map(|id| Named { id, title: title.clone().unwrap_or_default() });
    named.extend(own);
    Some(Case { id: id?, title: title?, note })
}
