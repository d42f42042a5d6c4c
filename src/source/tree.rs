//! YAML in, a tree whose every key and value knows its bytes out.
//!
//! - Aliases, anchors and tags are refused: a record says what it says, and no
//!   file can grow when it is read.
//! - Depth, bytes and nodes are bounded, and the tree is built without recursion, so that no
//!   input can exhaust the stack.
//! - A scalar stays text as typed; what it means is for the reader of the field to say.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, Span};
use memchr::memchr;

use super::line::{indent_of, line_from};
use super::{stumble, usual};

/// Lists and maps within each other.
pub const MAX_DEPTH: usize = 64;
/// Keys and values in one file.
pub const MAX_NODES: usize = 2_000_000;
/// Bytes of one file.
pub const MAX_BYTES: usize = 32 << 20;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node<'t> {
    /// Bytes of the file; of a block map, from its first key to the end of its last value.
    pub span: Range<usize>,
    pub value: Value<'t>,
}

/// Text that the file has as it means is borrowed from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'t> {
    /// Nothing, `~` or `null`.
    Null,
    Scalar(Cow<'t, str>),
    List(Vec<Node<'t>>),
    /// As written: a key may stand here twice.
    Map(Vec<Entry<'t>>),
}

impl Value<'_> {
    /// Asked of every entry; to compare it would be a call.
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'t> {
    pub key: Cow<'t, str>,
    pub key_span: Range<usize>,
    pub value: Node<'t>,
}

impl<'t> Node<'t> {
    /// Calls `found` with each scalar in it, in the order of the file, but for those below keys of
    /// one's own (`x_`): what they hold is nobody's business.
    pub fn each_scalar(&self, found: &mut impl FnMut(&Node<'t>)) {
        match &self.value {
            Value::Null => {}
            Value::Scalar(_) => found(self),
            Value::List(items) => items.iter().for_each(|it| it.each_scalar(found)),
            Value::Map(entries) => {
                let known = entries.iter().filter(|it| !it.key.starts_with("x_"));
                known.for_each(|it| it.value.each_scalar(found));
            }
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreeError {
    pub span: Range<usize>,
    pub kind: TreeErrorKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TreeErrorKind {
    /// The parser's own words, in English.
    Syntax(String),
    /// A tab where a line is indented.
    Tab,
    /// A space that YAML does not count as one, where a line is indented or after a colon.
    OddSpace,
    /// A key without a colon, or without a space after it.
    NoColon,
    /// Words that go on from the line above and are not indented: the first of them.
    Continued,
    /// A bracket or a quote that nobody closed.
    Unclosed,
    /// The sign of a list's item is none, or has no space behind it.
    Dash,
    /// What belongs into a list and cannot be read as one: all that is to be typed anew.
    List,
    /// Signs of another keyboard that only look like those of YAML.
    Wide,
    /// Cells with tabs between them, from a spreadsheet: all rows that stand together.
    Rows,
    /// What has no comma before it, between brackets.
    Comma,
    /// A semicolon where a comma parts the keys of a map.
    Semicolon,
    /// A line that is in line with no other; it would be with what begins at byte `like`.
    Indent {
        like: usize,
    },
    /// A line that belongs into the map under the key at byte `of`, `by` spaces deep, and is beside it.
    Outside {
        of: usize,
        by: usize,
    },
    /// A text whose second quote is missing, in a line with others.
    OpenQuote,
    /// Text that is something else to YAML as long as it has no quotes.
    Unquoted,
    /// `&name`, `*name`.
    Anchor,
    /// `!tag`
    Tag,
    /// A list or a map where a key should be.
    Key,
    /// A second document after `---`.
    SecondDocument,
    TooDeep,
    TooLarge,
}

/// A collection that is not closed yet.
struct Open<'t> {
    start: usize,
    items: Items<'t>,
}

enum Items<'t> {
    List(Vec<Node<'t>>),
    Map(Vec<Entry<'t>>, Option<(Cow<'t, str>, Range<usize>)>),
}

/// Reads `text[range]`; all spans count from the start of `text`. Nothing at all is [`Value::Null`].
pub fn parse(text: &str, range: Range<usize>) -> Result<Node<'_>, TreeError> {
    let base = range.start + if text[range.clone()].starts_with('\u{feff}') { 3 } else { 0 };
    let yaml = &text[base..range.end];
    let fail = |span: Range<usize>, kind| Err(TreeError { span, kind });
    if MAX_BYTES < yaml.len() {
        return fail(base..base, TreeErrorKind::TooLarge);
    }
    if let Some(at) = memchr(0, yaml.as_bytes()) {
        return fail(base + at..base + at + 1, TreeErrorKind::Syntax("a NUL character".to_owned()));
    }
    match usual::read(text, base..range.end) {
        Some(node) => Ok(node),
        None => parse_any(text, base, yaml),
    }
}

/// All of YAML that is allowed; `yaml` starts at byte `base` of `text`.
pub(super) fn parse_any<'t>(text: &'t str, base: usize, yaml: &'t str) -> Result<Node<'t>, TreeError> {
    let fail = |span: Range<usize>, kind| Err(TreeError { span, kind });
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut root: Option<Node<'_>> = None;
    let mut nodes = 0;
    let mut read = base;
    for event in Parser::new_from_str(yaml) {
        let (event, span) = match event {
            Ok(it) => it,
            Err(error) => {
                let at = base + error.marker().byte_offset().unwrap_or(0).min(yaml.len());
                return Err(syntax_error(text, at, &error.info()));
            }
        };
        let bytes = bytes_of(&span, base);
        let before = read..bytes.start;
        // The span of a start of a document that is not written is that of what comes after it.
        if !matches!(event, Event::Comment(..) | Event::DocumentStart(false, _)) {
            read = bytes.end;
        }
        match event {
            Event::Alias(_) | Event::UnresolvedAlias(_) => return fail(bytes, TreeErrorKind::Anchor),
            Event::Scalar(_, _, anchor, _)
            | Event::SequenceStart(_, anchor, _)
            | Event::MappingStart(_, anchor, _)
                if anchor != 0 =>
            {
                return fail(property(text, before, '&'), TreeErrorKind::Anchor);
            }
            Event::Scalar(_, _, _, Some(_))
            | Event::SequenceStart(_, _, Some(_))
            | Event::MappingStart(_, _, Some(_)) => {
                return fail(property(text, before, '!'), TreeErrorKind::Tag);
            }
            Event::DocumentStart(..) if root.is_some() => return fail(bytes, TreeErrorKind::SecondDocument),
            Event::Scalar(scalar, style, ..) => {
                nodes += 1;
                let plain = style == ScalarStyle::Plain;
                let key = matches!(open.last(), Some(Open { items: Items::Map(_, None), .. }));
                let value = if !key && plain && matches!(scalar.as_ref(), "" | "~" | "null") {
                    Value::Null
                } else {
                    Value::Scalar(scalar)
                };
                let span = trimmed(text, bytes);
                place(&mut open, &mut root, Node { span, value })?;
            }
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                nodes += 1;
                if open.len() == MAX_DEPTH {
                    return fail(bytes, TreeErrorKind::TooDeep);
                }
                let items = match event {
                    Event::SequenceStart(..) => Items::List(Vec::new()),
                    _ => Items::Map(Vec::new(), None),
                };
                open.push(Open { start: bytes.start, items });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let Some(Open { start, items }) = open.pop() else { continue };
                let value = match items {
                    Items::List(list) => Value::List(list),
                    Items::Map(entries, _) => Value::Map(entries),
                };
                let node = Node { span: collection_span(text, start, bytes.end, &value), value };
                place(&mut open, &mut root, node)?;
            }
            _ => {}
        }
        if MAX_NODES < nodes {
            return fail(base..base, TreeErrorKind::TooLarge);
        }
    }
    Ok(root.unwrap_or(Node { span: base..base, value: Value::Null }))
}

fn place<'t>(open: &mut [Open<'t>], root: &mut Option<Node<'t>>, node: Node<'t>) -> Result<(), TreeError> {
    match open.last_mut().map(|it| &mut it.items) {
        None => *root = Some(node),
        Some(Items::List(list)) => list.push(node),
        Some(Items::Map(entries, waiting)) => match waiting.take() {
            Some((key, key_span)) => entries.push(Entry { key, key_span, value: node }),
            None => match node.value {
                Value::Scalar(key) => match key.chars().next().filter(|it| stumble::is_odd_space(*it)) {
                    Some(space) => {
                        let span = node.span.start..node.span.start + space.len_utf8();
                        return Err(TreeError { span, kind: TreeErrorKind::OddSpace });
                    }
                    None => *waiting = Some((key, node.span)),
                },
                _ => return Err(TreeError { span: node.span, kind: TreeErrorKind::Key }),
            },
        },
    }
    Ok(())
}

