#![doc = include_str!("other_language.md")]

use super::REPEATED;
use super::yaml_syntax::quoted;
use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C430",
    name: "other-language",
    severity: Severity::Warning,
    explanation: include_str!("other_language.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new("Phần `en` ghi tiếng Việt", "what stands below `en` is Vietnamese"),
        Words::new(
            "Dịch sang tiếng Anh; chưa dịch thì xoá phần `en`: trang tiếng Anh tự ghi phần tiếng Việt, và nói rõ đó là tiếng Việt.",
            "Translate it, or delete `en`: the English page then has the Vietnamese text, marked as that.",
        ),
    ]
}

/// The same of prose.
pub(crate) fn words_of_prose() -> [Words; 2] {
    [
        Words::new("Bài tiếng Anh này viết bằng tiếng Việt", "this English prose is in Vietnamese"),
        Words::new("Dịch sang tiếng Anh, hoặc xoá tệp này.", "Translate it, or delete this file."),
    ]
}

/// The same of two texts that changed places.
pub(crate) fn words_of_swapped(vi: &str, en: &str) -> [Words; 2] {
    let better = format!("{{vi: {}, en: {}}}", quoted(en), quoted(vi));
    [
        Words::new("Phần `vi` và phần `en` đổi chỗ cho nhau", "`vi` and `en` have changed places"),
        if better.len() <= REPEATED {
            Words::new(format!("Viết `{better}`."), format!("Write `{better}`."))
        } else {
            Words::new("Đổi lại chỗ hai phần.", "Put each in the place of the other.")
        },
    ]
}
