//! Where a parser of YAML stumbles is seldom where the mistake is: a bracket or a quote that nobody
//! closed, a line out of line with the others, a dash that is none.

mod comma;
mod going_on;
mod list;
mod space;
mod wide;
mod within;

use std::ops::Range;

pub(super) use comma::comma;
pub(super) use going_on::continued;
pub(super) use list::list;
pub use list::quoted;
pub(super) use space::{after_colon, is_odd_space, tab_below};
pub(super) use wide::wide;
pub(super) use within::{colon, within};

use super::crooked;
use super::line::{
    BULLETS, bullet, indent_of, is_blank, is_entry, is_item, is_row, line_at, line_start, own_and_above,
    starts,
};
use super::tree::{TreeError, TreeErrorKind};

/// A line out of line, or a dash that is none, at which a parser stumbles at byte `at`.
pub(super) fn layout(text: &str, at: usize) -> Option<TreeError> {
    let found = dash(text, at).or_else(|| semicolon(text, at)).or_else(|| crooked::line(text, at, 1));
    let found = found.or_else(|| outside(text, at)).or_else(|| crooked::line(text, at, usize::MAX));
    found.or_else(|| indent(text, at))
}

/// The rows of a table at the line of byte `at`, or right above it.
pub(super) fn rows(text: &str, at: usize) -> Option<TreeError> {
    let own = line_start(text, at);
    let lines: Vec<usize> = starts(text).collect();
    let nth = lines.iter().position(|it| *it == own)?;
    let is_row_at = |nth: &usize| lines.get(*nth).is_some_and(|it| is_row(line_at(text, *it)));
    let last = [Some(nth), nth.checked_sub(1)].into_iter().flatten().find(is_row_at)?;
    let first = (0..=last).rev().take_while(is_row_at).last()?;
    let last = (last..lines.len()).take_while(is_row_at).last()?;
    let start = lines[first] + indent_of(line_at(text, lines[first]));
    let end = lines[last] + line_at(text, lines[last]).trim_end().len();
    Some(TreeError { span: start..end, kind: TreeErrorKind::Rows })
}

/// A bracket or quote that is still open where, by their indentation, lines begin that cannot be in
/// it; `info` are the words of the parser that stumbles at byte `at`.
pub(super) fn unclosed(text: &str, at: usize, info: &str) -> Option<TreeError> {
    let is_said = info.starts_with("unclosed") || info.starts_with("mismatched");
    let found = |it: usize| Some(TreeError { span: it..it + 1, kind: TreeErrorKind::Unclosed });
    if is_said && text[at..].starts_with(['[', '{', '"', '\'']) {
        return found(at);
    }
    let opener = Openers::up_to(text, if is_said { text.len() } else { at }).last()?;
    let own = line_start(text, opener);
    let indent = indent_of(line_at(text, own));
    let mut lines = starts(text).filter(|it| own < *it && *it <= at).map(|it| line_at(text, it));
    let is_left = lines.any(|line| is_entry(line) && indent_of(line) <= indent);
    (is_said || is_left || text[at..].trim().is_empty()).then(|| found(opener)).flatten()
}

/// What is open at a place, as far as it can be told without a parser.
struct Openers {
    brackets: Vec<usize>,
    quote: Option<usize>,
    /// Of several lines, with its end.
    closed: Option<(usize, usize)>,
}

