//! Text in, [`Catalogue`] out, with every mistake found on the way.
//!
//! Two passes. First each file by itself, on all cores: [`Reading`] turns it into values of the
//! model, against the names of all entries, which were collected before. Then [`across`] looks at
//! the records together. A file with an error yields no entry; the rest is still checked.
//! Never fails, never prints, never stops at the first mistake.

mod across;
mod documents;
mod ground;
mod near;
mod parts;
mod places;
mod procedure;
mod reading;
mod refused;
mod registries;
mod roles;
pub mod rules;
mod status;
mod terms;
#[cfg(test)]
mod tests;

pub use rules::RULES;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use jiff::civil::Date;
use rayon::prelude::*;

use self::ground::{Ground, Kind, Names};
use self::procedure::Spots;
use self::reading::Reading;
use self::roles::{Registry, Role, role};
use self::rules::{
    bad_id, duplicate_id, front_matter, prose_without_record, unknown_file, unknown_language, yaml_document,
    yaml_limits, yaml_reference, yaml_syntax, yaml_tab,
};
use crate::diagnostic::{Diagnostic, Report, Rule, Words};
use crate::model::{
    Agency, Audience, Calendar, Catalogue, Field, FormFile, GlossaryEntry, Id, Journey, Lang, LegalText,
    Office, Page, PaperEntry, Procedure, Prose, SynonymGroup,
};
use crate::source::front_matter::split;
use crate::source::tree::{Node, TreeError, TreeErrorKind, Value, parse};
use crate::source::{FoundForm, SourceFile, Sources};

/// A file whose YAML, if it has any, is a tree.
struct Parsed<'a> {
    source: &'a SourceFile,
    role: Option<Role>,
    /// Of a record's file name.
    id: Option<Id>,
    tree: Option<Node>,
    /// Markdown.
    body: Option<Range<usize>>,
    found: Vec<Diagnostic>,
}

/// What one file gave.
#[derive(Default)]
struct Read {
    made: Option<Made>,
    prose: Option<(Owner, Lang, Prose)>,
    found: Vec<Diagnostic>,
    used: BTreeSet<(Kind, Id)>,
}

/// Whose prose it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Owner {
    Procedure(Id),
    Journey(Id),
    Page(String),
}

enum Made {
    Procedure(Box<(Procedure, Spots)>),
    Agency(Agency),
    Office(Box<Office>),
    Journey(Journey),
    Fields(Vec<Field>),
    Audiences(Vec<Audience>),
    Papers(Vec<PaperEntry>),
    Legal(Vec<LegalText>),
    Glossary(Vec<GlossaryEntry>),
    Synonyms(Vec<SynonymGroup>),
    Calendar(Calendar),
    Page(Page, Lang),
}

/// A procedure and where its parts stand.
pub(crate) struct Placed<'a> {
    procedure: Procedure,
    spots: Spots,
    source: &'a SourceFile,
    /// Without an error of its own.
    whole: bool,
}

