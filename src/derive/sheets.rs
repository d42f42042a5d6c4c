//! Sheets to print and the card of a call centre: one set for each page of all cases.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::messages::MessageView;
use super::procedure::ProcedureView;
use super::site::{Link, Site, is_listed};
use super::words::Words;
use crate::model::{Address, Procedure, Sheet};
use crate::text::Order;

/// What the sheets of one page share.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetView {
    /// The page they are made from.
    pub page: Link,
    /// Named when they are one agency's.
    pub at: Option<Words>,
    /// The sheet for a wall.
    pub notice: Link,
    /// The sheet to take home.
    pub leaflet: Link,
    /// The sheet for those who answer the telephone.
    pub card: Link,
    /// Leads to the page for ever; printed, and in the code for cameras.
    pub short: Address,
    /// The sentence to say to a caller.
    pub say: Words,
    /// A fee is named, but no amount.
    pub no_amount: bool,
    /// To be sent, one for each row of the table that is not for one channel alone.
    pub messages: Vec<MessageView>,
}

impl<'a> Site<'a> {
    /// Procedures that have sheets.
    pub(super) fn with_sheets(&self) -> impl Iterator<Item = &'a Procedure> + use<'a> {
        let wanted = self.config.sheets;
        self.catalogue.procedures.iter().map(AsRef::as_ref).filter(move |it| wanted && is_listed(it))
    }

    pub(super) fn prints(&self, procedure: &Procedure) -> bool {
        self.config.sheets && is_listed(procedure)
    }

    pub(super) fn sheets(&self, procedure: &Procedure) -> Vec<(ProcedureView, SheetView)> {
        let pages = self.pages_of(procedure).into_iter();
        pages.filter_map(|it| self.sheet(&it).map(|sheet| (it, sheet))).collect()
    }

    pub(super) fn all_sheets(&self) -> Vec<(ProcedureView, SheetView)> {
        let here = self.with_sheets().filter(|it| self.has(&it.title));
        let mut found: Vec<_> = here.flat_map(|it| self.sheets(it)).collect();
        let order = Order::vietnamese();
        found.sort_by_cached_key(|(it, _)| (order.key(&it.title.plain()), it.address.clone()));
        found
    }

    pub(super) fn sheet_addresses(&self, procedure: &Procedure) -> Vec<Address> {
        let pages = self.agency_addresses(procedure);
        let sheets = |page: &Address| Sheet::ALL.map(|it| self.address(&Address::sheet(it, page)));
        pages.iter().flat_map(sheets).collect()
    }

    /// Short addresses, and where they lead.
    pub(super) fn short_addresses(&self) -> Vec<(Address, Address)> {
        let here = self.with_sheets().filter(|it| self.has(&it.title));
        let pages = here.flat_map(|it| self.agency_addresses(it));
        pages.map(|it| (self.address(&Address::short(&it)), self.address(&it))).collect()
    }

    /// `None` for a page of one case, and where nobody wants sheets.
    pub(super) fn sheet(&self, page: &ProcedureView) -> Option<SheetView> {
        if !self.config.sheets || page.case.is_some() || !page.listed {
            return None;
        }
        let here = page.address.as_str();
        let home = self.address(&Address::home());
        let neutral = Address::verbatim(here.strip_prefix(home.as_str()).unwrap_or(here));
        let link = |sheet: Sheet| {
            let title = self.wording.sheet(sheet).into();
            let address = self.address(&Address::sheet(sheet, &neutral));
            Link { href: address.as_str().to_owned(), title, lang: None }
        };
        let short = self.address(&Address::short(&neutral));
        let base = self.config.base_url.trim_end_matches('/');
        let full = (!base.is_empty()).then(|| format!("{base}/{}", short.as_str()));
        let free = self.wording.fee(&crate::model::Fee::Free);
        let amount = |it: &str| it == free || it.contains(|c: char| c.is_ascii_digit());
        Some(SheetView {
            page: Link { href: here.to_owned(), title: page.title.clone(), lang: None },
            at: page.at.clone(),
            notice: link(Sheet::Notice),
            leaflet: link(Sheet::Leaflet),
            card: link(Sheet::Card),
            short,
            say: self.sentence(page),
            no_amount: page.terms.iter().filter_map(|it| it.fee.as_ref()).any(|it| !amount(&it.text)),
            messages: self.messages(page, full.as_deref()),
        })
    }
}
