#![doc = include_str!("ruled_heading.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C428",
    name: "ruled-heading",
    severity: Severity::Warning,
    explanation: include_str!("ruled_heading.md"),
};

/// The message and the help; `line` is what stands right below the words.
pub(crate) fn words(line: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Dòng `{line}` ngay dưới chữ làm chữ đó thành tiêu đề"),
            format!("`{line}` right below these words makes them a heading"),
        ),
        Words::new(
            format!(
                "Muốn một dòng kẻ thì chừa một dòng trống phía trên `{line}`; muốn tiêu đề thì xoá dòng đó và viết `## ` ở đầu dòng chữ."
            ),
            format!(
                "For a line across the page leave an empty line above `{line}`; for a heading delete it and begin the words with `## `."
            ),
        ),
    ]
}
