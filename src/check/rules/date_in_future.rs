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

/// The same of the day on which a text was issued.
pub(crate) fn words_of_issue(date: &str) -> [Words; 2] {
    let [message, _] = words(date);
    [
        message,
        Words::new(
            "Ghi ngày ban hành ghi trên văn bản; chưa ban hành thì chưa ghi.",
            "Write the day of issue that the text has; leave it out before there is one.",
        ),
    ]
}

/// The same of a day so many `years` ahead that its own is mistyped.
pub(crate) fn words_of_far(date: &str, years: i16) -> [Words; 2] {
    [
        Words::new(
            format!("{date} còn hơn {years} năm nữa mới đến"),
            format!("{date} is more than {years} years ahead"),
        ),
        Words::new("Xem lại năm của ngày này.", "Look at the year of this day."),
    ]
}
