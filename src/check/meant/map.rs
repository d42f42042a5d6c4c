//! The map that was meant by words in its place.

use crate::check::near::as_id;
use crate::check::reading::{main_key, no_map};
use crate::check::rules::wrong_kind;
use crate::check::slips::pasted::value;
use crate::diagnostic::Words;
use crate::model::Id;
use crate::shape::{Shape, Value as Inner};
use crate::source::tree::{Entry, Node, Value};
use crate::text::fold;

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
pub(crate) fn word_of(text: &str, known: &[&'static str]) -> Option<&'static str> {
    let word = known.iter().copied().find(|it| *it == text.trim());
    word.or_else(|| super::word(text, &known.iter().copied()))
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

/// Procedures that are only listed: how they are related is not said.
pub(crate) fn related(node: &Node) -> Option<String> {
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
pub(crate) fn decision(text: &str) -> Option<String> {
    let mut words = text.split_whitespace().map(|it| it.trim_matches([',', '.', ';', '(', ')']));
    let is_number = |it: &&str| {
        it.starts_with(|it: char| it.is_ascii_digit()) && it.contains('/') && it.contains(char::is_alphabetic)
    };
    let number = words.clone().find(is_number)?;
    let date = words.find_map(|it| super::date(it).or_else(|| it.parse().ok()));
    let date = date.map_or_else(String::new, |it| format!(", date: {it}"));
    let issuer = text.split_once(" của ").map(|it| it.1.trim_end_matches('.').trim());
    let issuer = issuer.filter(|it| !it.is_empty() && !it.contains(|it: char| it.is_ascii_digit()));
    let issuer = issuer.map_or_else(String::new, |it| format!(", issuer: {}", value(it)));
    Some(format!("{{number: {}{date}{issuer}}}", value(number)))
}

/// A step by who takes it, or by its number: `customer: Gửi yêu cầu`, `Bước 1: Gửi yêu cầu`.
/// Where an agency stands the step is only an incomplete one.
pub(crate) fn step(entries: &[Entry<'_>], is_agency: impl Fn(&str) -> bool) -> Option<String> {
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