impl Openers {
    fn up_to(text: &str, at: usize) -> Openers {
        let mut open = Openers { brackets: Vec::new(), quote: None, closed: None };
        // Something begins here: after a sign, or where a line begins.
        let (mut begins, mut was_space, mut skip) = (true, true, false);
        let mut signs = text.char_indices().take_while(|it| it.0 < at).peekable();
        while let Some((place, c)) = signs.next() {
            if skip {
                (skip, begins, was_space) = (c != '\n', true, true);
                continue;
            }
            if let Some(start) = open.quote {
                let quote = text.as_bytes()[start];
                if c == '\\' && quote == b'"' {
                    signs.next();
                } else if c == char::from(quote) {
                    if quote == b'\'' && signs.next_if(|it| it.1 == '\'').is_some() {
                        continue;
                    }
                    open.quote = None;
                    let is_long = text[start..place].contains('\n');
                    open.closed = is_long.then_some((start, place)).or(open.closed);
                    (begins, was_space) = (false, false);
                }
                continue;
            }
            match c {
                '#' if was_space => skip = true,
                '"' | '\'' if begins => open.quote = Some(place),
                '[' | '{' if begins => open.brackets.push(place),
                ']' | '}' => drop(open.brackets.pop()),
                _ => {}
            }
            let is_sign = matches!(c, '[' | '{' | '\n') || (c == ',' && !open.brackets.is_empty());
            begins = is_sign || (c == ' ' && (begins || text[..place].ends_with([':', '-'])));
            was_space = c.is_whitespace();
        }
        let line = line_start(text, at);
        open.closed = open.closed.filter(|(_, end)| line <= *end);
        open
    }

    /// The one that was opened last.
    fn last(&self) -> Option<usize> {
        let closed = self.closed.map(|(start, _)| start);
        self.quote.or(closed).or_else(|| self.brackets.last().copied())
    }
}

/// A list item whose dash is another sign, or has no space after it: on the line of byte `at` or above.
fn dash(text: &str, at: usize) -> Option<TreeError> {
    let own = line_start(text, at);
    own_and_above(text, at).find_map(|start| {
        let line = line_at(text, start);
        let item = line.trim_start_matches([' ', '\u{feff}']);
        let place = start + line.len() - item.len();
        let sign = bullet(item);
        let rest = &item[sign.len()..];
        // The last two are bullets of Markdown.
        let is_other = sign.starts_with(|it| BULLETS.contains(&it) || matches!(it, '*' | '+'));
        let is_tight = sign == "-" && rest.starts_with(|c: char| c.is_alphabetic() || matches!(c, '{' | '"'));
        let is_numbered = sign.starts_with(|it: char| it.is_ascii_digit());
        // Items with their dashes follow.
        let is_bare = item.starts_with('{') && start != own && is_item(line_at(text, own));
        (is_other && rest.starts_with(' ') || is_tight || is_numbered || is_bare)
            .then(|| TreeError { span: place..place + sign.len().max(1), kind: TreeErrorKind::Dash })
    })
}

/// With which a line below could be in line, and in which column: what stands behind the dash of an
/// item, and the line itself.
fn parts(line: &str) -> Vec<(usize, &str)> {
    let indent = indent_of(line);
    let behind = line[indent..].strip_prefix("- ").map(|it| it.trim_start_matches(' '));
    let behind = behind.filter(|it| is_entry(it)).map(|it| (line.len() - it.len(), it));
    behind.into_iter().chain([(indent, line)]).collect()
}

/// A semicolon between the keys of a map in one line, right before the key at whose colon byte `at` is.
fn semicolon(text: &str, at: usize) -> Option<TreeError> {
    let own = line_start(text, at);
    let (before, key) = text[own..at].rsplit_once(';')?;
    let is_key =
        !key.trim().is_empty() && key.trim().bytes().all(|it| it.is_ascii_alphanumeric() || it == b'_');
    let sign = own + before.len();
    let is_within = before.contains('{') && text[at..].starts_with(':');
    (is_key && is_within).then(|| TreeError { span: sign..sign + 1, kind: TreeErrorKind::Semicolon })
}

/// The bracket behind the key of a line, or nothing; `None` for lines that no map begins in.
pub(super) fn opening(line: &str) -> Option<&str> {
    let rest = line.split_once(':').filter(|_| is_entry(line) && !is_item(line))?.1.trim();
    let rest = if rest.starts_with('#') { "" } else { rest };
    (rest.is_empty() || rest.starts_with('{')).then(|| &rest[..rest.len().min(1)])
}

