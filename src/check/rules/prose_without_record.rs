#![doc = include_str!("prose_without_record.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C020",
    name: "prose-without-record",
    severity: Severity::Error,
    explanation: include_str!("prose_without_record.md"),
};

/// The message and the help; `kind` is what such a record is called in `thutuc new`.
pub(crate) fn words(stem: &str, kind: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Bài viết này không có bản ghi `{stem}.yaml`"),
            format!("this prose has no record `{stem}.yaml`"),
        ),
        Words::new(
            format!(
                "Gõ `thutuc new {kind} {stem}`: lệnh tạo `{stem}.yaml` bên cạnh; bản ghi mang tên khác thì đổi tên bài viết theo nó."
            ),
            format!(
                "Type `thutuc new {kind} {stem}`, which makes `{stem}.yaml` beside it; if the record has another name, rename the prose."
            ),
        ),
    ]
}
