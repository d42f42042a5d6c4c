#![doc = include_str!("bad_id.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule =
    Rule { code: "C101", name: "bad-id", severity: Severity::Error, explanation: include_str!("bad_id.md") };

/// The message and the help.
pub(crate) fn words(id: &str, fixed: &str) -> [Words; 2] {
    [
        Words::new(format!("`{id}` không phải là mã"), format!("`{id}` is not an id")),
        Words::new(
            format!("Viết `{fixed}`: 1–64 chữ thường không dấu, chữ số và gạch nối đơn."),
            format!("Write `{fixed}`: 1–64 small letters without marks, digits, single hyphens."),
        ),
    ]
}

/// The same of a file that is called as copies are; `original` is the id in its name.
pub(crate) fn words_of_copy(original: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Tệp này mang tên một bản sao của `{original}`"),
            format!("this file is called a copy of `{original}`"),
        ),
        Words::new(
            "Chép thừa thì xoá tệp; để viết mục khác thì đặt tên tệp theo mã của mục đó, rồi sửa `title` và xem lại từng dòng.",
            "If it is one copy too many, delete it; to write another entry, name the file by the id of that, change its `title` and go through each line.",
        ),
    ]
}
