//! Maps from ids to entries: registries, the sources of a record; and what to type where they are lists.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::map::{Firsts, Map};
use super::names::named;
use super::near::as_id;
use super::reading::{Reading, kind_of};
use super::roles::{Role, role};
use super::rules::{said_twice, wrong_kind};
use super::slips::pasted::value;
use super::titles::Named;
use super::{note, parts};
use crate::model::{HttpsUrl, Id, Source, Text};
use crate::source::tree::{Node, Value};

/// Items that somebody lists; more are something else.
const MOST: usize = 50;

pub(super) fn sources(reading: &mut Reading<'_>, map: &Map<'_>) -> BTreeMap<Id, Source> {
    let Some(node) = map.get("sources") else {
        // Under a name that nobody knows: the slip is told, and not that the sources are missing.
        if map.told.contains(&"sources") {
            reading.undeclared.push("sources");
        }
        return BTreeMap::new();
    };
    if !matches!(node.value, Value::Map(_) | Value::Null) {
        reading.undeclared.push("sources");
        reading.report_listed(node, Some("sources"), listed(node, &reading.source.text, cited));
        return BTreeMap::new();
    }
    let entries = reading.entries(node);
    let read =
        entries.into_iter().filter_map(|(id, span, node)| Some((id, span, parts::source(reading, node)?)));
    let read: Vec<_> = read.collect();
    if 1 < read.len() {
        note_same(reading, &read);
    }
    read.into_iter().map(|(id, _, source)| (id, source)).collect()
}

/// Pages would name one source under two numbers.
fn note_same(reading: &mut Reading<'_>, sources: &[(Id, Range<usize>, Source)]) {
    let mut firsts = FxHashMap::default();
    for (id, span, source) in sources {
        let (first, at) = *firsts.entry((source.title.main.as_ref(), &source.url)).or_insert((id, span));
        if first != id {
            let words = said_twice::words_of_source(first.as_str(), reading.lines.line(at.start));
            reading.aside.push(note(reading.source, &said_twice::RULE, Some(span.clone()), words));
        }
    }
}

impl Reading<'_> {
    /// The entries of a map whose keys are ids.
    pub(super) fn entries<'n>(&mut self, node: &'n Node<'n>) -> Vec<(Id, Range<usize>, &'n Node<'n>)> {
        let entries = match &node.value {
            Value::Map(entries) => entries.as_slice(),
            Value::Null => &[],
            _ => {
                let is_of_titles =
                    matches!(role(&self.source.path), Some(Role::Registry(it)) if it.is_of_titles());
                let told = listed(node, &self.source.text, titled).filter(|_| is_of_titles);
                self.report_listed(node, None, told);
                &[]
            }
        };
        let firsts = Firsts::of(entries);
        let mut out: Vec<(Id, Range<usize>, &Node<'_>)> = Vec::new();
        for (nth, entry) in entries.iter().enumerate().filter(|(_, it)| !it.key.starts_with("x_")) {
            if let Some(id) = self.parse_id(&entry.key, entry.key_span.clone()) {
                match firsts.other(nth) {
                    Some(other) => self.report_twice(entry, other),
                    None if entry.value.value.is_null() => self.report_empty(entry),
                    None => out.push((id, entry.key_span.clone(), &entry.value)),
                }
            }
        }
        out
    }

    /// Of a node that is no map: the entries to type, where they are known.
    fn report_listed(&mut self, node: &Node, key: Option<&str>, entries: Option<Vec<String>>) {
        let expected = ["nhóm mã: mục", "a map from ids to entries"];
        let Some(entries) = entries else { return self.wrong_kind(node, expected, None) };
        let [vi, en] = kind_of(&node.value);
        let message = wrong_kind::words(expected[0], expected[1], vi, en);
        let words = wrong_kind::words_of_entries(message, key, &entries);
        self.report(&wrong_kind::RULE, node.span.clone(), words);
    }
}

/// Those too that have a mistake, which is told.
pub(super) fn sources_named(map: &Map<'_>, sources: &BTreeMap<Id, Source>) -> Vec<Named> {
    let Some(Value::Map(entries)) = map.get("sources").map(|it| &it.value) else { return Vec::new() };
    let of_key = |key: &str| match sources.get_key_value(key) {
        Some((id, source)) => Some(Named { id: id.clone(), title: source.title.clone() }),
        None => named(key).map(|id| Named { id, title: Text::default() }),
    };
    entries.iter().filter_map(|it| of_key(&it.key)).collect()
}

