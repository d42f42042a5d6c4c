#![doc = include_str!("idle_key.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C134",
    name: "idle-key",
    severity: Severity::Error,
    explanation: include_str!("idle_key.md"),
};

/// The message and the help: of the key beside `of: value`, and the value with which it would say something.
pub(crate) fn words(key: &str, [of, value, meant]: [&str; 3]) -> [Words; 2] {
    [
        Words::new(
            format!("`{key}` không đi với `{of}: {value}`"),
            format!("`{key}` does not go with `{of}: {value}`"),
        ),
        Words::new(
            format!("Viết `{of}: {meant}`, hoặc xoá `{key}`."),
            format!("Write `{of}: {meant}`, or delete `{key}`."),
        ),
    ]
}
