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
