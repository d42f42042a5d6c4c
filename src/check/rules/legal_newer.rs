#![doc = include_str!("legal_newer.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C130",
    name: "legal-newer",
    severity: Severity::Warning,
    explanation: include_str!("legal_newer.md"),
};

/// The message and the help.
pub(crate) fn words(id: &str, effective: &str, reviewed: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Văn bản `{id}` có hiệu lực từ {effective}, sau lần đối chiếu {reviewed}"),
            format!("`{id}` is in force since {effective}, after the review of {reviewed}"),
        ),
        Words::new(
            "Đối chiếu lại theo văn bản này rồi sửa `reviewed`, hoặc sửa `effective` trong legal.yaml.",
            "Review the record by this text and correct `reviewed`, or correct `effective` in legal.yaml.",
        ),
    ]
}
