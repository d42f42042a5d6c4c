#![doc = include_str!("offices_alike.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C328",
    name: "offices-alike",
    severity: Severity::Warning,
    explanation: include_str!("offices_alike.md"),
};

/// The message and the help of a province that goes by `usual` in other offices, as at `place`.
pub(crate) fn words_of_province(province: &str, usual: &str, place: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{province}` ở đây và `{usual}` ở {place} thành hai tỉnh trên trang nơi nộp"),
            format!("`{province}` here and `{usual}` at {place} are two provinces in the list of offices"),
        ),
        Words::new(
            format!("Viết `{usual}` ở mọi nơi nộp của tỉnh này."),
            format!("Write `{usual}` in all offices of this province."),
        ),
    ]
}

/// The same of an office of which nothing tells it from the one at `place`.
pub(crate) fn words_of_twin(title: &str, place: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{title}` cùng tên, cùng địa chỉ với nơi nộp ở {place}"),
            format!("`{title}` has the name and the address of the office at {place}"),
        ),
        Words::new(
            "Tệp chép ra để viết nơi khác thì đặt lại `title`, `street`, rồi xem lại từng dòng; chép thừa thì xoá tệp.",
            "If this was copied to write another office, change its `title` and `street` and go through each line; if it is one copy too many, delete it.",
        ),
    ]
}
