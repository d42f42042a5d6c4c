#![doc = include_str!("apply_host.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C108",
    name: "apply-host",
    severity: Severity::Error,
    explanation: include_str!("apply_host.md"),
};

/// The message and the help.
pub(crate) fn words(host: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Nút nộp hồ sơ dẫn đến `{host}`, không có trong site.toml"),
            format!("`apply` leads to `{host}`, which site.toml does not allow"),
        ),
        Words::new(
            format!("Sửa địa chỉ, hoặc thêm \"{host}\" vào `apply_hosts` dưới `[links]` trong site.toml."),
            format!("Correct the address, or add \"{host}\" to `apply_hosts` under `[links]` in site.toml."),
        ),
    ]
}

/// The message and the help, for the form of comments.
pub(crate) fn words_of_feedback(host: &str) -> [Words; 2] {
    let [_, help] = words(host);
    let message = Words::new(
        format!("`feedback` dẫn đến `{host}`, không có trong `apply_hosts`"),
        format!("`feedback` leads to `{host}`, which `apply_hosts` does not allow"),
    );
    [message, help]
}
