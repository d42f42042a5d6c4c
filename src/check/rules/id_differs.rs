#![doc = include_str!("id_differs.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C018",
    name: "id-differs",
    severity: Severity::Error,
    explanation: include_str!("id_differs.md"),
};

/// The message and the help.
pub(crate) fn words(id: &str, stem: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`id` là `{id}` nhưng tệp tên là `{stem}`"),
            format!("`id` is `{id}` but the file is called `{stem}`"),
        ),
        Words::new(
            format!("Viết `{stem}`, hoặc xoá dòng `id`."),
            format!("Write `{stem}`, or delete the line."),
        ),
    ]
}
