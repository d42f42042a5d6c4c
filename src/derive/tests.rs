//! A small catalogue built by hand, for this stage and the next.

use std::collections::BTreeMap;

use jiff::civil::date;

use super::*;
use crate::model::*;

pub(super) fn id(text: &str) -> Id {
    text.parse().expect("a test's id")
}

fn agency(name: &str, title: &str, parent: Option<&str>) -> (Id, Agency) {
    let agency = Agency {
        id: id(name),
        address: Address::agency(&id(name)),
        title: Text::plain(title),
        short: None,
        also_called: Vec::new(),
        summary: None,
        parent: parent.map(id),
        hotline: "1900 0000".parse().ok(),
        email: None,
        site: None,
        area: None,
        sources: Vec::new(),
        unconfirmed: Vec::new(),
    };
    (id(name), agency)
}

fn term(case: Option<&str>, agency: Option<&str>, time: &str) -> Term {
    Term {
        scope: Scope { case: case.map(id), channel: None, agency: agency.map(id) }.into(),
        time: time.parse().ok(),
        time_note: None,
        fee: Some(Fee::Free),
        fee_note: None,
        payer: None,
        source: Some(id("luat")),
        unconfirmed: false,
        effect: Rare::default(),
    }
}

/// Two languages; one procedure that one corporation does faster, one draft.
#[expect(clippy::too_many_lines, reason = "a record with everything in it")]
pub(crate) fn catalogue() -> Catalogue {
    let mut title = Text::plain("Ấn định <điện>");
    title.translate(Lang::EN, "Fix & power");
    let procedure = Procedure {
        id: id("an-dinh"),
        address: Address::procedure(&id("an-dinh")),
        code: Some("TEST-01".to_owned()),
        title,
        official_title: Some(Text::plain("Tên đầy đủ theo quyết định")),
        summary: Some(Text::plain("Tóm tắt ngắn.")),
        task: None,
        also_called: vec!["lắp công tơ".to_owned()],
        field: id("cap-dien"),
        audiences: vec![id("ho-gia-dinh")],
        agency: id("evn"),
        agencies: Agencies { executing: vec![id("npc"), id("cpc")], ..Agencies::default() },
        decision: None,
        online: OnlineLevel::Full,
        online_reason: None,
        apply: vec![Apply {
            scope: Rare::default(),
            url: "https://apply.example.vn/form".parse().expect("a test's address"),
            sign_in: Some(Text::plain("Số điện thoại")),
            note: None,
            down: None,
        }],
        cases: vec![Case { id: id("cot"), title: Text::plain("Phải dựng cột"), note: None }],
        channels: vec![Channel {
            kind: ChannelKind::Counter,
            agency: None,
            case: None,
            offices: vec![id("tt-1")],
            url: None,
            phone: None,
            email: None,
            note: None,
            source: None,
            effect: Rare::default(),
        }],
        terms: vec![
            term(None, None, "5 ngày làm việc"),
            term(Some("cot"), None, "7 ngày làm việc"),
            term(None, Some("cpc"), "3 ngày làm việc"),
            term(Some("cot"), Some("cpc"), "4 ngày làm việc"),
            Term {
                effect: Effect { from: Some(date(2027, 1, 1)), ..Effect::default() }.into(),
                ..term(None, None, "2 ngày làm việc")
            },
        ],
        documents: vec![Requirement {
            documents: vec![Document {
                paper: Paper::Named(Text::plain("Giấy tờ tuỳ thân")),
                note: None,
                form: None,
                form_url: None,
            }],
            originals: Some(1),
            copies: None,
            certified_copies: None,
            scope: Rare::default(),
            note: None,
            source: Some(id("luat")),
            unconfirmed: false,
            effect: Rare::default(),
        }],
        steps: vec![Step {
            by: Actor::Customer,
            title: Text::plain("Gửi yêu cầu"),
            text: None,
            time: None,
            fee: None,
            scope: Rare::default(),
            source: None,
            effect: Rare::default(),
        }],
        results: vec![Outcome {
            name: Text::plain("Hợp đồng"),
            code: None,
            delivery: Vec::new(),
            valid: None,
            note: None,
            source: None,
        }],
        conditions: Vec::new(),
        legal: Vec::new(),
        related: Related::default(),
        sources: BTreeMap::from([(
            id("luat"),
            Source {
                title: Text::plain("Một nguồn"),
                url: "https://source.example.vn/a".parse().ok(),
                checked: Some(date(2026, 11, 23)),
                note: None,
            },
        )]),
        unconfirmed: vec![Section::Steps],
        effective: Some(date(2025, 2, 8)),
        reviewed: Some(date(2026, 11, 23)),
        translated: Some(date(2026, 1, 4)),
        review_every: None,
        owner: None,
        status: Status::Published,
        changes: vec![crate::model::Change {
            date: date(2026, 1, 5),
            note: Text::plain("Rút ngắn thời hạn"),
            basis: None,
        }],
        aliases: vec![Address::verbatim("/cu/an-dinh/")],
        prose: BTreeMap::new(),
    };
    let mut draft = procedure.clone();
    draft.id = id("nhap");
    draft.address = Address::procedure(&draft.id);
    draft.status = Status::Draft;
    draft.aliases.clear();
    let office = Office {
        id: id("tt-1"),
        address: Address::office(&id("tt-1")),
        title: Text::plain("Trung tâm thử"),
        kind: OfficeKind::OneStop,
        agency: None,
        street: None,
        province: "Quảng Ninh".to_owned(),
        earlier_names: Vec::new(),
        phone: None,
        hours: Vec::new(),
        accepts: None,
        position: None,
        note: None,
        sources: Vec::new(),
        unconfirmed: Vec::new(),
    };
    let entries = Entries {
        agencies: ById::from_iter([
            agency("evn", "Tập đoàn", None),
            agency("npc", "Miền Bắc", Some("evn")),
            agency("cpc", "Miền Trung", Some("evn")),
        ]),
        offices: ById::from_iter([(id("tt-1"), office)]),
        fields: vec![Field {
            id: id("cap-dien"),
            address: Address::field(&id("cap-dien")),
            title: Text::plain("Cấp điện"),
            summary: None,
        }],
        audiences: vec![Audience {
            id: id("ho-gia-dinh"),
            address: Address::audience(&id("ho-gia-dinh")),
            title: Text::plain("Hộ gia đình"),
            summary: None,
        }],
        pages: vec![Page {
            name: "hoi-dap".to_owned(),
            address: Address::page("hoi-dap"),
            title: Text::plain("Hỏi đáp"),
            summary: None,
            aliases: Vec::new(),
            prose: BTreeMap::from([(
                Lang::VI,
                Prose {
                    markdown: "## Nguồn\n\n[một](../procedures/a/an-dinh.yaml#muc-giay-to), \
                        [hai](/thu-tuc/an-dinh/), [ba](hoi-dap.md), [nháp](../procedures/nhap.yaml)"
                        .into(),
                },
            )]),
        }],
        ..Entries::default()
    };
    let procedures = [procedure.into(), draft.into()].into_iter().collect();
    Catalogue { procedures, entries: entries.into(), ..Catalogue::default() }
}

