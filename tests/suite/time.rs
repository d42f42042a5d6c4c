//! Values with days of effect: what pages say before and after, and when `next-change` says they will.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use tempfile::TempDir;
use thutuc::output::Kept;

use crate::program::{empty_folder, folder, put, run_to, tree};

const RECORD: &str = "\
title: Kiểm định công tơ
field: do-dem
agency: evn
online: {level: information}
channels: [{kind: counter}]
reviewed: 2026-01-05
";

/// A site of one procedure; `more` is added to its record.
fn site(more: &str) -> TempDir {
    folder(&[
        ("site.toml", "[check]\nreview_months = 600\n[links]\napply_hosts = [\"a.vn\", \"b.vn\"]\n"),
        ("content/fields.yaml", "do-dem: {title: Đo đếm}\n"),
        ("content/agencies/evn.yaml", "title: Tập đoàn Điện lực\nshort: EVN\n"),
        ("content/procedures/kiem-dinh.yaml", &format!("{RECORD}{more}")),
    ])
}

fn built(root: &Path, day: &str) -> BTreeMap<String, Vec<u8>> {
    let out = empty_folder();
    let to = out.path().join("public");
    run_to(0, root, &["build", "--quiet", "--as-of", day, "--output", to.to_str().expect("UTF-8")]);
    tree(&to)
}

/// The page, its markup taken out and its spaces made plain.
fn page(root: &Path, day: &str) -> String {
    words(&built(root, day), "thu-tuc/kiem-dinh/index.html")
}

fn words(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    let html = std::str::from_utf8(&files[path]).expect("UTF-8");
    let main =
        html.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).expect("a main part").0;
    let mut text = String::new();
    for piece in main.replace("<wbr>", "").split('<') {
        text.push(' ');
        text.push_str(piece.split_once('>').map_or("", |(_, text)| text));
    }
    text.replace('\u{a0}', " ").replace("&nbsp;", " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn next_change(root: &Path, day: &str) -> String {
    run_to(0, root, &["next-change", "--quiet", "--as-of", day]).out.trim_end().to_owned()
}

const FEES: &str = "\
terms:
  - {time: 5 ngày, fee: 500.000 đ, until: 2026-12-31}
  - {time: 5 ngày, fee: 550.000 đ, from: 2027-01-01, basis: Thông tư 1/2026}
";

#[test]
fn a_fee_that_changes_says_so_beside_its_value_and_then_is_the_value() {
    let site = site(FEES);
    let far = page(site.path(), "2026-06-01");
    assert!(far.contains("500.000 đ"), "{far}");
    assert!(far.contains("Từ 01/01/2027: 550.000 đ , theo Thông tư 1/2026"), "{far}");
    assert!(!far.contains("Thay đổi từ"), "seven months ahead is too early for the head of the page: {far}");
    let near = page(site.path(), "2026-12-31");
    assert!(near.contains("Thay đổi từ 01/01/2027 Chi phí: 550.000 đ, theo Thông tư 1/2026"), "{near}");
    let after = page(site.path(), "2027-01-01");
    assert!(after.contains("550.000 đ") && !after.contains("500.000 đ"), "{after}");
    assert!(!after.contains("Thay đổi từ"), "{after}");
    assert_eq!(near.matches("5 ngày").count(), after.matches("5 ngày").count(), "the time stays: {near}");
}

