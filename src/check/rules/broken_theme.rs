#![doc = include_str!("broken_theme.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C502",
    name: "broken-theme",
    severity: Severity::Error,
    explanation: include_str!("broken_theme.md"),
};

/// The message and the help for a template that does not work; `detail` are Tera's own words.
pub(crate) fn words(detail: &str) -> [Words; 2] {
    let detail = detail.trim_end_matches('.');
    [
        Words::new("Mẫu của giao diện không dùng được", format!("the template does not work: {detail}")),
        Words::new(
            format!(
                "Sửa chỗ này; docs/theme-guide.md liệt kê các mẫu và những gì mỗi mẫu nhận được. Tera báo: {detail}."
            ),
            "Correct it here; docs/theme-guide.md lists the templates and what each of them gets.",
        ),
    ]
}

/// The same of a link.
pub(crate) fn words_of_link() -> [Words; 2] {
    [
        Words::new("Đây là liên kết, không phải tệp hay thư mục", "this is a link, not a file or a folder"),
        Words::new(
            "Chép chính tệp hay thư mục đó vào chỗ này.",
            "Copy the file or the folder itself to this place.",
        ),
    ]
}
