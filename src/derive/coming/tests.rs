//! What pages announce: whom it is for, of which part, in which order.

use jiff::civil::date;

use super::super::tests::{catalogue, config, first, id, procedures};
use super::super::{Upcoming, UpcomingItem, derive};
use super::*;
use crate::model::{Catalogue, Change, Channel, ChannelKind, Condition, Rare, Step, Text};

const TODAY: Date = date(2026, 11, 23);

fn from(day: Date) -> Effect {
    Effect { from: Some(day), ..Effect::default() }
}

fn for_case(case: &str) -> Scope {
    Scope { case: Some(id(case)), ..Scope::default() }
}

fn at(agency: &str) -> Scope {
    Scope { agency: Some(id(agency)), ..Scope::default() }
}

fn condition(text: &str, scope: Scope, day: Date) -> Condition {
    Condition { text: Text::plain(text), scope: scope.into(), source: None, effect: from(day).into() }
}

fn noted(day: Date, note: &str) -> Change {
    Change { date: day, note: Text::plain(note), basis: None }
}

/// Changes of every part, for everybody, one case and one corporation.
fn changing() -> Catalogue {
    let mut catalogue = catalogue();
    let it = first(&mut catalogue);
    let new_year = date(2027, 1, 1);
    let paper = it.documents[0].clone();
    let named = |name: &str, scope: Scope, effect: Effect| Requirement {
        documents: vec![crate::model::Document {
            paper: Paper::Named(Text::plain(name)),
            ..paper.documents[0].clone()
        }],
        scope: scope.into(),
        effect: effect.into(),
        ..paper.clone()
    };
    let until =
        Effect { until: Some(date(2026, 12, 31)), basis: Some("Luật Một".into()), ..Effect::default() };
    let begins = Effect { basis: Some("Luật Hai".into()), ..from(new_year) };
    let ends = Effect { until: until.until, ..Effect::default() };
    it.terms[0].effect = ends.clone().into();
    it.terms[1].effect = ends.into();
    let later = crate::model::Term {
        effect: begins.clone().into(),
        time: "6 ngày".parse().ok(),
        ..it.terms[1].clone()
    };
    it.terms.push(later);
    it.documents.push(named("Sổ hộ khẩu", for_case("cot"), until));
    it.documents.push(named("Căn cước", at("npc"), begins));
    let step =
        Step { title: Text::plain("Gọi lại"), effect: from(new_year).into(), ..it.steps[0].clone() };
    it.steps.extend([step.clone(), step]);
    it.channels.push(Channel {
        kind: ChannelKind::Post,
        agency: Some(id("cpc")),
        offices: Vec::new(),
        note: Some(Text::plain("nội thành")),
        effect: from(date(2026, 12, 15)).into(),
        ..it.channels[0].clone()
    });
    it.conditions = vec![
        condition("Hôm nay", Scope::default(), TODAY),
        condition("Xa nhất", Scope::default(), date(2027, 2, 21)),
        condition("Xa hơn", Scope::default(), date(2027, 2, 22)),
        condition("Ngày mai", for_case("cot"), date(2026, 11, 24)),
    ];
    it.changes = vec![noted(TODAY, "Đã đổi."), noted(date(2026, 12, 15), "Sẽ đổi.")];
    catalogue
}

fn said(item: &UpcomingItem) -> String {
    let words = |it: &Option<Words>| it.as_ref().map_or("-".to_owned(), |it| it.plain().into_owned());
    let part = item.part.unwrap_or("note");
    let verb = if item.ends { "ends" } else { "begins" };
    format!("{part} {verb}: {} [{}] {}", words(&item.text), words(&item.scope), words(&item.basis))
        .replace('\u{a0}', " ")
}

fn announced(upcoming: &[Upcoming]) -> Vec<String> {
    let day = |it: &Upcoming| {
        let items: Vec<String> = it.items.iter().map(said).collect();
        format!("{}: {}", it.date, items.join(" | "))
    };
    upcoming.iter().map(day).collect()
}

