#![doc = include_str!("theme_file.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C503",
    name: "theme-file",
    severity: Severity::Warning,
    explanation: include_str!("theme_file.md"),
};

/// The message and the help; `home` is the path of the default file that has this name.
pub(crate) fn words(home: Option<&str>) -> [Words; 2] {
    let message =
        Words::new("Không trang nào dùng tệp này của giao diện", "no page uses this file of the theme");
    let help = match home {
        Some(home) => Words::new(
            format!("Chuyển thành `{home}`: tệp mặc định tên đó nằm ở đấy."),
            format!("Move it to `{home}`, where the default file of that name lies."),
        ),
        None => Words::new(
            "Mẫu đặt trong `templates/` và được mẫu khác gọi tới, hình và kiểu trong `static/`, lời trong `words/`; không dùng thì xoá.",
            "Templates belong in `templates/` and are called by another, pictures and styles in `static/`, words in `words/`; delete what is of no use.",
        ),
    };
    [message, help]
}
