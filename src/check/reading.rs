//! One file under the eye: reads nodes as values and notes each mistake at its bytes.
//!
//! A reader gives `None` when the node is no such value, and has then said so.

use std::borrow::Cow;
use std::ops::Range;

use super::ground::Ground;
use super::map::{Firsts, Map};
use super::meant;
use super::meant::map::{around, meant_map};
use super::mentions::Mentions;
use super::near::{as_id, near};
use super::rules::{
    REPEATED, bad_id, duplicate_key, empty_value, missing_key, unknown_value, wrong_kind, yaml_syntax,
};
use super::slips::cut::pieces;
use super::slips::misplaced::is_list_of;
use super::slips::pasted;
use super::slips::strange::Strange;
use crate::diagnostic::{Diagnostic, Rule, Words};
use crate::model::Id;
use crate::shape::{Key, Shape, Value as Inner};
use crate::source::line::is_row;
use crate::source::tree::{Entry, Node, Value};
use crate::source::{Lines, SourceFile};

pub(super) struct Reading<'a> {
    pub(super) source: &'a SourceFile,
    pub(super) ground: &'a Ground,
    pub(super) found: Vec<Diagnostic>,
    pub(super) mentions: Mentions,
    /// Keys that declare nothing in this file, though it names something of theirs; that is told once.
    pub(super) undeclared: Vec<&'static str>,
    /// What is odd in how something is written, and no reason to doubt what is read.
    pub(super) aside: Vec<Diagnostic>,
    /// Where texts of a starter stand.
    pub(super) starters: Vec<Range<usize>>,
    /// Keys that stand beside the map where they belong, with the first byte of that; it is told.
    pub(super) strays: Vec<(usize, &'static str)>,
    /// Every piece of the file is in normal form.
    pub(super) is_settled: bool,
    /// Where its lines are, for what names another one.
    pub(super) lines: Lines<'a>,
}

/// The key that a value alone is most likely of.
pub(super) fn main_key(shape: &Shape) -> Option<&'static str> {
    let likely = ["title", "name", "level", "text", "kind", "number", "note"];
    likely.into_iter().find(|it| shape.has(it))
}

/// In both languages.
pub(super) fn kind_of(value: &Value<'_>) -> [&'static str; 2] {
    match value {
        Value::Null => ["chỗ trống", "nothing"],
        Value::Scalar(_) => ["chữ", "text"],
        Value::List(_) => ["danh sách", "a list"],
        Value::Map(_) => ["nhóm khoá", "a map"],
    }
}

/// The words for a value that stands where a map belongs.
pub(super) fn no_map(value: &Value<'_>) -> [Words; 2] {
    let [vi, en] = kind_of(value);
    wrong_kind::words("nhóm khoá", "a map", vi, en)
}

