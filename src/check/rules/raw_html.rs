#![doc = include_str!("raw_html.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C404",
    name: "raw-html",
    severity: Severity::Error,
    explanation: include_str!("raw_html.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new("Không viết HTML trong bài", "prose has no HTML in it"),
        Words::new("Dùng Markdown; dấu < viết là \\<.", "Use Markdown; write a < as \\<."),
    ]
}

/// The same of a comment, which its author took for a note that nobody else sees.
pub(crate) fn words_of_note() -> [Words; 2] {
    [
        Words::new("Ghi chú riêng không được ở đây", "a note to oneself has no place here"),
        Words::new(
            "Xoá cả ghi chú, từ `<!--` đến `-->`; việc còn phải hỏi thì ghi ở nơi khác.",
            "Delete all of it, from `<!--` to `-->`; keep what is still to be asked elsewhere.",
        ),
    ]
}

/// The same of one that does not end.
pub(crate) fn words_of_open_note() -> [Words; 2] {
    [
        Words::new(
            "Ghi chú riêng không được ở đây; thiếu `-->` nên mọi dòng bên dưới cũng không lên trang",
            "a note to oneself has no place here; it lacks `-->`, so pages show none of the lines below it either",
        ),
        Words::new("Xoá từ `<!--` đến hết ghi chú.", "Delete it, from `<!--` to its last word."),
    ]
}
