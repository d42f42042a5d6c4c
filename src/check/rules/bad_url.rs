#![doc = include_str!("bad_url.md")]

use crate::check::meant;
use crate::diagnostic::{Rule, Severity, Words};
use crate::model::ParseUrlError;

pub const RULE: Rule = Rule {
    code: "C107",
    name: "bad-url",
    severity: Severity::Error,
    explanation: include_str!("bad_url.md"),
};

/// The message and the help.
pub(crate) fn words(text: &str, error: &ParseUrlError) -> [Words; 2] {
    match error {
        ParseUrlError::NotHttps => {
            let plain = meant::bare(text);
            let rest = plain.split_once("://").map_or(plain, |(_, rest)| rest);
            [
                Words::new(
                    format!("`{text}` không bắt đầu bằng https://"),
                    format!("`{text}` does not begin with https://"),
                ),
                Words::new(format!("Viết `https://{rest}`."), format!("Write `https://{rest}`.")),
            ]
        }
        ParseUrlError::LookAlike(_) => [
            Words::new(
                format!("Tên máy chủ của `{text}` có chữ trông giống chữ khác"),
                format!("the host of `{text}` has letters that imitate others"),
            ),
            Words::new(
                "Gõ lại địa chỉ bằng bàn phím, không chép.",
                "Type the address anew instead of pasting it.",
            ),
        ],
        ParseUrlError::Host => [
            Words::new(
                format!("`{text}` có tên máy chủ không đúng"),
                format!("the host of `{text}` is not right"),
            ),
            Words::new(
                "Viết `https://ten-mien.vn/…`, không có cổng hay tên người dùng.",
                "Write `https://name.vn/…` without a port or user.",
            ),
        ],
        ParseUrlError::Character(c) => [
            Words::new(format!("Địa chỉ có ký tự {c:?}"), format!("an address cannot have {c:?} in it")),
            Words::new("Xoá ký tự đó, hoặc viết dạng %.", "Remove it, or write it in its % form."),
        ],
    }
}
