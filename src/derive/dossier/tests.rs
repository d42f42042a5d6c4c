use std::borrow::Cow;

use expect_test::{Expect, expect};

use super::super::{derive, tests};
use super::*;
use crate::model::{
    Address, Case, Catalogue, Document, Effect, Id, JourneyStep, Lang, PaperEntry, Rare, Scope, Status, Text,
};

fn id(text: &str) -> Id {
    text.parse().expect("a test's id")
}

fn paper(catalogue: &mut Catalogue, name: &str, by: Option<&str>) -> Document {
    let entry = PaperEntry {
        id: id(name),
        title: Text::plain(name),
        note: None,
        issued_by: None,
        obtained_by: by.map(id),
        replaced_by_database: None,
        form: None,
        form_url: None,
    };
    catalogue.papers.insert(id(name), entry);
    Document { paper: Paper::Registered(id(name)), note: None, form: None, form_url: None }
}

fn needs(documents: &[&Document], originals: Option<u16>, copies: Option<u16>) -> Requirement {
    Requirement {
        documents: documents.iter().map(|it| (*it).clone()).collect(),
        originals,
        copies,
        certified_copies: None,
        scope: Rare::default(),
        note: None,
        source: None,
        unconfirmed: false,
        effect: Rare::default(),
    }
}

fn procedure(catalogue: &mut Catalogue, name: &str, time: &str, fee: &str, documents: Vec<Requirement>) {
    let mut it = Procedure::clone(&catalogue.procedures[0]);
    it.id = id(name);
    it.address = Address::procedure(&it.id);
    it.cases.clear();
    it.channels.clear();
    it.terms.truncate(1);
    it.terms[0].time = time.parse().ok();
    it.terms[0].fee = fee.parse().ok();
    it.documents = documents;
    let mut all = catalogue.procedures.to_vec();
    all.push(it.into());
    all.sort_by(|a, b| a.id.cmp(&b.id));
    catalogue.procedures = all.into_iter().collect();
}

fn named<'a>(catalogue: &'a mut Catalogue, name: &str) -> &'a mut Procedure {
    let found = catalogue.procedures.iter_mut().find(|it| it.id == id(name));
    std::sync::Arc::make_mut(found.expect("just added"))
}

fn step(name: &str) -> JourneyStep {
    JourneyStep { procedure: Some(id(name)), title: None, text: None, optional: false, or: false, time: None }
}

fn shown(catalogue: &mut Catalogue, steps: Vec<JourneyStep>) -> String {
    catalogue.journeys = vec![Journey {
        id: id("nha"),
        address: Address::journey(&id("nha")),
        title: Text::plain("Tôi xây nhà"),
        summary: None,
        audiences: Vec::new(),
        steps,
        sources: Vec::new(),
        unconfirmed: false,
        prose: std::collections::BTreeMap::new(),
    }];
    let config = tests::config();
    let views = derive(catalogue, &config, jiff::civil::date(2026, 11, 23));
    let site = views.sites.iter().find(|it| it.lang == Lang::VI).expect("the main language");
    let Some(it) = site.journey(&catalogue.journeys[0]).dossier else { return "no dossier".to_owned() };
    let mut out = String::new();
    let mut line = |text: String| out += &(text.replace('\u{a0}', " ") + "\n");
    for paper in &it.papers {
        let names: Vec<Cow<'_, str>> = paper.documents.iter().map(|it| it.name.plain()).collect();
        let total = paper.total.clone().unwrap_or_default();
        line(format!("{} [{total}] từ bước {:?}", names.join(" | "), paper.from_step));
        for it in &paper.uses {
            line(format!("  bước {}: {}", it.steps, it.counts.as_deref().unwrap_or("?")));
        }
    }
    line(format!("không nêu giấy tờ: {:?}", it.no_papers));
    line(format!("lần lượt {:?}, chuỗi {:?}", it.days, it.chain));
    for (what, all) in [("ngoài", &it.days_beside), ("tổng", &it.sums), ("phí", &it.fees_beside)] {
        for it in all {
            line(format!(
                "{what}: bước {}: {:?} {:?}",
                it.steps,
                it.text.as_ref().map(Words::plain),
                it.payer.as_ref().map(Words::plain)
            ));
        }
    }
    out
}

#[track_caller]
fn reads(catalogue: &mut Catalogue, steps: Vec<JourneyStep>, expected: &Expect) {
    expected.assert_eq(&shown(catalogue, steps));
}

