#![doc = include_str!("duplicate_id.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C019",
    name: "duplicate-id",
    severity: Severity::Error,
    explanation: include_str!("duplicate_id.md"),
};

/// The message and the help.
pub(crate) fn words(id: &str, other: &str) -> [Words; 2] {
    [
        Words::new(format!("`{id}` đã có ở tệp `{other}`"), format!("`{id}` already exists in `{other}`")),
        Words::new("Đổi tên một trong hai, hoặc gộp lại.", "Rename one of them, or merge the two."),
    ]
}
