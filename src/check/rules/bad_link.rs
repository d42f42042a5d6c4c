#![doc = include_str!("bad_link.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C409",
    name: "bad-link",
    severity: Severity::Error,
    explanation: include_str!("bad_link.md"),
};

/// The message and the help; `meant` is the address with `https`, if it can be one.
pub(crate) fn words(target: &str, meant: Option<&str>) -> [Words; 2] {
    let help = match meant {
        Some(meant) => Words::new(
            format!("Viết `{meant}`, sau khi thử mở địa chỉ đó."),
            format!("Write `{meant}`, once you have seen that it opens."),
        ),
        None => Words::new(
            "Liên kết ra ngoài viết https://…; thư và điện thoại viết mailto: và tel:.",
            "Links elsewhere are https://…; mail and phone are mailto: and tel:.",
        ),
    };
    [
        Words::new(format!("`{target}` không phải liên kết https"), format!("`{target}` is no https link")),
        help,
    ]
}
