#![doc = include_str!("calendar_overdue.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C206",
    name: "calendar-overdue",
    severity: Severity::Error,
    explanation: include_str!("calendar_overdue.md"),
};

/// The message and the help.
pub(crate) fn words(year: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Chưa có lịch nghỉ năm {year} mà thời hạn tính từ hôm nay đã sang năm đó"),
            format!("there is no calendar of {year}, and time limits that begin today end in it"),
        ),
        Words::new(
            format!(
                "Tạo content/calendar/{year}.yaml; chưa có quyết định thì ghi ngày nghỉ theo luật và `complete: false`."
            ),
            format!(
                "Write content/calendar/{year}.yaml; until there is a decision, the days the law sets and `complete: false`."
            ),
        ),
    ]
}
