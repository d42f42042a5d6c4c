#![doc = include_str!("lone_quote.md")]

use super::REPEATED;
use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C424",
    name: "lone-quote",
    severity: Severity::Warning,
    explanation: include_str!("lone_quote.md"),
};

/// The message and the help, of a value as it is written.
pub(crate) fn words(written: &str) -> [Words; 2] {
    let inner = written.strip_suffix('"').filter(|it| it.len() <= REPEATED && !it.contains(['\n', '\\']));
    let better = format!("\"{}\"", inner.unwrap_or("…"));
    [
        Words::new(
            "Dấu `\"` này lẻ đôi, và sẽ hiện trên trang",
            "this `\"` has no partner, and will be shown",
        ),
        Words::new(format!("Viết `{better}`, hoặc xoá dấu này."), format!("Write `{better}`, or delete it.")),
    ]
}
