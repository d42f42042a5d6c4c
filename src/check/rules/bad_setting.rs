#![doc = include_str!("bad_setting.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C128",
    name: "bad-setting",
    severity: Severity::Error,
    explanation: include_str!("bad_setting.md"),
};

/// The message and the help for an address of the site that is none.
pub(crate) fn words_of_address(address: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{address}` không phải địa chỉ của một trang"),
            format!("`{address}` is not the address of a site"),
        ),
        Words::new(
            "Viết dạng `https://thutuc.ten-mien.vn`, có thể kèm thư mục, không kèm `?` hay `#`.",
            "Write it like `https://thutuc.domain.vn`, with a folder if there is one, without `?` or `#`.",
        ),
    ]
}

/// The message and the help for an address, and what follows its `http://`, by which anybody between
/// the site and its reader may read and change the pages.
pub(crate) fn words_of_open_address(address: &str, rest: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{address}` không bắt đầu bằng https://"),
            format!("`{address}` does not begin with https://"),
        ),
        Words::new(
            format!("Viết `https://{rest}`; http:// chỉ để chạy thử ở localhost."),
            format!("Write `https://{rest}`; http:// is for trying it out on localhost alone."),
        ),
    ]
}

/// The message and the help for a site without a name.
pub(crate) fn words_of_title() -> [Words; 2] {
    [
        Words::new("Trang không có tên", "the site has no name"),
        Words::new("Viết tên trang vào `title`, hoặc bỏ dòng này.", "Write its name, or leave out `title`."),
    ]
}

/// The message and the help for a site that speaks no language.
pub(crate) fn words_of_no_language() -> [Words; 2] {
    [
        Words::new("`languages` không có thứ tiếng nào", "`languages` names no language"),
        Words::new("Viết `[\"vi\"]`, hoặc bỏ dòng này.", "Write `[\"vi\"]`, or leave it out."),
    ]
}

/// The message and the help for a language that the theme has no words of.
pub(crate) fn words_of_language(name: &str, known: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Giao diện không có lời của thứ tiếng `{name}`"),
            format!("the theme has no words of the language `{name}`"),
        ),
        Words::new(
            format!("Chọn trong: {known}; thứ tiếng khác thì giao diện cần tệp lời của nó ở `words`."),
            format!("Use one of: {known}; for any other the theme needs a file in `words`."),
        ),
    ]
}

/// The message and the help for a language that is named twice.
pub(crate) fn words_of_twice(name: &str) -> [Words; 2] {
    [
        Words::new(format!("`languages` ghi `{name}` hai lần"), format!("`languages` names `{name}` twice")),
        Words::new("Bỏ một.", "Leave out one."),
    ]
}
