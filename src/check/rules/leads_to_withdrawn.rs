#![doc = include_str!("leads_to_withdrawn.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C126",
    name: "leads-to-withdrawn",
    severity: Severity::Warning,
    explanation: include_str!("leads_to_withdrawn.md"),
};

/// The message and the help.
pub(crate) fn words(id: &str) -> [Words; 2] {
    [
        Words::new(format!("`{id}` đã bãi bỏ"), format!("`{id}` is withdrawn")),
        Words::new(
            "Ghi thủ tục thay nó; không có gì thay thì xoá chỗ này.",
            "Write the procedure in its place; where there is none, remove this.",
        ),
    ]
}
