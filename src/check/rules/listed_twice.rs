#![doc = include_str!("listed_twice.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C120",
    name: "listed-twice",
    severity: Severity::Error,
    explanation: include_str!("listed_twice.md"),
};

/// The message and the help.
pub(crate) fn words(what: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{what}` đã có trong danh sách này"),
            format!("`{what}` is in this list already"),
        ),
        Words::new("Xóa một trong hai.", "Delete one of the two."),
    ]
}
