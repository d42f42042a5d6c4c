#![doc = include_str!("no_content.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C024",
    name: "no-content",
    severity: Severity::Error,
    explanation: include_str!("no_content.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new(
            "Thư mục `content` không có, hoặc chưa có tệp nào",
            "there is no folder `content`, or nothing in it",
        ),
        Words::new(
            "Bắt đầu bằng `thutuc new procedure \"Tên thủ tục\"`; nếu trang ở nơi khác thì thêm `--root THƯ_MỤC`.",
            "Begin with `thutuc new procedure \"Name of a procedure\"`; if the site is elsewhere add `--root DIR`.",
        ),
    ]
}
