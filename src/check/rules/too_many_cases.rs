#![doc = include_str!("too_many_cases.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C132",
    name: "too-many-cases",
    severity: Severity::Error,
    explanation: include_str!("too_many_cases.md"),
};

/// The message and the help.
pub(crate) fn words(count: usize, most: usize) -> [Words; 2] {
    [
        Words::new(
            format!("{count} trường hợp: một thủ tục có nhiều nhất {most}"),
            format!("{count} cases: a procedure has at most {most}"),
        ),
        Words::new(
            "Gộp các trường hợp giống nhau, hoặc tách thành nhiều thủ tục.",
            "Join cases that are alike, or make several procedures of it.",
        ),
    ]
}

/// Of a table of times and fees in which too much would have to be tried.
pub(crate) fn words_of_rows(rows: usize) -> [Words; 2] {
    [
        Words::new(
            format!("{rows} dòng `terms`: quá nhiều để xét mọi trường hợp, cách nộp, đơn vị và ngày"),
            format!("{rows} rows of `terms` are too many to try each case, channel, agency and day"),
        ),
        Words::new(
            "Gộp các dòng giống nhau, hoặc tách thành nhiều thủ tục.",
            "Join rows that are alike, or make several procedures of it.",
        ),
    ]
}
