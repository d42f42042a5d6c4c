use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{date, time};
use proptest::prelude::*;

use super::*;
use crate::model::{DayOff, Text};

/// Days off as `(month, day)`, rest days worked in exchange, decided in full.
fn year(year: i16, off: &[(i8, i8)], worked: &[(i8, i8)]) -> (i16, Calendar) {
    let day_off = || DayOff { name: Text::plain("Nghỉ"), unconfirmed: false };
    let calendar = Calendar {
        off: off.iter().map(|(month, day)| (date(year, *month, *day), day_off())).collect(),
        worked: worked.iter().map(|(month, day)| date(year, *month, *day)).collect(),
        ..Calendar::of(year)
    };
    (year, calendar)
}

fn calendars() -> BTreeMap<i16, Calendar> {
    let of_2025 = [
        (1, 1),
        (1, 27),
        (1, 28),
        (1, 29),
        (1, 30),
        (1, 31),
        (4, 7),
        (4, 30),
        (5, 1),
        (5, 2),
        (9, 1),
        (9, 2),
    ];
    let of_2026 = [
        (1, 1),
        (1, 2),
        (2, 16),
        (2, 17),
        (2, 18),
        (2, 19),
        (2, 20),
        (4, 27),
        (4, 30),
        (5, 1),
        (5, 31),
        (9, 1),
        (9, 2),
        (11, 24),
    ];
    BTreeMap::from([year(2025, &of_2025, &[(4, 26)]), year(2026, &of_2026, &[]), year(2027, &[(1, 1)], &[])])
}

fn limit(text: &str) -> TimeLimit {
    text.parse().expect("a test's time")
}

fn day_of(text: &str) -> DateTime {
    let day: Date = text.parse().expect("a test's day");
    day.at(9, 0, 0, 0)
}

/// Hour and minute.
type Clock = (i8, i8);

fn office(hours: &[(&[u8], Clock, Clock)]) -> Week {
    let hours: Vec<Hours> = hours
        .iter()
        .map(|(days, from, until)| Hours {
            days: days.to_vec(),
            from: time(from.0, from.1, 0, 0),
            until: time(until.0, until.1, 0, 0),
        })
        .collect();
    Week::of(&hours).expect("it is open")
}

#[test]
fn counts_as_the_law_does() {
    let calendars = calendars();
    let cases = [
        // Received, limit, due, days off in between.
        ("2026-11-20", "5 ngày làm việc", Some("2026-11-30"), "24/11"),
        ("2026-11-23", "1 ngày làm việc", Some("2026-11-25"), "24/11"),
        ("2026-02-12", "5 ngày làm việc", Some("2026-02-26"), "16/2 17/2 18/2 19/2 20/2"),
        ("2026-04-24", "3 ngày làm việc", Some("2026-05-04"), "27/4 30/4 1/5"),
        ("2026-03-02", "30 ngày làm việc", Some("2026-04-13"), ""),
        ("2026-12-30", "2 ngày làm việc", Some("2027-01-04"), "1/1"),
        ("2026-11-20", "4 ngày", Some("2026-11-25"), "24/11"),
        // A Saturday worked in exchange counts.
        ("2025-04-25", "1 ngày làm việc", Some("2025-04-26"), ""),
        ("2025-04-25", "4 ngày làm việc", Some("2025-05-05"), "30/4 1/5 2/5"),
        // Only the longer end of a range is a promise.
        ("2026-03-02", "3–7 ngày làm việc", Some("2026-03-11"), ""),
        // Weeks, months and years end on the same day, or the last of the month.
        ("2026-03-02", "1 tuần", Some("2026-03-09"), ""),
        ("2026-01-30", "1 tháng", Some("2026-03-02"), ""),
        ("2025-09-02", "1 năm", Some("2026-09-03"), "2/9"),
        // A Sunday off is no day lost.
        ("2026-05-28", "2 ngày làm việc", Some("2026-06-01"), ""),
        // The day of handing in is not counted, and so not named.
        ("2025-04-30", "1 ngày làm việc", Some("2025-05-05"), "1/5 2/5"),
        ("2026-03-06", "trong ngày", None, ""),
        ("2026-03-06", "theo thoả thuận", None, ""),
        ("2026-03-06", "24 giờ", None, ""),
        ("2026-03-06", "24 giờ làm việc", None, ""),
        // No calendar, no answer.
        ("2027-12-30", "2 ngày làm việc", None, ""),
        ("2024-12-20", "30 ngày làm việc", None, ""),
        ("2027-12-30", "2 ngày", None, ""),
    ];
    for (received, time, expected, skipped) in cases {
        let found = due(&calendars, &Week::civil_service(), day_of(received), limit(time));
        let days = found.as_ref().map(|it| it.day.to_string());
        assert_eq!(days.as_deref(), expected, "{received} + {time}");
        let passed: Vec<String> = found
            .iter()
            .flat_map(|it| &it.skipped)
            .map(|it| format!("{}/{}", it.day(), it.month()))
            .collect();
        assert_eq!(passed.join(" "), skipped, "{received} + {time}");
        assert!(found.is_none_or(|it| !it.provisional), "{received} + {time}");
    }
}