/// A line above that of byte `at` that opens as it does, but stands beside the map where both belong:
/// right below the key of that map, or below entries that are in line with byte `at`.
fn outside(text: &str, at: usize) -> Option<TreeError> {
    let own = line_start(text, at);
    let (line, indent) = (line_at(text, own), indent_of(line_at(text, own)));
    let own_opening = opening(line)?;
    let above: Vec<usize> = starts(text).take_while(|it| *it < own).collect();
    let mut above = above.into_iter().rev().filter(|it| !is_blank(line_at(text, *it)));
    let stray = above.find(|it| indent_of(line_at(text, *it)) < indent)?;
    let column = indent_of(line_at(text, stray));
    if opening(line_at(text, stray)) != Some(own_opening) {
        return None;
    }
    let before = above.find(|it| indent_of(line_at(text, *it)) <= indent)?;
    let of = match indent_of(line_at(text, before)) {
        it if it == column => before,
        it if it == indent && opening(line_at(text, before)) == Some(own_opening) => {
            above.find(|it| indent_of(line_at(text, *it)) == column)?
        }
        _ => return None,
    };
    let is_hollow = opening(line_at(text, of)) == Some("");
    let span = stray + column..stray + column + 1;
    let kind = TreeErrorKind::Outside { of: of + column, by: indent };
    is_hollow.then_some(TreeError { span, kind })
}

/// Of the lines above that which begins at byte `own`, those that are less indented than all between:
/// where each begins, its column, and what begins there.
pub(super) fn levels(text: &str, own: usize) -> Vec<(usize, usize, &str)> {
    let mut above: Vec<usize> = starts(text).take_while(|it| *it < own).collect();
    above.reverse();
    let mut least = usize::MAX;
    let mut levels = Vec::new();
    for start in above {
        let line = line_at(text, start);
        for (column, rest) in parts(line).into_iter().filter(|_| !is_blank(line)) {
            if column < least {
                least = column;
                levels.push((start, column, rest));
            }
        }
    }
    levels
}

/// The line of byte `at`, if it begins between the lines with which it could be in line.
fn indent(text: &str, at: usize) -> Option<TreeError> {
    let own = line_start(text, at);
    let line = line_at(text, own);
    let begins = own + indent_of(line);
    let colon = line.find(':').map_or(begins, |it| own + it);
    if !is_entry(line) || at != begins && at != colon {
        return None;
    }
    let levels = levels(text, own);
    let own_indent = indent_of(line);
    let fits = |it: &&(usize, usize, &str)| is_entry(it.2) && is_item(it.2) == is_item(line);
    if levels.iter().filter(fits).any(|it| it.1 == own_indent) {
        return None;
    }
    let (start, column, _) = levels.iter().filter(fits).min_by_key(|it| it.1.abs_diff(own_indent))?;
    let kind = TreeErrorKind::Indent { like: start + column };
    // The whole indentation, or the sign that has none.
    let span: Range<usize> = if own_indent == 0 { begins..begins + 1 } else { own..begins };
    Some(TreeError { span, kind })
}

#[cfg(test)]
mod tests {
    use crate::source::tree::parse;

    /// The bytes that are pointed at, their line, and why.
    fn said(text: &str) -> String {
        let error = parse(text, 0..text.len()).expect_err(text);
        let line = 1 + text[..error.span.start].matches('\n').count();
        format!("{line} {:?} {:?}", &text[error.span], error.kind)
    }

