//! Lists at which YAML stumbles: what is to be typed for them, item by item.

use super::unlisted::{Item, Unlisted, bare};
use crate::check::reading::Reading;
use crate::check::rules::wrong_kind::{self, Place};
use crate::check::rules::yaml_syntax;
use crate::diagnostic::Words;
use crate::shape::{self, Value as Inner};
use crate::source::line::{bullet, indent_of, is_blank, line_before, line_start};
use crate::source::quoted;
use crate::source::tree::{TreeError, TreeErrorKind};

/// Bytes of a list that are said again.
const LONG: usize = 4096;

/// The message and the help where nobody knows what stands in the list; `written` begins at byte `at`.
pub(super) fn words(text: &str, error: &TreeError) -> [Words; 2] {
    let written = &text[error.span.clone()];
    if quoted(written).is_some() {
        let list = unlisted(text, error, |it| Some(Item::Ready(it.to_owned())));
        // Below another key it may be text.
        let list = list.filter(|_| is_of_names(line_before(text, error.span.start)));
        return list.map_or_else(|| yaml_syntax::words_of_quotes(written), |it| it.words(|_, _| None));
    }
    let [message, help] = yaml_syntax::words_of_dash(bullet(written));
    match unlisted(text, error, |it| Some(Item::Ready(it.to_owned()))) {
        Some(list) if LONG < written.len() => [list.message, help],
        list => list.map_or([message, help], |it| it.words(|_, _| None)),
    }
}

impl Reading<'_> {
    /// Such a list below a key of a procedure's record.
    pub(super) fn broken_list(&self, error: &TreeError) -> Option<Unlisted> {
        let text = &self.source.text;
        let is_told = error.kind == TreeErrorKind::List && error.span.len() <= LONG;
        let key = is_told.then(|| key_of(text, error.span.start)).flatten()?;
        let of = shape::PROCEDURE.key(key)?.value.item()?;
        unlisted(text, error, |it| self.typed(it, of))
    }
}

fn unlisted(text: &str, error: &TreeError, item: impl Fn(&str) -> Option<Item>) -> Option<Unlisted> {
    let written = &text[error.span.clone()];
    let before = line_before(text, error.span.start);
    let is_below = before.trim().is_empty();
    let parts = quoted(written.strip_prefix("- ").unwrap_or(written));
    let (place, message) = match &parts {
        Some(_) => (if is_below { Place::Lines } else { Place::Brackets }, wrong_kind::message_of_quotes()),
        None if is_below => {
            let sign = Some(bullet(written)).filter(|it| !it.is_empty()).unwrap_or("{");
            let [message, _] = yaml_syntax::words_of_dash(sign);
            (Place::Lines, message)
        }
        None => {
            let key = before.trim().trim_end_matches(':').to_owned();
            let message = wrong_kind::message_behind(&key);
            (Place::Below(key), message)
        }
    };
    let items: Option<Vec<Item>> = match parts {
        Some(parts) => parts.into_iter().map(item).collect(),
        None => blocks(written, before.len()).iter().map(|it| item(it)).collect(),
    };
    Some(Unlisted { items: items?, place, message, rule: &yaml_syntax::RULE })
}

/// Does a list of names begin behind this key, in whatever file?
fn is_of_names(before: &str) -> bool {
    let key = before.trim().strip_suffix(':').unwrap_or_default();
    let shapes = [&shape::GLOSSARY_ENTRY, &shape::SYNONYM_GROUP, &shape::PAGE];
    let item = shapes.iter().find_map(|it| it.key(key)?.value.item());
    matches!(item, Some(Inner::Words | Inner::Alias))
}

/// Each item without its dash; what is below its first line as deep as it stands there.
fn blocks(written: &str, indent: usize) -> Vec<String> {
    let key = |line: &str| line.split_once(": ").map(|it| it.0.to_owned());
    let first = key(bare(written));
    let mut blocks: Vec<Vec<&str>> = Vec::new();
    for (nth, line) in written.lines().enumerate().filter(|it| !it.1.trim().is_empty()) {
        let item = line.trim_start();
        let is_in_line = nth == 0 || line.len() - item.len() <= indent;
        let is_next = !bullet(item).is_empty() || is_in_line && (key(item).is_none() || key(item) == first);
        match blocks.last_mut() {
            Some(block) if !is_next => block.push(line),
            _ => blocks.push(vec![bare(item)]),
        }
    }
    let joined = |lines: Vec<&str>| {
        let least = lines[1..].iter().map(|it| indent_of(it)).min().unwrap_or(0);
        let below: String = lines[1..].iter().map(|it| format!("\n{}", it[least..].trim_end())).collect();
        format!("{}{below}", lines[0].trim_end())
    };
    blocks.into_iter().map(joined).collect()
}

/// The key of a record, alone on its line above byte `at` or right before it.
fn key_of(text: &str, at: usize) -> Option<&str> {
    let own = line_start(text, at);
    let before = text[own..at].trim_end();
    let line = match before {
        "" => {
            let indent = at - own;
            let is_other =
                |it: &&str| !is_blank(it) && indent_of(it) <= indent && bullet(it.trim_start()).is_empty();
            let line = text[..own].lines().rev().find(is_other)?;
            line.split(" #").next().unwrap_or(line).trim_end()
        }
        line => line,
    };
    line.strip_suffix(':').filter(|it| !it.starts_with(' '))
}

#[cfg(test)]
mod tests;
