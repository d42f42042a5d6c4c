//! What single files gave, put together.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Placed;
use super::files::{Made, Owner, Read};
use crate::model::{Catalogue, Lang, Page, Procedure, Prose};

/// Enters what these files gave, which are none of procedures; of those with errors only the prose.
pub(super) fn enter_all<'a>(
    catalogue: &mut Catalogue,
    files: impl Iterator<Item = (&'a Read, bool)>,
    main: Lang,
) {
    let mut prose: FxHashMap<&Owner, BTreeMap<Lang, Prose>> = FxHashMap::default();
    let mut pages: Vec<(Page, Lang)> = Vec::new();
    for (read, is_whole) in files {
        if let Some((owner, lang, text)) = &read.prose {
            prose.entry(owner).or_default().insert(*lang, text.clone());
        }
        match read.made.as_deref() {
            Some(Made::Page(page, lang)) if is_whole => pages.push((page.clone(), *lang)),
            Some(made) if is_whole => enter(catalogue, made.clone()),
            _ => {}
        }
    }
    for journey in &mut catalogue.journeys {
        journey.prose = prose.remove(&Owner::Journey(journey.id.clone())).unwrap_or_default();
    }
    catalogue.pages = join_pages(pages, &mut prose, main);
    catalogue.journeys.sort_by(|a, b| a.id.cmp(&b.id));
    catalogue.choices.sort_by(|a, b| a.id.cmp(&b.id));
}

impl Placed {
    /// The same procedure with this prose, which it mostly has.
    pub(super) fn with_prose(self: &Arc<Placed>, prose: BTreeMap<Lang, Prose>) -> Arc<Placed> {
        if self.procedure.prose == prose {
            return Arc::clone(self);
        }
        let procedure = Arc::new(Procedure { prose, ..Procedure::clone(&self.procedure) });
        Arc::new(Placed {
            procedure,
            spots: self.spots.clone(),
            scan: Arc::clone(&self.scan),
            whole: self.whole,
        })
    }
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
        Made::Page(..) => {}
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
                whole.title.translate(lang, page.title.main);
            }
            if let (Some(whole), Some(summary)) = (&mut whole.summary, page.summary) {
                whole.translate(lang, summary.main);
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
