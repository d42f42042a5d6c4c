//! Whom a reader of a procedure's page can reach.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::site::{Link, PhoneView, Site, phone};
use crate::model::{Agency, Id};

/// An agency and what is known of how to reach it; on a procedure's page.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContactView {
    /// To the agency's page.
    pub agency: Link,
    /// Its own.
    pub hotline: Option<PhoneView>,
    /// Bare, without `mailto:`.
    pub email: Option<String>,
    /// Its own website: `https://…`
    pub site: Option<String>,
    /// Of the site.
    pub host: Option<String>,
    /// Names of parts nobody confirmed.
    pub unconfirmed: Vec<String>,
}

/// Whom the page of a procedure names; the fields are those of its view.
pub(super) struct Reached {
    pub(super) hotline: Option<PhoneView>,
    pub(super) contacts: Vec<ContactView>,
    pub(super) has_numbers: bool,
    pub(super) without_number: Vec<ContactView>,
}

/// More contacts are a list to look through.
const CHOICE_OF_CONTACTS: usize = 8;

impl Site<'_> {
    pub(super) fn reached(&self, lineage: &[&Id], executing: &[Id]) -> Reached {
        let contacts = self.contacts(lineage, executing);
        let hotline = self.hotline(lineage);
        let without_number = contacts.iter().filter(|(it, serves)| *serves && it.hotline.is_none());
        Reached {
            has_numbers: hotline.is_none()
                && contacts.len() <= CHOICE_OF_CONTACTS
                && contacts.iter().any(|(it, _)| it.hotline.is_some()),
            hotline,
            without_number: without_number.map(|(it, _)| it.clone()).collect(),
            contacts: contacts.into_iter().map(|(it, _)| it).collect(),
        }
    }

    /// The agency in charge, whatever is known of it; where that is nothing, the nearest above it
    /// that can be reached; where none can, all that carry the procedure out, if any of those can:
    /// who is served by another must see that nothing is known of it. And whether each serves
    /// readers itself.
    fn contacts(&self, lineage: &[&Id], executing: &[Id]) -> Vec<(ContactView, bool)> {
        let agency = |id: &Id| self.catalogue.agencies.get(id);
        let can_be_reached = |it: &&Agency| it.hotline.is_some() || it.email.is_some() || it.site.is_some();
        let mut above = lineage.iter().filter_map(|it| agency(it));
        let Some(own) = above.next() else { return Vec::new() };
        if can_be_reached(&own) {
            return vec![(self.contact(own), true)];
        }
        match above.find(can_be_reached) {
            Some(it) => vec![(self.contact(own), true), (self.contact(it), false)],
            None if executing.iter().filter_map(agency).any(|it| can_be_reached(&it)) => {
                let others = executing.iter().filter(|it| **it != own.id).filter_map(agency);
                let mut found = vec![(self.contact(own), executing.contains(&own.id))];
                found.extend(others.map(|it| (self.contact(it), true)));
                found
            }
            None => vec![(self.contact(own), true)],
        }
    }

    /// Of the nearest that has one.
    pub(super) fn hotline(&self, lineage: &[&Id]) -> Option<PhoneView> {
        let agencies = lineage.iter().filter_map(|it| self.catalogue.agencies.get(*it));
        agencies.filter_map(|it| it.hotline.as_ref()).map(phone).next()
    }

    fn contact(&self, it: &Agency) -> ContactView {
        ContactView {
            agency: self.link(&it.address, &it.title),
            hotline: it.hotline.as_ref().map(phone),
            email: it.email.clone(),
            site: it.site.as_ref().map(|it| it.as_str().to_owned()),
            host: it.site.as_ref().map(|it| it.host().to_owned()),
            unconfirmed: it.unconfirmed.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::derive::derive;
    use crate::derive::tests::{catalogue, config, first, id, procedures};

    /// Who is called at a number, who has a site, whose agency is in charge, who carries it out.
    fn without_number(called: &[&str], sites: &[&str], charge: &str, executing: &[&str]) -> Vec<String> {
        let mut catalogue = catalogue();
        for (id, it) in &mut catalogue.agencies {
            it.hotline = it.hotline.take().filter(|_| called.contains(&id.as_str()));
            it.site = sites.contains(&id.as_str()).then(|| "https://a.vn/".parse().expect("an address"));
        }
        let record = first(&mut catalogue);
        record.agency = id(charge);
        record.agencies.executing = executing.iter().map(|it| id(it)).collect();
        let config = config();
        let views = derive(&catalogue, &config, date(2026, 11, 23));
        let general = procedures(&views, 0).swap_remove(0);
        general.without_number.iter().map(|it| it.agency.title.plain().into_owned()).collect()
    }

    #[test]
    fn of_whom_no_number_is_known_is_told_where_they_serve_readers() {
        for (called, sites, charge, executing, expected) in [
            (&["npc"][..], &[][..], "evn", &["npc", "cpc"][..], &["Miền Trung"][..]),
            (&["npc"], &[], "evn", &["evn", "npc"], &["Tập đoàn"]),
            (&[], &["evn"], "evn", &["npc"], &["Tập đoàn"]),
            // Nobody else carries it out, and who is above serves nobody.
            (&[], &["evn"], "npc", &[], &["Miền Bắc"]),
            (&["npc"], &[], "npc", &[], &[]),
        ] {
            let told = without_number(called, sites, charge, executing);
            assert_eq!(told, expected, "{called:?} {sites:?} {charge} {executing:?}");
        }
    }
}
