#![doc = include_str!("cut_by_comma.md")]

use crate::check::meant;
use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C022",
    name: "cut-by-comma",
    severity: Severity::Error,
    explanation: include_str!("cut_by_comma.md"),
};

/// The message and the help; `whole` is the value with all its commas.
pub(crate) fn words(whole: &str) -> [Words; 2] {
    let message = Words::new(
        format!("Dấu phẩy trong `{{…}}` cắt `{whole}` thành nhiều phần"),
        format!("a comma within `{{…}}` cuts `{whole}` into pieces"),
    );
    let help = if let Some(it) = meant::fee(whole).filter(|it| !it.is_less) {
        Words::new(format!("Viết `{}`.", it.value), format!("Write `{}`.", it.value))
    } else if whole.starts_with(|it: char| it.is_ascii_digit()) {
        Words::new(
            "Viết số không có dấu phẩy: hàng nghìn dùng dấu chấm, như `1.500.000 đ`.",
            "Write numbers without a comma: thousands are parted by dots, as in `1.500.000 đ`.",
        )
    } else {
        Words::new(
            format!("Đặt trong ngoặc kép: `\"{whole}\"`."),
            format!("Put it in quotes: `\"{whole}\"`."),
        )
    };
    [message, help]
}

/// Of degrees.
pub(crate) fn words_of_degrees(whole: &str) -> [Words; 2] {
    let [message, _] = words(whole);
    let meant = whole.replace(',', ".");
    [message, Words::new(format!("Viết `{meant}`."), format!("Write `{meant}`."))]
}
