//! What `site.toml` says of the content.

use std::ops::Range;

use super::ground::{Ground, Kind};
use super::near::near;
use super::note;
use super::rules::{RULES, unknown_reference, unknown_rule};
use crate::diagnostic::Diagnostic;
use crate::model::Id;
use crate::source::Sources;

pub(super) fn diagnostics(sources: &Sources, ground: &Ground) -> Vec<Diagnostic> {
    let file = &sources.config_file;
    // Where the word stands, as a value or as a key; toml itself keeps no places.
    let place = |word: &str| -> Option<Range<usize>> {
        let quoted = file.text.find(&format!("\"{word}\"")).map(|at| at + 1);
        quoted.or_else(|| file.text.find(word)).map(|at| at..at + word.len())
    };
    let mut found = Vec::new();
    for name in sources.config.check.allow.keys() {
        if !RULES.iter().any(|it| it.code == name || it.name == name) {
            let near = near(name, RULES.iter().map(|it| it.name));
            found.push(note(file, &unknown_rule::RULE, place(name), unknown_rule::words(name, near)));
        }
    }
    for id in &sources.config.owner.popular {
        let known = id.parse::<Id>().is_ok_and(|it| ground.names.has(Kind::Procedure, &it));
        if !known {
            let [vi, en, home] = Kind::Procedure.words();
            let near = near(id, ground.names.of(Kind::Procedure).map(Id::as_str));
            let words = unknown_reference::words(id, vi, en, near, home);
            found.push(note(file, &unknown_reference::RULE, place(id), words));
        }
    }
    for it in &mut found {
        if it.path.is_empty() {
            "site.toml".clone_into(&mut it.path);
        }
    }
    found
}
