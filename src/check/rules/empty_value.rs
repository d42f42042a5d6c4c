#![doc = include_str!("empty_value.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C010",
    name: "empty-value",
    severity: Severity::Error,
    explanation: include_str!("empty_value.md"),
};

/// The same of an item of a list.
pub(crate) fn words_of_item() -> [Words; 2] {
    [
        Words::new("Mục này của danh sách chưa có gì", "this item of the list is empty"),
        Words::new("Điền nội dung, hoặc xoá mục này.", "Fill it in, or delete the item."),
    ]
}

/// The same of a text without a word in it.
pub(crate) fn words_of_text() -> [Words; 2] {
    let [_, help] = words("");
    [Words::new("Ở đây chưa có chữ nào", "there are no words here"), help]
}

/// The message and the help.
pub(crate) fn words(key: &str) -> [Words; 2] {
    [
        Words::new(format!("`{key}` chưa có giá trị"), format!("`{key}` has no value")),
        Words::new("Điền giá trị, hoặc xoá cả dòng.", "Fill it in, or delete the line."),
    ]
}
