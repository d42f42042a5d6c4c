#![doc = include_str!("bad_date.md")]

use jiff::civil::Date;

use crate::check::meant;
use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C105",
    name: "bad-date",
    severity: Severity::Error,
    explanation: include_str!("bad_date.md"),
};

/// The message and the help; `year` is that of a day that is written without one.
pub(crate) fn words(text: &str, year: i16) -> [Words; 2] {
    if let Some(date) = meant::date_of_year(text, year) {
        return words_of_no_year(text, date);
    }
    match meant::date(text) {
        Some(date) => [
            Words::new(
                format!("`{text}` chưa viết theo năm-tháng-ngày"),
                format!("`{text}` is not written year-month-day"),
            ),
            Words::new(format!("Viết `{date}`."), format!("Write `{date}`, if the day came first.")),
        ],
        None => {
            meant::last_day(text).map_or_else(|| words_of_none(text), |it| words_of_no_such_day(text, it))
        }
    }
}

/// The same of a day and a month.
fn words_of_no_year(text: &str, date: Date) -> [Words; 2] {
    let year = date.year();
    [
        Words::new(format!("`{text}` thiếu năm"), format!("`{text}` has no year")),
        Words::new(
            format!("Viết `{date}` nếu là năm {year}."),
            format!("Write `{date}`, if it is of {year} and the day came first."),
        ),
    ]
}

/// The same of a day that its month does not have.
fn words_of_no_such_day(text: &str, last: Date) -> [Words; 2] {
    let (day, month, year) = (last.day(), last.month(), last.year());
    [
        Words::new(
            format!("`{text}` không có thật: tháng {month} năm {year} chỉ có {day} ngày"),
            format!("`{text}` is no day: that month, {year}-{month:02}, has {day} days"),
        ),
        Words::new(
            format!("Xem lại ngày đúng rồi viết năm-tháng-ngày, như `{last}`."),
            format!("Look up the right day and write it year-month-day, like `{last}`."),
        ),
    ]
}

fn words_of_none(text: &str) -> [Words; 2] {
    [
        Words::new(format!("`{text}` không phải ngày có thật"), format!("`{text}` is not a date")),
        Words::new("Viết năm-tháng-ngày: 2026-01-31.", "Write year-month-day: 2026-01-31."),
    ]
}
