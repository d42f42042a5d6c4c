//! Whether one can use the procedure, and what else is to be said then.

use super::ground::Kind;
use super::map::Map;
use super::reading::Reading;
use super::rules::{idle_key, missing_key, withdrawn_without_replacement};
use crate::model::Status;
use crate::shape;
use crate::source::tree::{Node, Value};

#[derive(Clone, Copy, PartialEq)]
enum State {
    Draft,
    Published,
    Suspended,
    Withdrawn,
}

pub(super) fn status(reading: &mut Reading<'_>, node: &Node) -> Option<Status> {
    let states = [
        ("published", State::Published),
        ("draft", State::Draft),
        ("suspended", State::Suspended),
        ("withdrawn", State::Withdrawn),
    ];
    let Value::Map(_) = node.value else {
        return match reading.choice(node, &states)? {
            State::Draft => Some(Status::Draft),
            State::Published => Some(Status::Published),
            State::Suspended => {
                let words = missing_key::words_of_suspended();
                reading.report(&missing_key::RULE, node.span.clone(), words);
                None
            }
            State::Withdrawn => {
                let words = withdrawn_without_replacement::words();
                reading.report(&withdrawn_without_replacement::RULE, node.span.clone(), words);
                None
            }
        };
    };
    let map = reading.map(node, &shape::STATUS)?;
    let state = reading.required(&map, "state", |it, node| it.choice(node, &states));
    let until = reading.optional(&map, "until", Reading::date);
    let replaced_by = reading.optional(&map, "replaced_by", |it, node| it.reference(node, Kind::Procedure));
    let reason = if state == Some(State::Suspended) {
        reading.required(&map, "reason", Reading::text)
    } else {
        reading.optional(&map, "reason", Reading::text)
    };
    let state = state?;
    report_idle(reading, &map, state);
    match state {
        State::Draft => Some(Status::Draft),
        State::Published => Some(Status::Published),
        State::Suspended => Some(Status::Suspended { reason: reason?, until }),
        State::Withdrawn => {
            if !map.has("replaced_by") {
                let words = withdrawn_without_replacement::words();
                reading.report(&withdrawn_without_replacement::RULE, node.span.clone(), words);
            }
            Some(Status::Withdrawn { replaced_by: replaced_by? })
        }
    }
}

/// Of what says nothing beside this state the first: what mends it mends the others.
fn report_idle(reading: &mut Reading<'_>, map: &Map<'_>, state: State) {
    let (idle, name): (&[&str], _) = match state {
        State::Draft => (&[], "draft"),
        State::Published => (&["reason", "until", "replaced_by"], "published"),
        State::Suspended => (&["replaced_by"], "suspended"),
        State::Withdrawn => (&["reason", "until"], "withdrawn"),
    };
    let Some((key, node)) = map.entries.iter().find(|it| idle.contains(&it.0)) else { return };
    let [is_suspended, is_withdrawn] =
        [["reason", "until"].iter().any(|it| map.has(it)), map.has("replaced_by")];
    // Another state only if all that is there goes with it.
    let meant = match (is_suspended, is_withdrawn) {
        (true, true) => None,
        (true, false) if !map.has("reason") => Some("state: suspended, reason: …"),
        (true, false) => Some("state: suspended"),
        (false, _) => Some("state: withdrawn"),
    };
    reading.report(&idle_key::RULE, node.span.clone(), idle_key::words(key, ["state", name], meant));
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{bare, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn what_does_not_go_with_a_state_was_left_out_or_published_against_it() {
        let told = [
            "status: suspended",
            "status: {state: published, reason: Bảo trì, until: 2026-12-01}",
            "status: {state: suspended, reason: Bảo trì, replaced_by: x}",
            "status: {state: withdrawn, reason: Luật mới, replaced_by: y}",
            "status: {state: published, until: 2026-12-01}",
            "status: withdrawn",
            "online: {level: information, reason: Chỉ hướng dẫn}",
            "online: {level: full, reason: Phải khảo sát}\napply: https://dichvucong.gov.vn/a",
        ]
        .map(|it| shown(&sources(&bare("x", it)), Language::Vi));
        expect![[r#"
            procedures/x.yaml:6:9 C007 [suspended] Thiếu khoá `reason`
                Viết `{state: suspended, reason: …}`; biết ngày dùng lại thì thêm `until`.
            procedures/x.yaml:6:36 C134 [Bảo trì] `reason` không đi với `state: published`
                Viết `state: suspended`, hoặc xoá `reason`.
            procedures/x.yaml:6:58 C134 [x] `replaced_by` không đi với `state: suspended`
                Xoá `replaced_by`.
            procedures/x.yaml:6:58 C308 [x] `x` liên quan đến chính nó
                Xoá mã này.
            procedures/x.yaml:6:36 C134 [Luật mới] `reason` không đi với `state: withdrawn`
                Xoá `reason`.
            procedures/x.yaml:6:59 C301 [y] Không có thủ tục `y`
                Viết `x`, hoặc thêm `y` vào content/procedures.
            procedures/x.yaml:6:35 C134 [2026-12-01] `until` không đi với `state: published`
                Viết `state: suspended, reason: …`, hoặc xoá `until`.
            procedures/x.yaml:6:9 C113 [withdrawn] Thủ tục đã bãi bỏ nhưng không nói thay bằng gì
                Viết `{state: withdrawn, replaced_by: ma-thu-tuc}`.
            procedures/x.yaml:6:31 C134 [Phải khảo sát] `reason` không đi với `level: full`
                Viết `level: partial`, hoặc xoá `reason`.
        "#]]
        .assert_eq(&told.concat());
    }
}