#[test]
fn each_page_announces_what_is_for_its_readers_day_by_day() {
    let (catalogue, config) = (changing(), config());
    let views = derive(&catalogue, &config, TODAY);
    let pages: Vec<(String, Vec<String>)> = procedures(&views, 0)
        .iter()
        .map(|it| (it.address.as_str().to_owned(), announced(&it.upcoming)))
        .collect();
    expect_test::expect![[r#"
        [
            (
                "thu-tuc/an-dinh/",
                [
                    "24/11/2026: conditions begins: Ngày mai [Phải dựng cột] -",
                    "15/12/2026: note begins: Sẽ đổi [-] -",
                    "01/01/2027: time begins: 2 ngày làm việc [-] - | time begins: 6 ngày [Phải dựng cột] Luật Hai | documents ends: Sổ hộ khẩu [Phải dựng cột] - | steps begins: Gọi lại [-] -",
                    "21/02/2027: conditions begins: Xa nhất [-] -",
                ],
            ),
            (
                "thu-tuc/an-dinh/cot/",
                [
                    "24/11/2026: conditions begins: Ngày mai [-] -",
                    "15/12/2026: note begins: Sẽ đổi [-] -",
                    "01/01/2027: time begins: 6 ngày [-] Luật Hai | documents ends: Sổ hộ khẩu [-] - | steps begins: Gọi lại [-] -",
                    "21/02/2027: conditions begins: Xa nhất [-] -",
                ],
            ),
            (
                "thu-tuc/an-dinh/cpc/",
                [
                    "24/11/2026: conditions begins: Ngày mai [Phải dựng cột] -",
                    "15/12/2026: channels begins: Qua bưu chính: nội thành [-] - | note begins: Sẽ đổi [-] -",
                    "01/01/2027: documents ends: Sổ hộ khẩu [Phải dựng cột] - | steps begins: Gọi lại [-] -",
                    "21/02/2027: conditions begins: Xa nhất [-] -",
                ],
            ),
            (
                "thu-tuc/an-dinh/cpc/cot/",
                [
                    "24/11/2026: conditions begins: Ngày mai [-] -",
                    "15/12/2026: channels begins: Qua bưu chính: nội thành [-] - | note begins: Sẽ đổi [-] -",
                    "01/01/2027: documents ends: Sổ hộ khẩu [-] - | steps begins: Gọi lại [-] -",
                    "21/02/2027: conditions begins: Xa nhất [-] -",
                ],
            ),
            (
                "thu-tuc/an-dinh/npc/",
                [
                    "24/11/2026: conditions begins: Ngày mai [Phải dựng cột] -",
                    "15/12/2026: note begins: Sẽ đổi [-] -",
                    "01/01/2027: time begins: 2 ngày làm việc [-] - | time begins: 6 ngày [Phải dựng cột] Luật Hai | documents ends: Sổ hộ khẩu [Phải dựng cột] - | documents begins: Căn cước [-] Luật Hai | steps begins: Gọi lại [-] -",
                    "21/02/2027: conditions begins: Xa nhất [-] -",
                ],
            ),
            (
                "thu-tuc/an-dinh/npc/cot/",
                [
                    "24/11/2026: conditions begins: Ngày mai [-] -",
                    "15/12/2026: note begins: Sẽ đổi [-] -",
                    "01/01/2027: time begins: 6 ngày [-] Luật Hai | documents ends: Sổ hộ khẩu [-] - | documents begins: Căn cước [-] Luật Hai | steps begins: Gọi lại [-] -",
                    "21/02/2027: conditions begins: Xa nhất [-] -",
                ],
            ),
        ]
    "#]].assert_debug_eq(&pages);
}

#[test]
#[expect(clippy::too_many_lines, reason = "most of it is what is expected")]
fn what_is_not_yet_in_force_stands_in_its_own_part_in_the_order_of_its_days() {
    let (mut catalogue, config) = (changing(), config());
    first(&mut catalogue).documents.reverse();
    let views = derive(&catalogue, &config, TODAY);
    let pages: Vec<(String, [Vec<String>; 4])> = procedures(&views, 0)
        .iter()
        .map(|it| {
            let parts = &it.coming;
            let parts = [&parts.conditions, &parts.documents, &parts.steps, &parts.channels];
            let words = |it: &Coming| format!("{} {}", it.from, it.text.plain());
            (it.address.as_str().to_owned(), parts.map(|it| it.iter().map(words).collect()))
        })
        .collect();
    expect_test::expect![[r#"
        [
            (
                "thu-tuc/an-dinh/",
                [
                    [
                        "24/11/2026 Ngày mai",
                        "21/02/2027 Xa nhất",
                        "22/02/2027 Xa hơn",
                    ],
                    [],
                    [
                        "01/01/2027 Gọi lại",
                        "01/01/2027 Gọi lại",
                    ],
                    [],
                ],
            ),
            (
                "thu-tuc/an-dinh/cot/",
                [
                    [
                        "24/11/2026 Ngày mai",
                        "21/02/2027 Xa nhất",
                        "22/02/2027 Xa hơn",
                    ],
                    [],
                    [
                        "01/01/2027 Gọi lại",
                        "01/01/2027 Gọi lại",
                    ],
                    [],
                ],
            ),
            (
                "thu-tuc/an-dinh/cpc/",
                [
                    [
                        "24/11/2026 Ngày mai",
                        "21/02/2027 Xa nhất",
                        "22/02/2027 Xa hơn",
                    ],
                    [],
                    [
                        "01/01/2027 Gọi lại",
                        "01/01/2027 Gọi lại",
                    ],
                    [
                        "15/12/2026 Qua bưu chính: nội thành",
                    ],
                ],
            ),
            (
                "thu-tuc/an-dinh/cpc/cot/",
                [
                    [
                        "24/11/2026 Ngày mai",
                        "21/02/2027 Xa nhất",
                        "22/02/2027 Xa hơn",
                    ],
                    [],
                    [
                        "01/01/2027 Gọi lại",
                        "01/01/2027 Gọi lại",
                    ],
                    [
                        "15/12/2026 Qua bưu chính: nội thành",
                    ],
                ],
            ),
            (
                "thu-tuc/an-dinh/npc/",
                [
                    [
                        "24/11/2026 Ngày mai",
                        "21/02/2027 Xa nhất",
                        "22/02/2027 Xa hơn",
                    ],
                    [
                        "01/01/2027 Căn cước",
                    ],
                    [
                        "01/01/2027 Gọi lại",
                        "01/01/2027 Gọi lại",
                    ],
                    [],
                ],
            ),
            (
                "thu-tuc/an-dinh/npc/cot/",
                [
                    [
                        "24/11/2026 Ngày mai",
                        "21/02/2027 Xa nhất",
                        "22/02/2027 Xa hơn",
                    ],
                    [
                        "01/01/2027 Căn cước",
                    ],
                    [
                        "01/01/2027 Gọi lại",
                        "01/01/2027 Gọi lại",
                    ],
                    [],
                ],
            ),
        ]
    "#]]
    .assert_debug_eq(&pages);
}

#[test]
fn a_page_of_one_case_is_silent_of_another() {
    let (mut catalogue, config) = (catalogue(), config());
    let it = first(&mut catalogue);
    it.cases.push(crate::model::Case { id: id("tram"), title: Text::plain("Trạm"), note: None });
    it.conditions = vec![condition("Có đất", for_case("tram"), date(2026, 12, 1))];
    it.terms.truncate(2);
    it.terms[1].effect = Rare::default();
    let views = derive(&catalogue, &config, TODAY);
    let of = |path: &str| {
        let pages = procedures(&views, 0).into_iter();
        let page = pages.filter(|it| it.address.as_str() == path).last().expect("a page");
        (announced(&page.upcoming).len(), page.coming.conditions.len())
    };
    assert_eq!(of("thu-tuc/an-dinh/"), (1, 1));
    assert_eq!(of("thu-tuc/an-dinh/tram/"), (1, 1));
    assert_eq!(of("thu-tuc/an-dinh/cot/"), (0, 0));
}

#[test]
fn a_value_in_whose_place_nothing_comes_ends() {
    let (mut catalogue, config) = (catalogue(), config());
    let it = first(&mut catalogue);
    it.terms.truncate(1);
    it.terms[0].effect = Effect { until: Some(date(2026, 12, 31)), ..Effect::default() }.into();
    let views = derive(&catalogue, &config, TODAY);
    let page = &procedures(&views, 0)[0];
    assert_eq!(announced(&page.upcoming), ["01/01/2027: time ends: - [-] - | fee ends: - [-] -"]);
}

#[test]
fn the_first_of_several_later_values_is_the_next_one() {
    let (mut catalogue, config) = (catalogue(), config());
    let it = first(&mut catalogue);
    let row = it.terms[0].clone();
    let days = [
        (Some(date(2027, 1, 1)), None, "9 ngày"),
        (None, Some(TODAY), "5 ngày"),
        (Some(date(2026, 11, 24)), Some(date(2026, 12, 31)), "7 ngày"),
    ];
    let rows = days.map(|(from, until, time)| crate::model::Term {
        time: time.parse().ok(),
        effect: Effect { from, until, basis: None }.into(),
        ..row.clone()
    });
    it.terms = rows.into();
    let views = derive(&catalogue, &config, TODAY);
    let page = &procedures(&views, 0)[0];
    let time = page.terms[0].time.as_ref().expect("a time");
    let next = time.next.as_ref().expect("a later one");
    let plain = |it: &str| it.replace('\u{a0}', " ");
    assert_eq!((plain(&time.text), next.day), ("5 ngày".to_owned(), date(2026, 11, 24)));
    assert_eq!(next.text.as_deref().map(plain), Some("7 ngày".to_owned()));
}
