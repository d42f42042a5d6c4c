//! What is going to change: beside the value it changes, and at the head of the page when it is near.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;
use serde_with::skip_serializing_none;

use super::site::Site;
use super::terms::{TermRow, Value};
use super::variants::Speaks;
use super::words::Words;
use crate::model::{ANNOUNCED, Effect, Id, Paper, Procedure, Requirement, Scope, Section};

/// What comes in place of a value.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Next {
    #[serde(skip)]
    pub day: Date,
    /// The first day on which it holds, in words.
    pub from: String,
    /// Absent if nothing comes in its place.
    pub text: Option<String>,
    /// What else is said of the new value.
    pub note: Option<Words>,
    /// Who pays then; for fees.
    pub payer: Option<Words>,
    /// The decision that sets it.
    pub basis: Option<String>,
}

/// Items of each part that are not yet in force, in the order of their days.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ComingParts {
    /// Each by its text.
    pub conditions: Vec<Coming>,
    /// Each by its name, alternatives with ` / ` between.
    pub documents: Vec<Coming>,
    /// Each by its title.
    pub steps: Vec<Coming>,
    /// Each by its kind and note.
    pub channels: Vec<Coming>,
}

/// An item that is not yet in force.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Coming {
    /// First day of it: `05/01/2026`.
    pub from: String,
    /// What will hold.
    pub text: Words,
    /// Whom or what it is for, where not everybody.
    pub scope: Option<Words>,
    /// The decision that sets it.
    pub basis: Option<String>,
}

/// What changes on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Upcoming {
    #[serde(skip)]
    pub day: Date,
    /// For people: `05/01/2026`.
    pub date: String,
    /// At least one.
    pub items: Vec<UpcomingItem>,
}

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UpcomingItem {
    /// `time`, `fee`, `documents` …; absent for what somebody noted.
    pub part: Option<&'static str>,
    /// Whom or what it is for, where not everybody.
    pub scope: Option<Words>,
    /// What will hold, or what will hold no longer; absent for a value in whose place nothing comes.
    pub text: Option<Words>,
    /// It ends and nothing is said of what comes.
    pub ends: bool,
    /// The decision that sets it.
    pub basis: Option<Words>,
}

/// An item of the record that has days of effect.
struct Item<'a> {
    part: Section,
    effect: &'a Effect,
    scope: Scope,
    text: Words,
}

