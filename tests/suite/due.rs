//! By which day an answer is due, as pages say it: the table for readers and the days for the script.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use tempfile::TempDir;
use thutuc::model::{TimeLimit, Week, due, time_zone};
use thutuc::output::Kept;

use crate::program::{empty_folder, folder, put, repository, run, run_to};

const CALENDAR: &str = "\
off:
  - {date: 2026-02-16, name: Tết}
  - {date: 2026-02-17, name: Tết}
  - {date: 2026-02-18, name: Tết}
  - {date: 2026-02-19, name: Tết}
  - {date: 2026-02-20, name: Tết}
  - {date: 2026-04-27, name: Nghỉ bù Giỗ Tổ}
  - {date: 2026-04-30, name: Ngày Chiến thắng}
  - {date: 2026-05-01, name: Quốc tế Lao động}
  - {date: 2026-11-24, name: Ngày Văn hoá Việt Nam}
worked: []
complete: true
sources: [{title: Quyết định thử, checked: 2026-01-01}]
";

fn site(time: &str) -> TempDir {
    let site = folder(&[
        ("site.toml", "[check]\nreview_months = 600\n"),
        ("content/fields.yaml", "do-dem: {title: Đo đếm}\n"),
        ("content/agencies/evn.yaml", "title: Tập đoàn Điện lực\nshort: EVN\n"),
        ("content/calendar/2026.yaml", CALENDAR),
    ]);
    record(site.path(), "mot", time, "[{kind: counter}]");
    site
}

fn record(root: &Path, id: &str, time: &str, channels: &str) {
    let text = format!(
        "title: Thủ tục {id}\nfield: do-dem\nagency: evn\nonline: {{level: information}}\nchannels: {channels}\nterms: [{{{time}, fee: miễn phí}}]\n"
    );
    put(root, &format!("content/procedures/{id}.yaml"), &text);
}

fn page(root: &Path, day: &str) -> String {
    let out = empty_folder();
    let to = out.path().join("public");
    run_to(0, root, &["build", "--quiet", "--as-of", day, "--output", to.to_str().expect("UTF-8")]);
    std::fs::read_to_string(to.join("thu-tuc/mot/index.html")).expect("a page").replace('\u{a0}', " ")
}

/// Day of filing and due date of each row of the table.
fn rows(html: &str) -> Vec<(String, String)> {
    let cut = |text: &str| text.split('<').next().unwrap_or_default().trim().to_owned();
    let rows = html.split("<tr><th scope=\"row\">").skip(1);
    rows.map(|it| (cut(it), cut(it.split_once("<td>").expect("a due date").1))).collect()
}

#[test]
fn the_vectors_of_the_law_stand_in_the_table() {
    let cases = [
        ("2026-11-20", "5 ngày làm việc", Some("thứ Hai 30/11/2026")),
        ("2026-11-23", "1 ngày làm việc", Some("thứ Tư 25/11/2026")),
        ("2026-02-12", "5 ngày làm việc", Some("thứ Năm 26/02/2026")),
        ("2026-04-24", "3 ngày làm việc", Some("thứ Hai 04/05/2026")),
        ("2026-03-02", "30 ngày làm việc", Some("thứ Hai 13/04/2026")),
        ("2026-11-20", "4 ngày", Some("thứ Tư 25/11/2026")),
        // Never 1 January: nobody has decided on 2027 yet.
        ("2026-12-30", "2 ngày làm việc", None),
    ];
    for (filed, time, expected) in cases {
        let site = site(&format!("time: {time}"));
        put(site.path(), "content/calendar/2027.yaml", "complete: false\n");
        let html = page(site.path(), filed);
        let day: Date = filed.parse().expect("a day");
        let shown = format!("{:02}/{:02}/{}", day.day(), day.month(), day.year());
        let found = rows(&html).into_iter().find(|(filed, _)| filed.ends_with(&shown)).map(|it| it.1);
        assert_eq!(found.as_deref(), expected, "{filed} + {time}");
    }
}

