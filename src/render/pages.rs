//! Which template makes which page.

use std::rc::Rc;

use serde::Serialize;
use tera::Value;

use super::feedback::Call;
use super::offline::Offline;
use super::sheets::SheetContext;
use super::statement::Statement;
use crate::config::SiteConfig;
use crate::derive::{
    AgencyView, AlphabetView, ChoiceView, CollectionView, HomeView, JourneyView, Link, OfficeView,
    OfficesView, PageView, ProcedureView, SearchView, SiteViews, Subject,
};
use crate::model::{Address, Procedure, Sheet};

pub(super) enum Page {
    Home(HomeView),
    Procedure(Box<ProcedureView>, Option<Rc<Printed>>),
    Sheet(Sheet, Address, Rc<Printed>),
    Sheets(Address, Vec<SheetContext>),
    Collection(CollectionView),
    Agency(AgencyView),
    Offices(OfficesView),
    Office(OfficeView),
    Journey(JourneyView),
    Choice(ChoiceView),
    Alphabet(AlphabetView),
    Search(SearchView),
    Plain(PageView),
    Offline(Address, Offline),
    Accessibility(Address, Statement),
}

/// What a page of a procedure and its three sheets show, put into the form of templates once.
pub(super) struct Printed {
    page: Value,
    sheet: Value,
    version: String,
}

impl Printed {
    fn of(page: &ProcedureView, sheet: &SheetContext) -> Printed {
        let (page, shown) = (Value::from_serializable(page), Value::from_serializable(sheet));
        Printed { page, sheet: shown, version: sheet.version().to_owned() }
    }
}

#[derive(Serialize)]
struct SheetsContext<'a> {
    sheets: &'a [SheetContext],
}

impl Page {
    pub(super) fn address(&self) -> &Address {
        match self {
            Page::Home(it) => &it.address,
            Page::Procedure(it, _) => &it.address,
            Page::Collection(it) => &it.address,
            Page::Agency(it) => &it.address,
            Page::Office(it) => &it.address,
            Page::Journey(it) => &it.address,
            Page::Choice(it) => &it.address,
            Page::Plain(it) => &it.address,
            Page::Offices(it) => &it.address,
            Page::Alphabet(it) => &it.address,
            Page::Search(it) => &it.address,
            Page::Sheets(it, _)
            | Page::Sheet(_, it, ..)
            | Page::Offline(it, _)
            | Page::Accessibility(it, _) => it,
        }
    }

    pub(super) fn template(&self) -> &'static str {
        match self {
            Page::Home(_) => "home.html",
            Page::Procedure(..) => "procedure.html",
            Page::Sheet(Sheet::Notice, ..) => "notice.html",
            Page::Sheet(Sheet::Leaflet, ..) => "leaflet.html",
            Page::Sheet(Sheet::Card, ..) => "card.html",
            Page::Sheets(..) => "sheets.html",
            Page::Collection(_) => "collection.html",
            Page::Agency(_) => "agency.html",
            Page::Offices(..) => "offices.html",
            Page::Office(_) => "office.html",
            Page::Journey(_) => "journey.html",
            Page::Choice(_) => "choice.html",
            Page::Alphabet(..) => "alphabet.html",
            Page::Search(..) => "search.html",
            Page::Plain(_) => "page.html",
            Page::Offline(..) => "offline.html",
            Page::Accessibility(..) => "accessibility.html",
        }
    }

    /// What the template sees as `sheet`.
    pub(super) fn sheet(&self) -> Value {
        match self {
            Page::Procedure(_, Some(it)) | Page::Sheet(.., it) => it.sheet.clone(),
            _ => Value::none(),
        }
    }

    /// Of its facts, where they have one.
    pub(super) fn version(&self) -> Option<&str> {
        match self {
            Page::Procedure(_, Some(it)) | Page::Sheet(.., it) => Some(&it.version),
            _ => None,
        }
    }

    /// Whom to call about what it says.
    pub(super) fn hotline(&self) -> Option<Call> {
        let hotline = match self {
            Page::Procedure(it, _) => it.hotline.as_ref(),
            Page::Agency(it) => it.hotline.as_ref(),
            Page::Office(it) => it.place.hotline.as_ref().map(|it| &it.phone),
            _ => None,
        };
        hotline.map(|it| Call { shown: it.shown.clone(), dialled: it.dialled.clone() })
    }

    /// What the template sees as `page`.
    pub(super) fn value(&self) -> Value {
        match self {
            Page::Home(it) => Value::from_serializable(it),
            Page::Procedure(_, Some(it)) | Page::Sheet(.., it) => it.page.clone(),
            Page::Procedure(it, None) => Value::from_serializable(it),
            Page::Sheets(_, sheets) => Value::from_serializable(&SheetsContext { sheets }),
            Page::Collection(it) => Value::from_serializable(it),
            Page::Agency(it) => Value::from_serializable(it),
            Page::Offices(it) => Value::from_serializable(it),
            Page::Office(it) => Value::from_serializable(it),
            Page::Journey(it) => Value::from_serializable(it),
            Page::Choice(it) => Value::from_serializable(it),
            Page::Alphabet(it) => Value::from_serializable(it),
            Page::Search(it) => Value::from_serializable(it),
            Page::Plain(it) => Value::from_serializable(it),
            Page::Offline(_, it) => Value::from_serializable(it),
            Page::Accessibility(_, it) => Value::from_serializable(it),
        }
    }
}

