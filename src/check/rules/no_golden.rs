#![doc = include_str!("no_golden.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C027",
    name: "no-golden",
    severity: Severity::Warning,
    explanation: include_str!("no_golden.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new(
            "Tệp chưa có câu hỏi nào; ở đây mỗi dòng là một câu người dân gõ, một Tab, mã thủ tục phải tìm ra",
            "there is no query in this file; each line should be what people type, a tab, the procedure to find",
        ),
        Words::new(
            "Nếu tệp bị xoá trắng thì lấy lại bản trước; không cần câu hỏi nào thì xoá tệp.",
            "If it was emptied, bring back what it was; if nobody needs a query, delete it.",
        ),
    ]
}
