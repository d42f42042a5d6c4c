//! Whom a reader of a procedure's page can reach.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::site::{Link, PhoneView, Site, phone};
use crate::model::{Agency, Id};

/// An agency and what is known of how to reach it; on a procedure's page.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContactView {
    pub agency: Link,
    pub hotline: Option<PhoneView>,
    pub email: Option<String>,
    pub site: Option<String>,
    /// Of the site.
    pub host: Option<String>,
    /// Names of parts nobody confirmed.
    pub unconfirmed: Vec<String>,
}

impl Site<'_> {
    /// The agency in charge, whatever is known of it; where that is nothing, the nearest above it
    /// that can be reached; where none can, all that carry the procedure out, if any of those can:
    /// who is served by another must see that nothing is known of it.
    pub(super) fn contacts(&self, lineage: &[&Id], executing: &[Id]) -> Vec<ContactView> {
        let agency = |id: &Id| self.catalogue.agencies.get(id);
        let can_be_reached = |it: &&Agency| it.hotline.is_some() || it.email.is_some() || it.site.is_some();
        let mut above = lineage.iter().filter_map(|it| agency(it));
        let Some(own) = above.next() else { return Vec::new() };
        let mut found = vec![self.contact(own)];
        if can_be_reached(&own) {
            return found;
        }
        match above.find(can_be_reached) {
            Some(it) => found.push(self.contact(it)),
            None if executing.iter().filter_map(agency).any(|it| can_be_reached(&it)) => {
                let others = executing.iter().filter(|it| **it != own.id).filter_map(agency);
                found.extend(others.map(|it| self.contact(it)));
            }
            None => {}
        }
        found
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

/// Of these, who serves readers and has no number that anybody confirmed. An agency in charge `of_all`
/// serves nobody itself, where others stand beside it.
pub(super) fn without_number(contacts: &[ContactView], of_all: bool) -> Vec<ContactView> {
    let serving = contacts.iter().skip(usize::from(of_all && 1 < contacts.len()));
    serving.filter(|it| it.hotline.is_none()).cloned().collect()
}
