//! Whether one can apply, and with which form.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::site::{Link, Site, url};
use super::variants::Speaks;
use super::words::Words;
use crate::model::{Apply, Id, Procedure, Status};

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormDown {
    /// Where the form lies: `dichvucong.gov.vn`.
    pub host: String,
    /// What is the matter with it.
    pub reason: Words,
    /// The last day of it: `05/01/2026`; absent where nobody knows.
    pub until: Option<String>,
}

/// Why nobody should apply as usual: `suspended`, `withdrawn`, or `not_yet` in force.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// `suspended`, `withdrawn` or `not_yet`.
    pub kind: &'static str,
    /// Why it is suspended or withdrawn.
    pub reason: Option<Words>,
    /// The last day on which it is suspended; absent where nobody knows.
    pub until: Option<String>,
    /// When it comes into force.
    pub from: Option<String>,
    /// What came in the place of one that is withdrawn, if anything did.
    pub replaced_by: Option<Link>,
}

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ApplyView {
    /// `https://…`
    pub url: String,
    /// Of `url`: `dichvucong.gov.vn`.
    pub host: String,
    /// Whom or what it is for, where not everybody.
    pub scope: Option<Words>,
    /// What one needs to sign in.
    pub sign_in: Option<Words>,
    /// What else is said of the form.
    pub note: Option<Words>,
}

impl Site<'_> {
    pub(super) fn notice(&self, procedure: &Procedure) -> Option<Notice> {
        let none = Notice { kind: "", reason: None, until: None, from: None, replaced_by: None };
        match &procedure.status {
            Status::Withdrawn { reason, replaced_by } => Some(Notice {
                kind: "withdrawn",
                reason: self.maybe(reason.as_ref()),
                replaced_by: replaced_by.as_ref().and_then(|it| self.procedure_link(it)),
                ..none
            }),
            Status::Suspended { reason, until } if until.is_none_or(|it| self.as_of <= it) => Some(Notice {
                kind: "suspended",
                reason: Some(self.words(reason)),
                until: until.map(|it| self.wording.date(it)),
                ..none
            }),
            _ => {
                let from = procedure.effective.filter(|it| self.as_of < *it)?;
                Some(Notice { kind: "not_yet", from: Some(self.wording.date(from)), ..none })
            }
        }
    }

    pub(super) fn apply_view(&self, procedure: &Procedure, it: &Apply) -> ApplyView {
        ApplyView {
            url: url(&it.url),
            host: it.url.host().to_owned(),
            scope: self.scope(procedure, &it.scope),
            sign_in: self.maybe(it.sign_in.as_ref()),
            note: self.maybe(it.note.as_ref()),
        }
    }

    pub(super) fn form_down(&self, it: &Apply) -> Option<FormDown> {
        let down = it.down_on(self.as_of)?;
        Some(FormDown {
            host: it.url.host().to_owned(),
            reason: self.words(&down.reason),
            until: down.until.map(|it| self.wording.date(it)),
        })
    }
}

/// The address to lead with first: of the page's case, of the nearest agency, then without a scope.
pub(super) fn forms<'p>(procedure: &'p Procedure, lineage: &[&Id], speaks: Speaks<'_>) -> Vec<&'p Apply> {
    let distance = |it: &Apply| match &it.scope.agency {
        None => Some(lineage.len()),
        Some(agency) => lineage.iter().position(|above| *above == agency),
    };
    let mut fitting: Vec<(usize, bool, &Apply)> = procedure
        .apply
        .iter()
        .filter(|it| speaks.hears_case(it.scope.case.as_ref()))
        .filter_map(|it| {
            let foreign_case = it.scope.case.is_some() && speaks.case.is_none();
            Some((distance(it)?, foreign_case || it.scope.channel.is_some(), it))
        })
        .collect();
    fitting.sort_by_key(|(distance, narrow, _)| (*narrow, *distance));
    fitting.into_iter().map(|(_, _, it)| it).collect()
}
