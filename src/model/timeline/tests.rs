//! Which days count, and what is told of them.

use std::collections::BTreeMap;

use jiff::civil::date;

use super::super::*;
use super::*;
use crate::derive::tests::catalogue;

fn id(text: &str) -> Id {
    text.parse().expect("a test's id")
}

fn effect(from: Option<Date>, until: Option<Date>) -> Effect {
    Effect { from, until, basis: None }
}

/// The first change after `as_of`: its day, and what it is of.
fn told(catalogue: &Catalogue, as_of: Date) -> (Date, Vec<String>) {
    let (day, turns) = catalogue.next_change(as_of).expect("a change");
    (day, turns.iter().map(|it| format!("{it:?}").replace(r#"Id("an-dinh"), "#, "")).collect())
}

/// One procedure with a change of every part on the first days of 2027; its draft says the same.
fn changing() -> Catalogue {
    let mut catalogue = catalogue();
    let mut it = (*catalogue.procedures[0]).clone();
    let day = |nth| Some(date(2027, 1, nth));
    let starts = effect(day(5), day(9));
    let time = Term { fee: None, effect: starts.clone().into(), ..it.terms[0].clone() };
    let fee = Term { time: None, effect: effect(day(6), None).into(), ..it.terms[0].clone() };
    let hours = Term {
        scope: Scope { case: Some(id("cot")), ..Scope::default() }.into(),
        time: "24 giờ".parse().ok(),
        fee: None,
        effect: Rare::default(),
        ..it.terms[0].clone()
    };
    it.terms = vec![fee, time, hours];
    it.documents[0].effect = starts.clone().into();
    it.steps[0].effect = starts.clone().into();
    it.channels[0].effect = starts.clone().into();
    let condition = Condition {
        text: Text::plain("Đủ tuổi"),
        scope: Rare::default(),
        source: None,
        effect: starts.into(),
    };
    it.conditions = vec![condition.clone(), condition];
    let mut draft = it.clone();
    draft.id = id("nhap");
    draft.status = Status::Draft;
    draft.effective = day(3);
    catalogue.procedures = [it.into(), draft.into()].into_iter().collect();
    catalogue
}

#[test]
fn each_part_that_changes_is_told_once_and_drafts_are_not() {
    let catalogue = changing();
    let parts = ["Time", "Documents", "Steps", "Channels", "Conditions"];
    let of = |turn: &str| parts.map(|it| format!("{turn}({it})")).to_vec();
    let last = [date(2026, 10, 6), date(2026, 10, 7), date(2026, 10, 12), date(2027, 1, 4)];
    assert_eq!(told(&catalogue, last[0]), (last[1], of("Announced")), "90 days ahead");
    assert_eq!(told(&catalogue, last[1]).1, ["Announced(Fee)"]);
    assert_eq!(told(&catalogue, last[2]).1, ["Recorded"]);
    assert_eq!(told(&catalogue, last[3]), (date(2027, 1, 5), of("Starts")));
    assert_eq!(told(&catalogue, date(2027, 1, 5)), (date(2027, 1, 6), vec!["Starts(Fee)".to_owned()]));
    assert_eq!(told(&catalogue, date(2027, 1, 6)), (date(2027, 1, 10), of("Ends")));
    assert_eq!(catalogue.next_change(date(2027, 1, 10)), None, "its facts have days, so no year begins");
}

#[test]
fn weeks_are_told_only_where_some_page_has_due_dates() {
    let mut catalogue = changing();
    let (sunday, monday) = (date(2027, 2, 14), date(2027, 2, 15));
    assert_eq!(catalogue.next_change(sunday), None, "no calendar");
    catalogue.calendars.insert(2027, Calendar::of(2027));
    assert_eq!(told(&catalogue, sunday), (monday, vec!["Week".to_owned()]));
    assert_eq!(told(&catalogue, monday).0, date(2027, 2, 22));
    let since = |it: &Catalogue, day| it.since(day, &mut LastTurns::default());
    assert_eq!(since(&catalogue, monday), monday);
    assert_eq!(since(&catalogue, date(2027, 2, 21)), monday);
    // A draft counts in days, what is published does not.
    let mut hours = (*catalogue.procedures[0]).clone();
    hours.terms[1].time = "24 giờ".parse().ok();
    let draft = Arc::clone(&catalogue.procedures[1]);
    catalogue.procedures = [hours.into(), draft].into_iter().collect();
    assert_eq!(catalogue.next_change(sunday), None);
    assert_eq!(since(&catalogue, date(2027, 2, 21)), date(2027, 1, 10));
}

#[test]
fn texts_that_end_and_facts_of_agencies_are_told_and_else_the_year() {
    let mut catalogue = Catalogue { procedures: Procedures::default(), ..changing() };
    assert_eq!(told(&catalogue, date(2026, 5, 1)), (date(2027, 1, 1), vec!["Year".to_owned()]));
    let text = LegalText {
        id: id("nd-1"),
        number: "1".to_owned(),
        title: Text::plain("Nghị định"),
        url: None,
        issued: None,
        effective: None,
        until: Some(date(2026, 6, 30)),
        replaced_by: None,
        note: None,
        unconfirmed: false,
    };
    catalogue.legal.insert(id("nd-1"), text);
    let ends = vec![r#"LegalEnds(Id("nd-1"))"#.to_owned()];
    assert_eq!(told(&catalogue, date(2026, 5, 1)), (date(2026, 7, 1), ends));
    assert_eq!(catalogue.next_change(date(2026, 7, 1)), None, "its one day is past");
    let read = Source { title: Text::plain("Trang"), url: None, checked: Some(date(2026, 5, 9)), note: None };
    catalogue.agencies.get_mut(&id("npc")).expect("an agency").sources.push(read.clone());
    assert_eq!(told(&catalogue, date(2026, 5, 1)), (date(2026, 5, 9), vec!["Recorded".to_owned()]));
    let read = Source { checked: Some(date(2026, 5, 4)), ..read };
    catalogue.offices.get_mut(&id("tt-1")).expect("an office").sources.push(read);
    assert_eq!(told(&catalogue, date(2026, 5, 1)).0, date(2026, 5, 4));
    let since = |day| catalogue.since(day, &mut LastTurns::default());
    assert_eq!(since(date(2026, 5, 8)), date(2026, 5, 4));
    assert_eq!(since(date(2026, 5, 9)), date(2026, 5, 9));
    assert_eq!(since(date(2026, 5, 3)), date(2026, 1, 1));
}

#[test]
fn the_day_that_pages_speak_of_is_the_last_of_any_procedure_and_that_of_a_fresh_look() {
    let changed = |days: &[i8]| {
        let mut all = catalogue();
        let bare = Procedure {
            effective: None,
            reviewed: None,
            translated: None,
            sources: BTreeMap::new(),
            terms: Vec::new(),
            ..(*all.procedures[0]).clone()
        };
        let of = |(nth, day): (usize, &i8)| {
            let change = Change { date: date(2026, 3, *day), ..bare.changes[0].clone() };
            let it = Procedure { id: id(&format!("so-{nth}")), changes: vec![change], ..bare.clone() };
            Arc::new(it)
        };
        all.procedures = days.iter().enumerate().map(of).collect();
        all
    };
    let [three, one, two] = [&[5, 9, 2][..], &[5], &[12, 3]].map(changed);
    let mut known = LastTurns::default();
    // A server keeps what it knows while records are saved and midnight passes.
    for (catalogue, today, since) in [
        (&three, date(2026, 3, 8), date(2026, 3, 5)),
        (&three, date(2026, 3, 9), date(2026, 3, 9)),
        (&three, date(2026, 3, 9), date(2026, 3, 9)),
        (&three, date(2026, 3, 20), date(2026, 3, 9)),
        (&one, date(2026, 3, 20), date(2026, 3, 5)),
        (&two, date(2026, 3, 20), date(2026, 3, 12)),
        (&two, date(2026, 3, 12), date(2026, 3, 12)),
        (&two, date(2025, 6, 1), date(2025, 1, 1)),
    ] {
        assert_eq!(catalogue.since(today, &mut LastTurns::default()), since, "on {today}");
        assert_eq!(catalogue.since(today, &mut known), since, "on {today}, what is known kept");
    }
}
