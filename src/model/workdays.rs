//! Counting a time limit: handed in then, answered by when.
//!
//! The rules are those of the Civil Code 91/2015/QH13, articles 144–148: the
//! day of the event is not counted; a limit in days, weeks, months or years
//! that would end on a day of rest ends on the next working day. Limits in
//! working days count working days alone. There is no answer where a day that
//! matters lies in a year without a calendar, or among days that wait for a decision.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

use super::{Calendar, Hours, TimeLimit, TimeUnit};

/// The days of the week on which an office works and, where known, when it closes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Week {
    /// Monday first.
    works: [bool; 7],
    /// The same days; none where nobody knows the hours.
    closes: [Option<Time>; 7],
}

/// When the answer is due at the latest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub day: Date,
    /// Days off in between that would otherwise have been worked, in order.
    pub skipped: Vec<Date>,
    /// A year that matters still waits for a decision, or a skipped day is not confirmed.
    pub provisional: bool,
}

impl Week {
    /// Monday to Friday, hours unknown: what holds where an office says nothing.
    pub fn civil_service() -> Week {
        Week { works: [true, true, true, true, true, false, false], closes: [None; 7] }
    }

    /// As an office is open; `None` if it does not say when.
    pub fn of(hours: &[Hours]) -> Option<Week> {
        let mut closes = [None; 7];
        for (day, until) in hours.iter().flat_map(|it| it.days.iter().map(|day| (*day, it.until))) {
            let last = &mut closes[usize::from(day - 1)];
            *last = Some(until).max(*last);
        }
        let works = closes.map(|it| it.is_some());
        works.contains(&true).then_some(Week { works, closes })
    }

    /// When the office closes, Monday first; `None` where nobody knows. Days of rest too, for
    /// when they are worked in exchange.
    pub fn closes(&self) -> [Option<Time>; 7] {
        std::array::from_fn(|nth| self.closes_on(nth))
    }

    /// A day of rest that is worked in exchange has the hours of the first working day of the week.
    fn closes_on(&self, own: usize) -> Option<Time> {
        let first = self.works.iter().position(|it| *it).unwrap_or(0);
        self.closes[if self.works[own] { own } else { first }]
    }
}

/// Monday is 0.
fn weekday(day: Date) -> usize {
    usize::try_from(day.weekday().to_monday_zero_offset()).expect("a weekday is 0 to 6")
}

/// Whether an office with this week works on `day`; `None` where the calendar cannot say.
pub fn works_on(calendars: &BTreeMap<i16, Calendar>, week: &Week, day: Date) -> Option<bool> {
    let year = calendars.get(&day.year())?;
    if year.waits(day) {
        return None;
    }
    Some(year.worked.contains(&day) || (week.works[weekday(day)] && !year.off.contains_key(&day)))
}

/// By when `limit` ends for what is handed in, complete, at `received`; both in the office's time.
///
/// A day-long limit starts on the day of `received`; where the office's hours
/// are known, what comes after they end counts as handed in on the next working
/// day. Of a range the longer end counts. `None` for what is not counted in days, and where a
/// calendar is lacking.
pub fn due(
    calendars: &BTreeMap<i16, Calendar>,
    week: &Week,
    received: DateTime,
    limit: TimeLimit,
) -> Option<Due> {
    let TimeLimit::Within { most, unit, .. } = limit else { return None };
    let most = i64::from(most);
    let mut count = Count { calendars, week, skipped: Vec::new(), provisional: false };
    let start = count.received(received)?;
    let day = match unit {
        TimeUnit::Minute | TimeUnit::Hour | TimeUnit::WorkingHour => return None,
        TimeUnit::WorkingDay => {
            let mut day = start;
            for _ in 0..most {
                day = count.working_from(day.tomorrow().ok()?)?;
            }
            day
        }
        TimeUnit::Day | TimeUnit::Week | TimeUnit::Month | TimeUnit::Year => {
            // What was skipped before the count began is no part of it.
            count.skipped.clear();
            let length = match unit {
                TimeUnit::Week => most.weeks(),
                TimeUnit::Month => most.months(),
                TimeUnit::Year => most.years(),
                _ => most.days(),
            };
            count.working_from(start.checked_add(length).ok()?)?
        }
    };
    Some(Due { day, skipped: count.skipped, provisional: count.provisional })
}

/// A walk over days that remembers what it passed.
struct Count<'a> {
    calendars: &'a BTreeMap<i16, Calendar>,
    week: &'a Week,
    skipped: Vec<Date>,
    provisional: bool,
}

impl Count<'_> {
    /// The day that counts as the day of handing in.
    fn received(&mut self, at: DateTime) -> Option<Date> {
        let day = at.date();
        let Some(closes) = self.week.closes_on(weekday(day)) else { return Some(day) };
        let late = closes <= at.time();
        self.working_from(if late { day.tomorrow().ok()? } else { day })
    }

    /// The first working day from `day` on, `day` included.
    fn working_from(&mut self, mut day: Date) -> Option<Date> {
        while !works_on(self.calendars, self.week, day)? {
            self.note(day);
            day = day.tomorrow().ok()?;
        }
        self.note(day);
        Some(day)
    }

    fn note(&mut self, day: Date) {
        let Some(year) = self.calendars.get(&day.year()) else { return };
        self.provisional |= !year.complete;
        if let Some(off) = year.off.get(&day) {
            self.provisional |= off.unconfirmed;
            if self.week.works[weekday(day)] {
                self.skipped.push(day);
            }
        }
    }
}

#[cfg(test)]
mod tests;
