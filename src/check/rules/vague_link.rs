#![doc = include_str!("vague_link.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C414",
    name: "vague-link",
    severity: Severity::Warning,
    explanation: include_str!("vague_link.md"),
};

/// The message and the help.
pub(crate) fn words(text: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Liên kết `{text}` không nói dẫn đến đâu"),
            format!("the link `{text}` does not say where it leads"),
        ),
        Words::new(
            "Viết tên trang hay việc sẽ làm được: [Mức phí hiện hành](…).",
            "Write the name of the page or what one can do there: [Fees in force](…).",
        ),
    ]
}
