//! Records beside each other.

use expect_test::expect;

use crate::check::tests::{GOOD, bare, reports, run, shown, sources};
use crate::diagnostic::Language;
use crate::source::{Refusal, Refused, SourceFile, Sources};

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
                Once it is ready delete the line `status: draft` of `nhap`; until then remove this.
            procedures/a.yaml:7:53 C126 [bo] `bo` is withdrawn
                Write the procedure in its place; where there is none, remove this.
            procedures/a.yaml:8:17 C309 [/thu-tuc/b/] `/thu-tuc/b` is already the address of the procedure `b`
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
            search-golden.tsv:4:1 C311 [hong] this line is not one query and one procedure
                Write: query, a tab, the procedure's id.
        "#]],
    );
}

#[test]
fn two_cases_of_one_id_were_two_pages_that_want_one_file() {
    let record = "\
cases:
  - {id: cot, title: Dựng cột}
  - {id: day, title: Kéo dây}
  - {id: cot, title: Dời cột}
documents: [{name: Đơn, case: cot}]";
    reports(
        &bare("a", record),
        &expect![[r#"
        procedures/a.yaml:9:10 C120 [cot] the id `cot` is that of the item in line 7 already
            Give one of the two another id, or merge them.
    "#]],
    );
}

#[test]
fn a_shared_file_that_is_no_yaml_made_every_mention_of_its_entries_a_mistake() {
    let record = bare("a", "legal: [luat]\ndocuments: [{paper: can-cuoc}, {paper: ho-khau}]");
    reports(
        &format!(
            "{record}\
-- content/papers.yaml --
can-cuoc: {{title: \"Căn cước}}
-- content/legal.yaml --
- luat
-- content/fields.yaml --
cap-dien: {{title: Cấp điện
-- content/audiences.yaml --
ho-gia-dinh: {{title: Hộ}}
khac: {{title: Khác}}
"
        ),
        &expect![[r#"
            fields.yaml:1:11 C001 [{] this `{` is never closed
                Add `}` where it ends, mostly at the end of this line. The file ends here: if more of it was lost, bring back what it was.
            legal.yaml:1:1 C009 [- luat] this should be a map from ids to entries, not a list
                Write a map from ids to entries here.
            papers.yaml:1:19 C001 ["] this `"` is never closed
                Add `"` where it ends, mostly at the end of this line. The file ends here: if more of it was lost, bring back what it was.
        "#]],
    );
}

#[test]
fn what_a_broken_record_may_use_was_said_to_be_used_by_nobody() {
    let record = bare("a", "documents: [{paper: can-cuoc}]\nlegal: [luat]\nrelated: {after: [hong, khac]}");
    let fields = "-- content/fields.yaml --\ncap-dien: {title: Cấp điện}\nthua: {title: Thừa}\n";
    let hong = |text: &str| format!("-- content/procedures/hong.yaml --\n{text}\n");
    let khac = |text: &str| format!("-- content/procedures/khac.md --\n---\n{text}\n---\nChữ.\n");
    let whole = "title: A\nfield: cap-dien\nagency: evn\nunconfirmed: [time, fee]";
    reports(
        &format!("{record}{fields}{}{}", hong(whole), khac(whole)),
        &expect![[r#"
            fields.yaml:2:1 C305 [thua] nothing uses the field `thua`
                Delete it, or use it in a procedure.
            procedures/khac.md:2:8 C317 [A] `A` is the title of the procedure of the same agency at content/procedures/hong.yaml:1 already
                If this was copied to write another procedure, change its `title` and go through each line; if it is one copy too many, delete it.
        "#]],
    );
    reports(
        &format!("{record}{fields}{}{}", hong("title: \"A"), khac(whole)),
        &expect![[r#"
            procedures/hong.yaml:1:8 C001 ["] this `"` is never closed
                Add `"` where it ends, mostly at the end of this line. The file ends here: if more of it was lost, bring back what it was.
        "#]],
    );
    // Below a key that is none, and in what is no list, ids are not read.
    let papers = "-- content/papers.yaml --\ncan-cuoc: {title: A}\nho-chieu: {title: B}\nthua: {title: C}\n";
    for keys in [
        "document: [{paper: can-cuoc}, {paper: ho-chieu}]",
        "documents:\n  can-cuoc: {copies: 1}\n  ho-chieu:\n    note: \"Nếu có, nộp\"\n    copies: 1",
    ] {
        let told = shown(&sources(&format!("{}{papers}{fields}", bare("a", keys))), Language::En);
        let is_idle = |it: &str| told.contains(&format!("C305 [{it}]"));
        assert_eq!(["can-cuoc", "ho-chieu", "thua"].map(is_idle), [false, false, true], "{told}");
    }
    reports(
        &format!("{record}{fields}{}{}", hong(whole), khac("title: \"A")),
        &expect![[r#"
            procedures/khac.md:2:8 C001 ["] this `"` is never closed
                Add `"` where it ends, mostly at the end of this line.
        "#]],
    );
}

#[test]
fn a_shared_file_that_cannot_be_taken_is_told_once() {
    let mut sources = sources(&bare("a", "documents: [{paper: can-cuoc}]\nrelated: {after: [hong]}"));
    sources.files.retain(|it| &*it.path != "content/papers.yaml");
    for path in ["content/papers.yaml", "content/procedures/hong.yaml"] {
        sources.refused.push(Refused { path: path.to_owned(), why: Refusal::NotUtf8 { offset: 4 } });
    }
    expect![[r#"
        papers.yaml:1:1 C011 [whole file] the file is not UTF-8 (from byte 5 on)
            Open it and save it as UTF-8: in Notepad that is “Save as”, “Encoding”.
        procedures/hong.yaml:1:1 C011 [whole file] the file is not UTF-8 (from byte 5 on)
            Open it and save it as UTF-8: in Notepad that is “Save as”, “Encoding”.
    "#]]
    .assert_eq(&shown(&sources, Language::En));
}

#[test]
fn prose_that_begins_with_a_line_is_no_second_record() {
    let prose = "-- content/procedures/a.md --\n---\nLời.\n";
    reports(
        &format!("{}{prose}", bare("a", "")),
        &expect![[r#"
        procedures/a.md:1:1 C017 [---] the front matter that begins here has no end
            Add a line `---` after the last key.
    "#]],
    );
}

#[test]
fn a_registry_that_was_lost_or_emptied_was_told_by_each_record() {
    let records = "\
-- content/fields.yaml --
# trống
-- content/procedures/x.yaml --
title: X
field: cap-dien
agency: evn
unconfirmed: [time, fee]
-- content/procedures/y.yaml --
title: Y
field: khac
agency: npc
unconfirmed: [time, fee]
-- content/procedures/z.yaml --
title: Z
field: cap-dien
agency: evn
unconfirmed: [time, fee]
";
    let mut sources = sources(records);
    sources.files.retain(|it| !it.path.starts_with("content/agencies/"));
    let said = [Language::Vi, Language::En].map(|it| shown(&sources, it)).concat();
    expect![[r#"
        agencies:1:1 C301 [whole file] Chưa có cơ quan nào, mà content/procedures/x.yaml:3 nhắc đến `evn`, và 2 chỗ nữa cũng vậy
            Thêm `evn` vào content/agencies; nếu chỗ đó bị mất hoặc bị xoá trắng thì lấy lại bản trước.
        audiences.yaml:1:1 C305 [ho-gia-dinh] Không ai dùng đối tượng `ho-gia-dinh`
            Xoá mục này, hoặc dùng nó trong một thủ tục.
        fields.yaml:1:1 C301 [whole file] Chưa có lĩnh vực nào, mà content/procedures/x.yaml:2 nhắc đến `cap-dien`, và 2 chỗ nữa cũng vậy
            Thêm `cap-dien` vào content/fields.yaml; nếu chỗ đó bị mất hoặc bị xoá trắng thì lấy lại bản trước.
        legal.yaml:1:1 C305 [luat] Không ai dùng văn bản `luat`
            Xoá mục này, hoặc dùng nó trong một thủ tục.
        papers.yaml:1:1 C305 [can-cuoc] Không ai dùng giấy tờ `can-cuoc`
            Xoá mục này, hoặc dùng nó trong một thủ tục.
        agencies:1:1 C301 [whole file] there is no agency at all, and content/procedures/x.yaml:3 names `evn`, and 2 more do so
            Add `evn` to content/agencies; if that was lost or emptied, bring back what it was.
        audiences.yaml:1:1 C305 [ho-gia-dinh] nothing uses the audience `ho-gia-dinh`
            Delete it, or use it in a procedure.
        fields.yaml:1:1 C301 [whole file] there is no field at all, and content/procedures/x.yaml:2 names `cap-dien`, and 2 more do so
            Add `cap-dien` to content/fields.yaml; if that was lost or emptied, bring back what it was.
        legal.yaml:1:1 C305 [luat] nothing uses the legal text `luat`
            Delete it, or use it in a procedure.
        papers.yaml:1:1 C305 [can-cuoc] nothing uses the paper `can-cuoc`
            Delete it, or use it in a procedure.
    "#]].assert_eq(&said);
}

#[test]
fn a_shared_file_under_a_misspelt_name_was_told_by_each_record_that_names_its_entries() {
    for misspelt in ["content/field.yaml", "content/fields.yml"] {
        let mut sources = sources(GOOD);
        let at = sources.files.iter().position(|it| &*it.path == "content/fields.yaml").expect("fields");
        let fields = sources.files.remove(at);
        if misspelt.ends_with("yml") {
            sources.refused.push(Refused { path: misspelt.to_owned(), why: Refusal::UnknownKind });
        } else {
            sources.files.insert(at, SourceFile::new(misspelt, &*fields.text));
        }
        let told: Vec<String> =
            run(&sources).1.diagnostics.iter().map(|it| format!("{} {}", it.rule.code, it.path)).collect();
        assert_eq!(told, [format!("C016 {misspelt}")]);
    }
}

#[test]
fn an_emptied_registry_was_silent_or_told_where_its_entries_are_named() {
    let files = "-- content/glossary.yaml --\n\n-- content/synonyms.yaml --\n\n-- content/fields.yaml --\n\n";
    reports(
        &format!("{files}{}", bare("x", "")),
        &expect![[r#"
            fields.yaml:1:1 C301 [whole file] there is no field at all, and content/procedures/x.yaml:2 names `cap-dien`
                Add `cap-dien` to content/fields.yaml; if that was lost or emptied, bring back what it was.
            glossary.yaml:1:1 C026 [whole file] there is nothing in this file; it should hold the words to explain, each like `an-id: {meaning: …}`
                If it was emptied, bring back what it was; if nobody needs an entry, delete it.
            legal.yaml:1:1 C305 [luat] nothing uses the legal text `luat`
                Delete it, or use it in a procedure.
            papers.yaml:1:1 C305 [can-cuoc] nothing uses the paper `can-cuoc`
                Delete it, or use it in a procedure.
            synonyms.yaml:1:1 C026 [whole file] there is nothing in this file; it should hold the groups of synonyms, each like `an-id: {words: …}`
                If it was emptied, bring back what it was; if nobody needs an entry, delete it.
        "#]],
    );
}

#[test]
fn a_copied_record_was_told_by_each_query_that_found_the_copy() {
    let record = |id: &str| {
        let names = "also_called: [khai sinh con]\nfield: cap-dien\nagency: evn\nunconfirmed: [time, fee]";
        format!("-- content/procedures/{id}.yaml --\ntitle: Khai sinh\n{names}\n")
    };
    let queries = "-- content/search-golden.tsv --\nkhai sinh\tb\nkhai sinh con\tb\nkhai sinh\ta\n";
    let mut sources = sources(&format!("{}{}{queries}", record("a"), record("b")));
    let codes = |sources: &Sources| {
        let (_, report) = crate::pipeline::judge(sources, jiff::civil::date(2026, 11, 23));
        report.diagnostics.iter().map(|it| it.rule.code).collect::<Vec<_>>()
    };
    let told = codes(&sources);
    assert!(told.starts_with(&["C317"]) && told.iter().all(|it| *it != "C313"), "{told:?}");
    sources.config.check.allow.insert("same-title".to_owned(), "both are there".to_owned());
    assert!(codes(&sources).contains(&"C313"), "who lives with it is told what the search finds");
}

#[test]
fn a_query_for_what_was_withdrawn_was_told_to_add_a_name_to_it() {
    let record = bare("cu", "status: withdrawn\nalso_called: [khai sinh con]");
    let queries = "-- content/search-golden.tsv --\nkhai sinh con\tcu\n";
    let (_, report) =
        crate::pipeline::judge(&sources(&format!("{record}{queries}")), jiff::civil::date(2026, 11, 23));
    let told: Vec<_> = report.diagnostics.iter().map(|it| (it.rule.code, &*it.path)).collect();
    assert_eq!(told, [("C126", "content/search-golden.tsv")]);
}

#[test]
fn an_entry_with_an_error_was_told_to_be_deleted() {
    reports(
        "\
-- content/fields.yaml --
cap-dien: {title: Cấp điện}
thua: {title: Thừa}
sai: {titel: Sai}
sau: {title: Sau}
",
        &expect![[r#"
            audiences.yaml:1:1 C305 [ho-gia-dinh] nothing uses the audience `ho-gia-dinh`
                Delete it, or use it in a procedure.
            fields.yaml:1:1 C305 [cap-dien] nothing uses the field `cap-dien`
                Delete it, or use it in a procedure.
            fields.yaml:2:1 C305 [thua] nothing uses the field `thua`
                Delete it, or use it in a procedure.
            fields.yaml:3:7 C006 [titel] there is no key `titel` here
                Write `title`; a key of your own is called `x_titel`.
            fields.yaml:4:1 C305 [sau] nothing uses the field `sau`
                Delete it, or use it in a procedure.
            legal.yaml:1:1 C305 [luat] nothing uses the legal text `luat`
                Delete it, or use it in a procedure.
            papers.yaml:1:1 C305 [can-cuoc] nothing uses the paper `can-cuoc`
                Delete it, or use it in a procedure.
        "#]],
    );
}

#[test]
fn records_in_one_file_were_told_to_become_the_audiences() {
    let told = ["agencies", "agency", "calendar", "pages", "audience", "khac"].map(|it| {
        let files = format!("{}-- content/{it}.yaml --\nevn: {{title: EVN}}\n", bare("x", ""));
        shown(&sources(&files), Language::Vi)
    });
    expect![[r#"
        agencies.yaml:1:1 C016 [whole file] Tệp này không thuộc loại nội dung nào
            Viết mỗi mục thành một tệp riêng: `content/agencies/<mã>.yaml`.
        agency.yaml:1:1 C016 [whole file] Tệp này không thuộc loại nội dung nào
            Viết mỗi mục thành một tệp riêng: `content/agencies/<mã>.yaml`.
        calendar.yaml:1:1 C016 [whole file] Tệp này không thuộc loại nội dung nào
            Viết mỗi mục thành một tệp riêng: `content/calendar/<năm>.yaml`.
        pages.yaml:1:1 C016 [whole file] Tệp này không thuộc loại nội dung nào
            Viết mỗi mục thành một tệp riêng: `content/pages/<tên>.md`.
        audience.yaml:1:1 C016 [whole file] Tệp này không thuộc loại nội dung nào
            Đổi thành `content/audiences.yaml`.
        khac.yaml:1:1 C016 [whole file] Tệp này không thuộc loại nội dung nào
            Đặt vào procedures, agencies, offices, choices, journeys, calendar, pages hoặc files, đuôi .yaml hoặc .md; tệp giữ riêng thì để ngoài content.
    "#]].assert_eq(&told.concat());
}

/// A wrong letter in either place makes one of them a name of nothing, and the other one idle.
#[test]
fn an_entry_was_told_to_be_deleted_where_its_name_was_misspelt() {
    let told = |papers: &str, record: &str| {
        let registry =
            format!("-- content/fields.yaml --\ncap-dien: {{title: A}}\n-- content/papers.yaml --\n{papers}");
        let found = run(&sources(&format!("{registry}{}", bare("x", record)))).1.diagnostics;
        found.iter().map(|it| it.rule.code).collect::<Vec<_>>()
    };
    let both = "can-cuoc: {title: Căn cước}\ngiay-dat: {title: Giấy đất}\n";
    assert_eq!(told(both, "legal: [luat]\ndocuments: [{paper: can-cuoc}]"), ["C305"]);
    assert_eq!(told(both, "legal: [luat]\ndocuments: [{paper: can-cuoc}, {paper: giay-dta}]"), ["C301"]);
    assert_eq!(
        told("can-cuocs: {title: Căn cước}\n", "legal: [luat]\ndocuments: [{paper: can-cuoc}]"),
        ["C301"]
    );
    // Of another kind nothing is to be seen from that.
    assert_eq!(told(both, "legal: [lut]\ndocuments: [{paper: can-cuoc}]"), ["C305", "C301"]);
}
