#![doc = include_str!("marks_in_text.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C421",
    name: "marks-in-text",
    severity: Severity::Warning,
    explanation: include_str!("marks_in_text.md"),
};

/// The message and the help.
pub(crate) fn words(mark: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Trang sẽ hiện nguyên `{mark}`: chữ ở đây không phải HTML hay Markdown"),
            format!("pages will show `{mark}` as it stands: this is neither HTML nor Markdown"),
        ),
        Words::new(
            "Viết chữ thường; chữ đậm và liên kết thì đưa vào bài viết (`.md`).",
            "Write plain text; bold words and links go into the prose (`.md`).",
        ),
    ]
}

/// The same of a sign before a text that is to be an item.
pub(crate) fn words_of_bullet(sign: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Trang sẽ hiện nguyên `{sign}` ở đầu chữ này"),
            format!("pages will show the `{sign}` before this text as it stands"),
        ),
        Words::new(
            format!("Xoá `{sign}`: dấu và số của danh sách do trang đặt; nhiều ý thì mỗi ý một mục."),
            format!(
                "Delete `{sign}`: pages set the marks and numbers of lists; write an item for each point."
            ),
        ),
    ]
}

/// The same of a sign behind a name.
pub(crate) fn words_of_end(sign: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Tên kết thúc bằng `{sign}`: danh sách, nút và kết quả tìm kiếm đều hiện dấu này"),
            format!("this name ends in `{sign}`, and lists, buttons and the search will show it"),
        ),
        Words::new(format!("Xoá `{sign}` ở cuối."), format!("Delete the `{sign}` at its end.")),
    ]
}
