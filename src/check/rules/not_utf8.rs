#![doc = include_str!("not_utf8.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C011",
    name: "not-utf8",
    severity: Severity::Error,
    explanation: include_str!("not_utf8.md"),
};

/// The message and the help.
pub(crate) fn words(offset: usize) -> [Words; 2] {
    [
        Words::new(
            format!("Tệp không phải UTF-8 (từ byte thứ {offset})"),
            format!("the file is not UTF-8 (from byte {offset} on)"),
        ),
        Words::new(
            "Mở tệp rồi lưu lại với mã hoá UTF-8: trong Notepad là “Lưu thành” (Save as), mục “Mã hoá” (Encoding).",
            "Open it and save it as UTF-8: in Notepad that is “Save as”, “Encoding”.",
        ),
    ]
}
