#![doc = include_str!("unused_case.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C125",
    name: "unused-case",
    severity: Severity::Warning,
    explanation: include_str!("unused_case.md"),
};

/// The message and the help.
pub(crate) fn words(id: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Không mục nào dùng trường hợp `{id}`"),
            format!("nothing is different in the case `{id}`"),
        ),
        Words::new(
            format!("Xoá trường hợp, hoặc thêm dòng có `case: {id}`."),
            format!("Delete it, or add a row with `case: {id}`."),
        ),
    ]
}
