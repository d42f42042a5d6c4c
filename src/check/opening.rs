//! When an office is open: rows of days and hours.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Time;

use super::map::Map;
use super::meant::hours::{self, DAYS, MOST};
use super::reading::Reading;
use super::rules::wrong_kind::Place;
use super::rules::{bad_hours, duplicate_key, hours_overlap};
use crate::model::Hours;
use crate::shape;
use crate::source::tree::{Node, Value};

const KEYS: [&str; 3] = ["days", "from", "until"];

/// Two rows that share a moment contradict each other: the page would say both.
pub(super) fn opening(reading: &mut Reading<'_>, map: &Map<'_>) -> Vec<Hours> {
    if let Some(node) = map.get("hours").filter(|it| is_in_words(it)) {
        report_words(reading, node, &Place::Below("hours".to_owned()));
        return Vec::new();
    }
    let rows = reading.list(map, "hours", |it, node| Some((hours(it, node)?, node.span.clone())));
    let days = rows.iter().flat_map(|(row, span)| row.days.iter().map(move |day| (*day, row, span)));
    let mut days: Vec<(u8, &Hours, &Range<usize>)> = days.collect();
    days.sort_by_key(|(day, row, _)| (*day, row.from));
    let mut told = BTreeSet::new();
    for pair in days.windows(2) {
        let [(day, row, a), (next_day, next, b)] = pair else { continue };
        let (first, second) = if a.start < b.start { (a, b) } else { (b, a) };
        if day == next_day && next.from < row.until && told.insert(second.start) {
            let line = reading.lines.line(first.start);
            let words = hours_overlap::words(DAYS[usize::from(*day) - 1].0, line);
            reading.report(&hours_overlap::RULE, (*second).clone(), words);
        }
    }
    rows.into_iter().map(|(it, _)| it).collect()
}

/// Is there no row with a key of rows?
fn is_in_words(node: &Node) -> bool {
    match &node.value {
        Value::Null => false,
        Value::Scalar(_) => true,
        Value::Map(entries) => entries.iter().all(|it| !KEYS.contains(&&*it.key)),
        Value::List(items) => {
            !items.is_empty() && items.iter().all(|it| !it.value.is_null() && is_in_words(it))
        }
    }
}

fn report_words(reading: &mut Reading<'_>, node: &Node, place: &Place) {
    let text = &reading.source.text[node.span.clone()];
    let rows = hours::rows(text).unwrap_or_else(|| vec![hours::row("[…]", "…", "…")]);
    reading.report(&bad_hours::RULE, node.span.clone(), bad_hours::words_of_rows(text, &rows, place));
}

fn hours(reading: &mut Reading<'_>, node: &Node) -> Option<Hours> {
    if is_in_words(node) {
        report_words(reading, node, &Place::Lines);
        return None;
    }
    if let Some(rows) = twice(node, &reading.source.text) {
        let before = reading.source.text[..node.span.start].trim_end_matches(' ');
        let place = if before.ends_with('-') { Place::Lines } else { Place::Within };
        reading.report(&duplicate_key::RULE, node.span.clone(), duplicate_key::words_of_hours(&rows, &place));
        return None;
    }
    let map = reading.map(node, &shape::HOURS)?;
    let item = map.item("days");
    let days = reading.required(&map, "days", |it, node| {
        let text = &it.source.text[node.span.clone()];
        if let Some(meant) = (!are_days(node)).then(|| hours::days(text)).flatten() {
            it.report(
                &bad_hours::RULE,
                node.span.clone(),
                bad_hours::words_of_days(text, &hours::names(&meant)),
            );
            return Some(meant);
        }
        Some(it.items(node, item, |it, node| it.choice(node, &DAYS)))
    });
    let from = reading.required(&map, "from", time_of_day);
    let until = reading.required(&map, "until", time_of_day);
    let (mut days, from, until) = (days?, from?, until?);
    days.sort_unstable();
    days.dedup();
    if is_afternoon(from, until) {
        let span = map.get("from").map_or(node.span.clone(), |it| it.span.clone());
        let words = bad_hours::words_of_afternoon(
            [from, until].map(|it| it.strftime("%H:%M").to_string()),
            [from, until].map(|it| format!("{:02}:{:02}", it.hour() + 12, it.minute())),
        );
        reading.report(&bad_hours::RULE, span, words);
    } else if until <= from {
        let span = map.get("until").map_or(node.span.clone(), |it| it.span.clone());
        let [from, until] = [from, until].map(|it| it.strftime("%H:%M").to_string());
        let words = bad_hours::words_of_order(&from, &until);
        reading.report(&bad_hours::RULE, span, words);
    }
    Some(Hours { days, from, until })
}

/// The rows to type for one with two openings or more: `{days: …, from: …, until: …, from: …, until: …}`.
fn twice(node: &Node, text: &str) -> Option<Vec<String>> {
    let Value::Map(entries) = &node.value else { return None };
    if !(4..=MOST).contains(&entries.len()) {
        return None;
    }
    let all = |key: &str| {
        let own = entries.iter().filter(|it| it.key == key && matches!(it.value.value, Value::Scalar(_)));
        own.map(|it| text[it.value.span.clone()].trim_matches(['"', '\''])).collect::<Vec<_>>()
    };
    let (from, until) = (all("from"), all("until"));
    let days = entries.iter().find(|it| it.key == "days");
    let days = days.map_or("[…]", |it| &text[it.value.span.clone()]);
    let is_one = from.len() < 2 || from.len() != until.len() || days.contains('\n');
    (!is_one).then(|| from.iter().zip(until).map(|(from, until)| hours::row(days, from, until)).collect())
}

