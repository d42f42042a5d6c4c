//! Calendars: days off as the content has them, and as people write them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::map::Map;
use super::meant;
use super::parts;
use super::reading::Reading;
use super::rules::wrong_kind::{self, Place};
use super::rules::{calendar_gap, calendar_year, date_order, off_and_worked};
use super::slips::pasted::value;
use crate::diagnostic::Diagnostic;
use crate::model::{Calendar, DayOff};
use crate::shape;
use crate::source::tree::{Entry, Node, Value};

/// No holiday is longer, and no year has more of them that nobody gave their keys.
const MOST: usize = 31;

/// Months and days between which Tết falls, with what is given off around it.
const TET: RangeInclusive<(i8, i8)> = (1, 18)..=(2, 26);

pub(super) fn calendar(reading: &mut Reading<'_>, node: &Node, year: i16) -> Option<Calendar> {
    let map = reading.map(node, &shape::CALENDAR)?;
    let before = reading.found.len();
    let off = off(reading, &map, year);
    let worked: BTreeSet<_> = reading
        .list(&map, "worked", |it, node| {
            let date = day(it, node, year)?;
            if off.contains_key(&date) {
                it.report(&off_and_worked::RULE, node.span.clone(), off_and_worked::words(&date.to_string()));
            }
            Some(date)
        })
        .into_iter()
        .collect();
    let complete = reading.optional(&map, "complete", Reading::boolean).unwrap_or(false);
    let sources = reading.list(&map, "sources", parts::source);
    let note = reading.optional(&map, "note", Reading::text);
    let undecided = reading.list(&map, "undecided", |it, node| {
        let map = it.map(node, &shape::UNDECIDED)?;
        let from = it.required(&map, "from", |it, node| day(it, node, year));
        let until = it.required(&map, "until", |it, node| day(it, node, year));
        let (from, until) = (from?, until?);
        if until < from {
            let words = date_order::words("from", &from.to_string(), &until.to_string());
            it.report(&date_order::RULE, node.span.clone(), words);
        }
        Some((from, until))
    });
    // A day that could not be read may be the one.
    if complete && reading.found.len() == before {
        report_gaps(reading, &map, &off, !undecided.is_empty());
    }
    tell_year_once(&mut reading.found, before);
    Some(Calendar { year, off, worked, complete, undecided, sources, note })
}

/// What a calendar that is said to be whole cannot be without, or have.
fn report_gaps(reading: &mut Reading<'_>, map: &Map<'_>, off: &BTreeMap<Date, DayOff>, has_undecided: bool) {
    let is_at_tet = |it: &Date| TET.contains(&(it.month(), it.day()));
    let words = if !off.keys().any(is_at_tet) {
        calendar_gap::words_of_tet()
    } else if has_undecided {
        calendar_gap::words_of_undecided()
    } else {
        return;
    };
    let span = map.get("complete").map_or(&map.head, |it| &it.span).clone();
    reading.report(&calendar_gap::RULE, span, words);
}

/// A calendar that was copied to another year has each of its days in a wrong one.
fn tell_year_once(found: &mut Vec<Diagnostic>, before: usize) {
    let is_of_year = |it: &Diagnostic| it.rule.code == calendar_year::RULE.code;
    let more = found[before..].iter().filter(|it| is_of_year(it)).count().saturating_sub(1);
    let Some(first) = found[before..].iter().position(is_of_year).filter(|_| 0 < more) else { return };
    let first = before + first;
    found[first].help = calendar_year::help_of_more(&found[first].help, more);
    let mut nth = 0;
    found.retain(|it| {
        nth += 1;
        nth - 1 <= first || !is_of_year(it)
    });
}

fn day(reading: &mut Reading<'_>, node: &Node, year: i16) -> Option<Date> {
    let date = reading.date(node)?;
    if date.year() != year {
        let words = calendar_year::words(&date.to_string(), &year.to_string());
        reading.report(&calendar_year::RULE, node.span.clone(), words);
    }
    Some(date)
}

fn off(reading: &mut Reading<'_>, map: &Map<'_>, year: i16) -> BTreeMap<Date, DayOff> {
    let Some(list) = map.get("off") else { return BTreeMap::new() };
    let is_flow = reading.source.text[list.span.clone()].starts_with('[');
    if let (false, Some(rows)) = (matches!(list.value, Value::List(_)), rows(list, year)) {
        report(reading, list, &rows, &Place::Below("off".to_owned()));
        return BTreeMap::new();
    }
    let place = if is_flow { Place::Within } else { Place::Lines };
    let days = reading.list(map, "off", |it, node| {
        if let Some(rows) = rows(node, year) {
            report(it, node, &rows, &place);
            return None;
        }
        let map = it.map(node, &shape::DAY_OFF)?;
        let date = it.required(&map, "date", |it, node| day(it, node, year));
        let name = it.required(&map, "name", Reading::text);
        let unconfirmed = it.optional(&map, "unconfirmed", Reading::boolean).unwrap_or(false);
        Some((date?, DayOff { name: name?, unconfirmed }))
    });
    days.into_iter().collect()
}

fn report(reading: &mut Reading<'_>, node: &Node, rows: &[String], place: &Place) {
    let words = wrong_kind::words_of_items(&wrong_kind::message_of_days(), rows, place);
    reading.report(&wrong_kind::RULE, node.span.clone(), words);
}

/// The items to type for days off that are written otherwise: `1/1/2026`, `30/4 – 3/5`, `2026-01-01: Tết`,
/// `{name: Tết, from: …, until: …}`.
fn rows(node: &Node, year: i16) -> Option<Vec<String>> {
    let days = match &node.value {
        Value::Scalar(text) => vec![(dates(text, year)?, "…".to_owned())],
        Value::Map(entries) if (1..=MOST).contains(&entries.len()) => of_map(entries, year)?,
        Value::Null | Value::List(_) | Value::Map(_) => return None,
    };
    let row = |(dates, name): (Vec<Date>, String)| {
        dates.into_iter().map(|it| format!("{{date: {it}, name: {name}}}")).collect::<Vec<_>>()
    };
    Some(days.into_iter().flat_map(row).collect())
}

