//! A list without its dashes or brackets: what is to be typed for it, item by item.

use std::ptr;

use super::pasted::{key, value};
use crate::check::ground::Kind;
use crate::check::meant;
use crate::check::meant::map::{around, word_of};
use crate::check::near::as_id;
use crate::check::papers::Listed;
use crate::check::reading::{Reading, kind_of, main_key};
use crate::check::rules::REPEATED;
use crate::check::rules::wrong_kind::{self, Place};
use crate::diagnostic::{Rule, Words};
use crate::model::Id;
use crate::shape::{self, Shape, Value as Inner};
use crate::source::line::{bullet, is_row, line_before};
use crate::source::parts_items;
use crate::source::tree::{Entry, Node, Value};

/// Lines that somebody types for one list; more are something else.
pub(super) const MOST: usize = 50;

#[derive(Debug)]
pub(crate) struct Unlisted {
    pub(super) items: Vec<Item>,
    pub(super) place: Place,
    pub(super) message: Words,
    pub(crate) rule: &'static Rule,
}

#[derive(Debug)]
pub(super) enum Item {
    /// As it is to be typed.
    Ready(String),
    /// What an entry is called, or its id.
    Entry(Kind, String),
    Paper(Listed),
}

impl Unlisted {
    /// The message and the help; `id` is that of the only entry that is called so.
    pub(crate) fn words<'i>(&self, id: impl Fn(Kind, &str) -> Option<&'i Id>) -> [Words; 2] {
        let item = |it: &Item| match it {
            Item::Ready(it) => it.clone(),
            Item::Entry(kind, text) => id(*kind, text).map_or_else(|| value(text), ToString::to_string),
            Item::Paper(it) => it.better(id(Kind::Paper, &it.title)),
        };
        let items: Vec<String> = self.items.iter().map(item).collect();
        wrong_kind::words_of_items(&self.message, &items, &self.place)
    }
}

