//! Whether one can use the procedure, and what else is to be said then.

use super::ground::Kind;
use super::reading::Reading;
use super::rules::{missing_key, withdrawn_without_replacement};
use crate::model::Status;
use crate::shape;
use crate::source::tree::{Node, Value};

pub(super) fn status(reading: &mut Reading<'_>, node: &Node) -> Option<Status> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        Draft,
        Published,
        Suspended,
        Withdrawn,
    }
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
                let words = missing_key::words("reason");
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
    match state? {
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