#[test]
fn sheets_say_in_words_what_changes_and_from_when_a_procedure_holds() {
    let sheets = |more: &str, day: &str| {
        let site = site(more);
        let settings = std::fs::read_to_string(site.path().join("site.toml")).expect("settings");
        put(site.path(), "site.toml", &format!("sheets = true\n{settings}"));
        let files = built(site.path(), day);
        ["niem-yet", "to-roi", "the-tong-dai"].map(|it| words(&files, &format!("{it}/kiem-dinh/index.html")))
    };
    for it in sheets(FEES, "2026-12-31") {
        assert!(it.contains("Thay đổi từ 01/01/2027 Chi phí: 550.000 đ, theo Thông tư 1/2026"), "{it}");
    }
    let all = sheets("effective: 2027-01-01\nterms: [{time: 5 ngày, fee: miễn phí}]\n", "2026-12-31");
    for it in &all {
        assert!(it.contains("Có hiệu lực từ 01/01/2027"), "{it}");
        assert!(!it.contains("Đã bãi bỏ") && !it.to_lowercase().contains("tạm dừng"), "{it}");
    }
    assert!(all[2].contains("CHUA CO HIEU LUC"), "{}", all[2]);
}

#[test]
fn next_change_names_the_first_instant_in_the_zone_of_the_site_and_what_changes() {
    let site = site(FEES);
    let root = site.path();
    assert_eq!(next_change(root, "2026-01-05"), "2026-10-03T00:00:00+07:00", "90 days ahead");
    assert_eq!(next_change(root, "2026-10-03"), "2027-01-01T00:00:00+07:00");
    assert_eq!(next_change(root, "2026-12-31T16:59:59Z"), "2027-01-01T00:00:00+07:00");
    assert_eq!(next_change(root, "2026-12-31T17:00:00Z"), "", "nothing after it");
    let told = run_to(0, root, &["next-change", "--as-of", "2026-10-03"]).out;
    assert!(told.contains("Kiểm định công tơ (kiem-dinh): chi phí mới bắt đầu áp dụng"), "{told}");
    let told =
        run_to(0, root, &["next-change", "--as-of", "2026-10-03", "--format", "json", "--lang", "en"]).out;
    let json: serde_json::Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!(json["next"], "2027-01-01T00:00:00+07:00");
    assert_eq!(json["changes"][0]["procedure"], "kiem-dinh");
    let told = run_to(0, root, &["next-change", "--as-of", "2027-01-01", "--lang", "en"]).out;
    assert_eq!(told, "No change is set for a later day.\n");
    put(root, "content/fields.yaml", "do-dem: {titel: Đo đếm}\n");
    run_to(1, root, &["next-change"]);
}

