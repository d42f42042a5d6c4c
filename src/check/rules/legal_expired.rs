#![doc = include_str!("legal_expired.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C124",
    name: "legal-expired",
    severity: Severity::Warning,
    explanation: include_str!("legal_expired.md"),
};

/// The message and the help.
pub(crate) fn words(id: &str, until: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Văn bản `{id}` hết hiệu lực từ {until}"),
            format!("`{id}` was in force until {until} only"),
        ),
        Words::new(
            "Thay bằng văn bản mới, hoặc sửa `until` trong legal.yaml.",
            "Name the text in its place, or correct `until` in legal.yaml.",
        ),
    ]
}
