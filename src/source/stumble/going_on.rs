//! A text of several lines, of which a later one begins where keys do.

use crate::source::line::{indent_of, is_blank, is_entry, is_item, line_at, line_start};
use crate::source::tree::{TreeError, TreeErrorKind};

/// That the line which begins at byte `line` goes on, if its first word is no key and the line above has a text
/// that may go on there.
pub(in crate::source) fn continued(text: &str, line: usize, info: &str) -> Option<TreeError> {
    if !info.contains("':'") {
        return None;
    }
    let own = line_at(text, line);
    let words = own.trim_start_matches(' ');
    let first = words.split(' ').next().filter(|it| it.len() < words.trim_end().len())?;
    // A word of ASCII may be a key whose colon was forgotten.
    let is_word = first.starts_with(char::is_alphabetic) && !first.is_ascii() && !first.contains(':');
    let above = line_at(text, line_start(text, line.checked_sub(1)?));
    let value = above.split_once(':').map_or("", |it| it.1.trim_start());
    let is_text = value.starts_with(|it: char| it.is_alphanumeric()) && !is_blank(above);
    let is_beside = indent_of(own) <= indent_of(above) && (is_entry(above) || is_item(above));
    let start = line + own.len() - words.len();
    let span = start..start + first.len();
    (is_word && is_text && is_beside).then_some(TreeError { span, kind: TreeErrorKind::Continued })
}
