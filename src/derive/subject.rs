//! What pages are about, by name: what there is to derive, before anything is.

use super::paging;
use super::site::{Site, is_listed, is_shown};
use crate::model::{Address, Agency, Audience, Choice, Field, Journey, Office, Page, Procedure, Sheet, Text};

/// What a page is about. A procedure and a choice have several pages, and so has a long list.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'a> {
    Home,
    Alphabet,
    Search,
    /// How to use the site without a network.
    Offline,
    /// Who can use it, and how that is known.
    Accessibility,
    Offices,
    Procedure(&'a Procedure),
    /// What is printed of it.
    Sheets(&'a Procedure),
    /// All that is printed.
    AllSheets,
    Field(&'a Field),
    Audience(&'a Audience),
    Agency(&'a Agency),
    Office(&'a Office),
    Journey(&'a Journey),
    Choice(&'a Choice),
    Plain(&'a Page),
}

impl<'a> Subject<'a> {
    /// Has it a page of its own in lists, the sitemap and the search?
    pub fn is_listed(&self) -> bool {
        match self {
            Subject::Procedure(it) => is_listed(it),
            Subject::Sheets(_) | Subject::AllSheets => false,
            _ => true,
        }
    }

    /// In the main language; of a procedure, where its general page is.
    pub(super) fn address(&self) -> Address {
        match self {
            Subject::Home => Address::home(),
            Subject::Alphabet => Address::alphabet(),
            Subject::Search => Address::search(),
            Subject::Offline => Address::offline(),
            Subject::Accessibility => Address::accessibility(),
            Subject::Offices => Address::offices(),
            Subject::Procedure(it) => it.address.clone(),
            Subject::Sheets(it) => Address::sheet(Sheet::Notice, &it.address),
            Subject::AllSheets => Address::sheets(),
            Subject::Field(it) => it.address.clone(),
            Subject::Audience(it) => it.address.clone(),
            Subject::Agency(it) => it.address.clone(),
            Subject::Office(it) => it.address.clone(),
            Subject::Journey(it) => it.address.clone(),
            Subject::Choice(it) => it.address.clone(),
            Subject::Plain(it) => it.address.clone(),
        }
    }

    /// `None` for pages that every language has.
    fn title(&self) -> Option<&'a Text> {
        match self {
            Subject::Home
            | Subject::Alphabet
            | Subject::Search
            | Subject::Offline
            | Subject::Accessibility
            | Subject::Offices
            | Subject::AllSheets => None,
            Subject::Procedure(it) | Subject::Sheets(it) => Some(&it.title),
            Subject::Field(it) => Some(&it.title),
            Subject::Audience(it) => Some(&it.title),
            Subject::Agency(it) => Some(&it.title),
            Subject::Office(it) => Some(&it.title),
            Subject::Journey(it) => Some(&it.title),
            Subject::Choice(it) => Some(&it.title),
            Subject::Plain(it) => Some(&it.title),
        }
    }
}

impl<'a> Site<'a> {
    pub(super) fn has_subject(&self, subject: &Subject<'_>) -> bool {
        match subject {
            Subject::Choice(it) => self.worded(it),
            other => other.title().is_none_or(|it| self.has(it)),
        }
    }

    /// All that this language has pages about, in a fixed order.
    pub(super) fn subjects(&self) -> Vec<Subject<'a>> {
        let shown = self.catalogue.procedures.iter().filter(|it| is_shown(it));
        let procedures = shown.map(|it| Subject::Procedure(it));
        let sheets = self.with_sheets().map(Subject::Sheets);
        self.lists().chain(procedures).chain(sheets).filter(|it| self.has_subject(it)).collect()
    }

    pub(super) fn has_offline(&self) -> bool {
        self.is_free(&Address::offline())
    }

    pub(super) fn has_statement(&self) -> bool {
        self.is_free(&Address::accessibility())
    }

    /// What the site's owner writes himself comes before what is made for him.
    fn is_free(&self, address: &Address) -> bool {
        !self.catalogue.pages.iter().any(|it| it.address == *address)
    }

    /// Everything but procedures.
    pub(super) fn lists(&self) -> impl Iterator<Item = Subject<'a>> + use<'a> {
        let catalogue = self.catalogue;
        [Subject::Home, Subject::Alphabet, Subject::Search]
            .into_iter()
            .chain(self.has_offline().then_some(Subject::Offline))
            .chain(self.has_statement().then_some(Subject::Accessibility))
            .chain((!catalogue.offices.is_empty()).then_some(Subject::Offices))
            .chain(self.config.sheets.then_some(Subject::AllSheets))
            .chain(catalogue.fields.iter().map(Subject::Field))
            .chain(catalogue.audiences.iter().map(Subject::Audience))
            .chain(catalogue.agencies.values().map(Subject::Agency))
            .chain(catalogue.offices.values().map(Subject::Office))
            .chain(catalogue.journeys.iter().map(Subject::Journey))
            .chain(catalogue.choices.iter().map(Subject::Choice))
            .chain(catalogue.pages.iter().map(Subject::Plain))
    }

    /// Where the pages about it are, in this language.
    pub(super) fn addresses(&self, subject: &Subject<'_>) -> Vec<Address> {
        match subject {
            Subject::Procedure(it) => self.procedure_addresses(it),
            Subject::Choice(it) => self.choice(it).into_iter().map(|it| it.address).collect(),
            Subject::Sheets(it) => self.sheet_addresses(it),
            list @ (Subject::Alphabet
            | Subject::Field(_)
            | Subject::Audience(_)
            | Subject::Agency(_)
            | Subject::Office(_)) => paging::addresses(&self.address(&list.address()), self.listed(list)),
            other => vec![self.address(&other.address())],
        }
    }

    /// How many procedures its pages list.
    fn listed(&self, subject: &Subject<'_>) -> usize {
        let shelf = self.shelf();
        match subject {
            Subject::Alphabet => shelf.len(),
            Subject::Field(it) => shelf.of_field(&it.id).len(),
            Subject::Audience(it) => shelf.of_audience(&it.id).len(),
            Subject::Agency(it) => shelf.of_agency(&it.id).len(),
            Subject::Office(it) => shelf.of_office(&it.id).len(),
            _ => 0,
        }
    }

    /// What the page at an address of this language is about; of a procedure, or a list, whether or
    /// not it has just this one among its pages.
    pub(super) fn subject_at(&self, address: &str) -> Option<Subject<'a>> {
        let is_here = |it: &Subject<'_>| {
            let first = self.address(&it.address());
            first.as_str() == address
                || matches!(it, Subject::Choice(_)) && address.starts_with(first.as_str())
                || first.is_list_of(address)
        };
        let neutral = address.strip_prefix(self.address(&Address::home()).as_str())?;
        let id = neutral.split('/').nth(1).and_then(|it| it.parse().ok());
        let procedure = id.and_then(|it| self.catalogue.procedure(&it)).filter(|it| is_shown(it));
        procedure
            .and_then(|it| {
                if neutral.starts_with(it.address.as_str()) {
                    return Some(Subject::Procedure(it));
                }
                let sheet = self.config.sheets && is_listed(it) && Address::is_sheet(neutral);
                sheet.then_some(Subject::Sheets(it))
            })
            .or_else(|| self.lists().find(is_here))
            .filter(|it| self.has_subject(it))
    }
}
