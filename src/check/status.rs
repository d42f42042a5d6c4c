//! Whether one can use the procedure, and what else is to be said then.

use super::ground::Kind;
use super::map::Map;
use super::reading::Reading;
use super::rules::{idle_key, missing_key};
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
            State::Withdrawn => Some(Status::Withdrawn { reason: None, replaced_by: None }),
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
        State::Withdrawn => Some(Status::Withdrawn { reason, replaced_by }),
    }
}

/// Of what says nothing beside this state the first: what mends it mends the others.
fn report_idle(reading: &mut Reading<'_>, map: &Map<'_>, state: State) {
    let (idle, name): (&[&str], _) = match state {
        State::Draft => (&[], "draft"),
        State::Published => (&["reason", "until", "replaced_by"], "published"),
        State::Suspended => (&["replaced_by"], "suspended"),
        State::Withdrawn => (&["until"], "withdrawn"),
    };
    let Some((key, node)) = map.entries.iter().find(|it| idle.contains(&it.0)) else { return };
    // Another state only if all that is there goes with it.
    let meant = match (map.has("until"), map.has("replaced_by")) {
        (true, true) => None,
        (false, true) => Some("state: withdrawn"),
        (_, false) if map.has("reason") => Some("state: suspended"),
        (_, false) => Some("state: suspended, reason: …"),
    };
    reading.report(&idle_key::RULE, node.span.clone(), idle_key::words(key, ["state", name], meant));
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{bare, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn what_was_abolished_and_has_no_successor_could_not_be_published() {
        for status in ["withdrawn", "{state: withdrawn}", "{state: withdrawn, reason: Luật mới bỏ việc này.}"]
        {
            let said = shown(&sources(&bare("x", &format!("status: {status}"))), Language::Vi);
            assert_eq!(said, "", "{status}");
        }
    }

    #[test]
    fn what_does_not_go_with_a_state_was_left_out_or_published_against_it() {
        let told = [
            "status: suspended",
            "status: {state: published, reason: Bảo trì, until: 2026-12-01}",
            "status: {state: suspended, reason: Bảo trì, replaced_by: x}",
            "status: {state: withdrawn, reason: Luật mới, until: 2026-12-01}",
            "status: {state: withdrawn, replaced_by: y}",
            "status: {state: published, reason: Luật mới, replaced_by: y}",
            "status: {state: published, until: 2026-12-01}",
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
                Viết `state: withdrawn`, hoặc xoá `replaced_by`.
            procedures/x.yaml:6:58 C308 [x] `x` liên quan đến chính nó
                Xoá mã này.
            procedures/x.yaml:6:53 C134 [2026-12-01] `until` không đi với `state: withdrawn`
                Viết `state: suspended`, hoặc xoá `until`.
            procedures/x.yaml:6:41 C301 [y] Không có thủ tục `y`
                Viết `x`, hoặc thêm `y` vào content/procedures.
            procedures/x.yaml:6:36 C134 [Luật mới] `reason` không đi với `state: published`
                Viết `state: withdrawn`, hoặc xoá `reason`.
            procedures/x.yaml:6:59 C301 [y] Không có thủ tục `y`
                Viết `x`, hoặc thêm `y` vào content/procedures.
            procedures/x.yaml:6:35 C134 [2026-12-01] `until` không đi với `state: published`
                Viết `state: suspended, reason: …`, hoặc xoá `until`.
            procedures/x.yaml:6:31 C134 [Phải khảo sát] `reason` không đi với `level: full`
                Viết `level: partial`, hoặc xoá `reason`.
        "#]]
        .assert_eq(&told.concat());
    }
}
