#![doc = include_str!("unknown_value.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C102",
    name: "unknown-value",
    severity: Severity::Error,
    explanation: include_str!("unknown_value.md"),
};

/// The message and the help; `near` is the value that looks most like it.
pub(crate) fn words(value: &str, near: Option<&str>, known: &str) -> [Words; 2] {
    let help = match near {
        Some(near) => Words::new(format!("Viết `{near}`."), format!("Write `{near}`.")),
        None => Words::new(format!("Dùng một trong: {known}."), format!("Use one of: {known}.")),
    };
    [Words::new(format!("Ở đây không nhận `{value}`"), format!("`{value}` is not taken here")), help]
}
