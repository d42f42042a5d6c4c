#![doc = include_str!("date_order.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C106",
    name: "date-order",
    severity: Severity::Error,
    explanation: include_str!("date_order.md"),
};

/// The message and the help; `key` is that of the first day.
pub(crate) fn words(key: &str, from: &str, until: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Bắt đầu {from} sau khi kết thúc {until}"),
            format!("it begins on {from}, after it ends on {until}"),
        ),
        Words::new(
            format!("Sửa một trong hai ngày; `{key}` không sau `until`."),
            format!("Correct one of the dates; `{key}` is not after `until`."),
        ),
    ]
}
