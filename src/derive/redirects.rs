//! Addresses that have no page any more, and where they lead; and those that must lead somewhere.

use std::collections::BTreeMap;

use super::site::is_shown;
use super::subject::Subject;
use super::{SiteViews, Views};
use crate::model::{Address, Catalogue, Procedure};

/// Moves that may follow each other.
const MOVES: usize = 16;

impl Views<'_> {
    /// Earlier addresses and where they lead, sorted: as records and the ledger say, and what comes
    /// along with these.
    pub fn redirects(&self) -> Vec<(Address, Address)> {
        let told = self.told();
        let mut known = told.clone();
        for site in &self.sites {
            for (from, to) in site.site.short_addresses() {
                known.entry(from).or_insert(to);
            }
        }
        for (from, to) in &told {
            self.carry(from, to, &mut known);
        }
        for noted in &self.catalogue.noted {
            if !known.contains_key(&noted.address)
                && !self.has_page(&noted.address)
                && let Some(to) = self.nearest(&noted.address, &known)
            {
                known.insert(noted.address.clone(), to);
            }
        }
        known.into_iter().collect()
    }

    /// What people may come to from outside, in every language, and what is printed on sheets; sorted.
    pub fn published(&self) -> Vec<Address> {
        let mut all = Vec::new();
        for site in &self.sites {
            for subject in site.subjects().iter().filter(|it| it.is_listed()) {
                all.extend(site.listed_addresses(subject));
            }
            all.extend(site.site.short_addresses().into_iter().map(|(from, _)| from));
        }
        all.sort();
        all
    }

    pub fn has_page(&self, address: &Address) -> bool {
        self.sites.iter().any(|it| it.subject_at(address.as_str()).is_some())
    }

    /// Each with the page at the end of its way.
    fn told(&self) -> BTreeMap<Address, Address> {
        let mut told: BTreeMap<&Address, &Address> = BTreeMap::new();
        let catalogue: &Catalogue = self.catalogue;
        let shown = catalogue.procedures.iter().filter(|it| is_shown(it));
        let procedures = shown.flat_map(|it| it.aliases.iter().map(|from| (from, &it.address)));
        let pages = catalogue.pages.iter();
        let pages = pages.flat_map(|it| it.aliases.iter().map(|from| (from, &it.address)));
        let noted = catalogue.noted.iter();
        let noted = noted.filter_map(|it| Some((&it.address, it.moved_to.as_ref()?)));
        for (from, to) in procedures.chain(pages).chain(noted) {
            told.entry(from).or_insert(to);
        }
        let ways = told.iter().map(|(from, to)| {
            let mut end: &Address = to;
            for _ in 0..MOVES {
                let Some(next) = told.get(end) else { break };
                end = next;
            }
            ((*from).clone(), end.clone())
        });
        ways.filter(|(_, to)| self.has_page(to)).collect()
    }

    /// What goes where `from` goes: the same in other languages, and of a procedure also its pages of
    /// agencies and cases, and what is printed.
    fn carry(&self, from: &Address, to: &Address, known: &mut BTreeMap<Address, Address>) {
        let is_foreign = |it: &&SiteViews<'_>| !it.is_main && from.as_str().starts_with(&it.base);
        let Some(subject) = self.sites[0].subject_at(to.as_str()) else { return };
        if self.sites.iter().any(|it| is_foreign(&it)) {
            return;
        }
        let here = self.sites.iter().filter(|it| it.has(&subject));
        match subject {
            Subject::Procedure(it) if from.is_of_procedure() && it.address == *to => {
                here.for_each(|site| site.carry_procedure(from, it, known));
            }
            _ => here.filter(|it| !it.is_main).for_each(|site| {
                let to = site.site.address(to);
                if site.subject_at(to.as_str()).is_some() {
                    known.entry(site.site.address(from)).or_insert(to);
                }
            }),
        }
    }

    /// The page that says most of what the one at this address said: above it, or in the main language.
    fn nearest(&self, address: &Address, known: &BTreeMap<Address, Address>) -> Option<Address> {
        let main = &self.sites[0];
        let own = self.sites[1..].iter().find(|it| address.as_str().starts_with(&it.base)).unwrap_or(main);
        let neutral = Address::verbatim(&address.as_str()[own.base.len()..]);
        let page = neutral.page_of_short().unwrap_or(neutral);
        [own, main].into_iter().find_map(|site| {
            page.and_above().into_iter().map(|it| site.site.address(&it)).find_map(|it| {
                if let Some(to) = known.get(&it) {
                    return Some(to.clone());
                }
                self.has_page(&it).then_some(it)
            })
        })
    }
}

impl SiteViews<'_> {
    fn carry_procedure(&self, from: &Address, to: &Procedure, known: &mut BTreeMap<Address, Address>) {
        let general = self.site.address(&to.address);
        for page in self.site.procedure_addresses(to) {
            let below = &page.as_str()[general.as_str().len()..];
            let earlier = self.site.address(&from.below(below));
            known.entry(earlier).or_insert(page);
        }
        if self.site.prints(to) {
            for page in self.site.agency_addresses(to) {
                let below = &page.as_str()[to.address.as_str().len()..];
                let earlier = self.site.address(&Address::short(&from.below(below)));
                known.entry(earlier).or_insert_with(|| self.site.address(&page));
            }
        }
    }
}
