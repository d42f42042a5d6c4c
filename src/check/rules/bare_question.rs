#![doc = include_str!("bare_question.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C420",
    name: "bare-question",
    severity: Severity::Warning,
    explanation: include_str!("bare_question.md"),
};

/// The message and the help.
pub(crate) fn words(name: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{name}` chỉ là chữ để hỏi, không nói tới việc này"),
            format!("`{name}` only asks, and says nothing of the matter"),
        ),
        Words::new(
            "Thêm chữ nói tới việc này, như trong `title`, hoặc xoá tên này.",
            "Add words of the matter, such as `title` has, or delete this name.",
        ),
    ]
}

/// The same of a name that says something of the matter, and asks beside it.
pub(crate) fn words_of_part(question: &str, matter: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{question}` là câu hỏi, không thuộc tên này: ai cũng hỏi như vậy, về mọi việc"),
            format!("`{question}` is a question and no part of this name: everybody asks so, of everything"),
        ),
        Words::new(
            format!("Viết `{matter}`; người dân gõ thêm câu hỏi thì vẫn tìm thấy."),
            format!("Write `{matter}`; those who type the question with it find it all the same."),
        ),
    ]
}
