#![doc = include_str!("bad_link.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C409",
    name: "bad-link",
    severity: Severity::Error,
    explanation: include_str!("bad_link.md"),
};

/// The message and the help.
pub(crate) fn words(target: &str) -> [Words; 2] {
    [
        Words::new(format!("`{target}` không phải liên kết https"), format!("`{target}` is no https link")),
        Words::new(
            "Liên kết ra ngoài viết https://…; thư và điện thoại viết mailto: và tel:.",
            "Links elsewhere are https://…; mail and phone are mailto: and tel:.",
        ),
    ]
}
