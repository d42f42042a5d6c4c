//! Rows of a table that was copied from a spreadsheet or a word processor: cells parted by tabs,
//! which Markdown shows as one run of words.

use std::ops::Range;

/// Cells from which on a line alone is a row; two may be a sentence with a tab in it.
const SURELY: usize = 3;

/// Gathers rows, one run of words after the other.
#[derive(Default)]
pub(super) struct Rows {
    /// Where the words of the last line begin, and where the line ends.
    line: Option<Range<usize>>,
    tables: Vec<Table>,
}

struct Table {
    range: Range<usize>,
    lines: usize,
    cells: usize,
}

impl Rows {
    /// A run of words, which stands in no table and in no code.
    pub(super) fn read(&mut self, markdown: &str, range: &Range<usize>) {
        if self.line.as_ref().is_some_and(|it| range.start < it.end) {
            return;
        }
        // With the marks of words that are bold.
        let start = markdown[..range.start].trim_end_matches(['*', '_']).len();
        let rest = &markdown[start..];
        let end = start + rest.find(['\n', '\r']).unwrap_or(rest.len());
        self.line = Some(start..end);
        let line = markdown[start..end].trim_end();
        let cells = line.split('\t').filter(|it| !it.trim().is_empty()).count();
        if cells < 2 || line.split('\t').next().is_some_and(is_bullet) {
            return;
        }
        let row = start..start + line.len();
        match self.tables.last_mut() {
            // White space alone between them: empty lines too, as a word processor leaves them.
            Some(it) if markdown[it.range.end..row.start].trim().is_empty() => {
                *it =
                    Table { range: it.range.start..row.end, lines: it.lines + 1, cells: it.cells.max(cells) };
            }
            _ => self.tables.push(Table { range: row, lines: 1, cells }),
        }
    }

    /// All rows of each table.
    pub(super) fn tables(self) -> impl Iterator<Item = Range<usize>> {
        let surely = |it: &Table| 1 < it.lines || SURELY <= it.cells;
        self.tables.into_iter().filter(surely).map(|it| it.range)
    }
}

/// What Word puts before an item, or becomes of it where its fonts are not.
fn is_bullet(cell: &str) -> bool {
    let mut signs = cell.trim().chars();
    let is_sign = |it: char| !it.is_alphanumeric() || matches!(it, 'o' | 'Ø' | 'ü' | 'v' | 'q');
    signs.next().is_some_and(is_sign) && signs.next().is_none()
}

#[cfg(test)]
mod tests {
    use crate::markdown::outline;

    #[test]
    fn rows_are_told_from_words_with_a_tab() {
        for (markdown, expected) in [
            ("Loại\tMức\n1 pha\t550.000\n\nHết.\n", vec!["Loại\tMức\n1 pha\t550.000"]),
            ("Loại\tMức\r\n1 pha\t5\r\n", vec!["Loại\tMức\r\n1 pha\t5"]),
            ("**Loại**\t*Mức*\n\n1 pha\t5\n", vec!["**Loại**\t*Mức*\n\n1 pha\t5"]),
            ("Bảng:\nMột\tHai\tBa\nBốn.", vec!["Một\tHai\tBa"]),
            ("o\tMột\no\tHai\n•\tBa\n", vec![]),
            ("- Một\tHai\n- Ba\tBốn\n", vec![]),
            ("1.\tMột\n2.\tHai\n", vec![]),
            ("Gọi\ttổng đài.\n", vec![]),
            ("Một\t\n\tHai\n", vec![]),
            ("\tMột\tHai\tBa\n", vec![]),
            ("```\na\tb\tc\n```\n", vec![]),
            ("| Một\tHai | Ba |\n| --- | --- |\n| a\tb\tc | d |\n", vec![]),
        ] {
            let found: Vec<&str> = outline(markdown).pasted.iter().map(|it| &markdown[it.clone()]).collect();
            assert_eq!(found, expected, "{markdown:?}");
        }
    }
}
