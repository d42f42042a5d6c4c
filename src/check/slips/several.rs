//! Items of a list that are several to their author: ids with a space or a slash between them, a list
//! within the list, deeper dashes.

use super::unlisted::{Item, MOST, Unlisted};
use crate::check::ground::Kind;
use crate::check::meant::map::word_of;
use crate::check::near::as_id;
use crate::check::reading::Reading;
use crate::check::rules::wrong_kind::{self, Place};
use crate::check::rules::yaml_syntax;
use crate::shape::Value as Inner;
use crate::source::line::{indent_of, line_before};
use crate::source::parts_items;
use crate::source::tree::{Node, Value};

/// Between ids, in the words of an author too.
fn is_between(it: char) -> bool {
    matches!(it, ',' | ';' | '/' | '+' | '&' | '\n') || parts_items(it)
}

impl Reading<'_> {
    /// Says how one would be several; `false` of any other item. `is_flow`: within `[…]`.
    pub(crate) fn are_several(&mut self, node: &Node, item: &'static Inner, is_flow: bool) -> bool {
        if item.map().is_some_and(|shape| self.is_wide(node, shape)) {
            return true;
        }
        // Nearly every id is none of them, and that is seen from its bytes.
        let is_id = |text: &str| text.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-');
        let is_long = |text: &str| !is_id(text) && text.contains(|it| it == ' ' || is_between(it));
        match &node.value {
            Value::Scalar(text) if is_long(text) => {
                self.are_deeper(node) || self.are_ids(node, text, item, is_flow)
            }
            Value::List(inner) => self.are_inner(node, inner, item, is_flow),
            _ => false,
        }
    }

    /// A dash below the text of an item, which is deeper and so part of it.
    fn are_deeper(&mut self, node: &Node) -> bool {
        let source = self.source;
        let written = &source.text[node.span.clone()];
        let lines = || written.match_indices('\n').map(|(at, _)| &written[at + 1..]);
        let is_item = |it: &&str| it.trim_start_matches(' ').starts_with("- ");
        let Some(line) = lines().find(is_item).filter(|_| !written.starts_with(['"', '\'', '|', '>'])) else {
            return false;
        };
        let start = node.span.end - line.len();
        let own = indent_of(line);
        let place = source.line_column(node.span.start);
        let right = indent_of(line_before(&source.text, node.span.start));
        let words = yaml_syntax::words_of_indent(own, right, place.line);
        self.report(&yaml_syntax::RULE, start..start + own, words);
        true
    }

    fn are_ids(&mut self, node: &Node, text: &str, item: &'static Inner, is_flow: bool) -> bool {
        let Some(ids) = self.parts(text, item) else { return false };
        let message = wrong_kind::message_of_several(ids.len());
        let items = ids.into_iter().map(Item::Ready).collect();
        self.report_list(node, Unlisted { items, place: place(is_flow), message, rule: &wrong_kind::RULE });
        true
    }

    fn are_inner(&mut self, node: &Node, inner: &[Node], item: &'static Inner, is_flow: bool) -> bool {
        let item_of = |it: &Node| match &it.value {
            Value::Scalar(_) | Value::Map(_) => self.typed(&self.source.text[it.span.clone()], item),
            _ => None,
        };
        let items: Option<Vec<Item>> = inner.iter().map(item_of).collect();
        let Some(items) = items.filter(|it| (1..=MOST).contains(&it.len())) else { return false };
        let message = wrong_kind::message_of_inner();
        self.report_list(node, Unlisted { items, place: place(is_flow), message, rule: &wrong_kind::RULE });
        true
    }

    /// The ids or the words of this program in a text, where it is nothing else.
    pub(super) fn parts(&self, text: &str, item: &'static Inner) -> Option<Vec<String>> {
        let names = &self.ground.names;
        let id = |kind: Kind, it: &str| names.get(kind, it).or_else(|| names.get(kind, &as_id(it)));
        let known = |it: &str| match item {
            Inner::Reference(name) => id(Kind::called(name)?, it).map(ToString::to_string),
            Inner::Choice(known) => word_of(it, &known()).map(str::to_owned),
            _ => None,
        };
        if let Inner::Either(kinds) = item {
            return self.parts(text, kinds.first()?);
        }
        if !matches!(item, Inner::Reference(_) | Inner::Choice(_)) || known(text).is_some() {
            return None;
        }
        parted(text, known)
    }
}

/// What a text is the names of, where it is nothing else; `known` has what each of them stands for.
pub(crate) fn parted(text: &str, known: impl Fn(&str) -> Option<String>) -> Option<Vec<String>> {
    let signs = text.replace(" và ", ",").replace(" and ", ",");
    let by_signs = signs.split(is_between).map(str::trim).filter(|it| !it.is_empty());
    let found: Option<Vec<String>> = by_signs.map(&known).collect();
    let found = found.or_else(|| text.split_whitespace().map(known).collect());
    found.filter(|it| (2..=MOST).contains(&it.len()))
}

fn place(is_flow: bool) -> Place {
    if is_flow { Place::Within } else { Place::Lines }
}

#[cfg(test)]
mod tests;
