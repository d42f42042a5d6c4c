//! Spaces that are none to YAML.

use super::wide;
use crate::source::line::{is_blank, is_entry, is_row, line_at, line_start, starts};
use crate::source::tree::{TreeError, TreeErrorKind};

/// Empty lines that may stand between a line and the one below it.
const MOST: usize = 100;

/// Of the line that begins at byte `line`, or of the one above: `key:` and such a space.
pub(in crate::source) fn after_colon(text: &str, line: usize) -> Option<TreeError> {
    let above = line.checked_sub(1).map(|end| line_start(text, end));
    [Some(line), above].into_iter().flatten().find_map(|start| in_line(text, start))
}

fn in_line(text: &str, start: usize) -> Option<TreeError> {
    let own = line_at(text, start);
    let colon = own.find(':')?;
    let is_key = own[..colon].trim_start().bytes().all(|it| it.is_ascii_alphanumeric() || it == b'_');
    let space = own[colon + 1..].chars().next().filter(|it| is_key && is_odd_space(*it))?;
    if space == '\u{3000}' {
        return Some(TreeError { span: wide::item(text, start), kind: TreeErrorKind::Wide });
    }
    let at = start + colon + 1;
    Some(TreeError { span: at..at + space.len_utf8(), kind: TreeErrorKind::OddSpace })
}

/// A tab before the line below that of byte `at`: a parser takes what stands above as a text that
/// goes on there, and stumbles at its end, or at its start.
pub(in crate::source) fn tab_below(text: &str, at: usize, info: &str) -> Option<usize> {
    let own = line_start(text, at);
    let below = starts(&text[own..]).skip(1).map(|it| own + it);
    let start = below.take(MOST).find(|it| !is_blank(line_at(text, *it)))?;
    let line = line_at(text, start);
    let begun = line.trim_start_matches([' ', '\t']);
    let tab = line[..line.len() - begun.len()].find('\t')?;
    // A row of a spreadsheet may begin with an empty cell.
    let is_meant = is_entry(begun) || info.contains("tab") && !is_row(line);
    is_meant.then_some(start + tab)
}

/// Looks like a space, and is a letter to YAML; editors and web pages leave no-break spaces behind.
pub(in crate::source) fn is_odd_space(c: char) -> bool {
    !c.is_ascii() && c.is_whitespace() && !matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}
