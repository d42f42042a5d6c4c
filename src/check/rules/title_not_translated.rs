#![doc = include_str!("title_not_translated.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C416",
    name: "title-not-translated",
    severity: Severity::Warning,
    explanation: include_str!("title_not_translated.md"),
};

/// The message and the help; `title` is the one that was not translated, `page` the name of a page,
/// whose translations have front matter of their own.
pub(crate) fn words(lang: &str, main: &str, title: &str, page: Option<&str>) -> [Words; 2] {
    let help = match page {
        Some(name) => Words::new(
            format!("Thêm ở đầu tệp này, giữa hai dòng `---`: `title: …`; bản chính là {name}.md."),
            format!(
                "Put at the top of this file, between two lines `---`: `title: …`; the original is {name}.md."
            ),
        ),
        None => Words::new(
            format!("Ghi trong bản ghi: `title: {{{main}: \"{title}\", {lang}: \"…\"}}`."),
            format!("Write in the record: `title: {{{main}: \"{title}\", {lang}: \"…\"}}`."),
        ),
    };
    [
        Words::new(
            format!(
                "Bản dịch này không hiện ở đâu: “{title}” chưa có tên bằng `{lang}` nên không có trang `{lang}`"
            ),
            format!(
                "this translation stands nowhere: “{title}” has no title in `{lang}`, and so no page in it"
            ),
        ),
        help,
    ]
}
