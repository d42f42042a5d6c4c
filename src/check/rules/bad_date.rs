#![doc = include_str!("bad_date.md")]

use crate::check::meant;
use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C105",
    name: "bad-date",
    severity: Severity::Error,
    explanation: include_str!("bad_date.md"),
};

/// The message and the help.
pub(crate) fn words(text: &str) -> [Words; 2] {
    match meant::date(text) {
        Some(date) => [
            Words::new(
                format!("`{text}` chưa viết theo năm-tháng-ngày"),
                format!("`{text}` is not written year-month-day"),
            ),
            Words::new(format!("Viết `{date}`."), format!("Write `{date}`, if the day came first.")),
        ],
        None => [
            Words::new(format!("`{text}` không phải ngày có thật"), format!("`{text}` is not a date")),
            Words::new("Viết năm-tháng-ngày: 2026-01-31.", "Write year-month-day: 2026-01-31."),
        ],
    }
}
