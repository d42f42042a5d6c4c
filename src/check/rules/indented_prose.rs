#![doc = include_str!("indented_prose.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C427",
    name: "indented-prose",
    severity: Severity::Warning,
    explanation: include_str!("indented_prose.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new(
            "Dòng thụt vào 4 dấu cách trở lên: trang sẽ hiện như mã máy tính, chữ không xuống dòng",
            "this stands 4 spaces or more from the margin: pages will show it as code, in lines that do not break",
        ),
        Words::new(
            "Bớt dấu cách hay Tab ở đầu dòng: đoạn văn sát lề, đoạn thuộc một mục thì thẳng với chữ của mục. Là mã thì đặt giữa hai dòng ```.",
            "Take spaces or tabs away before it: a paragraph begins at the margin, one of an item below the item's words. Code stands between two lines of ```.",
        ),
    ]
}
