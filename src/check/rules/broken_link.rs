#![doc = include_str!("broken_link.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C406",
    name: "broken-link",
    severity: Severity::Error,
    explanation: include_str!("broken_link.md"),
};

/// The message and the help; `near` is the target that looks most like it.
pub(crate) fn words(target: &str, near: Option<&str>) -> [Words; 2] {
    let help = match near {
        Some(near) => Words::new(format!("Viết `{near}`."), format!("Write `{near}`.")),
        None => Words::new(
            "Viết đường dẫn tương đối đến tệp trong content, hoặc địa chỉ trên trang như /thu-tuc/ma/.",
            "Write the relative path of a file in content, or an address of the site like /thu-tuc/an-id/.",
        ),
    };
    [Words::new(format!("Liên kết `{target}` không dẫn đến đâu"), format!("`{target}` leads nowhere")), help]
}
