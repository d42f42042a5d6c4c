#![doc = include_str!("pasted_table.md")]

use super::REPEATED;
use crate::check::slips::pasted::cells;
use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C422",
    name: "pasted-table",
    severity: Severity::Warning,
    explanation: include_str!("pasted_table.md"),
};

/// The message and the help; `rows` are the lines as they stand.
pub(crate) fn words(rows: &str) -> [Words; 2] {
    let first = rows.lines().next().unwrap_or_default();
    let cells = cells(first);
    let (head, line) = if first.len() <= REPEATED {
        (format!("| {} |", cells.join(" | ")), format!("|{}", " --- |".repeat(cells.len())))
    } else {
        ("| Tên cột | Tên cột |".to_owned(), "| --- | --- |".to_owned())
    };
    [
        Words::new(
            "Bảng chép từ Excel hay Word: trang sẽ hiện các ô dính liền thành một dòng chữ",
            "this is a table from a spreadsheet or a word processor: pages will run its cells together",
        ),
        Words::new(
            format!(
                "Viết thành bảng Markdown: chừa một dòng trống phía trên, dòng đầu là `{head}`, dòng hai là `{line}`, rồi mỗi hàng một dòng, các ô cách nhau bằng `|`."
            ),
            format!(
                "Make it a table of Markdown: an empty line above it, first the line `{head}`, then `{line}`, then a line for each row with `|` between its cells."
            ),
        ),
    ]
}
