#![doc = include_str!("bad_number.md")]

use crate::check::meant;
use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C114",
    name: "bad-number",
    severity: Severity::Error,
    explanation: include_str!("bad_number.md"),
};

/// The message and the help of copies in words: how many of each kind, by its key; `is_line` says whether
/// keys stand on lines of their own.
pub(crate) fn words_of_kinds(text: &str, kinds: &[(&str, u16)], is_line: bool) -> [Words; 2] {
    let [message, _] = words(text);
    let typed: Vec<String> = kinds.iter().map(|(key, number)| format!("`{key}: {number}`")).collect();
    let (vi, en) = match (typed.len(), is_line) {
        (1, _) => ("", ""),
        (_, true) => (", mỗi khoá một dòng", ", each on a line of its own"),
        (_, false) => (", cách nhau bằng dấu phẩy", ", with a comma between them"),
    };
    let help = Words::new(
        format!("Viết {}{vi}.", typed.join(" và ")),
        format!("Write {}{en}.", typed.join(" and ")),
    );
    [message, help]
}

/// The message and the help.
pub(crate) fn words(text: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{text}` không phải số nguyên từ 0 đến 9999"),
            format!("`{text}` is not a whole number from 0 to 9999"),
        ),
        match meant::number(text) {
            Some(it) => Words::new(format!("Viết `{it}`."), format!("Write `{it}`.")),
            None => Words::new("Viết số không có dấu chấm, không có chữ: 2.", "Write digits only: 2."),
        },
    ]
}