    #[test]
    fn what_was_not_closed_was_told_where_the_parser_gave_up() {
        for (text, expected) in [
            ("a: {b: c, d: e\nf:\n  - g\n", "1 \"{\" Unclosed"),
            ("a:\n  - {b: c\n  - {d: e}\nf: g\n", "2 \"{\" Unclosed"),
            ("legal: [luat\nsources:\n  a: b\n", "1 \"[\" Unclosed"),
            ("x: y\nlegal: [luat, b\n", "2 \"[\" Unclosed"),
            ("a: \"b.\nc: d\ne: {f: \"g\", h: i}\n", "1 \"\\\"\" Unclosed"),
            ("a: 'b.\nc: d\n", "1 \"'\" Unclosed"),
            ("a: [b, {c: d]\ne: f\n", "1 \"{\" Unclosed"),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
        // Over several lines, closed, and wrong for another reason.
        for text in ["a: [\n  b, \"c\" d,\n]\ne: f\n", "a: {\n  b: c: d\n}\n"] {
            assert!(!said(text).contains("Unclosed"), "{text}: {}", said(text));
        }
    }

    #[test]
    fn a_line_out_of_line_was_told_in_the_words_of_the_parser() {
        for (text, expected) in [
            ("a: b\n c: d\n", "2 \" \" Indent { like: 0 }"),
            ("a:\n  - {b: c}\n    - {d: e}\n", "3 \"    \" Indent { like: 5 }"),
            ("a:\n  - {b: c}\n - {d: e}\nf: g\n", "3 \" \" Indent { like: 5 }"),
            ("a:\n  b: c\n   d: e\n", "3 \"   \" Indent { like: 5 }"),
            ("a:\n  b: c\n d: e\n", "3 \" \" Indent { like: 5 }"),
            ("a:\n  - b: c\n     d: e\n", "3 \"     \" Indent { like: 7 }"),
            ("a:\n  - b: c\n   d: e\nf: g\n", "3 \"   \" Indent { like: 7 }"),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }

    #[test]
    fn a_line_beside_the_map_where_it_belongs_was_told_to_be_the_one_below() {
        for (text, expected) in [
            ("a:\nb:\n    c: d\n  e:\n    c: d\n", "2 \"b\" Outside { of: 0, by: 2 }"),
            ("a:\nb: {c: d}\n  e: {c: d}\n", "2 \"b\" Outside { of: 0, by: 2 }"),
            (
                "x: y\na:\n  b:\n    c: d\n\ne:\n    c: d\n  f:\n    c: d\n",
                "6 \"e\" Outside { of: 5, by: 2 }",
            ),
            ("a:\n  b: {c: d}\ne: {c: d}\n  f: {c: d}\n", "3 \"e\" Outside { of: 0, by: 2 }"),
            // What is below is the odd one.
            ("a:\n  b: c\nd: e\n  f: g\n", "4 \"  \" Indent { like: 10 }"),
            ("a: b\nc: {d: e}\n  f: {d: e}\n", "3 \"  \" Indent { like: 5 }"),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }

    #[test]
    fn rows_of_a_spreadsheet_were_told_in_the_words_of_the_parser() {
        for (text, expected) in [
            ("a:\n1 pha\t5 ngày\n3 pha\t7 ngày\nb: c\n", "2 \"1 pha\\t5 ngày\\n3 pha\\t7 ngày\" Rows"),
            ("a:\n  - {b: c}\n  1 pha\t5\t6\nd: e\n", "3 \"1 pha\\t5\\t6\" Rows"),
            ("a: {b: c}\r\ngiay-a\tGiấy A\r\n", "2 \"giay-a\\tGiấy A\" Rows"),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
        for text in ["a: b\n- c:\td\n", "a: b\nc\t\nd: e\n"] {
            assert!(!said(text).contains("Rows"), "{text}: {}", said(text));
        }
    }

    #[test]
    fn a_dash_that_is_none_was_told_a_line_below() {
        for (text, expected) in [
            ("a:\n  • {b: c}\n  - {d: e}\n", "2 \"•\" Dash"),
            ("a:\n  ➢ {b: c}\n  - {d: e}\n", "2 \"➢\" Dash"),
            ("a:\n  – {b: c}\n  - {d: e}\n", "2 \"–\" Dash"),
            ("a:\n  -{b: c, d: e}\nf: g\n", "2 \"-\" Dash"),
            ("a:\n  1. b\n  - {c: d}\n", "2 \"1.\" Dash"),
            ("a:\n  {b: c}\n  - {d: e}\n", "2 \"{\" Dash"),
            ("a:\n  - {b: c; d: e}\n", "2 \";\" Semicolon"),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }
}
