#![doc = include_str!("no_accents.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C431",
    name: "no-accents",
    severity: Severity::Warning,
    explanation: include_str!("no_accents.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new("Tiếng Việt ở đây gõ không dấu", "this is Vietnamese without its marks"),
        Words::new(
            "Gõ lại có dấu. Người dân gõ không dấu vẫn tìm ra; chữ không dấu chỉ ghi ở `also_called`.",
            "Type it with them. People who search without marks find it all the same; text without them belongs in `also_called` alone.",
        ),
    ]
}

/// The same of text in which the keys of its marks stand (Telex).
pub(crate) fn words_of_keys() -> [Words; 2] {
    [
        Words::new(
            "Chữ ở đây là phím Telex chưa thành chữ có dấu",
            "these are keys of Telex that never became letters",
        ),
        Words::new(
            "Bật bộ gõ tiếng Việt (Unicode, Telex) rồi gõ lại.",
            "Switch the Vietnamese keyboard on (Unicode, Telex), and type it anew.",
        ),
    ]
}