#[test]
fn one_list_for_all_steps() {
    let mut all = tests::catalogue();
    let (card, form) = (paper(&mut all, "can-cuoc", None), paper(&mut all, "don", None));
    let (deed, lease) = (paper(&mut all, "so-do", None), paper(&mut all, "hop-dong-thue", None));
    let permit = paper(&mut all, "giay-phep", Some("xin-phep"));
    let place = needs(&[&deed, &lease], None, Some(1));
    procedure(
        &mut all,
        "xin-phep",
        "3–5 ngày làm việc",
        "100.000 đ",
        vec![needs(&[&card], Some(1), Some(1)), needs(&[&form], Some(1), None), place.clone()],
    );
    procedure(
        &mut all,
        "lap",
        "7 ngày làm việc",
        "50.000–80.000 đ",
        vec![
            needs(&[&card], None, None),
            needs(&[&form], Some(1), None),
            place,
            needs(&[&deed], Some(1), None),
            needs(&[&permit], None, Some(2)),
        ],
    );
    procedure(&mut all, "doi", "24 giờ", "theo quy định", vec![needs(&[&card], None, Some(2))]);
    procedure(&mut all, "hoi", "", "", Vec::new());
    named(&mut all, "hoi").terms.clear();
    let optional = JourneyStep { optional: true, ..step("doi") };
    let own = JourneyStep {
        procedure: None,
        title: Some(Text::plain("Xây")),
        time: "10 ngày làm việc".parse().ok(),
        ..step("x")
    };
    let steps = vec![step("xin-phep"), step("lap"), optional, step("hoi"), own];
    reads(
        &mut all,
        steps,
        &expect![[r#"
            can-cuoc [] từ bước None
              bước 1: 1 bản chính, 1 bản sao
              bước 2: ?
              bước 3: 2 bản sao
            don [1–2 bản chính] từ bước None
              bước 1, 2: 1 bản chính
            so-do | hop-dong-thue [2 bản sao] từ bước None
              bước 1, 2: 1 bản sao
            so-do [] từ bước None
              bước 2: 1 bản chính
            giay-phep [] từ bước Some("1")
              bước 2: 2 bản sao
            không nêu giấy tờ: Some("4")
            lần lượt Some("20–22\u{a0}ngày làm\u{a0}việc"), chuỗi Some("10–12\u{a0}ngày làm\u{a0}việc")
            ngoài: bước 3: Some("24\u{a0}giờ") None
            ngoài: bước 4: None None
            tổng: bước 1, 2: Some("150.000\u{a0}đ – 180.000\u{a0}đ") None
            phí: bước 3: Some("Theo quy định") None
            phí: bước 4: None None
        "#]],
    );
}

#[test]
fn a_step_instead_of_another_counts_once() {
    let mut all = tests::catalogue();
    let card = paper(&mut all, "can-cuoc", None);
    procedure(&mut all, "a", "2 ngày làm việc", "10.000 đ", vec![needs(&[&card], None, Some(1))]);
    procedure(&mut all, "b", "9 ngày làm việc", "30.000 đ", vec![needs(&[&card], None, Some(3))]);
    procedure(&mut all, "c", "1 ngày làm việc", "miễn phí", vec![needs(&[&card], None, Some(1))]);
    let steps = vec![step("a"), JourneyStep { or: true, ..step("b") }, step("c")];
    reads(
        &mut all,
        steps,
        &expect![[r#"
            can-cuoc [2–4 bản sao] từ bước None
              bước 1a, 2: 1 bản sao
              bước 1b: 3 bản sao
            không nêu giấy tờ: None
            lần lượt Some("3–10\u{a0}ngày làm\u{a0}việc"), chuỗi None
            tổng: bước 1a, 1b, 2: Some("10.000\u{a0}đ – 30.000\u{a0}đ") None
        "#]],
    );
}

#[test]
fn a_journey_without_procedures_has_no_dossier() {
    let mut all = tests::catalogue();
    procedure(&mut all, "a", "ngay", "miễn phí", Vec::new());
    named(&mut all, "a").status = Status::Draft;
    reads(&mut all, vec![step("a")], &expect!["no dossier"]);
}

#[test]
fn a_step_waits_for_what_is_named_and_for_whoever_makes_its_paper_and_for_nobody_else() {
    type Change = fn(&mut Catalogue);
    let ways: [(&str, Change, Option<&str>); 4] = [
        ("nothing is said", |_| {}, None),
        ("b names a", |all| named(all, "b").related.before.push(id("a")), Some("5 ngày làm việc")),
        ("a names c", |all| named(all, "a").related.after.push(id("c")), Some("6 ngày làm việc")),
        (
            "b needs a's paper",
            |all| {
                let made = paper(all, "bien-ban", Some("a"));
                named(all, "b").documents = vec![needs(&[&made], None, Some(1))];
            },
            Some("5 ngày làm việc"),
        ),
    ];
    for (what, change, chain) in ways {
        let mut all = tests::catalogue();
        for (name, time) in [("a", "2 ngày làm việc"), ("b", "3 ngày làm việc"), ("c", "4 ngày làm việc")]
        {
            procedure(&mut all, name, time, "miễn phí", Vec::new());
        }
        change(&mut all);
        let shown = shown(&mut all, vec![step("a"), step("b"), step("c")]);
        let line = shown.lines().find(|it| it.starts_with("lần lượt")).expect("the days");
        let expected = format!("lần lượt {:?}, chuỗi {:?}", Some("9 ngày làm việc"), chain);
        assert_eq!(line.replace("\\u{a0}", " "), expected, "{what}");
    }
}

#[test]
fn amounts_of_two_payers_or_two_moneys_are_never_added_up() {
    let mut all = tests::catalogue();
    for (name, fee) in [("a", "10.000 đ"), ("b", "20.000 đ"), ("c", "5 USD"), ("d", "1.000 đ")] {
        procedure(&mut all, name, "ngay", fee, Vec::new());
    }
    named(&mut all, "b").terms[0].payer = Some(Text::plain("Chủ đầu tư"));
    let shown = shown(&mut all, vec![step("a"), step("b"), step("c"), step("d")]);
    let sums: Vec<String> =
        shown.lines().filter(|it| it.starts_with("tổng")).map(|it| it.replace("\\u{a0}", " ")).collect();
    assert_eq!(
        sums,
        [
            r#"tổng: bước 1, 4: Some("11.000 đ") None"#,
            r#"tổng: bước 2: Some("20.000 đ") Some("Chủ đầu tư")"#,
            r#"tổng: bước 3: Some("5 USD") None"#,
        ]
    );
}

#[test]
fn a_paper_that_is_no_longer_asked_for_is_in_no_list() {
    let mut all = tests::catalogue();
    let card = paper(&mut all, "can-cuoc", None);
    let mut until = needs(&[&card], None, Some(1));
    until.effect = Effect { until: Some(jiff::civil::date(2026, 11, 22)), ..Effect::default() }.into();
    procedure(&mut all, "a", "ngay", "miễn phí", vec![until]);
    let shown = shown(&mut all, vec![step("a")]);
    assert!(!shown.contains("can-cuoc"), "{shown}");
    assert!(shown.contains(r#"không nêu giấy tờ: Some("1")"#), "{shown}");
}

/// The price of one page was added as the price of the whole, and what is free was called left out.
#[test]
fn what_is_free_was_left_out_of_the_sum_and_the_price_of_a_page_was_in_it() {
    let mut all = tests::catalogue();
    for name in ["khai", "sao", "doi"] {
        procedure(&mut all, name, "ngay", "miễn phí", Vec::new());
    }
    let late = named(&mut all, "khai");
    late.cases = vec![Case { id: id("muon"), title: Text::plain("Quá hạn"), note: None }];
    let mut more = late.terms[0].clone();
    more.scope = Scope { case: Some(id("muon")), ..Scope::default() }.into();
    more.fee = "8.000 đ".parse().ok();
    late.terms.push(more);
    let copies = &mut named(&mut all, "sao").terms[0];
    copies.fee = "2.000 đ".parse().ok();
    copies.fee_note = Some(Text::plain("mỗi trang"));
    reads(
        &mut all,
        vec![step("khai"), step("sao"), step("doi")],
        &expect![[r#"
        không nêu giấy tờ: Some("1, 2, 3")
        lần lượt None, chuỗi None
        ngoài: bước 1, 2, 3: Some("Giải quyết ngay") None
        tổng: bước 1, 3: Some("0\u{a0}đ – 8.000\u{a0}đ") None
        phí: bước 2: Some("2.000\u{a0}đ (mỗi trang)") None
    "#]],
    );
    reads(
        &mut all,
        vec![step("sao"), step("doi")],
        &expect![[r#"
        không nêu giấy tờ: Some("1, 2")
        lần lượt None, chuỗi None
        ngoài: bước 1, 2: Some("Giải quyết ngay") None
        phí: bước 1: Some("2.000\u{a0}đ (mỗi trang)") None
        phí: bước 2: Some("Miễn phí") None
    "#]],
    );
}