pub(crate) fn config() -> SiteConfig {
    SiteConfig {
        languages: vec!["vi".to_owned(), "en".to_owned()],
        base_url: "https://example.vn/kho".to_owned(),
        ..SiteConfig::default()
    }
}

pub(super) fn first(catalogue: &mut Catalogue) -> &mut Procedure {
    std::sync::Arc::make_mut(&mut catalogue.procedures[0])
}

/// The pages of all procedures in one language.
pub(super) fn procedures(views: &Views<'_>, site: usize) -> Vec<ProcedureView> {
    let site = &views.sites[site];
    let of = |it: &Subject<'_>| match it {
        Subject::Procedure(it) => site.procedure(it),
        _ => Vec::new(),
    };
    site.subjects().iter().flat_map(of).collect()
}

#[test]
fn an_agency_has_a_page_only_where_it_differs() {
    let (catalogue, config) = (catalogue(), config());
    let views = derive(&catalogue, &config, date(2026, 11, 23));
    let shown = procedures(&views, 0);
    let vi: Vec<&str> = shown.iter().map(|it| it.address.as_str()).collect();
    let expected =
        ["thu-tuc/an-dinh/", "thu-tuc/an-dinh/cot/", "thu-tuc/an-dinh/cpc/", "thu-tuc/an-dinh/cpc/cot/"];
    assert_eq!(vi, expected, "no draft, no page for npc");
    let times = |at: usize| -> Vec<String> {
        let rows = &shown[at].terms;
        rows.iter().filter_map(|it| it.time.as_ref()).map(|it| it.text.replace('\u{a0}', " ")).collect()
    };
    assert_eq!(times(0), ["5 ngày làm việc", "7 ngày làm việc"]);
    assert_eq!(times(1), ["7 ngày làm việc"], "a page of one case speaks of it alone");
    assert_eq!(times(2), ["3 ngày làm việc", "4 ngày làm việc"]);
    assert_eq!(times(3), ["4 ngày làm việc"]);
}

