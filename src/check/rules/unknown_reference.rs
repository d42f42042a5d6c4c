#![doc = include_str!("unknown_reference.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C301",
    name: "unknown-reference",
    severity: Severity::Error,
    explanation: include_str!("unknown_reference.md"),
};

/// The message and the help; `home` is the file or folder where such ids live.
pub(crate) fn words(id: &str, kind_vi: &str, kind_en: &str, near: Option<&str>, home: &str) -> [Words; 2] {
    let help = match near {
        Some(near) => Words::new(
            format!("Viết `{near}`, hoặc thêm `{id}` vào {home}."),
            format!("Write `{near}`, or add `{id}` to {home}."),
        ),
        None => Words::new(format!("Thêm `{id}` vào {home}."), format!("Add `{id}` to {home}.")),
    };
    [Words::new(format!("Không có {kind_vi} `{id}`"), format!("there is no {kind_en} `{id}`")), help]
}
