#![doc = include_str!("bad_email.md")]

use crate::check::meant;
use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C116",
    name: "bad-email",
    severity: Severity::Error,
    explanation: include_str!("bad_email.md"),
};

/// The message and the help.
pub(crate) fn words(text: &str) -> [Words; 2] {
    let help = match meant::email(text) {
        Some(mail) => Words::new(format!("Viết `{mail}`."), format!("Write `{mail}`.")),
        None => Words::new("Viết dạng `ten@ten-mien.vn`.", "Write it like `name@domain.vn`."),
    };
    [Words::new(format!("`{text}` không phải địa chỉ thư"), format!("`{text}` is not a mail address")), help]
}
