#![doc = include_str!("marks_in_text.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C421",
    name: "marks-in-text",
    severity: Severity::Warning,
    explanation: include_str!("marks_in_text.md"),
};

/// The message and the help.
pub(crate) fn words(mark: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Trang sẽ hiện nguyên `{mark}`: chữ ở đây không phải HTML hay Markdown"),
            format!("pages will show `{mark}` as it stands: this is neither HTML nor Markdown"),
        ),
        Words::new(
            "Viết chữ thường; chữ đậm và liên kết thì đưa vào bài viết (`.md`).",
            "Write plain text; bold words and links go into the prose (`.md`).",
        ),
    ]
}
