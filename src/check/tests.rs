//! What authors read.

use std::collections::BTreeMap;

use expect_test::{Expect, expect};

use super::{RULES, check};
use crate::config::SiteConfig;
use crate::diagnostic::{Diagnostic, Language, Report};
use crate::model::Catalogue;
use crate::source::{FoundForm, SourceFile, Sources, Theme};
use crate::text::{is_hidden, nfc};

/// Entries that the fixtures refer to; a fixture's own file of the same path comes in its place.
const AROUND: &str = "\
-- content/fields.yaml --
cap-dien: {title: Cấp điện}
-- content/audiences.yaml --
ho-gia-dinh: {title: Hộ gia đình}
-- content/papers.yaml --
can-cuoc: {title: Căn cước}
-- content/legal.yaml --
luat: {number: 61/2024/QH15, title: Luật Điện lực}
-- content/agencies/evn.yaml --
title: EVN
-- content/agencies/npc.yaml --
title: EVNNPC
parent: evn
-- content/offices/ttphcc-a.yaml --
title: Trung tâm
kind: one-stop
province: Quảng Ninh
-- content/calendar/2026.yaml --
off: [{date: 2026-02-17, name: Tết}]
complete: true
-- content/calendar/2027.yaml --
off: [{date: 2027-02-08, name: Tết}]
complete: true
";

