#![doc = include_str!("unknown_language.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C021",
    name: "unknown-language",
    severity: Severity::Warning,
    explanation: include_str!("unknown_language.md"),
};

/// The message and the help.
pub(crate) fn words(lang: &str, known: &str) -> [Words; 2] {
    [
        Words::new(format!("Trang không có ngôn ngữ `{lang}`"), format!("the site has no language `{lang}`")),
        Words::new(
            format!("Dùng một trong: {known}; hoặc thêm vào `languages` trong site.toml."),
            format!("Use one of: {known}; or add it to `languages` in site.toml."),
        ),
    ]
}

/// The help where the first of many is told for all; `more` are the others.
pub(crate) fn words_of_more(help: &Words, more: usize) -> Words {
    let Words { vi, en } = help;
    Words::new(
        format!("{vi} Còn {more} chỗ nữa như vậy."),
        format!("{en} It is the same in {more} more places."),
    )
}
