#![doc = include_str!("too_many_cases.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C132",
    name: "too-many-cases",
    severity: Severity::Error,
    explanation: include_str!("too_many_cases.md"),
};

/// The message and the help.
pub(crate) fn words(count: usize, most: usize) -> [Words; 2] {
    [
        Words::new(
            format!("{count} trường hợp: một thủ tục có nhiều nhất {most}"),
            format!("{count} cases: a procedure has at most {most}"),
        ),
        Words::new(
            "Gộp các trường hợp giống nhau, hoặc tách thành nhiều thủ tục.",
            "Join cases that are alike, or make several procedures of it.",
        ),
    ]
}
