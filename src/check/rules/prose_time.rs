#![doc = include_str!("prose_time.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C411",
    name: "prose-time",
    severity: Severity::Warning,
    explanation: include_str!("prose_time.md"),
};

/// The message and the help.
pub(crate) fn words(text: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Bài viết nói `{text}`, không dòng nào trong `terms` nói vậy"),
            format!("the prose says `{text}`, which no row of `terms` does"),
        ),
        Words::new(
            "Sửa một trong hai, hoặc bỏ con số khỏi bài.",
            "Correct one of them, or leave the figure out of the prose.",
        ),
    ]
}
