#![doc = include_str!("idle_mark.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C423",
    name: "idle-mark",
    severity: Severity::Warning,
    explanation: include_str!("idle_mark.md"),
};

/// A mark as it stands, and what was meant by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meant {
    Item,
    Heading,
    Numbered,
    Link,
    Bold,
    /// Bold words that do not end.
    OpenBold,
    /// A comment that does not end.
    Note,
}

/// The message and the help.
pub(crate) fn words(mark: &str, meant: Meant) -> [Words; 2] {
    let help = match meant {
        Meant::Item => Words::new(
            "Viết `- ` ở đầu mỗi mục, và chừa một dòng trống phía trên mục đầu.",
            "Begin each item with `- `, and leave an empty line above the first.",
        ),
        Meant::Heading => Words::new(
            format!("Viết `{mark} `: sau dấu thăng gõ một dấu cách."),
            format!("Write `{mark} `, with a space."),
        ),
        Meant::Numbered => Words::new(
            format!("Viết `{mark} `: sau mỗi số thứ tự gõ một dấu cách."),
            format!("Write `{mark} `: each number has a space behind it."),
        ),
        Meant::Link => Words::new(
            "Viết liền `](`, như `[Tên trang](https://…)`, trong địa chỉ không có dấu cách.",
            "Write `](` without a space, like `[Name](https://…)`, and none within the address.",
        ),
        Meant::Bold => Words::new(
            "Viết dấu sát chữ bên trong và cách chữ bên ngoài, như `**Lưu ý:** gọi trước`.",
            "Write the marks right at the bold words and apart from the others, like `**Note:** call first`.",
        ),
        Meant::OpenBold => Words::new(
            "Thêm `**` vào cuối chữ đậm, như `**Lưu ý:** gọi trước`.",
            "Add `**` where the bold words end, like `**Note:** call first`.",
        ),
        Meant::Note => Words::new(
            "Xoá cả ghi chú: việc còn phải hỏi thì ghi ở nơi khác.",
            "Delete all of this note; keep what is still to be asked elsewhere.",
        ),
    };
    [
        Words::new(
            format!("Trang sẽ hiện nguyên `{mark}`: Markdown không hiểu dấu này ở đây"),
            format!("pages will show `{mark}` as it stands: here it is no mark of Markdown"),
        ),
        help,
    ]
}
