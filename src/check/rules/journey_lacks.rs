#![doc = include_str!("journey_lacks.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C322",
    name: "journey-lacks",
    severity: Severity::Warning,
    explanation: include_str!("journey_lacks.md"),
};

/// The message and the help.
pub(crate) fn words(step: &str, paper: &str, producer: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{step}` cần giấy `{paper}`, do `{producer}` cấp, nhưng tình huống không có bước đó"),
            format!("`{step}` needs the paper `{paper}` from `{producer}`, which is no step of the journey"),
        ),
        Words::new(
            format!("Thêm bước `{{procedure: {producer}}}` trước bước này."),
            format!("Add a step `{{procedure: {producer}}}` before this one."),
        ),
    ]
}
