#![doc = include_str!("unknown_rule.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C312",
    name: "unknown-rule",
    severity: Severity::Warning,
    explanation: include_str!("unknown_rule.md"),
};

/// The message and the help; `near` is the rule that looks most like it.
pub(crate) fn words(name: &str, near: Option<&str>) -> [Words; 2] {
    let help = match near {
        Some(near) => Words::new(format!("Viết `{near}`."), format!("Write `{near}`.")),
        None => Words::new(
            "Dùng mã hoặc tên đứng trong ngoặc của lời báo, như C305 hay unused-entry.",
            "Use the code or name that a message shows, like C305 or unused-entry.",
        ),
    };
    [Words::new(format!("Không có quy tắc `{name}`"), format!("there is no rule `{name}`")), help]
}
