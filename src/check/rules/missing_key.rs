#![doc = include_str!("missing_key.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C007",
    name: "missing-key",
    severity: Severity::Error,
    explanation: include_str!("missing_key.md"),
};

/// The same of a page without front matter.
pub(crate) fn words_of_page() -> [Words; 2] {
    [
        Words::new(
            "Trang chưa có `title`: phải có phần đầu giữa hai dòng `---`",
            "the page has no `title`: it belongs between two lines `---` at the top",
        ),
        Words::new(
            "Thêm ba dòng ở đầu tệp: `---`, `title: …`, `---`.",
            "Put three lines at the top of the file: `---`, `title: …`, `---`.",
        ),
    ]
}

/// The message and the help.
pub(crate) fn words(key: &str) -> [Words; 2] {
    [
        Words::new(format!("Thiếu khoá `{key}`"), format!("the key `{key}` is missing")),
        Words::new(format!("Thêm dòng `{key}: …`."), format!("Add a line `{key}: …`.")),
    ]
}

/// Of an outcome beside others.
pub(crate) fn words_of_when() -> [Words; 2] {
    [
        Words::new(
            "Kết quả này thiếu khoá `when` nên nhận mọi câu trả lời",
            "this outcome lacks the key `when`, so all answers lead to it",
        ),
        Words::new(
            "Thêm `when: […]` với mã các câu trả lời dẫn tới đây.",
            "Add `when: […]` with the ids of the answers that lead to it.",
        ),
    ]
}

/// Of a state that stands alone and needs its reason.
pub(crate) fn words_of_suspended() -> [Words; 2] {
    let [message, _] = words("reason");
    [
        message,
        Words::new(
            "Viết `{state: suspended, reason: …}`; biết ngày dùng lại thì thêm `until`.",
            "Write `{state: suspended, reason: …}`, with `until` where its last day is known.",
        ),
    ]
}

/// Of a step that is a key and its value.
pub(crate) fn words_of_step(better: &str) -> [Words; 2] {
    [
        Words::new("Bước này thiếu khoá `by` và `title`", "the step lacks the keys `by` and `title`"),
        Words::new(format!("Viết `{better}`."), format!("Write `{better}`.")),
    ]
}

/// Of a row of the table of times and fees.
pub(crate) fn words_of_row() -> [Words; 2] {
    [
        Words::new(
            "Không trang nào hiện dòng này: không có `time` lẫn `fee`",
            "no page shows this row: it has neither `time` nor `fee`",
        ),
        Words::new(
            "Thêm `time: …` hoặc `fee: …`; chưa có nguồn nào nói thì xoá dòng này.",
            "Add `time: …` or `fee: …`; if no source says either, delete the row.",
        ),
    ]
}
