#![doc = include_str!("no_such_office.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C302",
    name: "no-such-office",
    severity: Severity::Error,
    explanation: include_str!("no_such_office.md"),
};

/// The message and the help.
pub(crate) fn words(pattern: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Không có nơi nộp nào khớp `{pattern}`"),
            format!("no office matches `{pattern}`"),
        ),
        Words::new(
            "Sửa mẫu; `*` thay cho mọi chữ: ttphcc-*.",
            "Correct the pattern; `*` stands for any letters: ttphcc-*.",
        ),
    ]
}