impl<'a> Reading<'a> {
    pub(super) fn new(source: &'a SourceFile, ground: &'a Ground) -> Reading<'a> {
        Reading {
            source,
            ground,
            found: Vec::new(),
            mentions: Mentions::default(),
            undeclared: Vec::new(),
            aside: Vec::new(),
            starters: Vec::new(),
            strays: Vec::new(),
            is_settled: false,
            lines: Lines::new(source),
        }
    }

    pub(super) fn report(&mut self, rule: &'static Rule, span: Range<usize>, [message, help]: [Words; 2]) {
        let path = self.source.path.clone();
        self.found.push(Diagnostic { rule, path, span: Some(span), message, help });
    }

    /// Something else stands where a map belongs, and it is known which: `better`.
    pub(super) fn report_map(&mut self, node: &Node, better: &str) {
        let words = wrong_kind::words_of_better(no_map(&node.value), better);
        self.report(&wrong_kind::RULE, node.span.clone(), words);
    }

    /// `around` is what makes of a value what is expected.
    pub(super) fn wrong_kind(&mut self, node: &Node, expected: [&str; 2], around: Option<[String; 2]>) {
        // Of a key without a value its map tells; this is an item of a list.
        if node.value.is_null() {
            self.report(&empty_value::RULE, node.span.clone(), empty_value::words_of_item());
            return;
        }
        let span = self.first_line(node.span.clone());
        let written = &self.source.text[node.span.clone()];
        let is_scalar = matches!(node.value, Value::Scalar(_));
        if is_scalar && is_row(&self.source.text[span.clone()]) {
            let words = match pasted::paper(self.source, &span) {
                Some(paper) => {
                    let words = paper.words(None);
                    self.mentions.papers.push((paper, span.start));
                    words
                }
                None => pasted::words(&self.source.path, written),
            };
            self.report(&yaml_syntax::RULE, span, words);
            return;
        }
        let is_short = is_scalar && written.len() <= REPEATED;
        let around = around.filter(|_| is_short && !written.contains(['\n', '#', '{', '[', '|', '>']));
        let better = around.map(|[before, after]| {
            let is_map = before.starts_with('{');
            // A comma parts the items of a list, and would cut a value in a map.
            let quote = if is_map && written.contains(',') && !written.starts_with('"') { "\"" } else { "" };
            let written = if is_map { written.to_owned() } else { written.replace(';', ",") };
            format!("{before}{quote}{written}{quote}{after}")
        });
        let found = kind_of(&node.value);
        let words = wrong_kind::words(expected[0], expected[1], found[0], found[1]);
        let words = better.map_or(words.clone(), |it| wrong_kind::words_of_better(words, &it));
        self.report(&wrong_kind::RULE, span, words);
    }

    /// What of a long value is worth a caret.
    pub(super) fn first_line(&self, span: Range<usize>) -> Range<usize> {
        let line = self.source.text[span.clone()].find(['\n', '\r']).unwrap_or(span.len());
        span.start..span.start + line
    }

    /// A map with the keys of that shape, and any that begin with `x_`.
    pub(super) fn map<'n>(&mut self, node: &'n Node<'n>, shape: &'static Shape) -> Option<Map<'n>> {
        let Value::Map(entries) = &node.value else {
            self.report_no_map(node, shape);
            return None;
        };
        let head = entries.first().map_or(node.span.clone(), |it| it.key_span.clone());
        let strays = self.strays.iter().filter(|it| it.0 == node.span.start);
        let told = strays.map(|it| it.1).collect();
        let mut map = Map { head, entries: Vec::with_capacity(entries.len()), told, shape };
        let firsts = Firsts::of(entries);
        let mut strange = Strange::default();
        let mut last: Option<(&Entry<'_>, &'static Key)> = None;
        for (nth, (entry, piece_of)) in pieces(&self.source.text, entries).enumerate() {
            let known = shape.key(&entry.key);
            if let (None, Some((of, within))) = (known, last)
                && self.report_outside(entry, of, within)
            {
                map.told.push(within.name);
                continue;
            }
            last = known.map(|it| (entry, it)).or(last);
            if let Some(other) = firsts.other(nth) {
                self.report_twice(entry, other);
            } else if entry.key.starts_with("x_") {
            } else if let Some(known) = known {
                if self.has_value(entries, nth, known, shape) {
                    map.entries.push((&entry.key, &entry.value));
                } else {
                    map.told.push(&entry.key);
                }
            } else {
                self.report_strange(entries, nth, piece_of, &mut map, &mut strange);
            }
        }
        (!strange.is_cut).then_some(map)
    }

    /// Says what was meant by what stands where a map belongs.
    fn report_no_map(&mut self, node: &Node, shape: &'static Shape) {
        if self.report_lone(node, shape) {
        } else if let Some(words) = meant_map(node, shape) {
            self.report(&wrong_kind::RULE, node.span.clone(), words);
        } else {
            let text = if let Value::Scalar(text) = &node.value { text.as_ref() } else { "…" };
            let around = main_key(shape).map(|it| around(text, shape, it));
            self.wrong_kind(node, ["nhóm khoá", "a map"], around);
        }
    }

    /// Does something stand behind that key that it may take? If not, that is told.
    fn has_value(&mut self, entries: &[Entry<'_>], nth: usize, known: &Key, shape: &Shape) -> bool {
        let entry = &entries[nth];
        if !entry.value.value.is_null() {
            return !self.report_values(entry, known, shape);
        }
        let next = entries.get(nth + 1).filter(|it| !shape.has(&it.key));
        let is_below = |it: &Entry<'_>| {
            self.is_outside(it, entry, known) || is_list_of(&self.source.text, it, entry, shape)
        };
        if !next.is_some_and(is_below) {
            self.report_empty(entry);
        }
        false
    }

    /// `other` is the entry that counts.
    pub(super) fn report_twice(&mut self, entry: &Entry<'_>, other: &Entry<'_>) {
        let line = self.lines.line(other.key_span.start);
        let words = duplicate_key::words(&entry.key, line);
        let has_value = |it: &Entry<'_>| !it.value.value.is_null();
        let is_begun = has_value(other) && !has_value(entry);
        let words = if is_begun { duplicate_key::words_of_empty(words, line) } else { words };
        self.report(&duplicate_key::RULE, entry.key_span.clone(), words);
    }

    pub(super) fn report_empty(&mut self, entry: &Entry<'_>) {
        self.report(&empty_value::RULE, entry.key_span.clone(), empty_value::words(&entry.key));
    }

    pub(super) fn optional<T>(
        &mut self,
        map: &Map<'_>,
        key: &str,
        read: impl FnOnce(&mut Self, &Node) -> Option<T>,
    ) -> Option<T> {
        map.get(key).and_then(|node| read(self, node))
    }

    pub(super) fn required<T>(
        &mut self,
        map: &Map<'_>,
        key: &str,
        read: impl FnOnce(&mut Self, &Node) -> Option<T>,
    ) -> Option<T> {
        if !map.has(key) {
            self.report(&missing_key::RULE, map.head.clone(), missing_key::words(key));
        }
        self.optional(map, key, read)
    }

    /// The list under a key; none if there is no such key.
    pub(super) fn list<T>(
        &mut self,
        map: &Map<'_>,
        key: &str,
        read: impl FnMut(&mut Self, &Node) -> Option<T>,
    ) -> Vec<T> {
        map.get(key).map_or_else(Vec::new, |node| self.items(node, map.item(key), read))
    }

    /// `item` is what stands in the list.
    pub(super) fn items<T>(
        &mut self,
        node: &Node,
        item: Option<&'static Inner>,
        mut read: impl FnMut(&mut Self, &Node) -> Option<T>,
    ) -> Vec<T> {
        if let Value::List(list) = &node.value {
            // Nearly every item is one, and a vector that grows holds twice what it needs.
            let mut items = Vec::with_capacity(list.len());
            let is_flow = self.source.text[node.span.clone()].starts_with('[');
            if !matches!(item, Some(Inner::Id | Inner::Reference(_) | Inner::Choice(_))) {
                self.note_repeated(list);
            }
            for it in list {
                let is_told = is_flow && self.is_parted_by_semicolons(it);
                if is_told || item.is_some_and(|item| self.are_several(it, item, is_flow)) {
                    continue;
                }
                items.extend(read(self, it));
            }
            items
        } else {
            self.report_unlisted(node, item);
            Vec::new()
        }
    }

    /// One, or a list of them.
    pub(super) fn one_or_more<T>(
        &mut self,
        map: &Map<'_>,
        key: &str,
        mut read: impl FnMut(&mut Self, &Node) -> Option<T>,
    ) -> Vec<T> {
        match map.get(key) {
            Some(node) if self.report_lines(node, map.item(key)) => Vec::new(),
            Some(node) if !matches!(node.value, Value::List(_)) => read(self, node).into_iter().collect(),
            Some(node) => self.items(node, map.item(key), read),
            None => Vec::new(),
        }
    }

    pub(super) fn scalar<'n>(&mut self, node: &'n Node<'n>) -> Option<&'n str> {
        match &node.value {
            Value::Scalar(text) => {
                let trimmed = text.trim();
                // The dots are those of a proposal that was typed as it stands.
                if matches!(trimmed, "" | "…") {
                    self.report(&empty_value::RULE, node.span.clone(), empty_value::words_of_text());
                    return None;
                }
                if text.ends_with('"') {
                    self.note_lone_quote(node);
                }
                if let Cow::Owned(text) = text {
                    self.escaped(node, text);
                }
                Some(trimmed)
            }
            Value::List(items) if items.first().is_some_and(|it| matches!(it.value, Value::Scalar(_))) => {
                let words = wrong_kind::words_of_one(&self.source.text[items[0].span.clone()]);
                self.report(&wrong_kind::RULE, self.first_line(node.span.clone()), words);
                None
            }
            Value::Map(entries) => {
                let main = self.ground.languages[0];
                let own = entries.iter().find(|it| it.key == main.as_str());
                match own.map(|it| &self.source.text[it.value.span.clone()]) {
                    // A name that is the same in all languages.
                    Some(own) if !own.contains('\n') && own.len() <= REPEATED => {
                        let [vi, en] = kind_of(&node.value);
                        let words = wrong_kind::words("chữ", "text", vi, en);
                        let words = wrong_kind::words_of_better(words, own);
                        self.report(&wrong_kind::RULE, self.first_line(node.span.clone()), words);
                    }
                    _ => self.wrong_kind(node, ["chữ", "text"], None),
                }
                None
            }
            _ => {
                self.wrong_kind(node, ["chữ", "text"], None);
                None
            }
        }
    }

    pub(super) fn parse_id(&mut self, text: &str, span: Range<usize>) -> Option<Id> {
        let id = text.parse().ok();
        if id.is_none() {
            self.report(&bad_id::RULE, span, bad_id::words(text, &as_id(text)));
        }
        id
    }

    pub(super) fn id(&mut self, node: &Node) -> Option<Id> {
        let text = self.scalar(node)?;
        self.parse_id(text, node.span.clone())
    }

    /// One of some words.
    pub(super) fn choice<T: Copy>(&mut self, node: &Node, of: &[(&str, T)]) -> Option<T> {
        let word = self.scalar(node)?;
        if let Some((_, value)) = of.iter().find(|(it, _)| *it == word) {
            return Some(*value);
        }
        let known: Vec<&str> = of.iter().map(|(it, _)| *it).collect();
        let near = meant::word(word, &known.iter().copied()).or_else(|| near(word, known.iter().copied()));
        let words = unknown_value::words(word, near, &known.join(", "));
        self.report(&unknown_value::RULE, node.span.clone(), words);
        None
    }

    pub(super) fn boolean(&mut self, node: &Node) -> Option<bool> {
        self.choice(node, &[("true", true), ("false", false)])
    }
}
