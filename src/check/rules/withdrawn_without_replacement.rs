#![doc = include_str!("withdrawn_without_replacement.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C113",
    name: "withdrawn-without-replacement",
    severity: Severity::Error,
    explanation: include_str!("withdrawn_without_replacement.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new(
            "Thủ tục đã bãi bỏ nhưng không nói thay bằng gì",
            "it is withdrawn and does not say what replaces it",
        ),
        Words::new(
            "Viết `{state: withdrawn, replaced_by: ma-thu-tuc}`.",
            "Write `{state: withdrawn, replaced_by: an-id}`.",
        ),
    ]
}
