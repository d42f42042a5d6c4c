//! The papers that a procedure asks for.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::ground::Kind;
use super::map::{MANY, Map};
use super::papers::is_listed;
use super::parts;
use super::procedure::Declared;
use super::reading::Reading;
use super::rules::{any_of_one, document_without_name, said_twice};
use super::scopes;
use crate::model::{Document, Paper, Requirement};
use crate::shape;
use crate::source::tree::Node;

pub(super) fn all(reading: &mut Reading<'_>, map: &Map<'_>, declared: &Declared) -> Vec<Requirement> {
    let mut spans = Vec::new();
    let read = reading.list(map, "documents", |it, node| {
        let read = requirement(it, node, declared)?;
        spans.push(node.span.clone());
        Some(read)
    });
    report_repeated(reading, &read, &spans);
    read
}

/// Of one paper for the same people two items that say different things, as if it were two papers.
fn report_repeated(reading: &mut Reading<'_>, read: &[Requirement], spans: &[Range<usize>]) {
    let mut firsts: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (nth, it) in read.iter().enumerate() {
        let [Document { paper, .. }] = &it.documents[..] else { continue };
        let name = match paper {
            Paper::Registered(id) => id.as_str(),
            Paper::Named(name) => &name.main,
        };
        let same = firsts.entry(name).or_default();
        let is_same = |first: &usize| {
            let first = &read[*first];
            first.documents == it.documents
                && (&first.scope, &first.effect, &first.note) == (&it.scope, &it.effect, &it.note)
        };
        let written = |nth: usize| &reading.source.text[spans[nth].clone()];
        let earlier = &same[..same.len().min(MANY)];
        let first = earlier.iter().copied().find(is_same);
        // Items that are written alike are told as such.
        let first = first.filter(|_| !earlier.iter().any(|it| written(*it) == written(nth)));
        same.push(nth);
        if let Some(first) = first {
            let line = reading.lines.line(spans[first].start);
            reading.report(&said_twice::RULE, spans[nth].clone(), said_twice::words_of_paper(name, line));
        }
    }
}

fn requirement(reading: &mut Reading<'_>, node: &Node, declared: &Declared) -> Option<Requirement> {
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
