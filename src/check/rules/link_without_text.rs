#![doc = include_str!("link_without_text.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C410",
    name: "link-without-text",
    severity: Severity::Error,
    explanation: include_str!("link_without_text.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new("Liên kết không có chữ", "the link has no words"),
        Words::new("Viết nơi nó dẫn đến trong [ ].", "Say in [ ] where it leads."),
    ]
}
