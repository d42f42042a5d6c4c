//! Values that YAML takes for something else than their author: entries beside their map, items that
//! semicolons part, a word alone where a map belongs.

use super::pasted::value;
use crate::check::meant;
use crate::check::near::{as_id, near};
use crate::check::reading::{Reading, main_key, no_map};
use crate::check::rules::{wrong_kind, yaml_syntax};
use crate::diagnostic::Words;
use crate::model::Id;
use crate::shape::{Key, Shape, Value as Inner};
use crate::source::parts_items;
use crate::source::tree::{Entry, Node, Value};
use crate::text::fold;

/// In the place of a comma.
fn parts(it: char) -> bool {
    it == ';' || parts_items(it)
}

/// What is said of a word alone where a map belongs whose main key takes only some words.
pub(crate) fn meant_map(node: &Node, shape: &Shape) -> Option<[Words; 2]> {
    let (Value::Scalar(text), Some(key)) = (&node.value, main_key(shape)) else { return None };
    let Some(Inner::Choice(known)) = shape.key(key).map(|it| &it.value) else {
        return None;
    };
    let known = known();
    let word = word_of(text, &known);
    let words = no_map(&node.value);
    Some(match word {
        Some(word) => {
            // Where something is left to be done in person, the reason is asked for next.
            let reason = if word == "partial" { ", reason: \"…\"" } else { "" };
            wrong_kind::words_of_better(words, &format!("{{{key}: {word}{reason}}}"))
        }
        None => wrong_kind::words_of_choice(words, key, &known.join(", ")),
    })
}

