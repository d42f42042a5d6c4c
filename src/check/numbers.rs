//! Numbers of legal texts: `18/2025/NĐ-CP`.

use std::collections::hash_map::Entry;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::issued::year_of;
use super::map::Map;
use super::note;
use super::reading::Reading;
use super::rules::legal_number;
use crate::diagnostic::Words;
use crate::model::{Id, LegalText};
use crate::source::tree::Node;

/// Kinds of texts and who issues them, typed without their stroke: no other is written so.
const STROKES: [(&str, &str); 6] =
    [("ND", "NĐ"), ("QD", "QĐ"), ("CD", "CĐ"), ("HDND", "HĐND"), ("BLDTBXH", "BLĐTBXH"), ("BGDDT", "BGDĐT")];

/// With what the names of texts begin, right before their number.
const KINDS: [&str; 10] = [
    "nghị định",
    "thông tư",
    "quyết định",
    "luật",
    "bộ luật",
    "nghị quyết",
    "pháp lệnh",
    "chỉ thị",
    "thông tư liên tịch",
    "thông báo",
];

/// One that a text has.
fn is_number(text: &str) -> bool {
    text.starts_with(|it: char| it.is_ascii_digit())
        && text.contains('/')
        && text.bytes().any(|it| it.is_ascii_uppercase())
        && !text.bytes().any(|it| it.is_ascii_whitespace())
}

/// The number as it is written, where its kind lacks the stroke.
fn with_stroke(number: &str) -> Option<String> {
    // All these have one.
    if !number.contains('D') {
        return None;
    }
    let mut found = false;
    let meant: String = number
        .split_inclusive(['/', '-'])
        .map(|part| {
            let word = part.trim_end_matches(['/', '-']);
            let stroke = STROKES.iter().find(|it| it.0 == word).map(|it| it.1);
            found |= stroke.is_some();
            format!("{}{}", stroke.unwrap_or(word), &part[word.len()..])
        })
        .collect();
    found.then_some(meant)
}

/// That with which a title begins, behind its kind: what follows may be of other texts.
fn number_in(title: &str) -> Option<&str> {
    let at = title.find(|it: char| it.is_ascii_digit())?;
    let kind = title[..at].trim().to_lowercase();
    let kind = kind.strip_suffix("số").unwrap_or(&kind).trim_end();
    let number = title[at..].split(char::is_whitespace).next()?.trim_end_matches([',', ';', ':', '.', ')']);
    (KINDS.contains(&kind) && is_number(number)).then_some(number)
}

/// Of a text or a decision whose number is below `number`.
pub(super) fn check(reading: &mut Reading<'_>, map: &Map<'_>, number: &str) {
    if let (Some(meant), Some(node)) = (with_stroke(number), map.get("number")) {
        tell(reading, node, legal_number::words_of_stroke(number, &meant));
    }
}

/// Whether a text is called by its own number.
pub(super) fn check_title(reading: &mut Reading<'_>, map: &Map<'_>, number: &str, title: &str) {
    let Some(node) = map.get("number") else { return };
    if is_number(title) && !number.contains(|it: char| it.is_ascii_digit()) {
        tell(reading, node, legal_number::words_of_swapped(title, number));
        return;
    }
    // Nearly every title that has a number has this one.
    if !title.contains('/') || title.contains(number) {
        return;
    }
    let other = number_in(title).filter(|it| is_number(number) && !is_same(it, number));
    if let Some(other) = other {
        tell(reading, node, legal_number::words_of_other(number, other));
    }
}

fn tell(reading: &mut Reading<'_>, node: &Node<'_>, words: [Words; 2]) {
    reading.aside.push(note(reading.source, &legal_number::RULE, Some(node.span.clone()), words));
}

/// A name may leave out who issued the text, or the stroke, of which that is told.
fn is_same(told: &str, number: &str) -> bool {
    let plain = |it: &str| it.to_lowercase().replace('đ', "d");
    let (told, number) = (plain(told), plain(number));
    told == number || number.starts_with(&format!("{told}/"))
}

/// The number of a text by which no other is known: those without a year begin anew with each, and each
/// province has its own.
fn only(text: &LegalText) -> Option<&str> {
    let number = &*text.number;
    let is_local = || ["UBND", "HĐND", "HDND"].iter().any(|it| number.ends_with(it));
    (is_number(number) && year_of(number).is_some() && !is_local()).then_some(number)
}

/// Two entries of one number: mostly one was copied, and not yet made another.
#[derive(Default)]
pub(super) struct Numbers(FxHashMap<String, Id>);

impl Numbers {
    /// `span` is that of its id.
    pub(super) fn check(&mut self, reading: &mut Reading<'_>, span: Range<usize>, text: &LegalText) {
        let Some(number) = only(text) else { return };
        match self.0.entry(number.to_owned()) {
            Entry::Vacant(free) => drop(free.insert(text.id.clone())),
            Entry::Occupied(taken) => {
                let words = legal_number::words_of_same(number, taken.get().as_str());
                reading.aside.push(note(reading.source, &legal_number::RULE, Some(span), words));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_without_their_stroke_are_told_from_others() {
        for (number, expected) in [
            ("15/2022/ND-CP", Some("15/2022/NĐ-CP")),
            ("07/2025/QD-TTg", Some("07/2025/QĐ-TTg")),
            ("12/2020/NQ-HDND", Some("12/2020/NQ-HĐND")),
            ("15/2022/NĐ-CP", None),
            ("12/HD-BTC", None),
            ("61/2024/QH15", None),
            ("ND", Some("NĐ")),
            ("", None),
        ] {
            assert_eq!(with_stroke(number).as_deref(), expected, "{number}");
        }
    }

    #[test]
    fn the_number_in_a_title_is_its_own_only_behind_its_kind() {
        for (title, expected) in [
            ("Nghị định 58/2025/NĐ-CP, có quy định về điện", Some("58/2025/NĐ-CP")),
            ("Nghị định số 58/2025/NĐ-CP", Some("58/2025/NĐ-CP")),
            ("Thông tư hướng dẫn Nghị định 58/2025/NĐ-CP", None),
            ("Nghị định 58/2025 về điện", None),
            ("Luật Điện lực", None),
            ("Quyết định 599/QĐ-EVN về giá", Some("599/QĐ-EVN")),
            ("", None),
        ] {
            assert_eq!(number_in(title), expected, "{title}");
        }
        assert!(is_same("18/2025/ND-CP", "18/2025/NĐ-CP"));
        assert!(!is_same("18/2025/NĐ-CP", "81/2025/NĐ-CP"));
    }
}
