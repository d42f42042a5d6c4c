#![doc = include_str!("leads_to_draft.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C127",
    name: "leads-to-draft",
    severity: Severity::Error,
    explanation: include_str!("leads_to_draft.md"),
};

/// The message and the help.
pub(crate) fn words(id: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{id}` còn là bản nháp, chưa có trang"),
            format!("`{id}` is a draft and has no page"),
        ),
        Words::new(
            format!("Viết xong thì xoá dòng `status: draft` của `{id}`; chưa xong thì bỏ chỗ nhắc này."),
            format!("Once it is ready delete the line `status: draft` of `{id}`; until then remove this."),
        ),
    ]
}
