#![doc = include_str!("unknown_key.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C006",
    name: "unknown-key",
    severity: Severity::Error,
    explanation: include_str!("unknown_key.md"),
};

/// The message and the help; `near` is the known key that looks most like it.
pub(crate) fn words(key: &str, near: Option<&str>, known: &str) -> [Words; 2] {
    let help = match near {
        Some(near) => Words::new(
            format!("Viết `{near}`; khoá riêng của bạn thì đặt tên `x_{key}`."),
            format!("Write `{near}`; a key of your own is called `x_{key}`."),
        ),
        None => Words::new(
            format!("Dùng một trong các khoá: {known}; khoá riêng của bạn thì đặt tên `x_{key}`."),
            format!("Use one of: {known}; a key of your own is called `x_{key}`."),
        ),
    };
    [Words::new(format!("Không có khoá `{key}` ở đây"), format!("there is no key `{key}` here")), help]
}
