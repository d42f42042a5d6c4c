#![doc = include_str!("bad_file_name.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C015",
    name: "bad-file-name",
    severity: Severity::Error,
    explanation: include_str!("bad_file_name.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new("Tên tệp không dùng được trên mọi máy", "the file's name does not work on every system"),
        Words::new(
            "Đổi tên: chữ thường không dấu, chữ số, gạch nối.",
            "Rename it: small letters without marks, digits, hyphens.",
        ),
    ]
}
