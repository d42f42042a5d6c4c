#![doc = include_str!("prose_fee.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C412",
    name: "prose-fee",
    severity: Severity::Warning,
    explanation: include_str!("prose_fee.md"),
};

/// The message and the help.
pub(crate) fn words(text: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Bài viết nói `{text}`, không dòng nào trong `terms` nói vậy"),
            format!("the prose says `{text}`, which no row of `terms` does"),
        ),
        Words::new(
            "Sửa một trong hai, hoặc bỏ số tiền khỏi bài.",
            "Correct one of them, or leave the amount out of the prose.",
        ),
    ]
}
