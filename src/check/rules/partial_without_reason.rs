#![doc = include_str!("partial_without_reason.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C112",
    name: "partial-without-reason",
    severity: Severity::Error,
    explanation: include_str!("partial_without_reason.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new("Trực tuyến một phần mà không nêu lý do", "it is partly online and does not say why"),
        Words::new(
            "Thêm `reason`: vì sao còn phải đến tận nơi.",
            "Add `reason`: what still has to be done in person.",
        ),
    ]
}
