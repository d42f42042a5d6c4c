#![doc = include_str!("unreadable_file.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C014",
    name: "unreadable-file",
    severity: Severity::Error,
    explanation: include_str!("unreadable_file.md"),
};

/// The message and the help.
pub(crate) fn words(reason: &str) -> [Words; 2] {
    [
        Words::new(format!("Không đọc được tệp: {reason}"), format!("the file cannot be read: {reason}")),
        Words::new("Kiểm tra quyền đọc của tệp.", "Check that you may read the file."),
    ]
}
