#![doc = include_str!("synonym_clash.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C314",
    name: "synonym-clash",
    severity: Severity::Warning,
    explanation: include_str!("synonym_clash.md"),
};

/// The message and the help; `group` is where the words stood first.
pub(crate) fn words(said: &str, group: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{said}` đã có trong nhóm `{group}`"),
            format!("`{said}` already stands in the group `{group}`"),
        ),
        Words::new(
            "Giữ ở một nhóm; cùng một nghĩa thì gộp hai nhóm làm một.",
            "Keep it in one group; make one group of two that mean the same.",
        ),
    ]
}

/// The same of a term that the glossary explains in two entries; `first` is the one above.
pub(crate) fn words_of_term(term: &str, first: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{term}` đã được giải thích ở mục `{first}`"),
            format!("`{term}` is explained by the entry `{first}` already"),
        ),
        Words::new(
            "Gộp hai mục làm một, hoặc đổi `term` của một mục.",
            "Make one entry of the two, or change the `term` of one.",
        ),
    ]
}
