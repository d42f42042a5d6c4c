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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::derive::derive;
    use crate::derive::tests::{catalogue, config, first, procedures};
    use crate::model::{Catalogue, Change, Text};

    #[test]
    fn a_translation_says_that_it_is_old_or_in_part() {
        let mut catalogue = catalogue();
        let told = |catalogue: &Catalogue| {
            let config = config();
            let views = derive(catalogue, &config, date(2026, 11, 23));
            let on = |at: usize| procedures(&views, at)[0].translation.clone();
            (on(0), on(1).expect("a page in another language is a translation"))
        };
        let (main, english) = told(&catalogue);
        assert_eq!(main, None);
        assert_eq!(english.changed.as_deref(), Some("5\u{a0}January 2026"), "the text changed a day later");
        assert!(english.in_part, "the summary is in Vietnamese alone");
        first(&mut catalogue).translated = Some(date(2026, 1, 5));
        assert_eq!(told(&catalogue).1.changed, None);
        first(&mut catalogue).translated = None;
        assert_eq!(told(&catalogue).1.changed, None, "nobody said how old it is");
    }

    #[test]
    fn a_change_to_come_made_a_translation_old() {
        let (mut catalogue, config) = (catalogue(), config());
        let it = first(&mut catalogue);
        it.translated = Some(date(2026, 1, 5));
        it.changes
            .insert(0, Change { date: date(2026, 12, 1), note: Text::plain("Bớt giấy tờ"), basis: None });
        let changed = |day| {
            let views = derive(&catalogue, &config, day);
            procedures(&views, 1)[0].translation.clone().expect("a translation").changed
        };
        assert_eq!(changed(date(2026, 11, 23)), None);
        assert_eq!(changed(date(2026, 12, 1)).as_deref(), Some("1\u{a0}December 2026"));
    }
}
