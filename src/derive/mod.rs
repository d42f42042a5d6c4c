//! Catalogue in, [`Views`] out: what each page says, ready to be put into a template.
//!
//! Everything that needs thought happens here: which time holds for whom, back
//! references, orderings, addresses, values in words. Templates choose, repeat
//! and place; they compute nothing. There is one [`SiteViews`] for each language,
//! and it works out a page when it is asked for one.

mod alphabet;
mod apply;
mod choices;
mod coming;
mod contacts;
mod differences;
mod dossier;
mod due;
mod facts;
mod journey;
mod lists;
mod matters;
mod open_data;
mod messages;
mod offices;
mod paging;
mod parts;
mod procedure;
mod prose;
mod record;
mod redirects;
mod searched;
mod shelf;
mod sheets;
mod signposts;
mod site;
mod subject;
mod terms;
mod translation;
mod variants;
mod wording;
mod words;

pub use alphabet::{AlphabetView, Initial, Letter};
pub use apply::{ApplyView, FormDown, Notice};
pub use choices::{AnswerView, ChoiceOutcomeView, ChoiceView, Given, QuestionView};
pub use coming::{Coming, ComingParts, Next, Upcoming, UpcomingItem};
pub use contacts::ContactView;
pub use differences::{Difference, Held};
pub use dossier::{Beside, DossierPaper, DossierUse, DossierView};
pub use due::{DueRow, DueView};
pub use facts::Facts;
pub use journey::{JourneyStepView, JourneyView};
pub use lists::{AgencyView, Card, CollectionView, Entry, HomeView, SearchView};
pub use matters::Matters;
pub use messages::{MessageView, SMS_MOST, ZALO_MOST};
pub use offices::{HotlineView, OfficeRow, OfficeView, OfficesView, PlaceView, ProvinceView};
pub use open_data::{Number, OpenAgency, OpenIndex, OpenProcedure, OpenTerm, Texts};
pub use paging::{Paging, Sibling};
pub use parts::{
    AboutPaper, Change, ChangeEntry, ChannelView, ConditionView, Dated, DocumentView, LegalView, OutcomeView,
    RequirementView, StepView,
};
pub use procedure::ProcedureView;
pub use prose::{PageView, ProseView};
pub use record::{Cited, Line, Record};
pub use searched::{Alike, Facet, Found, Searched};
pub use sheets::SheetView;
pub use signposts::{Heads, Signpost, SignpostKind, Word};
pub use site::{Link, PhoneView, SourceMark, SourceView};
pub use subject::Subject;
pub use terms::{TermRow, Value};
pub use translation::TranslationView;
pub use variants::Variant;
pub use words::{END, LANGUAGE, WORDS, Words};

use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use crate::config::SiteConfig;
use crate::model::{
    Address, Agency, Audience, Catalogue, Choice, Field, Journey, Lang, LastTurns, Office, Page, Procedure,
};
use site::Site;

/// All pages, before they are HTML. Each is worked out when it is asked for, so that they need not
/// all live at once and nobody waits for those that are not wanted.
pub struct Views<'a> {
    /// The day the pages speak of: since when all is as it is.
    pub as_of: Date,
    /// The main language first.
    pub sites: Vec<SiteViews<'a>>,
    catalogue: &'a Catalogue,
}

/// Procedures of a site that a folder, or a device that keeps it, searches whole.
const SMALL: usize = 400;

/// The pages of one language.
pub struct SiteViews<'a> {
    site: Site<'a>,
    pub lang: Lang,
    pub is_main: bool,
    /// The site's name in this language.
    pub title: Words,
    pub description: Words,
    /// Of the owner, who has one name and one address.
    pub owner: Words,
    pub owner_address: Words,
    /// The day the pages speak of, in words.
    pub as_of: String,
    /// From the root to this language's home: empty, or `en/`.
    pub base: String,
    /// For the foot of every page.
    pub page_links: Vec<Link>,
    /// Is there anywhere to go?
    pub has_offices: bool,
}

/// What views of a catalogue have worked out, for later views of the same one.
#[derive(Clone)]
pub struct Worked {
    as_of: Date,
    /// In the order of the sites.
    shelves: Vec<Arc<OnceLock<shelf::Shelf>>>,
}

