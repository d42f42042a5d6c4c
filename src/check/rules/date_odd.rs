#![doc = include_str!("date_odd.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C135",
    name: "date-odd",
    severity: Severity::Warning,
    explanation: include_str!("date_odd.md"),
};

/// The message and the help, where the number of a text has another year.
pub(crate) fn words_of_year(date: &str, number: &str, year: i16) -> [Words; 2] {
    [
        Words::new(
            format!("Ngày {date} không khớp số hiệu `{number}`, của năm {year}"),
            format!("{date} does not go with the number `{number}`, which is of {year}"),
        ),
        Words::new(
            format!("Sửa năm của ngày này (`{year}-…`), hoặc sửa số hiệu."),
            format!("Correct the year of this day (`{year}-…`), or the number."),
        ),
    ]
}

/// The same where a text would be in force before there was one.
pub(crate) fn words_of_order(effective: &str, issued: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Có hiệu lực từ {effective}, trước ngày ban hành {issued}"),
            format!("it is in force from {effective}, before it was issued on {issued}"),
        ),
        Words::new(
            "Sửa một trong hai ngày; đúng là có hiệu lực từ trước thì giữ nguyên.",
            "Correct one of the dates, or leave them if it was in force before indeed.",
        ),
    ]
}

/// The same where only the number says when that was.
pub(crate) fn words_of_early(effective: &str, number: &str, year: i16) -> [Words; 2] {
    [
        Words::new(
            format!("Có hiệu lực từ {effective}, trước khi có `{number}` của năm {year}"),
            format!("it is in force from {effective}, and its number `{number}` is of {year}"),
        ),
        Words::new("Sửa năm của ngày này, hoặc sửa số hiệu.", "Correct the year of this day, or the number."),
    ]
}
