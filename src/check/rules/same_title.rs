#![doc = include_str!("same_title.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C317",
    name: "same-title",
    severity: Severity::Warning,
    explanation: include_str!("same_title.md"),
};

/// The message and the help; `place` is where the other says the same.
pub(crate) fn words(title: &str, place: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{title}` đã là tên của thủ tục ở {place}, cùng một cơ quan"),
            format!("`{title}` is the title of the procedure of the same agency at {place} already"),
        ),
        Words::new(
            "Tệp chép ra để viết thủ tục khác thì đặt lại `title`, rồi xem lại từng dòng; chép thừa thì xoá tệp.",
            "If this was copied to write another procedure, change its `title` and go through each line; if it is one copy too many, delete it.",
        ),
    ]
}

/// The same of two records with other titles and one summary.
pub(crate) fn words_of_summary(place: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`summary` này giống hệt của thủ tục ở {place}, cùng một cơ quan"),
            format!("this `summary` is that of the procedure of the same agency at {place}, word for word"),
        ),
        Words::new(
            "Viết tóm tắt riêng cho thủ tục này; tệp chép ra thì xem lại cả `task`, `also_called` và từng dòng.",
            "Write what this one is about; if the file was copied, go through `task`, `also_called` and each line as well.",
        ),
    ]
}
