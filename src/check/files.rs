//! One file by itself: what it makes, and what is wrong with it.

use std::ops::Range;
use std::sync::Arc;

use super::figures::{self, Figure};
use super::ground::{Ground, Kind};
use super::mentions::Mentions;
use super::procedure::Spots;
use super::reading::Reading;
use super::roles::{Registry, Role};
use super::rules::{
    default_language_missing, no_accents, other_language, prose_without_record, unknown_language,
};
use super::scan::Scan;
use super::slips::{broken, cut, quotes, swallowed};
use super::{
    addresses, choices, days_off, empty, golden, hygiene, ledger, marks, note, once, places, procedure,
    prose, refused, registries, spoken, translations, typed, unfilled,
};
use crate::diagnostic::Diagnostic;
use crate::markdown::outline;
use crate::model::{
    Agency, Audience, Calendar, Choice, Field, GlossaryEntry, Id, Journey, Lang, LegalText, Noted, Office,
    Page, PaperEntry, Procedure, Prose, SynonymGroup,
};
use crate::source::SourceFile;
use crate::source::tree::{Node, parse};
use crate::text::{is_nfc, nfc};

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
type Own = (Procedure, Spots);

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
    Ledger(Vec<Noted>),
}

/// As many words show in which language prose is.
const PROSE: usize = 8;

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
    once::quotes(&mut reading.found);
    let figures = file.body.as_ref().map(|body| told(&mut reading, file, body)).unwrap_or_default();
    if file.role == Some(Role::Golden) {
        golden::check(&mut reading);
    }
    let starters = std::mem::take(&mut reading.starters);
    reading.found.extend(unfilled::diagnostic(file, starters));
    let prose = prose_of(&mut reading, file);
    reading.found.append(&mut reading.aside);
    let noted = (file.role == Some(Role::Ledger)).then(|| Made::Ledger(ledger::read(&mut reading)));
    let made = made.or(noted).map(Box::new);
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
            procedure::procedure(reading, tree, &file.id())
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
        Role::Registry(Registry::Legal) => Made::Legal(registries::legal(reading, node)),
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
        Role::Golden | Role::Ledger => return None,
    })
}

fn prose_of(reading: &mut Reading<'_>, file: &Scan) -> Option<(Owner, Lang, Prose)> {
    let body = file.body.clone()?;
    if let (Some(Role::Prose(..)), false) = (&file.role, file.has_tree) {
        reading.found.extend(empty::prose(file));
    }
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
                reading.found.extend(refused::page(file, name));
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
        if as_it_is { whole.clone() } else { nfc(&whole[body.clone()]).replace("\r\n", "\n").into() };
    let place = || Some(first_line(whole, body.clone()));
    if lang.as_str() == "en" && spoken::is_vietnamese(&markdown, PROSE) {
        let words = other_language::words_of_prose();
        reading.found.push(note(&file.source, &other_language::RULE, place(), words));
    }
    if lang.as_str() == "vi"
        && markdown.is_ascii()
        && let Some(words) = typed::unmarked(&markdown)
    {
        reading.found.push(note(&file.source, &no_accents::RULE, place(), words));
    }
    if markdown.trim().is_empty() && !matches!(owner, Owner::Page(_)) {
        return None;
    }
    Some((owner, lang, Prose { markdown }))
}

/// The first that is not empty.
fn first_line(text: &str, body: Range<usize>) -> Range<usize> {
    let start = body.end - text[body.clone()].trim_start().len();
    let line = text[start..body.end].lines().next().unwrap_or_default();
    start..start + line.trim_end().len()
}
