#![doc = include_str!("terms_hole.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C110",
    name: "terms-hole",
    severity: Severity::Error,
    explanation: include_str!("terms_hole.md"),
};

/// The same of a record without a row.
pub(crate) fn words_of_none(section: &str, what_vi: &str, what_en: &str) -> [Words; 2] {
    let help = format!("terms: [{{{section}: …}}]");
    [
        Words::new(format!("Chưa ghi {what_vi} nào"), format!("there is no {what_en} at all")),
        Words::new(
            format!("Thêm `{help}`; chưa có nguồn thì ghi `unconfirmed: [{section}]`."),
            format!("Add `{help}`; if no source says it write `unconfirmed: [{section}]`."),
        ),
    ]
}

/// The message and the help.
pub(crate) fn words(section: &str, what_vi: &str, what_en: &str, cells: &str) -> [Words; 2] {
    [
        Words::new(format!("Chưa có {what_vi} cho: {cells}"), format!("there is no {what_en} for: {cells}")),
        Words::new(
            format!(
                "Thêm một dòng `terms` có `{section}` cho trường hợp đó, hoặc `unconfirmed: [{section}]`."
            ),
            format!("Add a row to `terms` with `{section}` for it, or `unconfirmed: [{section}]`."),
        ),
    ]
}
