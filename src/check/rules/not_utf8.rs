#![doc = include_str!("not_utf8.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C011",
    name: "not-utf8",
    severity: Severity::Error,
    explanation: include_str!("not_utf8.md"),
};

/// The message and the help.
pub(crate) fn words(offset: usize) -> [Words; 2] {
    [
        Words::new(
            format!("Tệp không phải UTF-8 (từ byte thứ {offset})"),
            format!("the file is not UTF-8 (from byte {offset} on)"),
        ),
        Words::new(
            "Mở tệp rồi lưu lại với mã hoá UTF-8: trong Notepad là “Lưu thành” (Save as), mục “Mã hoá” (Encoding).",
            "Open it and save it as UTF-8: in Notepad that is “Save as”, “Encoding”.",
        ),
    ]
}

/// The same of letters that such a save has lost already: of some, or of those of the whole file.
pub(crate) fn words_of_lost(sign: &str, is_whole: bool) -> [Words; 2] {
    let message = Words::new(
        format!("Chữ có dấu đã hỏng khi mở hoặc lưu sai mã hoá: `{sign}`"),
        format!("letters were lost when this was opened or saved in another encoding: `{sign}`"),
    );
    let help = if is_whole {
        Words::new(
            "Lấy lại bản trước của tệp (bản sao lưu, lịch sử trên web), rồi sửa và lưu với mã hoá UTF-8.",
            "Bring back what the file was (a copy, the history of the web editor), then change it and save it as UTF-8.",
        )
    } else {
        Words::new("Gõ lại từ này.", "Type this word anew.")
    };
    [message, help]
}
