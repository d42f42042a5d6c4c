//! Which week is counted, and what is not promised.

use jiff::civil::{date, time};

use super::super::derive;
use super::super::tests::{catalogue, config, first, id, procedures};
use super::*;
use crate::model::{Calendar, Catalogue, DayOff, Hours, Text};

const TODAY: Date = date(2026, 11, 26);

/// 2026 with days off in November; an office of which nobody knows the hours.
fn counted(off: &[i8]) -> Catalogue {
    let mut catalogue = catalogue();
    let day = |it: &i8| {
        let name = Text::plain("Nghỉ");
        (date(2026, 11, *it), DayOff { name, unconfirmed: false })
    };
    let year = Calendar { off: off.iter().map(day).collect(), ..Calendar::of(2026) };
    catalogue.calendars.insert(2026, year);
    first(&mut catalogue).terms.truncate(1);
    catalogue
}

fn view(catalogue: &Catalogue) -> Arc<DueView> {
    let config = config();
    let views = derive(catalogue, &config, TODAY);
    procedures(&views, 0).swap_remove(0).due.expect("due dates")
}

fn row(it: &DueRow) -> [&str; 2] {
    [&it.filed, &it.due]
}

#[test]
fn dates_that_wait_for_a_decision_are_not_promised() {
    let mut catalogue = counted(&[24]);
    assert!(!view(&catalogue).provisional);
    let year = catalogue.calendars.get_mut(&2026).expect("a year");
    let unconfirmed = DayOff { name: Text::plain("Nghỉ"), unconfirmed: true };
    year.off.insert(date(2026, 12, 30), unconfirmed.clone());
    assert!(!view(&catalogue).provisional, "the table ends before");
    let year = catalogue.calendars.get_mut(&2026).expect("a year");
    year.off.insert(date(2026, 11, 25), unconfirmed);
    assert!(view(&catalogue).provisional);
    let mut catalogue = counted(&[24]);
    let year = catalogue.calendars.get_mut(&2026).expect("a year");
    year.complete = false;
    year.undecided = vec![(date(2026, 12, 30), date(2026, 12, 31))];
    assert!(view(&catalogue).provisional);
}

#[test]
fn hours_of_offices_count_only_where_all_have_the_same_week() {
    let mut catalogue = counted(&[24]);
    let ends = |it: &DueView| (row(&it.last)[0].to_owned(), it.of_office);
    let civil = ("thứ Sáu 27/11/2026".to_owned(), false);
    assert_eq!(ends(&view(&catalogue)), civil, "nobody knows the hours");
    let open =
        |days: &[u8]| vec![Hours { days: days.to_vec(), from: time(7, 0, 0, 0), until: time(16, 30, 0, 0) }];
    let mut office = catalogue.offices[&id("tt-1")].clone();
    office.hours = open(&[1, 2, 3, 4, 5, 6]);
    let mut other = office.clone();
    other.id = id("tt-2");
    catalogue.offices.insert(id("tt-1"), office);
    let until_saturday = ("thứ Bảy 28/11/2026".to_owned(), true);
    assert_eq!(ends(&view(&catalogue)), until_saturday);
    first(&mut catalogue).channels[0].offices.push(id("tt-2"));
    catalogue.offices.insert(id("tt-2"), other.clone());
    assert_eq!(ends(&view(&catalogue)), until_saturday);
    other.hours = open(&[1, 2, 3, 4, 5]);
    catalogue.offices.insert(id("tt-2"), other);
    assert_eq!(ends(&view(&catalogue)), civil, "one of them is closed on Saturdays");
}

#[test]
fn the_days_of_the_week_are_its_own_and_in_a_week_off_those_of_the_next() {
    let view_of = |off: &[i8]| view(&counted(off));
    let week = view_of(&[24]);
    assert_eq!(row(&week.first), ["thứ Hai 23/11/2026", "thứ Ba 01/12/2026"]);
    assert_eq!(row(&week.last), ["thứ Sáu 27/11/2026", "thứ Sáu 04/12/2026"]);
    let skipped: Vec<_> = week.skipped.iter().map(|it| it.plain().into_owned()).collect();
    assert_eq!(skipped, ["24/11/2026 Nghỉ"]);
    assert!(week.days.starts_with("8a 7* 7 "), "{}", week.days);
    let off = view_of(&[23, 24, 25, 26, 27]);
    assert_eq!(row(&off.first), ["thứ Hai 30/11/2026", "thứ Hai 07/12/2026"]);
    assert_eq!(off.last, off.first);
    assert_eq!(off.rows.len(), ROWS_AFTER);
}
