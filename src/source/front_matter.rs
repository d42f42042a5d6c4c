//! Where a Markdown file's front matter ends and its prose begins.

use std::ops::Range;

/// Bytes of both halves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Halves {
    /// Between the lines `---`; `None` without front matter.
    pub front: Option<Range<usize>>,
    pub body: Range<usize>,
}

/// There is no line that opens or closes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unclosed {
    /// The line that was to do so, without white space; if there is none, that which opens it.
    pub line: Range<usize>,
    pub why: Unfit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    Missing,
    Indented,
    /// More or fewer dashes, or others.
    Dashes,
    /// The first key stands where the line that opens it belongs.
    Unopened,
    /// As before, and nothing ends it either.
    Bare,
    /// Something stands above.
    Late,
}

/// The line that begins at byte `start`, if it was meant to be one of the two.
pub fn unfit(line: &str, start: usize) -> Option<Unclosed> {
    let sign = line.trim();
    let start = start + line.len() - line.trim_start().len();
    let is_dashes = sign.trim_matches(['-', '–', '—']).is_empty() && !matches!(sign, "" | "-");
    let why = if sign == "---" { Unfit::Indented } else { Unfit::Dashes };
    is_dashes.then(|| Unclosed { line: start..start + sign.len(), why })
}

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
        // With other dashes it is a line across the page.
        if let Some(it) = unfit(opening, start).filter(|it| it.why == Unfit::Indented) {
            return Err(it);
        }
        return Ok(Halves { front: None, body: whole..text.len() });
    }
    let front = start + opening.len();
    let (mut at, mut meant) = (front, None);
    for line in lines {
        if line.trim_end() == "---" {
            return Ok(Halves { front: Some(front..at), body: at + line.len()..text.len() });
        }
        meant = meant.or_else(|| unfit(line, at));
        at += line.len();
    }
    Err(meant.unwrap_or(Unclosed { line: start..start + 3, why: Unfit::Missing }))
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
            (" ---\na: 1\n---\n", None),
            ("b\n---\na\n---\n", Some((None, "b\n---\na\n---\n"))),
        ];
        for (text, expected) in cases {
            let halves = split(text).ok();
            let shown = halves.map(|it| (it.front.map(|range| &text[range]), &text[it.body]));
            assert_eq!(shown, expected, "{text:?}");
        }
    }
}