#[test]
fn without_the_next_year_nothing_is_said_of_it() {
    let mut calendars = calendars();
    calendars.remove(&2027);
    let ask = |calendars: &BTreeMap<i16, Calendar>, from: &str| {
        due(calendars, &Week::civil_service(), day_of(from), limit("2 ngày làm việc"))
    };
    assert_eq!(ask(&calendars, "2026-12-30"), None);
    assert!(ask(&calendars, "2026-12-29").is_some(), "it ends on 31 December");
}

#[test]
fn an_office_has_a_week_and_hours_of_its_own() {
    let mut calendars = calendars();
    calendars.get_mut(&2026).expect("it is there").worked.insert(date(2026, 3, 15));
    let week = office(&[
        (&[1, 2, 3, 4, 5], (7, 30), (11, 30)),
        (&[1, 2, 3, 4, 5], (13, 30), (17, 0)),
        (&[6], (7, 30), (11, 30)),
    ]);
    let cases = [
        // Friday in hours; the Saturday counts.
        ("2026-03-06T09:00", "1 ngày làm việc", "2026-03-07", ""),
        ("2026-03-06T16:59", "1 ngày làm việc", "2026-03-07", ""),
        // After hours it is Saturday's, so Monday is the first day.
        ("2026-03-06T17:00", "1 ngày làm việc", "2026-03-09", ""),
        ("2026-03-07T12:00", "1 ngày làm việc", "2026-03-10", ""),
        ("2026-03-08T09:00", "5 ngày", "2026-03-14", ""),
        // A Sunday worked in exchange has Monday's hours.
        ("2026-03-15T16:59", "1 ngày làm việc", "2026-03-16", ""),
        ("2026-03-15T17:00", "1 ngày làm việc", "2026-03-17", ""),
        // Handed in on a day off: the count begins on the next day, and what was before is not named.
        ("2026-09-02T09:00", "1 ngày làm việc", "2026-09-04", "2/9"),
        ("2026-09-02T09:00", "5 ngày", "2026-09-08", ""),
    ];
    for (received, text, day, skipped) in cases {
        let found = due(&calendars, &week, received.parse().expect("a moment"), limit(text));
        let found = found.unwrap_or_else(|| panic!("{received} + {text}"));
        assert_eq!(found.day.to_string(), day, "{received} + {text}");
        let passed: Vec<String> =
            found.skipped.iter().map(|it| format!("{}/{}", it.day(), it.month())).collect();
        assert_eq!(passed.join(" "), skipped, "{received} + {text}");
    }
    assert_eq!(Week::of(&[]), None);
}

