#![doc = include_str!("bad_phone.md")]

use crate::check::meant;
use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C115",
    name: "bad-phone",
    severity: Severity::Error,
    explanation: include_str!("bad_phone.md"),
};

/// The message and the help.
pub(crate) fn words(text: &str) -> [Words; 2] {
    let help = match meant::phone(text) {
        Some(number) => Words::new(
            format!("Ở đây chỉ viết một số: `{number}`; số và lời khác ghi vào `note` hay bài viết."),
            format!("Write one number here: `{number}`; others, and words, in a `note` or in prose."),
        ),
        None => Words::new(
            "Chỉ viết chữ số, dấu cách, dấu chấm, ngoặc: 1900 6769.",
            "Write digits, spaces, dots, parentheses: 1900 6769.",
        ),
    };
    [
        Words::new(format!("`{text}` không phải số điện thoại"), format!("`{text}` is not a phone number")),
        help,
    ]
}
