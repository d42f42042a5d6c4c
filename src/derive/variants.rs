//! The same procedure at another agency, and in another language.

use serde::Serialize;

use super::site::{Link, Site};
use crate::model::{Address, Agency, Id, Procedure};

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Variant {
    pub link: Link,
    pub current: bool,
    pub time: Option<String>,
    pub fee: Option<String>,
}

impl Site<'_> {
    /// Agencies with a page of their own: something is said of them, or of one above them, and
    /// not of the agency that decides.
    pub(super) fn own_pages<'b>(&'b self, procedure: &'b Procedure) -> Vec<&'b Agency> {
        let above: Vec<&Id> = self.lineage_of(&procedure.agency);
        let named: Vec<&Id> = named_agencies(procedure).filter(|it| !above.contains(it)).collect();
        let mut candidates: Vec<&Id> =
            named.iter().copied().chain(procedure.agencies.executing.iter()).collect();
        candidates.sort();
        candidates.dedup();
        candidates
            .into_iter()
            .filter(|it| **it != procedure.agency)
            .filter(|it| self.lineage_of(it).iter().any(|above| named.contains(above)))
            .filter_map(|it| self.catalogue.agencies.get(it))
            .collect()
    }

    pub(super) fn lineage_of<'b>(&'b self, agency: &'b Id) -> Vec<&'b Id> {
        self.catalogue.lineage(agency).collect()
    }

    pub(super) fn variants(
        &self,
        procedure: &Procedure,
        at: Option<&Agency>,
        own_pages: &[&Agency],
    ) -> Vec<Variant> {
        if own_pages.is_empty() {
            return Vec::new();
        }
        let variant = |agency: &Id, address: &Address, current: bool| {
            let rows = self.term_rows(procedure, agency);
            let first = rows.first();
            Variant {
                link: Link {
                    href: self.address(address).as_str().to_owned(),
                    title: self.agency_name(agency),
                    lang: None,
                },
                current,
                time: first.and_then(|it| it.time.as_ref()).map(|it| it.text.clone()),
                fee: first.and_then(|it| it.fee.as_ref()).map(|it| it.text.clone()),
            }
        };
        let whole = variant(&procedure.agency, &procedure.address, at.is_none());
        std::iter::once(whole)
            .chain(own_pages.iter().map(|it| {
                let address = Address::procedure_at(&procedure.id, &it.id);
                variant(&it.id, &address, at.is_some_and(|at| at.id == it.id))
            }))
            .collect()
    }

    pub(super) fn translations(&self, procedure: &Procedure, address: &Address) -> Vec<Link> {
        let languages = self.config.languages.iter().filter_map(|it| it.parse().ok());
        languages
            .filter(|lang| *lang != self.lang)
            .filter(|lang| *lang == self.main || procedure.title.translated(*lang).is_some())
            .map(|lang| Link {
                href: if lang == self.main { address.clone() } else { address.in_language(lang) }
                    .as_str()
                    .to_owned(),
                title: procedure.title.get(lang).to_owned(),
                lang: Some(lang.to_string()),
            })
            .collect()
    }
}

/// Agencies that an item of the record is about.
fn named_agencies(procedure: &Procedure) -> impl Iterator<Item = &Id> {
    let scopes = procedure
        .terms
        .iter()
        .map(|it| &it.scope)
        .chain(procedure.documents.iter().map(|it| &it.scope))
        .chain(procedure.steps.iter().map(|it| &it.scope))
        .chain(procedure.conditions.iter().map(|it| &it.scope))
        .chain(procedure.apply.iter().map(|it| &it.scope));
    scopes
        .filter_map(|it| it.agency.as_ref())
        .chain(procedure.channels.iter().filter_map(|it| it.agency.as_ref()))
}
