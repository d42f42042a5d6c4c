//! Catalogue in, [`Views`] out: what each page says, ready to be put into a template.
//!
//! Everything that needs thought happens here: which time holds for whom, back
//! references, orderings, addresses, values in words. Templates choose, repeat
//! and place; they compute nothing. There is one [`SiteViews`] for each language.

mod differences;
mod facts;
mod lists;
mod parts;
mod procedure;
mod prose;
mod site;
mod terms;
mod translation;
mod variants;
mod wording;

pub use differences::{Difference, Held};
pub use facts::Facts;
pub use lists::{
    AgencyView, Card, CollectionView, Entry, HomeView, JourneyStepView, JourneyView, Letter, OfficeView,
};
pub use parts::{
    Change, ChannelView, ConditionView, DocumentView, LegalView, OutcomeView, RequirementView, StepView,
};
pub use procedure::{ApplyView, Notice, ProcedureView};
pub use prose::{PageView, ProseView};
pub use site::{Link, PhoneView, SourceView, Words};
pub use terms::{TermRow, Value};
pub use translation::TranslationView;
pub use variants::Variant;

use jiff::civil::Date;

use crate::config::SiteConfig;
use crate::model::{Address, Catalogue, Lang};
use site::Site;

/// All pages, before they are HTML.
#[derive(Debug, Clone, PartialEq)]
pub struct Views {
    pub as_of: Date,
    /// The main language first.
    pub sites: Vec<SiteViews>,
    /// Earlier addresses and where they lead, sorted.
    pub redirects: Vec<(Address, Address)>,
    /// What changed in the main language, newest first.
    pub changes: Vec<ChangeEntry>,
}

/// The pages of one language.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteViews {
    pub lang: Lang,
    pub is_main: bool,
    /// The site's name in this language.
    pub title: String,
    pub description: String,
    /// The day the pages speak of, in words.
    pub as_of: String,
    /// From the root to this language's home: empty, or `en/`.
    pub base: String,
    pub home: HomeView,
    /// By address; a procedure as one agency carries it out has a view of its own.
    pub procedures: Vec<ProcedureView>,
    /// Fields, then audiences.
    pub collections: Vec<CollectionView>,
    pub agencies: Vec<AgencyView>,
    pub offices: Vec<OfficeView>,
    pub journeys: Vec<JourneyView>,
    pub pages: Vec<PageView>,
    /// For the foot of every page.
    pub page_links: Vec<Link>,
    /// In the order of a Vietnamese dictionary.
    pub alphabet: Vec<Letter>,
}

/// A change to one procedure, for the feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeEntry {
    pub address: Address,
    pub title: String,
    pub date: Date,
    pub note: String,
}

/// What the catalogue looks like on the day `as_of`, in every language of the site.
pub fn derive(catalogue: &Catalogue, config: &SiteConfig, as_of: Date) -> Views {
    let languages: Vec<Lang> = config.languages.iter().filter_map(|it| it.parse().ok()).collect();
    let main = languages.first().copied().unwrap_or(Lang::VI);
    let sites = std::iter::once(main)
        .chain(languages.into_iter().filter(|it| *it != main))
        .map(|lang| {
            site_views(&Site { catalogue, config, lang, main, as_of, wording: wording::Wording::of(lang) })
        })
        .collect();
    Views { as_of, sites, redirects: prose::redirects(catalogue), changes: changes(catalogue) }
}

fn site_views(site: &Site<'_>) -> SiteViews {
    let in_language = |main: &str, other: &std::collections::BTreeMap<String, String>| {
        other.get(site.lang.as_str()).map_or(main, String::as_str).to_owned()
    };
    let config = site.config;
    SiteViews {
        lang: site.lang,
        is_main: site.is_main(),
        title: in_language(&config.title, &config.title_in),
        description: in_language(&config.description, &config.description_in),
        as_of: site.wording.date(site.as_of),
        base: site.address(&Address::home()).as_str().to_owned(),
        home: site.home(),
        procedures: site.procedures(),
        collections: site.collections(),
        agencies: site.agencies(),
        offices: site.offices(),
        journeys: site.journeys(),
        pages: site.pages(),
        page_links: site.page_links(),
        alphabet: site.alphabet(),
    }
}

fn changes(catalogue: &Catalogue) -> Vec<ChangeEntry> {
    let shown = catalogue.procedures.iter().filter(|it| site::is_shown(it));
    let mut found: Vec<ChangeEntry> = shown
        .flat_map(|procedure| {
            procedure.changes.iter().map(|change| ChangeEntry {
                address: procedure.address.clone(),
                title: procedure.title.main.to_string(),
                date: change.date,
                note: change.note.main.to_string(),
            })
        })
        .collect();
    found.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.address.cmp(&b.address)));
    found
}

#[cfg(test)]
pub(crate) mod tests;
