//! Titles where ids belong.

use expect_test::expect;

use crate::check::tests::{GOOD, bare, reports};

#[test]
fn the_entry_of_a_title_in_the_place_of_an_id_was_not_told() {
    reports(
        &format!(
            "{GOOD}
-- content/agencies/pc.yaml --
title: {{vi: Công ty Điện lực Quảng Ninh, en: Quảng Ninh Power Company}}
short: PC Quảng Ninh
-- content/agencies/a.yaml --
title: Điện lực
-- content/agencies/b.yaml --
title: Điện lực
-- content/procedures/x.yaml --
title: X
field: cấp Điện
agency: cong ty dien luc quang ninh
agencies: {{executing: [PC Quảng Ninh, Quảng Ninh Power Company, Điện lực]}}
audiences: [Hộ gia đình]
unconfirmed: [time, fee]
cases: [{{id: no, title: Do nợ}}]
channels: [{{kind: counter, offices: [Trung tâm]}}]
documents: [{{paper: “Căn cước”, case: do nợ, source: trang evn}}]
legal: [61/2024/QH15, {{text: luật điện lực}}]
related: {{before: [cấp điện mới]}}
sources: {{a: {{title: Trang EVN}}}}
"
        ),
        &expect![[r#"
            procedures/x.yaml:2:8 C101 [cấp Điện] `cấp Điện` is not an id
                Write `cap-dien`: 1–64 small letters without marks, digits, single hyphens.
            procedures/x.yaml:3:9 C301 [cong ty dien luc quang ninh] `cong ty dien luc quang ninh` is what the agency is called; here belongs its id
                Write `pc`.
            procedures/x.yaml:4:24 C301 [PC Quảng Ninh] `PC Quảng Ninh` is what the agency is called; here belongs its id
                Write `pc`.
            procedures/x.yaml:4:39 C301 [Quảng Ninh Power Company] `Quảng Ninh Power Company` is what the agency is called; here belongs its id
                Write `pc`.
            procedures/x.yaml:4:65 C301 [Điện lực] there is no agency `Điện lực`
                Write an id that content/agencies has, or add one there first and write it here.
            procedures/x.yaml:5:13 C101 [Hộ gia đình] `Hộ gia đình` is not an id
                Write `ho-gia-dinh`: 1–64 small letters without marks, digits, single hyphens.
            procedures/x.yaml:8:38 C301 [Trung tâm] `Trung tâm` is what the office is called; here belongs its id
                Write `ttphcc-a`.
            procedures/x.yaml:9:21 C101 [“Căn cước”] `“Căn cước”` is not an id
                Write `can-cuoc`: 1–64 small letters without marks, digits, single hyphens.
            procedures/x.yaml:9:39 C301 [do nợ] `do nợ` is what the case is called; here belongs its id
                Write `no`.
            procedures/x.yaml:9:54 C301 [trang evn] `trang evn` is what the source is called; here belongs its id
                Write `a`.
            procedures/x.yaml:10:9 C301 [61/2024/QH15] `61/2024/QH15` is what the legal text is called; here belongs its id
                Write `luat`.
            procedures/x.yaml:10:30 C301 [luật điện lực] `luật điện lực` is what the legal text is called; here belongs its id
                Write `luat`.
            procedures/x.yaml:11:20 C301 [cấp điện mới] `cấp điện mới` is what the procedure is called; here belongs its id
                Write `moi`.
        "#]],
    );
}

#[test]
fn all_who_name_an_entry_were_told_of_its_key_that_is_no_id() {
    reports(
        &format!(
            "-- content/fields.yaml --\ncap-dien: {{title: Cấp điện}}\ndien luc ha noi: {{title: Khác}}\n\
             -- content/papers.yaml --\ncăn cước: {{title: Căn cước}}\n{}",
            bare(
                "x",
                "documents: [{paper: can-cuoc}, {paper: can-cuoc, source: a-b, note: B}]\nsources: {a b: {title: X}}"
            )
        ),
        &expect![[r#"
            fields.yaml:2:1 C101 [dien luc ha noi] `dien luc ha noi` is not an id
                Write `dien-luc-ha-noi`: 1–64 small letters without marks, digits, single hyphens.
            legal.yaml:1:1 C305 [luat] nothing uses the legal text `luat`
                Delete it, or use it in a procedure.
            papers.yaml:1:1 C101 [căn cước] `căn cước` is not an id
                Write `can-cuoc`: 1–64 small letters without marks, digits, single hyphens.
            procedures/x.yaml:7:11 C101 [a b] `a b` is not an id
                Write `a-b`: 1–64 small letters without marks, digits, single hyphens.
        "#]],
    );
}

#[test]
fn all_who_name_a_source_without_a_title_were_told_that_there_is_none() {
    reports(
        &bare(
            "x",
            "cases: [{id: c}]\nsources: {a: {note: X}}\nsteps: [{by: customer, title: Nộp, case: c, source: a}]",
        ),
        &expect![[r#"
            procedures/x.yaml:6:10 C007 [id] the key `title` is missing
                Add a line `title: …`.
            procedures/x.yaml:7:15 C007 [note] the key `title` is missing
                Add a line `title: …`.
        "#]],
    );
}

#[test]
fn all_rows_were_told_of_sources_that_a_record_has_lost() {
    let rows = "steps:\n  - {by: customer, title: A, source: a}\n  - {by: agency, title: B, source: b}\n  -";
    reports(
        &bare("x", rows),
        &expect![[r#"
        procedures/x.yaml:7:38 C301 [a] there is no source `a`: the record has no `sources`
            Add `sources` with `a`, or delete this; if it was lost, bring back what it was.
        procedures/x.yaml:9:4 C010 [] this item of the list is empty
            Fill it in, or delete the item.
    "#]],
    );
}

#[test]
fn a_record_under_another_id_was_told_to_be_added_by_all_that_named_the_old_one() {
    let moved = |alias: &str| {
        let text = format!(
            "{}
-- content/journeys/j.yaml --
title: {{vi: Tôi, en: I}}
steps: [{{procedure: ma-cu}}]
-- content/search-golden.tsv --
sang tên\tma-cu
-- content/procedures/a.yaml --
title: A
field: cap-dien
agency: evn
unconfirmed: [time, fee]
related: {{after: [ma-cu], together: [ma-khac]}}
legal: [ma-cu]
-- content/procedures/a.md --
Xem [sang tên](cap-dien/ma-cu.yaml#giay-to) và [tên khác](ma-khac.yaml).
",
            bare("cap-dien/ma-moi", alias)
        );
        crate::check::tests::shown(&crate::check::tests::sources(&text), crate::diagnostic::Language::Vi)
    };
    expect![[r#"
        journeys/j.yaml:2:21 C301 [ma-cu] Không còn thủ tục `ma-cu`: nay là `ma-moi`, theo `aliases` của nó
            Viết `ma-moi`.
        procedures/a.md:1:5 C406 [[sang tên](cap-dien/ma-cu.yaml#giay-to)] Liên kết `cap-dien/ma-cu.yaml#giay-to` không dẫn đến đâu
            Viết `cap-dien/ma-moi.yaml#giay-to`.
        procedures/a.md:1:48 C406 [[tên khác](ma-khac.yaml)] Liên kết `ma-khac.yaml` không dẫn đến đâu
            Viết `cap-dien/ma-moi.yaml`.
        procedures/a.yaml:5:19 C301 [ma-cu] Không còn thủ tục `ma-cu`: nay là `ma-moi`, theo `aliases` của nó
            Viết `ma-moi`.
        procedures/a.yaml:5:38 C301 [ma-khac] Không có thủ tục `ma-khac`
            Thêm `ma-khac` vào content/procedures.
        procedures/a.yaml:6:9 C301 [ma-cu] Không có văn bản `ma-cu`
            Thêm `ma-cu` vào content/legal.yaml.
        search-golden.tsv:1:10 C301 [ma-cu] Không còn thủ tục `ma-cu`: nay là `ma-moi`, theo `aliases` của nó
            Viết `ma-moi`.
    "#]].assert_eq(&moved("aliases: [/thu-tuc/ma-cu/]"));
    assert_eq!(moved("aliases: [/thu-tuc/ma-cu]"), moved("aliases: [/thu-tuc/ma-cu/]"));
    assert!(!moved("aliases: [/cu/ma-cu/]").contains("nay là"), "that is no id");
}
