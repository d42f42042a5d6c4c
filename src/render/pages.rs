//! Which template makes which page.

use serde::Serialize;
use tera::Value;

use crate::derive::{
    AgencyView, ChoiceView, CollectionView, Entry, HomeView, JourneyView, Letter, OfficeView, PageView,
    ProcedureView, SiteViews, Subject,
};
use crate::model::Address;

pub(super) enum Page {
    Home(HomeView),
    Procedure(Box<ProcedureView>),
    Collection(CollectionView),
    Agency(AgencyView),
    Offices(Address, Vec<OfficeView>),
    Office(OfficeView),
    Journey(JourneyView),
    Choice(ChoiceView),
    Alphabet(Address, Vec<Letter>),
    Search(Address, Vec<Entry>),
    Plain(PageView),
}

#[derive(Serialize)]
struct OfficesContext<'a> {
    offices: &'a [OfficeView],
}

#[derive(Serialize)]
struct AlphabetContext<'a> {
    letters: &'a [Letter],
}

#[derive(Serialize)]
struct SearchContext<'a> {
    fields: &'a [Entry],
}

impl Page {
    pub(super) fn address(&self) -> &Address {
        match self {
            Page::Home(it) => &it.address,
            Page::Procedure(it) => &it.address,
            Page::Collection(it) => &it.address,
            Page::Agency(it) => &it.address,
            Page::Office(it) => &it.address,
            Page::Journey(it) => &it.address,
            Page::Choice(it) => &it.address,
            Page::Plain(it) => &it.address,
            Page::Offices(it, _) | Page::Alphabet(it, _) | Page::Search(it, _) => it,
        }
    }

    pub(super) fn template(&self) -> &'static str {
        match self {
            Page::Home(_) => "home.html",
            Page::Procedure(_) => "procedure.html",
            Page::Collection(_) => "collection.html",
            Page::Agency(_) => "agency.html",
            Page::Offices(..) => "offices.html",
            Page::Office(_) => "office.html",
            Page::Journey(_) => "journey.html",
            Page::Choice(_) => "choice.html",
            Page::Alphabet(..) => "alphabet.html",
            Page::Search(..) => "search.html",
            Page::Plain(_) => "page.html",
        }
    }

    /// What the template sees as `page`.
    pub(super) fn value(&self) -> Value {
        match self {
            Page::Home(it) => Value::from_serializable(it),
            Page::Procedure(it) => Value::from_serializable(it),
            Page::Collection(it) => Value::from_serializable(it),
            Page::Agency(it) => Value::from_serializable(it),
            Page::Offices(_, offices) => Value::from_serializable(&OfficesContext { offices }),
            Page::Office(it) => Value::from_serializable(it),
            Page::Journey(it) => Value::from_serializable(it),
            Page::Choice(it) => Value::from_serializable(it),
            Page::Alphabet(_, letters) => Value::from_serializable(&AlphabetContext { letters }),
            Page::Search(_, fields) => Value::from_serializable(&SearchContext { fields }),
            Page::Plain(it) => Value::from_serializable(it),
        }
    }
}

/// The pages about one thing in one language.
pub(super) fn pages(site: &SiteViews<'_>, subject: &Subject<'_>) -> Vec<Page> {
    vec![match subject {
        Subject::Home => Page::Home(site.home()),
        Subject::Alphabet => Page::Alphabet(site.alphabet_address(), site.alphabet()),
        Subject::Search => Page::Search(site.search_address(), site.fields()),
        Subject::Offices => Page::Offices(site.offices_address(), site.offices()),
        Subject::Procedure(it) => {
            return site.procedure(it).into_iter().map(|it| Page::Procedure(Box::new(it))).collect();
        }
        Subject::Choice(it) => return site.choice(it).into_iter().map(Page::Choice).collect(),
        Subject::Field(it) => Page::Collection(site.field(it)),
        Subject::Audience(it) => Page::Collection(site.audience(it)),
        Subject::Agency(it) => Page::Agency(site.agency(it)),
        Subject::Office(it) => Page::Office(site.office(it)),
        Subject::Journey(it) => Page::Journey(site.journey(it)),
        Subject::Plain(it) => Page::Plain(site.plain(it)),
    }]
}