/// What the catalogue looks like on the day `as_of`, in every language of the site.
///
/// Nothing after the first line knows `as_of`, only since when all has been as it is then: the
/// same views until something changes.
pub fn derive<'a>(catalogue: &'a Catalogue, config: &'a SiteConfig, as_of: Date) -> Views<'a> {
    derive_anew(catalogue, config, as_of, &mut LastTurns::default())
}

/// [`derive()`], for one who does it often.
pub fn derive_anew<'a>(
    catalogue: &'a Catalogue,
    config: &'a SiteConfig,
    as_of: Date,
    known: &mut LastTurns,
) -> Views<'a> {
    views(catalogue, config, &Worked { as_of: catalogue.since(as_of, known), shelves: Vec::new() })
}

/// The views that [`Views::worked`] comes from, once more.
pub fn derive_again<'a>(catalogue: &'a Catalogue, config: &'a SiteConfig, worked: &Worked) -> Views<'a> {
    views(catalogue, config, worked)
}

fn views<'a>(catalogue: &'a Catalogue, config: &'a SiteConfig, worked: &Worked) -> Views<'a> {
    let as_of = worked.as_of;
    let languages = Lang::of_site(&config.languages);
    let main = languages[0];
    let sites = languages
        .into_iter()
        .enumerate()
        .map(|(nth, lang)| {
            let wording = wording::Wording::of(lang);
            SiteViews::of(Site {
                catalogue,
                config,
                lang,
                main,
                as_of,
                wording,
                shelf: worked.shelves.get(nth).cloned().unwrap_or_default(),
                dues: due::DueViews::default(),
            })
        })
        .collect();
    Views { as_of, sites, catalogue }
}

impl Views<'_> {
    /// For [`derive_again`]; what these views work out later is shared too.
    pub fn worked(&self) -> Worked {
        let shelves = self.sites.iter().map(|it| Arc::clone(&it.site.shelf)).collect();
        Worked { as_of: self.as_of, shelves }
    }

    /// Before pages are made on all cores: it takes all of them, and a page that waited for it
    /// would hold one.
    pub fn put_in_order(&self) {
        for it in &self.sites {
            it.site.shelf();
        }
    }

    /// What changed in the main language, newest first.
    pub fn changes(&self) -> Vec<ChangeEntry> {
        changes(self.catalogue, self.as_of)
    }
}

impl<'a> SiteViews<'a> {
    fn of(site: Site<'a>) -> SiteViews<'a> {
        let in_language = |main: &str, other: &std::collections::BTreeMap<String, String>| {
            other.get(site.lang.as_str()).map_or_else(|| site.untranslated(main), |it| it.as_str().into())
        };
        let config = site.config;
        SiteViews {
            lang: site.lang,
            is_main: site.is_main(),
            title: in_language(&config.title, &config.title_in),
            description: in_language(&config.description, &config.description_in),
            owner: site.untranslated(&config.owner.name),
            owner_address: site.untranslated(&config.owner.address),
            as_of: site.wording.date(site.as_of),
            base: site.address(&Address::home()).as_str().to_owned(),
            page_links: site.page_links(),
            has_offices: !site.catalogue.offices.is_empty(),
            site,
        }
    }

    /// All that there are pages about, in a fixed order.
    pub fn subjects(&self) -> Vec<Subject<'a>> {
        self.site.subjects()
    }

    /// Are there pages about it in this language?
    pub fn has(&self, subject: &Subject<'_>) -> bool {
        self.site.has_subject(subject)
    }

    /// Where the first page about it is; of a procedure, the general one.
    pub fn address(&self, subject: &Subject<'_>) -> Address {
        self.site.address(&subject.address())
    }

    /// Where the pages about it are.
    pub fn addresses(&self, subject: &Subject<'_>) -> Vec<Address> {
        self.site.addresses(subject)
    }

    /// Those of them that people may come to from outside. Questions and lists begin with the first.
    pub fn listed_addresses(&self, subject: &Subject<'_>) -> Vec<Address> {
        match subject {
            Subject::Procedure(_) => self.addresses(subject),
            _ => vec![self.address(subject)],
        }
    }

