//! Where a record has its figures from: its sources by their ids.

use std::collections::BTreeMap;

use super::map::Map;
use super::names::named;
use super::near::as_id;
use super::parts;
use super::reading::{Reading, kind_of};
use super::rules::wrong_kind;
use super::titles::Named;
use crate::model::{HttpsUrl, Id, Source, Text};
use crate::source::tree::{Node, Value};

pub(super) fn sources(reading: &mut Reading<'_>, map: &Map<'_>) -> BTreeMap<Id, Source> {
    let Some(node) = map.get("sources") else { return BTreeMap::new() };
    if let Some(entries) = entries(node, &reading.source.text) {
        let [vi, en] = kind_of(&node.value);
        let message = wrong_kind::words("nhóm mã: mục", "a map from ids to entries", vi, en);
        let words = wrong_kind::words_of_entries(message, "sources", &entries);
        reading.report(&wrong_kind::RULE, node.span.clone(), words);
        return BTreeMap::new();
    }
    let entries = reading.entries(node);
    entries.into_iter().filter_map(|(id, _, node)| Some((id, parts::source(reading, node)?))).collect()
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

/// The entries to type for sources that are only listed: addresses, titles, maps without ids.
fn entries(node: &Node, text: &str) -> Option<Vec<String>> {
    let items = match &node.value {
        Value::Scalar(_) => std::slice::from_ref(node),
        Value::List(items) if !items.is_empty() => items.as_slice(),
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

fn entry(node: &Node, written: &str) -> Option<(String, String)> {
    match &node.value {
        Value::Scalar(text) => match text.parse::<HttpsUrl>() {
            Ok(url) => {
                let name =
                    url.host().split('.').rev().nth(1).filter(|it| !["com", "gov", "org"].contains(it));
                let name = name.or_else(|| url.host().split('.').rev().nth(2)).unwrap_or(url.host());
                Some((as_id(name), format!("{{title: …, url: \"{text}\", checked: …}}")))
            }
            Err(_) if text.contains([',', ':', '{', '}', '[', ']', '#', '"', '\n']) => None,
            Err(_) => Some((as_id(text), format!("{{title: {text}, checked: …}}"))),
        },
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
}
