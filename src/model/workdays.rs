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

/// The days of the week on which an office works and, where known, from when until when.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Week {
    /// Monday first.
    works: [bool; 7],
    /// Sorted, not overlapping; all empty where nobody knows the hours.
    open: [Vec<(Time, Time)>; 7],
}

/// When the answer is due at the latest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub day: Date,
    /// For limits in minutes and hours.
    pub at: Option<Time>,
    /// Days off in between that would otherwise have been worked, in order.
    pub skipped: Vec<Date>,
    /// A year that matters still waits for a decision, or a skipped day is not confirmed.
    pub provisional: bool,
}

impl Week {
    /// Monday to Friday, hours unknown: what holds where an office says nothing.
    pub fn civil_service() -> Week {
        Week { works: [true, true, true, true, true, false, false], open: Default::default() }
    }

    /// As an office is open; `None` if it does not say when.
    pub fn of(hours: &[Hours]) -> Option<Week> {
        let mut week = Week { works: [false; 7], open: Default::default() };
        for it in hours.iter().filter(|it| it.from < it.until) {
            for day in it.days.iter().filter(|it| (1..=7).contains(*it)) {
                week.works[usize::from(day - 1)] = true;
                week.open[usize::from(day - 1)].push((it.from, it.until));
            }
        }
        for day in &mut week.open {
            day.sort_unstable();
            // Two stretches that overlap are one: no minute counts twice.
            let mut joined: Vec<(Time, Time)> = Vec::new();
            for (from, until) in day.drain(..) {
                match joined.last_mut() {
                    Some(last) if from <= last.1 => last.1 = last.1.max(until),
                    _ => joined.push((from, until)),
                }
            }
            *day = joined;
        }
        week.works.contains(&true).then_some(week)
    }

    /// Monday first.
    pub fn works(&self) -> [bool; 7] {
        self.works
    }

    /// Hours of a weekday, Monday first.
    pub fn open(&self) -> &[Vec<(Time, Time)>; 7] {
        &self.open
    }

    /// When the office closes, Monday first; `None` where nobody knows. Days of rest too, for
    /// when they are worked in exchange.
    pub fn closes(&self) -> [Option<Time>; 7] {
        std::array::from_fn(|nth| self.hours_of(nth).last().map(|it| it.1))
    }

    /// Hours on `day`, taken to be a working day: a day of rest that is worked
    /// in exchange has those of the first working day of the week.
    fn hours(&self, day: Date) -> &[(Time, Time)] {
        self.hours_of(weekday(day))
    }

    fn hours_of(&self, own: usize) -> &[(Time, Time)] {
        let first = self.works.iter().position(|it| *it).unwrap_or(0);
        &self.open[if self.works[own] { own } else { first }]
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
/// day. Of a range the longer end counts. `None` for limits without a length,
/// for working hours where nobody knows the hours, and where a calendar is lacking.
pub fn due(
    calendars: &BTreeMap<i16, Calendar>,
    week: &Week,
    received: DateTime,
    limit: TimeLimit,
) -> Option<Due> {
    let mut count = Count { calendars, week, skipped: Vec::new(), provisional: false };
    let (most, unit) = match limit {
        TimeLimit::Agreement => return None,
        TimeLimit::AtOnce | TimeLimit::SameDay => {
            let day = count.received(received)?;
            let day = count.working_from(day)?;
            return Some(count.done(day, None));
        }
        TimeLimit::Within { most, unit, .. } => (i64::from(most), unit),
    };
    match unit {
        TimeUnit::Minute | TimeUnit::Hour => {
            let minutes = if unit == TimeUnit::Hour { most * 60 } else { most };
            let end = received.checked_add(minutes.minutes()).ok()?;
            Some(count.done(end.date(), Some(end.time())))
        }
        TimeUnit::WorkingHour => {
            let end = count.working_minutes(received, most * 60)?;
            Some(count.done(end.date(), Some(end.time())))
        }
        TimeUnit::WorkingDay => {
            let mut day = count.received(received)?;
            for _ in 0..most {
                day = count.working_from(day.tomorrow().ok()?)?;
            }
            Some(count.done(day, None))
        }
        TimeUnit::Day | TimeUnit::Week | TimeUnit::Month | TimeUnit::Year => {
            let start = count.received(received)?;
            // What was skipped before the count began is no part of it.
            count.skipped.clear();
            let length = match unit {
                TimeUnit::Week => most.weeks(),
                TimeUnit::Month => most.months(),
                TimeUnit::Year => most.years(),
                _ => most.days(),
            };
            let day = count.working_from(start.checked_add(length).ok()?)?;
            Some(count.done(day, None))
        }
    }
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
        let Some((_, closes)) = self.week.hours(day).last() else { return Some(day) };
        let late = *closes <= at.time();
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
            if self.week.works[weekday(day)] && !year.worked.contains(&day) {
                self.skipped.push(day);
            }
        }
    }

    /// When `minutes` of open office have passed since `from`.
    fn working_minutes(&mut self, from: DateTime, minutes: i64) -> Option<DateTime> {
        if self.week.open.iter().all(Vec::is_empty) {
            return None;
        }
        let mut left = minutes;
        let mut day = from.date();
        let mut since = from.time();
        loop {
            let today = self.working_from(day)?;
            if today != day {
                since = Time::midnight();
            }
            for (opens, closes) in self.week.hours(today) {
                let begins = since.max(*opens);
                if begins < *closes {
                    let here = (*closes - begins).total(jiff::Unit::Minute).ok()?;
                    #[expect(clippy::cast_possible_truncation, reason = "a day has 1440 minutes")]
                    let here = here.floor() as i64;
                    if left <= here {
                        return Some(today.to_datetime(begins.checked_add(left.minutes()).ok()?));
                    }
                    left -= here;
                }
            }
            day = today.tomorrow().ok()?;
            since = Time::midnight();
        }
    }

    fn done(self, day: Date, at: Option<Time>) -> Due {
        let Count { mut skipped, provisional, .. } = self;
        skipped.dedup();
        Due { day, at, skipped, provisional }
    }
}

#[cfg(test)]
mod tests;
