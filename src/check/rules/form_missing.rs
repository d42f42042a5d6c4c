#![doc = include_str!("form_missing.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C303",
    name: "form-missing",
    severity: Severity::Error,
    explanation: include_str!("form_missing.md"),
};

/// The message and the help; `near` is the file that looks most like it.
pub(crate) fn words(path: &str, near: Option<&str>) -> [Words; 2] {
    let help = match near {
        Some(near) => Words::new(format!("Viết `{near}`."), format!("Write `{near}`.")),
        None => Words::new(
            format!("Đặt tệp vào `content/{path}`; đường dẫn bắt đầu bằng `files/`."),
            format!("Put the file at `content/{path}`; the path begins with `files/`."),
        ),
    };
    [Words::new(format!("Không có biểu mẫu `{path}`"), format!("there is no form `{path}`")), help]
}
