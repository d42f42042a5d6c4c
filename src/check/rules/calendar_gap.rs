#![doc = include_str!("calendar_gap.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C207",
    name: "calendar-gap",
    severity: Severity::Warning,
    explanation: include_str!("calendar_gap.md"),
};

/// The message and the help.
pub(crate) fn words_of_tet() -> [Words; 2] {
    [
        Words::new(
            "Lịch ghi là đủ mà không có ngày nghỉ Tết nào: ngày hẹn tính qua Tết sẽ sai",
            "the calendar is said to be whole and has no day off at Tết: due dates across it will be wrong",
        ),
        Words::new(
            "Thêm các ngày nghỉ Tết vào `off`; chưa có thông báo thì viết `complete: false`.",
            "Add the days off at Tết to `off`; until they are announced write `complete: false`.",
        ),
    ]
}

/// The same of days that nobody decided on yet.
pub(crate) fn words_of_undecided() -> [Words; 2] {
    [
        Words::new(
            "Lịch ghi là đủ mà `undecided` còn ngày chờ quyết định",
            "the calendar is said to be whole, and `undecided` has days that wait for a decision",
        ),
        Words::new(
            "Viết `complete: false`; đã có quyết định thì xoá `undecided`.",
            "Write `complete: false`; once there is a decision, delete `undecided`.",
        ),
    ]
}
