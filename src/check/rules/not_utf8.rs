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

/// In the place of letters where a text was typed for a font of the nineties.
const OF_OLD_FONTS: [char; 8] = ['¸', 'µ', '¶', '¬', '®', '«', '©', '¨'];

/// `encoding` is what the fonts were made for, as converters call it.
fn words_of_old_font(sign: &str, encoding: &str, fonts: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Chữ ở đây theo bảng mã cũ {encoding} (phông {fonts}…), không phải Unicode: `{sign}`"),
            format!(
                "this is text in the old encoding {encoding} (fonts called {fonts}…) and no Unicode: `{sign}`"
            ),
        ),
        Words::new(
            format!(
                "Chuyển sang Unicode rồi chép lại: UniKey, Công cụ (Ctrl+Shift+F6), nguồn {encoding}, đích Unicode; hoặc gõ lại."
            ),
            format!("Convert it to Unicode (UniKey, Ctrl+Shift+F6, from {encoding}), or type it anew."),
        ),
    ]
}

/// The same of letters that such a save has lost already: of some, or of those of the whole file.
pub(crate) fn words_of_lost(sign: &str, is_whole: bool) -> [Words; 2] {
    if sign.starts_with(OF_OLD_FONTS) {
        return words_of_old_font(sign, "TCVN3", ".Vn");
    }
    if sign.ends_with('ø') {
        return words_of_old_font(sign, "VNI Windows", "VNI-");
    }
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
