#![doc = include_str!("alias_clash.md")]

use super::address_taken::on_capitals;
use crate::diagnostic::{Language, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C309",
    name: "alias-clash",
    severity: Severity::Error,
    explanation: include_str!("alias_clash.md"),
};

/// The message and the help.
pub(crate) fn words(alias: &str, what: &Words) -> [Words; 2] {
    [
        Words::new(
            format!("`/{alias}` đã là địa chỉ của {}", what.get(Language::Vi)),
            format!("`/{alias}` is already the address of {}", what.get(Language::En)),
        ),
        on_capitals(alias, "Xoá địa chỉ cũ này ở một trong hai", "Remove it from one of the two"),
    ]
}
