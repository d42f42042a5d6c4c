#![doc = include_str!("duplicate_key.md")]

use super::wrong_kind::{Place, words_of_items};
use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C008",
    name: "duplicate-key",
    severity: Severity::Error,
    explanation: include_str!("duplicate_key.md"),
};

/// The message and the help.
pub(crate) fn words(key: &str, line: usize) -> [Words; 2] {
    [
        Words::new(format!("Khoá `{key}` viết hai lần"), format!("the key `{key}` is written twice")),
        Words::new(
            format!("Giữ một dòng; lần đầu ở dòng {line}."),
            format!("Keep one of them; the first is on line {line}."),
        ),
    ]
}

/// The same of one without a value, where that line has one.
pub(crate) fn words_of_empty([message, _]: [Words; 2], line: usize) -> [Words; 2] {
    let help = Words::new(
        format!("Xoá chỗ này: nó để trống, còn giá trị ở dòng {line}."),
        format!("Delete this one: it is empty, and the value is on line {line}."),
    );
    [message, help]
}

/// Of opening hours with two openings in one of their `rows`.
pub(crate) fn words_of_hours(rows: &[String], place: &Place) -> [Words; 2] {
    let message = Words::new(
        "Khoá `from`, `until` viết hai lần: mỗi khoảng giờ là một mục",
        "the keys `from` and `until` are written twice: each opening is an item",
    );
    words_of_items(&message, rows, place)
}
