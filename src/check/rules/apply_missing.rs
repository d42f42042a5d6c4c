#![doc = include_str!("apply_missing.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C109",
    name: "apply-missing",
    severity: Severity::Error,
    explanation: include_str!("apply_missing.md"),
};

/// The message and the help.
pub(crate) fn words(level: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Thủ tục trực tuyến mức `{level}` nhưng không có `apply`"),
            format!("the level is `{level}` but there is no `apply`"),
        ),
        Words::new(
            "Thêm `apply: https://…`; chưa biết địa chỉ thì thêm `unconfirmed: [apply]`.",
            "Add `apply: https://…`, or `unconfirmed: [apply]` while nobody knows it.",
        ),
    ]
}
