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
    Some(TreeError { span, kind: TreeErrorKind::Unquoted })
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
        let text = "a: {b: \"c\", d: [e] f, g: \"h\"}\n";
        let other = parse(text, 0..text.len()).expect_err("no comma");
        assert_ne!(other.kind, TreeErrorKind::Unquoted);
    }
}