/// Checks everything that was read. `as_of` is the day that stands for today.
pub fn check(sources: &Sources, as_of: Date) -> (Catalogue, Report) {
    let mut parsed: Vec<Parsed> = sources.files.par_iter().map(parse_file).collect();
    let mut found = refused::diagnostics(&sources.refused);
    let names = names(&mut parsed, &mut found);
    let mut languages: Vec<Lang> = sources.config.languages.iter().filter_map(|it| it.parse().ok()).collect();
    if languages.is_empty() {
        languages.push(Lang::VI);
    }
    let forms = sources.forms.iter().map(|it| it.path.as_str()).collect();
    let ground = Ground { names, forms, config: &sources.config, languages, as_of };

    let read: Vec<Read> = parsed.par_iter().map(|file| read_file(file, &ground)).collect();
    let mut catalogue = Catalogue { files: files(&sources.forms), ..Catalogue::default() };
    let mut placed: Vec<Placed> = Vec::new();
    let mut prose: BTreeMap<Owner, BTreeMap<Lang, Prose>> = BTreeMap::new();
    let mut pages: Vec<(Page, Lang)> = Vec::new();
    let mut used = BTreeSet::new();
    for (file, it) in parsed.iter_mut().zip(read) {
        let own = std::mem::take(&mut file.found);
        let whole =
            own.iter().chain(&it.found).all(|it| it.rule.severity != crate::diagnostic::Severity::Error);
        found.extend(own);
        found.extend(it.found);
        used.extend(it.used);
        if let Some((owner, lang, text)) = it.prose {
            prose.entry(owner).or_default().insert(lang, text);
        }
        match it.made {
            Some(Made::Procedure(made)) => {
                let (procedure, spots) = *made;
                placed.push(Placed { procedure, spots, source: file.source, whole });
            }
            Some(Made::Page(page, lang)) if whole => pages.push((page, lang)),
            Some(made) if whole => enter(&mut catalogue, made),
            _ => {}
        }
    }
    for it in &mut placed {
        it.procedure.prose = prose.remove(&Owner::Procedure(it.procedure.id.clone())).unwrap_or_default();
    }
    for journey in &mut catalogue.journeys {
        journey.prose = prose.remove(&Owner::Journey(journey.id.clone())).unwrap_or_default();
    }
    catalogue.pages = join_pages(pages, &mut prose, ground.languages[0]);
    catalogue.journeys.sort_by(|a, b| a.id.cmp(&b.id));
    placed.sort_by(|a, b| a.procedure.id.cmp(&b.procedure.id));

    found.extend(across::diagnostics(&catalogue, &placed, &parsed, &used, &ground));
    catalogue.procedures = placed.into_iter().filter(|it| it.whole).map(|it| it.procedure).collect();

    let allowed = &sources.config.check.allow;
    found.retain(|it| !allowed.contains_key(it.rule.code) && !allowed.contains_key(it.rule.name));
    let place = |it: &Diagnostic| it.span.as_ref().map_or((0, 0), |span| (span.start, span.end));
    found.sort_by(|a, b| (&a.path, place(a), a.rule.code).cmp(&(&b.path, place(b), b.rule.code)));
    found.dedup();
    (catalogue, Report { diagnostics: found })
}

fn note(
    source: &SourceFile,
    rule: &'static Rule,
    span: Option<Range<usize>>,
    [message, help]: [Words; 2],
) -> Diagnostic {
    Diagnostic { rule, path: source.path.clone(), span, message, help }
}

fn parse_file(source: &SourceFile) -> Parsed<'_> {
    let mut file =
        Parsed { source, role: role(&source.path), id: None, tree: None, body: None, found: Vec::new() };
    let text = source.text.as_ref();
    let yaml = match file.role {
        None => {
            file.found.push(note(source, &unknown_file::RULE, None, unknown_file::words()));
            None
        }
        Some(Role::Golden) => None,
        Some(Role::Prose(..) | Role::Page(..)) => match split(text) {
            Ok(halves) => {
                file.body = Some(halves.body);
                halves.front
            }
            Err(unclosed) => {
                file.found.push(note(source, &front_matter::RULE, Some(unclosed.0), front_matter::words()));
                None
            }
        },
        Some(_) => Some(0..text.len()),
    };
    if let Some(Role::Record(_) | Role::Prose(..)) = file.role {
        file.id = source.stem().parse().ok();
        if file.id.is_none() {
            let words = bad_id::words(source.stem(), &reading::as_id(source.stem()));
            file.found.push(note(source, &bad_id::RULE, None, words));
        }
    }
    if let Some(range) = yaml {
        match parse(text, range) {
            Ok(tree) => file.tree = Some(tree),
            Err(error) => file.found.push(tree_error(source, error)),
        }
    }
    file
}

fn tree_error(source: &SourceFile, error: TreeError) -> Diagnostic {
    let (rule, words): (&'static Rule, _) = match &error.kind {
        TreeErrorKind::Syntax(info) => (&yaml_syntax::RULE, yaml_syntax::words(info)),
        TreeErrorKind::Tab => (&yaml_tab::RULE, yaml_tab::words()),
        TreeErrorKind::Anchor => (&yaml_reference::RULE, yaml_reference::words("&, *")),
        TreeErrorKind::Tag => (&yaml_reference::RULE, yaml_reference::words("!")),
        TreeErrorKind::Key | TreeErrorKind::SecondDocument => (&yaml_document::RULE, yaml_document::words()),
        TreeErrorKind::TooDeep => {
            (&yaml_limits::RULE, yaml_limits::words("lồng nhau quá 64 tầng", "nests deeper than 64"))
        }
        TreeErrorKind::TooLarge => (&yaml_limits::RULE, yaml_limits::words("quá lớn", "is too large")),
    };
    note(source, rule, Some(error.span), words)
}