#[test]
fn a_reader_chooses_agency_and_case_by_links() {
    let (catalogue, config) = (catalogue(), config());
    let views = derive(&catalogue, &config, date(2026, 11, 23));
    let page = &procedures(&views, 0)[3];
    assert_eq!((&page.at, &page.case), (&Some("Miền Trung".into()), &Some("Phải dựng cột".into())));
    let hrefs = |of: &[Variant]| -> Vec<(String, bool)> {
        of.iter().map(|it| (it.href.clone(), it.current)).collect()
    };
    let agencies =
        [("thu-tuc/an-dinh/cot/".to_owned(), false), ("thu-tuc/an-dinh/cpc/cot/".to_owned(), true)];
    assert_eq!(hrefs(&page.variants), agencies, "the same case at another agency");
    let cases = [("thu-tuc/an-dinh/cpc/".to_owned(), false), ("thu-tuc/an-dinh/cpc/cot/".to_owned(), true)];
    assert_eq!(hrefs(&page.cases), cases);
}

#[test]
fn a_case_has_a_page_only_where_something_is_said_of_it_there() {
    let (mut catalogue, config) = (catalogue(), config());
    let it = first(&mut catalogue);
    it.cases.push(Case { id: id("tram"), title: Text::plain("Phải dựng trạm"), note: None });
    it.terms.truncate(3);
    it.terms[1].scope = Scope { agency: Some(id("npc")), ..Scope::clone(&it.terms[1].scope) }.into();
    it.terms.push(term(Some("tram"), Some("cpc"), "9 ngày làm việc"));
    let views = derive(&catalogue, &config, date(2026, 11, 23));
    let pages = procedures(&views, 0);
    let paths: Vec<&str> = pages.iter().map(|it| it.address.as_str()).collect();
    let [general, cpc, cpc_case, npc, npc_case] =
        ["", "cpc/", "cpc/tram/", "npc/", "npc/cot/"].map(|it| format!("thu-tuc/an-dinh/{it}"));
    assert_eq!(paths, [&general, &cpc, &cpc_case, &npc, &npc_case]);
    let hrefs = |of: &[Variant]| -> Vec<String> { of.iter().map(|it| it.href.clone()).collect() };
    assert_eq!(hrefs(&pages[0].cases), Vec::<String>::new());
    // Of the other only the table says something there.
    let row = format!("{cpc}#muc-thoi-han");
    assert_eq!(hrefs(&pages[2].cases), [cpc.clone(), row, cpc_case.clone()]);
    // No page of this case at the others.
    assert_eq!(hrefs(&pages[2].variants), [general, cpc_case, npc]);
}

fn plain(words: Option<&Words>, otherwise: &str) -> String {
    words.map_or_else(|| otherwise.to_owned(), |it| it.plain().into_owned())
}

