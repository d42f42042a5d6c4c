#![doc = include_str!("prose_without_record.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C020",
    name: "prose-without-record",
    severity: Severity::Error,
    explanation: include_str!("prose_without_record.md"),
};

/// The message and the help.
pub(crate) fn words(stem: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Bài viết này không có bản ghi `{stem}.yaml`"),
            format!("this prose has no record `{stem}.yaml`"),
        ),
        Words::new(
            format!("Tạo `{stem}.yaml` bên cạnh, hoặc thêm bản ghi vào đầu tệp giữa hai dòng `---`."),
            format!("Write `{stem}.yaml` beside it, or put the record at the top between two lines `---`."),
        ),
    ]
}
