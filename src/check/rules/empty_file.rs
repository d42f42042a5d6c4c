#![doc = include_str!("empty_file.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C026",
    name: "empty-file",
    severity: Severity::Error,
    explanation: include_str!("empty_file.md"),
};

/// The message and the help: what the file is of, the keys it needs, and the command that makes such a
/// file if there is one.
pub(crate) fn words([kind_vi, kind_en]: [&str; 2], keys: &[&str], command: Option<&str>) -> [Words; 2] {
    let lines = keys.iter().map(|it| format!("`{it}: …`")).collect::<Vec<_>>().join(", ");
    let [begin_vi, begin_en] = match command {
        Some(command) => [
            format!("để viết mới thì xoá tệp này rồi gõ `{command}`: lệnh tạo tệp mẫu có lời giải thích"),
            format!("to begin anew delete it and type `{command}`, which makes a file with explanations"),
        ],
        None => [format!("để viết mới thì bắt đầu bằng {lines}"), format!("to begin anew write {lines}")],
    };
    [
        Words::new(
            format!("Tệp chưa có gì; ở đây phải là {kind_vi}, ít nhất có {lines}"),
            format!("there is nothing in this file; it should hold {kind_en}, at least {lines}"),
        ),
        Words::new(
            format!("Nếu tệp bị xoá trắng thì lấy lại bản trước; {begin_vi}; không cần nữa thì xoá tệp."),
            format!("If it was emptied, bring back what it was; {begin_en}; if nobody needs it, delete it."),
        ),
    ]
}

/// The same of a file with many entries, each with these keys.
pub(crate) fn words_of_registry([kind_vi, kind_en]: [&str; 2], keys: &[&str]) -> [Words; 2] {
    let keys = keys.iter().map(|it| format!("{it}: …")).collect::<Vec<_>>().join(", ");
    let line = |id: &str| format!("`{id}: {{{keys}}}`");
    let (line_vi, line_en) = (line("ma-muc"), line("an-id"));
    [
        Words::new(
            format!("Tệp chưa có gì; ở đây phải là {kind_vi}, mỗi mục viết {line_vi}"),
            format!("there is nothing in this file; it should hold {kind_en}, each like {line_en}"),
        ),
        Words::new(
            "Nếu tệp bị xoá trắng thì lấy lại bản trước; không cần mục nào thì xoá tệp.",
            "If it was emptied, bring back what it was; if nobody needs an entry, delete it.",
        ),
    ]
}

/// The same of the ledger of addresses.
pub(crate) fn words_of_ledger() -> [Words; 2] {
    [
        Words::new(
            "Sổ địa chỉ chưa có gì; ở đây mỗi dòng là một địa chỉ đã công bố",
            "there is nothing in this ledger; each line should be an address that was published",
        ),
        Words::new(
            "Nếu tệp bị xoá trắng thì lấy lại bản trước: chỉ ở đó có địa chỉ của trang đã dời. Chưa công bố trang nào thì xoá tệp, rồi chạy `thutuc addresses --add`.",
            "If it was emptied, bring back what it was: nothing else knows the pages that moved. If no page was published yet, delete it, then run `thutuc addresses --add`.",
        ),
    ]
}

/// The same of a text that stands beside a record.
pub(crate) fn words_of_prose() -> [Words; 2] {
    [
        Words::new(
            "Tệp chưa có gì; ở đây phải là bài viết",
            "there is nothing in this file; it should hold a text",
        ),
        Words::new(
            "Nếu tệp bị xoá trắng thì lấy lại bản trước; không cần bài viết thì xoá tệp.",
            "If it was emptied, bring back what it was; if no text is needed, delete it.",
        ),
    ]
}
