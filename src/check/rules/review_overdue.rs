#![doc = include_str!("review_overdue.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C122",
    name: "review-overdue",
    severity: Severity::Warning,
    explanation: include_str!("review_overdue.md"),
};

/// The message and the help.
pub(crate) fn words(due: &str) -> [Words; 2] {
    [
        Words::new(format!("Đã quá hạn rà soát từ {due}"), format!("it was due for review on {due}")),
        Words::new(
            "Đối chiếu lại với nguồn rồi sửa `reviewed` thành ngày hôm nay.",
            "Compare it with its sources, then set `reviewed` to today.",
        ),
    ]
}
