#![doc = include_str!("golden_line.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C311",
    name: "golden-line",
    severity: Severity::Error,
    explanation: include_str!("golden_line.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new(
            "Dòng này không phải một câu hỏi và một mã thủ tục",
            "this line is not one query and one procedure",
        ),
        Words::new("Viết: câu hỏi, một Tab, mã thủ tục.", "Write: query, a tab, the procedure's id."),
    ]
}
