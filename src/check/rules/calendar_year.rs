#![doc = include_str!("calendar_year.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C202",
    name: "calendar-year",
    severity: Severity::Error,
    explanation: include_str!("calendar_year.md"),
};

/// The message and the help.
pub(crate) fn words(date: &str, year: &str) -> [Words; 2] {
    [
        Words::new(format!("{date} không thuộc năm {year}"), format!("{date} is not in {year}")),
        Words::new("Chuyển sang tệp của năm đó.", "Move it to that year's file."),
    ]
}
