#![doc = include_str!("file_too_large.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C012",
    name: "file-too-large",
    severity: Severity::Error,
    explanation: include_str!("file_too_large.md"),
};

/// The message and the help.
pub(crate) fn words(bytes: u64, limit: u64) -> [Words; 2] {
    [
        Words::new(
            format!("Tệp có {bytes} byte, nhiều hơn mức {limit}"),
            format!("the file has {bytes} bytes, more than {limit}"),
        ),
        Words::new(
            "Chia tệp ra; ảnh và biểu mẫu đặt trong content/files.",
            "Split it; pictures and forms belong in content/files.",
        ),
    ]
}
