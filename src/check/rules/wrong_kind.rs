#![doc = include_str!("wrong_kind.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C009",
    name: "wrong-kind",
    severity: Severity::Error,
    explanation: include_str!("wrong_kind.md"),
};

/// The same, where it is known what it would be.
pub(crate) fn words_of_better([message, _]: [Words; 2], better: &str) -> [Words; 2] {
    [message, Words::new(format!("Viết `{better}`."), format!("Write `{better}`."))]
}

/// The same where a list of parts of the record belongs; `own` are those it has.
pub(crate) fn words_of_parts([message, _]: [Words; 2], own: &str) -> [Words; 2] {
    [
        message,
        Words::new(
            format!("Viết `{own}`; phần nào đã có nguồn thì bỏ ra."),
            format!("Write `{own}`, without those parts that have a source."),
        ),
    ]
}

/// The same where its `key` takes one of some words.
pub(crate) fn words_of_choice([message, _]: [Words; 2], key: &str, known: &str) -> [Words; 2] {
    [
        message,
        Words::new(
            format!("Viết `{{{key}: …}}` với một trong: {known}."),
            format!("Write `{{{key}: …}}` with one of: {known}."),
        ),
    ]
}

/// The same of a list of values where one belongs.
pub(crate) fn words_of_one(first: &str) -> [Words; 2] {
    [
        Words::new(
            "Ở đây chỉ ghi được một giá trị, không phải danh sách",
            "this takes one value, not a list",
        ),
        Words::new(format!("Chỉ viết một giá trị, như `{first}`."), format!("Write one, like `{first}`.")),
    ]
}

/// The message and the help.
pub(crate) fn words(expected_vi: &str, expected_en: &str, found_vi: &str, found_en: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Ở đây cần {expected_vi}, không phải {found_vi}"),
            format!("this should be {expected_en}, not {found_en}"),
        ),
        Words::new(format!("Viết lại thành {expected_vi}."), format!("Write {expected_en} here.")),
    ]
}
