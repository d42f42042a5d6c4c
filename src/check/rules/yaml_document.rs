#![doc = include_str!("yaml_document.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C005",
    name: "yaml-document",
    severity: Severity::Error,
    explanation: include_str!("yaml_document.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new(
            "Tệp có hai tài liệu YAML hoặc một khoá không phải chữ",
            "the file has a second YAML document, or a key that is not text",
        ),
        Words::new(
            "Mỗi tệp một bản ghi; bỏ dòng `---` thừa, khoá là một từ.",
            "Keep one record per file: remove the extra `---`; a key is a word.",
        ),
    ]
}
