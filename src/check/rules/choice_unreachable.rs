#![doc = include_str!("choice_unreachable.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C326",
    name: "choice-unreachable",
    severity: Severity::Error,
    explanation: include_str!("choice_unreachable.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new(
            "Không câu trả lời nào dẫn tới kết quả này: các kết quả ở trên đã khớp hết",
            "no answer leads to this outcome: those above already fit everything it is for",
        ),
        Words::new(
            "Xoá kết quả này, hoặc thu hẹp `when` của kết quả ở trên.",
            "Delete it, or narrow `when` of one above.",
        ),
    ]
}

/// Of a question that decides nothing.
pub(crate) fn question_words(question: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Câu hỏi `{question}` không đổi kết quả nào"),
            format!("the question `{question}` decides no outcome"),
        ),
        Words::new(
            "Xoá câu hỏi, hoặc ghi câu trả lời của nó vào `when`.",
            "Delete the question, or name its answers in `when`.",
        ),
    ]
}