fn bytes_of(span: &Span, base: usize) -> Range<usize> {
    let range = span.byte_range().unwrap_or(0..0);
    base + range.start..base + range.end
}

/// The anchor or tag of a node, whose own bytes the parser gives: it stands `before` them, after
/// whatever was read last, perhaps with comments around it.
fn property(text: &str, before: Range<usize>, sign: char) -> Range<usize> {
    let mut at = before.start;
    let mut is_word_start = true;
    while let Some(c) = text.get(at..before.end).and_then(|it| it.chars().next()) {
        let ends = |c: char| c.is_whitespace() || matches!(c, ',' | '[' | ']' | '{' | '}');
        if is_word_start && c == sign {
            let verbatim = text[at..].starts_with("!<");
            let length = if verbatim { text[at..].find('>').map(|it| it + 1) } else { text[at..].find(ends) };
            return at..length.map_or(text.len(), |it| at + it);
        }
        let comment = is_word_start && c == '#';
        at += if comment { text[at..].find(['\n', '\r']).unwrap_or(text.len() - at) } else { c.len_utf8() };
        is_word_start = ends(c);
    }
    before
}

/// Without the white space that a plain or block scalar's span may end with.
fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    match text.get(span.clone()) {
        Some(it) => span.start..span.start + it.trim_end_matches([' ', '\t', '\r', '\n']).len(),
        None => span,
    }
}

