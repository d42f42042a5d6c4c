//! The table of times and fees.

use expect_test::expect;

use crate::check::tests::reports;

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
            procedures/x.yaml:9:5 C111 [{agency: npc, time: 3 ngày}] two rows give a different time limit for: cot × counter × npc × 2026-11-23
                Add a row for exactly that, or correct one; the other is on line 8.
        "#]],
    );
    reports(
        &record(
            "effective: 2027-02-01\nterms:\n  - {time: 5 ngày, fee: miễn phí, until: 2027-01-31}\n  - {time: 7 ngày, from: 2027-02-02, fee: miễn phí}\n",
        ),
        &expect![[r#"
            procedures/x.yaml:7:5 C110 [{time: 5 ngày, fee: miễn phí, until: 2027-01-31}] there is no time limit for: counter × evn × 2027-02-01
                Add a row to `terms` with `time` for it, or `unconfirmed: [time]`.
            procedures/x.yaml:7:5 C110 [{time: 5 ngày, fee: miễn phí, until: 2027-01-31}] there is no fee for: counter × evn × 2027-02-01
                Add a row to `terms` with `fee` for it, or `unconfirmed: [fee]`.
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
