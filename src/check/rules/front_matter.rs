#![doc = include_str!("front_matter.md")]

use crate::diagnostic::{Rule, Severity, Words};
use crate::source::front_matter::Unfit;

pub const RULE: Rule = Rule {
    code: "C017",
    name: "front-matter",
    severity: Severity::Error,
    explanation: include_str!("front_matter.md"),
};

/// The message and the help.
pub(crate) fn words(why: Unfit) -> [Words; 2] {
    let [message, help] = match why {
        Unfit::Missing => [
            ["Phần đầu `---` chưa đóng", "the front matter that begins here has no end"],
            ["Thêm một dòng `---` sau khoá cuối cùng.", "Add a line `---` after the last key."],
        ],
        Unfit::Indented => [
            ["`---` phải đứng ở ngay đầu dòng", "`---` must stand at the start of its line"],
            ["Xoá dấu cách trước `---`.", "Delete the space before `---`."],
        ],
        Unfit::Dashes => [
            [
                "Dòng mở và dòng kết thúc phần đầu phải đúng ba dấu gạch `---`",
                "the front matter begins and ends with a line of three dashes, `---`",
            ],
            ["Viết `---`, gạch ngang thường của bàn phím.", "Write `---`, the plain dash of the keyboard."],
        ],
        Unfit::Unopened => [
            [
                "Trên dòng này thiếu dòng `---` mở phần đầu",
                "the line `---` that opens the front matter is missing above",
            ],
            ["Thêm một dòng `---` ngay trên dòng này.", "Add a line `---` right above."],
        ],
        Unfit::Bare => [
            ["Phần đầu phải nằm giữa hai dòng `---`", "front matter must stand between two lines `---`"],
            [
                "Thêm một dòng `---` ngay trên dòng này, và một dòng `---` sau khoá cuối cùng.",
                "Add a line `---` right above, and another after the last key.",
            ],
        ],
        Unfit::Late => [
            [
                "Phần đầu phải đứng đầu tệp; trên nó còn chữ",
                "front matter must begin the file; there are words above it",
            ],
            [
                "Chuyển từ dòng này đến hết dòng `---` kế tiếp lên đầu tệp.",
                "Move everything from this line to the next `---` to the start of the file.",
            ],
        ],
    };
    [message, help].map(|[vi, en]| Words::new(vi, en))
}