/// A block collection's last event lies after the blank lines and comments that follow it.
fn collection_span(text: &str, start: usize, end: usize, value: &Value<'_>) -> Range<usize> {
    if matches!(text.as_bytes().get(start), Some(b'[' | b'{')) && start < end {
        return start..end;
    }
    let (first, last) = match value {
        Value::List(list) => (None, list.last().map(|it| it.span.end)),
        Value::Map(entries) => (
            entries.first().map(|it| it.key_span.start),
            entries.last().map(|it| it.value.span.end.max(it.key_span.end)),
        ),
        _ => (None, None),
    };
    let start = first.map_or(start, |first| first.min(start.max(first)));
    start..last.unwrap_or(end).max(start)
}

fn syntax_error(text: &str, at: usize, info: &str) -> TreeError {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let line = text[..at].rfind(['\n', '\r']).map_or(0, |it| it + 1);
    let indent: &str = &text[line..];
    let indent = &indent
        [..indent.len() - indent.trim_start_matches(|c| " \t".contains(c) || stumble::is_odd_space(c)).len()];
    if let Some(tab) = indent.find('\t') {
        return TreeError { span: line + tab..line + tab + 1, kind: TreeErrorKind::Tab };
    }
    if let Some(tab) = stumble::tab_below(text, at, info) {
        return TreeError { span: tab..tab + 1, kind: TreeErrorKind::Tab };
    }
    if let Some((at, space)) = indent.char_indices().find(|it| stumble::is_odd_space(it.1)) {
        return TreeError { span: line + at..line + at + space.len_utf8(), kind: TreeErrorKind::OddSpace };
    }
    if let Some(error) = stumble::after_colon(text, line) {
        return error;
    }
    let found = stumble::rows(text, at).or_else(|| stumble::unclosed(text, at, info));
    let found = found.or_else(|| stumble::wide(text, at)).or_else(|| stumble::comma(text, at, info));
    let found = found.or_else(|| stumble::list(text, at, info)).or_else(|| stumble::within(text, at, info));
    if let Some(error) = found.or_else(|| stumble::continued(text, line, info)) {
        return error;
    }
    let is_of_colon = info.contains("':'") || info.starts_with("mapping values");
    if let Some(span) = key_without_colon(text, line).filter(|_| is_of_colon) {
        return TreeError { span, kind: TreeErrorKind::NoColon };
    }
    if let Some(error) = stumble::layout(text, at) {
        return error;
    }
    if let Some(span) = unquoted(text, line, at, info) {
        return TreeError { span, kind: TreeErrorKind::Unquoted };
    }
    if let Some(error) = stumble::colon(text, at) {
        return error;
    }
    let length = text[at..].chars().next().filter(|c| !c.is_control()).map_or(0, char::len_utf8);
    TreeError { span: at..at + length, kind: TreeErrorKind::Syntax(info.to_owned()) }
}

