//! Marks in brackets that other programs understand and pages show as they stand.

use std::ops::Range;

use super::idle::{before_sign, begins_line};
use super::rules::idle_mark::Meant;

/// The mark that a bracket in words begins.
pub(super) fn mark(markdown: &str, bracket: &Range<usize>) -> Option<(Range<usize>, Meant)> {
    let (before, rest) = (&markdown[..bracket.start], &markdown[bracket.end..]);
    if before.ends_with(['\\', '[']) {
        return None;
    }
    let inner = before_sign(rest, b"]\n")?;
    let (end, meant) = if inner.starts_with('[') && rest[inner.len()..].starts_with("]]") {
        (inner.len() + 2, Meant::Wiki)
    } else if inner.starts_with('^') && 1 < inner.len() {
        (inner.len() + 1, Meant::Footnote)
    } else if matches!(inner, " " | "x" | "X") && begins_item(before) {
        (inner.len() + 1, Meant::Task)
    } else if is_callout(inner) && before.ends_with("> ") && begins_line(before) {
        (inner.len() + 1, Meant::Callout)
    } else {
        return None;
    };
    Some((bracket.start..bracket.end + end, meant))
}

/// Does the mark of an item end here: `- `, `* `, `1. `?
fn begins_item(before: &str) -> bool {
    let Some(before) = before.strip_suffix(' ') else { return false };
    let before = before.trim_end_matches(' ');
    let rest = before.strip_suffix(['-', '*', '+']).or_else(|| {
        let number = before.strip_suffix(['.', ')'])?;
        let rest = number.trim_end_matches(|it: char| it.is_ascii_digit());
        (rest.len() < number.len()).then_some(rest)
    });
    rest.is_some_and(begins_line)
}

fn is_callout(inner: &str) -> bool {
    let name = inner.strip_prefix('!').unwrap_or_default();
    !name.is_empty() && name.bytes().all(|it| it.is_ascii_uppercase())
}
