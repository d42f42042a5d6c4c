//! What a step waits for.

use expect_test::expect;

use crate::check::tests::{GOOD, bare, reports, shown, sources};
use crate::diagnostic::Language;

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

#[test]
fn a_journey_without_a_step_or_with_nothing_before_its_alternative_was_published() {
    let journey = |steps: &str| {
        sources(&format!("{GOOD}\n-- content/journeys/nha.yaml --\ntitle: Nhà\nsteps: {steps}\n"))
    };
    expect![[r#"
        journeys/nha.yaml:2:8 C010 [[]] `steps` has no value
            Fill it in, or delete the line.
    "#]]
    .assert_eq(&shown(&journey("[]"), Language::En));
    expect![[r#"
        journeys/nha.yaml:2:9 C320 [{title: Hỏi, or: true}] the first step is done in place of the one before, and there is none
            Leave out `or: true`, or move the step behind the one whose place it takes.
    "#]].assert_eq(&shown(&journey("[{title: Hỏi, or: true}, {title: Làm}]"), Language::En));
    assert_eq!(shown(&journey("[{title: Hỏi}, {title: Làm, or: true}]"), Language::En), "");
}

#[test]
fn the_time_of_a_step_that_is_a_procedure_was_left_out_without_a_word() {
    reports(
        "\
-- content/journeys/xay-nha.yaml --
title: Tôi xây nhà
steps:
  - {procedure: a, time: 5 ngày}
  - {title: Đi dây trong nhà, time: 5 ngày}
-- content/procedures/a.yaml --
title: A
field: cap-dien
agency: evn
unconfirmed: [time, fee]
",
        &expect![[r#"
            journeys/xay-nha.yaml:3:26 C134 [5 ngày] `time` does not go with `procedure: …`
                Delete `time`.
        "#]],
    );
}
