#![doc = include_str!("off_and_worked.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C203",
    name: "off-and-worked",
    severity: Severity::Error,
    explanation: include_str!("off_and_worked.md"),
};

/// The message and the help.
pub(crate) fn words(date: &str) -> [Words; 2] {
    [
        Words::new(
            format!("{date} vừa là ngày nghỉ vừa là ngày làm bù"),
            format!("{date} is both off and worked"),
        ),
        Words::new("Giữ ở một trong hai danh sách.", "Keep it in one of the two lists."),
    ]
}