#[test]
fn across_the_new_year_the_next_calendar_counts() {
    let site = site("time: 2 ngày làm việc");
    let without = run(site.path(), &["build", "--quiet", "--as-of", "2026-12-30"]);
    assert_eq!(without.code, 1, "no calendar of 2027: {}", without.out);
    assert!(without.out.contains("C206"), "{}", without.out);
    let off = "off: [{date: 2027-01-01, name: Tết Dương lịch}]\ncomplete: true\n";
    put(site.path(), "content/calendar/2027.yaml", off);
    let rows = rows(&page(site.path(), "2026-12-30"));
    let found = rows.iter().find(|it| it.0 == "thứ Tư 30/12/2026").map(|it| it.1.as_str());
    assert_eq!(found, Some("thứ Hai 04/01/2027"));
}

#[test]
fn the_table_goes_from_monday_over_ten_more_working_days_and_names_what_it_skips() {
    let site = site("time: 5 ngày làm việc");
    let html = page(site.path(), "2026-11-26");
    let rows = rows(&html);
    assert_eq!(rows.len(), 14, "four working days of this week and ten: {rows:?}");
    assert_eq!(rows[0], ("thứ Hai 23/11/2026".to_owned(), "thứ Ba 01/12/2026".to_owned()));
    assert!(html.contains("Không tính ngày nghỉ: 24/11/2026 Ngày Văn hoá Việt Nam."), "{html}");
    assert_eq!(html.matches("<script").count(), 1);
    assert_eq!(page(site.path(), "2026-11-23"), html, "the same page all week");
    assert_ne!(page(site.path(), "2026-11-30"), html);
    let next = run_to(0, site.path(), &["next-change", "--quiet", "--as-of", "2026-11-26"]).out;
    assert_eq!(next, "2026-11-30T00:00:00+07:00\n");
}

#[test]
fn no_date_where_none_can_be_said() {
    for time in
        ["time: theo thoả thuận", "time: ngay", "time: 24 giờ", "time: 5 ngày làm việc, unconfirmed: true"]
    {
        let html = page(site(time).path(), "2026-11-24");
        assert!(!html.contains("<script") && !html.contains("muc-ngay-tra"), "{time}: {html}");
    }
    let site = site("time: 5 ngày làm việc");
    std::fs::remove_file(site.path().join("content/calendar/2026.yaml")).expect("it was there");
    let html = page(site.path(), "2026-11-24");
    assert!(!html.contains("<script") && !html.contains("muc-ngay-tra"), "without a calendar: {html}");
}

#[test]
fn a_limit_that_will_change_is_not_counted_beyond_its_last_day() {
    let site = site("time: 5 ngày làm việc, until: 2026-11-27");
    let more = "title: Thủ tục mot\nfield: do-dem\nagency: evn\nonline: {level: information}\nchannels: [{kind: counter}]\n\
        terms:\n  - {time: 5 ngày làm việc, fee: miễn phí, until: 2026-11-27}\n  - {time: 3 ngày làm việc, fee: miễn phí, from: 2026-11-28}\n";
    put(site.path(), "content/procedures/mot.yaml", more);
    let before = rows(&page(site.path(), "2026-11-26"));
    assert_eq!(before.last().map(|it| it.0.as_str()), Some("thứ Sáu 27/11/2026"));
    let after = rows(&page(site.path(), "2026-11-30"));
    assert_eq!(after[0], ("thứ Hai 30/11/2026".to_owned(), "thứ Năm 03/12/2026".to_owned()));
}

