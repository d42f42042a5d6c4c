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