/// The pages about one thing in one language.
pub(super) fn pages(site: &SiteViews<'_>, subject: &Subject<'_>, config: &SiteConfig) -> Vec<Page> {
    vec![match subject {
        Subject::Home => Page::Home(site.home()),
        Subject::Alphabet => return site.alphabet().into_iter().map(Page::Alphabet).collect(),
        Subject::Search => Page::Search(site.search()),
        Subject::Offline => {
            let page = |it| Page::Offline(it, Offline::of(site, config));
            return site.offline_address().map(page).into_iter().collect();
        }
        Subject::Accessibility => {
            let page = |it| Page::Accessibility(it, Statement::of(config));
            return site.statement_address().map(page).into_iter().collect();
        }
        Subject::Offices => Page::Offices(site.offices()),
        Subject::Procedure(it) => {
            return of_procedure(site, it, config, Wanted { page: true, sheets: false });
        }
        Subject::Sheets(it) => return of_procedure(site, it, config, Wanted { page: false, sheets: true }),
        Subject::AllSheets => {
            let all = site.all_sheets().into_iter();
            let all = all.map(|(page, view)| SheetContext::of(&page, view, config)).collect();
            Page::Sheets(site.sheets_address(), all)
        }
        Subject::Choice(it) => return site.choice(it).into_iter().map(Page::Choice).collect(),
        Subject::Field(it) => return site.field(it).into_iter().map(Page::Collection).collect(),
        Subject::Audience(it) => return site.audience(it).into_iter().map(Page::Collection).collect(),
        Subject::Agency(it) => return site.agency(it).into_iter().map(Page::Agency).collect(),
        Subject::Office(it) => return site.office(it).into_iter().map(Page::Office).collect(),
        Subject::Journey(it) => Page::Journey(site.journey(it)),
        Subject::Plain(it) => Page::Plain(site.plain(it)),
    }]
}

/// The pages of a procedure in one language, each with the sheets that are made from it.
pub(super) fn with_sheets(site: &SiteViews<'_>, procedure: &Procedure, config: &SiteConfig) -> Vec<Page> {
    of_procedure(site, procedure, config, Wanted { page: true, sheets: true })
}

#[derive(Clone, Copy)]
struct Wanted {
    page: bool,
    sheets: bool,
}

fn of_procedure(site: &SiteViews<'_>, it: &Procedure, config: &SiteConfig, wanted: Wanted) -> Vec<Page> {
    let mut pages = Vec::new();
    for page in site.procedure(it) {
        let sheet = site.sheet(&page).map(|it| SheetContext::of(&page, it, config).with_code());
        let printed = sheet.as_ref().map(|it| Rc::new(Printed::of(&page, it)));
        if let (true, Some(sheet), Some(printed)) = (wanted.sheets, &sheet, &printed) {
            let at = |link: &Link| Address::verbatim(&link.href);
            let view = &sheet.view;
            let kinds = [
                (Sheet::Notice, at(&view.notice)),
                (Sheet::Leaflet, at(&view.leaflet)),
                (Sheet::Card, at(&view.card)),
            ];
            pages.extend(kinds.map(|(kind, at)| Page::Sheet(kind, at, Rc::clone(printed))));
        }
        if wanted.page {
            pages.push(Page::Procedure(Box::new(page), printed));
        }
    }
    pages
}
