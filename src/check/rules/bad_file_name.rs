#![doc = include_str!("bad_file_name.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C015",
    name: "bad-file-name",
    severity: Severity::Error,
    explanation: include_str!("bad_file_name.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new("Tên tệp không dùng được trên mọi máy", "the file's name does not work on every system"),
        Words::new(
            "Đổi tên: chữ thường không dấu, chữ số, gạch nối.",
            "Rename it: small letters without marks, digits, hyphens.",
        ),
    ]
}

/// The same, where one sign is wrong; `better` is a name that can be had.
pub(crate) fn words_of_sign(sign: char, better: &str) -> [Words; 2] {
    let sign = if sign.is_control() { sign.escape_default().to_string() } else { sign.to_string() };
    [
        Words::new(
            format!("Tên tệp có `{sign}`: có máy không chứa được, hoặc liên kết không dẫn tới được"),
            format!("the file's name has `{sign}`, which some system cannot hold or no link can lead to"),
        ),
        words_of_better(better),
    ]
}

/// The same of a name whose accents are characters of their own.
pub(crate) fn words_of_decomposed(better: &str) -> [Words; 2] {
    [
        Words::new(
            "Dấu trong tên tệp là ký tự rời, như máy Mac hay ghi: nhìn giống hệt tên gõ trong nội dung nhưng máy coi là tên khác",
            "accents in the file's name are separate characters, as a Mac writes them: it looks like the name in the content, and is another one",
        ),
        words_of_better(better),
    ]
}

/// The same of a page, or of a folder that it is in; `better` is a name that can be had.
pub(crate) fn words_of_page(sign: char, better: &str) -> [Words; 2] {
    let (vi, en) = match sign {
        ' ' => ("dấu cách".to_owned(), "a space".to_owned()),
        sign => (format!("`{sign}`"), format!("`{sign}`")),
    };
    [
        Words::new(
            format!("Tên trang có {vi}: địa chỉ của trang không được có ký tự đó"),
            format!("the page's name has {en}, which no address of a page may have"),
        ),
        words_of_better(better),
    ]
}

fn words_of_better(better: &str) -> Words {
    Words::new(
        format!("Đổi tên thành `{better}`, và sửa chỗ nhắc đến nó."),
        format!("Rename it to `{better}`, and correct what mentions it."),
    )
}
