#![doc = include_str!("unreadable_file.md")]

use std::io::ErrorKind;

use crate::diagnostic::{Rule, Severity, Words, system_in_vietnamese};

pub const RULE: Rule = Rule {
    code: "C014",
    name: "unreadable-file",
    severity: Severity::Error,
    explanation: include_str!("unreadable_file.md"),
};

/// The message and the help; `reason` are the system's own words.
pub(crate) fn words(kind: ErrorKind, reason: &str) -> [Words; 2] {
    let known = system_in_vietnamese(kind).unwrap_or(reason);
    let help = match kind {
        ErrorKind::PermissionDenied => Words::new(
            "Cho tài khoản đang dùng quyền đọc tệp.",
            "Give your account the right to read the file.",
        ),
        ErrorKind::NotFound => Words::new(
            "Tệp vừa bị xoá hoặc đổi tên; chạy lại lệnh này.",
            "The file was just deleted or renamed; run this again.",
        ),
        _ => Words::new(
            "Mở thử tệp bằng chương trình khác; nếu cũng không được thì thay bằng bản sao lưu.",
            "Try to open it with another program; if that fails too, put a copy in its place.",
        ),
    };
    [Words::new(format!("Không đọc được tệp: {known}"), format!("the file cannot be read: {reason}")), help]
}
