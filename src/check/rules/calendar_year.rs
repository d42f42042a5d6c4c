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

/// The help where the first of many days is told for all; `more` are the others.
pub(crate) fn help_of_more(help: &Words, more: usize) -> Words {
    let Words { vi, en } = help;
    Words::new(
        format!("{vi} Còn {more} ngày nữa như vậy; tệp chép từ năm khác thì sửa hết các ngày."),
        format!("{en} So it is with {more} more; if the file was copied from another year, change all days."),
    )
}
