//! What authors read.

use expect_test::{Expect, expect};

use super::{RULES, check};
use crate::config::SiteConfig;
use crate::diagnostic::{Diagnostic, Language, Report};
use crate::model::Catalogue;
use crate::source::{FoundForm, SourceFile, Sources};
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
complete: true
-- content/calendar/2027.yaml --
complete: true
";

/// `-- path --` begins a file; `content/files/…` is a form.
pub(super) fn sources(fixture: &str) -> Sources {
    let mut files: Vec<SourceFile> = Vec::new();
    let mut forms = Vec::new();
    for part in format!("\n{AROUND}\n{fixture}").split("\n-- ").skip(1) {
        let (path, text) = part.split_once(" --\n").expect("a path stands between `-- ` and ` --`");
        if let Some(form) = path.strip_prefix("content/files/") {
            forms.push(FoundForm { path: format!("files/{form}"), bytes: text.as_bytes().into() });
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
    Sources { config, files, forms, ..Sources::default() }
}

fn run(sources: &Sources) -> (Catalogue, Report) {
    check(sources, jiff::civil::date(2026, 11, 23))
}

/// Each line: place, code, the bytes that the carets are under, message, help.
fn shown(sources: &Sources, language: Language) -> String {
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
fn reports(fixture: &str, expected: &Expect) {
    expected.assert_eq(&shown(&sources(fixture), Language::En));
}

const GOOD: &str = "\
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
                Write `550000 đ` or `550000 USD`.
            procedures/x.yaml:11:36 C105 [2026-02-30] `2026-02-30` is not a date
                Write year-month-day: 2026-01-31.
            procedures/x.yaml:12:39 C114 [hai] `hai` is not a whole number from 0 to 9999
                Write digits only: 2.
            procedures/x.yaml:13:9 C113 [withdrawn] it is withdrawn and does not say what replaces it
                Write `status: {state: withdrawn, replaced_by: an-id}`.
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
        procedures/x.yaml:1:1 C006 [titel] Không có khóa `titel` ở đây
            Viết `title`; khóa riêng của bạn thì đặt tên `x_titel`.
        procedures/x.yaml:1:1 C007 [titel] Thiếu khóa `title`
            Thêm dòng `title: …`.
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
                Move it to procedures, agencies, offices, journeys, calendar, pages or files; it ends in .yaml or .md.
            pages/open.md:1:1 C017 [---] the front matter that begins here has no end
                Add a line `---` after the last key.
            procedures/Con_A.yaml:1:1 C101 [whole file] `Con_A` is not an id
                Write `con-a`: 1–64 small letters without marks, digits, single hyphens.
            procedures/alone.md:1:1 C020 [whole file] this prose has no record `alone.yaml`
                Write `alone.yaml` beside it, or put the record at the top between two lines `---`.
            procedures/anchor.yaml:1:8 C003 [&a] content does not use &, * of YAML
                Write the value out; put text that begins with &, * or ! in double quotes.
            procedures/b/a.md:1:1 C019 [whole file] `a` already exists in `content/procedures/a.yaml`
                Rename one of them, or merge the two.
            procedures/broken.yaml:1:8 C001 ["] this is not YAML: unclosed quote
                Check indentation, the space after each colon, and that brackets and quotes are closed; put text with a colon in double quotes.
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
            offices/y.yaml:4:22 C102 [T3] `T3` is not taken here
                Use one of: mon, tue, wed, thu, fri, sat, sun.
            offices/y.yaml:4:49 C117 ["8:00"] `08:00` is not an opening hour
                Write hour:minute in quotes, opening before closing: from: "07:30", until: "11:30".
            offices/y.yaml:4:78 C117 [7h30] `7h30` is not an opening hour
                Write hour:minute in quotes, opening before closing: from: "07:30", until: "11:30".
            offices/y.yaml:5:17 C204 [107.08] this is not a position on earth
                Write `position: {lat: 20.95, lon: 107.08}`, in degrees.
        "#]],
    );
}

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
            procedures/x.yaml:8:5 C110 [{channel: online, time: 5 ngày, fee: miễn phí}] there is no time limit for: cot × counter × evn × 2026-11-23; cot × counter × npc × 2026-11-23; counter × evn × 2026-11-23; … (+1)
                Add a row to `terms` with `time` for it, or `unconfirmed: [time]`.
            procedures/x.yaml:8:5 C110 [{channel: online, time: 5 ngày, fee: miễn phí}] there is no fee for: cot × counter × evn × 2026-11-23; cot × counter × npc × 2026-11-23; counter × evn × 2026-11-23; … (+1)
                Add a row to `terms` with `fee` for it, or `unconfirmed: [fee]`.
        "#]],
    );
    reports(
        &record(
            "  - {time: 5 ngày, fee: miễn phí}\n  - {case: cot, time: 7 ngày}\n  - {agency: npc, time: 3 ngày}",
        ),
        &expect![[r#"
            procedures/x.yaml:10:5 C111 [{agency: npc, time: 3 ngày}] two rows give a different time limit for: cot × online × npc × 2026-11-23
                Add a row for exactly that, or correct one; the other is on line 9.
        "#]],
    );
    reports(
        &record("  - {time: 5 ngày, fee: miễn phí, until: 2026-12-31}\n  - {time: 7 ngày, from: 2027-01-02}"),
        &expect![[r#"
            procedures/x.yaml:5:9 C125 [{id: cot, title: Cột}] nothing is different in the case `cot`
                Delete it, or add a row with `case: cot`.
            procedures/x.yaml:8:5 C110 [{time: 5 ngày, fee: miễn phí, until: 2026-12-31}] there is no time limit for: cot × counter × evn × 2027-01-01; cot × counter × npc × 2027-01-01; cot × online × evn × 2027-01-01; … (+5)
                Add a row to `terms` with `time` for it, or `unconfirmed: [time]`.
            procedures/x.yaml:8:5 C110 [{time: 5 ngày, fee: miễn phí, until: 2026-12-31}] there is no fee for: cot × counter × evn × 2027-01-01; cot × counter × evn × 2027-01-02; cot × counter × npc × 2027-01-01; … (+13)
                Add a row to `terms` with `fee` for it, or `unconfirmed: [fee]`.
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
        procedures/x.yaml:4:26 C009 [[x]] this should be text, not a list
            Write text here.
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
                Use one style in a file: hoà, thuỷ or hòa, thủy.
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
fn prose() {
    reports(
        "\
-- content/procedures/x.yaml --
title: X
field: cap-dien
agency: evn
cases: [{id: cot, title: Cột}]
terms: [{time: 5 ngày làm việc, fee: 50.000 đ}]
-- content/procedures/x.md --
## Giấy tờ

Xem <b>kỹ</b> [đây](#giay-to), [kia](#giayto), [xa](http://evn.com.vn), [nữa](javascript:alert(1)).

#### Bản sao

Giải quyết trong 5 ngày làm việc, không quá 10 ngày làm việc; 50.000 đ hoặc 60.000 đ.

![](../files/a.png) [](https://evn.com.vn) [y](y.yaml) [x](x.yaml) [thủ tục](/thu-tuc/xx/) [trang](/gioi-thieu/#o-dau)

<div>khối</div>

[được](../pages/gioi-thieu.md#o-day) [được](/thu-tuc/x/) [được](mailto:a@evn.vn) [tệp](../files/don.pdf)
-- content/pages/gioi-thieu.md --
---
title: Giới thiệu
---
## Ở đây
-- content/pages/about.en.md --
---
title: About
---
Words
-- content/files/don.pdf --
%PDF-1.7
-- content/files/sai.pdf --
<html>
",
        &expect![[r#"
            files/sai.pdf:1:1 C304 [whole file] the file is not what `.pdf` says
                Save it again in its format; pdf, doc, docx, xls, xlsx, odt, ods, zip, png, jpg and webp are taken.
            pages/about.en.md:1:1 C413 [whole file] the page `about` has no text in `vi`
                Write about.md; a translation goes with it.
            procedures/x.md:3:5 C404 [<b>] prose has no HTML in it
                Use Markdown; write a < as \<.
            procedures/x.md:3:10 C404 [</b>] prose has no HTML in it
                Use Markdown; write a < as \<.
            procedures/x.md:3:15 C414 [[đây](#giay-to)] the link `đây` does not say where it leads
                Write the name of the page or what one can do there: [Fees in force](…).
            procedures/x.md:3:32 C407 [[kia](#giayto)] there is no heading `#giayto`
                Use one of: giay-to, ban-sao.
            procedures/x.md:3:48 C409 [[xa](http://evn.com.vn)] `http://evn.com.vn` is no https link
                Links elsewhere are https://…; mail and phone are mailto: and tel:.
            procedures/x.md:3:73 C409 [[nữa](javascript:alert(1))] `javascript:alert(1)` is no https link
                Links elsewhere are https://…; mail and phone are mailto: and tel:.
            procedures/x.md:5:1 C405 [#### Bản sao] the heading jumps to level 4
                Use level 3.
            procedures/x.md:7:45 C411 [10 ngày làm việc] the prose says `10 ngày làm việc`, which no row of `terms` does
                Correct one of them, or leave the figure out of the prose.
            procedures/x.md:7:77 C412 [60.000 đ] the prose says `60.000 đ`, which no row of `terms` does
                Correct one of them, or leave the amount out of the prose.
            procedures/x.md:9:1 C406 [![](../files/a.png)] `../files/a.png` leads nowhere
                Write the relative path of a file in content, or an address of the site like /thu-tuc/an-id/.
            procedures/x.md:9:1 C408 [![](../files/a.png)] the picture has no text
                Say what it shows: ![Connection diagram](…).
            procedures/x.md:9:21 C410 [[](https://evn.com.vn)] the link has no words
                Say in [ ] where it leads.
            procedures/x.md:9:44 C406 [[y](y.yaml)] `y.yaml` leads nowhere
                Write `x.yaml`.
            procedures/x.md:9:68 C406 [[thủ tục](/thu-tuc/xx/)] `/thu-tuc/xx/` leads nowhere
                Write `/thu-tuc/x/`.
            procedures/x.md:9:92 C407 [[trang](/gioi-thieu/#o-dau)] there is no heading `#o-dau`
                Use one of: o-day.
            procedures/x.md:11:1 C404 [<div>khối</div>] prose has no HTML in it
                Use Markdown; write a < as \<.
            procedures/x.yaml:4:9 C125 [{id: cot, title: Cột}] nothing is different in the case `cot`
                Delete it, or add a row with `case: cot`.
        "#]],
    );
}

#[test]
fn records_together() {
    reports(
        "\
-- content/fields.yaml --
cap-dien: {title: Cấp điện}
thua: {title: Thừa}
-- content/legal.yaml --
luat: {number: 61/2024/QH15, title: Luật Điện lực, until: 2025-01-01}
-- content/procedures/a.yaml --
title: A
field: cap-dien
agency: evn
legal: [luat]
cases: [{id: cot, title: Cột}]
unconfirmed: [time, fee]
related: {before: [b], together: [a], after: [nhap, bo]}
aliases: [/cu/, /thu-tuc/b/]
reviewed: 2025-01-01
documents: [{name: Đơn, form: files/dom.pdf}]
-- content/procedures/b.yaml --
title: B
field: cap-dien
agency: evn
unconfirmed: [time, fee]
related: {before: [a]}
aliases: [/cu]
reviewed: 2027-01-01
channels: [{kind: counter, offices: [pgd-*]}]
-- content/procedures/bo.yaml --
title: Bỏ
field: cap-dien
agency: evn
status: {state: withdrawn, replaced_by: b}
-- content/procedures/nhap.yaml --
title: Nháp
field: cap-dien
agency: evn
unconfirmed: [time, fee]
status: draft
-- content/journeys/nha.yaml --
title: Nhà
steps: [{procedure: a}, {procedure: b}, {procedure: a}]
-- content/files/don.pdf --
%PDF-1.7
-- content/search-golden.tsv --
# query, procedure
cap dien\ta
cap dien moi\tkhong-co
hong
",
        &expect![[r#"
            audiences.yaml:1:1 C305 [ho-gia-dinh] nothing uses the audience `ho-gia-dinh`
                Delete it, or use it in a procedure.
            fields.yaml:2:1 C305 [thua] nothing uses the field `thua`
                Delete it, or use it in a procedure.
            journeys/nha.yaml:2:21 C320 [a] `a` has to come after `b` (`related.before`), but stands before it
                Move the step `b` before `a`.
            journeys/nha.yaml:2:53 C307 [a] the journey comes through `a` twice
                Remove one of the steps.
            papers.yaml:1:1 C305 [can-cuoc] nothing uses the paper `can-cuoc`
                Delete it, or use it in a procedure.
            procedures/a.yaml:4:9 C124 [luat] `luat` was in force until 2025-01-01 only
                Name the text in its place, or correct `until` in legal.yaml.
            procedures/a.yaml:7:20 C306 [b] each of these has to come before the other: a → b → a
                Remove one id from `related.before`.
            procedures/a.yaml:7:35 C308 [a] `a` is related to itself
                Delete it.
            procedures/a.yaml:7:47 C127 [nhap] `nhap` is a draft and has no page
                Publish `nhap`, or remove this.
            procedures/a.yaml:7:53 C126 [bo] `bo` is withdrawn
                Lead to the procedure in its place.
            procedures/a.yaml:8:17 C309 [/thu-tuc/b/] `/thu-tuc/b` is already the address of `/thu-tuc/b/`
                Remove it from one of the two.
            procedures/a.yaml:9:11 C122 [2025-01-01] it was due for review on 2026-01-01
                Compare it with its sources, then set `reviewed` to today.
            procedures/a.yaml:10:31 C303 [files/dom.pdf] there is no form `files/dom.pdf`
                Write `files/don.pdf`.
            procedures/b.yaml:6:11 C309 [/cu] `/cu` is already the address of `content/procedures/a.yaml`
                Remove it from one of the two.
            procedures/b.yaml:7:11 C123 [2027-01-01] 2027-01-01 has not come yet
                Write the day on which somebody did look.
            procedures/b.yaml:8:38 C302 [pgd-*] no office matches `pgd-*`
                Correct the pattern; `*` stands for any letters: ttphcc-*.
            search-golden.tsv:3:14 C301 [khong-co] there is no procedure `khong-co`
                Add `khong-co` to content/procedures.
            search-golden.tsv:4:1 C311 [hong] this line lacks a query or a procedure
                Write: query, a tab, the procedure's id.
        "#]],
    );
}

#[test]
fn site_settings_and_calendars() {
    let mut sources = sources("");
    sources.files.retain(|it| &*it.path != "content/calendar/2027.yaml");
    sources.config_file = SourceFile::new(
        "site.toml",
        "[owner]\npopular = [\"khong-co\"]\n[check.allow]\nreveiw-overdue = \"x\"\n",
    );
    sources.config.check.allow.insert("reveiw-overdue".to_owned(), "x".to_owned());
    sources.config.owner.popular = vec!["khong-co".to_owned()];
    expect![[r#"
        site.toml:2:13 C301 [khong-co] there is no procedure `khong-co`
            Add `khong-co` to content/procedures.
        site.toml:4:1 C312 [reveiw-overdue] there is no rule `reveiw-overdue`
            Write `review-overdue`.
    "#]]
    .assert_eq(&shown(&sources, Language::En));
}

#[test]
fn an_owner_whom_nobody_could_reach() {
    let mut all = String::new();
    for (email, feedback, hotline) in [
        ("gop-y", "", ""),
        ("", "http://dichvucong.gov.vn/gop-y", ""),
        ("", "https://la.vn/gop-y", ""),
        ("", "https://d\u{456}chvucong.gov.vn/", ""),
        ("", "mailto:a@", "gọi"),
        ("a@b.vn", "https://a.npc.com.vn/?x=1", "1900 6769"),
    ] {
        let mut sources = sources("");
        let owner = &mut sources.config.owner;
        (owner.email, owner.feedback, owner.hotline) = (email.into(), feedback.into(), hotline.into());
        let text =
            format!("[owner]\nemail = \"{email}\"\nfeedback = \"{feedback}\"\nhotline = \"{hotline}\"\n");
        sources.config_file = SourceFile::new("site.toml", text);
        all.push_str(&shown(&sources, Language::En));
    }
    expect![[r#"
        site.toml:2:10 C116 [gop-y] `gop-y` is not a mail address
            Write it like `name@domain.vn`.
        site.toml:3:13 C107 [http://dichvucong.gov.vn/gop-y] `http://dichvucong.gov.vn/gop-y` does not begin with https://
            Write `https://dichvucong.gov.vn/gop-y`.
        site.toml:3:13 C108 [https://la.vn/gop-y] `feedback` leads to `la.vn`, which `apply_hosts` does not allow
            Correct the address, or add "la.vn" to `apply_hosts` under `[links]` in site.toml.
        site.toml:3:13 C107 [https://dіchvucong.gov.vn/] the host of `https://dіchvucong.gov.vn/` has letters that imitate others
            Type the address anew instead of pasting it.
        site.toml:3:13 C116 [mailto:a@] `mailto:a@` is not a mail address
            Write it like `name@domain.vn`.
        site.toml:4:12 C115 [gọi] `gọi` is not a phone number
            Write digits, spaces, dots, parentheses: 1900 6769.
    "#]].assert_eq(&all);
}

#[test]
fn the_calendar_of_the_next_year_is_asked_for_in_december() {
    let without = |fixture: &str| {
        let mut sources = sources(fixture);
        sources.files.retain(|it| &*it.path != "content/calendar/2027.yaml");
        sources
    };
    let codes = |sources: &Sources, day: &str| -> Vec<&'static str> {
        let report = check(sources, day.parse().expect("a day")).1;
        report.diagnostics.iter().map(|it| it.rule.code).filter(|it| it.starts_with("C20")).collect()
    };
    let good = without(GOOD);
    let cases: [(&str, &[&str]); 7] = [
        ("2026-11-30", &[]),
        ("2026-12-01", &["C205"]),
        ("2026-12-19", &["C205"]),
        ("2026-12-20", &["C205"]),
        // Seven working days from here end on 31 December.
        ("2026-12-22", &["C205"]),
        ("2026-12-23", &["C206"]),
        ("2027-01-04", &["C206"]),
    ];
    for (day, expected) in cases {
        assert_eq!(codes(&good, day), expected, "{day}");
    }
    assert_eq!(codes(&sources(GOOD), "2026-12-31"), [""; 0], "it is there");
    let draft = without(&format!("{GOOD}status: draft\n"));
    assert_eq!(codes(&draft, "2026-12-31"), ["C205"], "nobody sees its dates");
    let mut none = without(GOOD);
    none.files.retain(|it| !it.path.starts_with("content/calendar"));
    assert_eq!(codes(&none, "2026-12-31"), ["C205", "C205"], "a site without calendars shows no dates");
}

#[test]
fn papers_and_lists() {
    reports(
        "\
-- content/procedures/x.yaml --
title: X
field: cap-dien
agency: evn
audiences: [ho-gia-dinh, ho-gia-dinh]
online: {level: full}
terms:
  - {time: ngay, fee: miễn phí, from: 2026-02-01, until: 2026-01-01}
documents:
  - {copies: 1}
  - any_of: [{paper: can-cuoc}]
  - {paper: can-cuoc, name: Căn cước}
aliases: [https://cu.vn/a, ../a]
apply:
  - https://la.vn/
  - {url: https://cskh.npc.com.vn/a, case: nao}
-- content/procedures/y.yaml --
title: Y
field: cap-dien
agency: evn
online: {level: full}
unconfirmed: [time, fee]
",
        &expect![[r#"
            procedures/x.yaml:4:26 C120 [ho-gia-dinh] `ho-gia-dinh` is in this list already
                Delete one of the two.
            procedures/x.yaml:7:58 C106 [2026-01-01] it begins on 2026-02-01, after it ends on 2026-01-01
                Correct one of the dates; `from` is not after `until`.
            procedures/x.yaml:9:6 C119 [copies] a paper needs exactly one of `paper`, `name`, `any_of`
                Use `paper` for an entry of papers.yaml, `name` for free text.
            procedures/x.yaml:10:13 C118 [[{paper: can-cuoc}]] `any_of` needs at least two papers
                Add an alternative, or write `paper: …` directly.
            procedures/x.yaml:11:6 C119 [paper] a paper needs exactly one of `paper`, `name`, `any_of`
                Use `paper` for an entry of papers.yaml, `name` for free text.
            procedures/x.yaml:12:11 C121 [https://cu.vn/a] `https://cu.vn/a` is not an earlier address
                Write a path from the site's root without `..`: /old/path/.
            procedures/x.yaml:12:28 C121 [../a] `../a` is not an earlier address
                Write a path from the site's root without `..`: /old/path/.
            procedures/x.yaml:14:5 C108 [https://la.vn/] `apply` leads to `la.vn`, which site.toml does not allow
                Correct the address, or add "la.vn" to `apply_hosts` under `[links]` in site.toml.
            procedures/x.yaml:15:44 C301 [nao] there is no case `nao`
                Add `nao` to `cases`.
            procedures/y.yaml:4:9 C109 [{level: full}] the level is `full` but there is no `apply`
                Add `apply: https://…`, or `unconfirmed: [apply]` while nobody knows it.
        "#]],
    );
}

#[test]
fn what_the_site_allows_is_not_reported() {
    let mut sources = sources("-- content/other.yaml --\na: 1\n");
    sources.config.check.allow.insert("unknown-file".to_owned(), "kept for the office".to_owned());
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

/// A record without times and fees.
fn bare(id: &str, more: &str) -> String {
    let head = "title: A\nfield: cap-dien\nagency: evn\nunconfirmed: [time, fee]\naudiences: [ho-gia-dinh]";
    format!("-- content/procedures/{id}.yaml --\n{head}\n{more}\n")
}

#[test]
fn what_a_step_of_a_journey_waits_for_comes_before_it() {
    let papers = "-- content/papers.yaml --
giay-phep: {title: Giấy phép, obtained_by: xin}
so-do: {title: Sổ đỏ, obtained_by: cap-so}
";
    let journey = "-- content/journeys/nha.yaml --
title: Nhà
steps: [{procedure: lap}, {procedure: kiem, or: true}, {procedure: xin}, {procedure: hoi}]
";
    let records = [
        bare("lap", "documents: [{paper: giay-phep}, {paper: so-do}]\nrelated: {before: [hoi, kiem]}"),
        bare("kiem", "documents: [{any_of: [{paper: giay-phep}, {name: Đơn}]}]"),
        bare("xin", ""),
        bare("hoi", "documents: [{paper: giay-phep}]"),
        bare("cap-so", ""),
    ];
    reports(
        &format!("{papers}{journey}{}", records.concat()),
        &expect![[r#"
        journeys/nha.yaml:2:21 C320 [lap] `lap` has to come after `hoi` (`related.before`), but stands before it
            Move the step `hoi` before `lap`.
        journeys/nha.yaml:2:21 C320 [lap] `lap` has to come after `xin` (needs the paper `giay-phep`), but stands before it
            Move the step `xin` before `lap`.
        journeys/nha.yaml:2:21 C322 [lap] `lap` needs the paper `so-do` from `cap-so`, which is no step of the journey
            Add a step `{procedure: cap-so}` before this one.
    "#]],
    );
}

#[test]
fn nobody_could_begin_where_papers_go_round() {
    let papers = "-- content/papers.yaml --
a: {title: A, obtained_by: p}
b: {title: B, obtained_by: q}
c: {title: C, obtained_by: own}
";
    let records = [
        bare("p", "documents: [{paper: b}]"),
        bare("q", "documents: [{paper: a}]"),
        bare("own", "documents: [{paper: c}]"),
    ];
    reports(
        &format!("{papers}{}", records.concat()),
        &expect![[r#"
        papers.yaml:2:28 C321 [q] each of these waits for the next, through a paper that it yields: p → q → p
            Look at `obtained_by` of the paper and `documents` of the procedures: one is wrong.
        papers.yaml:3:28 C321 [own] each of these waits for the next, through a paper that it yields: own → own
            Look at `obtained_by` of the paper and `documents` of the procedures: one is wrong.
    "#]],
    );
}

/// Questions over the procedures `a` and `b`; the outcomes are the test's.
fn table(outcomes: &str) -> String {
    let records =
        [bare("a", "cases: [{id: cot, title: Cột}]\ndocuments: [{name: Đơn, case: cot}]"), bare("b", "")];
    format!(
        "{}-- content/choices/chon.yaml --
title: Chọn
questions:
  - id: luoi
    title: Lưới nào?
    answers: [{{id: ha-ap, title: Hạ áp}}, {{id: trung-ap, title: Trung áp}}]
  - id: ai
    title: Ai dùng?
    answers: [{{id: ho, title: Hộ}}, {{id: hang, title: Hãng}}, {{id: khac, title: Khác}}]
outcomes:
{outcomes}",
        records.concat()
    )
}

const COMPLETE: &str = "  - {when: [ha-ap, ho], procedure: a, case: cot}
  - {when: [ha-ap, hang], procedure: b}
  - {when: [ha-ap, khac], call: Hỏi EVN., agency: evn}
  - {when: [trung-ap], procedure: b}
";

#[test]
fn a_table_that_ends_in_one_outcome_each_time_is_read() {
    let sources = sources(&table(COMPLETE));
    assert_eq!(shown(&sources, Language::En), "");
    let (catalogue, _) = run(&sources);
    let choice = &catalogue.choices[0];
    assert_eq!(choice.combinations().count(), 6);
    assert!(choice.combinations().all(|it| choice.possible(&it).len() == 1));
    assert_eq!(choice.next_question(&[Some(1)]), None, "who uses it does not matter there");
}

#[test]
fn a_table_with_holes_and_doubts() {
    let outcomes = "  - {when: [ha-ap, ho], procedure: a, case: cop}
  - {when: [ha-ap], procedure: b}
  - {when: [ha-ap, hang], call: Hỏi.}
  - {when: [trung-ap, ho, hag], procedure: c}
  - {when: [trung-ap, ho]}
  - {when: [trung-ap, khac], procedure: b, call: Hỏi.}
";
    reports(
        &table(outcomes),
        &expect![[r#"
        choices/chon.yaml:13:27 C301 [hag] there is no answer `hag`
            Write `hang`, or add `hag` to `answers`.
        choices/chon.yaml:13:44 C301 [c] there is no procedure `c`
            Write `a`, or add `c` to content/procedures.
        choices/chon.yaml:14:6 C327 [when] an outcome has either `procedure` or `call`
            Write `procedure: <id>`, or `call: …` where no procedure fits.
        choices/chon.yaml:15:6 C327 [when] an outcome has either `procedure` or `call`
            Write `procedure: <id>`, or `call: …` where no procedure fits.
    "#]],
    );
    let outcomes = "  - {when: [ha-ap, ho], procedure: a, case: cop}
  - {when: [ha-ap], procedure: b}
  - {when: [ha-ap, hang], call: Hỏi.}
  - {when: [trung-ap, ho], procedure: b}
";
    reports(
        &table(outcomes),
        &expect![[r#"
            choices/chon.yaml:10:3 C324 [- {when: [ha-ap, ho], procedure: a, case: cop}] answers that have no outcome: trung-ap + hang (2 such combinations in all)
                Add `{when: [trung-ap, hang], procedure: …}`, or `call: …` where no procedure fits.
            choices/chon.yaml:11:5 C325 [{when: [ha-ap], procedure: b}] this outcome and outcome 1 both fit ha-ap + ho
                Add an answer to `when` of one of the two, to tell them apart.
            choices/chon.yaml:12:5 C326 [{when: [ha-ap, hang], call: Hỏi.}] no answer leads to this outcome: those above already fit everything it is for
                Delete it, or narrow `when` of one above.
        "#]],
    );
    let outcomes = "  - {when: [ha-ap], procedure: a}
  - {when: [trung-ap, ha-ap, ho, hang], procedure: b}
";
    reports(
        &table(outcomes),
        &expect![[r#"
            choices/chon.yaml:10:3 C324 [- {when: [ha-ap], procedure: a}] answers that have no outcome: trung-ap + khac (1 such combinations in all)
                Add `{when: [trung-ap, khac], procedure: …}`, or `call: …` where no procedure fits.
            choices/chon.yaml:11:5 C325 [{when: [trung-ap, ha-ap, ho, hang], procedure: b}] this outcome and outcome 1 both fit ha-ap + ho
                Add an answer to `when` of one of the two, to tell them apart.
        "#]],
    );
    let outcomes = "  - {when: [ha-ap], procedure: a}\n  - {when: [trung-ap], procedure: b}\n";
    reports(
        &table(outcomes),
        &expect![[r#"
            choices/chon.yaml:6:5 C326 [id: ai] the question `ai` decides no outcome
                Delete the question, or name its answers in `when`.
        "#]],
    );
    reports(
        &table(&COMPLETE.replace("case: cot", "case: cop")),
        &expect![[r#"
        choices/chon.yaml:10:45 C301 [cop] there is no case `cop`
            Write `cot`, or add `cop` to `cases`, a.
    "#]],
    );
    let empty = "-- content/choices/chon.yaml --\ntitle: Chọn\nquestions: []\noutcomes: []\n";
    reports(
        empty,
        &expect![[r#"
        choices/chon.yaml:2:12 C323 [[]] 0 questions, 1 combinations: 1 to 6 questions, at most 500 combinations
            Remove questions that decide nothing, or make two files of it.
    "#]],
    );
}

/// Whatever one cell becomes, the proof breaks: nobody is led elsewhere unseen.
#[test]
fn a_changed_cell_is_noticed() {
    let answers = ["ha-ap", "trung-ap", "ho", "hang", "khac"];
    let mut seen = 0;
    for (at, cell) in answers.iter().flat_map(|it| COMPLETE.match_indices(*it)) {
        for other in answers.iter().filter(|it| **it != cell) {
            // The end of the row is no cell of the table.
            let changed = format!("{}{other}{}", &COMPLETE[..at], &COMPLETE[at + cell.len()..]);
            let found = shown(&sources(&table(&changed)), Language::En);
            assert!(found.contains(" C32"), "{changed}\n{found}");
            seen += 1;
        }
    }
    assert_eq!(seen, 28);
    for row in COMPLETE.lines() {
        let without = COMPLETE.replace(&format!("{row}\n"), "");
        assert!(shown(&sources(&table(&without)), Language::En).contains("C324"), "{without}");
    }
}

#[test]
fn queries_are_not_told_how_to_spell() {
    let files = "-- content/search-golden.tsv --\nhuỷ hợp đồng\t-\nhủy hợp đồng\t-\nhu\u{309}y ho\u{31b}\u{323}p\t-\n";
    let (_, report) = run(&sources(files));
    let here = report.diagnostics.iter().filter(|it| it.path.ends_with("golden.tsv"));
    assert_eq!(here.map(|it| it.rule.name).collect::<Vec<_>>(), [""; 0]);
}
