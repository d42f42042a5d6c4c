//! Against looking every value up by itself; and who is named with what.

use std::collections::BTreeMap;

use jiff::civil::date;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::*;
use crate::derive::derive;
use crate::derive::tests::{catalogue, config, first, id, procedures};
use crate::model::Text;

/// What one agency says, by case and channel; little enough that values meet.
type Sayings = BTreeMap<Key, Key>;

/// Case and channel, or time and fee.
type Key = (Option<u8>, Option<u8>);

fn value(of: Option<u8>) -> Option<Value> {
    let of = of?;
    Some(Value {
        text: format!("{}", of / 2),
        limit: None,
        note: None,
        payer: None,
        source: Some(SourceMark { number: usize::from(of) + 1, checked: None }),
        unconfirmed: of == 1,
        dated: None,
        next: None,
    })
}

fn rows(sayings: &Sayings) -> Vec<TermRow> {
    let row = |(case, channel): &Key, (time, fee): &Key| TermRow {
        case_id: case.map(|it| format!("c{it}").parse().expect("an id")),
        case: case.map(|it| format!("Case {it}").into()),
        case_note: None,
        also: Vec::new(),
        channel: channel.map(|it| format!("By {it}")),
        time: value(*time),
        fee: value(*fee),
    };
    sayings.iter().map(|(key, said)| row(key, said)).collect()
}

/// As pages get them: every case has a row, a channel only where it is treated in its own way.
fn an_agency() -> impl Strategy<Value = Vec<TermRow>> {
    let said = || (option::weighted(0.9, 0..5_u8), option::weighted(0.9, 0..5_u8));
    let cases = vec(said(), 3);
    let channels = vec(option::weighted(0.3, said()), 6);
    (cases, channels).prop_map(|(cases, channels)| {
        let mut all = Sayings::new();
        for (case, said) in [None, Some(0), Some(1)].into_iter().zip(cases) {
            all.insert((case, None), said);
        }
        let keys = [None, Some(0), Some(1)].into_iter().flat_map(|case| [0, 1].map(|it| (case, Some(it))));
        all.extend(keys.zip(channels).filter_map(|(key, said)| Some((key, said?))));
        rows(&all)
    })
}

fn is(words: Option<&Words>, named: Option<&str>) -> bool {
    words.map(Words::plain).as_deref() == named
}

/// What an agency says of one thing, found in another way than the code finds it.
fn says(rows: &[TermRow], fact: &str, case: Option<&str>, channel: Option<&str>) -> Option<(Words, bool)> {
    let here = |channel: Option<&str>| {
        rows.iter().rev().find(|it| is(it.case.as_ref(), case) && it.channel.as_deref() == channel)
    };
    let row = channel.and_then(|it| here(Some(it))).or(here(None))?;
    let value = if fact == "time" { row.time.as_ref() } else { row.fee.as_ref() };
    value.map(|it| (it.text.as_str().into(), it.unconfirmed))
}

