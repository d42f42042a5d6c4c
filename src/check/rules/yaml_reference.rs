#![doc = include_str!("yaml_reference.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C003",
    name: "yaml-reference",
    severity: Severity::Error,
    explanation: include_str!("yaml_reference.md"),
};

/// The message and the help.
pub(crate) fn words(what: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Không dùng {what} của YAML trong nội dung"),
            format!("content does not use {what} of YAML"),
        ),
        Words::new(
            "Viết thẳng giá trị ra; chữ bắt đầu bằng &, * hoặc ! thì đặt trong nháy kép.",
            "Write the value out; put text that begins with &, * or ! in double quotes.",
        ),
    ]
}
