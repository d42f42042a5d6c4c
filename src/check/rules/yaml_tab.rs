#![doc = include_str!("yaml_tab.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C002",
    name: "yaml-tab",
    severity: Severity::Error,
    explanation: include_str!("yaml_tab.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new("Dòng này thụt lề bằng phím Tab", "this line is indented with a tab"),
        Words::new("Thay mỗi Tab bằng hai dấu cách.", "Replace each tab with two spaces."),
    ]
}
