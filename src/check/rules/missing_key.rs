#![doc = include_str!("missing_key.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C007",
    name: "missing-key",
    severity: Severity::Error,
    explanation: include_str!("missing_key.md"),
};

/// The message and the help.
pub(crate) fn words(key: &str) -> [Words; 2] {
    [
        Words::new(format!("Thiếu khoá `{key}`"), format!("the key `{key}` is missing")),
        Words::new(format!("Thêm dòng `{key}: …`."), format!("Add a line `{key}: …`.")),
    ]
}