/// A year's days off and worked Saturdays, as an editor writes them.
fn any_calendar(year: i16) -> impl Strategy<Value = String> {
    let days = || prop::collection::btree_set(0_i64..365, 0..25);
    let waits = prop::option::weighted(0.2, (0_i64..340, 0_i64..20));
    (days(), days(), waits).prop_map(move |(off, worked, waits)| {
        let day = |nth: i64| date(year, 1, 1).checked_add(nth.days()).expect("a day of the year");
        let rest = |it: &i64| day(*it).weekday().to_monday_zero_offset() > 4 && !off.contains(it);
        let names: Vec<String> =
            off.iter().map(|it| format!("  - {{date: {}, name: Nghỉ | lễ \"{it}\"}}\n", day(*it))).collect();
        let names = names.concat().replace("Nghỉ | lễ", "Nghỉ lễ");
        let worked: Vec<String> =
            worked.iter().filter(|it| rest(it)).map(|it| day(*it).to_string()).collect();
        let waits = waits.map(|(from, length)| {
            format!("undecided: [{{from: {}, until: {}}}]\n", day(from), day(from + length))
        });
        let off = if names.is_empty() { "off: []\n".to_owned() } else { format!("off:\n{names}") };
        format!(
            "{off}worked: [{}]\ncomplete: {}\n{}sources: [{{title: Q, checked: 2026-01-01}}]\n",
            worked.join(", "),
            waits.is_none(),
            waits.unwrap_or_default()
        )
    })
}

/// Stretches of hours of an office.
fn any_hours() -> impl Strategy<Value = String> {
    let stretch = (prop::collection::btree_set(0_usize..7, 1..7), 6_u8..18, 1_u8..5);
    prop::collection::vec(stretch, 1..4).prop_map(|all| {
        const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let lines = all.iter().map(|(days, from, length)| {
            let days: Vec<&str> = days.iter().map(|it| NAMES[*it]).collect();
            format!(
                "  - {{days: [{}], from: \"{from:02}:00\", until: \"{:02}:30\"}}\n",
                days.join(", "),
                from + length
            )
        });
        lines.collect::<Vec<_>>().concat()
    })
}

fn any_limit() -> impl Strategy<Value = String> {
    let unit = prop::sample::select(vec!["ngày làm việc", "ngày", "tuần", "tháng"]);
    (1_u16..40, unit)
        .prop_map(|(most, unit)| format!("{} {unit}", if unit == "tháng" { most % 4 + 1 } else { most }))
}

/// What the page gives its script.
fn data(html: &str) -> Option<Value> {
    let of = |name: &str| {
        let text = html.split_once(&format!(" data-{name}=\"")).and_then(|(_, rest)| rest.split_once('"'))?.0;
        Some(text.replace("&quot;", "\"").replace("&#x27;", "'").replace("&lt;", "<").replace("&amp;", "&"))
    };
    Some(json!({ "from": of("from")?, "days": of("days")?, "closes": of("closes")?, "off": of("off")? }))
}

