//! Lines at which a parser stumbles because of signs of a keyboard for Chinese or Japanese.

use std::ops::Range;

use crate::source::line::{line_at, own_and_above};
use crate::source::narrow;
use crate::source::tree::{TreeError, TreeErrorKind};

/// The line of byte `at` or the one above, without its dash, if such a sign stands in it for one of YAML.
pub(in crate::source) fn wide(text: &str, at: usize) -> Option<TreeError> {
    let span = own_and_above(text, at).find_map(|start| in_line(text, start))?;
    Some(TreeError { span, kind: TreeErrorKind::Wide })
}

fn in_line(text: &str, start: usize) -> Option<Range<usize>> {
    let span = item(text, start);
    let item = &text[span.clone()];
    let key = item.find(|it: char| !it.is_ascii_alphanumeric() && it != '_').unwrap_or(item.len());
    let rest = &item[key..];
    let is_of_key = 0 < key && rest.starts_with('：');
    // In quotes they are text.
    let is_sign = |it: char| narrow(it).is_some();
    let is_within =
        !item.contains(['"', '\'']) && item.contains(['{', '[', '｛', '［']) && item.contains(is_sign);
    (is_of_key || is_within).then_some(span)
}

/// What stands in the line that begins at byte `start`, without its dash and its comment.
pub(super) fn item(text: &str, start: usize) -> Range<usize> {
    let line = line_at(text, start);
    let line = line.split(" #").next().unwrap_or(line).trim_end();
    let item = line.trim_start_matches([' ', '\u{feff}']);
    let item = item.strip_prefix("- ").unwrap_or(item).trim_start_matches(' ');
    start + line.len() - item.len()..start + line.len()
}

#[cfg(test)]
mod tests {
    use crate::source::tree::{TreeErrorKind, parse};

    #[test]
    fn full_width_signs_were_told_to_be_a_line_out_of_line_or_in_the_words_of_the_parser() {
        for (text, expected) in [
            ("a:\n  - b：c\n    d: 1\n", "b：c"),
            ("a:\n  - b: c\n    d：1 # e\n", "d：1"),
            ("a: [{b: c， d: 1}]\n", "a: [{b: c， d: 1}]"),
            ("a： [b]\nc: d\n", "a： [b]"),
        ] {
            let error = parse(text, 0..text.len()).expect_err(text);
            assert_eq!((&text[error.span.clone()], &error.kind), (expected, &TreeErrorKind::Wide), "{text}");
        }
        for text in ["a: b， c: d\n", "a: {b: \"c，\" d: e}\n"] {
            let error = parse(text, 0..text.len()).expect_err(text);
            assert_ne!(error.kind, TreeErrorKind::Wide, "{text}");
        }
    }
}
