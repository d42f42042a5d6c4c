//! YAML as records are usually written, read in one pass.
//!
//! A YAML parser that knows all of the language spends a fifth of a build on maps, lists and
//! strings of one line. This reader knows only those. It gives exactly the tree that
//! [`parse`](super::tree::parse) gives, or nothing at all: whatever it is not sure of, every
//! mistake included, is left to the parser. See ADR 21.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr3};

use super::tree::{Entry, MAX_NODES, Node, Value};

/// Lists and maps within each other; a quarter of what the parser allows.
const DEPTH: usize = 16;
/// Bytes, of which a key or a value takes two with what stands between them: shorter files need no
/// counting of nodes.
const LENGTH: usize = 2 * MAX_NODES;
/// Bytes of a key; YAML itself stops at 1,024 characters.
const KEY: usize = 200;

/// The tree of `text[range]`, a map; `None` where the parser must look.
pub(super) fn read(text: &str, range: Range<usize>) -> Option<Node<'_>> {
    let reader = Reader { text, bytes: &text.as_bytes()[..range.end], at: range.start };
    reader.is_usual(range).then_some(reader)?.document()
}

struct Reader<'t> {
    text: &'t str,
    /// Up to the end of what is read.
    bytes: &'t [u8],
    at: usize,
}

impl<'t> Reader<'t> {
    /// Without tabs, other line ends than `\n` (U+2028 and U+2029 among them) and characters that
    /// YAML does not print.
    #[expect(clippy::needless_bitwise_bool, reason = "a branch would cost a fifth of a check")]
    fn is_usual(&self, range: Range<usize>) -> bool {
        let bytes = &self.bytes[range];
        // Both look at many bytes at a time, and so without a branch.
        let odd = |b: u8| ((b < b' ') & (b != b'\n')) | (b == 0x7f) | (b == 0xc2) | (b == 0xef);
        let ends_line = |a: u8, b: u8, c: u8| (a == 0xe2) & (b == 0x80) & (c & 0xfe == 0xa8);
        let [second, third] = [1, 2].map(|it| bytes.get(it..).unwrap_or_default());
        let triples = bytes.iter().zip(second).zip(third);
        bytes.len() < LENGTH
            && !bytes.iter().fold(false, |seen, b| seen | odd(*b))
            && !triples.fold(false, |seen, ((a, b), c)| seen | ends_line(*a, *b, *c))
    }

