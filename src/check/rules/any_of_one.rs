#![doc = include_str!("any_of_one.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C118",
    name: "any-of-one",
    severity: Severity::Error,
    explanation: include_str!("any_of_one.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new("`any_of` cần ít nhất hai giấy tờ", "`any_of` needs at least two papers"),
        Words::new(
            "Thêm giấy tờ thay thế, hoặc viết thẳng `paper: …`.",
            "Add an alternative, or write `paper: …` directly.",
        ),
    ]
}
