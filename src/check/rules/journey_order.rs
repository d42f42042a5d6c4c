#![doc = include_str!("journey_order.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C320",
    name: "journey-order",
    severity: Severity::Error,
    explanation: include_str!("journey_order.md"),
};

/// The message and the help.
pub(crate) fn words(step: &str, earlier: &str, paper: Option<&str>) -> [Words; 2] {
    let (vi, en) = paper.map_or_else(
        || ("`related.before`".to_owned(), "`related.before`".to_owned()),
        |it| (format!("cần giấy `{it}`"), format!("needs the paper `{it}`")),
    );
    [
        Words::new(
            format!("`{step}` phải làm sau `{earlier}` ({vi}), nhưng tình huống xếp trước"),
            format!("`{step}` has to come after `{earlier}` ({en}), but stands before it"),
        ),
        Words::new(
            format!("Đưa bước `{earlier}` lên trước bước `{step}`."),
            format!("Move the step `{earlier}` before `{step}`."),
        ),
    ]
}

/// The same of a first step that is done in place of the one before.
pub(crate) fn words_of_or() -> [Words; 2] {
    [
        Words::new(
            "Bước đầu tiên làm thay cho bước trước, mà không có bước nào trước nó",
            "the first step is done in place of the one before, and there is none",
        ),
        Words::new(
            "Bỏ `or: true`, hoặc đưa bước này xuống sau bước mà nó thay.",
            "Leave out `or: true`, or move the step behind the one whose place it takes.",
        ),
    ]
}
