#![doc = include_str!("starter_text.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C429",
    name: "starter-text",
    severity: Severity::Warning,
    explanation: include_str!("starter_text.md"),
};

/// The message and the help of words in the place of what nobody has written yet.
pub(crate) fn words_for_later(text: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{text}` không nói gì với người đọc, và sẽ hiện trên trang"),
            format!("`{text}` tells readers nothing, and will be shown"),
        ),
        Words::new(
            "Thay bằng nội dung thật; chưa có thì xoá khoá hay mục đó, và nêu phần đó trong `unconfirmed` nếu có tên ở đó.",
            "Write what there is to say, or delete the key or the item, and name its part in `unconfirmed` if it has a name there.",
        ),
    ]
}

/// The message and the help; the file has as many `others`.
pub(crate) fn words(text: &str, others: usize) -> [Words; 2] {
    let (more_vi, more_en) = match others {
        0 => (String::new(), String::new()),
        _ => (
            format!("; tệp này còn {others} chỗ như vậy"),
            format!("; this file has {others} more of its words"),
        ),
    };
    [
        Words::new(
            format!("`{text}` là chữ mẫu của `thutuc new`, và sẽ hiện trên trang{more_vi}"),
            format!("`{text}` is of what `thutuc new` wrote, and will be shown{more_en}"),
        ),
        Words::new(
            "Thay bằng nội dung thật; chưa có thì xoá khoá hay mục đó.",
            "Write your own words in its place, or delete the key or the item.",
        ),
    ]
}
