#![doc = include_str!("bad_id.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule =
    Rule { code: "C101", name: "bad-id", severity: Severity::Error, explanation: include_str!("bad_id.md") };

/// The message and the help.
pub(crate) fn words(id: &str, fixed: &str) -> [Words; 2] {
    [
        Words::new(format!("`{id}` không phải là mã"), format!("`{id}` is not an id")),
        Words::new(
            format!("Viết `{fixed}`: 1–64 chữ thường không dấu, chữ số và gạch nối đơn."),
            format!("Write `{fixed}`: 1–64 small letters without marks, digits, single hyphens."),
        ),
    ]
}
