#![doc = include_str!("bad_alias.md")]

use super::address_taken::on_capitals;
use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C121",
    name: "bad-alias",
    severity: Severity::Error,
    explanation: include_str!("bad_alias.md"),
};

/// The message and the help.
pub(crate) fn words(text: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{text}` không phải đường dẫn cũ hợp lệ"),
            format!("`{text}` is not an earlier address"),
        ),
        Words::new(
            "Viết đường dẫn từ gốc trang, không có `..`: /cu/duong-dan/.",
            "Write a path from the site's root without `..`: /old/path/.",
        ),
    ]
}

/// The same of an id, the name of a file or a whole address, in the place of the path that is `meant`.
pub(crate) fn words_of_other(text: &str, meant: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{text}` không phải địa chỉ trên trang: `aliases` bắt đầu bằng `/`"),
            format!("`{text}` is no address of the site: `aliases` begin with `/`"),
        ),
        Words::new(
            format!("Viết `{meant}`, nếu đó là địa chỉ cũ của trang này."),
            format!("Write `{meant}`, if that is where this page was."),
        ),
    ]
}

/// The same of what is no address at all.
pub(crate) fn words_of_name(text: &str) -> [Words; 2] {
    let [message, _] = words(text);
    [
        message,
        Words::new(
            "`aliases` là địa chỉ cũ của trang; tên gọi khác thì chuyển sang `also_called`.",
            "`aliases` has earlier addresses of the page; move other names to `also_called`.",
        ),
    ]
}

/// The same of one that is a file of the site's own, or below it.
pub(crate) fn words_of_file(alias: &str, file: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`/{alias}` không thể là địa chỉ cũ: trang có `{file}` ở đó"),
            format!("`/{alias}` cannot be an earlier address: the site has `{file}` there"),
        ),
        on_capitals(alias, "Xoá địa chỉ cũ này", "Remove it"),
    ]
}

/// The same of one with a step that Windows cannot hold.
pub(crate) fn words_of_step(step: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Không phải máy nào cũng chứa được tệp hay thư mục tên `{step}`"),
            format!("not every system can hold a file or folder called `{step}`"),
        ),
        Words::new(
            "Xoá địa chỉ cũ này; nếu vẫn cần thì đặt chuyển hướng ngay ở máy chủ.",
            "Remove it; if it is needed, let the host itself lead on from there.",
        ),
    ]
}

/// The same of one that is `length` bytes long.
pub(crate) fn words_of_length(length: usize, most: usize) -> [Words; 2] {
    [
        Words::new(
            format!(
                "Địa chỉ cũ này dài {length} byte; nhiều máy không chứa được tên đường dẫn quá {most} byte"
            ),
            format!(
                "this earlier address is {length} bytes long; many a system holds no path of more than {most}"
            ),
        ),
        Words::new(
            "Kiểm tra lại: có thể hai địa chỉ bị viết liền nhau. Nếu vẫn cần thì đặt chuyển hướng ngay ở máy chủ.",
            "Look whether two addresses were run together; if it is needed, let the host itself lead on from there.",
        ),
    ]
}

/// The same of one that would be a file where a folder is.
pub(crate) fn words_of_folder(alias: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`/{alias}` sẽ là một tệp, mà trang có thư mục tên đó"),
            format!("`/{alias}` would be a file where the site has a folder of that name"),
        ),
        Words::new(format!("Viết `/{alias}/`."), format!("Write `/{alias}/`.")),
    ]
}
