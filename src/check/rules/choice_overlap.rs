#![doc = include_str!("choice_overlap.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C325",
    name: "choice-overlap",
    severity: Severity::Error,
    explanation: include_str!("choice_overlap.md"),
};

/// The message and the help.
pub(crate) fn words(other: usize, example: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Kết quả này trùng với kết quả thứ {other} khi trả lời {example}"),
            format!("this outcome and outcome {other} both fit {example}"),
        ),
        Words::new(
            "Thêm câu trả lời vào `when` của một trong hai để tách ra.",
            "Add an answer to `when` of one of the two, to tell them apart.",
        ),
    ]
}
