#![doc = include_str!("hidden_character.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C403",
    name: "hidden-character",
    severity: Severity::Error,
    explanation: include_str!("hidden_character.md"),
};

/// The message and the help.
pub(crate) fn words(c: char) -> [Words; 2] {
    let name = format!("U+{:04X}", u32::from(c));
    [
        Words::new(format!("Có ký tự ẩn {name} ở đây"), format!("there is a hidden character {name} here")),
        Words::new(
            "Xoá ký tự đó (đặt con trỏ sau chữ và bấm Backspace), hoặc gõ lại cả từ.",
            "Delete it (cursor behind it, Backspace), or type the word anew.",
        ),
    ]
}
