#![doc = include_str!("not_nfc.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C401",
    name: "not-nfc",
    severity: Severity::Warning,
    explanation: include_str!("not_nfc.md"),
};

/// The message and the help.
pub(crate) fn words(composed: &str, count: usize) -> [Words; 2] {
    [
        Words::new(
            format!("Chữ có dấu viết bằng ký tự rời ({count} từ trong tệp)"),
            format!("accents are separate characters here ({count} words of the file)"),
        ),
        Words::new(
            format!("Gõ lại `{composed}`, hoặc lưu tệp ở dạng NFC."),
            format!("Type `{composed}` again, or save the file in normal form C."),
        ),
    ]
}
