//! What a page in another language owes its reader: how much of it is a translation, and how old it is.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::site::Site;
use crate::model::{Paper, Procedure, Text};

/// On pages that are not in the main language.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TranslationView {
    /// Some of what the page says was never translated.
    pub in_part: bool,
    /// The day of a change that came after the translation.
    pub changed: Option<String>,
}

impl Site<'_> {
    pub(super) fn translation(&self, procedure: &Procedure) -> Option<TranslationView> {
        if self.is_main() {
            return None;
        }
        // One that is only announced has changed nothing yet.
        let newest = procedure.changes.iter().map(|it| it.date).filter(|it| *it <= self.as_of).max();
        let changed = procedure.translated.and_then(|done| newest.filter(|it| done < *it));
        Some(TranslationView {
            in_part: texts(procedure).any(|it| !self.has(it)) || self.prose_is_foreign(procedure),
            changed: changed.map(|it| self.wording.date(it)),
        })
    }

    fn prose_is_foreign(&self, procedure: &Procedure) -> bool {
        procedure.prose.contains_key(&self.main) && !procedure.prose.contains_key(&self.lang)
    }
}

/// What a reader needs in order to act. Official names, sources and legal texts stay in their own language.
fn texts(procedure: &Procedure) -> impl Iterator<Item = &Text> {
    let head = procedure.summary.iter().chain(&procedure.online_reason);
    let cases = procedure.cases.iter().flat_map(|it| std::iter::once(&it.title).chain(&it.note));
    let terms =
        procedure.terms.iter().flat_map(|it| it.time_note.iter().chain(&it.fee_note).chain(&it.payer));
    let papers = procedure.documents.iter().flat_map(|it| &it.documents).flat_map(|it| {
        let name = match &it.paper {
            Paper::Named(name) => Some(name),
            Paper::Registered(_) => None,
        };
        name.into_iter().chain(&it.note)
    });
    let documents = procedure.documents.iter().flat_map(|it| &it.note);
    let steps = procedure.steps.iter().flat_map(|it| std::iter::once(&it.title).chain(&it.text));
    let channels = procedure.channels.iter().flat_map(|it| &it.note);
    let results = procedure.results.iter().flat_map(|it| std::iter::once(&it.name).chain(&it.note));
    let conditions = procedure.conditions.iter().map(|it| &it.text);
    head.chain(cases)
        .chain(terms)
        .chain(papers)
        .chain(documents)
        .chain(steps)
        .chain(channels)
        .chain(results)
        .chain(conditions)
}
