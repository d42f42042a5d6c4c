#![doc = include_str!("paper_cycle.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C321",
    name: "paper-cycle",
    severity: Severity::Error,
    explanation: include_str!("paper_cycle.md"),
};

/// The message and the help.
pub(crate) fn words(chain: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Thủ tục cần giấy tờ mà chính vòng này cấp ra: {chain}"),
            format!("each of these waits for the next, through a paper that it yields: {chain}"),
        ),
        Words::new(
            "Xem lại `obtained_by` của giấy tờ và `documents` của thủ tục: một chỗ sai.",
            "Look at `obtained_by` of the paper and `documents` of the procedures: one is wrong.",
        ),
    ]
}
