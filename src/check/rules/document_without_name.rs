#![doc = include_str!("document_without_name.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C119",
    name: "document-without-name",
    severity: Severity::Error,
    explanation: include_str!("document_without_name.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new(
            "Giấy tờ cần đúng một trong `paper`, `name`, `any_of`",
            "a paper needs exactly one of `paper`, `name`, `any_of`",
        ),
        Words::new(
            "Dùng `paper` cho mục trong papers.yaml, `name` cho tên tự do.",
            "Use `paper` for an entry of papers.yaml, `name` for free text.",
        ),
    ]
}
