#![doc = include_str!("image_without_text.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C408",
    name: "image-without-text",
    severity: Severity::Error,
    explanation: include_str!("image_without_text.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new("Hình không có chữ thay thế", "the picture has no text"),
        Words::new(
            "Viết điều hình cho thấy: ![Sơ đồ đấu nối](…).",
            "Say what it shows: ![Connection diagram](…).",
        ),
    ]
}
