#![doc = include_str!("empty_value.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C010",
    name: "empty-value",
    severity: Severity::Error,
    explanation: include_str!("empty_value.md"),
};

/// The message and the help.
pub(crate) fn words(key: &str) -> [Words; 2] {
    [
        Words::new(format!("`{key}` chưa có giá trị"), format!("`{key}` has no value")),
        Words::new("Điền giá trị, hoặc xoá cả dòng.", "Fill it in, or delete the line."),
    ]
}