/// The key of the line that begins at byte `line`, or of the one before it, whose value would be
/// text if the parser went on: it then stumbles over the next colon.
fn key_without_colon(text: &str, line: usize) -> Option<Range<usize>> {
    let own = text[line..].lines().next().unwrap_or_default();
    let before = text[..line].trim_end_matches(['\n', '\r']);
    let start = before.rfind(['\n', '\r']).map_or(0, |it| it + 1);
    let key = |it: &str| {
        let word = it.trim_start_matches(' ');
        let end = word.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-')?;
        let has_key = word.contains(": ") || word.contains(":\t") || word.trim_end().ends_with(':');
        let usual = word.starts_with(|c: char| c.is_ascii_lowercase()) && !has_key;
        usual.then(|| indent_of(it)..indent_of(it) + end)
    };
    let at = |from: usize, it: Range<usize>| from + it.start..from + it.end;
    if let Some(it) = key(own) {
        return Some(at(line, it));
    }
    let before = before[start..].trim_start_matches('\u{feff}');
    let start = text[..line].trim_end_matches(['\n', '\r']).len() - before.len();
    key(before).filter(|_| indent_of(before) == indent_of(own)).map(|it| at(start, it))
}

/// The value at byte `at` of the line that begins at byte `line`, if it would be text in quotes.
fn unquoted(text: &str, line: usize, at: usize, info: &str) -> Option<Range<usize>> {
    let own = line_from(text, line).split(" #").next()?.trim_end();
    let mut value = own.trim_start_matches(['\u{feff}', ' ']);
    let is_item = value.starts_with("- ");
    while let Some(item) = value.strip_prefix("- ") {
        value = item.trim_start_matches(' ');
    }
    let is_key = |it: &str| it.bytes().all(|it| it.is_ascii_alphanumeric() || b"_-".contains(&it));
    match value.split_once(": ").filter(|it| !it.0.is_empty() && is_key(it.0)) {
        Some((_, rest)) => value = rest.trim_start_matches(' '),
        None if !is_item => return None,
        None => {}
    }
    let span = line + own.len() - value.len()..line + own.len();
    let before = text.get(span.start..at)?.trim_end();
    let is_text = match value.chars().next()? {
        '@' | '`' | '%' | '*' | '&' | '|' | '>' => true,
        '"' | '\'' => info.contains("trailing content"),
        '[' => before.ends_with(']'),
        '{' => before.ends_with('}'),
        _ => info.starts_with("mapping values"),
    };
    (is_text && at < span.end).then_some(span)
}

#[cfg(test)]
mod tests;
