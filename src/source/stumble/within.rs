//! Quotes within a text in quotes, between brackets: `{vi: "Cấp "huyện" cũ"}`.

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
    let mut before = quotes().take_while(|it| *it < place);
    let start = before.by_ref().filter(|it| begins(&own[..*it])).last()?;
    // Only a text that ends before this place was not told otherwise.
    let end = quotes().find(|it| place <= *it && ends(&own[it + 1..]))?;
    let span: Range<usize> = line + start..line + end + 1;
    let is_flow = own[..start].contains(['{', '[']);
    is_flow.then_some(TreeError { span, kind: TreeErrorKind::Unquoted })
}

/// Does a value begin behind this?
fn begins(before: &str) -> bool {
    before.ends_with(": ") || before.trim_end().ends_with(['[', '{', ','])
}

/// Does a value end before this: at a bracket, the end of the line, or a comma and another key?
fn ends(behind: &str) -> bool {
    let behind = behind.trim_start();
    let Some(next) = behind.strip_prefix(',') else {
        return behind.is_empty() || behind.starts_with([']', '}']);
    };
    let key = next.trim_start();
    let length = key.bytes().take_while(|it| it.is_ascii_alphanumeric() || *it == b'_').count();
    0 < length && key[length..].starts_with(':')
}

#[cfg(test)]
mod tests {
    use crate::source::tree::{TreeErrorKind, parse};

    #[test]
    fn quotes_within_quotes_between_brackets_were_told_in_the_words_of_the_parser() {
        for (text, expected) in [
            ("a: {vi: \"Cấp \"huyện\" cũ\", en: \"B\"}\n", "\"Cấp \"huyện\" cũ\""),
            ("a: [\"Mẫu \"01\", có dấu\"]\n", "\"Mẫu \"01\", có dấu\""),
            ("a:\n  - {b: c, d: \"\"E\" f\"}\n", "\"\"E\" f\""),
        ] {
            let error = parse(text, 0..text.len()).expect_err(text);
            let found = (&text[error.span.clone()], &error.kind);
            assert_eq!(found, (expected, &TreeErrorKind::Unquoted), "{text}");
        }
    }
}
