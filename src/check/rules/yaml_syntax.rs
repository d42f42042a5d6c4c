#![doc = include_str!("yaml_syntax.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C001",
    name: "yaml-syntax",
    severity: Severity::Error,
    explanation: include_str!("yaml_syntax.md"),
};

/// The message and the help.
pub(crate) fn words(info: &str) -> [Words; 2] {
    [
        Words::new("YAML sai cú pháp ở đây", format!("this is not YAML: {info}")),
        Words::new(
            format!(
                "Kiểm tra thụt lề, dấu hai chấm có dấu cách theo sau, ngoặc và nháy đã đóng chưa; chữ có dấu hai chấm thì đặt trong nháy kép. Bộ đọc báo: {info}."
            ),
            "Check indentation, the space after each colon, and that brackets and quotes are closed; put text with a colon in double quotes.",
        ),
    ]
}

/// The same of a key that has no colon with a space behind it.
pub(crate) fn words_of_colon(key: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Sau `{key}` thiếu dấu hai chấm và dấu cách"),
            format!("there is no colon with a space after `{key}`"),
        ),
        Words::new(format!("Viết `{key}: …`."), format!("Write `{key}: …`.")),
    ]
}
