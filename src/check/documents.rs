//! The papers that a procedure asks for.

use super::ground::Kind;
use super::map::Map;
use super::papers::is_listed;
use super::parts;
use super::procedure::Declared;
use super::reading::Reading;
use super::rules::{any_of_one, document_without_name};
use super::scopes;
use crate::model::{Document, Paper, Requirement};
use crate::shape;
use crate::source::tree::Node;

pub(super) fn requirement(
    reading: &mut Reading<'_>,
    node: &Node,
    declared: &Declared,
) -> Option<Requirement> {
    if is_listed(reading, node, false) {
        return None;
    }
    let map = reading.map(node, &shape::DOCUMENT)?;
    let documents = if map.has("any_of") {
        if map.has("paper") || map.has("name") {
            reading.report(&document_without_name::RULE, map.head.clone(), document_without_name::words());
        }
        let documents = reading.list(&map, "any_of", |it, node| {
            if is_listed(it, node, true) {
                return None;
            }
            let map = it.map(node, &shape::ALTERNATIVE)?;
            document(it, &map, true)
        });
        let written = map.get("any_of").map(|it| (it.span.clone(), &it.value));
        if let Some((span, crate::source::tree::Value::List(list))) = written
            && list.len() < 2
        {
            reading.report(&any_of_one::RULE, span, any_of_one::words());
        }
        documents
    } else {
        document(reading, &map, false).into_iter().collect()
    };
    Some(Requirement {
        documents,
        originals: reading.optional(&map, "originals", Reading::number),
        copies: reading.optional(&map, "copies", Reading::number),
        certified_copies: reading.optional(&map, "certified_copies", Reading::number),
        scope: scopes::scope(reading, &map, declared),
        note: reading.optional(&map, "note", Reading::text),
        source: scopes::source(reading, &map, declared),
        unconfirmed: reading.optional(&map, "unconfirmed", Reading::boolean).unwrap_or(false),
        effect: parts::effect(reading, &map),
    })
}

/// The note of a single paper belongs to its requirement, that of an alternative to itself.
fn document(reading: &mut Reading<'_>, map: &Map<'_>, alternative: bool) -> Option<Document> {
    if map.has("paper") == map.has("name") {
        reading.report(&document_without_name::RULE, map.head.clone(), document_without_name::words());
    }
    let registered = reading.optional(map, "paper", |it, node| it.reference(node, Kind::Paper));
    let named = reading.optional(map, "name", Reading::text);
    let note = if alternative { reading.optional(map, "note", Reading::text) } else { None };
    let form = reading.optional(map, "form", Reading::form);
    let form_url = reading.optional(map, "form_url", Reading::url);
    let paper = registered.map(Paper::Registered).or_else(|| named.map(Paper::Named))?;
    Some(Document { paper, note, form, form_url })
}

#[cfg(test)]
mod tests;
