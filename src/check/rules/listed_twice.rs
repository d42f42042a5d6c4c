#![doc = include_str!("listed_twice.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C120",
    name: "listed-twice",
    severity: Severity::Error,
    explanation: include_str!("listed_twice.md"),
};

/// The message and the help.
pub(crate) fn words(what: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{what}` đã có trong danh sách này"),
            format!("`{what}` is in this list already"),
        ),
        Words::new("Xoá một trong hai.", "Delete one of the two."),
    ]
}

/// The same of an id that an item has, which another had first, in that line.
pub(crate) fn words_of_id(id: &str, line: usize) -> [Words; 2] {
    [
        Words::new(
            format!("Mã `{id}` đã là của mục ở dòng {line}"),
            format!("the id `{id}` is that of the item in line {line} already"),
        ),
        Words::new(
            "Đặt mã khác cho một trong hai, hoặc gộp hai mục lại.",
            "Give one of the two another id, or merge them.",
        ),
    ]
}
