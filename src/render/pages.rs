//! Which template makes which page.

use rustc_hash::FxHashSet;
use serde::Serialize;
use tera::Value;

use crate::derive::{
    AgencyView, CollectionView, HomeView, JourneyView, Letter, OfficeView, PageView, ProcedureView, SiteViews,
};
use crate::model::Address;

pub(super) enum Page<'a> {
    Home(&'a HomeView),
    Procedure(&'a ProcedureView),
    Collection(&'a CollectionView),
    Agency(&'a AgencyView),
    Offices(Address, &'a [OfficeView]),
    Office(&'a OfficeView),
    Journey(&'a JourneyView),
    Alphabet(Address, &'a [Letter]),
    Search(Address),
    Plain(&'a PageView),
}

#[derive(Serialize)]
struct OfficesContext<'a> {
    offices: &'a [OfficeView],
}

#[derive(Serialize)]
struct AlphabetContext<'a> {
    letters: &'a [Letter],
}

impl Page<'_> {
    pub(super) fn address(&self) -> &Address {
        match self {
            Page::Home(it) => &it.address,
            Page::Procedure(it) => &it.address,
            Page::Collection(it) => &it.address,
            Page::Agency(it) => &it.address,
            Page::Office(it) => &it.address,
            Page::Journey(it) => &it.address,
            Page::Plain(it) => &it.address,
            Page::Offices(it, _) | Page::Alphabet(it, _) | Page::Search(it) => it,
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
            Page::Alphabet(..) => "alphabet.html",
            Page::Search(_) => "search.html",
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
            Page::Alphabet(_, letters) => Value::from_serializable(&AlphabetContext { letters }),
            Page::Search(_) => Value::none(),
            Page::Plain(it) => Value::from_serializable(it),
        }
    }
}

/// All pages of one language.
pub(super) fn pages(site: &SiteViews) -> Vec<Page<'_>> {
    let here = |address: Address| if site.is_main { address } else { address.in_language(site.lang) };
    let mut pages = vec![
        Page::Home(&site.home),
        Page::Alphabet(here(Address::alphabet()), &site.alphabet),
        Page::Search(here(Address::search())),
    ];
    if site.home.has_offices {
        pages.push(Page::Offices(here(Address::offices()), &site.offices));
    }
    pages.extend(site.procedures.iter().map(Page::Procedure));
    pages.extend(site.collections.iter().map(Page::Collection));
    pages.extend(site.agencies.iter().map(Page::Agency));
    pages.extend(site.offices.iter().map(Page::Office));
    pages.extend(site.journeys.iter().map(Page::Journey));
    pages.extend(site.pages.iter().map(Page::Plain));
    pages
}

/// Where the pages of one language are.
pub(super) fn addresses(site: &SiteViews) -> FxHashSet<String> {
    pages(site).iter().map(|it| it.address().as_str().to_owned()).collect()
}
