#![doc = include_str!("theme_words.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C419",
    name: "theme-words",
    severity: Severity::Warning,
    explanation: include_str!("theme_words.md"),
};

/// The message and the help; `near` is the known word that looks most like it.
pub(crate) fn words_of_unknown(key: &str, near: Option<&str>) -> [Words; 2] {
    let help = match near {
        Some(near) => Words::new(format!("Viết `{near}`."), format!("Write `{near}`.")),
        None => Words::new(
            format!("Xoá dòng này, hoặc dùng `w.{key}` trong một mẫu của giao diện."),
            format!("Remove it, or use `w.{key}` in a template of the theme."),
        ),
    };
    [
        Words::new(format!("Không mẫu nào dùng lời `{key}`"), format!("no template uses the word `{key}`")),
        help,
    ]
}

/// The message and the help for a file whose name says no language.
pub(crate) fn words_of_name() -> [Words; 2] {
    [
        Words::new("Tệp này không được đọc", "this file is not read"),
        Words::new(
            "Đặt tên theo thứ tiếng: `vi.yaml`, `en.yaml`.",
            "Name it after its language: `vi.yaml`, `en.yaml`.",
        ),
    ]
}

/// How many of the missing ones are named.
const NAMED: usize = 8;

/// The same of words that a language lacks.
pub(crate) fn words_of_missing(language: &str, keys: &[&str]) -> [Words; 2] {
    let named: Vec<String> = keys.iter().take(NAMED).map(|it| format!("`{it}`")).collect();
    let more = if NAMED < keys.len() { ", …" } else { "" };
    let (count, named) = (keys.len(), named.join(", "));
    [
        Words::new(
            format!("Thiếu {count} lời bằng `{language}`: trang hiện lời bằng tiếng khác"),
            format!("words missing in `{language}`: {count}; pages have them in another language"),
        ),
        Words::new(
            format!("Thêm vào tệp này: {named}{more}."),
            format!("Add them to this file: {named}{more}."),
        ),
    ]
}
