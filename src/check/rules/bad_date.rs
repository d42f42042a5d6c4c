#![doc = include_str!("bad_date.md")]

use jiff::civil::Date;

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C105",
    name: "bad-date",
    severity: Severity::Error,
    explanation: include_str!("bad_date.md"),
};

/// The message and the help.
pub(crate) fn words(text: &str) -> [Words; 2] {
    match day_first(text) {
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

/// `31/1/2026`, as people write it.
fn day_first(text: &str) -> Option<Date> {
    let mut parts = text.split(['/', '-', '.']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_whole = parts.next().is_none() && year.len() == 4;
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
    date.filter(|_| is_whole)
}
