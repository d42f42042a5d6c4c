//! Rows of the table of times and fees, each by itself: what it says, and that a page shows it.

use super::map::Map;
use super::parts;
use super::procedure::{Declared, Spots};
use super::reading::Reading;
use super::rules::{idle_key, missing_key, unknown_reference};
use super::scopes;
use crate::model::{Channel, Term};
use crate::shape;
use crate::source::tree::{Node, Value};

/// What is lost without the time or the fee that it is about.
const ABOUT: [(&str, &str); 3] = [("time_note", "time"), ("fee_note", "fee"), ("payer", "fee")];

/// Whether these are all that were written, too.
pub(super) fn rows(
    reading: &mut Reading<'_>,
    map: &Map<'_>,
    declared: &Declared,
    channels: &[Channel],
    spots: &mut Spots,
) -> (Vec<Term>, bool) {
    // One that could not be read may be the row's.
    let channels = is_all(map, "channels", channels.len()).then_some(channels);
    let rows = reading.list(map, "terms", |it, node| {
        let row = row(it, node, declared, channels)?;
        spots.terms.push(node.span.clone());
        Some(row)
    });
    let are_all = is_all(map, "terms", rows.len());
    (rows, are_all)
}

fn is_all(map: &Map<'_>, key: &str, read: usize) -> bool {
    match map.get(key).map(|it| &it.value) {
        Some(Value::List(written)) => written.len() == read,
        _ => !map.has(key),
    }
}

fn row(
    reading: &mut Reading<'_>,
    node: &Node,
    declared: &Declared,
    channels: Option<&[Channel]>,
) -> Option<Term> {
    let before = reading.found.len();
    let map = reading.map(node, &shape::TERM)?;
    let term = Term {
        scope: scopes::scope(reading, &map, declared),
        time: reading.optional(&map, "time", Reading::time),
        time_note: reading.optional(&map, "time_note", Reading::text),
        fee: reading.optional(&map, "fee", Reading::fee),
        fee_note: reading.optional(&map, "fee_note", Reading::text),
        payer: reading.optional(&map, "payer", Reading::text),
        source: scopes::source(reading, &map, declared),
        unconfirmed: reading.optional(&map, "unconfirmed", Reading::boolean).unwrap_or(false),
        effect: parts::effect(reading, &map),
    };
    if reading.found.len() == before {
        report_unshown(reading, &map, &term, channels);
    }
    // A row that is not wholly understood would make holes and ties that are not there.
    (reading.found.len() == before).then_some(term)
}

fn report_unshown(reading: &mut Reading<'_>, map: &Map<'_>, row: &Term, channels: Option<&[Channel]>) {
    if let (Some(kind), Some(channels), Some(node)) = (row.scope.channel, channels, map.get("channel"))
        && !channels.iter().any(|it| it.kind == kind)
    {
        let words = unknown_reference::words_of_channel(kind.key(), channels.is_empty());
        reading.report(&unknown_reference::RULE, node.span.clone(), words);
    }
    let lost = ABOUT.into_iter().find(|(key, about)| map.has(key) && !map.has(about));
    if let Some((key, about)) = lost {
        let span = map.get(key).map_or(&map.head, |it| &it.span).clone();
        reading.report(&idle_key::RULE, span, idle_key::words_without(key, about));
    } else if row.time.is_none() && row.fee.is_none() {
        reading.report(&missing_key::RULE, map.head.clone(), missing_key::words_of_row());
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{bare, shown, sources};
    use crate::diagnostic::Language;

    fn told(rows: &str) -> String {
        let record = format!(
            "cases: [{{id: cot, title: Cột}}]\nchannels: [{{kind: online}}]\nterms:\n  \
             - {{time: 5 ngày, fee: miễn phí}}\n  - {{case: cot, time: 6 ngày}}\n{rows}"
        );
        shown(&sources(&bare("x", &record)), Language::En)
    }

    #[test]
    fn a_row_that_no_page_shows_was_taken_without_a_word() {
        expect![[r#"
            procedures/x.yaml:11:15 C301 [post] no page shows this row: the record has no channel `post`
                Add `- {kind: post}` to `channels`, or delete this row.
            procedures/x.yaml:12:24 C134 [Bên bán] no page shows the `payer` of a row without `fee`
                Add `fee: …` to this row, or move `payer` to the row that has that `fee`.
            procedures/x.yaml:13:43 C134 [Kể từ khi đủ giấy tờ] no page shows the `time_note` of a row without `time`
                Add `time: …` to this row, or move `time_note` to the row that has that `time`.
            procedures/x.yaml:14:27 C134 [Như trên] no page shows the `fee_note` of a row without `fee`
                Add `fee: …` to this row, or move `fee_note` to the row that has that `fee`.
            procedures/x.yaml:15:6 C007 [case] no page shows this row: it has neither `time` nor `fee`
                Add `time: …` or `fee: …`; if no source says either, delete the row.
        "#]].assert_eq(&told(
            "  - {channel: post, time: 3 ngày}
  - {case: cot, payer: Bên bán}
  - {case: cot, fee: miễn phí, time_note: Kể từ khi đủ giấy tờ}
  - {case: cot, fee_note: Như trên, payer: Bên bán, time: 6 ngày}
  - {case: cot}
",
        ));
        let none = bare("x", "terms:\n  - {time: 5 ngày, fee: miễn phí}\n  - {channel: post, time: 3 ngày}");
        expect![[r#"
            procedures/x.yaml:8:15 C301 [post] Không trang nào hiện dòng này: bản ghi không có cách nộp `post`
                Thêm `channels: [{kind: post}]`, hoặc xoá dòng này.
        "#]]
        .assert_eq(&shown(&sources(&none), Language::Vi));
    }

    #[test]
    fn of_a_channel_that_cannot_be_read_it_is_not_told_that_it_is_missing() {
        let record = "channels: [{kind: buu-dien}]\nterms: [{time: 5 ngày}, {channel: post, time: 3 ngày}]";
        let said = shown(&sources(&bare("x", record)), Language::En);
        assert!(said.contains(" C102 ") && !said.contains(" C301 "), "{said}");
    }
}
