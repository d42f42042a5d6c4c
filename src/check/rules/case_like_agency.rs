#![doc = include_str!("case_like_agency.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C129",
    name: "case-like-agency",
    severity: Severity::Error,
    explanation: include_str!("case_like_agency.md"),
};

/// The message and the help; `home` is the agency's file.
pub(crate) fn words(id: &str, home: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Trường hợp `{id}` trùng mã với cơ quan ở {home}"),
            format!("the case `{id}` has the id of the agency in {home}"),
        ),
        Words::new(
            "Đặt mã khác cho trường hợp: trang của nó và trang của cơ quan sẽ ở cùng một địa chỉ.",
            "Give the case another id: its page and the agency's would have one address.",
        ),
    ]
}
