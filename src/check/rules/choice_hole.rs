#![doc = include_str!("choice_hole.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C324",
    name: "choice-hole",
    severity: Severity::Error,
    explanation: include_str!("choice_hole.md"),
};

/// The message and the help.
pub(crate) fn words(holes: usize, example: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Trả lời {example} thì không có kết quả nào ({holes} tổ hợp như vậy)"),
            format!("answers that have no outcome: {example} ({holes} such combinations in all)"),
        ),
        Words::new(
            format!(
                "Thêm dòng `{{when: [{}], procedure: …}}`, hoặc `call: …` khi không thủ tục nào hợp.",
                example.replace(" + ", ", ")
            ),
            format!(
                "Add `{{when: [{}], procedure: …}}`, or `call: …` where no procedure fits.",
                example.replace(" + ", ", ")
            ),
        ),
    ]
}
