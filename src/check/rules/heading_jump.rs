#![doc = include_str!("heading_jump.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C405",
    name: "heading-jump",
    severity: Severity::Error,
    explanation: include_str!("heading_jump.md"),
};

/// The message and the help.
pub(crate) fn words(level: u8, expected: u8) -> [Words; 2] {
    [
        Words::new(format!("Đề mục nhảy xuống cấp {level}"), format!("the heading jumps to level {level}")),
        Words::new(format!("Dùng cấp {expected}."), format!("Use level {expected}.")),
    ]
}
