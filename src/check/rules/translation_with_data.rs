#![doc = include_str!("translation_with_data.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C417",
    name: "translation-with-data",
    severity: Severity::Error,
    explanation: include_str!("translation_with_data.md"),
};

/// The message and the help.
pub(crate) fn words(stem: &str, main: &str, lang: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Không ai đọc phần đầu của bản dịch này: dữ liệu của `{stem}` nằm ở bản ghi của nó"),
            format!(
                "nobody reads the front matter of this translation: data of `{stem}` stand in its record"
            ),
        ),
        Words::new(
            format!(
                "Xoá phần đầu; trong bản ghi ghi cả hai thứ tiếng: `title: {{{main}: …, {lang}: …}}`, `summary` cũng vậy."
            ),
            format!(
                "Delete it; write both languages in the record: `title: {{{main}: …, {lang}: …}}`, `summary` too."
            ),
        ),
    ]
}

/// Of a key of a translated page that counts only in the page `name`, or only where that has it too.
pub(crate) fn words_of_page(key: &str, name: &str) -> [Words; 2] {
    let help = if key == "aliases" {
        Words::new(
            format!("Chuyển `aliases` sang {name}.md: địa chỉ cũ dẫn đến trang ở ngôn ngữ chính."),
            format!("Move `aliases` to {name}.md: earlier addresses lead to the page in the main language."),
        )
    } else {
        Words::new(
            format!("Thêm `{key}: …` vào phần đầu của {name}.md, hoặc xoá ở đây."),
            format!("Add `{key}: …` to the front matter of {name}.md, or delete it here."),
        )
    };
    [
        Words::new(
            format!("Không ai đọc `{key}` của bản dịch này"),
            format!("nobody reads the `{key}` of this translation"),
        ),
        help,
    ]
}
