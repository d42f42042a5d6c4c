//! Byte offsets to lines and columns, for many offsets of one file.

use super::{LineColumn, SourceFile};

/// Where the lines of a file begin; found once, since a report asks for many points, and only as
/// far as somebody asked.
#[derive(Debug)]
pub struct Lines<'a> {
    file: &'a SourceFile,
    starts: Vec<usize>,
    /// Bytes that were looked through.
    seen: usize,
    /// The point asked for last: the next one on the same line is counted from there.
    last: (usize, LineColumn),
}

impl<'a> Lines<'a> {
    pub fn new(file: &'a SourceFile) -> Lines<'a> {
        Lines { file, starts: vec![0], seen: 0, last: (0, LineColumn { line: 1, column: 1 }) }
    }

    /// The line with that byte, from 1; where it ends is then known too.
    pub fn line(&mut self, offset: usize) -> usize {
        let bytes = self.file.text.as_bytes();
        while self.starts.last().is_some_and(|it| *it <= offset) && self.seen < bytes.len() {
            let rest = &bytes[self.seen..];
            let end = rest.iter().enumerate().position(|(at, byte)| match byte {
                b'\n' => true,
                b'\r' => rest.get(at + 1) != Some(&b'\n'),
                _ => false,
            });
            self.seen += end.map_or(rest.len(), |at| at + 1);
            self.starts.extend(end.map(|_| self.seen));
        }
        self.starts.partition_point(|it| *it <= offset)
    }

    /// As [`SourceFile::line_column`].
    pub fn point(&mut self, offset: usize) -> LineColumn {
        let offset = self.file.clamp(offset..offset).start;
        let line = self.line(offset);
        let (from, column) = match self.last {
            (at, point) if point.line == line && at <= offset => (at, point.column),
            _ => (self.starts[line - 1], 1),
        };
        let passed = self.file.text[from..offset].chars().filter(|c| *c != '\u{feff}').count();
        let point = LineColumn { line, column: column + passed };
        self.last = (offset, point);
        point
    }

    /// The lines that these bytes touch, `most` of them, without the end of the last.
    pub fn line_bytes(&mut self, bytes: std::ops::Range<usize>, most: usize) -> std::ops::Range<usize> {
        let first = self.line(bytes.start);
        let start = self.starts[first - 1];
        let last = self.line(bytes.end.saturating_sub(1).max(bytes.start)).min(first + most - 1);
        let end = self.starts.get(last).copied().unwrap_or(self.file.text.len());
        start..start + self.file.text[start..end].trim_end_matches(['\n', '\r']).len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_asked_for_in_any_order_are_those_asked_for_alone() {
        let text = "\u{feff}điện: x\r\n\tb\rc\n\ne\u{302}: [a, b]";
        let file = SourceFile::new("x", text);
        let mut lines = Lines::new(&file);
        for offset in (0..=text.len() + 2).chain((0..text.len()).rev()) {
            assert_eq!(lines.point(offset), file.line_column(offset), "{offset}");
        }
        let mut lines = Lines::new(&file);
        assert_eq!(&text[lines.line_bytes(5..5, 1)], "\u{feff}điện: x");
        assert_eq!(&text[lines.line_bytes(text.len()..text.len(), 1)], "e\u{302}: [a, b]");
        let lines_of = |bytes, most| Lines::new(&file).line_bytes(bytes, most);
        assert_eq!(&text[lines_of(0..text.len(), 2)], "\u{feff}điện: x\r\n\tb");
        assert_eq!(&text[lines_of(5..16, 9)], "\u{feff}điện: x\r\n\tb");
    }
}
