#![doc = include_str!("unused_entry.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C305",
    name: "unused-entry",
    severity: Severity::Warning,
    explanation: include_str!("unused_entry.md"),
};

/// The message and the help.
pub(crate) fn words(id: &str, kind_vi: &str, kind_en: &str) -> [Words; 2] {
    [
        Words::new(format!("Không ai dùng {kind_vi} `{id}`"), format!("nothing uses the {kind_en} `{id}`")),
        Words::new("Xoá mục này, hoặc dùng nó trong một thủ tục.", "Delete it, or use it in a procedure."),
    ]
}