#[test]
fn the_script_of_the_page_and_the_program_agree_on_ten_thousand_cases() {
    const SITES: usize = 50;
    const LIMITS: usize = 5;
    const MOMENTS: usize = 40;
    let mut runner = TestRunner::deterministic();
    let (mut cases, mut expected) = (Vec::new(), Vec::new());
    for _ in 0..SITES {
        let mut pick = |it: BoxedStrategy<String>| it.new_tree(&mut runner).expect("a value").current();
        let site = site("time: ngay");
        for year in [2026, 2027] {
            put(site.path(), &format!("content/calendar/{year}.yaml"), &pick(any_calendar(year).boxed()));
        }
        let hours = pick(prop_oneof![any_hours(), Just(String::new())].boxed());
        let hours = if hours.is_empty() { hours } else { format!("hours:\n{hours}") };
        let office = format!("title: Một cửa\nkind: one-stop\nprovince: Quảng Ninh\n{hours}");
        put(site.path(), "content/offices/mot-cua.yaml", &office);
        let limits: Vec<String> = (0..LIMITS).map(|_| pick(any_limit().boxed())).collect();
        for (nth, limit) in limits.iter().enumerate() {
            let channels = "[{kind: counter, offices: [mot-cua]}]";
            record(site.path(), &format!("so-{nth}"), &format!("time: {limit}"), channels);
        }
        let start =
            date(2026, 1, 1).checked_add((0_i64..420).new_tree(&mut runner).expect("a day").current().days());
        let as_of = start.expect("a day");
        let sources = thutuc::read::read(site.path()).expect("a site");
        let kept = Kept::default();
        let built = thutuc::pipeline::build(&sources, as_of, &kept).expect("a build");
        assert!(!built.report.has_errors(), "{:?}", built.report);
        let files = kept.files();
        let office = built.catalogue.offices.values().next().expect("an office");
        let week = Week::of(&office.hours).unwrap_or_else(Week::civil_service);
        for (nth, limit) in limits.iter().enumerate() {
            let path = format!("thu-tuc/so-{nth}/index.html");
            let file = files.iter().find(|it| it.path == path).expect("a page");
            let Some(data) = data(std::str::from_utf8(&file.bytes).expect("UTF-8")) else { continue };
            let limit: TimeLimit = limit.parse().expect("a limit");
            for _ in 0..MOMENTS {
                let (days, minutes) =
                    (0_i64..120, 0_i64..1440).new_tree(&mut runner).expect("a moment").current();
                let moment = as_of.at(0, 0, 0, 0).checked_add(days.days()).expect("a day");
                let moment = moment.checked_add(minutes.minutes()).expect("a moment");
                let right = due(&built.catalogue.calendars, &week, moment, limit);
                expected.push(right.map(|it| {
                    let skipped: Vec<String> = (it.skipped.iter())
                        .map(|it| format!("{:02}/{:02}/{}", it.day(), it.month(), it.year()))
                        .collect();
                    json!([it.day.to_string(), skipped])
                }));
                let hour = format!("{:02}:{:02}", moment.hour(), moment.minute());
                cases.push(json!({ "data": data, "day": moment.date().to_string(), "hour": hour }));
            }
        }
    }
    let answered = expected.iter().flatten().count();
    assert!(5_000 < answered && 9_000 < cases.len(), "{answered} answers in {} cases", cases.len());
    let answers = by_the_script(&json!(cases));
    for ((case, right), answer) in cases.iter().zip(&expected).zip(&answers) {
        assert_eq!(answer, &json!(right), "{case:#}");
    }
    println!("{} cases, {answered} with a date", cases.len());
}

#[test]
fn the_script_tells_the_time_of_the_site_also_where_clocks_turn() {
    let known: Date = "2026-11-02".parse().expect("a day");
    let mut cases = Vec::new();
    let mut right = Vec::new();
    for (name, turns) in [("Asia/Ho_Chi_Minh", 0), ("Europe/Berlin", 1), ("America/St_Johns", 1)] {
        let site = site("time: 5 ngày làm việc");
        put(site.path(), "site.toml", &format!("time_zone = \"{name}\"\n[check]\nreview_months = 600\n"));
        put(site.path(), "content/calendar/2027.yaml", "off: []\ncomplete: true\n");
        let page = page(site.path(), "2026-11-03");
        let clock = page.split_once(" data-clock=\"").and_then(|it| it.1.split_once('"')).expect("a clock").0;
        assert_eq!(clock.matches('|').count(), turns, "{clock}");
        let zone = time_zone(name).expect("a zone");
        // Each quarter of an hour for half a year, so that no turn is stepped over.
        for quarter in 0..(180 * 96) {
            let at =
                known.to_zoned_datetime(zone.clone()).expect("a day").timestamp() + (quarter * 15).minutes();
            cases.push(json!({ "clock": clock, "instant": at.as_millisecond() }));
            right.push(json!(at.to_zoned_datetime(zone.clone()).strftime("%Y-%m-%dT%H:%M").to_string()));
        }
    }
    let answers = by_the_script(&json!(cases));
    for ((case, right), answer) in cases.iter().zip(&right).zip(&answers) {
        assert_eq!(answer, right, "{case:#}");
    }
}

fn by_the_script(cases: &Value) -> Vec<Value> {
    let mut node = Command::new("node")
        .arg(repository().join("tests/suite/due.mjs"))
        .arg(repository().join("themes/default/static/due.js"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Node.js, which CONTRIBUTING.md asks for");
    let mut input = node.stdin.take().expect("it is piped");
    let text = cases.to_string();
    std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = node.wait_with_output().expect("it ends");
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).expect("JSON")
}
