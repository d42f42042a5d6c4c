#![doc = include_str!("ledger_line.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C329",
    name: "ledger-line",
    severity: Severity::Error,
    explanation: include_str!("ledger_line.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new(
            "Dòng này không phải một địa chỉ của trang, hay địa chỉ cũ rồi địa chỉ mới",
            "this line is no address of the site, nor an earlier address and a new one",
        ),
        Words::new(
            "Viết như `/thu-tuc/ma/`; trang đã dời thì viết thêm một Tab và địa chỉ mới.",
            "Write it like `/thu-tuc/id/`; for a page that moved, a tab and the new address behind it.",
        ),
    ]
}

/// The same where an earlier line has the address.
pub(crate) fn words_of_second(address: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{address}` đã ghi ở một dòng trên"),
            format!("`{address}` stands on a line above"),
        ),
        Words::new("Xoá một trong hai dòng.", "Delete one of the two lines."),
    ]
}
