//! Text in, [`Catalogue`] out, with every mistake found on the way.
//!
//! Two passes. First each file by itself, on all cores: `files` turns it into values of the
//! model, against the names of all entries, which were collected before. Then `across` looks at
//! the records together. A file with an error yields no entry; the rest is still checked.
//! Never fails, never prints, never stops at the first mistake.

mod across;
mod calendars;
mod choices;
mod contrast;
mod cycles;
mod documents;
mod figures;
mod files;
mod forms;
mod ground;
mod hygiene;
mod journeys;
mod memo;
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
mod values;
#[cfg(test)]
mod tests;

pub(crate) use files::golden_lines;
pub use rules::RULES;

pub use memo::Memo;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use self::across::Around;
use self::files::{Made, Owner, Read, Scan};
use self::memo::Known;
use self::procedure::Spots;
use crate::diagnostic::{Diagnostic, Report, Rule, Severity, Words};
use crate::model::{Catalogue, Id, Lang, Page, Procedure, Prose};
use crate::source::tree::Node;
use crate::source::{SourceFile, Sources};

/// A procedure and where its parts stand.
pub(crate) struct Placed {
    procedure: Arc<Procedure>,
    spots: Spots,
    /// Its record.
    scan: Arc<Scan>,
    /// Without an error of its own.
    whole: bool,
}

/// Checks everything that was read. `as_of` is the day that stands for today.
pub fn check(sources: &Sources, as_of: Date) -> (Catalogue, Report) {
    check_again(sources, as_of, &mut Memo::default())
}