/// Which of the words that are `known` here a text is, or means.
pub(super) fn word_of(text: &str, known: &[&'static str]) -> Option<&'static str> {
    let word = known.iter().copied().find(|it| *it == text.trim());
    word.or_else(|| meant::word(text, &known.iter().copied()))
}

/// What makes a map of a value alone: its main key, and the others that must be there.
pub(crate) fn around(text: &str, shape: &Shape, main: &str) -> [String; 2] {
    if main == "title" && text.starts_with("https://") && shape.has("url") {
        return ["{title: …, url: ".to_owned(), "}".to_owned()];
    }
    let value = |key: &str| if key == "id" { as_id(text) } else { "…".to_owned() };
    let others = shape.needed().filter(|it| *it != main);
    let others: String = others.map(|it| format!("{it}: {}, ", value(it))).collect();
    [format!("{{{others}{main}: "), "}".to_owned()]
}

/// Is the list on the lines below an unknown key that of the key above, which has no value?
pub(crate) fn is_list_of(text: &str, entry: &Entry<'_>, above: &Entry<'_>, shape: &Shape) -> bool {
    let takes_list = |it: &Key| it.value.item().is_some();
    let is_list = above.value.value == Value::Null
        && matches!(entry.value.value, Value::List(_))
        && text.get(entry.key_span.end..entry.value.span.start).is_some_and(|it| it.contains('\n'))
        && shape.key(&above.key).is_some_and(takes_list);
    if !is_list || shape.has(&entry.key) || entry.key.starts_with("x_") {
        return false;
    }
    let meant = meant::word(&entry.key, &shape.names()).or_else(|| near(&entry.key, shape.names()));
    meant.is_none_or(|it| it == above.key)
}

/// The rows to type where a record says its time or its fee itself, and has no rows.
pub(crate) fn row_of_terms(entries: &[Entry<'_>], shape: &Shape, key: &str) -> Option<String> {
    const OWN: [&str; 5] = ["time", "time_note", "fee", "fee_note", "payer"];
    let has_rows = entries.iter().any(|it| it.key == "terms");
    if !OWN.contains(&key) || has_rows || !shape.has("terms") {
        return None;
    }
    let told = entries.iter().filter(|it| OWN.contains(&it.key.as_ref())).map(|it| match &it.value.value {
        Value::Scalar(text) if !text.contains('\n') => format!("{}: {}", it.key, value(text)),
        _ => format!("{}: …", it.key),
    });
    Some(format!("terms: [{{{}}}]", told.collect::<Vec<_>>().join(", ")))
}

/// Procedures that are only listed: how they are related is not said.
pub(crate) fn meant_related(node: &Node) -> Option<String> {
    let mut items: Vec<&str> = Vec::new();
    match &node.value {
        Value::Scalar(text) => items.extend(text.split([',', ';']).map(str::trim)),
        Value::List(list) => {
            for it in list {
                let Value::Scalar(text) = &it.value else { return None };
                items.push(text.trim());
            }
        }
        _ => return None,
    }
    let are_ids = !items.is_empty() && items.iter().all(|it| it.parse::<Id>().is_ok());
    are_ids.then(|| format!("{{together: [{}]}}", items.join(", ")))
}

/// Of `Quyết định số 123/QĐ-EVN ngày 5/1/2026 của EVN` what belongs where.
pub(crate) fn meant_decision(text: &str) -> Option<String> {
    let mut words = text.split_whitespace().map(|it| it.trim_matches([',', '.', ';', '(', ')']));
    let is_number = |it: &&str| {
        it.starts_with(|it: char| it.is_ascii_digit()) && it.contains('/') && it.contains(char::is_alphabetic)
    };
    let number = words.clone().find(is_number)?;
    let date = words.find_map(|it| meant::date(it).or_else(|| it.parse().ok()));
    let date = date.map_or_else(String::new, |it| format!(", date: {it}"));
    let issuer = text.split_once(" của ").map(|it| it.1.trim_end_matches('.').trim());
    let issuer = issuer.filter(|it| !it.is_empty() && !it.contains(|it: char| it.is_ascii_digit()));
    let issuer = issuer.map_or_else(String::new, |it| format!(", issuer: {}", value(it)));
    Some(format!("{{number: {}{date}{issuer}}}", value(number)))
}

/// A step by who takes it, or by its number: `customer: Gửi yêu cầu`, `Bước 1: Gửi yêu cầu`.
/// Where an agency stands the step is only an incomplete one.
pub(crate) fn meant_step(entries: &[Entry<'_>], is_agency: impl Fn(&str) -> bool) -> Option<String> {
    let [Entry { key, value: Node { value: title, .. }, .. }] = entries else { return None };
    let title = match title {
        Value::Scalar(text) if !text.contains('\n') => text.as_ref(),
        Value::Scalar(_) | Value::Null => "",
        _ => return None,
    };
    let folded = fold(key);
    let number = folded.strip_prefix("buoc").or_else(|| folded.strip_prefix("step")).map(str::trim);
    let by = match key.as_ref() {
        "customer" | "agency" if !is_agency(title) => key,
        _ if number.is_some_and(|it| it.bytes().all(|it| it.is_ascii_digit())) => "…",
        _ => return None,
    };
    let title = if title.is_empty() { "…".to_owned() } else { value(title) };
    Some(format!("{{by: {by}, title: {title}}}"))
}

impl Reading<'_> {
    /// Does an unknown key below an entry belong into that entry's map, and is only not indented?
    pub(crate) fn is_outside(&self, entry: &Entry<'_>, of: &Entry<'_>, within: &Key) -> bool {
        let (keys, by_id) = match within.value {
            Inner::ById(shape) => (shape, true),
            Inner::Map(shape) => (shape, false),
            _ => return false,
        };
        let knows = |key: &str| keys.has(key);
        let is_one = match &entry.value.value {
            Value::Map(inner) if by_id => inner.iter().any(|it| knows(&it.key)),
            _ => !by_id && knows(&entry.key),
        };
        let column = |it: &Entry<'_>| self.source.line_column(it.key_span.start).column;
        is_one && column(entry) == column(of) && !entry.key.starts_with("x_")
    }

    /// Tells of such a key, once for that entry; `false` of any other.
    pub(crate) fn report_outside(&mut self, entry: &Entry<'_>, of: &Entry<'_>, within: &'static Key) -> bool {
        if !self.is_outside(entry, of, within) {
            return false;
        }
        if !self.undeclared.contains(&within.name) {
            let by = self.source.line_column(of.key_span.start).column + 1;
            let words = yaml_syntax::words_of_outside(&entry.key, &of.key, by);
            self.report(&yaml_syntax::RULE, entry.key_span.clone(), words);
            self.undeclared.push(within.name);
        }
        if let Inner::Map(inner) = within.value {
            self.strays.extend(inner.key(&entry.key).map(|it| (of.value.span.start, it.name)));
        }
        true
    }

    /// Several items of a list in one line that are one to YAML; what means the sign itself is in quotes.
    pub(crate) fn is_parted_by_semicolons(&mut self, item: &Node) -> bool {
        let written = &self.source.text[item.span.clone()];
        let is_so = matches!(item.value, Value::Scalar(_))
            && written.contains(parts)
            && !written.starts_with(['"', '\''])
            && written.split(parts).all(|it| !it.trim().is_empty());
        if is_so {
            let items: Vec<&str> = written.split(parts).map(str::trim).collect();
            let better = items.join(", ");
            let words = match written.chars().find(|it| parts_items(*it)) {
                Some(sign) => yaml_syntax::words_of_wide(sign, &better),
                None => yaml_syntax::words_of_semicolons(&better),
            };
            self.report(&yaml_syntax::RULE, item.span.clone(), words);
        }
        is_so
    }
}

#[cfg(test)]
mod tests;
