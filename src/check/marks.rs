//! HTML and Markdown in values, which are shown as they stand.

use std::ops::Range;

use memchr::{memchr3_iter, memmem};

use super::note;
use super::rules::marks_in_text;
use crate::diagnostic::Diagnostic;
use crate::source::SourceFile;
use crate::source::tree::Node;

/// What a browser or a word processor puts on the clipboard; other words between `<` and `>` are meant.
const TAGS: [&str; 24] = [
    "a", "b", "br", "div", "em", "font", "h1", "h2", "h3", "h4", "hr", "i", "img", "li", "ol", "p", "span",
    "strong", "sub", "sup", "table", "td", "tr", "ul",
];

/// The first mark in each value that has any.
pub(super) fn shown(source: &SourceFile, tree: &Node<'_>) -> Vec<Diagnostic> {
    let text = source.text.as_ref();
    let mut found = Vec::new();
    // Nearly no file has one.
    let mut signs = memchr3_iter(b'<', b'&', b'*', text.as_bytes());
    let has_link = || memmem::find(text.as_bytes(), b"](").is_some();
    if !signs.any(|at| mark_at(text, at).is_some()) && !has_link() {
        return found;
    }
    tree.each_scalar(&mut |node| {
        let written = &text[node.span.clone()];
        if let Some(mark) = (0..written.len()).find_map(|at| mark_at(written, at)) {
            let words = marks_in_text::words(&written[mark.clone()]);
            let span = node.span.start + mark.start..node.span.start + mark.end;
            found.push(note(source, &marks_in_text::RULE, Some(span), words));
        }
    });
    found
}

/// Looks no further than to what cannot be within a mark, for a text may be nothing but its signs.
fn mark_at(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let length = match rest.as_bytes().first()? {
        b'<' => tag(rest),
        b'&' => entity(rest),
        b'*' => bold(rest),
        b'[' => link(rest),
        _ => None,
    };
    length.map(|length| at..at + length)
}

fn tag(rest: &str) -> Option<usize> {
    let inner = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
    let name = inner.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let end = 1 + rest[1..].find(['>', '<', '\n'])?;
    let is_tag = || TAGS.iter().any(|it| it.eq_ignore_ascii_case(name));
    (rest[end..].starts_with('>') && is_tag()).then_some(end + 1)
}

fn entity(rest: &str) -> Option<usize> {
    let end = rest[1..].find(|c: char| c != '#' && !c.is_ascii_alphanumeric())?;
    let name = rest[1 + end..].starts_with(';').then(|| &rest[1..=end])?;
    let is_number = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_alphanumeric());
    let is_name = (2..=6).contains(&name.len()) && name.bytes().all(|it| it.is_ascii_lowercase());
    (is_name || name.strip_prefix('#').is_some_and(is_number)).then_some(name.len() + 2)
}

fn bold(rest: &str) -> Option<usize> {
    let (inner, _) = rest.strip_prefix("**")?.split_once("**")?;
    (!inner.is_empty() && inner.trim() == inner && !inner.contains('\n')).then_some(inner.len() + 4)
}

fn link(rest: &str) -> Option<usize> {
    let (label, behind) = rest[1..].split_at(rest[1..].find(['[', ']', '\n'])?);
    let behind = behind.strip_prefix("](")?;
    let address = &behind[..behind.find(|c: char| c.is_whitespace() || matches!(c, ')' | '['))?];
    let is_one = behind[address.len()..].starts_with(')') && address.contains(['/', '#', '@', '.']);
    is_one.then_some(label.len() + address.len() + 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_signs_that_are_meant() {
        for (text, expected) in [
            ("Xem <b>kỹ</b>", Some("<b>")),
            ("<P style=\"x\">Một", Some("<P style=\"x\">")),
            ("Một</p>", Some("</p>")),
            ("Một<br/>Hai", Some("<br/>")),
            ("Ghi <tên khách hàng> vào ô", None),
            ("dưới < 40 kW và > 10 kW", None),
            ("U<b", None),
            ("Một&nbsp;Hai", Some("&nbsp;")),
            ("A &#38; B", Some("&#38;")),
            ("https://vi-du.vn/?a=1&b=2;c", None),
            ("A & B; C", None),
            ("Xem **kỹ** đã", Some("**kỹ**")),
            ("2 ** 3 ** 4", None),
            ("**", None),
            ("Xem [trang này](https://vi-du.vn)", Some("[trang này](https://vi-du.vn)")),
            ("[1](khoản 2)", None),
            ("[]", None),
            ("[a [trang này](https://vi-du.vn)", Some("[trang này](https://vi-du.vn)")),
            ("a < b <b>", Some("<b>")),
            ("A &amp B;", None),
            ("", None),
        ] {
            let found = (0..text.len()).find_map(|at| mark_at(text, at));
            assert_eq!(found.map(|it| &text[it]), expected, "{text}");
        }
    }
}
