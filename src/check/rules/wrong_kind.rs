#![doc = include_str!("wrong_kind.md")]

use super::yaml_syntax;
use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C009",
    name: "wrong-kind",
    severity: Severity::Error,
    explanation: include_str!("wrong_kind.md"),
};

/// The same, where it is known what it would be.
pub(crate) fn words_of_better([message, _]: [Words; 2], better: &str) -> [Words; 2] {
    let [who_vi, who_en] = who(better);
    [message, Words::new(format!("Viết `{better}`.{who_vi}"), format!("Write `{better}`.{who_en}"))]
}

/// What to write for the `…` of those who take a step.
fn who(better: &str) -> [&'static str; 2] {
    if better.contains("by: …") {
        [
            " `by` là `customer` (người nộp), `agency` (cơ quan giải quyết) hoặc tên người khác.",
            " `by` is `customer`, `agency` or the name of somebody else.",
        ]
    } else {
        [""; 2]
    }
}

/// Of a list that is none, `items` as they are to be typed; each has a line of its own, or all stand
/// behind the key.
pub(crate) fn words_of_items(message: &Words, items: &[String], has_lines: bool) -> [Words; 2] {
    let words = [message.clone(), Words::new("", "")];
    match items {
        _ if !has_lines => words_of_better(words, &format!("[{}]", items.join(", "))),
        [only] if !only.contains('\n') => words_of_better(words, &format!("- {only}")),
        _ => {
            let item = |it: &String| format!("\n  - {}", it.replace('\n', "\n    "));
            let lines: String = items.iter().map(item).collect();
            let [who_vi, who_en] = who(&lines).map(|it| it.replacen(' ', "\n", 1));
            let help =
                Words::new(format!("Viết như sau:{lines}{who_vi}"), format!("Write this:{lines}{who_en}"));
            [message.clone(), help]
        }
    }
}

/// Of so many lines with `sign` for a dash, or without any; `None` of one that may be no item at all.
pub(crate) fn message_of_lines(sign: &str, count: usize) -> Option<Words> {
    match sign {
        "" if count < 2 => None,
        "" => Some(Words::new(
            "Ở đây cần danh sách: các dòng này thiếu dấu `-` ở đầu",
            "this should be a list: its lines have no `-` before them",
        )),
        _ => Some(yaml_syntax::words_of_dash(sign)[0].clone()),
    }
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
