#![doc = include_str!("front_matter.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C017",
    name: "front-matter",
    severity: Severity::Error,
    explanation: include_str!("front_matter.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new("Phần đầu `---` chưa đóng", "the front matter that begins here has no end"),
        Words::new("Thêm một dòng `---` sau khoá cuối cùng.", "Add a line `---` after the last key."),
    ]
}
