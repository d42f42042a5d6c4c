//! By which day an answer is due, for each day of filing: what the law's rules make of a time limit.
//!
//! Everything is counted here, by the rules of [`crate::model::due`]. The page carries a table of
//! some weeks for readers and the days of half a year for its script, which only looks them up.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use rustc_hash::FxHashMap;
use serde::Serialize;

use super::site::Site;
use super::terms::Value;
use super::wording::clock;
use super::words::Words;
use crate::model::{Channel, TimeLimit, Week, due, monday, time_zone, works_on};

/// Days of filing for which the script knows an answer, from the Monday of the week on: half a year.
const KNOWN: i64 = 182;
/// Working days in the table after the week of the page.
const ROWS_AFTER: usize = 10;
/// How the days off that a limit passes are named in `days`, in the order of `off`.
const MARKS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Due dates of one time limit at an office with one week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueView {
    /// The limit, in words.
    pub limit: String,
    /// First and last day of filing of the first week of the table, and their due dates, in words.
    pub first: DueRow,
    /// As `first`, of the last day of filing of that week.
    pub last: DueRow,
    /// Working days of the week of the page and ten more.
    pub rows: Vec<DueRow>,
    /// Days off that the table passes, with their names.
    pub skipped: Vec<Words>,
    /// A calendar waits for a decision, so the dates are not promised.
    pub provisional: bool,
    /// The office's own week and hours were counted, not Monday to Friday.
    pub of_office: bool,
    /// For the script: the first day of `days`, `2026-11-23`.
    pub from: String,
    /// For each day from then on, separated by spaces: in how many days the answer is due; `*` if
    /// the office is closed that day; a letter for each day off of `off` on the way. `-`: unknown.
    pub days: String,
    /// Days off, separated by `|`.
    pub off: String,
    /// When the office closes, Monday first, separated by `|`; all empty where nobody knows.
    pub closes: String,
    /// Names of weekdays, Monday first, and of months where dates have them, separated by `|`.
    pub weekdays: String,
    /// Names of months in their order, separated by `|`; empty where dates are written in numbers.
    pub months: String,
    /// For the script: minutes that the site's clock is ahead of UTC, then each turn of the clock
    /// within `days`, after `|`: its instant and the minutes from then on.
    pub clock: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueRow {
    /// `thứ Hai 23/11/2026`
    pub filed: String,
    /// The last day for an answer, in the same form.
    pub due: String,
}

/// A limit, at an office with this week, as long as the value holds.
type Key = (TimeLimit, Week, Option<Date>);

/// Tables already worked out; most procedures share a few.
#[derive(Default)]
pub(super) struct DueViews(Mutex<FxHashMap<Key, Option<Arc<DueView>>>>);

impl Site<'_> {
    /// `None` where no date can be said: the time is not counted in days or nobody confirmed it,
    /// or a calendar is lacking.
    pub(super) fn due(&self, time: Option<&Value>, channels: &[&Channel]) -> Option<Arc<DueView>> {
        let time = time.filter(|it| !it.unconfirmed)?;
        let limit = time.limit.filter(|it| it.is_in_days())?;
        let last = time.next.as_ref().and_then(|it| it.day.yesterday().ok());
        let own = self.week(channels);
        let key = (limit, own.clone().unwrap_or_else(Week::civil_service), last);
        let known = |it: &DueViews| it.0.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        if let Some(found) = known(&self.dues) {
            return found;
        }
        let made = self.due_view(&key, own.is_some()).map(Arc::new);
        let mut views = self.dues.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Whoever was first: the views are equal, one of them is enough.
        views.entry(key).or_insert(made).clone()
    }

    /// The week of the offices where one hands in, if it is known and the same at all of them.
    fn week(&self, channels: &[&Channel]) -> Option<Week> {
        let mut offices =
            channels.iter().flat_map(|it| &it.offices).filter_map(|it| self.catalogue.offices.get(it));
        let first = Week::of(&offices.next()?.hours)?;
        offices.all(|it| Week::of(&it.hours).as_ref() == Some(&first)).then_some(first)
    }

    fn due_view(&self, (limit, week, last): &Key, of_office: bool) -> Option<DueView> {
        let calendars = &self.catalogue.calendars;
        let start = monday(self.as_of);
        let next_week = start.checked_add(1.week()).ok()?;
        let mut marks: BTreeMap<Date, u8> = BTreeMap::new();
        let (mut rows, mut in_week, mut skipped) = (Vec::new(), 0, Vec::new());
        let (mut days, mut off) = (String::new(), Vec::new());
        let mut provisional = false;
        for nth in 0..KNOWN {
            let filed = start.checked_add(nth.days()).ok()?;
            let holds = last.is_none_or(|last| filed <= last);
            let found = due(calendars, week, filed.at(0, 0, 0, 0), *limit).filter(|_| holds);
            let open = works_on(calendars, week, filed);
            if 0 < nth {
                days.push(' ');
            }
            let Some(found) = found else {
                days.push('-');
                continue;
            };
            let _ = write!(days, "{}", (found.day - filed).get_days());
            if open == Some(false) {
                days.push('*');
            }
            for day in &found.skipped {
                let next = marks.len();
                let mark = *marks.entry(*day).or_insert_with(|| {
                    // The script takes them apart at this sign.
                    off.push(self.day_off(*day).plain().replace('|', "/"));
                    MARKS[next.min(MARKS.len() - 1)]
                });
                days.push(char::from(mark));
            }
            if open == Some(true) && rows.len() < in_week + ROWS_AFTER {
                provisional |= found.provisional;
                skipped.extend(found.skipped);
                rows.push((filed, found.day));
                in_week += usize::from(filed < next_week);
            }
        }
        let first = *rows.first()?;
        let last_of_week = if in_week == 0 { first } else { rows[in_week - 1] };
        skipped.sort_unstable();
        skipped.dedup();
        let row = |(filed, due): (Date, Date)| DueRow { filed: self.weekday(filed), due: self.weekday(due) };
        let closes = week.closes().map(|it| it.map(clock).unwrap_or_default());
        Some(DueView {
            limit: self.wording.time(*limit),
            first: row(first),
            last: row(last_of_week),
            rows: rows.into_iter().map(row).collect(),
            skipped: skipped.into_iter().map(|it| self.day_off(it)).collect(),
            provisional,
            of_office,
            from: start.to_string(),
            days: days.trim_end_matches([' ', '-']).to_owned(),
            off: off.join("|"),
            closes: closes.join("|"),
            weekdays: self.wording.weekdays().join("|"),
            months: self.wording.months().join("|"),
            clock: self.clock(start)?,
        })
    }

    /// `420`, `60|2027-03-28T01:00:00Z 120`. The script could ask the browser for the hour in a zone
    /// by its name, but that alone takes a cheap phone longer than all else on the page.
    fn clock(&self, start: Date) -> Option<String> {
        // The zone's name was tried before any page is made.
        let zone = time_zone(&self.config.time_zone).ok()?;
        let from = start.to_zoned_datetime(zone.clone()).ok()?.timestamp();
        let until = start.checked_add(KNOWN.days()).ok()?.to_zoned_datetime(zone.clone()).ok()?.timestamp();
        let minutes = |at: Timestamp| zone.to_offset(at).seconds() / 60;
        let mut clock = minutes(from).to_string();
        for turn in zone.following(from).take_while(|it| it.timestamp() < until) {
            let _ = write!(clock, "|{} {}", turn.timestamp(), minutes(turn.timestamp()));
        }
        Some(clock)
    }

    /// `thứ Năm 26/11/2026`
    fn weekday(&self, day: Date) -> String {
        let nth = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0);
        format!("{} {}", self.wording.weekdays()[nth], self.wording.date(day))
    }

    /// `24/11/2026 Ngày Văn hoá Việt Nam`
    fn day_off(&self, day: Date) -> Words {
        let off = self.catalogue.calendars.get(&day.year()).and_then(|it| it.off.get(&day));
        let name = off.map(|it| self.words(&it.name)).unwrap_or_default();
        Words::from(self.wording.date(day)) + " " + &name
    }
}

#[cfg(test)]
mod tests;
