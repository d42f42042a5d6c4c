#![doc = include_str!("default_language_missing.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C413",
    name: "default-language-missing",
    severity: Severity::Error,
    explanation: include_str!("default_language_missing.md"),
};

/// The message and the help.
pub(crate) fn words(name: &str, main: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Chưa có bản `{main}` của trang `{name}`"),
            format!("the page `{name}` has no text in `{main}`"),
        ),
        Words::new(
            format!("Tạo {name}.md; bản dịch đi kèm bản chính."),
            format!("Write {name}.md; a translation goes with it."),
        ),
    ]
}
