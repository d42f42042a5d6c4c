#![doc = include_str!("form_missing.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C303",
    name: "form-missing",
    severity: Severity::Error,
    explanation: include_str!("form_missing.md"),
};

/// The same of a path that does not begin with `files/`; `name` is its last part.
pub(crate) fn words_outside(path: &str, name: &str) -> [Words; 2] {
    [
        missing(path),
        Words::new(
            format!("Đặt tệp vào `content/files/{name}`, rồi viết `files/{name}`."),
            format!("Put the file at `content/files/{name}`, and write `files/{name}`."),
        ),
    ]
}

/// The message and the help; `near` is the file that looks most like it.
pub(crate) fn words(path: &str, near: Option<&str>) -> [Words; 2] {
    let help = match near {
        Some(near) => Words::new(format!("Viết `{near}`."), format!("Write `{near}`.")),
        None => {
            Words::new(format!("Đặt tệp vào `content/{path}`."), format!("Put the file at `content/{path}`."))
        }
    };
    [missing(path), help]
}

/// The same of an address elsewhere.
pub(crate) fn words_of_url(url: &str) -> [Words; 2] {
    [
        Words::new(
            "`form` là tệp trong content/files; địa chỉ ở trang khác thì ghi ở `form_url`",
            "`form` is a file in content/files; an address elsewhere goes to `form_url`",
        ),
        Words::new(format!("Viết `form_url: \"{url}\"`."), format!("Write `form_url: \"{url}\"`.")),
    ]
}

fn missing(path: &str) -> Words {
    Words::new(format!("Không có biểu mẫu `{path}`"), format!("there is no form `{path}`"))
}
