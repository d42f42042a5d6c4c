#![doc = include_str!("golden_line.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C311",
    name: "golden-line",
    severity: Severity::Error,
    explanation: include_str!("golden_line.md"),
};

/// The same where spaces stand before the id.
pub(crate) fn words_of_spaces(id: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Trước `{id}` là dấu cách, ở đây phải là một Tab"),
            format!("spaces stand before `{id}`, where a tab belongs"),
        ),
        Words::new(
            "Thay các dấu cách đó bằng một Tab; VS Code gõ Tab ra dấu cách thì bấm “Spaces” ở thanh dưới, chọn “Indent Using Tabs”.",
            "Put one tab in their place; if VS Code types spaces for it, click “Spaces” in the bar below and choose “Indent Using Tabs”.",
        ),
    ]
}

/// The same where the id stands first.
pub(crate) fn words_of_swapped(query: &str, id: &str) -> [Words; 2] {
    let line = format!("{}⇥{id}", query.trim());
    [
        Words::new(format!("Mã `{id}` đứng trước câu hỏi"), format!("the id `{id}` stands before the query")),
        Words::new(
            format!("Viết câu hỏi trước: `{line}` (⇥ là một Tab)."),
            format!("Write the query first: `{line}` (⇥ is a tab)."),
        ),
    ]
}

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new(
            "Dòng này không phải một câu hỏi và một mã thủ tục",
            "this line is not one query and one procedure",
        ),
        Words::new("Viết: câu hỏi, một Tab, mã thủ tục.", "Write: query, a tab, the procedure's id."),
    ]
}
