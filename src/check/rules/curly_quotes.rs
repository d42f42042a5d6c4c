#![doc = include_str!("curly_quotes.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C418",
    name: "curly-quotes",
    severity: Severity::Warning,
    explanation: include_str!("curly_quotes.md"),
};

/// The message and the help; `inner` is what stands between the quotes.
pub(crate) fn words(inner: &str) -> [Words; 2] {
    [
        Words::new(
            "Dấu ngoặc cong là một phần của chữ, và sẽ hiện trên trang",
            "curly quotes are part of the text, and will be shown",
        ),
        Words::new(
            format!("Dùng ngoặc thẳng: `\"{inner}\"`; thật sự muốn hiện ngoặc cong thì `\"“{inner}”\"`."),
            format!("Write straight ones: `\"{inner}\"`; if they are to be shown, `\"“{inner}”\"`."),
        ),
    ]
}
