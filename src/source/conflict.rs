//! What Git leaves in a file whose two sides it could not join.

use std::ops::Range;

use memchr::memchr2_iter;

const LENGTH: usize = 7;

/// Bytes of the first mark of a conflict: `<<<<<<<` or `>>>>>>>` at the very start of a line, and
/// then nothing or the name of its side.
pub fn mark(text: &str) -> Option<Range<usize>> {
    // The line between both sides alone is what Markdown draws below a heading.
    let bytes = text.as_bytes();
    let at = memchr2_iter(b'<', b'>', bytes).find(|at| begins_line(text, *at) && is_side(&bytes[*at..]))?;
    Some(at..at + LENGTH)
}

/// The line between two sides, for text in which it can be nothing else.
pub fn line_between(text: &str) -> Option<Range<usize>> {
    let at = text.match_indices("=======").map(|it| it.0).find(|at| {
        let after = &text[at + LENGTH..];
        begins_line(text, *at) && after.lines().next().is_none_or(|it| it.trim_end().is_empty())
    })?;
    Some(at..at + LENGTH)
}

fn begins_line(text: &str, at: usize) -> bool {
    matches!(&text[..at], "" | "\u{feff}") || text[..at].ends_with('\n')
}

fn is_side(bytes: &[u8]) -> bool {
    LENGTH <= bytes.len()
        && bytes[..LENGTH].iter().all(|it| *it == bytes[0])
        && bytes.get(LENGTH).is_none_or(|it| matches!(it, b' ' | b'\r' | b'\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_what_only_looks_like_one() {
        for (text, at) in [
            ("a: 1\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n", Some(5)),
            ("\u{feff}<<<<<<<\r\n", Some(3)),
            ("a\n|||||||\nb\n", None),
            ("a\n>>>>>>> nhanh", Some(2)),
            ("Mục\n=======\n", None),
            (" <<<<<<< HEAD\n", None),
            ("<<<<<<<< HEAD\n", None),
            ("<<<<<<<HEAD\n", None),
            ("<<<<<<", None),
        ] {
            assert_eq!(mark(text), at.map(|it| it..it + LENGTH), "{text:?}");
        }
        assert_eq!(line_between("a\n=======\nb"), Some(2..9));
        assert_eq!(line_between("========\n"), None);
    }
}
