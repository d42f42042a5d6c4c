#![doc = include_str!("bad_alias.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C121",
    name: "bad-alias",
    severity: Severity::Error,
    explanation: include_str!("bad_alias.md"),
};

/// The message and the help.
pub(crate) fn words(text: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{text}` không phải đường dẫn cũ hợp lệ"),
            format!("`{text}` is not an earlier address"),
        ),
        Words::new(
            "Viết đường dẫn từ gốc trang, không có `..`: /cu/duong-dan/.",
            "Write a path from the site's root without `..`: /old/path/.",
        ),
    ]
}
