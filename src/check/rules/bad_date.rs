#![doc = include_str!("bad_date.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C105",
    name: "bad-date",
    severity: Severity::Error,
    explanation: include_str!("bad_date.md"),
};

/// The message and the help.
pub(crate) fn words(text: &str) -> [Words; 2] {
    [
        Words::new(format!("`{text}` không phải ngày có thật"), format!("`{text}` is not a date")),
        Words::new("Viết năm-tháng-ngày: 2026-01-31.", "Write year-month-day: 2026-01-31."),
    ]
}
