#![doc = include_str!("choice_size.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C323",
    name: "choice-size",
    severity: Severity::Error,
    explanation: include_str!("choice_size.md"),
};

/// The message and the help.
pub(crate) fn words(questions: usize, combinations: usize) -> [Words; 2] {
    [
        Words::new(
            format!(
                "{questions} câu hỏi, {combinations} tổ hợp câu trả lời: cần từ 1 đến 6 câu và nhiều nhất 500 tổ hợp"
            ),
            format!(
                "{questions} questions, {combinations} combinations: 1 to 6 questions, at most 500 combinations"
            ),
        ),
        Words::new(
            "Bỏ câu hỏi không quyết định kết quả, hoặc tách thành hai tệp.",
            "Remove questions that decide nothing, or make two files of it.",
        ),
    ]
}
