//! For whom a page speaks: the same procedure at another agency, in another case, in another language.
//!
//! Each combination of which something of its own is said has a page of its own.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::site::{Link, Site};
use super::terms::TermRow;
use crate::model::{Address, Agency, Case, Id, Procedure, Scope};

/// Whom one page is for; a part that is `None` means everybody.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Speaks<'a> {
    pub(super) agency: Option<&'a Agency>,
    pub(super) case: Option<&'a Case>,
}

/// All pages of one procedure, and what they share.
pub(super) struct Family<'a> {
    /// The general page first, then agencies by id.
    pub(super) members: Vec<Member<'a>>,
}

/// One agency's pages: all cases together, then the cases it treats in a way of their own.
pub(super) struct Member<'a> {
    pub(super) agency: Option<&'a Agency>,
    pub(super) cases: Vec<&'a Case>,
    /// Every case, whether it differs or not.
    pub(super) rows: Vec<TermRow>,
}

/// A page to choose: of an agency, or of a case.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Variant {
    /// Absent for the page that speaks of every case.
    pub link: Option<Link>,
    /// From the root, for the page of every case too.
    pub href: String,
    /// It is this page.
    pub current: bool,
}

impl Speaks<'_> {
    pub(super) fn address(self, procedure: &Procedure) -> Address {
        Address::procedure_for(&procedure.id, self.agency.map(|it| &it.id), self.case.map(|it| &it.id))
    }

    /// A page for one case leaves out what is for another.
    pub(super) fn hears_case(self, case: Option<&Id>) -> bool {
        match (self.case, case) {
            (Some(own), Some(case)) => own.id == *case,
            _ => true,
        }
    }

    /// What the scope of an item says beyond the page itself, which is for one case perhaps, and has
    /// nothing that does not hold at its agency.
    pub(super) fn beyond(self, scope: &Scope) -> Scope {
        let is_other = |case: &&Id| self.case.is_none_or(|own| own.id != **case);
        Scope { case: scope.case.as_ref().filter(is_other).cloned(), channel: scope.channel, agency: None }
    }
}

impl Member<'_> {
    fn is(&self, agency: Option<&Agency>) -> bool {
        self.agency.map(|it| &it.id) == agency.map(|it| &it.id)
    }
}

