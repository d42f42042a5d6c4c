//! Where a Markdown file's front matter ends and its prose begins.

use std::ops::Range;

/// Bytes of both halves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Halves {
    /// Between the lines `---`; `None` without front matter.
    pub front: Option<Range<usize>>,
    pub body: Range<usize>,
}

/// The opening line has no closing one; the bytes of the opening line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unclosed(pub Range<usize>);

/// Front matter stands between two lines `---`, the first of which is the file's first line that
/// is not empty.
pub fn split(text: &str) -> Result<Halves, Unclosed> {
    let whole = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let blank: usize =
        text[whole..].split_inclusive('\n').take_while(|it| it.trim().is_empty()).map(str::len).sum();
    let start = whole + blank;
    let mut lines = text[start..].split_inclusive('\n');
    let opening = lines.next().unwrap_or("");
    if opening.trim_end() != "---" {
        return Ok(Halves { front: None, body: whole..text.len() });
    }
    let front = start + opening.len();
    let mut at = front;
    for line in lines {
        if line.trim_end() == "---" {
            return Ok(Halves { front: Some(front..at), body: at + line.len()..text.len() });
        }
        at += line.len();
    }
    Err(Unclosed(start..start + 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits() {
        let cases = [
            ("", Some((None, ""))),
            ("a", Some((None, "a"))),
            ("---\na: 1\n---\nb", Some((Some("a: 1\n"), "b"))),
            ("\u{feff}---\r\na: 1\r\n---\r\nb\r\n", Some((Some("a: 1\r\n"), "b\r\n"))),
            ("\n \r\n---\na: 1\n---\nb", Some((Some("a: 1\n"), "b"))),
            ("\n\nb", Some((None, "\n\nb"))),
            ("---\n---", Some((Some(""), ""))),
            ("--- \na\n", None),
            ("b\n---\na\n---\n", Some((None, "b\n---\na\n---\n"))),
        ];
        for (text, expected) in cases {
            let halves = split(text).ok();
            let shown = halves.map(|it| (it.front.map(|range| &text[range]), &text[it.body]));
            assert_eq!(shown, expected, "{text:?}");
        }
    }
}
