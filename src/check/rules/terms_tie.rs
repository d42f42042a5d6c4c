#![doc = include_str!("terms_tie.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C111",
    name: "terms-tie",
    severity: Severity::Error,
    explanation: include_str!("terms_tie.md"),
};

/// The message and the help.
pub(crate) fn words(what_vi: &str, what_en: &str, cell: &str, line: usize) -> [Words; 2] {
    [
        Words::new(
            format!("Hai dòng nói khác nhau về {what_vi} cho: {cell}"),
            format!("two rows give a different {what_en} for: {cell}"),
        ),
        Words::new(
            format!(
                "Thêm một dòng riêng cho trường hợp đó, hoặc sửa một trong hai; dòng kia là dòng {line}."
            ),
            format!("Add a row for exactly that, or correct one; the other is on line {line}."),
        ),
    ]
}
