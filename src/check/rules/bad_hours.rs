#![doc = include_str!("bad_hours.md")]

use super::REPEATED;
use super::wrong_kind::{Place, words_of_items};
use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C117",
    name: "bad-hours",
    severity: Severity::Error,
    explanation: include_str!("bad_hours.md"),
};

/// The message and the help; `meant` is what was meant for certain, in the form of the content.
pub(crate) fn words(text: &str, meant: Option<&str>) -> [Words; 2] {
    let help = match meant {
        Some(it) => Words::new(format!("Viết `\"{it}\"`."), format!("Write `\"{it}\"`.")),
        None => Words::new(
            "Viết giờ:phút trong nháy, giờ mở trước giờ đóng: from: \"07:30\", until: \"11:30\".",
            "Write hour:minute in quotes, opening before closing: from: \"07:30\", until: \"11:30\".",
        ),
    };
    [message(text), help]
}

/// Of hours after noon that are counted from noon on; what was written and what was meant.
pub(crate) fn words_of_afternoon(written: [String; 2], meant: [String; 2]) -> [Words; 2] {
    let ([from, until], [opens, closes]) = (written, meant);
    let help = format!("from: \"{opens}\", until: \"{closes}\"");
    [
        Words::new(
            format!("{from}–{until} là giờ ban đêm; giờ chiều viết theo 24 giờ"),
            format!("{from}–{until} is at night; hours after noon are written by the 24-hour clock"),
        ),
        Words::new(format!("Viết `{help}`."), format!("Write `{help}`.")),
    ]
}

/// Of hours of which each is right.
pub(crate) fn words_of_order(from: &str, until: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Giờ đóng `{until}` không sau giờ mở `{from}`"),
            format!("the office closes at `{until}`, which is not after `{from}`, when it opens"),
        ),
        Words::new(
            "Viết giờ mở ở `from`, giờ đóng ở `until`, theo 24 giờ: 5 giờ chiều là `\"17:00\"`.",
            "Write in `from` when it opens and in `until` when it closes, by 24 hours: 5 p.m. is `\"17:00\"`.",
        ),
    ]
}

/// Of hours that are written in words.
pub(crate) fn words_of_rows(text: &str, rows: &[String], place: &Place) -> [Words; 2] {
    words_of_items(&message(text), rows, place)
}

/// Of the days of one row.
pub(crate) fn words_of_days(text: &str, meant: &str) -> [Words; 2] {
    let text = one_line(text);
    let message = Words::new(
        format!("`{text}` không phải danh sách ngày trong tuần"),
        format!("`{text}` is not a list of weekdays"),
    );
    [message, Words::new(format!("Viết `{meant}`."), format!("Write `{meant}`."))]
}

fn message(text: &str) -> Words {
    let text = one_line(text);
    Words::new(format!("`{text}` không phải giờ mở cửa hợp lệ"), format!("`{text}` is not an opening hour"))
}

/// On one line, and no more of it than somebody reads.
fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.len() <= REPEATED { line } else { line.chars().take(60).chain(['…']).collect() }
}
