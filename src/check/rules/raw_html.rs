#![doc = include_str!("raw_html.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C404",
    name: "raw-html",
    severity: Severity::Error,
    explanation: include_str!("raw_html.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new("Không viết HTML trong bài", "prose has no HTML in it"),
        Words::new("Dùng Markdown; dấu < viết là \\<.", "Use Markdown; write a < as \\<."),
    ]
}
