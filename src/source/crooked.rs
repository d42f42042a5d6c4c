//! Which of some lines is the odd one, where a parser stumbles over how they are indented: the one
//! whose own change, and the smallest, makes all of them stand straight. It is found by trying.

use std::cmp::Reverse;
use std::ops::Range;

use granit_parser::Parser;

use super::line::{indent_of, is_blank, is_entry, is_item, line_at, line_start, starts};
use super::stumble::{levels, opening};
use super::tree::{TreeError, TreeErrorKind};

/// Bytes around the stumble that are parsed for each line and column that is tried.
const MOST: usize = 64 << 10;

/// A line and the one that it is to be in line with: where each begins, and in which column.
struct Edit {
    odd: (usize, usize),
    like: (usize, usize),
}

impl Edit {
    fn by(&self) -> usize {
        self.odd.1.abs_diff(self.like.1)
    }
}

/// The odd one at byte `at` or above, if it is to be moved by `most` columns at most.
pub(super) fn line(text: &str, at: usize, most: usize) -> Option<TreeError> {
    let own = line_start(text, at);
    let mut lines = vec![(own, indent_of(line_at(text, own)), line_at(text, own))];
    lines.extend(levels(text, own));
    lines.retain(|it| is_entry(it.2));
    let around = around(text, lines.last()?.0..own)?;
    let mut edits = Vec::new();
    for odd in lines.iter().filter(|it| it.1 == indent_of(line_at(text, it.0))) {
        let others = lines.iter().filter(|it| it.0 != odd.0 && is_item(it.2) == is_item(odd.2));
        edits.extend(others.map(|it| Edit { odd: (odd.0, odd.1), like: (it.0, it.1) }));
    }
    edits.retain(|it| (1..=most).contains(&it.by()));
    edits.sort_by_key(Edit::by);
    let least = edits.iter().find(|it| is_straight(text, &around, it))?.by();
    let edits = edits.iter().filter(|it| it.by() == least && is_straight(text, &around, it));
    // Of two lines that are odd to each other, the one is right that has more in line with it.
    let Edit { odd: (start, column), like } =
        edits.min_by_key(|it| (Reverse(in_line(text, it)), it.like.1 % 2))?;
    // The whole indentation, or the sign that has none.
    let span = if *column == 0 { *start..start + 1 } else { *start..start + column };
    Some(TreeError { span, kind: TreeErrorKind::Indent { like: like.0 + like.1 } })
}

/// From a key that is not indented, above those lines, to the next one below them.
fn around(text: &str, lines: Range<usize>) -> Option<Range<usize>> {
    let is_outermost = |it: &usize| {
        let line = line_at(text, *it);
        indent_of(line) == 0 && is_entry(line) && !is_item(line) || line.starts_with("---")
    };
    let start = starts(text).take_while(|it| *it < lines.start).filter(is_outermost).last();
    let end = starts(text).skip_while(|it| *it <= lines.end).find(is_outermost);
    let around = start.unwrap_or(0)..end.unwrap_or(text.len());
    (around.len() <= MOST).then_some(around)
}

/// Is the text that is `around` it YAML after that edit, with something below each key that has
/// nothing behind it?
fn is_straight(text: &str, around: &Range<usize>, edit: &Edit) -> bool {
    let ((start, column), (_, to)) = (edit.odd, edit.like);
    let edited = [&text[around.start..start], &" ".repeat(to), &text[start + column..around.end]].concat();
    let mut lines = edited.lines().filter(|it| !is_blank(it)).peekable();
    while let Some(line) = lines.next() {
        let indent = indent_of(line);
        let has = |below: &str| indent < indent_of(below) || indent == indent_of(below) && is_item(below);
        if opening(line) == Some("") && !lines.peek().is_some_and(|it| has(it)) {
            return false;
        }
    }
    // Whatever it says.
    Parser::new_from_str(&edited).all(|it| it.is_ok())
}

/// Lines of the same kind in the column to which the edit moves one.
fn in_line(text: &str, edit: &Edit) -> usize {
    let is_item_too = is_item(line_at(text, edit.odd.0));
    let lines = starts(text).map(|it| line_at(text, it));
    lines.filter(|it| is_entry(it) && is_item(it) == is_item_too && indent_of(it) == edit.like.1).count()
}

#[cfg(test)]
mod tests {
    use crate::source::tree::{TreeErrorKind, parse};

    /// The line that is told to be odd, and the one with which it is to be in line.
    fn said(text: &str) -> String {
        let error = parse(text, 0..text.len()).expect_err(text);
        let line = |at: usize| 1 + text[..at].matches('\n').count();
        match error.kind {
            TreeErrorKind::Indent { like } => format!("{} like {}", line(error.span.start), line(like)),
            kind => format!("{} {kind:?}", line(error.span.start)),
        }
    }

    #[test]
    fn a_line_with_a_space_too_many_was_told_of_another_line() {
        for (text, expected) in [
            ("a:\n  t: x\nb:\n  t: x\n c:\n  t: x\nd:\n  t: x\n", "5 like 3"),
            ("a: x\nb:\n  - c\n d:\n  - e\nf: x\n", "4 like 2"),
            ("s:\n  a:\n    t: x\n   b:\n    t: x\n  c:\n    t: x\n", "4 like 2"),
            ("s:\n   a:\n    t: x\n  b:\n    t: x\n  c:\n    t: x\nz: x\n", "2 like 4"),
            ("# x\n a:\n  - b\nc:\n  - d\n", "2 like 4"),
            ("s:\n    a:\n      t: x\n  b:\n    t: x\n  c:\n    t: x\n", "2 like 4"),
            ("s:\n  - {a: b}\n   - {a: b}\n  - {a: b}\n", "3 like 2"),
            ("z: x\na:\nb: x\n  c: x\nd: x\n", "3 like 4"),
            ("---\na: x\n b:\n  - c\n---\n# d\n", "3 like 2"),
            // Another mistake further below is no reason.
            ("a: x\nb:\n  - c\n d:\n  - e\nf: x: y\n", "4 like 2"),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }
}
