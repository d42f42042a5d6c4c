#![doc = include_str!("bad_phone.md")]

use crate::check::meant;
use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C115",
    name: "bad-phone",
    severity: Severity::Error,
    explanation: include_str!("bad_phone.md"),
};

/// What became of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slip {
    /// A spreadsheet took the first zero for nothing.
    NoZero,
    /// Behind `+84` there is none.
    Zero,
    /// `84` without its `+`.
    Plus,
}

/// The message and the help of a number that nobody can call; `better` is the one that was meant.
pub(crate) fn words_of_slip(text: &str, better: &str, slip: Slip) -> [Words; 2] {
    let [vi, en] = match slip {
        Slip::NoZero => ["thiếu số 0 ở đầu", "lacks the zero at its beginning"],
        Slip::Zero => ["thừa số 0 sau `+84`", "has a zero behind `+84`"],
        Slip::Plus => ["thiếu dấu `+` trước 84", "lacks the `+` before 84"],
    };
    [
        Words::new(
            format!("Không gọi được số `{text}`: số này {vi}"),
            format!("nobody can call `{text}`: it {en}"),
        ),
        Words::new(format!("Viết `{better}`."), format!("Write `{better}`.")),
    ]
}

/// The message and the help.
pub(crate) fn words(text: &str) -> [Words; 2] {
    let help = match meant::phone(text) {
        Some(number) => Words::new(
            format!("Ở đây chỉ viết một số: `{number}`; số và lời khác ghi vào `note` hay bài viết."),
            format!("Write one number here: `{number}`; others, and words, in a `note` or in prose."),
        ),
        None => Words::new(
            "Chỉ viết chữ số, dấu cách, dấu chấm, ngoặc: 1900 6769.",
            "Write digits, spaces, dots, parentheses: 1900 6769.",
        ),
    };
    [
        Words::new(format!("`{text}` không phải số điện thoại"), format!("`{text}` is not a phone number")),
        help,
    ]
}
