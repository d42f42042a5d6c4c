#![doc = include_str!("unknown_file.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C016",
    name: "unknown-file",
    severity: Severity::Error,
    explanation: include_str!("unknown_file.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new("Tệp này không thuộc loại nội dung nào", "this file is no kind of content"),
        Words::new(
            "Đặt vào procedures, agencies, offices, journeys, calendar, pages hoặc files; đuôi .yaml hoặc .md.",
            "Move it to procedures, agencies, offices, journeys, calendar, pages or files; it ends in .yaml or .md.",
        ),
    ]
}
