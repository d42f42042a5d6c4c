//! What the checks look at in tables: cells by column, columns without a name, cells without a column.

use std::ops::Range;

use super::outline::{Cell, Outline, Surplus};

/// Where in a table the outline is.
#[derive(Default)]
pub(super) struct Cells {
    /// The line of names, and how many of them began.
    head: Option<(Range<usize>, usize)>,
    columns: Vec<Range<usize>>,
    /// Of the row that is open.
    row: Vec<Range<usize>>,
}

impl Cells {
    pub(super) fn head(&mut self, line: Range<usize>) {
        self.head = Some((line, 0));
        self.columns.clear();
    }

    pub(super) fn end_of_head(&mut self) {
        self.head = None;
    }

    pub(super) fn row(&mut self) {
        self.row.clear();
    }

    pub(super) fn cell(&mut self, range: Range<usize>, found: &mut Outline) {
        if let Some((line, column)) = &mut self.head {
            *column += 1;
            found.unnamed_columns.push((line.clone(), *column));
            self.columns.push(range);
        } else if let Some(column) = self.columns.get(self.row.len()).cloned() {
            self.row.push(range.clone());
            let (row, rows) = (self.row[0].clone(), self.columns[0].clone());
            found.cells.push(Cell { range, column, row, rows });
        }
    }

    /// Words: if they are in a name, its column has one after all.
    pub(super) fn words(&self, found: &mut Outline) {
        if let Some((_, open)) = &self.head {
            found.unnamed_columns.pop_if(|(_, column)| column == open);
        }
    }

    /// What a row that ends has behind its last column.
    pub(super) fn surplus(&self, row: &Range<usize>, markdown: &str) -> Option<Surplus> {
        // Of most rows it is the bar that ends them.
        let shown = self.row.last().map_or(row.end, |it| it.end);
        let rest = &markdown[shown.min(row.end)..row.end];
        if rest.len() <= 2 {
            return None;
        }
        let at = rest.find(|it: char| it != '|' && !it.is_whitespace())?;
        let range = shown + at..shown + rest.trim_end().trim_end_matches(['|', ' ', '\t']).len();
        Some(Surplus {
            range,
            row: self.row.first().cloned().unwrap_or_default(),
            columns: self.columns.len(),
        })
    }
}
