#![doc = include_str!("surplus_cell.md")]

use super::REPEATED;
use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C426",
    name: "surplus-cell",
    severity: Severity::Error,
    explanation: include_str!("surplus_cell.md"),
};

/// The message and the help; `row` is its first cell.
pub(crate) fn words(row: &str, columns: usize) -> [Words; 2] {
    let row = if row.len() <= REPEATED { row } else { "…" };
    [
        Words::new(
            format!("Hàng `{row}` có nhiều ô hơn {columns} cột của bảng: phần này không lên trang"),
            format!(
                "the row `{row}` has more cells than the table's {columns} columns: pages will not show this"
            ),
        ),
        Words::new(
            "Thêm tên cột vào dòng đầu của bảng và `--- |` vào dòng thứ hai; dấu `|` ở trong chữ thì viết `\\|`.",
            "Add the column's name to the table's first line and `--- |` to the second; a `|` within words is written `\\|`.",
        ),
    ]
}