impl Reading<'_> {
    /// Says how a value would be a list; `item` is what stands in one.
    pub(crate) fn report_unlisted(&mut self, node: &Node, item: Option<&'static Inner>) {
        let Some(unlisted) = item.and_then(|it| self.unlisted(node, it)) else {
            return self.wrong_kind(node, ["danh sách", "a list"], None);
        };
        self.report_list(node, unlisted);
    }

    /// In place of that node; what entries are called is looked up once all are known.
    pub(super) fn report_list(&mut self, node: &Node, list: Unlisted) {
        let ground = self.ground;
        let words = list.words(|kind, text| ground.names.get(kind, &as_id(text)));
        self.report(list.rule, node.span.clone(), words);
        self.mentions.unlisted.push((list, node.span.start));
    }

    /// In place of a text in which these stand.
    pub(crate) fn report_items(&mut self, node: &Node, items: Vec<String>) {
        let [vi, en] = kind_of(&node.value);
        let [message, _] = wrong_kind::words("danh sách", "a list", vi, en);
        let items = items.into_iter().map(Item::Ready).collect();
        self.report_list(node, Unlisted { items, place: Place::Brackets, message, rule: &wrong_kind::RULE });
    }

    /// Tells of lines with signs before them that are one text to YAML; `false` of any other value.
    pub(crate) fn report_lines(&mut self, node: &Node, item: Option<&'static Inner>) -> bool {
        let Value::Scalar(_) = node.value else { return false };
        let has_sign = |it: &str| !bullet(it.trim_start()).is_empty();
        let mut lines = self.source.text[node.span.clone()].lines();
        if !lines.next().is_some_and(has_sign) || !lines.clone().any(has_sign) {
            return false;
        }
        // A line without one goes on with the item above.
        if lines.all(has_sign) {
            self.report_unlisted(node, item);
        } else {
            self.wrong_kind(node, ["danh sách", "a list"], None);
        }
        true
    }

    fn unlisted(&self, node: &Node, item: &'static Inner) -> Option<Unlisted> {
        let text = &self.source.text;
        let written = &text[node.span.clone()];
        let before = line_before(text, node.span.start);
        let has_lines = written.contains('\n') || before.trim().is_empty();
        let [vi, en] = kind_of(&node.value);
        let [mut message, _] = wrong_kind::words("danh sách", "a list", vi, en);
        let items: Option<Vec<Item>> = match &node.value {
            Value::Map(entries) => {
                let sign = bullet(&entries.first()?.key);
                message = wrong_kind::message_of_lines(sign, 1).unwrap_or(message);
                self.of_map(entries, written, before.len(), item)
            }
            // The sign behind the key would make text of any lines below it.
            Value::Scalar(_) if text[..node.span.start].trim_end().ends_with(['|', '>']) => None,
            Value::Scalar(_) if is_row(written) => None,
            Value::Scalar(text) => {
                let lines = lines(text, written, item);
                let first = lines.first()?;
                let count = if has_lines { lines.len() } else { 1 };
                message = wrong_kind::message_of_lines(bullet(first), count).unwrap_or(message);
                let items = |it: &&str| {
                    let text = bare(it).trim_end_matches([';', ',']);
                    match self.parts(text, item) {
                        Some(ids) => ids.into_iter().map(|it| Some(Item::Ready(it))).collect(),
                        None => vec![self.item(text, item)],
                    }
                };
                lines.iter().flat_map(items).collect()
            }
            _ => None,
        };
        let items = items.filter(|it| it.len() <= MOST)?;
        let place = if has_lines { Place::Lines } else { Place::Brackets };
        Some(Unlisted { items, place, message, rule: &wrong_kind::RULE })
    }

    /// One that is typed as `text`, perhaps in quotes or as a map.
    pub(super) fn typed(&self, text: &str, item: &'static Inner) -> Option<Item> {
        let key = text.split_once(':').map(|it| it.0);
        let is_key = || item.map().zip(key).is_some_and(|(shape, key)| shape.has(key));
        if text.starts_with(['{', '[']) || is_key() {
            return Some(Item::Ready(text.to_owned()));
        }
        let quoted = ['"', '\''].iter().find_map(|it| text.strip_prefix(*it)?.strip_suffix(*it));
        let Some(inner) = quoted else {
            return self.item(text.replace('\n', " ").trim_end_matches([';', ',']), item);
        };
        // Quotes that nothing asks for are the author's.
        match self.item(inner, item)? {
            Item::Ready(it) if it == value(inner) => Some(Item::Ready(text.to_owned())),
            other => Some(other),
        }
    }

    /// One that is written as `text`.
    fn item(&self, text: &str, item: &'static Inner) -> Option<Item> {
        if text.is_empty() || REPEATED < text.len() {
            return None;
        }
        Some(match item {
            Inner::Either(kinds) => return self.item(text, kinds.first()?),
            Inner::Map(shape) if is_paper(shape) => Item::Paper(Listed::of_text(text)),
            Inner::Map(shape) => Item::Ready(self.map_of(text, shape)),
            Inner::Reference(name) => Item::Entry(Kind::called(name)?, meant::bare(text).to_owned()),
            Inner::Choice(known) => Item::Ready(word_of(text, &known()).unwrap_or(text).to_owned()),
            _ => Item::Ready(value(text)),
        })
    }

    fn map_of(&self, text: &str, shape: &'static Shape) -> String {
        let has = |key: &str| shape.has(key);
        if let Some(id) = self.ground.names.get(Kind::Procedure, &as_id(text)).filter(|_| has("procedure")) {
            return format!("{{procedure: {id}}}");
        }
        if let Some(key) = key(text).filter(|it| has(it)) {
            return format!("{{{key}: {}}}", value(text));
        }
        let last = || shape.needed().next_back();
        let Some(main) = main_key(shape).or_else(last) else { return format!("{{…: {}}}", value(text)) };
        let [before, after] = around(text, shape, main);
        let known = shape.key(main).map(|it| &it.value);
        let word = match known {
            Some(Inner::Choice(known)) => word_of(text, &known()),
            _ => None,
        };
        format!("{before}{}{after}", word.map_or_else(|| value(text), str::to_owned))
    }

    /// The lines of a map are those of items, or its keys are.
    fn of_map(
        &self,
        entries: &[Entry<'_>],
        written: &str,
        indent: usize,
        item: &'static Inner,
    ) -> Option<Vec<Item>> {
        let first = entries.first()?;
        let is_alone = |it: &Entry<'_>| it.value.value.is_null();
        if entries.iter().all(is_alone) {
            return entries.iter().map(|it| self.item(&it.key, item)).collect();
        }
        let shape = item.map()?;
        let key = bare(&first.key);
        if shape.has(key.trim_start_matches('{')) {
            if written.starts_with('{') {
                let is_short = written.len() <= REPEATED && !written.contains('\n');
                return is_short.then(|| vec![Item::Ready(written.to_owned())]);
            }
            return Some(blocks(written, &format!("{key}:"), indent));
        }
        let keyed: Option<Vec<Item>> = entries.iter().map(|it| self.keyed(it, shape)).collect();
        if keyed.is_some() {
            return keyed;
        }
        if ["id", "title"].iter().all(|it| shape.has(it)) {
            return entries.iter().map(titled).collect();
        }
        let papers = entries.iter().map(|it| Some(Item::Paper(Listed::of_entry(bare(&it.key), &it.value)?)));
        is_paper(shape).then(|| papers.collect()).flatten()
    }
}