#[test]
fn an_office_closes_when_the_last_of_its_hours_end_in_whatever_order_they_stand() {
    let day: &[u8] = &[1];
    let (morning, afternoon) = ((day, (7, 30), (11, 30)), (day, (13, 30), (17, 0)));
    let (all_day, break_time) = ((day, (7, 0), (17, 0)), (day, (9, 0), (9, 15)));
    for hours in [[morning, afternoon], [afternoon, morning], [all_day, break_time]] {
        assert_eq!(office(&hours).closes(), [Some(time(17, 0, 0, 0)); 7], "{hours:?}");
    }
    let short_saturday = office(&[(&[1, 2, 3, 4, 5], (7, 30), (17, 0)), (&[6], (7, 30), (11, 30))]);
    assert_eq!(
        short_saturday.closes()[4..],
        [(17, 0), (11, 30), (17, 0)].map(|(h, m)| Some(time(h, m, 0, 0)))
    );
    assert_eq!(Week::civil_service().closes(), [None; 7]);
    let early = office(&[(day, (7, 0), (17, 0))]);
    assert_eq!(
        early,
        office(&[morning, afternoon]),
        "due dates depend on when it closes, not on when it opens"
    );
}

#[test]
fn days_that_wait_for_a_decision_give_no_answer() {
    let mut calendars = calendars();
    let year = calendars.get_mut(&2026).expect("it is there");
    year.complete = false;
    let ask = |calendars: &BTreeMap<i16, Calendar>, from: &str| {
        due(calendars, &Week::civil_service(), day_of(from), limit("2 ngày làm việc"))
    };
    assert_eq!(ask(&calendars, "2026-03-02"), None, "the whole year waits");
    calendars.get_mut(&2026).expect("it is there").undecided = vec![(date(2026, 8, 29), date(2026, 9, 3))];
    let found = ask(&calendars, "2026-03-02").expect("far from the days that wait");
    assert!(found.provisional);
    assert_eq!(ask(&calendars, "2026-08-28"), None);
    assert!(ask(&calendars, "2026-09-03").is_some(), "the day of handing in is not counted");
    let year = calendars.get_mut(&2026).expect("it is there");
    (year.complete, year.undecided) = (true, Vec::new());
    year.off.get_mut(&date(2026, 9, 2)).expect("a day off").unconfirmed = true;
    assert!(ask(&calendars, "2026-09-01").expect("an answer").provisional);
    assert!(!ask(&calendars, "2026-09-03").expect("an answer").provisional);
}

/// Calendars of 2025 to 2027, some days off, some rest days worked, some days waiting.
fn any_calendars() -> impl Strategy<Value = BTreeMap<i16, Calendar>> {
    let days = || prop::collection::btree_set(0_i64..365, 0..25);
    let one =
        (days(), days(), prop::bool::weighted(0.8), prop::option::weighted(0.2, (0_i64..365, 0_i64..20)));
    prop::collection::vec(prop::option::weighted(0.9, one), 3).prop_map(|years| {
        let made = years.into_iter().zip(2025_i16..).filter_map(|(it, year)| {
            let (off, worked, complete, waits) = it?;
            let day = |nth: i64| date(year, 1, 1).checked_add(nth.days()).expect("a day of the year");
            let off: BTreeMap<Date, DayOff> = off
                .into_iter()
                .map(|nth| (day(nth), DayOff { name: Text::plain("Nghỉ"), unconfirmed: nth % 5 == 0 }))
                .collect();
            let worked: BTreeSet<Date> =
                worked.into_iter().map(day).filter(|it| weekday(*it) > 4 && !off.contains_key(it)).collect();
            let undecided = waits.map(|(from, length)| (day(from), day((from + length).min(364))));
            let undecided = undecided.into_iter().collect();
            let calendar =
                Calendar { year, off, worked, complete, undecided, sources: Vec::new(), note: None };
            Some((year, calendar))
        });
        made.collect()
    })
}

