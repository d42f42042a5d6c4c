#![doc = include_str!("bad_hours.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C117",
    name: "bad-hours",
    severity: Severity::Error,
    explanation: include_str!("bad_hours.md"),
};

/// The message and the help.
pub(crate) fn words(text: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{text}` không phải giờ mở cửa hợp lệ"),
            format!("`{text}` is not an opening hour"),
        ),
        Words::new(
            "Viết giờ:phút trong nháy, giờ mở trước giờ đóng: from: \"07:30\", until: \"11:30\".",
            "Write hour:minute in quotes, opening before closing: from: \"07:30\", until: \"11:30\".",
        ),
    ]
}
