//! Lists at which a parser of YAML stumbles: behind their key, with stars for their dashes, with quotes
//! and no brackets, or with a line that has no dash.

use std::ops::Range;

use crate::source::line::{
    indent_of, is_blank, is_entry, is_item, line_at, line_start, own_and_above, starts,
};
use crate::source::tree::{TreeError, TreeErrorKind};

/// All of it that is to be typed anew, at byte `at` or right above; `info` are the words of the parser.
pub(in crate::source) fn list(text: &str, at: usize, info: &str) -> Option<TreeError> {
    let span = behind_key(text, at, info)
        .or_else(|| starred(text, at))
        .or_else(|| in_quotes(text, at, info))
        .or_else(|| undashed(text, at))?;
    Some(TreeError { span, kind: TreeErrorKind::List })
}

/// Texts in quotes with commas or semicolons between them: at least two.
pub fn quoted(text: &str) -> Option<Vec<&str>> {
    let (mut parts, mut rest) = (Vec::new(), text.trim());
    while !rest.is_empty() {
        let quote = rest.chars().next().filter(|it| matches!(it, '"' | '\''))?;
        let length = rest[1..].find(quote)? + 2;
        parts.push(&rest[..length]);
        rest = rest[length..].trim_start();
        if !rest.is_empty() {
            rest = rest.strip_prefix([',', ';'])?.trim_start();
        }
    }
    (1 < parts.len()).then_some(parts)
}

/// From the line at byte `own` on, with those below that are deeper or in line and go on with the list.
fn block(text: &str, own: usize, goes_on: impl Fn(&str) -> bool) -> Range<usize> {
    let indent = indent_of(line_at(text, own));
    let mut end = own;
    for start in starts(text).skip_while(|it| *it < own) {
        let line = line_at(text, start);
        let is_in_line = || indent_of(line) == indent && goes_on(line);
        if line.trim().is_empty() {
            continue;
        }
        if start != own && indent_of(line) <= indent && !is_in_line() {
            break;
        }
        end = start + line.trim_end().len();
    }
    own + indent..end
}

/// `documents: - Căn cước`
fn behind_key(text: &str, at: usize, info: &str) -> Option<Range<usize>> {
    let own = line_start(text, at);
    let line = line_at(text, own);
    let value = line.split_once(": ")?.1.trim_start();
    let is_dash = value.starts_with("- ") && info.starts_with("block sequence entries");
    let is_it = !is_item(line) && (is_dash || value.starts_with("-{"));
    is_it.then(|| own + line.len() - value.len()..block(text, own, is_item).end)
}

/// `* Căn cước`, as in Markdown.
fn starred(text: &str, at: usize) -> Option<Range<usize>> {
    let is_starred = |line: &str| line.trim_start_matches([' ', '\u{feff}']).starts_with("* ");
    let start = own_and_above(text, at).find(|it| is_starred(line_at(text, *it)))?;
    Some(block(text, start, |line| is_starred(line) || is_item(line)))
}

/// `also_called: "Mắc điện", "câu điện"`
fn in_quotes(text: &str, at: usize, info: &str) -> Option<Range<usize>> {
    let own = line_start(text, at);
    let line = line_at(text, own).trim_end();
    let value = if is_item(line) { line.trim_start().strip_prefix('-')? } else { line.split_once(": ")?.1 };
    let value = value.trim_start();
    quoted(value).filter(|_| info.contains("trailing content"))?;
    let start = if is_item(line) { own + indent_of(line) } else { own + line.len() - value.len() };
    Some(start..own + line.len())
}

/// A line without its dash below one that has it; a key only if the item begins with the same.
fn undashed(text: &str, at: usize) -> Option<Range<usize>> {
    let own = line_start(text, at);
    let line = line_at(text, own);
    let indent = indent_of(line);
    if indent == 0 || is_item(line) || line.trim_start().starts_with('#') {
        return None;
    }
    let above: Vec<usize> = starts(text).take_while(|it| *it < own).collect();
    let mut above = above.into_iter().rev().map(|it| line_at(text, it)).filter(|it| !is_blank(it));
    let item = above.find(|it| indent_of(it) <= indent)?;
    let key = |line: &str| {
        let line = line.trim_start_matches([' ', '-', '{']);
        line.split_once(':').map(|it| it.0.to_owned())
    };
    let is_one = indent_of(item) == indent && is_item(item) && (!is_entry(line) || key(line) == key(item));
    is_one.then(|| block(text, own, |line| !is_item(line)))
}

#[cfg(test)]
mod tests {
    use crate::source::tree::{TreeErrorKind, parse};

    #[test]
    fn lists_were_told_in_the_words_of_the_parser() {
        for (text, expected) in [
            ("a: - b\nc: d\n", "- b"),
            ("a: - b\n  - c\nd: e\n", "- b\n  - c"),
            ("a: -{b: c}\nd: e\n", "-{b: c}"),
            ("a:\n  b: - c: d\n       e: f\n  g: h\n", "- c: d\n       e: f"),
            ("a:\n  * b\n  * {c: d}\n\n  - e\nf: g\n", "* b\n  * {c: d}\n\n  - e"),
            ("a: \"b\", \"c\"\nd: e\n", "\"b\", \"c\""),
            ("a: 'b'; 'c'\nd: e\n", "'b'; 'c'"),
            ("a:\n  - \"b\", \"c\"\n", "- \"b\", \"c\""),
            ("a:\n  - b\n  c\nd: e\n", "c"),
            ("a:\n  - b\n  c d\n  - e\n", "c d"),
            ("a:\n  - {b: c}\n  {b: d}\n", "{b: d}"),
            ("a:\n  - b: c\n    d: e\n  b: f\n    d: g\nh: i\n", "b: f\n    d: g"),
        ] {
            let error = parse(text, 0..text.len()).expect_err(text);
            assert_eq!((&text[error.span.clone()], &error.kind), (expected, &TreeErrorKind::List), "{text}");
        }
        for text in ["a: \"b\", c\n", "a:\n  - b: c\n  d: e\n", "a: [\"b\" \"c\"]\n", "a:\n- b\nc\nd: e\n"] {
            let error = parse(text, 0..text.len()).expect_err(text);
            assert_ne!(error.kind, TreeErrorKind::List, "{text}");
        }
    }
}
