#![doc = include_str!("choice_outcome.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C327",
    name: "choice-outcome",
    severity: Severity::Error,
    explanation: include_str!("choice_outcome.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new(
            "Kết quả cần đúng một trong `procedure` và `call`",
            "an outcome has either `procedure` or `call`",
        ),
        Words::new(
            "Ghi `procedure: <mã>`, hoặc `call: …` khi không thủ tục nào hợp.",
            "Write `procedure: <id>`, or `call: …` where no procedure fits.",
        ),
    ]
}
