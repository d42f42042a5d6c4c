#![doc = include_str!("calendar_missing.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C205",
    name: "calendar-missing",
    severity: Severity::Warning,
    explanation: include_str!("calendar_missing.md"),
};

/// The message and the help.
pub(crate) fn words(year: &str) -> [Words; 2] {
    [
        Words::new(format!("Chưa có lịch nghỉ năm {year}"), format!("there is no calendar of {year}")),
        Words::new(
            format!(
                "Tạo content/calendar/{year}.yaml theo quyết định của năm đó; chưa có đủ thì `complete: false`."
            ),
            format!(
                "Write content/calendar/{year}.yaml from that year's decision, with `complete: false` until it is whole."
            ),
        ),
    ]
}
