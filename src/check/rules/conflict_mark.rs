#![doc = include_str!("conflict_mark.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C025",
    name: "conflict-mark",
    severity: Severity::Error,
    explanation: include_str!("conflict_mark.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new(
            "Hai bản sửa của tệp này chưa được gộp: đây là dấu xung đột của Git",
            "two changes of this file were not joined: this is a mark of a Git conflict",
        ),
        Words::new(
            "Giữ một trong hai bản (hoặc gộp tay), rồi xoá các dòng `<<<<<<<`, `=======`, `>>>>>>>`.",
            "Keep one of the two sides, or join them by hand, and delete the lines `<<<<<<<`, `=======`, `>>>>>>>`.",
        ),
    ]
}
