#![doc = include_str!("figure_odd.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C137",
    name: "figure-odd",
    severity: Severity::Warning,
    explanation: include_str!("figure_odd.md"),
};

/// The message and the help of a fee below a thousand đồng; `meant` has its thousands.
pub(crate) fn words_of_fee(text: &str, meant: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{text}` chưa tới một nghìn đồng: có thiếu ba số 0 không?"),
            format!("`{text}` is less than a thousand đồng: are three zeros missing?"),
        ),
        Words::new(
            format!("Viết `{meant}`; mức đúng là `{text}` thì giữ nguyên."),
            format!("Write `{meant}`, or leave it if it is `{text}` indeed."),
        ),
    ]
}

/// The same of a time limit of years, or of a small unit that nobody counts so far.
pub(crate) fn words_of_time(text: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{text}` dài hơn mọi thời hạn thường gặp: có thừa số 0 hoặc nhầm đơn vị không?"),
            format!("`{text}` is longer than time limits are: is there a zero too many, or another unit?"),
        ),
        Words::new(
            "Xem lại số và đơn vị; nếu đây là thời gian kết quả có giá trị thì chuyển sang `valid` của `result`; đúng là lâu vậy thì giữ nguyên.",
            "Look at the number and the unit; how long the result is valid belongs to `valid` of `result`; leave it if it takes so long indeed.",
        ),
    ]
}

/// The same of copies of a paper.
pub(crate) fn words_of_copies(number: u16) -> [Words; 2] {
    [
        Words::new(
            format!("{number} bản của một giấy tờ: có gõ nhầm không?"),
            format!("{number} copies of one paper: is that mistyped?"),
        ),
        Words::new(
            "Xem lại số bản; đúng là nhiều vậy thì giữ nguyên.",
            "Look at the number, or leave it if it is so many indeed.",
        ),
    ]
}
