//! Ids that name something else: an entry of the catalogue, or what the same file declares.

use super::ground::Kind;
use super::near::{as_id, near};
use super::reading::Reading;
use super::rules::unknown_reference;
use super::titles::{self, Named};
use crate::model::Id;
use crate::source::tree::Node;

/// The last part of a path, of an address or of a file's name, without its ending.
fn name_in(text: &str) -> &str {
    let name = text.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".md")).unwrap_or(name)
}

impl Reading<'_> {
    /// An id that names an entry of this kind.
    pub(super) fn reference(&mut self, node: &Node, kind: Kind) -> Option<Id> {
        let text = self.scalar(node)?;
        let ground = self.ground;
        if let Some(id) = ground.names.get(kind, text) {
            self.mentions.entries.push((kind, id.clone(), node.span.clone()));
            return Some(id.clone());
        }
        let [vi, en, home] = kind.words();
        let is_id = text.parse::<Id>().is_ok();
        let is_told = ground.has_any(kind) && !ground.names.is_unread(kind);
        let known = || ground.names.of(kind).map(Id::as_str);
        if let Some(id) = ground.names.get(kind, name_in(text)) {
            let words = unknown_reference::words_of_path(text, [vi, en], id.as_str());
            self.report(&unknown_reference::RULE, node.span.clone(), words);
            return None;
        }
        if !is_id && is_told && ground.names.get(kind, &as_id(text)).is_none() {
            self.mentions.unknown.push((kind, text.to_owned(), node.span.clone()));
            self.report_unknown(node, text, [vi, en], home, known());
            return None;
        }
        let id = self.parse_id(text, node.span.clone())?;
        if ground.names.is_unread(kind) || self.lacks_all(kind, text, node) {
            return Some(id);
        }
        self.mentions.unknown.push((kind, text.to_owned(), node.span.clone()));
        self.report_unknown(node, text, [vi, en], home, known());
        None
    }

    fn report_unknown<'k>(
        &mut self,
        node: &Node,
        text: &str,
        [vi, en]: [&str; 2],
        home: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) {
        let near = near(&as_id(text), known);
        let words = if text.parse::<Id>().is_ok() {
            unknown_reference::words(text, vi, en, near, home)
        } else {
            unknown_reference::words_of_text(text, [vi, en], near, home)
        };
        self.report(&unknown_reference::RULE, node.span.clone(), words);
    }

    /// Is there no entry of this kind at all? That is then told once, and not of each that is named.
    pub(super) fn lacks_all(&mut self, kind: Kind, named: &str, node: &Node) -> bool {
        let is_so = !self.ground.has_any(kind);
        if is_so {
            self.mentions.lacking.push((kind, named.to_owned(), node.span.clone()));
        }
        is_so
    }

    /// An id that was declared in this very file.
    pub(super) fn local(
        &mut self,
        node: &Node,
        declared: &[Named],
        words: [&str; 2],
        key: &'static str,
    ) -> Option<Id> {
        let text = self.scalar(node)?;
        if declared.is_empty() {
            if !self.undeclared.contains(&key) {
                self.undeclared.push(key);
                let words = unknown_reference::words_of_no_key(text, words, key);
                self.report(&unknown_reference::RULE, node.span.clone(), words);
            }
            return None;
        }
        if let Some(it) = declared.iter().find(|it| it.id.as_str() == text) {
            return Some(it.id.clone());
        }
        if let Some(id) = titles::only_of(text, declared) {
            let words = unknown_reference::words_of_title(text, words, id.as_str());
            self.report(&unknown_reference::RULE, node.span.clone(), words);
            return None;
        }
        let (home, known) = (format!("`{key}`"), || declared.iter().map(|it| it.id.as_str()));
        let meant = as_id(text);
        if text.parse::<Id>().is_ok() || known().all(|it| it != meant) {
            self.report_unknown(node, text, words, &home, known());
        } else {
            self.parse_id(text, node.span.clone());
        }
        None
    }
}