    /// What the page at this address is about, if there is one.
    pub fn subject_at(&self, address: &str) -> Option<Subject<'a>> {
        let found = self.site.subject_at(address)?;
        self.addresses(&found).iter().any(|it| it.as_str() == address).then_some(found)
    }

    /// By address: for everybody, then as one agency carries it out, or in one case.
    pub fn procedure(&self, it: &Procedure) -> Vec<ProcedureView> {
        self.site.pages_of(it)
    }

    /// What the search of this language finds, in the order of ids.
    pub fn found_by_search(&self) -> Vec<&'a Procedure> {
        self.site.found_by_search()
    }

    /// The script with all of the search, where the site is so small that it has one.
    pub fn search_script(&self) -> Option<String> {
        (self.found_by_search().len() <= SMALL).then(|| format!("{}search/all.js", self.base))
    }

    /// What the search knows of it.
    pub fn searched(&self, it: &'a Procedure) -> Searched<'a> {
        self.site.searched(it)
    }

    /// What readers see of a value by which results are narrowed.
    pub fn facet_title(&self, facet: Facet, value: &str) -> Words {
        self.site.facet_title(facet, value)
    }

    /// What the search finds besides procedures: by kind, then in the order of the alphabet.
    pub fn signposts(&self, word: &Word<'_>) -> Vec<Signpost> {
        self.site.signposts(word)
    }

    pub fn heads(&self) -> Heads {
        self.site.heads()
    }

    /// What the search treats alike.
    pub fn alike(&self) -> Vec<Alike> {
        self.site.alike()
    }

    pub fn sheet(&self, page: &ProcedureView) -> Option<SheetView> {
        self.site.sheet(page)
    }

    /// The sheets of all procedures, in the order of the alphabet.
    pub fn all_sheets(&self) -> Vec<(ProcedureView, SheetView)> {
        self.site.all_sheets()
    }

    pub fn sheets_address(&self) -> Address {
        self.site.address(&Address::sheets())
    }

    pub fn home(&self) -> HomeView {
        self.site.home()
    }

    pub fn search(&self) -> SearchView {
        self.site.search()
    }

    pub fn field(&self, it: &Field) -> Vec<CollectionView> {
        self.site.field(it)
    }

    pub fn audience(&self, it: &Audience) -> Vec<CollectionView> {
        self.site.audience(it)
    }

    pub fn agency(&self, it: &Agency) -> Vec<AgencyView> {
        self.site.agency(it)
    }

    pub fn office(&self, it: &Office) -> Vec<OfficeView> {
        self.site.office(it)
    }

    pub fn offices(&self) -> OfficesView {
        self.site.offices()
    }

    pub fn journey(&self, it: &Journey) -> JourneyView {
        self.site.journey(it)
    }

    /// The first question, then every page that answers lead to.
    pub fn choice(&self, it: &Choice) -> Vec<ChoiceView> {
        self.site.choice(it)
    }

    pub fn plain(&self, it: &Page) -> PageView {
        self.site.page(it)
    }

    /// What stands in the lists of a field, as open data; by id.
    pub fn open_field(&self, field: &Field) -> Vec<OpenProcedure<'a>> {
        let catalogue: &'a Catalogue = self.site.catalogue;
        let here = catalogue.procedures.iter().filter(|it| it.field == field.id && site::is_listed(it));
        here.map(|it| self.site.open_procedure(it)).collect()
    }

    /// Everything that procedures name, as open data.
    pub fn open_index(&self) -> OpenIndex<'a> {
        self.site.open_index()
    }

    /// In the order of a Vietnamese dictionary.
    pub fn alphabet(&self) -> Vec<AlphabetView> {
        self.site.alphabet()
    }

    /// The page that keeps the site for use without a network, if it is offered.
    pub fn offline_address(&self) -> Option<Address> {
        self.site.has_offline().then(|| self.site.address(&Address::offline()))
    }

    /// `120 kB`, as this language writes it.
    pub fn size(&self, bytes: usize) -> String {
        self.site.wording.size(bytes as u64)
    }

    /// The accessibility statement, if it is ours.
    pub fn statement_address(&self) -> Option<Address> {
        self.site.has_statement().then(|| self.site.address(&Address::accessibility()))
    }
}

fn changes(catalogue: &Catalogue, as_of: Date) -> Vec<ChangeEntry> {
    let shown = catalogue.procedures.iter().filter(|it| site::is_shown(it));
    let mut found: Vec<ChangeEntry> = shown
        .flat_map(|procedure| {
            procedure.changes.iter().filter(|it| it.date <= as_of).map(|change| ChangeEntry {
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
