//! Ids that name something else: an entry of the catalogue, or what the same file declares.

use super::ground::Kind;
use super::near::{as_id, near};
use super::reading::Reading;
use super::rules::unknown_reference;
use crate::model::Id;
use crate::source::tree::Node;

impl Reading<'_> {
    /// An id that names an entry of this kind.
    pub(super) fn reference(&mut self, node: &Node, kind: Kind) -> Option<Id> {
        let text = self.scalar(node)?;
        let ground = self.ground;
        if let Some(id) = ground.names.get(kind, text) {
            self.mentions.entries.push((kind, id.clone(), node.span.clone()));
            return Some(id.clone());
        }
        let meant = as_id(text);
        let is_meant = ground.has_any(kind) && ground.names.get(kind, &meant).is_none();
        if text.parse::<Id>().is_err() && is_meant && !ground.names.is_unread(kind) {
            let [vi, en, home] = kind.words();
            let near = near(&meant, ground.names.of(kind).map(Id::as_str));
            let words = unknown_reference::words_of_text(text, [vi, en], near, home);
            self.report(&unknown_reference::RULE, node.span.clone(), words);
            return None;
        }
        let id = self.parse_id(text, node.span.clone())?;
        if ground.names.is_unread(kind) {
            return Some(id);
        }
        if self.lacks_all(kind, text, node) {
            return Some(id);
        }
        let [vi, en, home] = kind.words();
        let near = near(id.as_str(), ground.names.of(kind).map(Id::as_str));
        self.report(
            &unknown_reference::RULE,
            node.span.clone(),
            unknown_reference::words(id.as_str(), vi, en, near, home),
        );
        None
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
    pub(super) fn local(&mut self, node: &Node, declared: &[Id], words: [&str; 2], key: &str) -> Option<Id> {
        let text = self.scalar(node)?;
        let meant = as_id(text);
        if text.parse::<Id>().is_err() && !declared.iter().any(|it| it.as_str() == meant) {
            let near = near(&meant, declared.iter().map(Id::as_str));
            let words = unknown_reference::words_of_text(text, words, near, &format!("`{key}`"));
            self.report(&unknown_reference::RULE, node.span.clone(), words);
            return None;
        }
        let id = self.parse_id(text, node.span.clone())?;
        if declared.contains(&id) {
            return Some(id);
        }
        let near = near(id.as_str(), declared.iter().map(Id::as_str));
        let words = unknown_reference::words(id.as_str(), words[0], words[1], near, &format!("`{key}`"));
        self.report(&unknown_reference::RULE, node.span.clone(), words);
        None
    }
}
