#![doc = include_str!("bad_number.md")]

use crate::check::meant;
use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C114",
    name: "bad-number",
    severity: Severity::Error,
    explanation: include_str!("bad_number.md"),
};

/// The message and the help.
pub(crate) fn words(text: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{text}` không phải số nguyên từ 0 đến 9999"),
            format!("`{text}` is not a whole number from 0 to 9999"),
        ),
        match meant::number(text) {
            Some(it) => Words::new(format!("Viết `{it}`."), format!("Write `{it}`.")),
            None => Words::new("Viết số không có dấu chấm, không có chữ: 2.", "Write digits only: 2."),
        },
    ]
}
