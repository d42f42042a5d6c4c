//! On which days the site says something else than on the day before.
//!
//! Pages speak of the last of these days, never of the day on which they are built: between
//! two of them a build gives the same bytes.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Catalogue, Effect, Id, Procedure, Section, Status, TimeLimit};

/// How many days before a change a page begins with it.
pub const ANNOUNCED: i32 = 90;

/// What is different from some day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn<'a> {
    /// A value or an item of this part comes into force.
    Starts(&'a Id, Section),
    /// One of this part held until the day before.
    Ends(&'a Id, Section),
    /// The page begins with a change of this part, [`ANNOUNCED`] days ahead.
    Announced(&'a Id, Section),
    /// The procedure comes into force.
    InForce(&'a Id),
    /// It is no longer suspended.
    Resumes(&'a Id),
    /// One may apply online again.
    Works(&'a Id),
    /// A change noted for this day is history.
    Changed(&'a Id),
    /// A change noted for a later day is announced.
    ChangeAnnounced(&'a Id),
    /// A legal text was in force until the day before.
    LegalEnds(&'a Id),
    /// The tables of due dates begin with another week.
    Week,
    /// Somebody looked at facts on this day.
    Recorded,
    /// Nothing in the catalogue has a date, so pages speak of the year.
    Year,
}

/// The last turn of each procedure up to one day, for whoever asks often.
#[derive(Debug, Default)]
pub struct LastTurns {
    until: Option<Date>,
    /// By id.
    of: Vec<(Arc<Procedure>, Option<Date>)>,
}

impl LastTurns {
    /// Works out what is not known of these.
    fn renew(&mut self, procedures: &[Arc<Procedure>], until: Date) {
        let known = std::mem::take(&mut self.of);
        let same_day = self.until.replace(until) == Some(until);
        let mut known = known.into_iter().filter(|_| same_day).peekable();
        self.of = procedures
            .iter()
            .map(|procedure| {
                while known.next_if(|(it, _)| !Arc::ptr_eq(it, procedure) && it.id < procedure.id).is_some() {
                }
                known.next_if(|(it, _)| Arc::ptr_eq(it, procedure)).unwrap_or_else(|| {
                    let mut last = None;
                    if procedure.status != Status::Draft {
                        of_procedure(procedure, &mut |day, _| {
                            last = last.max(Some(day).filter(|it| *it <= until));
                        });
                    }
                    (Arc::clone(procedure), last)
                })
            })
            .collect();
    }
}

impl Catalogue {
    /// The day since when the site has said what it says on `as_of`; at the latest `as_of`.
    pub fn since(&self, as_of: Date, known: &mut LastTurns) -> Date {
        known.renew(&self.procedures, as_of);
        let mut last = known.of.iter().filter_map(|it| it.1).max();
        turns_of_all(self, as_of, &mut |day, _| last = last.max(Some(day).filter(|it| *it <= as_of)));
        last.unwrap_or_else(|| as_of.first_of_year())
    }

    /// The first day after `as_of` on which the site says something else, and what; `None` if nothing is to come.
    pub fn next_change(&self, as_of: Date) -> Option<(Date, Vec<Turn<'_>>)> {
        let mut next: Option<(Date, Vec<Turn<'_>>)> = None;
        let mut see = |day: Date, turn| match &mut next {
            _ if day <= as_of => {}
            Some((first, turns)) if *first == day => turns.push(turn),
            Some((first, _)) if *first < day => {}
            _ => next = Some((day, vec![turn])),
        };
        turns(self, as_of, &mut see);
        if self.dated_before(as_of).is_none()
            && let Ok(day) = as_of.last_of_year().tomorrow()
        {
            see(day, Turn::Year);
        }
        next.map(|(day, mut turns)| {
            turns.sort_unstable();
            turns.dedup();
            (day, turns)
        })
    }

    fn dated_before(&self, as_of: Date) -> Option<Date> {
        let mut last = None;
        turns(self, as_of, &mut |day, _| {
            if day <= as_of {
                last = last.max(Some(day));
            }
        });
        last
    }

    /// Whether some page says by which day an answer is due.
    fn shows_due_dates(&self) -> bool {
        let counted = |it: &Procedure| it.terms.iter().filter_map(|it| it.time).any(TimeLimit::is_in_days);
        !self.calendars.is_empty()
            && self.procedures.iter().any(|it| it.status != Status::Draft && counted(it))
    }
}

impl Effect {
    /// The first day on which it no longer holds.
    pub fn ends(&self) -> Option<Date> {
        self.until.and_then(|it| it.tomorrow().ok())
    }
}

/// The Monday of the week of `day`.
pub fn monday(day: Date) -> Date {
    let past = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(past.days()).unwrap_or(day)
}

/// Every turn with its day, in no order; weeks are those of `as_of` and the next.
fn turns<'a>(catalogue: &'a Catalogue, as_of: Date, see: &mut impl FnMut(Date, Turn<'a>)) {
    turns_of_all(catalogue, as_of, see);
    for procedure in catalogue.procedures.iter().filter(|it| it.status != Status::Draft) {
        of_procedure(procedure, see);
    }
}

/// Those that are not of a procedure.
fn turns_of_all<'a>(catalogue: &'a Catalogue, as_of: Date, see: &mut impl FnMut(Date, Turn<'a>)) {
    if catalogue.shows_due_dates() {
        let monday = monday(as_of);
        see(monday, Turn::Week);
        if let Ok(next) = monday.checked_add(1.week()) {
            see(next, Turn::Week);
        }
    }
    for (id, text) in &catalogue.legal {
        if let Some(day) = text.until.and_then(|it| it.tomorrow().ok()) {
            see(day, Turn::LegalEnds(id));
        }
    }
    let places = catalogue.agencies.values().map(|it| &it.sources);
    let sources = places.chain(catalogue.offices.values().map(|it| &it.sources));
    for day in sources.flatten().filter_map(|it| it.checked) {
        see(day, Turn::Recorded);
    }
}

fn of_procedure<'a>(procedure: &'a Procedure, see: &mut impl FnMut(Date, Turn<'a>)) {
    let id = &procedure.id;
    let mut effect = |effect: &Effect, part: Section| {
        let turns = [(effect.from, Turn::Starts(id, part)), (effect.ends(), Turn::Ends(id, part))];
        for (day, turn) in turns {
            let Some(day) = day else { continue };
            see(day, turn);
            if let Ok(before) = day.checked_sub(ANNOUNCED.days()) {
                see(before, Turn::Announced(id, part));
            }
        }
    };
    for it in &procedure.terms {
        if it.time.is_some() {
            effect(&it.effect, Section::Time);
        }
        if it.fee.is_some() {
            effect(&it.effect, Section::Fee);
        }
    }
    procedure.documents.iter().for_each(|it| effect(&it.effect, Section::Documents));
    procedure.steps.iter().for_each(|it| effect(&it.effect, Section::Steps));
    procedure.channels.iter().for_each(|it| effect(&it.effect, Section::Channels));
    procedure.conditions.iter().for_each(|it| effect(&it.effect, Section::Conditions));
    for change in &procedure.changes {
        see(change.date, Turn::Changed(id));
        if let Ok(before) = change.date.checked_sub(ANNOUNCED.days()) {
            see(before, Turn::ChangeAnnounced(id));
        }
    }
    if let Some(day) = procedure.effective {
        see(day, Turn::InForce(id));
    }
    if let Status::Suspended { until: Some(until), .. } = &procedure.status
        && let Ok(day) = until.tomorrow()
    {
        see(day, Turn::Resumes(id));
    }
    let outages = procedure.apply.iter().filter_map(|it| it.down.as_ref()?.until);
    for day in outages.filter_map(|it| it.tomorrow().ok()) {
        see(day, Turn::Works(id));
    }
    let checked = procedure.sources.values().filter_map(|it| it.checked);
    for day in checked.chain(procedure.reviewed).chain(procedure.translated) {
        see(day, Turn::Recorded);
    }
}

#[cfg(test)]
mod tests;
