#![doc = include_str!("yaml_limits.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C004",
    name: "yaml-limits",
    severity: Severity::Error,
    explanation: include_str!("yaml_limits.md"),
};

/// The message and the help.
pub(crate) fn words(what_vi: &str, what_en: &str) -> [Words; 2] {
    [
        Words::new(format!("Tệp {what_vi}"), format!("the file {what_en}")),
        Words::new("Chia tệp ra, hoặc bớt các tầng lồng nhau.", "Split the file, or nest less."),
    ]
}
