//! One file: what it is, its tree, and what it makes.

use std::ops::Range;
use std::sync::Arc;

use super::figures::{self, Figure};
use super::ground::{Ground, Kind};
use super::mentions::Mentions;
use super::near::as_id;
use super::procedure::Spots;
use super::reading::Reading;
use super::roles::{Registry, Role, meant, role};
use super::rules::{
    bad_id, conflict_mark, default_language_missing, front_matter, prose_without_record, unknown_file,
    unknown_language,
};
use super::slips::broken::{self, tree_error};
use super::slips::{cut, quotes, swallowed, unopened};
use super::{
    addresses, choices, days_off, empty, golden, hygiene, marks, note, once, places, procedure, prose,
    refused, registries, translations,
};
use crate::diagnostic::Diagnostic;
use crate::markdown::{Outline, outline};
use crate::model::{
    Agency, Audience, Calendar, Choice, Field, GlossaryEntry, Id, Journey, Lang, LegalText, Office, Page,
    PaperEntry, Procedure, Prose, SynonymGroup,
};
use crate::source::front_matter::split;
use crate::source::tree::{Node, Value, parse};
use crate::source::{SourceFile, conflict};
use crate::text::{is_nfc, nfc};

/// What a file says of itself, before anything is held against other files.
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
    /// It has two sides that nobody joined: nothing else is said of it.
    is_torn: bool,
    pub(super) found: Vec<Diagnostic>,
}

impl Scan {
    /// The procedure of which it is the record or the prose, by name.
    pub(super) fn procedure(&self) -> Option<&Id> {
        match self.role {
            Some(Role::Record(Kind::Procedure) | Role::Prose(Kind::Procedure, _)) => self.id.as_ref(),
            _ => None,
        }
    }

