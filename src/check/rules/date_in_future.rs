#![doc = include_str!("date_in_future.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C123",
    name: "date-in-future",
    severity: Severity::Warning,
    explanation: include_str!("date_in_future.md"),
};

/// The message and the help.
pub(crate) fn words(date: &str) -> [Words; 2] {
    [
        Words::new(format!("{date} chưa đến"), format!("{date} has not come yet")),
        Words::new("Ghi ngày đã rà soát hoặc đã xem nguồn.", "Write the day on which somebody did look."),
    ]
}
