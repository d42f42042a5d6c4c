#![doc = include_str!("not_a_file.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C013",
    name: "not-a-file",
    severity: Severity::Error,
    explanation: include_str!("not_a_file.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new("Đây không phải tệp thường", "this is not a plain file"),
        Words::new(
            "Thay bằng tệp thật đặt trong thư mục content; thư mục thì bỏ phần đuôi.",
            "Put a real file inside the content folder; a folder has no ending.",
        ),
    ]
}