/// [`check`], for one who checks often: what `memo` still knows is not worked out again.
pub fn check_again(sources: &Sources, as_of: Date, memo: &mut Memo) -> (Catalogue, Report) {
    let last = std::mem::take(memo);
    let known = last.known(&sources.files);
    let scanned = (sources.files.par_iter().zip(&known)).map(|(source, known)| {
        if let Some(known) = known {
            return (Arc::clone(&known.scan), None);
        }
        let (scan, tree) = files::scan(source);
        (Arc::new(scan), tree)
    });
    let (scans, trees): (Vec<Arc<Scan>>, Vec<Option<Node<'_>>>) = scanned.unzip();
    let (ground, named) = last.ground(sources, as_of, &scans);
    let firm = last.stands_on(&ground);

    let read = (scans.par_iter().zip(trees).zip(&known)).map(|((scan, tree), known)| {
        if let Some(known) = known.filter(|_| firm) {
            return (Arc::clone(&known.read), None);
        }
        // The tree of a file that was known is gone.
        let again = known.and_then(|_| files::scan(&scan.source).1);
        let mut read = files::read_file(scan, tree.as_ref().or(again.as_ref()), &ground);
        let own = match read.made.take() {
            Some(Made::Procedure(made)) => Some(made),
            other => {
                read.made = other;
                None
            }
        };
        (Arc::new(read), own)
    });
    let (reads, own): (Vec<Arc<Read>>, Vec<Option<Box<_>>>) = read.unzip();

    let mut found = refused::diagnostics(&sources.refused);
    found.extend(named.iter().cloned());
    let mut catalogue = Catalogue::default();
    for form in &sources.forms {
        match forms::form(form) {
            Some(file) => drop(catalogue.files.insert(form.path.clone(), file)),
            None => found.push(forms::diagnostic(form)),
        }
    }
    let mut prose_of: FxHashMap<&Id, BTreeMap<Lang, &Prose>> = FxHashMap::default();
    let mut prose: FxHashMap<&Owner, BTreeMap<Lang, Prose>> = FxHashMap::default();
    for (owner, lang, text) in reads.iter().filter_map(|it| it.prose.as_ref()) {
        match owner {
            Owner::Procedure(id) => drop(prose_of.entry(id).or_default().insert(*lang, text)),
            other => drop(prose.entry(other).or_default().insert(*lang, text.clone())),
        }
    }
    let mut pages: Vec<(Page, Lang)> = Vec::new();
    let mut made: Vec<Option<Arc<Placed>>> = Vec::with_capacity(scans.len());
    for (nth, own) in own.into_iter().enumerate() {
        let (scan, read) = (&scans[nth], &reads[nth]);
        found.extend(scan.found.iter().chain(&read.found).cloned());
        let whole = || is_whole(scan, read);
        match &read.made {
            Some(Made::Page(page, lang)) if whole() => pages.push((page.clone(), *lang)),
            Some(made) if whole() => enter(&mut catalogue, made.clone()),
            _ => {}
        }
        let text = |id: &Id| prose_of.get(id);
        made.push(match (own, known[nth].filter(|_| firm)) {
            (Some(own), _) => {
                let (mut procedure, spots): (Procedure, Spots) = *own;
                let text = text(&procedure.id).into_iter().flatten();
                procedure.prose = text.map(|(lang, text)| (*lang, Prose::clone(text))).collect();
                let (procedure, scan) = (Arc::new(procedure), Arc::clone(scan));
                Some(Arc::new(Placed { procedure, spots, scan, whole: whole() }))
            }
            (None, Some(Known { placed: Some(last), .. })) => Some(last.with_prose(text(&last.procedure.id))),
            (None, _) => None,
        });
    }
    let mut placed: Vec<Arc<Placed>> = made.iter().flatten().cloned().collect();
    placed.sort_by(|a, b| a.procedure.id.cmp(&b.procedure.id));
    for journey in &mut catalogue.journeys {
        journey.prose = prose.remove(&Owner::Journey(journey.id.clone())).unwrap_or_default();
    }
    catalogue.pages = join_pages(pages, &mut prose, ground.languages[0]);
    catalogue.journeys.sort_by(|a, b| a.id.cmp(&b.id));
    catalogue.choices.sort_by(|a, b| a.id.cmp(&b.id));

    let around = Around::new(&catalogue, &placed, &ground);
    let same_around = last.is_among(&around);
    let by_id: FxHashMap<&Id, &Arc<Placed>> = placed.iter().map(|it| (&it.procedure.id, it)).collect();
    let next = (scans.par_iter().zip(&reads).zip(made).zip(&known)).map(|(((scan, read), placed), known)| {
        let owner = placed.as_ref().or_else(|| by_id.get(scan.procedure()?).copied()).map(Arc::clone);
        let same = known.filter(|it| same_around && it.is_of(read, owner.as_ref()));
        let beside = same.map_or_else(
            || across::of_file(scan, read, owner.as_deref(), &catalogue, &around).into(),
            |it| Arc::clone(&it.beside),
        );
        Known { scan: Arc::clone(scan), read: Arc::clone(read), placed, owner, beside }
    });
    let next: Vec<Known> = next.collect();
    found.extend(next.iter().flat_map(|it| it.beside.iter().cloned()));
    found.extend(across::of_all(&catalogue, &placed, &scans, &reads, &ground));
    found.extend(settings::diagnostics(sources, &ground));
    found.extend(contrast::diagnostics(&sources.style_file));
    let whole = placed.iter().filter(|it| it.whole);
    catalogue.procedures = whole.map(|it| Arc::clone(&it.procedure)).collect();

    let allowed = &sources.config.check.allow;
    found.retain(|it| !allowed.contains_key(it.rule.code) && !allowed.contains_key(it.rule.name));
    let place = |it: &Diagnostic| it.span.as_ref().map_or((0, 0), |span| (span.start, span.end));
    found.sort_by(|a, b| (&a.path, place(a), a.rule.code).cmp(&(&b.path, place(b), b.rule.code)));
    found.dedup();
    *memo = Memo::new(next, ground, named, around);
    (catalogue, Report { diagnostics: found })
}

fn is_whole(scan: &Scan, read: &Read) -> bool {
    scan.found.iter().chain(&read.found).all(|it| it.rule.severity != Severity::Error)
}

impl Placed {
    /// The same procedure with this prose, which it mostly has.
    fn with_prose(self: &Arc<Placed>, prose: Option<&BTreeMap<Lang, &Prose>>) -> Arc<Placed> {
        let new = prose.into_iter().flatten();
        if self.procedure.prose.iter().eq(new.clone().map(|(lang, text)| (lang, *text))) {
            return Arc::clone(self);
        }
        let prose = new.map(|(lang, text)| (*lang, Prose::clone(text))).collect();
        let procedure = Arc::new(Procedure { prose, ..Procedure::clone(&self.procedure) });
        Arc::new(Placed {
            procedure,
            spots: self.spots.clone(),
            scan: Arc::clone(&self.scan),
            whole: self.whole,
        })
    }
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
    prose: &mut FxHashMap<&Owner, BTreeMap<Lang, Prose>>,
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