    fn document(mut self) -> Option<Node<'t>> {
        let indent = self.next_line()?;
        let map = (indent == 0).then(|| self.map(0, 0))??;
        (self.at == self.bytes.len()).then_some(map)
    }

    /// Goes to the first character of the next line that says something, and tells how far it is
    /// indented. `None` at the end.
    fn next_line(&mut self) -> Option<usize> {
        loop {
            let start = self.at;
            while self.peek() == Some(b' ') {
                self.at += 1;
            }
            match self.peek()? {
                b'\n' => self.at += 1,
                b'#' => self.skip_line(),
                _ => return Some(self.at - start),
            }
        }
    }

    /// As [`Reader::next_line`], but stays where it is; `None` also at the end.
    fn indent_ahead(&mut self) -> Option<usize> {
        let start = self.at;
        let indent = self.next_line();
        if indent.is_some() {
            self.at -= indent.unwrap_or(0);
        } else {
            self.at = start.max(self.at);
        }
        indent
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_line(&mut self) {
        let rest = &self.bytes[self.at..];
        self.at += memchr(b'\n', rest).map_or(rest.len(), |it| it + 1);
    }

    /// Only spaces and a comment may follow a value; goes to the next line.
    fn end_line(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
        match self.peek() {
            None => {}
            Some(b'\n') => self.at += 1,
            Some(b'#') if start < self.at => self.skip_line(),
            Some(_) => return None,
        }
        Some(())
    }

    /// From its first key, `indent` columns from the line's start.
    fn map(&mut self, indent: usize, depth: usize) -> Option<Node<'t>> {
        let mut entries: Vec<Entry<'t>> = Vec::with_capacity(4);
        if depth == DEPTH {
            return None;
        }
        loop {
            let (key, key_span) = self.key()?;
            let value = self.value(indent, depth)?;
            entries.push(Entry { key, key_span, value });
            if self.indent_ahead() != Some(indent) {
                break;
            }
            self.at += indent;
        }
        let span = entries.first()?.key_span.start..entries.last()?.value.span.end;
        Some(Node { span, value: Value::Map(entries) })
    }

    /// A key and its colon.
    fn key(&mut self) -> Option<(Cow<'t, str>, Range<usize>)> {
        let start = self.at;
        let (key, span) = match self.peek()? {
            b'"' | b'\'' => self.quoted()?,
            first if first.is_ascii_alphanumeric() || !first.is_ascii() => {
                let plain = |b: &u8| b.is_ascii_alphanumeric() || !b.is_ascii() || b"_-./ ".contains(b);
                let length = self.bytes[start..].iter().take_while(|it| plain(it)).count();
                self.at += length;
                (Cow::Borrowed(&self.text[start..self.at]), start..self.at)
            }
            _ => return None,
        };
        let usual = span.len() <= KEY && self.bytes[self.at - 1] != b' ' && self.peek() == Some(b':');
        self.at += 1;
        (usual && matches!(self.peek(), Some(b' ' | b'\n'))).then_some((key, span))
    }

    /// What follows a colon: on its line, or below it.
    fn value(&mut self, indent: usize, depth: usize) -> Option<Node<'t>> {
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
        let below = match self.peek()? {
            b'\n' => true,
            b'#' => self.bytes[self.at - 1] == b' ',
            _ => false,
        };
        if !below {
            return self.on_line(depth);
        }
        self.skip_line();
        let inner = self.indent_ahead()?;
        self.at += inner;
        if self.at_dash() {
            let mut list = (indent <= inner).then(|| self.list(inner, depth + 1))??;
            if let (true, Value::List(items)) = (indent == inner, &list.value) {
                // As the parser says it of a list that is not indented.
                list.span.start = items.first()?.span.start;
            }
            Some(list)
        } else {
            (indent < inner).then(|| self.map(inner, depth + 1))?
        }
    }

    fn at_dash(&self) -> bool {
        self.bytes[self.at..].starts_with(b"- ")
    }

    /// From its first dash, `indent` columns from the line's start.
    fn list(&mut self, indent: usize, depth: usize) -> Option<Node<'t>> {
        let start = self.at;
        let mut items: Vec<Node<'t>> = Vec::with_capacity(4);
        if depth == DEPTH {
            return None;
        }
        loop {
            let dash = self.at;
            self.at += 1;
            while self.peek() == Some(b' ') {
                self.at += 1;
            }
            items.push(match self.peek()? {
                b'{' | b'[' => self.on_line(depth)?,
                _ if self.starts_map() => self.map(indent + self.at - dash, depth + 1)?,
                _ => self.on_line(depth)?,
            });
            if self.indent_ahead() != Some(indent) {
                break;
            }
            self.at += indent;
            if !self.at_dash() {
                self.at -= indent;
                break;
            }
        }
        Some(Node { span: start..items.last()?.span.end, value: Value::List(items) })
    }

    /// Does `key: ` stand here?
    fn starts_map(&mut self) -> bool {
        let start = self.at;
        let found = self.key().is_some();
        self.at = start;
        found
    }

    /// A value that ends on its line, and the rest of the line.
    fn on_line(&mut self, depth: usize) -> Option<Node<'t>> {
        let node = match self.peek()? {
            b'[' | b'{' => self.flow(depth + 1)?,
            _ => self.scalar(false)?,
        };
        self.end_line()?;
        Some(node)
    }

    fn flow(&mut self, depth: usize) -> Option<Node<'t>> {
        let start = self.at;
        let is_list = self.peek()? == b'[';
        let close = if is_list { b']' } else { b'}' };
        let (mut items, mut entries) = (Vec::new(), Vec::new());
        if depth == DEPTH {
            return None;
        }
        self.at += 1;
        self.spaces();
        while self.peek()? != close || !items.is_empty() || !entries.is_empty() {
            let key = if is_list { None } else { Some(self.key()?) };
            self.spaces();
            let value = match self.peek()? {
                b'[' | b'{' => self.flow(depth + 1)?,
                _ => self.scalar(true)?,
            };
            match key {
                Some((key, key_span)) => entries.push(Entry { key, key_span, value }),
                None => items.push(value),
            }
            self.spaces();
            match self.peek()? {
                b',' => self.at += 1,
                it if it == close => break,
                _ => return None,
            }
            self.spaces();
        }
        self.at += 1;
        let value = if is_list { Value::List(items) } else { Value::Map(entries) };
        Some(Node { span: start..self.at, value })
    }

    fn spaces(&mut self) {
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
    }

    fn scalar(&mut self, in_flow: bool) -> Option<Node<'t>> {
        if let b'"' | b'\'' = self.peek()? {
            let (text, span) = self.quoted()?;
            return Some(Node { span, value: Value::Scalar(text) });
        }
        let start = self.at;
        if b"-?:,[]{}#&*!|>'\"%@`\n".contains(&self.peek()?) {
            return None;
        }
        let mut before = 0;
        while let Some(b) = self.peek() {
            match b {
                b'\n' => break,
                b'#' if before == b' ' => break,
                b':' if in_flow || matches!(self.bytes.get(self.at + 1), None | Some(b' ' | b'\n')) => {
                    return None;
                }
                b',' | b']' | b'}' if in_flow => break,
                b'[' | b'{' if in_flow => return None,
                _ => {}
            }
            before = b;
            self.at += 1;
        }
        while self.bytes[self.at - 1] == b' ' {
            self.at -= 1;
        }
        let span = start..self.at;
        let value = match &self.text[span.clone()] {
            "~" | "null" => Value::Null,
            text => Value::Scalar(Cow::Borrowed(text)),
        };
        Some(Node { span, value })
    }

    /// A string on one line that says nothing with `\` or a doubled quote.
    fn quoted(&mut self) -> Option<(Cow<'t, str>, Range<usize>)> {
        let start = self.at;
        let quote = self.peek()?;
        let rest = &self.bytes[start + 1..];
        let length = memchr3(quote, b'\n', b'\\', rest)?;
        self.at += length + 2;
        let usual = rest[length] == quote && self.peek() != Some(quote);
        usual.then(|| (Cow::Borrowed(&self.text[start + 1..start + 1 + length]), start..self.at))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tree::parse_any;
    use super::*;

    /// The parser's tree, if this reader gave one at all.
    #[track_caller]
    fn agrees(text: &str) -> bool {
        let read = read(text, 0..text.len());
        let is_usual = read.is_some();
        if let Some(read) = read {
            assert_eq!(parse_any(text, 0, text), Ok(read), "{text}");
        }
        is_usual
    }

    const RECORD: &str = "\
code: \"1.002904\" # a comment
title: Cấp điện mới: không
# between
online: {level: partial, reason: \"Cần đối chiếu\"}
audiences: [ca-nhan, 'ho kinh doanh', []]

terms:
  - {channel: counter, time: \"18 ngày\", fee: {}}
  - channel: online

    time: 9 ngày  # later
  -  so: ~
     list:
     - a
     - b: null
related:
    together: [\"1-183947\"]
    none: x
steps:
- a, b] c
- d
last: 2025-05-07";

    #[test]
    fn records_are_read() {
        let record = RECORD.replace(": không", "");
        assert!(agrees(&record));
        assert!(agrees(&format!("{record}\n")));
        assert!(!agrees(RECORD), "`a: b: c` is a mistake that the parser tells");
    }

    #[test]
    fn all_that_is_not_usual_is_left_to_the_parser() {
        for text in [
            "",
            "a",
            "- a\n",
            "a:\n",
            "a:\n\nb: 1\n",
            "a: &x 1\n",
            "a: *x\n",
            "a: !t 1\n",
            "a:\tb\n",
            "a: |\n  b\n",
            "a: >\n  b\n",
            "a: b\n  c\n",
            "a: \"b\n  c\"\n",
            "a: \"\\n\"\n",
            "a: 'b''c'\n",
            "a: [b,\n  c]\n",
            "a: [b,]\n",
            "a: {b}\n",
            "a: [b: c]\n",
            "a: {b:c}\n",
            "a: [b, c\n",
            "a: b]\nc: [d]]\n",
            "? a\n: b\n",
            "a: b\n---\nc: d\n",
            "---\na: b\n",
            "a: b\n...\n",
            "%YAML 1.2\n---\na: b\n",
            "a: - b\n",
            "a : b\n",
            " a: b\n",
            "a: b\n c: d\n",
            "a:\n    b: c\n  d: e\n",
            "a: b\r\nc: d\r\n",
            "a: \u{85}b\n",
            "a: b\u{2028}c\n",
            "a: @b\n",
            "a: `b\n",
            "a: \"b\" c\n",
            "a: \"b\"#c\n",
            "a: ''\n  b\n",
            "a:\n  - - b\n",
            "a:\n  -\n    b\n",
            "a: [\"b\":c]\n",
            "a: [b #c\n]\n",
            "a: \u{7f}\n",
            "a: {b: [c}]\n",
        ] {
            assert!(!agrees(text), "{text:?}");
        }
    }

    /// Records with something taken out or put in: what this reader still reads must be right.
    fn broken() -> impl Strategy<Value = String> {
        let edit = (any::<prop::sample::Index>(), 0..4usize, "[-a:,\\[\\]{}#&*!|>'\"%@` \n~?\\\\đ]{0,3}");
        prop::collection::vec(edit, 1..5).prop_map(|edits| {
            let mut text: Vec<char> = RECORD.replace(": không", "").chars().collect();
            for (place, taken, put) in edits {
                let from = place.index(text.len());
                let to = (from + taken).min(text.len());
                text.splice(from..to, put.chars());
                text.push('\n');
            }
            text.into_iter().collect()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn gives_the_tree_of_the_parser_or_none(text in broken()) {
            agrees(&text);
        }

        #[test]
        fn any_characters_give_the_tree_of_the_parser_or_none(value in "\\PC{0,12}", next in "[ -~\n]{0,20}") {
            agrees(&format!("a: {value}\nb: [x, {value}]\n  - {next}\n"));
            agrees(&format!("a:\n  - {value}\n  - {next}\n"));
            agrees(&format!("a: {value}\n{next}\n"));
            agrees(&format!("a: {{b: {value}, c: \"{next}\"}}\n"));
        }
    }
}
