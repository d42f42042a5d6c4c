#![doc = include_str!("yaml_syntax.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C001",
    name: "yaml-syntax",
    severity: Severity::Error,
    explanation: include_str!("yaml_syntax.md"),
};

/// Bytes of a value that is still repeated in quotes.
const LONGEST: usize = 200;

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

/// The same of text without quotes that is something else to YAML.
pub(crate) fn words_of_quotes(text: &str) -> [Words; 2] {
    // Those of a word processor were meant as quotes.
    let inner = text.strip_prefix('“').and_then(|it| it.strip_suffix('”')).filter(|it| !it.contains('“'));
    let text = inner.unwrap_or(text);
    let quoted = match (text.contains(['"', '\\']), text.contains('\'')) {
        (false, _) => format!("\"{text}\""),
        (true, false) => format!("'{text}'"),
        (true, true) => format!("'{}'", text.replace('\'', "''")),
    };
    [
        Words::new(
            "Chữ này phải nằm trong nháy, không thì YAML hiểu ra thứ khác",
            "this text needs quotes, or it is something else to YAML",
        ),
        if text.len() <= LONGEST {
            Words::new(format!("Viết `{quoted}`."), format!("Write `{quoted}`."))
        } else {
            Words::new("Đặt cả chữ này trong nháy kép.", "Put all of it in double quotes.")
        },
    ]
}