impl Reading<'_> {
    /// An id before the keys of an item, as in a registry: the item with that id in it.
    fn keyed(&self, entry: &Entry<'_>, shape: &Shape) -> Option<Item> {
        let id: Id = entry.key.parse().ok()?;
        let Value::Map(inner) = &entry.value.value else { return None };
        let lead = ["id", "paper", "procedure"].into_iter().find(|it| shape.has(it))?;
        if inner.iter().any(|it| it.key == lead || !shape.has(&it.key)) {
            return None;
        }
        let written = &self.source.text[entry.value.span.clone()];
        let flow = written.strip_prefix('{').and_then(|it| it.strip_suffix('}')).map(str::trim);
        let keys = match flow {
            Some(keys) => keys.to_owned(),
            None => inner
                .iter()
                .map(|it| match &it.value.value {
                    Value::Scalar(text) => Some(format!("{}: {}", it.key, value(text))),
                    _ => None,
                })
                .collect::<Option<Vec<String>>>()?
                .join(", "),
        };
        let is_short = keys.len() <= REPEATED && !keys.contains('\n');
        is_short.then(|| Item::Ready(format!("{{{lead}: {id}, {}}}", keys.trim_end_matches(','))))
    }
}

fn is_paper(shape: &'static Shape) -> bool {
    [&shape::DOCUMENT, &shape::ALTERNATIVE].iter().any(|it| ptr::eq(*it, shape))
}

/// A map over several lines, as it stands behind a dash; where its first key comes again, the next.
fn blocks(written: &str, first: &str, indent: usize) -> Vec<Item> {
    let mut blocks: Vec<String> = Vec::new();
    for (nth, line) in written.lines().enumerate().filter(|it| !it.1.trim().is_empty()) {
        let line = if nth == 0 { line } else { line.get(indent..).unwrap_or(line.trim_start()) };
        match blocks.last_mut() {
            Some(block) if bullet(line).is_empty() && !line.starts_with(first) => {
                block.push('\n');
                block.push_str(line.trim_end());
            }
            _ => blocks.push(bare(line).trim_end().to_owned()),
        }
    }
    blocks.into_iter().map(Item::Ready).collect()
}

/// What stands for an item each: on a line of its own, or between commas or semicolons.
fn lines<'a>(text: &'a str, written: &'a str, item: &Inner) -> Vec<&'a str> {
    let is_short = matches!(item, Inner::Words | Inner::Alias);
    // Its `[` was forgotten.
    let written = written.strip_suffix(']').filter(|it| !it.contains('[')).unwrap_or(written);
    let all: Vec<&str> = match written.as_bytes().first() {
        // A comma of a sentence in quotes is its own.
        Some(b'"' | b'\'') if is_short => text.split([',', ';', '；']).collect(),
        Some(b'"' | b'\'') => vec![text],
        Some(b'|' | b'>') => written.lines().skip(1).collect(),
        _ if written.contains('\n') => written.lines().collect(),
        _ if written.contains([';', '；']) => written.split([';', '；']).collect(),
        _ => written.split(|it| it == ',' || parts_items(it)).collect(),
    };
    all.into_iter().map(str::trim).filter(|it| !it.is_empty()).collect()
}

pub(super) fn bare(line: &str) -> &str {
    line[bullet(line).len()..].trim_start()
}

/// An id before its title, as in a registry.
fn titled(entry: &Entry<'_>) -> Option<Item> {
    let Value::Scalar(title) = &entry.value.value else { return None };
    let id: Id = entry.key.parse().ok()?;
    Some(Item::Ready(format!("{{id: {id}, title: {}}}", value(title))))
}

#[cfg(test)]
mod tests;
