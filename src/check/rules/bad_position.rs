#![doc = include_str!("bad_position.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C204",
    name: "bad-position",
    severity: Severity::Error,
    explanation: include_str!("bad_position.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new("Toạ độ không hợp lệ", "this is not a position on earth"),
        Words::new(
            "Viết `position: {lat: 20.95, lon: 107.08}`, tính bằng độ.",
            "Write `position: {lat: 20.95, lon: 107.08}`, in degrees.",
        ),
    ]
}

/// The same, where it is known what it would be.
pub(crate) fn words_of_better(better: &str) -> [Words; 2] {
    let [message, _] = words();
    [message, Words::new(format!("Viết `{better}`."), format!("Write `{better}`."))]
}