/// The entries to type for items that are only listed; `entry` makes one of an item and its text.
fn listed(
    node: &Node,
    text: &str,
    entry: impl Fn(&Node, &str) -> Option<(String, String)>,
) -> Option<Vec<String>> {
    let items = match &node.value {
        Value::Scalar(_) => std::slice::from_ref(node),
        Value::List(items) if (1..=MOST).contains(&items.len()) => items.as_slice(),
        _ => return None,
    };
    let mut ids: Vec<String> = Vec::new();
    let entry = |it: &Node| {
        let (id, entry) = entry(it, &text[it.span.clone()])?;
        let times = ids.iter().filter(|other| **other == id).count();
        ids.push(id.clone());
        Some(if times == 0 { format!("{id}: {entry}") } else { format!("{id}-{}: {entry}", times + 1) })
    };
    items.iter().map(entry).collect()
}

/// An address, a title, or a map that lacks its id.
fn cited(node: &Node, written: &str) -> Option<(String, String)> {
    let Value::Scalar(text) = &node.value else { return titled(node, written) };
    let Ok(url) = text.parse::<HttpsUrl>() else {
        return Some((as_id(text), format!("{{title: {}, checked: …}}", value(text))));
    };
    let mut names = url.host().split('.').rev().skip(1);
    let name = names.find(|it| !["com", "gov", "org"].contains(it)).unwrap_or(url.host());
    Some((as_id(name), format!("{{title: …, url: \"{text}\", checked: …}}")))
}

fn titled(node: &Node, written: &str) -> Option<(String, String)> {
    match &node.value {
        Value::Scalar(text) => Some((as_id(text), format!("{{title: {}}}", value(text)))),
        Value::Map(entries) if written.starts_with('{') && !written.contains('\n') => {
            let title = entries.iter().find(|it| it.key == "title")?;
            match &title.value.value {
                Value::Scalar(title) => Some((as_id(title), written.to_owned())),
                _ => None,
            }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{GOOD, shown, sources};
    use crate::diagnostic::Language;

    /// What it tells of a record with these sources.
    fn record(sources_of: &str) -> String {
        let (before, rest) = GOOD.split_once("sources:").expect("the record has sources");
        let (_, after) = rest.split_once('\n').expect("more lines");
        shown(&sources(&format!("{before}{sources_of}\n{after}")), Language::En)
    }

    #[test]
    fn sources_that_are_only_listed_were_told_to_be_entries_and_not_which() {
        let evn = "evn: {title: …, url: \"https://www.evn.com.vn/a\", checked: …}";
        for (text, told) in [
            ("sources: https://www.evn.com.vn/a", vec![evn]),
            (
                "sources: [\"https://www.evn.com.vn/a\", \"https://evn.com.vn/b\"]",
                vec![evn, "evn-2: {title: …"],
            ),
            (
                "sources:\n  - https://dichvucong.gov.vn/x",
                vec!["dichvucong: {title: …, url: \"https://dichvucong.gov.vn/x\""],
            ),
            (
                "sources:\n  - Quyết định giá điện",
                vec!["quyet-dinh-gia-dien: {title: Quyết định giá điện, checked: …}"],
            ),
            (
                "sources:\n  - {title: Bảng giá, checked: 2026-11-23}",
                vec!["bang-gia: {title: Bảng giá, checked: 2026-11-23}"],
            ),
        ] {
            let said = record(text);
            let first = said.split(" C009 ").nth(1).unwrap_or_default();
            assert!(told.iter().all(|it| first.contains(it)), "{text}: {said}");
            assert_eq!(said.matches(" C009 ").count(), 1, "{text}: {said}");
        }
    }

    #[test]
    fn a_registry_that_is_a_list_was_told_to_be_entries_and_not_which() {
        for (text, told) in [
            ("- Hộ chiếu\n- Sổ đỏ", "Write this:\n  ho-chieu: {title: Hộ chiếu}\n  so-do: {title: Sổ đỏ}"),
            ("- {title: Sổ đỏ, note: Bản sao}", "so-do: {title: Sổ đỏ, note: Bản sao}"),
        ] {
            let said = shown(&sources(&format!("-- content/papers.yaml --\n{text}\n")), Language::En);
            assert!(said.contains(" C009 ") && said.contains(told), "{text}: {said}");
        }
    }
}
