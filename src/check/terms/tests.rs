//! The table of times and fees.

use expect_test::expect;

use jiff::civil::date;

use crate::check::tests::{reports, sources};
use crate::diagnostic::Language;

#[test]
fn terms_must_answer_once() {
    let record = |terms: &str| {
        format!(
            "-- content/procedures/x.yaml --
title: X
field: cap-dien
agency: evn
agencies: {{executing: [npc]}}
cases: [{{id: cot, title: Cột}}]
channels: [{{kind: online}}, {{kind: counter}}]
terms:
{terms}
"
        )
    };
    reports(
        &record("  - {channel: online, time: 5 ngày, fee: miễn phí}"),
        &expect![[r#"
            procedures/x.yaml:5:9 C125 [{id: cot, title: Cột}] nothing is different in the case `cot`
                Delete it, or add a row with `case: cot`.
            procedures/x.yaml:8:5 C110 [{channel: online, time: 5 ngày, fee: miễn phí}] there is no time limit for the channel “In person”
                Add a row to `terms` with `time` for what is missing; if no source says it write `unconfirmed: [time]`.
            procedures/x.yaml:8:5 C110 [{channel: online, time: 5 ngày, fee: miễn phí}] there is no fee for the channel “In person”
                Add a row to `terms` with `fee` for what is missing; if no source says it write `unconfirmed: [fee]`.
        "#]],
    );
    reports(
        &record(
            "  - {time: 5 ngày, fee: miễn phí}\n  - {case: cot, time: 7 ngày}\n  - {agency: npc, time: 3 ngày}",
        ),
        &expect![[r#"
            procedures/x.yaml:10:5 C111 [{agency: npc, time: 3 ngày}] two rows give a different time limit for the case “Cột”, the agency “EVNNPC”
                Add a row for exactly that, or correct one; the other is on line 9.
        "#]],
    );
    reports(
        &record("  - {time: 5 ngày, fee: miễn phí, until: 2026-12-31}\n  - {time: 7 ngày, from: 2027-01-02}"),
        &expect![[r#"
            procedures/x.yaml:5:9 C125 [{id: cot, title: Cột}] nothing is different in the case `cot`
                Delete it, or add a row with `case: cot`.
            procedures/x.yaml:8:5 C139 [{time: 5 ngày, fee: miễn phí, until: 2026-12-31}] from 2027-01-01 there is no time limit and fee for everybody: this row holds until 2026-12-31
                Write `from: 2027-01-01` on line 9, or add a row for the days between.
        "#]],
    );
}

#[test]
fn agencies_of_single_rows_and_the_day_of_coming_into_force_are_asked_too() {
    let record = |more: &str| {
        format!(
            "-- content/procedures/x.yaml --\ntitle: X\nfield: cap-dien\nagency: evn\nchannels: [{{kind: counter}}, {{kind: counter, note: Hai}}]\n{more}"
        )
    };
    reports(
        &record(
            "cases: [{id: cot, title: Cột}]\nterms:\n  - {time: 5 ngày, fee: miễn phí}\n  - {case: cot, time: 7 ngày}\n  - {agency: npc, time: 3 ngày}\n",
        ),
        &expect![[r#"
            procedures/x.yaml:9:5 C111 [{agency: npc, time: 3 ngày}] two rows give a different time limit for the case “Cột”, the agency “EVNNPC”
                Add a row for exactly that, or correct one; the other is on line 8.
        "#]],
    );
    reports(
        &record(
            "effective: 2027-02-01\nterms:\n  - {time: 5 ngày, fee: miễn phí, until: 2027-01-31}\n  - {time: 7 ngày, from: 2027-02-02, fee: miễn phí}\n",
        ),
        &expect![[r#"
            procedures/x.yaml:7:5 C110 [{time: 5 ngày, fee: miễn phí, until: 2027-01-31}] there is no time limit for everybody: line 7 held until 2027-01-31
                Add a row to `terms` with `time` for what is missing; if no source says it write `unconfirmed: [time]`.
            procedures/x.yaml:7:5 C110 [{time: 5 ngày, fee: miễn phí, until: 2027-01-31}] there is no fee for everybody: line 7 held until 2027-01-31
                Add a row to `terms` with `fee` for what is missing; if no source says it write `unconfirmed: [fee]`.
        "#]],
    );
}

#[test]
fn days_before_a_procedure_comes_into_force_or_before_today_need_no_row() {
    for (effective, from) in [("2027-02-01", "2027-02-01"), ("2025-01-01", "2026-01-01")] {
        let record = format!(
            "-- content/procedures/x.yaml --\ntitle: X\nfield: cap-dien\nagency: evn\neffective: {effective}\nterms: [{{time: 5 ngày, fee: miễn phí, from: {from}}}]\n"
        );
        reports(&record, &expect![""]);
    }
}

#[test]
fn a_record_without_an_agency_was_told_of_one_by_its_own_name() {
    reports(
        "-- content/procedures/x.yaml --\ntitle: X\nfield: cap-dien\nunconfirmed: [fee]\n",
        &expect![[r#"
            procedures/x.yaml:1:1 C007 [title] the key `agency` is missing
                Add a line `agency: …`.
            procedures/x.yaml:1:1 C110 [title] there is no time limit at all
                Add `terms: [{time: …}]`; if no source says it write `unconfirmed: [time]`.
        "#]],
    );
}

fn told(record: &str, as_of: jiff::civil::Date, lang: Language) -> String {
    let sources = sources(&format!(
        "-- content/procedures/x.yaml --\ntitle: X\nfield: cap-dien\nagency: evn\n{record}"
    ));
    let (_, report) = crate::check::check(&sources, as_of);
    let lines = report.diagnostics.iter().map(|it| {
        let at = sources.file(&it.path).and_then(|file| Some(file.line_column(it.span.clone()?.start).line));
        let (message, help) = (it.message.get(lang), it.help.get(lang));
        format!("{}:{} {message}\n    {help}\n", it.rule.code, at.unwrap_or_default())
    });
    lines.collect()
}

#[test]
fn a_catalogue_without_a_mistake_could_not_be_built_from_a_known_day_on() {
    let rows = "terms:\n  - {time: 5 ngày, fee: miễn phí, until: 2026-12-31}\n";
    expect![[r#"
        C139:5 Từ 2027-01-01 chưa có thời hạn, chi phí cho mọi người: dòng này chỉ đến hết 2026-12-31
            Thêm một dòng có `from: 2027-01-01`; chưa biết thì ghi `unconfirmed: [time, fee]`. Từ ngày đó lỗi này chặn việc dựng trang (C110).
    "#]].assert_eq(&told(rows, date(2026, 11, 23), Language::Vi));
    // On the day itself the row that ran out is named.
    expect![[r#"
        C110:5 Chưa có thời hạn cho mọi người: dòng 5 chỉ đến hết 2026-12-31
            Thêm một dòng `terms` có `time` cho phần còn thiếu; chưa có nguồn thì ghi `unconfirmed: [time]`.
        C110:5 Chưa có chi phí cho mọi người: dòng 5 chỉ đến hết 2026-12-31
            Thêm một dòng `terms` có `fee` cho phần còn thiếu; chưa có nguồn thì ghi `unconfirmed: [fee]`.
    "#]]
    .assert_eq(&told(rows, date(2027, 1, 1), Language::Vi));
    // A successor that comes a day late.
    let late = format!("{rows}  - {{time: 7 ngày, fee: miễn phí, from: 2027-01-02}}\n");
    expect![[r#"
        C139:5 Từ 2027-01-01 chưa có thời hạn, chi phí cho mọi người: dòng này chỉ đến hết 2026-12-31
            Sửa `from` của dòng 6 thành `2027-01-01`, hoặc thêm một dòng cho những ngày ở giữa.
    "#]]
    .assert_eq(&told(&late, date(2026, 11, 23), Language::Vi));
    // A narrower row, and what falls back to the one for all.
    let cases = "cases: [{id: a, title: Nhà riêng}, {id: b, title: Chung cư}]\nterms:\n  \
                 - {case: a, time: 5 ngày, until: 2026-12-31}\n  - {fee: miễn phí}\n  - {case: b, time: 7 ngày}\n";
    expect![[r#"
        C139:6 from 2027-01-01 there is no time limit for the case “Nhà riêng”: this row holds until 2026-12-31
            Add a row with `from: 2027-01-01`; if nobody knows yet write `unconfirmed: [time]`. From that day on it is an error and nothing is built (C110).
    "#]].assert_eq(&told(cases, date(2026, 11, 23), Language::En));
    for nothing in [
        format!("{rows}  - {{time: 7 ngày, fee: miễn phí, from: 2027-01-01}}\n"),
        format!("{rows}  - {{time: 7 ngày, fee: miễn phí}}\n")
            .replace("terms:", "cases: [{id: a, title: A}]\nterms:")
            .replace("{time: 5 ngày, fee: miễn phí,", "{case: a, time: 5 ngày,"),
        format!("{rows}unconfirmed: [time, fee]\n"),
        format!("{rows}status: withdrawn\n"),
        format!(
            "{rows}  - {{time: 7 ngày, fee: miễn phí, from: 2027-03-01}}\nstatus: {{state: suspended, reason: Bảo trì, until: 2027-02-28}}\n"
        ),
    ] {
        for day in [date(2026, 11, 23), date(2027, 1, 15)] {
            assert_eq!(told(&nothing, day, Language::En), "", "{day}: {nothing}");
        }
    }
    // It comes into force after the row ended.
    let never = format!("{rows}effective: 2027-02-01\n");
    assert!(told(&never, date(2026, 11, 23), Language::En).contains("C110:5 there is no time limit"));
    // Once it is no longer suspended somebody has to know.
    let again = format!("{rows}status: {{state: suspended, reason: Bảo trì, until: 2027-02-28}}\n");
    let said = told(&again, date(2026, 11, 23), Language::En);
    assert!(said.starts_with("C139:5 from 2027-03-01 there is no time limit and fee"), "{said}");
}

#[test]
fn several_rows_that_run_out_are_told_once_each_and_a_gap_where_it_begins() {
    let rows = "channels: [{kind: online}, {kind: counter}]\nagencies: {executing: [npc]}\nterms:\n  \
                - {channel: online, time: 5 ngày, fee: miễn phí, until: 2026-12-31}\n  \
                - {channel: counter, time: 7 ngày, fee: miễn phí, until: 2027-01-31}\n  \
                - {channel: counter, time: 7 ngày, from: 2027-02-01, until: 2027-06-30}\n";
    expect![[r#"
        C139:7 from 2027-01-01 there is no time limit and fee for the channel “Online”: this row holds until 2026-12-31
            Add a row with `from: 2027-01-01`; if nobody knows yet write `unconfirmed: [time, fee]`. From that day on it is an error and nothing is built (C110).
        C139:8 from 2027-02-01 there is no fee for the channel “In person”: this row holds until 2027-01-31
            Add a row with `from: 2027-02-01`; if nobody knows yet write `unconfirmed: [fee]`. From that day on it is an error and nothing is built (C110).
        C139:9 from 2027-07-01 there is no time limit for the channel “In person”: this row holds until 2027-06-30
            Add a row with `from: 2027-07-01`; if nobody knows yet write `unconfirmed: [time]`. From that day on it is an error and nothing is built (C110).
    "#]].assert_eq(&told(rows, date(2026, 11, 23), Language::En));
}

#[test]
fn rows_for_each_case_were_told_that_they_leave_somebody_out() {
    let cases = "cases: [{id: a, title: Nhà riêng}, {id: b, title: Chung cư}, {id: c, title: Nhà trọ}]\n";
    let rows =
        "terms:\n  - {case: a, time: 5 ngày, fee: miễn phí}\n  - {case: b, time: 7 ngày, fee: miễn phí}\n";
    assert_eq!(
        told(
            &format!("{cases}{rows}  - {{case: c, time: 9 ngày, fee: miễn phí}}\n"),
            date(2026, 11, 23),
            Language::Vi
        ),
        ""
    );
    // One that has no row; one case alone, of which others are not.
    expect![[r#"
        C110:6 Chưa có thời hạn cho trường hợp “Nhà trọ”
            Thêm một dòng `terms` có `time` cho phần còn thiếu; chưa có nguồn thì ghi `unconfirmed: [time]`.
        C110:6 Chưa có chi phí cho trường hợp “Nhà trọ”
            Thêm một dòng `terms` có `fee` cho phần còn thiếu; chưa có nguồn thì ghi `unconfirmed: [fee]`.
    "#]]
    .assert_eq(&told(&format!("{cases}{rows}"), date(2026, 11, 23), Language::Vi));
    let alone = "cases: [{id: a, title: Nhà riêng}]\nterms: [{case: a, time: 5 ngày, fee: miễn phí}]\n";
    expect![[r#"
        C110:5 Chưa có thời hạn cho người không thuộc trường hợp nào
            Thêm một dòng `terms` có `time` mà không ghi `case`; chưa có nguồn thì ghi `unconfirmed: [time]`.
        C110:5 Chưa có chi phí cho người không thuộc trường hợp nào
            Thêm một dòng `terms` có `fee` mà không ghi `case`; chưa có nguồn thì ghi `unconfirmed: [fee]`.
    "#]]
    .assert_eq(&told(alone, date(2026, 11, 23), Language::Vi));
}

#[test]
fn two_general_rows_that_differ_were_told_twice_to_add_a_third() {
    let rows = "terms:\n  - {time: 5 ngày, fee: miễn phí}\n  - {time: 7 ngày, fee: 10.000 đ}\n";
    expect![[r#"
        C111:6 Dòng này và dòng 5 dành cho cùng một trường hợp mà khác thời hạn, chi phí
            Giữ một dòng; nếu mức đổi từ một ngày thì ghi `until` và `from` nối tiếp nhau.
    "#]]
    .assert_eq(&told(rows, date(2026, 11, 23), Language::Vi));
}