/// Collects what exists; of two files with one id, the first by path counts.
fn names(parsed: &mut [Parsed<'_>], found: &mut Vec<Diagnostic>) -> Names {
    let mut names = Names::default();
    let mut homes: BTreeMap<(Kind, Id), &str> = BTreeMap::new();
    for file in parsed.iter() {
        let kind = match (&file.role, &file.tree) {
            (Some(Role::Record(kind)), _) | (Some(Role::Prose(kind, None)), Some(_)) => *kind,
            (Some(Role::Registry(registry)), Some(Node { value: Value::Map(entries), .. })) => {
                let kind = match registry {
                    Registry::Fields => Kind::Field,
                    Registry::Audiences => Kind::Audience,
                    Registry::Papers => Kind::Paper,
                    Registry::Legal => Kind::Legal,
                    Registry::Glossary | Registry::Synonyms => continue,
                };
                for id in entries.iter().filter_map(|it| it.key.parse().ok()) {
                    names.add(kind, id);
                }
                continue;
            }
            _ => continue,
        };
        if let Some(id) = &file.id {
            if let Some(other) = homes.get(&(kind, id.clone())) {
                let words = duplicate_id::words(id.as_str(), other);
                found.push(note(file.source, &duplicate_id::RULE, None, words));
            } else {
                homes.insert((kind, id.clone()), &file.source.path);
                names.add(kind, id.clone());
            }
        }
    }
    names
}

fn read_file(file: &Parsed<'_>, ground: &Ground<'_>) -> Read {
    let mut reading = Reading::new(file.source, ground);
    let made = file.tree.as_ref().and_then(|node| make(&mut reading, file, node));
    let prose = prose_of(&mut reading, file);
    Read { made, prose, found: reading.found, used: reading.used }
}

fn make(reading: &mut Reading<'_>, file: &Parsed<'_>, node: &Node) -> Option<Made> {
    fn each<T>(
        reading: &mut Reading<'_>,
        node: &Node,
        read: fn(&mut Reading<'_>, Id, &Node) -> Option<T>,
    ) -> Vec<T> {
        let entries = reading.entries(node);
        entries.into_iter().filter_map(|(id, _, node)| read(reading, id, node)).collect()
    }
    Some(match file.role.as_ref()? {
        Role::Record(kind) | Role::Prose(kind, None) => {
            // Another file's mistakes are shown even where the name of this one is wrong.
            let id = file.id.clone().unwrap_or_else(|| "x".parse().expect("a letter is an id"));
            match kind {
                Kind::Procedure => Made::Procedure(Box::new(procedure::procedure(reading, node, &id)?)),
                Kind::Agency => Made::Agency(places::agency(reading, node, &id)?),
                Kind::Office => Made::Office(Box::new(places::office(reading, node, &id)?)),
                _ => Made::Journey(registries::journey(reading, node, &id)?),
            }
        }
        Role::Registry(Registry::Fields) => Made::Fields(each(reading, node, registries::field)),
        Role::Registry(Registry::Audiences) => Made::Audiences(each(reading, node, registries::audience)),
        Role::Registry(Registry::Papers) => Made::Papers(each(reading, node, registries::paper)),
        Role::Registry(Registry::Legal) => Made::Legal(each(reading, node, registries::legal)),
        Role::Registry(Registry::Glossary) => Made::Glossary(each(reading, node, registries::glossary)),
        Role::Registry(Registry::Synonyms) => Made::Synonyms(each(reading, node, registries::synonyms)),
        Role::Calendar(year) => Made::Calendar(registries::calendar(reading, node, *year)?),
        Role::Page(name, lang) => {
            let lang = lang.unwrap_or(reading.ground.languages[0]);
            Made::Page(registries::page(reading, node, name, lang)?, lang)
        }
        Role::Prose(..) | Role::Golden => return None,
    })
}

fn prose_of(reading: &mut Reading<'_>, file: &Parsed<'_>) -> Option<(Owner, Lang, Prose)> {
    let body = file.body.clone()?;
    let (owner, lang) = match file.role.as_ref()? {
        Role::Prose(kind, lang) => {
            let id = file.id.clone()?;
            if file.tree.is_none() && !reading.ground.names.has(*kind, &id) {
                let words = prose_without_record::words(id.as_str());
                reading.found.push(note(file.source, &prose_without_record::RULE, None, words));
            }
            (if *kind == Kind::Procedure { Owner::Procedure(id) } else { Owner::Journey(id) }, *lang)
        }
        Role::Page(name, lang) => {
            let main = lang.is_none_or(|it| it == reading.ground.languages[0]);
            if main && file.tree.is_none() && file.found.is_empty() {
                let words = rules::missing_key::words("title");
                reading.found.push(note(file.source, &rules::missing_key::RULE, None, words));
            }
            (Owner::Page(name.clone()), *lang)
        }
        _ => return None,
    };
    let lang = lang.unwrap_or(reading.ground.languages[0]);
    if !reading.ground.languages.contains(&lang) {
        let known: Vec<&str> = reading.ground.languages.iter().map(Lang::as_str).collect();
        let words = unknown_language::words(lang.as_str(), &known.join(", "));
        reading.found.push(note(file.source, &unknown_language::RULE, None, words));
        return None;
    }
    let markdown = file.source.text[body].replace("\r\n", "\n");
    if markdown.trim().is_empty() && !matches!(owner, Owner::Page(_)) {
        return None;
    }
    Some((owner, lang, Prose { markdown: markdown.into() }))
}

fn enter(catalogue: &mut Catalogue, made: Made) {
    match made {
        Made::Agency(it) => drop(catalogue.agencies.insert(it.id.clone(), it)),
        Made::Office(it) => drop(catalogue.offices.insert(it.id.clone(), *it)),
        Made::Journey(it) => catalogue.journeys.push(it),
        Made::Fields(it) => catalogue.fields = it,
        Made::Audiences(it) => catalogue.audiences = it,
        Made::Papers(it) => catalogue.papers = it.into_iter().map(|it| (it.id.clone(), it)).collect(),
        Made::Legal(it) => catalogue.legal = it.into_iter().map(|it| (it.id.clone(), it)).collect(),
        Made::Glossary(it) => catalogue.glossary = it,
        Made::Synonyms(it) => catalogue.synonyms = it,
        Made::Calendar(it) => drop(catalogue.calendars.insert(it.year, it)),
        Made::Procedure(_) | Made::Page(..) => {}
    }
}

/// The page in the main language, with the titles and the prose of its translations.
fn join_pages(
    pages: Vec<(Page, Lang)>,
    prose: &mut BTreeMap<Owner, BTreeMap<Lang, Prose>>,
    main: Lang,
) -> Vec<Page> {
    let (mut joined, translations): (Vec<_>, Vec<_>) = pages.into_iter().partition(|(_, lang)| *lang == main);
    for (page, lang) in translations {
        if let Some((whole, _)) = joined.iter_mut().find(|(it, _)| it.name == page.name) {
            if !page.title.main.is_empty() {
                whole.title.other.push((lang, page.title.main));
            }
            if let (Some(whole), Some(summary)) = (&mut whole.summary, page.summary) {
                whole.other.push((lang, summary.main));
            }
        }
    }
    let mut pages: Vec<Page> = joined.into_iter().map(|(page, _)| page).collect();
    for page in &mut pages {
        page.prose = prose.remove(&Owner::Page(page.name.clone())).unwrap_or_default();
    }
    pages.sort_by(|a, b| a.address.cmp(&b.address));
    pages
}

fn files(forms: &[FoundForm]) -> BTreeMap<String, FormFile> {
    let kind = |path: &str| match path.rsplit('.').next().unwrap_or("").to_ascii_lowercase().as_str() {
        "pdf" => "PDF",
        "doc" => "DOC",
        "docx" => "DOCX",
        "xls" => "XLS",
        "xlsx" => "XLSX",
        "odt" => "ODT",
        "ods" => "ODS",
        "zip" => "ZIP",
        _ => "",
    };
    let of = |it: &FoundForm| FormFile { kind: kind(&it.path), bytes: it.bytes.len() as u64 };
    forms.iter().map(|it| (it.path.clone(), of(it))).collect()
}