/// `1:30` until `5:00` as a clock on the wall shows it: no office is open at night and closes at dawn.
fn is_afternoon(from: Time, until: Time) -> bool {
    (1..5).contains(&from.hour()) && from < until && until.hour() < 7
}

fn are_days(node: &Node) -> bool {
    match &node.value {
        Value::Scalar(it) => DAYS.iter().any(|day| day.0 == *it),
        Value::List(items) => items.iter().all(are_days),
        _ => false,
    }
}

fn time_of_day(reading: &mut Reading<'_>, node: &Node) -> Option<Time> {
    let text = reading.scalar(node)?;
    let time = text.split_once(':').and_then(|(hour, minute)| {
        let digits = |it: &str| (1..=2).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_digit());
        if !digits(hour) || !digits(minute) {
            return None;
        }
        Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
    });
    if time.is_none() {
        let meant = hours::time(text).map(|it| it.strftime("%H:%M").to_string());
        let words = bad_hours::words(text, meant.as_deref());
        reading.report(&bad_hours::RULE, node.span.clone(), words);
    }
    time
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{GOOD, shown, sources};
    use crate::diagnostic::Language;

    /// They got one message for each key that a row lacks, or were told to type `until: Thứ 2 đến thứ 6`.
    #[test]
    fn hours_in_words_are_told_the_rows_to_type() {
        let rows = "hours:\n    - {days: [mon, tue, wed, thu, fri], from: \"07:30\", until: \"11:30\"}";
        for hours in [
            "hours: Thứ 2 đến thứ 6, 7:30–11:30",
            "hours: [Thứ 2 - thứ 6 7h30 - 11h30]",
            "hours:\n  - T2–T6: 7:30-11:30",
            "hours:\n  Thứ hai đến thứ sáu:\n    7:30-11:30",
        ] {
            let said = office(hours);
            assert!(said.contains(" C117 ") && said.contains(rows), "{hours}: {said}");
            assert_eq!(said.matches(" C").count(), 1, "{hours}: {said}");
        }
        let said = office("hours:\n  - {days: [mon], from: \"7:30\", until: \"9:00\"}\n  - T4: 7h-9h");
        assert!(
            said.contains("[T4: 7h-9h]")
                && said.contains("`- {days: [wed], from: \"07:00\", until: \"09:00\"}`"),
            "{said}"
        );
        let long = office(&format!("hours: {}", "7h-8h ".repeat(99_999)));
        let first = long.lines().next().and_then(|it| it.rsplit_once("] ")).map_or("", |it| it.1);
        assert!(first.len() < 200 && first.contains('…'), "{first}");
        let said = office("hours: Giờ hành chính");
        assert!(said.contains("- {days: […], from: \"…\", until: \"…\"}"), "{said}");
        let said = office("hours:\n  - {days: T2-T6, from: 7h30, until: 11.30}");
        for told in ["Write `[mon, tue, wed, thu, fri]`.", "Write `\"07:30\"`.", "Write `\"11:30\"`."] {
            assert!(said.contains(told), "{said}");
        }
        assert_eq!(office("hours:\n  - {days: [mon], from: 7:30, until: \"11:30\"}"), "");
    }

    #[test]
    fn hours_after_noon_by_the_clock_on_the_wall_were_published_as_hours_of_the_night() {
        let row = |from: &str, until: &str| {
            office(&format!("hours:\n  - {{days: [mon], from: \"{from}\", until: \"{until}\"}}"))
        };
        expect_test::expect![[r#"
            offices/q.yaml:5:25 C117 ["1:30"] 01:30–05:00 is at night; hours after noon are written by the 24-hour clock
                Write `from: "13:30", until: "17:00"`.
        "#]].assert_eq(&row("1:30", "5:00"));
        for (from, until) in [("00:00", "06:00"), ("05:00", "06:30"), ("04:00", "08:00"), ("13:30", "17:00")]
        {
            assert_eq!(row(from, until), "", "{from}–{until}");
        }
    }

    fn office(hours: &str) -> String {
        let office = format!("title: Q\nkind: one-stop\nprovince: P\n{hours}\n");
        shown(&sources(&format!("{GOOD}\n-- content/offices/q.yaml --\n{office}")), Language::En)
    }

    #[test]
    fn two_openings_in_one_row_were_told_to_lose_one() {
        let hours = "{days: [mon, tue], from: \"07:30\", until: 11:30, from: \"13:30\", until: \"16:30\"}";
        let said = office(&format!("hours:\n  - {hours}"));
        expect_test::expect![[r#"
            offices/q.yaml:5:5 C008 [{days: [mon, tue], from: "07:30", until: 11:30, from: "13:30", until: "16:30"}] the keys `from` and `until` are written twice: each opening is an item
                Write this:
              - {days: [mon, tue], from: "07:30", until: "11:30"}
              - {days: [mon, tue], from: "13:30", until: "16:30"}
        "#]].assert_eq(&said);
        assert!(office(&format!("hours: [{hours}]")).contains("`{days: [mon, tue], from: \"07:30\""));
    }
}
