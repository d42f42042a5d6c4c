//! Tables of questions: one outcome for every reader, or none published.

use expect_test::expect;

use crate::check::tests::{bare, reports, run, shown, sources};
use crate::diagnostic::Language;

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
            choices/chon.yaml:10:45 C301 [cop] there is no case `cop`
                Write `cot`, or add `cop` to `cases` (a: cot).
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
            choices/chon.yaml:10:45 C301 [cop] there is no case `cop`
                Write `cot`, or add `cop` to `cases` (a: cot).
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
                Write `cot`, or add `cop` to `cases` (a: cot).
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
fn two_questions_of_one_id() {
    reports(
        &table(COMPLETE).replace("id: ai", "id: luoi"),
        &expect![[r#"
        choices/chon.yaml:6:9 C120 [luoi] the id `luoi` is that of the item in line 3 already
            Give one of the two another id, or merge them.
    "#]],
    );
}

#[test]
fn a_case_by_its_title_was_told_to_become_an_id_that_the_procedure_may_not_have() {
    let all: String =
        [("a, case: cot", "a, case: CỘT"), ("a, case: cot", "a, case: Dựng cột"), ("b}", "b, case: Cột}")]
            .map(|(right, wrong)| shown(&sources(&table(&COMPLETE.replacen(right, wrong, 1))), Language::En))
            .concat();
    expect![[r#"
        choices/chon.yaml:10:45 C301 [CỘT] `CỘT` is what the case is called; here belongs its id
            Write `cot`.
        choices/chon.yaml:10:45 C301 [Dựng cột] there is no case `Dựng cột`
            Write an id that `cases` (a: cot) has, or add one there first and write it here.
        choices/chon.yaml:11:47 C301 [Cột] there is no case `Cột`: the procedure `b` has no cases
            Delete `case` here, or add `cases` to `b` first.
    "#]]
    .assert_eq(&all);
}

#[test]
fn conditions_in_words_were_told_to_be_written_as_one_answer() {
    let first = COMPLETE.lines().next().expect("the table has rows");
    let row = |it: &str| table(&COMPLETE.replacen(first, it, 1));
    let all: String = [
        row("  - {when: ha-ap + ho, procedure: a}"),
        row("  - {when: \"Hạ áp, hộ\", procedure: a}"),
        row("  - {when: [ha-ap và ho], procedure: a}"),
        row("  - {procedure: a}"),
        row("  - {when: [ha-ap, ho], call: Gọi, case: cot}"),
        table(COMPLETE).replace("{id: ha-ap, title: Hạ áp}", "Hạ áp"),
    ]
    .map(|it| shown(&sources(&it), Language::En))
    .join("--\n");
    expect![[r#"
        choices/chon.yaml:10:12 C009 [ha-ap + ho] this should be a list, not text
            Write `[ha-ap, ho]`.
        --
        choices/chon.yaml:10:12 C009 ["Hạ áp, hộ"] this should be a list, not text
            Write `[ha-ap, ho]`.
        --
        choices/chon.yaml:10:13 C301 [ha-ap và ho] there is no answer `ha-ap và ho`
            Write an id that `answers` has, or add one there first and write it here.
        --
        choices/chon.yaml:10:6 C007 [procedure] this outcome lacks the key `when`, so all answers lead to it
            Add `when: […]` with the ids of the answers that lead to it.
        --
        choices/chon.yaml:10:42 C134 [cot] `case` does not go with `call: …`
            Delete `case`.
        --
        choices/chon.yaml:5:15 C009 [Hạ áp] this should be a map, not text
            Write `{id: ha-ap, title: Hạ áp}`.
    "#]]
    .assert_eq(&all);
}

#[test]
fn a_question_in_the_place_of_its_answers_was_told_to_become_an_answer() {
    let said = shown(&sources(&table(&COMPLETE.replacen("ha-ap", "luoi", 1))), Language::En);
    expect![[r#"
        choices/chon.yaml:10:13 C301 [luoi] `luoi` is a question; here belongs the id of an answer
            Write one of: ha-ap, trung-ap.
    "#]]
    .assert_eq(&said);
}
