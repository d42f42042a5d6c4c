#![doc = include_str!("image_elsewhere.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C425",
    name: "image-elsewhere",
    severity: Severity::Error,
    explanation: include_str!("image_elsewhere.md"),
};

/// The message and the help; `file` is where the picture would be, `path` leads there from the text.
/// As a link it may stay where it is.
pub(crate) fn words(file: &str, path: &str, may_be_link: bool) -> [Words; 2] {
    let (vi, en) = if may_be_link {
        ("; hoặc xoá dấu `!` để thành liên kết đến hình", "; or delete the `!`, which makes it a link")
    } else {
        ("", "")
    };
    [
        Words::new(
            "Hình ở nơi khác không hiện: trang chỉ tải hình của chính nó",
            "a picture from elsewhere is not shown: pages load none but the site's own",
        ),
        Words::new(
            format!("Lưu hình thành `{file}`, rồi viết `{path}` trong `( )`{vi}."),
            format!("Save the picture as `{file}`, and write `{path}` in `( )`{en}."),
        ),
    ]
}
