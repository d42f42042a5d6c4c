#![doc = include_str!("hours_overlap.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C131",
    name: "hours-overlap",
    severity: Severity::Warning,
    explanation: include_str!("hours_overlap.md"),
};

/// The message and the help; the other row stands on `line`.
pub(crate) fn words(day: &str, line: usize) -> [Words; 2] {
    [
        Words::new(
            format!("Giờ mở cửa `{day}` chồng lên dòng {line}"),
            format!("the hours of `{day}` overlap those on line {line}"),
        ),
        Words::new(
            "Bỏ ngày này khỏi một trong hai dòng, hoặc sửa giờ.",
            "Take the day out of one of the rows, or correct the hours.",
        ),
    ]
}
