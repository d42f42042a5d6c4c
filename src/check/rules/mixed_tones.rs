#![doc = include_str!("mixed_tones.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C402",
    name: "mixed-tones",
    severity: Severity::Warning,
    explanation: include_str!("mixed_tones.md"),
};

/// The message and the help.
pub(crate) fn words(word: &str, other: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{word}` đặt dấu khác với `{other}`"),
            format!("`{word}` puts its tone mark elsewhere than `{other}`"),
        ),
        Words::new(
            "Dùng một kiểu trong cả tệp: hoà, thuỷ hoặc hòa, thủy.",
            "Use one style in a file: hoà, thuỷ or hòa, thủy.",
        ),
    ]
}
