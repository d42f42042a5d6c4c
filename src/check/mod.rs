//! Text in, [`Catalogue`] out, with every mistake found on the way.
//!
//! Two passes. First each file by itself, on all cores: `files` turns it into values of the
//! model, against the names of all entries, which were collected before. Then `across` looks at
//! the records together. A file with an error yields no entry; the rest is still checked.
//! Never fails, never prints, never stops at the first mistake.

mod across;
mod calendars;
mod choices;
mod cycles;
mod documents;
mod figures;
mod files;
mod forms;
mod ground;
mod hygiene;
mod journeys;
mod near;
mod parts;
mod places;
mod procedure;
mod prose;
mod reading;
mod refused;
mod registries;
mod roles;
pub mod rules;
mod settings;
mod status;
mod terms;
#[cfg(test)]
mod tests;

pub(crate) use files::golden_lines;
pub use rules::RULES;

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;
use rayon::prelude::*;

use self::files::{Made, Owner, Parsed, Read};
use self::ground::Ground;
use self::procedure::Spots;
use crate::diagnostic::{Diagnostic, Report, Rule, Severity, Words};
use crate::model::{Catalogue, Lang, Page, Procedure, Prose};
use crate::source::{SourceFile, Sources};

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
    let parsed: Vec<Parsed> = sources.files.par_iter().map(files::parse_file).collect();
    let mut found = refused::diagnostics(&sources.refused);
    let names = files::names(&parsed, &mut found);
    let ground = Ground::new(sources, names, &parsed, as_of);

    let read: Vec<Read> = parsed.par_iter().map(|file| files::read_file(file, &ground)).collect();
    let mut catalogue = Catalogue::default();
    for form in &sources.forms {
        match forms::form(form) {
            Some(file) => drop(catalogue.files.insert(form.path.clone(), file)),
            None => found.push(forms::diagnostic(form)),
        }
    }
    let mut placed: Vec<Placed> = Vec::new();
    let mut prose: BTreeMap<Owner, BTreeMap<Lang, Prose>> = BTreeMap::new();
    let mut pages: Vec<(Page, Lang)> = Vec::new();
    let mut mentions = Vec::new();
    for (file, it) in parsed.iter().zip(read) {
        let whole = file.found.iter().chain(&it.found).all(|it| it.rule.severity != Severity::Error);
        found.extend(file.found.iter().cloned());
        found.extend(it.found);
        mentions.push(it.mentions);
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
    catalogue.choices.sort_by(|a, b| a.id.cmp(&b.id));
    placed.sort_by(|a, b| a.procedure.id.cmp(&b.procedure.id));

    found.extend(across::diagnostics(&catalogue, &placed, &parsed, &mentions, &ground));
    found.extend(settings::diagnostics(sources, &ground));
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

fn enter(catalogue: &mut Catalogue, made: Made) {
    match made {
        Made::Agency(it) => drop(catalogue.agencies.insert(it.id.clone(), it)),
        Made::Office(it) => drop(catalogue.offices.insert(it.id.clone(), *it)),
        Made::Journey(it) => catalogue.journeys.push(it),
        Made::Choice(it) => catalogue.choices.push(it),
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
