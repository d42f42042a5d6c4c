#![doc = include_str!("cut_by_comment.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C023",
    name: "cut-by-comment",
    severity: Severity::Warning,
    explanation: include_str!("cut_by_comment.md"),
};

/// The message and the help; `whole` is the value with what is hidden.
pub(crate) fn words(whole: &str) -> [Words; 2] {
    [
        Words::new(
            "Từ dấu `#` trở đi là ghi chú: phần này không lên trang",
            "from `#` on it is a comment: this does not reach the page",
        ),
        Words::new(
            format!(
                "Đặt cả giá trị trong ngoặc kép: `\"{whole}\"`; nếu đúng là ghi chú thì viết `# ` có dấu cách."
            ),
            format!(
                "Put the whole value in quotes: `\"{whole}\"`; if it is a comment, write `# ` with a space."
            ),
        ),
    ]
}
