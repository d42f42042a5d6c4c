//! What a file says of itself, before anything is held against other files.

use std::ops::Range;
use std::sync::Arc;

use super::ground::Kind;
use super::misnamed::{original, original_of_record};
use super::near::as_id;
use super::roles::{Role, meant, role};
use super::rules::{bad_file_name, bad_id, conflict_mark, front_matter, not_utf8, unknown_file};
use super::slips::broken::tree_error;
use super::slips::{swallowed, unopened};
use super::{note, refused};
use crate::diagnostic::{Diagnostic, Rule, Words};
use crate::markdown::{Outline, outline};
use crate::model::Id;
use crate::source::front_matter::split;
use crate::source::tree::{Node, Value, parse};
use crate::source::{SourceFile, conflict, garbled};

pub(super) struct Scan {
    pub(super) source: SourceFile,
    pub(super) role: Option<Role>,
    /// Of a record's file name.
    pub(super) id: Option<Id>,
    /// It has YAML that can be read, and is no procedure.
    pub(super) has_tree: bool,
    /// It has YAML that cannot be read or that nobody looks for, and is no procedure's file of its own.
    pub(super) is_broken: bool,
    /// Of a registry: its keys, and where they stand.
    pub(super) keys: Vec<(String, Range<usize>)>,
    /// Markdown.
    pub(super) body: Option<Range<usize>>,
    /// Of a page, for others lead to its headings; ranges count from the start of the body.
    pub(super) outline: Option<Box<Outline>>,
    /// It has two sides that nobody joined, or its letters are lost: nothing else is said of it.
    pub(super) is_torn: bool,
    pub(super) found: Vec<Diagnostic>,
}

/// With the tree of its YAML, if it has any and is no procedure.
pub(super) fn scan(source: &SourceFile) -> (Scan, Option<Node<'_>>) {
    let mut file = Scan {
        source: source.clone(),
        role: role(&source.path),
        id: None,
        has_tree: false,
        is_broken: false,
        keys: Vec::new(),
        body: None,
        outline: None,
        is_torn: false,
        found: Vec::new(),
    };
    let yaml = file.part();
    file.take_name();
    file.note_copy();
    if let Some(mark) = conflict::mark(&source.text) {
        file.found = vec![note(source, &conflict_mark::RULE, Some(mark), conflict_mark::words())];
        return (file.torn(), None);
    }
    if let Some(sign) = garbled::sign(&source.text) {
        let words = not_utf8::words_of_lost(&source.text[sign.first.clone()], sign.is_whole);
        let lost = note(source, &not_utf8::RULE, Some(sign.first), words);
        if sign.is_whole {
            file.found = vec![lost];
            return (file.torn(), None);
        }
        file.found.push(lost);
    }
    let tree = yaml.and_then(|range| match parse(&source.text, range) {
        Ok(mut tree) => {
            file.found.extend(swallowed::lift(source, file.role.as_ref(), &mut tree));
            Some(tree)
        }
        Err(error) => {
            file.found.push(tree_error(source, error));
            file.is_broken = true;
            None
        }
    });
    file.has_tree = tree.is_some();
    if let (Some(Role::Registry(_)), Some(tree)) = (&file.role, &tree) {
        match &tree.value {
            Value::Map(entries) => {
                file.keys = entries.iter().map(|it| (it.key.to_string(), it.key_span.clone())).collect();
            }
            Value::Null => {}
            _ => file.is_broken = true,
        }
    }
    (file, tree)
}

impl Scan {
    /// The same, of which nobody asks what it says.
    fn torn(mut self) -> Scan {
        (self.is_torn, self.is_broken) = (true, !matches!(self.role, Some(Role::Record(Kind::Procedure))));
        self
    }

