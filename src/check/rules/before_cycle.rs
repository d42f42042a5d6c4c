#![doc = include_str!("before_cycle.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C306",
    name: "before-cycle",
    severity: Severity::Error,
    explanation: include_str!("before_cycle.md"),
};

/// The message and the help.
pub(crate) fn words(chain: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Thủ tục phải làm trước lẫn nhau: {chain}"),
            format!("each of these has to come before the other: {chain}"),
        ),
        Words::new("Bỏ một mã khỏi `related.before`.", "Remove one id from `related.before`."),
    ]
}
