#![doc = include_str!("unknown_value.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C102",
    name: "unknown-value",
    severity: Severity::Error,
    explanation: include_str!("unknown_value.md"),
};

/// The message and the help; `near` is the value that looks most like it.
pub(crate) fn words(value: &str, near: Option<&str>, known: &str) -> [Words; 2] {
    let help = match near {
        Some(near) => Words::new(format!("Viết `{near}`."), format!("Write `{near}`.")),
        None => Words::new(format!("Dùng một trong: {known}."), format!("Use one of: {known}.")),
    };
    [Words::new(format!("Ở đây không nhận `{value}`"), format!("`{value}` is not taken here")), help]
}

/// The same of a word for all parts of a record where each is named; `own` are those it has.
pub(crate) fn words_of_all(value: &str, own: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Ở đây không nhận `{value}`, phải kể tên từng phần"),
            format!("`{value}` is not taken here: each part is named"),
        ),
        Words::new(
            format!("Thay bằng `{own}`; phần nào đã có nguồn thì bỏ ra."),
            format!("Write `{own}` in its place, without those parts that have a source."),
        ),
    ]
}

/// The same of an agency's id where readers are shown who takes a step.
pub(crate) fn words_of_agency(id: &str) -> [Words; 2] {
    [
        Words::new(format!("Ở đây không nhận mã `{id}`"), format!("The id `{id}` is not taken here")),
        Words::new(
            "Viết `agency` cho cơ quan giải quyết, hoặc tên đầy đủ của cơ quan khác.",
            "Write `agency` for the one that decides, or another's full name.",
        ),
    ]
}