const FORMS: &str = "\
terms: [{time: 5 ngày, fee: miễn phí}]
apply:
  - {url: \"https://a.vn/nop\", down: {reason: Đang bảo trì., until: 2026-12-01}}
";

/// The site whose online forms are these.
fn site_with_forms(more: &str) -> TempDir {
    let site = site(&format!("{FORMS}{more}"));
    let record = format!("{RECORD}{FORMS}{more}").replace("level: information", "level: full");
    put(site.path(), "content/procedures/kiem-dinh.yaml", &record);
    site
}

#[test]
fn a_form_that_does_not_work_takes_its_button_away_until_it_does() {
    let site = site_with_forms("");
    let root = site.path();
    let down = page(root, "2026-12-01");
    assert!(
        down.contains("Biểu mẫu trực tuyến đang lỗi đến hết ngày 01/12/2026 a.vn: Đang bảo trì."),
        "{down}"
    );
    assert!(down.contains("nộp theo cách khác ở mục Nơi nộp"), "{down}");
    assert!(!down.contains("Nộp hồ sơ trực tuyến") && !down.contains("không nộp trực tuyến"), "{down}");
    let works = page(root, "2026-12-02");
    assert!(works.contains("Nộp hồ sơ trực tuyến Mở trang a.vn") && !works.contains("đang lỗi"), "{works}");
    assert_eq!(next_change(root, "2026-11-30"), "2026-12-02T00:00:00+07:00");
}

#[test]
fn another_form_takes_the_place_of_one_that_does_not_work() {
    let site = site_with_forms("  - {url: \"https://b.vn/nop\"}\n");
    let down = page(site.path(), "2026-11-24");
    assert!(down.contains("Trong khi chờ, nộp tại b.vn."), "{down}");
    assert!(down.contains("Nộp hồ sơ trực tuyến Mở trang b.vn") && !down.contains("Mở trang a.vn"), "{down}");
}

#[test]
fn papers_steps_places_and_conditions_come_and_go_on_their_days() {
    let site = site(
        "\
terms: [{time: 5 ngày, fee: miễn phí}]
documents:
  - {name: Sổ hộ khẩu, until: 2026-12-31}
  - {name: Căn cước, from: 2027-01-01, basis: Luật Căn cước}
steps:
  - {by: customer, title: Gửi đơn}
  - {by: agency, title: Gọi lại, from: 2027-02-01}
conditions:
  - {text: Có hợp đồng, from: 2026-12-01}
",
    );
    let before = page(site.path(), "2026-11-24");
    assert!(before.contains("Sổ hộ khẩu (đến hết ngày 31/12/2026)"), "{before}");
    assert!(before.contains("Từ 01/01/2027: Căn cước, theo Luật Căn cước"), "{before}");
    assert!(before.contains("Từ 01/02/2027: Gọi lại"), "{before}");
    assert!(before.contains("Từ 01/12/2026: Có hợp đồng"), "{before}");
    assert!(before.contains("Giấy tờ: không còn áp dụng Sổ hộ khẩu"), "{before}");
    let after = page(site.path(), "2027-01-01");
    assert!(!after.contains("Sổ hộ khẩu"), "{after}");
    assert!(after.contains("Căn cước (từ ngày 01/01/2027 theo Luật Căn cước)"), "{after}");
    assert!(after.contains("Từ 01/02/2027: Gọi lại"), "{after}");
}

#[test]
fn brackets_around_days_and_decisions_began_with_a_space() {
    let root = site(
        "unconfirmed: [time, fee]\ndocuments:\n  - {name: Một, until: 2026-12-31}\n  - {name: Hai, basis: Quyết định 1}\n  - {name: Ba, from: 2026-01-01, until: 2026-12-31, basis: Quyết định 2}\n",
    );
    let said = page(root.path(), "2026-11-23");
    for it in [
        "Một (đến hết ngày 31/12/2026)",
        "Hai (theo Quyết định 1)",
        "Ba (từ ngày 01/01/2026 đến hết ngày 31/12/2026 theo Quyết định 2)",
    ] {
        assert!(said.contains(it), "{it} in {said}");
    }
    assert!(!said.contains("( "), "{said}");
}

#[test]
fn a_suspension_ends_by_itself_and_a_procedure_begins_on_its_day() {
    let full = "online: {level: full}\napply: https://a.vn/\nterms: [{time: 5 ngày, fee: miễn phí}]\n";
    let record = RECORD.replace("online: {level: information}\n", full);
    let site = site("");
    put(site.path(), "site.toml", "[links]\napply_hosts = [\"a.vn\"]\n[check]\nreview_months = 600\n");
    let path = "content/procedures/kiem-dinh.yaml";
    let suspended = "status: {state: suspended, reason: Bảo trì, until: 2026-11-30}\n";
    put(site.path(), path, &format!("{record}{suspended}"));
    let (before, after) = (page(site.path(), "2026-11-30"), page(site.path(), "2026-12-01"));
    assert!(before.contains("Tạm dừng đến hết ngày 30/11/2026") && !before.contains("Mở trang"), "{before}");
    assert!(!after.contains("Tạm dừng") && after.contains("Mở trang"), "{after}");
    assert_eq!(next_change(site.path(), "2026-11-30"), "2026-12-01T00:00:00+07:00");
    put(site.path(), path, &format!("{record}effective: 2026-12-15\n"));
    let (before, after) = (page(site.path(), "2026-12-14"), page(site.path(), "2026-12-15"));
    assert!(before.contains("Có hiệu lực từ 15/12/2026") && !before.contains("Mở trang"), "{before}");
    assert!(after.contains("Mở trang"), "{after}");
    assert_eq!(next_change(site.path(), "2026-11-30"), "2026-12-15T00:00:00+07:00");
}

#[test]
fn a_change_noted_for_a_later_day_is_no_history_yet() {
    let more = "terms: [{time: 5 ngày, fee: miễn phí}]\nchanges: [{date: 2027-01-10, note: Bỏ phí}]\n";
    let site = site(more);
    let before = page(site.path(), "2027-01-09");
    assert!(before.contains("Thay đổi từ 10/01/2027 Bỏ phí") && !before.contains("Đã thay đổi"), "{before}");
    let after = page(site.path(), "2027-01-10");
    assert!(after.contains("Đã thay đổi 10/01/2027 : Bỏ phí"), "{after}");
}

/// Days of effect around new year, some open, as they may stand in a record.
fn any_record() -> impl Strategy<Value = String> {
    let day = |nth: i64| date(2026, 11, 1).checked_add(nth.days()).expect("a day").to_string();
    let item = (prop::option::of(0_i64..150), prop::option::of(0_i64..150));
    let effect = item.prop_map(move |(from, length)| {
        let from_words = from.map(|it| format!(", from: {}", day(it))).unwrap_or_default();
        let until = length.map(|it| format!(", until: {}", day(from.unwrap_or(0) + it))).unwrap_or_default();
        format!("{from_words}{until}")
    });
    let change = prop::option::of(0_i64..150);
    let effective = prop::option::of(0_i64..60);
    (effect.clone(), effect.clone(), effect, change, effective, 0_i64..150).prop_map(
        move |(paper, step, condition, change, effective, turn)| {
            let down = format!("apply: [{{url: \"https://a.vn/\", down: {{reason: Lỗi, until: {}}}}}]\n", day(turn / 2));
            let changed = day(turn + 1);
            let changes = change.map(|it| format!("changes: [{{date: {}, note: Đổi}}]\n", day(it)));
            let effective = effective.map(|it| format!("effective: {}\n", day(it)));
            let text = format!(
                "terms:\n  - {{time: 5 ngày làm việc, fee: 1.000 đ, until: {}}}\n  - {{time: 3 ngày làm việc, fee: 2.000 đ, from: {changed}}}\n\
                 documents:\n  - {{name: Đơn{paper}}}\nsteps:\n  - {{by: customer, title: Gửi{step}}}\nconditions:\n  - {{text: Đủ tuổi{condition}}}\n",
                day(turn)
            );
            [Some(text), changes, effective, Some(down)].into_iter().flatten().collect()
        },
    )
}

/// Path and bytes of every file, and when the next change is, without starting a program for each day.
fn in_process(root: &Path, day: Date) -> (Vec<(String, Vec<u8>)>, Option<Date>) {
    let sources = thutuc::read::read(root).expect("a site");
    let kept = Kept::default();
    let built = thutuc::pipeline::build(&sources, day, &kept).expect("a build");
    assert!(!built.report.has_errors(), "{:?}", built.report);
    let files = kept.files().into_iter().map(|it| (it.path, it.bytes.to_vec())).collect();
    (files, built.catalogue.next_change(day).map(|(day, _)| day))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    /// Every day of some weeks is built; the announced days are exactly those on which bytes differ.
    #[test]
    fn between_two_announced_instants_the_output_is_the_same(record in any_record(), start in 0_i64..100) {
        let site = site(&record);
        let mut day = date(2026, 11, 1).checked_add(start.days()).expect("a day");
        let (mut before, mut announced) = in_process(site.path(), day);
        for _ in 0..30 {
            day = day.tomorrow().expect("a day");
            let (now, next) = in_process(site.path(), day);
            prop_assert_eq!(announced == Some(day), now != before, "{}: announced {:?}", day, announced);
            (before, announced) = (now, next);
        }
    }
}
