#![doc = include_str!("broken_anchor.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C407",
    name: "broken-anchor",
    severity: Severity::Error,
    explanation: include_str!("broken_anchor.md"),
};

/// The message and the help.
pub(crate) fn words(anchor: &str, known: &str) -> [Words; 2] {
    [
        Words::new(format!("Không có đề mục `#{anchor}`"), format!("there is no heading `#{anchor}`")),
        Words::new(format!("Dùng một trong: {known}."), format!("Use one of: {known}.")),
    ]
}