proptest! {
    #[test]
    fn a_row_appears_where_values_differ_and_nowhere_else_and_loses_nobody(all in vec(an_agency(), 2..5)) {
        let members: Vec<(Words, &[TermRow])> =
            all.iter().enumerate().map(|(nth, rows)| (format!("A{nth}").into(), rows.as_slice())).collect();
        let found = of_terms(&members);
        for it in &found {
            // Each agency once, with its own value and where it comes from.
            let mut names: Vec<&Words> = it.values.iter().flat_map(|it| &it.agencies).collect();
            names.sort();
            prop_assert_eq!(names, members.iter().map(|(name, _)| name).collect::<Vec<_>>());
            for held in &it.values {
                for name in &held.agencies {
                    let (_, rows) = members.iter().find(|(it, _)| it == name).expect("a member");
                    let said = says(rows, it.fact, it.case.as_ref().map(Words::plain).as_deref(), it.channel.as_deref());
                    prop_assert_eq!(&said.as_ref().map(|it| it.0.clone()), &held.text);
                    prop_assert_eq!(said.is_some_and(|it| it.1), held.unconfirmed);
                }
                prop_assert_eq!(held.sources.is_empty(), held.text.is_none());
            }
        }
        for fact in ["time", "fee"] {
            for case in [None, Some("Case 0"), Some("Case 1")] {
                for channel in [None, Some("By 0"), Some("By 1")] {
                    let said: Vec<_> = members.iter().map(|(_, it)| says(it, fact, case, channel)).collect();
                    let differs = said.iter().any(|it| it.as_ref().map(|it| &it.0) != said[0].as_ref().map(|it| &it.0));
                    let rows: Vec<&Difference> = found
                        .iter()
                        .filter(|it| it.fact == fact && is(it.case.as_ref(), case) && it.channel.as_deref() == channel)
                        .collect();
                    prop_assert!(rows.len() <= 1);
                    prop_assert!(differs || rows.is_empty(), "all say the same of {fact} {case:?} {channel:?}");
                    // A reader learns of it here, or from a wider row that says just the same.
                    let told = found.iter().any(|it| {
                        let wider = (it.case.is_none() || is(it.case.as_ref(), case))
                            && (it.channel.is_none() || it.channel.as_deref() == channel);
                        it.fact == fact && wider && members.iter().zip(&said).all(|((name, _), said)| {
                            let held = it.values.iter().find(|it| it.agencies.contains(name));
                            held.is_some_and(|it| it.text == said.as_ref().map(|it| it.0.clone()))
                        })
                    });
                    prop_assert!(!differs || told, "{fact} {case:?} {channel:?} is lost");
                }
            }
        }
    }

    #[test]
    fn the_order_of_agencies_changes_no_row(all in vec(an_agency(), 2..5)) {
        let members: Vec<(Words, &[TermRow])> =
            all.iter().enumerate().map(|(nth, rows)| (format!("A{nth}").into(), rows.as_slice())).collect();
        let turned: Vec<(Words, &[TermRow])> = members.iter().rev().cloned().collect();
        let keys = |found: Vec<Difference>| {
            let mut keys: Vec<String> = found
                .into_iter()
                .map(|it| {
                    let mut values: Vec<(Option<Words>, Vec<Words>)> = it
                        .values
                        .into_iter()
                        .map(|mut it| {
                            it.agencies.sort();
                            (it.text, it.agencies)
                        })
                        .collect();
                    values.sort();
                    format!("{} {:?} {:?} {values:?}", it.fact, it.case, it.channel)
                })
                .collect();
            keys.sort();
            keys
        };
        prop_assert_eq!(keys(of_terms(&members)), keys(of_terms(&turned)));
    }

    #[test]
    fn agencies_that_are_alike_have_no_table(one in an_agency(), times in 2..5_usize) {
        let members: Vec<(Words, &[TermRow])> =
            (0..times).map(|nth| (format!("A{nth}").into(), one.as_slice())).collect();
        prop_assert_eq!(of_terms(&members), Vec::new());
    }
}

#[test]
fn what_is_said_of_all_cases_was_said_to_hold_for_one() {
    let (mut catalogue, config) = (catalogue(), config());
    first(&mut catalogue).terms.remove(1);
    let views = derive(&catalogue, &config, date(2026, 11, 23));
    let found = procedures(&views, 0).swap_remove(0).differences;
    let case = found.iter().find(|it| it.case.is_some()).expect("one corporation has its own time");
    let held: Vec<(String, bool)> =
        case.values.iter().map(|it| (it.agencies[0].plain().into_owned(), it.of_all)).collect();
    assert_eq!(held, [("Tập đoàn".to_owned(), true), ("Miền Trung".to_owned(), false)]);
}

#[test]
fn whoever_lives_where_an_agency_has_no_page_of_its_own_did_not_find_it_among_the_areas() {
    let (mut catalogue, config) = (catalogue(), config());
    for (agency, area) in [("npc", "27 tỉnh"), ("cpc", "13 tỉnh")] {
        catalogue.agencies.get_mut(&id(agency)).expect("an agency").area = Some(Text::plain(area));
    }
    let views = derive(&catalogue, &config, date(2026, 11, 23));
    let found = procedures(&views, 0).swap_remove(0).differences;
    let areas = found.iter().find(|it| it.fact == "area").expect("two areas");
    let held: Vec<(String, bool)> =
        areas.values.iter().map(|it| (it.agencies[0].plain().into_owned(), it.of_all)).collect();
    assert_eq!(held, [("Miền Trung".to_owned(), false), ("Miền Bắc".to_owned(), true)]);
}
