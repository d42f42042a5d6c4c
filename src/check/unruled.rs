//! Tables that are none to Markdown, so that pages show their bars: without a line of dashes below
//! the names of columns, or with one that is not right.

use std::ops::Range;

use super::rules::idle_mark::{Meant, Table};
use crate::source::line::line_start;

/// What is wrong with the table of which a row begins there; none if an earlier row has it.
pub(super) fn fault(markdown: &str, start: usize) -> Option<(Range<usize>, Meant)> {
    let row = line_at(markdown, start);
    let text = &markdown[row.clone()];
    let above = line_above(markdown, start);
    let is_apart = above.is_empty() && line_above(markdown, above.start).starts(markdown, '|');
    let below = line_below(markdown, row.end);
    let (range, table) = if is_ruler(text) {
        if markdown[above.clone()].contains('|') {
            (row, Table::Ruler(columns(&markdown[above])))
        } else if is_apart {
            (row, Table::Apart(columns(text)))
        } else {
            (row, Table::Names(columns(text)))
        }
    } else if above.starts(markdown, '|') {
        return None;
    } else if is_ruler(&markdown[below.clone()]) {
        (below, Table::Ruler(columns(text)))
    } else if below.starts(markdown, '|') {
        (row, Table::NoRuler(columns(text)))
    } else if is_apart {
        (row, Table::Apart(columns(text)))
    } else {
        let next = line_below(markdown, below.end);
        let is_row = below.is_empty() && next.starts(markdown, '|');
        is_row.then(|| (next, Table::Apart(columns(text))))?
    };
    Some((range, Meant::Table(table)))
}

trait Starts {
    fn starts(&self, markdown: &str, sign: char) -> bool;
}

impl Starts for Range<usize> {
    fn starts(&self, markdown: &str, sign: char) -> bool {
        markdown[self.clone()].starts_with(sign)
    }
}

/// Without the marks of a quotation before it and the space around it.
fn line_at(markdown: &str, start: usize) -> Range<usize> {
    let rest = &markdown[start..];
    let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
    let words = line.trim_start_matches([' ', '\t', '>']);
    let start = start + line.len() - words.len();
    start..start + words.trim_end().len()
}

fn line_below(markdown: &str, end: usize) -> Range<usize> {
    markdown[end..].find('\n').map_or(markdown.len()..markdown.len(), |it| line_at(markdown, end + it + 1))
}

fn line_above(markdown: &str, start: usize) -> Range<usize> {
    let Some(end) = markdown[..start].rfind('\n') else { return 0..0 };
    line_at(markdown, line_start(markdown, end))
}

/// Dashes and bars alone, of whichever kind.
pub(super) fn is_ruler(line: &str) -> bool {
    let is_dash = |it: char| matches!(it, '-' | '–' | '—' | '−' | '‐' | '_' | '=');
    line.contains(is_dash) && line.chars().all(|it| is_dash(it) || matches!(it, '|' | ' ' | ':' | '+' | '\t'))
}

fn columns(row: &str) -> usize {
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = row.strip_suffix('|').filter(|it| !it.ends_with('\\')).unwrap_or(row);
    1 + row.match_indices('|').filter(|(at, _)| !row[..*at].ends_with('\\')).count()
}

#[cfg(test)]
mod tests {
    use super::{Meant, Table};
    use crate::check::idle::marks;
    use crate::markdown::outline;

    #[test]
    fn a_table_without_its_line_of_dashes_was_published_with_its_bars() {
        use Table::{Apart, Names, NoRuler, Ruler};

        for (markdown, expected) in [
            ("| A | B |\n| 1 | 2 |\n| 3 | 4 |\n", vec![("| A | B |", NoRuler(2))]),
            ("Giá:\r\n| A | B\r\n| 1 | a \\| b\r\n", vec![("| A | B", NoRuler(2))]),
            ("| A | B |\n| — | — |\n| 1 | 2 |\n", vec![("| — | — |", Ruler(2))]),
            ("|A|B|\n|–|–|\n", vec![("|–|–|", Ruler(2))]),
            ("> | A | **B** | C |\n> | --- | --- |\n", vec![("| --- | --- |", Ruler(3))]),
            ("A | B\n|---|---|---|\n", vec![("|---|---|---|", Ruler(2))]),
            ("A | B\n— | —\n1 | 2\n", vec![("— | —", Ruler(2))]),
            ("|---|---|\n| 1 | 2 |\n", vec![("|---|---|", Names(2))]),
            ("| A | B |\n\n| --- | --- |\n\n| 1 | 2 |\n", vec![("| --- | --- |", Apart(2))]),
            ("| A | B |\n| --- | --- |\n| 1 | 2 |\n\n| 3 | 4 |\n", vec![("| 3 | 4 |", Apart(2))]),
            ("| A | B |\n| --- | --- |\n| 1 | 2 |\n", vec![]),
            ("|x| là số dương\n\n`| a |`\n\n    | a |\n    | b |\n", vec![]),
            ("A | B\nC | D\n\n\\| A |\n", vec![]),
        ] {
            let found = marks(markdown, &outline(markdown).words);
            let found: Vec<_> = found.into_iter().map(|(at, meant)| (&markdown[at], meant)).collect();
            let expected: Vec<_> = expected.into_iter().map(|(at, it)| (at, Meant::Table(it))).collect();
            assert_eq!(found, expected, "{markdown:?}");
        }
    }
}
