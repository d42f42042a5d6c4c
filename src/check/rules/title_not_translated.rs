#![doc = include_str!("title_not_translated.md")]

use super::REPEATED;
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

/// The same of a record whose English title is that of another: it was copied with the rest. `place` is
/// where the other has it.
pub(crate) fn words_of_copied(title: &str, place: &str) -> [Words; 2] {
    let title = if title.len() <= REPEATED { title } else { "…" };
    [
        Words::new(
            format!("`{title}` đã là tên tiếng Anh của thủ tục ở {place}, cùng một cơ quan"),
            format!("`{title}` is the English title of the procedure of the same agency at {place} already"),
        ),
        Words::new(
            "Dịch tên của thủ tục này; tệp chép ra thì xem lại các phần tiếng Anh khác.",
            "Translate the title of this one; if the file was copied, go through its other English texts.",
        ),
    ]
}
