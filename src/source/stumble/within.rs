//! Quotes within a text in quotes, between brackets: `{vi: "Cấp "huyện" cũ"}`, one of which the second
//! is missing, and a colon within a text there.

use std::ops::Range;

use crate::source::line::{line_from, line_start};
use crate::source::tree::{TreeError, TreeErrorKind};

/// The whole text, where a parser stumbles at byte `at`, right behind its second quote; `info` are the
/// words of the parser.
pub(in crate::source) fn within(text: &str, at: usize, info: &str) -> Option<TreeError> {
    if !info.contains("trailing content after double-quoted") {
        return None;
    }
    let line = line_start(text, at);
    let own = line_from(text, line);
    let place = at - line;
    let quotes = || own.match_indices('"').map(|it| it.0);
    let openers: Vec<usize> =
        quotes().take_while(|it| *it < place).filter(|it| begins(&own[..*it])).collect();
    let start = *openers.last()?;
    if start + 1 == place {
        return open(own, &openers)
            .map(|it| TreeError { span: line + it.start..line + it.end, kind: TreeErrorKind::OpenQuote });
    }
    // Only a text that ends before this place was not told otherwise.
    let end = quotes().find(|it| place <= *it && ends(&own[it + 1..]))?;
    let span: Range<usize> = line + start..line + end + 1;
    Some(TreeError { span, kind: TreeErrorKind::Unquoted })
}

/// The text before the last of these quotes if that begins another, which the one before it then has no
/// end for.
fn open(own: &str, openers: &[usize]) -> Option<Range<usize>> {
    let [.., first, second] = openers else { return None };
    let text = own[*first..*second].trim_end().strip_suffix(':')?;
    let end = first + text.rfind(',')?;
    is_key(own[end + 1..first + text.len()].trim()).then_some(*first..end)
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'_')
}

/// The whole text without quotes, between brackets, in which a colon stands at byte `at`.
pub(in crate::source) fn colon(text: &str, at: usize) -> Option<TreeError> {
    if !text[at..].starts_with(": ") {
        return None;
    }
    let line = line_start(text, at);
    let own = line_from(text, line);
    let place = at - line;
    // An old line end within it ends the line for all who read it.
    let (key, value) = own.get(..place)?.rsplit_once(['{', ','])?.1.split_once(": ")?;
    let start = place - value.trim_start().len();
    if !is_key(key.trim()) || value.contains(['"', '\'', '[', ']', '}', '#']) || value.trim().is_empty() {
        return None;
    }
    let signs = own[place..].match_indices([',', '}']).map(|it| place + it.0);
    let end = signs.clone().find(|it| ends(&own[*it..]))?;
    let is_plain = !own[start..end].contains(['"', '{', '[', '#']);
    let span = line + start..line + start + own[start..end].trim_end().len();
    is_plain.then_some(TreeError { span, kind: TreeErrorKind::Unquoted })
}

/// Does a value begin behind this?
fn begins(before: &str) -> bool {
    let before = before.trim_start();
    before.is_empty() || before.ends_with(": ") || before.trim_end().ends_with(['[', '{', ','])
}

/// Does a value end before this: at a bracket, the end of the line, or a comma and another key?
fn ends(behind: &str) -> bool {
    let behind = behind.trim_start();
    let Some(next) = behind.strip_prefix(',') else {
        return behind.is_empty() || behind.starts_with([']', '}']);
    };
    let key = next.trim_start();
    let rest = key.trim_start_matches(|it: char| it.is_ascii_alphanumeric() || it == '_');
    key.is_empty() || rest.starts_with(':')
}

#[cfg(test)]
mod tests {
    use crate::source::tree::{TreeErrorKind, parse};

    #[test]
    fn quotes_within_quotes_between_brackets_were_told_in_the_words_of_the_parser() {
        for (text, expected) in [
            ("a: {vi: \"Cấp \"huyện\" cũ\", en: \"B\"}\n", "\"Cấp \"huyện\" cũ\""),
            ("a: [\"Mẫu \"01\", có dấu\"]\n", "\"Mẫu \"01\", có dấu\""),
            ("a: {b: \"x\", c: \"Cấp \"huyện\" cũ\"}\n", "\"Cấp \"huyện\" cũ\""),
            ("a: {vi: \"Cấp \"huyện\" cũ\",\n  en: B}\n", "\"Cấp \"huyện\" cũ\""),
            ("a: [\n  \"Mẫu \"01\" cũ\"\n]\n", "\"Mẫu \"01\" cũ\""),
            ("a:\n  - {b: c, d: \"\"E\" f\"}\n", "\"\"E\" f\""),
        ] {
            let error = parse(text, 0..text.len()).expect_err(text);
            let found = (&text[error.span.clone()], &error.kind);
            assert_eq!(found, (expected, &TreeErrorKind::Unquoted), "{text}");
        }
        for (text, expected) in [
            ("a: {vi: \"B., en: \"C.\"}\n", "\"B."),
            ("a:\n  - {x: y, vi: \"B, b., en: \"C.\", d: \"e\"}\n", "\"B, b."),
        ] {
            let error = parse(text, 0..text.len()).expect_err(text);
            let found = (&text[error.span.clone()], &error.kind);
            assert_eq!(found, (expected, &TreeErrorKind::OpenQuote), "{text}");
        }
        let text = "a: {b: \"c\", d: [e] f, g: \"h\"}\n";
        let other = parse(text, 0..text.len()).expect_err("no comma");
        assert_ne!(other.kind, TreeErrorKind::Unquoted);
    }

    #[test]
    fn a_colon_within_a_text_between_brackets_was_told_in_the_words_of_the_parser() {
        for (text, expected) in [
            ("a: {vi: Di dời: công tơ, en: Moving}\n", "Di dời: công tơ"),
            ("a:\n  - {b: c, d: Nếu có: bản sao, nộp sau}\n", "Nếu có: bản sao, nộp sau"),
            ("a: {b: Lưu ý: c: d}\n", "Lưu ý: c: d"),
        ] {
            let error = parse(text, 0..text.len()).expect_err(text);
            let found = (&text[error.span.clone()], &error.kind);
            assert_eq!(found, (expected, &TreeErrorKind::Unquoted), "{text}");
        }
    }

    #[test]
    fn a_colon_behind_a_line_end_of_old_ended_in_a_panic() {
        for text in ["a: {b: c\r : d}\n", "a: {b: [c], d\r\r: e: f}\n", "a: {b: Cấp\u{85} : d}\n"] {
            assert!(parse(text, 0..text.len()).is_err(), "{text:?}");
        }
    }
}
