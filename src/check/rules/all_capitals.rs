#![doc = include_str!("all_capitals.md")]

use super::REPEATED;
use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C432",
    name: "all-capitals",
    severity: Severity::Warning,
    explanation: include_str!("all_capitals.md"),
};

/// The message and the help. Which words are names is not known.
pub(crate) fn words(text: &str) -> [Words; 2] {
    let message =
        Words::new("Chữ ở đây viết hoa toàn bộ", "this is written in capitals from beginning to end");
    let help = if text.len() <= REPEATED {
        let small = text.to_lowercase();
        let first = small
            .find(char::is_alphabetic)
            .map_or(0, |at| at + small[at..].chars().next().map_or(0, char::len_utf8));
        let meant = format!("{}{}", small[..first].to_uppercase(), &small[first..]);
        Words::new(
            format!("Viết `{meant}`, rồi viết hoa lại tên riêng và chữ viết tắt nếu có."),
            format!("Write `{meant}`, with the capitals of names and abbreviations if it has any."),
        )
    } else {
        Words::new(
            "Viết chữ thường; chỉ viết hoa chữ đầu câu, tên riêng và chữ viết tắt.",
            "Write small letters, with a capital at the beginning, in names and in abbreviations.",
        )
    };
    [message, help]
}
