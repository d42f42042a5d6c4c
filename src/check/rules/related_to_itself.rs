#![doc = include_str!("related_to_itself.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C308",
    name: "related-to-itself",
    severity: Severity::Error,
    explanation: include_str!("related_to_itself.md"),
};

/// The message and the help.
pub(crate) fn words(id: &str) -> [Words; 2] {
    [
        Words::new(format!("`{id}` liên quan đến chính nó"), format!("`{id}` is related to itself")),
        Words::new("Xoá mã này.", "Delete it."),
    ]
}