impl Site<'_> {
    /// Items of the page that are not yet in force.
    pub(super) fn coming(&self, procedure: &Procedure, lineage: &[&Id], speaks: Speaks<'_>) -> ComingParts {
        let mut later: Vec<(Date, Item<'_>)> = self
            .items(procedure, lineage, speaks)
            .into_iter()
            .filter_map(|it| Some((it.effect.from.filter(|from| self.as_of < *from)?, it)))
            .collect();
        later.sort_by_key(|(from, _)| *from);
        let mut parts = ComingParts::default();
        for (from, it) in later {
            let scope = self.scope(procedure, &speaks.beyond(&it.scope));
            let of_part = match it.part {
                Section::Conditions => &mut parts.conditions,
                Section::Documents => &mut parts.documents,
                Section::Steps => &mut parts.steps,
                _ => &mut parts.channels,
            };
            of_part.push(Coming {
                from: self.wording.date(from),
                scope,
                basis: it.effect.basis.as_deref().map(str::to_owned),
                text: it.text,
            });
        }
        parts
    }

    /// Changes of the next [`ANNOUNCED`] days, day by day.
    pub(super) fn upcoming(
        &self,
        procedure: &Procedure,
        lineage: &[&Id],
        speaks: Speaks<'_>,
        terms: &[TermRow],
    ) -> Vec<Upcoming> {
        let mut found: Vec<(Date, UpcomingItem)> = Vec::new();
        for row in terms {
            let channel = row.channel.as_deref().map(Words::from);
            let named: Vec<&Words> = row.case.iter().chain(&channel).collect();
            let values = [("time", row.time.as_ref()), ("fee", row.fee.as_ref())];
            for (part, next) in values.into_iter().filter_map(|(part, it)| Some((part, it?.next.as_ref()?))) {
                let item = UpcomingItem {
                    part: Some(part),
                    scope: (!named.is_empty() && speaks.case.is_none())
                        .then(|| Words::join(named.iter().copied(), " · ")),
                    ends: next.text.is_none(),
                    text: next.text.as_deref().map(Words::from),
                    basis: next.basis.as_deref().map(Words::from),
                };
                found.push((next.day, item));
            }
        }
        for it in self.items(procedure, lineage, speaks) {
            for (day, ends) in [(it.effect.from, false), (it.effect.ends(), true)] {
                let Some(day) = day.filter(|day| self.as_of < *day) else { continue };
                let item = UpcomingItem {
                    part: Some(it.part.key()),
                    scope: self.scope(procedure, &speaks.beyond(&it.scope)),
                    text: Some(it.text.clone()),
                    ends,
                    basis: it.effect.basis.as_deref().filter(|_| !ends).map(Words::from),
                };
                found.push((day, item));
            }
        }
        for change in procedure.changes.iter().filter(|it| self.as_of < it.date) {
            let item = UpcomingItem {
                part: None,
                scope: None,
                // The decision follows in the same sentence.
                text: Some(self.words(&change.note).without_stop()),
                ends: false,
                basis: self.maybe(change.basis.as_ref()),
            };
            found.push((change.date, item));
        }
        // As the timeline counts it, so that a build notices the day on which a change comes near.
        found.retain(|(day, _)| day.checked_sub(ANNOUNCED.days()).is_ok_and(|it| it <= self.as_of));
        found.sort_by_key(|(day, _)| *day);
        let mut days: Vec<Upcoming> = Vec::new();
        for (day, item) in found {
            match days.last_mut().filter(|it| it.day == day) {
                Some(same) if same.items.contains(&item) => {}
                Some(same) => same.items.push(item),
                None => days.push(Upcoming { day, date: self.wording.date(day), items: vec![item] }),
            }
        }
        days
    }

    /// Everything with days of effect that this page speaks of, times and fees apart.
    fn items<'a>(&self, procedure: &'a Procedure, lineage: &[&Id], speaks: Speaks<'_>) -> Vec<Item<'a>> {
        let fits = |scope: &Scope, effect: &Effect| {
            (effect.from.is_some() || effect.until.is_some())
                && scope.agency.as_ref().is_none_or(|it| lineage.contains(&it))
                && speaks.hears_case(scope.case.as_ref())
        };
        let mut items = Vec::new();
        for it in procedure.conditions.iter().filter(|it| fits(&it.scope, &it.effect)) {
            let (effect, scope) = (&it.effect, Scope::clone(&it.scope));
            items.push(Item { part: Section::Conditions, effect, scope, text: self.words(&it.text) });
        }
        for it in procedure.documents.iter().filter(|it| fits(&it.scope, &it.effect)) {
            let (effect, scope) = (&it.effect, Scope::clone(&it.scope));
            items.push(Item { part: Section::Documents, effect, scope, text: self.papers(it) });
        }
        for it in procedure.steps.iter().filter(|it| fits(&it.scope, &it.effect)) {
            let (effect, scope) = (&it.effect, Scope::clone(&it.scope));
            items.push(Item { part: Section::Steps, effect, scope, text: self.words(&it.title) });
        }
        for it in &procedure.channels {
            let scope = Scope { case: it.case.clone(), channel: None, agency: it.agency.clone() };
            if fits(&scope, &it.effect) {
                let name = Words::from(self.wording.channel(it.kind));
                let note = self.maybe(it.note.as_ref());
                let text = Words::join(std::iter::once(&name).chain(&note), ": ");
                items.push(Item { part: Section::Channels, effect: &it.effect, scope, text });
            }
        }
        items
    }

    /// Names of the alternatives.
    fn papers(&self, requirement: &Requirement) -> Words {
        let names = requirement.documents.iter().map(|it| match &it.paper {
            Paper::Named(name) => self.words(name),
            Paper::Registered(id) => {
                self.catalogue.papers.get(id).map_or_else(|| id.as_str().into(), |it| self.words(&it.title))
            }
        });
        Words::join(&names.collect::<Vec<_>>(), " / ")
    }

    /// What comes in place of `now`, where `then` tells what will hold on a day.
    pub(super) fn next(
        &self,
        turns: &[Date],
        now: &Value,
        then: impl Fn(Date) -> Option<Value>,
    ) -> Option<Next> {
        turns.iter().find_map(|day| {
            let later = then(*day);
            let same = later
                .as_ref()
                .is_some_and(|it| (&it.text, &it.note, &it.payer) == (&now.text, &now.note, &now.payer));
            if same {
                return None;
            }
            let (day, from) = (*day, self.wording.date(*day));
            Some(match later {
                Some(Value { text, note, payer, dated, .. }) => {
                    let basis = dated.and_then(|it| it.basis);
                    Next { day, from, text: Some(text), note, payer, basis }
                }
                None => Next { day, from, text: None, note: None, payer: None, basis: None },
            })
        })
    }
}

/// Days after `as_of` on which some row of times and fees starts or ends to hold, in order.
pub(super) fn turns(procedure: &Procedure, as_of: Date) -> Vec<Date> {
    let effects = procedure.terms.iter().map(|it| &it.effect);
    let mut days: Vec<Date> =
        effects.flat_map(|it| [it.from, it.ends()]).flatten().filter(|day| as_of < *day).collect();
    days.sort_unstable();
    days.dedup();
    days
}

#[cfg(test)]
mod tests;
