#![doc = include_str!("column_without_name.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C415",
    name: "column-without-name",
    severity: Severity::Warning,
    explanation: include_str!("column_without_name.md"),
};

/// The message and the help. Columns count from 1.
pub(crate) fn words(column: usize) -> [Words; 2] {
    [
        Words::new(
            format!("Cột {column} của bảng không có tên"),
            format!("column {column} of the table has no name"),
        ),
        Words::new("Ghi tên cột ở dòng đầu của bảng.", "Write the column's name in the table's first line."),
    ]
}