    /// Finds where its YAML is, and its Markdown.
    fn part(&mut self) -> Option<Range<usize>> {
        let text = Arc::clone(&self.source.text);
        match self.role {
            None => {
                self.is_broken = meant(&self.source.path).is_some();
                self.report(&unknown_file::RULE, None, refused::unknown(&self.source.path));
                None
            }
            // A procedure's name is known by its path, so its tree lives only while the record is read.
            Some(Role::Golden | Role::Ledger | Role::Record(Kind::Procedure)) => None,
            Some(Role::Prose(..) | Role::Page(..)) => match split(&text) {
                Ok(halves) => {
                    if let Some(Role::Page(..)) = self.role {
                        self.outline = Some(Box::new(outline(&text[halves.body.clone()])));
                    }
                    self.body = Some(halves.body);
                    if halves.front.is_none() {
                        let shape = self.role.as_ref().and_then(|it| Some((it, it.shape()?)));
                        let meant = shape.and_then(|(role, it)| unopened::diagnostic(&self.source, role, it));
                        self.is_broken = meant.is_some();
                        self.found.extend(meant);
                    }
                    halves.front
                }
                Err(unclosed) => {
                    self.report(&front_matter::RULE, Some(unclosed.line), front_matter::words(unclosed.why));
                    self.is_broken = true;
                    None
                }
            },
            Some(_) => Some(0..text.len()),
        }
    }

    /// A record is called as its file is.
    fn take_name(&mut self) {
        if let Some(Role::Record(_) | Role::Prose(..)) = self.role {
            self.id = self.source.stem().parse().ok();
            if self.id.is_none() {
                let stem = self.source.stem();
                let words = match original_of_record(stem) {
                    Some(original) => bad_id::words_of_copy(original),
                    None => bad_id::words(stem, &as_id(stem)),
                };
                self.report(&bad_id::RULE, None, words);
            }
        }
    }

    /// Is it called as copies are?
    pub(super) fn is_copy(&self) -> bool {
        let stem = self.source.stem();
        match self.role {
            Some(Role::Record(_) | Role::Prose(..)) => {
                self.id.is_none() && original_of_record(stem).is_some()
            }
            _ => original(stem).is_some(),
        }
    }

    /// Pages may be called as any address is, but not as copies are.
    fn note_copy(&mut self) {
        let stem = self.source.stem();
        if let (Some(Role::Page(..)), Some(original)) = (&self.role, original(stem)) {
            self.report(&bad_file_name::RULE, None, bad_id::words_of_copy(original));
        }
    }

    fn report(&mut self, rule: &'static Rule, span: Option<Range<usize>>, words: [Words; 2]) {
        self.found.push(note(&self.source, rule, span, words));
    }

    /// Is its name none that it may have?
    pub(super) fn is_misnamed(&self) -> bool {
        match self.role {
            None => true,
            Some(Role::Record(_) | Role::Prose(..)) => self.id.is_none(),
            Some(_) => false,
        }
    }

    /// The procedure of which it is the record or the prose, by name.
    pub(super) fn procedure(&self) -> Option<&Id> {
        match self.role {
            Some(Role::Record(Kind::Procedure) | Role::Prose(Kind::Procedure, _)) => self.id.as_ref(),
            _ => None,
        }
    }

    /// Its mistakes are shown even where its name is wrong.
    pub(super) fn id(&self) -> Id {
        let meant = || Id::of_title(self.source.stem());
        self.id.clone().or_else(meant).unwrap_or_else(|| "x".parse().expect("a letter is an id"))
    }

    /// What it is the record of.
    pub(super) fn record(&self) -> Option<(Kind, &Id)> {
        match (&self.role, self.has_tree) {
            (Some(Role::Record(kind)), _) | (Some(Role::Prose(kind, None)), true) => {
                Some((*kind, self.id.as_ref()?))
            }
            _ => None,
        }
    }

    /// What it registers, if others may refer to that.
    pub(super) fn registry(&self) -> Option<Kind> {
        match self.role {
            Some(Role::Registry(it)) => it.facts().kind,
            _ => None,
        }
    }

    /// Is it where a procedure's record is?
    pub(super) fn is_procedure(&self) -> bool {
        match self.role {
            Some(Role::Record(Kind::Procedure)) => true,
            Some(Role::Prose(Kind::Procedure, None)) => self.has_tree,
            _ => false,
        }
    }

    /// Do other files see the same of both?
    pub(super) fn looks_like(&self, other: &Scan) -> bool {
        let keys = |it: &Scan| it.keys.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>();
        self.source.path == other.source.path
            && self.has_tree == other.has_tree
            && self.is_broken == other.is_broken
            && self.body.is_some() == other.body.is_some()
            && keys(self) == keys(other)
            && self.outline == other.outline
    }
}