#[test]
fn only_rows_that_differ_are_compared() {
    let (catalogue, config) = (catalogue(), config());
    let views = derive(&catalogue, &config, date(2026, 11, 23));
    let compared: Vec<String> = procedures(&views, 0)[0]
        .differences
        .iter()
        .map(|it| {
            let values = it.values.iter().map(|it| {
                format!("{}: {}", plain(it.text.as_ref(), "?"), Words::join(&it.agencies, " ").plain())
            });
            let case = plain(it.case.as_ref(), "-");
            format!("{}, {case}: {}", it.fact, values.collect::<Vec<_>>().join("; ")).replace('\u{a0}', " ")
        })
        .collect();
    expect_test::expect![[r#"
        [
            "time, -: 5 ngày làm việc: Tập đoàn; 3 ngày làm việc: Miền Trung",
            "time, Phải dựng cột: 7 ngày làm việc: Tập đoàn; 4 ngày làm việc: Miền Trung",
        ]
    "#]]
    .assert_debug_eq(&compared);
}

#[test]
fn what_differs_as_it_does_in_general_is_said_once_with_each_source_once() {
    let (mut catalogue, config) = (catalogue(), config());
    let it = first(&mut catalogue);
    it.sources.insert(id("hai"), it.sources[&id("luat")].clone());
    it.terms[1].time = it.terms[0].time;
    it.terms[1].fee = Some(Fee::Estimate);
    it.terms[3].time = it.terms[2].time;
    let compared = |catalogue: &Catalogue| -> Vec<(&str, bool, Vec<usize>)> {
        let views = derive(catalogue, &config, date(2026, 11, 23));
        let general = procedures(&views, 0).swap_remove(0);
        let sources = |it: &Difference| it.values.iter().map(|it| it.sources.len()).collect();
        general.differences.iter().map(|it| (it.fact, it.case.is_some(), sources(it))).collect()
    };
    let fee = ("fee", true, vec![1, 1]);
    assert_eq!(compared(&catalogue), [("time", false, vec![1, 1]), fee.clone()]);
    let same = term(None, Some("npc"), "3 ngày làm việc");
    first(&mut catalogue).terms.push(same.clone());
    let of_npc = compared(&catalogue);
    assert_eq!(of_npc[0], ("time", false, vec![1, 1]), "both from one source");
    let other = Term { source: Some(id("hai")), ..same };
    *first(&mut catalogue).terms.last_mut().expect("it was put there") = other;
    assert_eq!(compared(&catalogue)[0], ("time", false, vec![1, 2]));
}

#[test]
fn numbers_to_call_regions_and_who_pays_are_compared_where_they_differ() {
    let (mut catalogue, config) = (catalogue(), config());
    first(&mut catalogue).terms.push(term(None, Some("npc"), "3 ngày làm việc"));
    let compared = |catalogue: &Catalogue| -> Vec<String> {
        let views = derive(catalogue, &config, date(2026, 11, 23));
        let general = procedures(&views, 0).swap_remove(0);
        let held = |it: &Held| {
            let sure = if it.unconfirmed { "?" } else { "" };
            let payer = plain(it.payer.as_ref(), "");
            format!(
                "{}{payer}{sure}: {}",
                plain(it.text.as_ref(), "-"),
                Words::join(&it.agencies, ", ").plain()
            )
        };
        let others = general.differences.iter().filter(|it| it.fact != "time" && it.case.is_none());
        others
            .map(|it| format!("{} {}", it.fact, it.values.iter().map(held).collect::<Vec<_>>().join(" | ")))
            .collect()
    };
    assert_eq!(compared(&catalogue), Vec::<String>::new(), "all are called at one number");
    let cpc = catalogue.agencies.get_mut(&id("cpc")).expect("an agency");
    cpc.hotline = "1900 1909".parse().ok();
    cpc.area = Some(Text::plain("13 tỉnh"));
    cpc.unconfirmed = vec!["hotline".to_owned()];
    let npc = catalogue.agencies.get_mut(&id("npc")).expect("an agency");
    npc.area = Some(Text::plain("27 tỉnh"));
    npc.unconfirmed = vec!["area".to_owned()];
    first(&mut catalogue).terms[2].payer = Some(Text::plain(" (bên bán)"));
    assert_eq!(
        compared(&catalogue),
        [
            "fee Miễn phí: Tập đoàn, Miền Bắc | Miễn phí (bên bán): Miền Trung",
            "hotline 1900 1909?: Miền Trung | 1900 0000: Miền Bắc",
            "area 13 tỉnh: Miền Trung | 27 tỉnh?: Miền Bắc",
        ]
    );
}

#[test]
fn a_case_treated_like_any_other_has_no_row_of_its_own() {
    let (mut catalogue, config) = (catalogue(), config());
    let plain = Term {
        scope: Scope { case: Some(id("cot")), ..Scope::default() }.into(),
        ..catalogue.procedures[0].terms[0].clone()
    };
    first(&mut catalogue).terms[1] = plain;
    let rows = |catalogue: &Catalogue| -> Vec<Option<String>> {
        let views = derive(catalogue, &config, date(2026, 11, 23));
        procedures(&views, 0)[0]
            .terms
            .iter()
            .map(|it| it.case.as_ref().map(|it| it.plain().into_owned()))
            .collect()
    };
    let alike_for_now = [None, Some("Phải dựng cột".to_owned())];
    assert_eq!(
        rows(&catalogue),
        alike_for_now,
        "the plain value changes next year, that of the case does not"
    );
    first(&mut catalogue).terms.retain(|it| it.effect.is_usual());
    assert_eq!(rows(&catalogue), [None]);
}

#[test]
fn a_later_value_is_announced_and_not_yet_used() {
    let (catalogue, config) = (catalogue(), config());
    let before = derive(&catalogue, &config, date(2026, 11, 23));
    assert_eq!(procedures(&before, 0)[0].upcoming.len(), 1);
    let after = derive(&catalogue, &config, date(2027, 1, 2));
    assert_eq!(procedures(&after, 0)[0].upcoming.len(), 0);
}

#[test]
fn links_go_to_a_translation_or_say_the_language() {
    let (catalogue, config) = (catalogue(), config());
    let views = derive(&catalogue, &config, date(2026, 11, 23));
    let en = procedures(&views, 1);
    assert_eq!(en[0].address.as_str(), "en/thu-tuc/an-dinh/");
    let field = en[0].field.as_ref().expect("it has a field");
    assert_eq!((field.href.as_str(), field.lang.as_deref()), ("linh-vuc/cap-dien/", Some("vi")));
    assert_eq!(views.sites[0].alphabet()[0].letters[0].letter, "Â");
    let way = |from: &str, to: &str| (Address::verbatim(from), Address::verbatim(to));
    let ways = [way("cu/an-dinh/", "thu-tuc/an-dinh/"), way("en/cu/an-dinh/", "en/thu-tuc/an-dinh/")];
    assert_eq!(views.redirects(), ways);
}

#[test]
fn links_in_prose_lead_to_pages() {
    let (catalogue, config) = (catalogue(), config());
    let views = derive(&catalogue, &config, date(2026, 11, 23));
    let html = views.sites[0].plain(&catalogue.pages[0]).prose.expect("it has prose").html;
    let hrefs: Vec<&str> = html.split("href=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
    let expected = ["../thu-tuc/an-dinh/#muc-giay-to", "../thu-tuc/an-dinh/", "../hoi-dap/", "../a-z/"];
    assert_eq!(hrefs, expected);
    assert!(html.starts_with("<h2 id=\"nguon\">"), "{html}");
}

#[test]
fn lists_asked_for_on_many_threads_at_once_never_wait_for_each_other() {
    use rayon::prelude::*;
    let (catalogue, config) = (catalogue(), config());
    let pool = rayon::ThreadPoolBuilder::new().num_threads(16).build().expect("threads");
    pool.install(|| {
        for _ in 0..300 {
            let views = derive(&catalogue, &config, date(2026, 11, 23));
            let asked: Vec<usize> = (0..64)
                .into_par_iter()
                .map(|_| views.sites[0].field(&catalogue.fields[0])[0].procedures.len())
                .collect();
            assert!(asked.iter().all(|it| *it == asked[0]));
        }
    });
}