impl<'a> Site<'a> {
    pub(super) fn family(&'a self, procedure: &'a Procedure) -> Family<'a> {
        let members = self.members(procedure).into_iter().map(|(agency, cases)| {
            let id = agency.map_or(&procedure.agency, |it| &it.id);
            Member { agency, cases, rows: self.term_rows(procedure, id) }
        });
        Family { members: members.collect() }
    }

    /// Where its pages are, the general one first.
    pub(super) fn procedure_addresses(&self, procedure: &Procedure) -> Vec<Address> {
        let members = self.members(procedure);
        let speaks = members.iter().flat_map(|(agency, cases)| {
            let cases = std::iter::once(None).chain(cases.iter().copied().map(Some));
            cases.map(|case| Speaks { agency: *agency, case })
        });
        speaks.map(|it| self.address(&it.address(procedure))).collect()
    }

    /// Where its pages of all cases are, in the main language.
    pub(super) fn agency_addresses(&self, procedure: &Procedure) -> Vec<Address> {
        let members = self.members(procedure);
        members.iter().map(|(agency, _)| Speaks { agency: *agency, case: None }.address(procedure)).collect()
    }

    /// Who has pages, and the cases that have one there.
    fn members(&'a self, procedure: &'a Procedure) -> Vec<(Option<&'a Agency>, Vec<&'a Case>)> {
        let agencies = self.own_pages(procedure);
        let is_agency = |case: &Case| agencies.iter().any(|it| it.id == case.id);
        let members = std::iter::once(None).chain(agencies.iter().copied().map(Some));
        members
            .map(|agency| {
                let lineage = self.lineage(agency.map_or(&procedure.agency, |it| &it.id));
                let speaks = |case: &&Case| {
                    scopes(procedure).any(|(of, agency)| {
                        of == Some(&case.id) && agency.is_none_or(|it| lineage.contains(&it))
                    })
                };
                // Its address would be the agency's.
                let cases = procedure.cases.iter().filter(|it| !is_agency(it));
                (agency, cases.filter(speaks).collect())
            })
            .collect()
    }

    /// Agencies with a page of their own: something is said of them, or of one above them, and
    /// not of the agency that decides.
    fn own_pages(&'a self, procedure: &'a Procedure) -> Vec<&'a Agency> {
        let above: Vec<&Id> = self.lineage(&procedure.agency);
        let named: Vec<&Id> =
            scopes(procedure).filter_map(|it| it.1).filter(|it| !above.contains(it)).collect();
        let mut candidates: Vec<&Id> =
            named.iter().copied().chain(procedure.agencies.executing.iter()).collect();
        candidates.sort();
        candidates.dedup();
        candidates
            .into_iter()
            .filter(|it| **it != procedure.agency)
            .filter_map(|it| self.catalogue.agencies.get(it))
            .filter(|it| self.lineage(&it.id).iter().any(|above| named.contains(above)))
            .collect()
    }

    /// Agencies to choose from, the general page first; none where all are alike.
    pub(super) fn agency_variants(
        &self,
        procedure: &Procedure,
        family: &Family<'_>,
        speaks: Speaks<'_>,
    ) -> Vec<Variant> {
        if family.members.len() < 2 {
            return Vec::new();
        }
        let variant = |it: &Member<'_>| {
            // The same case there, where it has a page.
            let case = speaks.case.filter(|case| it.cases.iter().any(|own| own.id == case.id));
            let href = self.address(&Speaks { agency: it.agency, case }.address(procedure));
            // Short names alone say nothing to who does not know them.
            let title = match it.agency {
                Some(Agency { title, short: Some(short), .. }) => {
                    self.words(title) + " (" + &self.words(short) + ")"
                }
                Some(it) => self.words(&it.title),
                None => self.agency_name(&procedure.agency),
            };
            let href = href.as_str().to_owned();
            Variant {
                link: Some(Link { href: href.clone(), title, lang: None }),
                href,
                current: it.is(speaks.agency),
            }
        };
        family.members.iter().map(variant).collect()
    }

    /// Cases to choose from, the page of all cases first; none where no case differs. One of which
    /// nothing else is said has a row in the table of the page of all cases.
    pub(super) fn case_variants(
        &self,
        procedure: &Procedure,
        family: &Family<'_>,
        speaks: Speaks<'_>,
    ) -> Vec<Variant> {
        let here = family.members.iter().find(|it| it.is(speaks.agency));
        let Some(here) = here.filter(|it| !it.cases.is_empty()) else { return Vec::new() };
        let has_page = |case: &Case| here.cases.iter().any(|own| own.id == case.id);
        let listed = procedure.cases.iter().filter(|it| has_page(it) || !here.rows.is_empty());
        let cases = std::iter::once(None).chain(listed.map(Some));
        cases
            .map(|case| {
                let own = case.filter(|it| has_page(it));
                let address = self.address(&Speaks { agency: here.agency, case: own }.address(procedure));
                let row = if case.is_some() && own.is_none() { "#muc-thoi-han" } else { "" };
                let href = format!("{}{row}", address.as_str());
                Variant {
                    link: case.map(|it| Link {
                        href: href.clone(),
                        title: self.words(&it.title),
                        lang: None,
                    }),
                    href,
                    current: case.map(|it| &it.id) == speaks.case.map(|it| &it.id),
                }
            })
            .collect()
    }
}

/// The case and the agency that each item of the record is about.
fn scopes(procedure: &Procedure) -> impl Iterator<Item = (Option<&Id>, Option<&Id>)> {
    let channels = procedure.channels.iter().map(|it| (it.case.as_ref(), it.agency.as_ref()));
    let scoped = procedure
        .terms
        .iter()
        .map(|it| &it.scope)
        .chain(procedure.documents.iter().map(|it| &it.scope))
        .chain(procedure.steps.iter().map(|it| &it.scope))
        .chain(procedure.conditions.iter().map(|it| &it.scope))
        .chain(procedure.apply.iter().map(|it| &it.scope));
    scoped.map(|it| (it.case.as_ref(), it.agency.as_ref())).chain(channels)
}