/// `-- path --` begins a file; `content/files/…` is a form.
pub(super) fn sources(fixture: &str) -> Sources {
    let mut files: Vec<SourceFile> = Vec::new();
    let mut forms = Vec::new();
    for part in format!("\n{AROUND}\n{fixture}").split("\n-- ").skip(1) {
        let (path, text) = part.split_once(" --\n").expect("a path stands between `-- ` and ` --`");
        if let Some(form) = path.strip_prefix("content/files/") {
            forms.push(FoundForm { path: format!("files/{form}"), bytes: text.as_bytes().to_vec().into() });
        } else {
            files.retain(|it| *it.path != *path);
            files.push(SourceFile::new(path, text));
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    // The entries around a fixture are not what it is about.
    let mut config = SiteConfig::default();
    if !fixture.contains("fields.yaml") {
        config.check.allow.insert("unused-entry".to_owned(), "around the fixture".to_owned());
    }
    config.languages.push("en".to_owned());
    config.links.apply_hosts = vec!["dichvucong.gov.vn".to_owned(), "*.npc.com.vn".to_owned()];
    let theme =
        Theme { words: ["en", "vi"].map(|it| (it.to_owned(), BTreeMap::new())).into(), ..Theme::default() };
    Sources { config, files, forms, theme, ..Sources::default() }
}

pub(super) fn run(sources: &Sources) -> (Catalogue, Report) {
    check(sources, jiff::civil::date(2026, 11, 23))
}

/// Each line: place, code, the bytes that the carets are under, message, help.
pub(super) fn shown(sources: &Sources, language: Language) -> String {
    let line = |it: &Diagnostic| {
        let file = sources.files.iter().find(|file| *file.path == *it.path).unwrap_or(&sources.config_file);
        let (at, bytes) = match &it.span {
            Some(span) => (file.line_column(span.start), &file.text[span.clone()]),
            None => (file.line_column(0), "whole file"),
        };
        let path = it.path.strip_prefix("content/").unwrap_or(&it.path);
        let (message, help) = (it.message.get(language), it.help.get(language));
        let bytes = nfc(&bytes.replace(is_hidden, "·")).into_owned();
        format!("{path}:{}:{} {} [{bytes}] {message}\n    {help}\n", at.line, at.column, it.rule.code)
    };
    run(sources).1.diagnostics.iter().map(line).collect()
}

#[track_caller]
pub(super) fn reports(fixture: &str, expected: &Expect) {
    expected.assert_eq(&shown(&sources(fixture), Language::En));
}

pub(super) const GOOD: &str = "\
-- content/procedures/cap-dien/moi.yaml --
title: {vi: Cấp điện mới, en: New connection}
field: cap-dien
agency: evn
audiences: [ho-gia-dinh]
online: {level: full}
apply: https://dichvucong.gov.vn/nop
cases: [{id: cot, title: Dựng cột}]
channels: [{kind: online}, {kind: counter, offices: [ttphcc-*]}]
terms:
  - {time: 5 ngày làm việc, fee: miễn phí, source: a}
  - {case: cot, time: 7 ngày làm việc}
documents:
  - any_of: [{paper: can-cuoc}, {name: Hộ chiếu}]
    copies: 1
steps: [{by: customer, title: Nộp hồ sơ}]
result: {name: Hợp đồng}
conditions: [Có chỗ ở, {text: Có cột, case: cot}]
legal: [luat]
sources: {a: {title: Trang EVN, url: https://www.evn.com.vn/a, checked: 2026-11-01}}
reviewed: 2026-11-01
x_own: {any: thing}
";

/// A record without times and fees.
pub(super) fn bare(id: &str, more: &str) -> String {
    let head = "field: cap-dien\nagency: evn\nunconfirmed: [time, fee]\naudiences: [ho-gia-dinh]";
    format!("-- content/procedures/{id}.yaml --\ntitle: A {id}\n{head}\n{more}\n")
}

/// What is said of records with one part each, beside entries that lists may name.
pub(super) fn shown_of_each(parts: &[&str], language: Language) -> String {
    const ENTRIES: &str = "\
-- content/papers.yaml --
don-de-nghi: {title: Đơn đề nghị}
can-cuoc: {title: Căn cước}
-- content/legal.yaml --
luat: {number: 61/2024/QH15, title: Luật Điện lực}
nghi-dinh: {number: 62/2025/NĐ-CP, title: Nghị định}
";
    let record = |(nth, it): (usize, &&str)| bare(&format!("{nth:02}"), it);
    let records: String = parts.iter().enumerate().map(record).collect();
    shown(&sources(&format!("{ENTRIES}{records}")), language)
}

#[test]
fn a_good_record_is_read_whole() {
    let sources = sources(GOOD);
    expect![""].assert_eq(&shown(&sources, Language::En));
    let (catalogue, _) = run(&sources);
    let procedure = &catalogue.procedures[0];
    assert_eq!(procedure.terms.len(), 2);
    assert_eq!(procedure.channels[1].offices.len(), 1);
    assert_eq!(procedure.documents[0].documents.len(), 2);
    assert_eq!(procedure.conditions[1].scope.case.as_ref().map(ToString::to_string).as_deref(), Some("cot"));
    assert_eq!(procedure.title.translated(crate::model::Lang::EN), Some("New connection"));
}

#[test]
fn twelve_mistakes_are_twelve_diagnostics_in_file_order() {
    reports(
        "\
-- content/procedures/x.yaml --
id: y
titel: A
title: B
title: C
field: cap-dein
agency: evn
audiences: {a: b}
online: {level: partial}
apply: http://dichvucong.gov.vn/
terms:
  - {time: \"5\", fee: 550000, from: 2026-02-30}
documents: [{paper: can-cuoc, copies: hai}]
status: withdrawn
",
        &expect![[r#"
            procedures/x.yaml:1:5 C018 [y] `id` is `y` but the file is called `x`
                Write `x`, or delete the line.
            procedures/x.yaml:2:1 C006 [titel] there is no key `titel` here
                Write `title`; a key of your own is called `x_titel`.
            procedures/x.yaml:4:1 C008 [title] the key `title` is written twice
                Keep one of them; the first is on line 3.
            procedures/x.yaml:5:8 C301 [cap-dein] there is no field `cap-dein`
                Write `cap-dien`, or add `cap-dein` to content/fields.yaml.
            procedures/x.yaml:7:12 C009 [{a: b}] this should be a list, not a map
                Write a list here.
            procedures/x.yaml:8:9 C112 [{level: partial}] it is partly online and does not say why
                Add `reason`: what still has to be done in person.
            procedures/x.yaml:9:8 C107 [http://dichvucong.gov.vn/] `http://dichvucong.gov.vn/` does not begin with https://
                Write `https://dichvucong.gov.vn/`.
            procedures/x.yaml:11:12 C103 ["5"] `5` has no unit of time
                Write `5 ngày làm việc` or `5 ngày`; the two differ.
            procedures/x.yaml:11:22 C104 [550000] `550000` does not say which money
                Write `550.000 đ` or `550000 USD`.
            procedures/x.yaml:11:36 C105 [2026-02-30] `2026-02-30` is no day: that month, 2026-02, has 28 days
                Look up the right day and write it year-month-day, like `2026-02-28`.
            procedures/x.yaml:12:39 C114 [hai] `hai` is not a whole number from 0 to 9999
                Write `2`.
        "#]],
    );
}

#[test]
fn in_vietnamese() {
    let sources = sources(
        "\
-- content/procedures/x.yaml --
titel: A
field: cap-dien
agency: evn
terms: [{time: 5 hôm, fee: 5 xu}]
",
    );
    expect![[r#"
        procedures/x.yaml:1:1 C006 [titel] Không có khoá `titel` ở đây
            Viết `title`; khoá riêng của bạn thì đặt tên `x_titel`.
        procedures/x.yaml:4:16 C103 [5 hôm] `hôm` không phải đơn vị thời gian
            Viết như `5 ngày làm việc`, `3–7 ngày`, `24 giờ`, `ngay`, `trong ngày` hoặc `theo thoả thuận`.
        procedures/x.yaml:4:28 C104 [5 xu] `5 xu` không phải số tiền
            Viết như `550.000 đ`, `100.000–200.000 đ`, `155 USD`, `miễn phí`, `theo dự toán` hoặc `theo thoả thuận`.
    "#]].assert_eq(&shown(&sources, Language::Vi));
}

#[test]
fn files_and_yaml() {
    reports(
        "\
-- content/other.yaml --
a: 1
-- content/procedures/Con_A.yaml --
title: A
field: cap-dien
agency: evn
unconfirmed: [time, fee]
-- content/procedures/tab.yaml --
decision:
\tnumber: 1
-- content/procedures/anchor.yaml --
title: &a A
-- content/procedures/broken.yaml --
title: \"A
field: [
-- content/procedures/a.yaml --
title: A
field: cap-dien
agency: evn
unconfirmed: [time, fee]
-- content/procedures/b/a.md --
---
title: A
field: cap-dien
agency: evn
unconfirmed: [time, fee]
---
Chữ.
-- content/procedures/alone.md --
Chữ.
-- content/pages/open.md --
---
title: Mở
",
        &expect![[r#"
            other.yaml:1:1 C016 [whole file] this file is no kind of content
                Move it to procedures, agencies, offices, choices, journeys, calendar, pages or files, with the ending .yaml or .md; what is not for the site goes outside content.
            pages/open.md:1:1 C017 [---] the front matter that begins here has no end
                Add a line `---` after the last key.
            procedures/Con_A.yaml:1:1 C101 [whole file] `Con_A` is not an id
                Write `con-a`: 1–64 small letters without marks, digits, single hyphens.
            procedures/a.yaml:1:8 C317 [A] `A` is the title of the procedure of the same agency at content/procedures/Con_A.yaml:1 already
                If this was copied to write another procedure, change its `title` and go through each line; if it is one copy too many, delete it.
            procedures/alone.md:1:1 C020 [whole file] this prose has no record `alone.yaml`
                Type `thutuc new procedure alone`, which makes `alone.yaml` beside it; if the record has another name, rename the prose.
            procedures/anchor.yaml:1:8 C003 [&a] content does not use &, * of YAML
                Write the value out; put text that begins with &, * or ! in double quotes.
            procedures/b/a.md:1:1 C019 [whole file] `a` already exists in `content/procedures/a.yaml`
                Rename one of them, or merge the two.
            procedures/b/a.md:2:8 C317 [A] `A` is the title of the procedure of the same agency at content/procedures/Con_A.yaml:1 already
                If this was copied to write another procedure, change its `title` and go through each line; if it is one copy too many, delete it.
            procedures/broken.yaml:1:8 C001 ["] this `"` is never closed
                Add `"` where it ends, mostly at the end of this line.
            procedures/tab.yaml:2:1 C002 [	] this line is indented with a tab
                Replace each tab with two spaces.
        "#]],
    );
}

#[test]
fn values() {
    reports(
        "\
-- content/agencies/x.yaml --
title: {en: X}
parent: nobody
hotline: một chín
email: a.vn
site: https://ехample.vn/
unconfirmed: [hotlin]
-- content/offices/y.yaml --
title: {vi: Y, fra: Y}
kind: one stop
province:
hours: [{days: [mon, T3], from: \"17:00\", until: \"8:00\"}, {days: [tue], from: 7h30, until: \"11:30\"}]
position: {lat: 107.08, lon: 20.95}
-- content/calendar/2026.yaml --
off: [{date: 2026-01-01, name: Tết Dương lịch}, {date: 2025-12-31, name: Nghỉ}]
worked: [2026-01-01]
-- content/agencies/a.yaml --
title: A
parent: b
-- content/agencies/b.yaml --
title: B
parent: a
",
        &expect![[r#"
            agencies/a.yaml:1:1 C201 [whole file] agencies are each other's parents: a → b → a
                Remove `parent` from one of them.
            agencies/x.yaml:1:9 C007 [en] the key `vi` is missing
                Add a line `vi: …`.
            agencies/x.yaml:2:9 C301 [nobody] there is no agency `nobody`
                Add `nobody` to content/agencies.
            agencies/x.yaml:3:10 C115 [một chín] `một chín` is not a phone number
                Write digits, spaces, dots, parentheses: 1900 6769.
            agencies/x.yaml:4:8 C116 [a.vn] `a.vn` is not a mail address
                Write it like `name@domain.vn`.
            agencies/x.yaml:5:7 C107 [https://ехample.vn/] the host of `https://ехample.vn/` has letters that imitate others
                Type the address anew instead of pasting it.
            agencies/x.yaml:6:15 C102 [hotlin] `hotlin` is not taken here
                Write `hotline`.
            calendar/2026.yaml:1:56 C202 [2025-12-31] 2025-12-31 is not in 2026
                Move it to that year's file.
            calendar/2026.yaml:2:10 C203 [2026-01-01] 2026-01-01 is both off and worked
                Keep it in one of the two lists.
            offices/y.yaml:1:16 C021 [fra] the site has no language `fra`
                Use one of: vi, en; or add it to `languages` in site.toml.
            offices/y.yaml:2:7 C102 [one stop] `one stop` is not taken here
                Write `one-stop`.
            offices/y.yaml:3:1 C010 [province] `province` has no value
                Fill it in, or delete the line.
            offices/y.yaml:4:16 C117 [[mon, T3]] `[mon, T3]` is not a list of weekdays
                Write `[mon, tue]`.
            offices/y.yaml:4:49 C117 ["8:00"] the office closes at `08:00`, which is not after `17:00`, when it opens
                Write in `from` when it opens and in `until` when it closes, by 24 hours: 5 p.m. is `"17:00"`.
            offices/y.yaml:4:78 C117 [7h30] `7h30` is not an opening hour
                Write `"07:30"`.
            offices/y.yaml:5:11 C204 [{lat: 107.08, lon: 20.95}] this is not a position on earth
                Write `{lat: 20.95, lon: 107.08}`.
        "#]],
    );
}

#[test]
fn places_are_right_after_marks_tabs_and_windows_line_ends() {
    let text = "\u{feff}title: Ca\u{302}\u{301}p\r\nfield:\tcap-dien\r\nagency: evn\r\naudiences: [ho-gia-dinh, [x]]\r\nunconfirmed: [time, fee, fees]\r\n";
    let mut sources = sources("");
    sources.files.push(SourceFile::new("content/procedures/x.yaml", text));
    sources.config.check.allow.insert("not-nfc".to_owned(), "as a Mac writes it".to_owned());
    expect![[r#"
        procedures/x.yaml:4:26 C009 [[x]] a list within a list, where one is enough
            Write `x`.
        procedures/x.yaml:5:26 C102 [fees] `fees` is not taken here
            Write `fee`.
    "#]]
    .assert_eq(&shown(&sources, Language::En));
}

#[test]
fn text_as_text() {
    reports(
        "\
-- content/procedures/x.yaml --
title: Điều hòa\u{200b} nhiệt độ
summary: Điều hoà, thuỷ điện
field: cap-dien
agency: evn
owner: Ca\u{302}\u{301}p \u{202e}nguoc
unconfirmed: [time, fee]
",
        &expect![[r#"
            procedures/x.yaml:1:13 C402 [hòa] `hòa` puts its tone mark elsewhere than `hoà`
                Write `hoà`.
            procedures/x.yaml:1:16 C403 [·] there is a hidden character U+200B here
                Delete it (cursor behind it, Backspace), or type the word anew.
            procedures/x.yaml:5:8 C401 [Cấp] accents are separate characters here (1 words of the file)
                Type `Cấp` again, or save the file in normal form C.
            procedures/x.yaml:5:14 C403 [·] there is a hidden character U+202E here
                Delete it (cursor behind it, Backspace), or type the word anew.
        "#]],
    );
}

#[test]
fn what_the_site_allows_is_not_reported() {
    let mut sources = sources(&bare("x", "cases: [{id: cot, title: Dựng cột}]"));
    assert!(shown(&sources, Language::En).contains(" C125 "));
    sources.config.check.allow.insert("unused-case".to_owned(), "the cases come next week".to_owned());
    assert_eq!(shown(&sources, Language::En), "");
}

#[test]
fn every_rule_explains_itself_in_both_languages() {
    let mut codes = std::collections::BTreeSet::new();
    for rule in RULES {
        assert!(codes.insert(rule.code), "{} is used twice", rule.code);
        let (vi, en) = rule.explanation.split_once("<!-- en -->").expect("both languages");
        for heading in ["## Kiểm tra gì", "## Vì sao", "## Ví dụ", "## Cách sửa"] {
            assert!(vi.contains(heading), "{}: {heading}", rule.code);
        }
        for heading in ["## What it checks", "## Why it matters", "## Example", "## Fix"] {
            assert!(en.contains(heading), "{}: {heading}", rule.code);
        }
    }
    assert!(45 <= RULES.len());
}

#[test]
fn the_order_of_files_makes_no_difference() {
    let mut sources = sources(GOOD);
    let before = shown(&sources, Language::En);
    sources.files.reverse();
    assert_eq!(shown(&sources, Language::En), before);
}

#[test]
fn queries_are_not_told_how_to_spell() {
    let files = "-- content/search-golden.tsv --\nhuỷ hợp đồng\t-\nhủy hợp đồng\t-\nhu\u{309}y ho\u{31b}\u{323}p\t-\n";
    let (_, report) = run(&sources(files));
    let here = report.diagnostics.iter().filter(|it| it.path.ends_with("golden.tsv"));
    assert_eq!(here.map(|it| it.rule.name).collect::<Vec<_>>(), [""; 0]);
}
