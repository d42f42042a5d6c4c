//! What single files gave, put together.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Placed;
use super::files::{Made, Owner, Read};
use crate::model::{Entries, Lang, Page, Procedure, Prose};

/// What these files gave, which are none of procedures; of those with errors only the prose.
pub(super) fn entries<'a>(files: impl Iterator<Item = (&'a Read, bool)>, main: Lang) -> Entries {
    let mut entries = Entries::default();
    let mut prose: FxHashMap<&Owner, BTreeMap<Lang, Prose>> = FxHashMap::default();
    let mut pages: Vec<(Page, Lang)> = Vec::new();
    for (read, is_whole) in files {
        if let Some((owner, lang, text)) = &read.prose {
            prose.entry(owner).or_default().insert(*lang, text.clone());
        }
        match read.made.as_deref() {
            Some(Made::Page(page, lang)) if is_whole => pages.push((page.clone(), *lang)),
            Some(made) if is_whole => enter(&mut entries, made.clone()),
            _ => {}
        }
    }
    for journey in &mut entries.journeys {
        journey.prose = prose.remove(&Owner::Journey(journey.id.clone())).unwrap_or_default();
    }
    entries.pages = join_pages(pages, &mut prose, main);
    entries.agencies.sort_unstable_keys();
    entries.offices.sort_unstable_keys();
    entries.papers.sort_unstable_keys();
    entries.legal.sort_unstable_keys();
    entries.journeys.sort_by(|a, b| a.id.cmp(&b.id));
    entries.choices.sort_by(|a, b| a.id.cmp(&b.id));
    entries
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
            shorts: self.shorts,
            scan: Arc::clone(&self.scan),
            whole: self.whole,
        })
    }
}

fn enter(entries: &mut Entries, made: Made) {
    match made {
        Made::Agency(it) => drop(entries.agencies.insert(it.id.clone(), it)),
        Made::Office(it) => drop(entries.offices.insert(it.id.clone(), *it)),
        Made::Journey(it) => entries.journeys.push(it),
        Made::Choice(it) => entries.choices.push(it),
        Made::Fields(it) => entries.fields = it,
        Made::Audiences(it) => entries.audiences = it,
        Made::Papers(it) => entries.papers = it.into_iter().map(|it| (it.id.clone(), it)).collect(),
        Made::Legal(it) => entries.legal = it.into_iter().map(|it| (it.id.clone(), it)).collect(),
        Made::Glossary(it) => entries.glossary = it,
        Made::Synonyms(it) => entries.synonyms = it,
        Made::Calendar(it) => drop(entries.calendars.insert(it.year, it)),
        Made::Ledger(it) => entries.noted = it,
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
