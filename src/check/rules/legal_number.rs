#![doc = include_str!("legal_number.md")]

use super::REPEATED;
use super::yaml_syntax::quoted;
use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C138",
    name: "legal-number",
    severity: Severity::Warning,
    explanation: include_str!("legal_number.md"),
};

/// The message and the help of a number whose kind lacks the stroke of `Đ`.
pub(crate) fn words_of_stroke(number: &str, meant: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Số văn bản `{number}` ghi D thay cho Đ"),
            format!("the number `{number}` has D in the place of Đ"),
        ),
        Words::new(format!("Viết `{meant}`."), format!("Write `{meant}`.")),
    ]
}

/// The same of a number and a title that changed places; these are what was meant.
pub(crate) fn words_of_swapped(number: &str, title: &str) -> [Words; 2] {
    let message =
        Words::new("`number` và `title` đổi chỗ cho nhau", "`number` and `title` have changed places");
    let help = if title.len() <= REPEATED {
        let title = quoted(title);
        Words::new(
            format!("Viết `number: {number}` và `title: {title}`."),
            format!("Write `number: {number}` and `title: {title}`."),
        )
    } else {
        Words::new("Đổi lại chỗ hai giá trị.", "Put each in the place of the other.")
    };
    [message, help]
}

/// The same of a title that begins with the number of `other`.
pub(crate) fn words_of_other(number: &str, other: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`title` ghi số `{other}`, còn ở đây ghi `{number}`"),
            format!("`title` has the number `{other}`, and this is `{number}`"),
        ),
        Words::new(
            "Đối chiếu với văn bản, rồi sửa chỗ sai.",
            "Compare both with the text itself, and correct the one that is wrong.",
        ),
    ]
}

/// The same of a number that the entry `id` has.
pub(crate) fn words_of_same(number: &str, id: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{number}` đã là số của `{id}`"),
            format!("`{number}` is the number of `{id}` already"),
        ),
        Words::new(
            format!(
                "Mục chép ra để ghi văn bản khác thì sửa `number` và `title`; chép thừa thì xoá mục, ở đâu dùng nó thì ghi `{id}`."
            ),
            format!(
                "If it was copied for another text, write that one's `number` and `title`; if not, delete it, and write `{id}` where it is named."
            ),
        ),
    ]
}