fn any_week() -> impl Strategy<Value = Week> {
    let stretch = (prop::collection::btree_set(1_u8..=7, 1..7), 0_i8..20, 1_i8..4);
    let hours = prop::collection::vec(stretch, 1..4).prop_map(|all| {
        let hours: Vec<Hours> = all
            .into_iter()
            .map(|(days, from, length)| Hours {
                days: days.into_iter().collect(),
                from: time(from, 0, 0, 0),
                until: time(from + length, 30, 0, 0),
            })
            .collect();
        Week::of(&hours).expect("some day is open")
    });
    prop_oneof![Just(Week::civil_service()), hours]
}

fn any_moment() -> impl Strategy<Value = DateTime> {
    (0_i64..1095, 0_i64..1440).prop_map(|(day, minute)| {
        let start = date(2025, 1, 1).to_datetime(Time::midnight());
        start.checked_add(day.days()).and_then(|it| it.checked_add(minute.minutes())).expect("a moment")
    })
}

/// Limits that are counted in days.
fn any_day_limit() -> impl Strategy<Value = TimeLimit> {
    let unit = prop::sample::select(vec![
        TimeUnit::Day,
        TimeUnit::WorkingDay,
        TimeUnit::Week,
        TimeUnit::Month,
        TimeUnit::Year,
    ]);
    (1_u16..40, unit).prop_map(|(most, unit)| TimeLimit::Within { least: None, most, unit })
}

proptest! {
    #[test]
    fn never_a_day_off(
        calendars in any_calendars(), week in any_week(), at in any_moment(), limit in any_day_limit(),
    ) {
        if let Some(due) = due(&calendars, &week, at, limit) {
            prop_assert_eq!(works_on(&calendars, &week, due.day), Some(true));
            prop_assert!(at.date() <= due.day);
        }
    }

    #[test]
    fn who_hands_in_later_waits_no_shorter(
        calendars in any_calendars(), week in any_week(), at in any_moment(), more in 0_i64..30_000,
        limit in any_day_limit(),
    ) {
        let later = at.checked_add(more.minutes()).expect("a moment");
        let ends = (due(&calendars, &week, at, limit), due(&calendars, &week, later, limit));
        if let (Some(first), Some(second)) = ends {
            prop_assert!(first.day <= second.day, "{} and {}", first.day, second.day);
        }
    }

    #[test]
    fn a_longer_limit_ends_no_earlier(
        calendars in any_calendars(), week in any_week(), at in any_moment(), most in 1_u16..40, more in 0_u16..40,
    ) {
        let ask = |most| due(
            &calendars, &week, at, TimeLimit::Within { least: None, most, unit: TimeUnit::WorkingDay },
        );
        match (ask(most), ask(most + more)) {
            (Some(short), Some(long)) => prop_assert!(short.day <= long.day),
            (None, Some(_)) => prop_assert!(false, "the longer way passes where the shorter stops"),
            (_, None) => {}
        }
    }

    #[test]
    fn no_answer_without_the_calendar_of_its_year(
        calendars in any_calendars(), week in any_week(), at in any_moment(), limit in any_day_limit(),
    ) {
        if let Some(due_day) = due(&calendars, &week, at, limit).map(|it| it.day) {
            let mut fewer = calendars.clone();
            fewer.remove(&due_day.year());
            prop_assert_eq!(due(&fewer, &week, at, limit), None);
            let mut waiting = calendars;
            let year = waiting.get_mut(&due_day.year()).expect("it gave an answer");
            (year.complete, year.undecided) = (false, Vec::new());
            prop_assert_eq!(due(&waiting, &week, at, limit), None);
        }
    }

    #[test]
    fn agreements_have_no_date(calendars in any_calendars(), week in any_week(), at in any_moment()) {
        prop_assert_eq!(due(&calendars, &week, at, TimeLimit::Agreement), None);
    }
}