fn of_map<'n>(entries: &'n [Entry<'_>], year: i16) -> Option<Vec<(Vec<Date>, String)>> {
    let text = |it: &'n Entry<'_>| match &it.value.value {
        Value::Scalar(text) => Some(&**text),
        _ => None,
    };
    let named = |key: &str| entries.iter().find(|it| it.key == key).and_then(text);
    let name = |it: Option<&str>| it.map_or_else(|| "…".to_owned(), value);
    if let (Some(from), Some(until), None) = (named("from"), named("until"), named("date")) {
        return Some(vec![(dates(&format!("{from} – {until}"), year)?, name(named("name")))]);
    }
    entries.iter().map(|it| Some((dates(&it.key, year)?, name(text(it))))).collect()
}

/// One day, or all from one to another.
fn dates(text: &str, year: i16) -> Option<Vec<Date>> {
    let date = |it: &str| meant::date(it).or_else(|| meant::date_of_year(it, year));
    let ends = [" – ", " - ", "–", " đến ", " tới ", "-"].iter().find_map(|it| text.split_once(it));
    // `1-5` may be the first of May, or five days.
    let one = if ends.is_some() { meant::date(text) } else { date(text) };
    if let Some(one) = one {
        return Some(vec![one]);
    }
    let (from, until) = ends?;
    let (from, until) = (date(from)?, date(until)?);
    let days = from.series(jiff::Span::new().days(1)).take_while(|it| *it <= until).take(MOST + 1);
    let days: Vec<Date> = days.collect();
    (1..=MOST).contains(&days.len()).then_some(days)
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{GOOD, shown, sources};
    use crate::diagnostic::Language;

    fn calendar(text: &str) -> String {
        let said =
            shown(&sources(&format!("{GOOD}\n-- content/calendar/2026.yaml --\n{text}\n")), Language::En);
        said.lines().filter(|it| !it.contains("procedures/")).collect::<Vec<_>>().join("\n")
    }

    /// The day was told to be the name: `{date: …, name: 1/1/2026}`.
    #[test]
    fn days_off_without_their_keys_are_told_the_items_to_type() {
        let new_year = "{date: 2026-01-01, name: …}";
        let may = "- {date: 2026-04-30, name: Lễ} - {date: 2026-05-01, name: Lễ}";
        for (text, told) in [
            ("off: 1/1/2026", new_year),
            ("off: [1/1, ngày 30 tháng 4]", new_year),
            ("off:\n  - 2026-01-01", new_year),
            ("off:\n  - 1/1/2026: Tết Dương lịch", "{date: 2026-01-01, name: Tết Dương lịch}"),
            ("off:\n  2026-01-01: Tết Dương lịch", "{date: 2026-01-01, name: Tết Dương lịch}"),
            ("off:\n  - {name: Lễ, from: 30/4/2026, until: 2026-05-01}", may),
            ("off:\n  - 30/4 – 1/5", "- {date: 2026-04-30, name: …} - {date: 2026-05-01, name: …}"),
            ("off:\n  1/1: \"Tết: nghỉ, bù\"", "{date: 2026-01-01, name: \"Tết: nghỉ, bù\"}"),
            ("off: 2026-04-30 đến 2026-05-01", "- {date: 2026-05-01, name: …}"),
        ] {
            let said = calendar(text).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(said.contains(" C009 ") && said.contains(told), "{text}: {said}");
        }
        for text in [
            "off: Tết",
            "off: 1-5",
            "off: 5/1 – 1/1",
            "off: 1/1 – 31/12",
            "off: {}",
            "off: [{}]",
            "off: [32/1/2026]",
        ] {
            assert!(!calendar(text).contains("each day off"), "{text}: {}", calendar(text));
        }
    }

    #[test]
    fn a_copied_calendar_was_told_at_each_of_its_days() {
        let said = calendar(
            "off:\n  - {date: 2025-01-01, name: Tết}\n  - {date: 2025-04-30, name: Lễ}\nworked: [2025-01-03]",
        );
        expect_test::expect![[r#"
            calendar/2026.yaml:2:12 C202 [2025-01-01] 2025-01-01 is not in 2026
                Move it to that year's file. So it is with 2 more; if the file was copied from another year, change all days."#]].assert_eq(&said);
    }

    #[test]
    fn a_calendar_without_tet_was_taken_for_whole() {
        for (text, is_told) in [
            ("off: [{date: 2026-01-01, name: A}]\ncomplete: true", true),
            ("off: [{date: 2026-01-01, name: A}]\ncomplete: false", false),
            ("off: [{date: 2026-02-20, name: A}]\ncomplete: true", false),
            ("off: [{date: 17/2/2026, name: A}]\ncomplete: true", false),
            (
                "off: [{date: 2026-02-17, name: A}]\ncomplete: true\nundecided: [{from: 2026-09-01, until: 2026-09-03}]",
                true,
            ),
            ("off: [{date: 2026-02-17, name: A}]\nundecided: [{from: 2026-09-01, until: 2026-09-03}]", false),
        ] {
            assert_eq!(calendar(text).contains(" C207 [true]"), is_told, "{text}");
        }
    }

    #[test]
    fn items_that_are_told_pass() {
        let right = "off:\n  - {date: 2026-04-30, name: Lễ}\n  - {date: 2026-05-01, name: Lễ}";
        assert_eq!(calendar(right), "");
    }
}
