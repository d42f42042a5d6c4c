#![doc = include_str!("yaml_tab.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C002",
    name: "yaml-tab",
    severity: Severity::Error,
    explanation: include_str!("yaml_tab.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new("Dòng này thụt lề bằng phím Tab", "this line is indented with a tab"),
        Words::new("Thay mỗi Tab bằng hai dấu cách.", "Replace each tab with two spaces."),
    ]
}

/// The same of a space that is none to YAML, as it comes with text from a web page.
pub(crate) fn words_of_space() -> [Words; 2] {
    [
        Words::new(
            "Đây là dấu cách không ngắt, không phải dấu cách thường",
            "this is a no-break space, which is no space to YAML",
        ),
        Words::new(
            "Xoá nó và gõ lại bằng phím cách; dấu này hay theo chữ chép từ trang web.",
            "Delete it and type a space; such ones come with text from web pages.",
        ),
    ]
}
