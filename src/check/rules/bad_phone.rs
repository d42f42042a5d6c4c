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

/// What a number lacks, or has too much of; what that is nobody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lack {
    /// One of a town, as people there dial it.
    Area,
    /// Digits of a number that begins with 0.
    Digits,
    TooMany,
    /// Of 1800 and 1900.
    Service,
}

/// The message and the help of a number of which nobody knows what was meant.
pub(crate) fn words_of_lack(text: &str, lack: Lack) -> [Words; 2] {
    let [vi, en] = match lack {
        Lack::Area => ["thiếu mã vùng", "lacks its area code"],
        Lack::Digits => ["thiếu chữ số", "lacks digits"],
        Lack::TooMany => ["thừa chữ số", "has too many digits"],
        Lack::Service => {
            ["số 1800, 1900 có 8 hoặc 10 chữ số", "numbers of 1800 and 1900 have 8 or 10 digits"]
        }
    };
    let help = if lack == Lack::Area {
        Words::new(
            format!(
                "Viết cả mã vùng của tỉnh ở trước: `0… {text}`; gọi từ máy di động hay tỉnh khác mới được."
            ),
            format!(
                "Write the code of its province before it: `0… {text}`; without it nobody can call from a mobile phone."
            ),
        )
    } else {
        Words::new(
            "Đối chiếu lại với nguồn rồi viết đủ số.",
            "Compare it with its source, and write all of it.",
        )
    };
    [
        Words::new(
            format!("Không gọi được số `{text}`: {}{vi}", if lack == Lack::Service { "" } else { "số này " }),
            format!("nobody can call `{text}`: {}{en}", if lack == Lack::Service { "" } else { "it " }),
        ),
        help,
    ]
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
