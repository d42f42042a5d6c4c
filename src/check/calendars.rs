//! Calendars that due dates will need.

use std::sync::Arc;

use jiff::civil::Date;

use super::Placed;
use super::ground::Ground;
use super::rules::{calendar_missing, calendar_overdue};
use crate::diagnostic::Diagnostic;
use crate::model::{Calendar, Catalogue, Status, TimeLimit, TimeUnit, Week, due};

/// From this day of December on, limits that end in the next year need its calendar.
const OVERDUE_FROM: i8 = 20;

/// Of this year and, from December on, of the next, where a date depends on them.
pub(super) fn diagnostics(catalogue: &Catalogue, placed: &[Arc<Placed>], ground: &Ground) -> Vec<Diagnostic> {
    let as_of = ground.as_of;
    let shown = placed.iter().map(|it| &it.procedure).filter(|it| it.status != Status::Draft);
    // Thousands, which nobody goes through where nothing is lacking.
    let limits = || shown.clone().flat_map(|it| &it.terms).filter_map(|it| it.time);
    let in_working_time = |it: &TimeLimit| {
        matches!(it, TimeLimit::Within { unit: TimeUnit::WorkingDay | TimeUnit::WorkingHour, .. })
    };
    let kept = &catalogue.calendars;
    let needed = || !kept.is_empty() || limits().any(|it| in_working_time(&it));
    let next = (as_of.month() == 12).then(|| as_of.year() + 1);
    let missing =
        [Some(as_of.year()), next].into_iter().flatten().filter(|it| !kept.contains_key(it) && needed());
    missing
        // One with a mistake is there; it is told what the mistake is.
        .filter(|year| ground.file(&path(*year)).is_none() && !ground.is_refused(&path(*year)))
        .map(|year| {
            // Somebody keeps calendars here, so a year's end is no reason to go without dates.
            let late = kept.contains_key(&(year - 1))
                && if year == as_of.year() {
                    limits().any(TimeLimit::is_in_days)
                } else {
                    OVERDUE_FROM <= as_of.day() && limits().any(|it| crosses(it, as_of))
                };
            let (rule, [message, help]) = if late {
                (&calendar_overdue::RULE, calendar_overdue::words(&year.to_string()))
            } else {
                (&calendar_missing::RULE, calendar_missing::words(&year.to_string()))
            };
            Diagnostic { rule, path: path(year).into(), span: None, message, help }
        })
        .collect()
}

fn path(year: i16) -> String {
    format!("content/calendar/{year}.yaml")
}

/// Whether what is handed in on `day` is answered in the next year at the latest, days off not even counted.
fn crosses(limit: TimeLimit, day: Date) -> bool {
    let years = (day.year()..=day.year() + 1).map(|it| (it, Calendar::of(it))).collect();
    // Beyond the two years nothing is counted, and it has crossed for sure.
    limit.is_in_days()
        && due(&years, &Week::civil_service(), day.at(0, 0, 0, 0), limit)
            .is_none_or(|it| day.year() < it.day.year())
}