    /// Its mistakes are shown even where its name is wrong.
    fn id(&self) -> Id {
        self.id.clone().unwrap_or_else(|| "x".parse().expect("a letter is an id"))
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

/// What one file gave.
#[derive(Default)]
pub(super) struct Read {
    pub(super) made: Option<Box<Made>>,
    pub(super) prose: Option<(Owner, Lang, Prose)>,
    /// Of prose in the main language.
    pub(super) figures: Vec<Figure>,
    pub(super) found: Vec<Diagnostic>,
    pub(super) mentions: Mentions,
}

/// Whose prose it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Owner {
    Procedure(Id),
    Journey(Id),
    Page(String),
}

/// A procedure and where its parts stand.
pub(super) type Own = Box<(Procedure, Spots)>;

/// What is made of a file that is of no procedure.
#[derive(Clone)]
pub(super) enum Made {
    Agency(Agency),
    Office(Box<Office>),
    Journey(Journey),
    Choice(Choice),
    Fields(Vec<Field>),
    Audiences(Vec<Audience>),
    Papers(Vec<PaperEntry>),
    Legal(Vec<LegalText>),
    Glossary(Vec<GlossaryEntry>),
    Synonyms(Vec<SynonymGroup>),
    Calendar(Calendar),
    Page(Page, Lang),
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
    let text = source.text.as_ref();
    let yaml = match file.role {
        None => {
            let meant = meant(&source.path);
            file.is_broken = meant.is_some();
            let words = refused::unknown(&source.path);
            file.found.push(note(source, &unknown_file::RULE, None, words));
            None
        }
        // A procedure's name is known by its path, so its tree lives only while the record is read.
        Some(Role::Golden | Role::Record(Kind::Procedure)) => None,
        Some(Role::Prose(..) | Role::Page(..)) => match split(text) {
            Ok(halves) => {
                if let Some(Role::Page(..)) = file.role {
                    file.outline = Some(Box::new(outline(&text[halves.body.clone()])));
                }
                file.body = Some(halves.body);
                if halves.front.is_none() {
                    let shape = file.role.as_ref().and_then(|it| Some((it, it.shape()?)));
                    let meant = shape.and_then(|(role, shape)| unopened::diagnostic(source, role, shape));
                    file.is_broken = meant.is_some();
                    file.found.extend(meant);
                }
                halves.front
            }
            Err(unclosed) => {
                let words = front_matter::words(unclosed.why);
                file.found.push(note(source, &front_matter::RULE, Some(unclosed.line), words));
                file.is_broken = true;
                None
            }
        },
        Some(_) => Some(0..text.len()),
    };
    if let Some(Role::Record(_) | Role::Prose(..)) = file.role {
        file.id = source.stem().parse().ok();
        if file.id.is_none() {
            let words = bad_id::words(source.stem(), &as_id(source.stem()));
            file.found.push(note(source, &bad_id::RULE, None, words));
        }
    }
    if let Some(mark) = conflict::mark(text) {
        file.found = vec![note(source, &conflict_mark::RULE, Some(mark), conflict_mark::words())];
        (file.is_torn, file.is_broken) = (true, !matches!(file.role, Some(Role::Record(Kind::Procedure))));
        return (file, None);
    }
    let tree = yaml.and_then(|range| match parse(text, range) {
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
            // Of an emptied one that is told, and not of all who name what it held.
            _ => file.is_broken = true,
        }
    }
    (file, tree)
}

/// With the procedure of which it is the record.
pub(super) fn read_file(file: &Scan, tree: Option<&Node<'_>>, ground: &Ground) -> (Read, Option<Own>) {
    let mut reading = Reading::new(&file.source, ground);
    if file.is_torn {
        return (Read::default(), None);
    }
    // Golden queries are what people type, in whatever spelling.
    if file.role != Some(Role::Golden) {
        (reading.found, reading.is_settled) =
            hygiene::diagnostics(&file.source, &ground.config.check.tone_style);
    }
    let (made, own) = if file.is_procedure() {
        (None, own(&mut reading, file, tree))
    } else {
        reading.found.extend(tree.iter().flat_map(|it| as_written(&file.source, it)));
        (tree.and_then(|node| make(&mut reading, file, node)), None)
    };
    reading.found.append(&mut reading.aside);
    once::quotes(&file.source.text, &mut reading.found);
    let figures = file.body.as_ref().map(|body| told(&mut reading, file, body)).unwrap_or_default();
    if file.role == Some(Role::Golden) {
        golden::check(&mut reading);
    }
    let prose = prose_of(&mut reading, file);
    reading.found.append(&mut reading.aside);
    let made = made.map(Box::new);
    (Read { made, prose, figures, found: reading.found, mentions: reading.mentions }, own)
}

/// What is odd in how values are written, whatever they mean.
fn as_written(source: &SourceFile, tree: &Node<'_>) -> Vec<Diagnostic> {
    let mut found = cut::comments(source, tree);
    found.extend(quotes::curly(source, tree));
    found.extend(marks::shown(source, tree));
    found
}

fn own(reading: &mut Reading<'_>, file: &Scan, tree: Option<&Node<'_>>) -> Option<Own> {
    let text = &file.source.text;
    let parsed = tree.is_none().then(|| parse(text, 0..text.len())).transpose();
    match parsed {
        Ok(mut parsed) => {
            let lifted = parsed.as_mut().map(|it| swallowed::lift(&file.source, file.role.as_ref(), it));
            reading.found.extend(lifted.unwrap_or_default());
            let tree = tree.or(parsed.as_ref())?;
            let nothing = empty::yaml(file, tree, reading.ground);
            if !nothing.is_empty() {
                reading.found.extend(nothing);
                return None;
            }
            reading.found.extend(as_written(&file.source, tree));
            procedure::procedure(reading, tree, &file.id()).map(Box::new)
        }
        Err(error) => {
            broken::report(reading, error);
            None
        }
    }
}

/// Checks what is told in Markdown; the figures are found that have to agree with the record.
fn told(reading: &mut Reading<'_>, file: &Scan, body: &Range<usize>) -> Vec<Figure> {
    // Of a procedure's prose it is large, and nobody else asks for it.
    let text = &file.source.text;
    let outline = match &file.outline {
        Some(known) => &**known,
        None => &outline(&text[body.clone()]),
    };
    prose::check(reading, outline, body.start);
    reading.note_repeated_lines(body.clone());
    match file.role {
        Some(Role::Prose(_, None)) => figures::found(text, outline, body.start),
        _ => Vec::new(),
    }
}

fn make(reading: &mut Reading<'_>, file: &Scan, node: &Node) -> Option<Made> {
    fn each<T>(
        reading: &mut Reading<'_>,
        node: &Node,
        read: fn(&mut Reading<'_>, Id, &Node) -> Option<T>,
    ) -> Vec<T> {
        let entries = reading.entries(node);
        entries.into_iter().filter_map(|(id, _, node)| read(reading, id, node)).collect()
    }
    let nothing = empty::yaml(file, node, reading.ground);
    if !nothing.is_empty() {
        reading.found.extend(nothing);
        return None;
    }
    Some(match file.role.as_ref()? {
        Role::Record(kind) | Role::Prose(kind, None) => {
            let id = file.id();
            match kind {
                Kind::Agency => Made::Agency(places::agency(reading, node, &id)?),
                Kind::Office => Made::Office(Box::new(places::office(reading, node, &id)?)),
                Kind::Choice => Made::Choice(choices::choice(reading, node, &id)?),
                _ => Made::Journey(registries::journey(reading, node, &id)?),
            }
        }
        Role::Registry(Registry::Fields) => Made::Fields(each(reading, node, registries::field)),
        Role::Registry(Registry::Audiences) => Made::Audiences(each(reading, node, registries::audience)),
        Role::Registry(Registry::Papers) => Made::Papers(each(reading, node, registries::paper)),
        Role::Registry(Registry::Legal) => Made::Legal(each(reading, node, registries::legal)),
        Role::Registry(Registry::Glossary) => Made::Glossary(registries::glossary(reading, node)),
        Role::Registry(Registry::Synonyms) => Made::Synonyms(each(reading, node, registries::synonyms)),
        Role::Calendar(year) => Made::Calendar(days_off::calendar(reading, node, *year)?),
        Role::Page(name, lang) => {
            let lang = lang.unwrap_or(reading.ground.languages[0]);
            Made::Page(registries::page(reading, node, name, lang)?, lang)
        }
        Role::Prose(_, Some(lang)) => {
            translations::data(reading, file, node, *lang);
            return None;
        }
        Role::Golden => return None,
    })
}

fn prose_of(reading: &mut Reading<'_>, file: &Scan) -> Option<(Owner, Lang, Prose)> {
    let body = file.body.clone()?;
    let (owner, lang) = match file.role.as_ref()? {
        Role::Prose(kind, lang) => {
            let id = file.id.clone()?;
            let has_own = lang.is_none() && file.has_tree;
            if !has_own && !file.is_broken && !reading.ground.names.has(*kind, &id) {
                let kind = if *kind == Kind::Procedure { "procedure" } else { "journey" };
                let words = prose_without_record::words(id.as_str(), kind);
                reading.found.push(note(&file.source, &prose_without_record::RULE, None, words));
            }
            (if *kind == Kind::Procedure { Owner::Procedure(id) } else { Owner::Journey(id) }, *lang)
        }
        Role::Page(name, lang) => {
            let main = lang.is_none_or(|it| it == reading.ground.languages[0]);
            if main && !file.has_tree && file.found.is_empty() {
                reading.found.push(empty::page(file, reading.ground));
            }
            if main {
                reading.found.extend(addresses::page(&file.source, name, *lang, reading.ground));
            }
            if !main && !reading.ground.has_page(name) {
                let words = default_language_missing::words(name, reading.ground.languages[0].as_str());
                reading.found.push(note(&file.source, &default_language_missing::RULE, None, words));
            }
            (Owner::Page(name.clone()), *lang)
        }
        _ => return None,
    };
    let lang = lang.unwrap_or(reading.ground.languages[0]);
    if !reading.ground.languages.contains(&lang) {
        let known: Vec<&str> = reading.ground.languages.iter().map(Lang::as_str).collect();
        let words = unknown_language::words(lang.as_str(), &known.join(", "));
        reading.found.push(note(&file.source, &unknown_language::RULE, None, words));
        return None;
    }
    let whole = &file.source.text;
    let is_nfc = reading.is_settled || is_nfc(whole);
    let as_it_is = body == (0..whole.len()) && is_nfc && !whole.contains('\r');
    // Most texts are shared with their file, not copied.
    let markdown: Arc<str> =
        if as_it_is { whole.clone() } else { nfc(&whole[body]).replace("\r\n", "\n").into() };
    if markdown.trim().is_empty() && !matches!(owner, Owner::Page(_)) {
        return None;
    }
    Some((owner, lang, Prose { markdown }))
}
