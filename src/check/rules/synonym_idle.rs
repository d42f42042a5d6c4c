#![doc = include_str!("synonym_idle.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C315",
    name: "synonym-idle",
    severity: Severity::Warning,
    explanation: include_str!("synonym_idle.md"),
};

/// The message and the help.
pub(crate) fn words(group: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Không thủ tục nào có từ của nhóm `{group}`"),
            format!("no procedure has the words of the group `{group}`"),
        ),
        Words::new(
            "Thêm vào `words` từ đang có trong tên hoặc `also_called` của thủ tục, hoặc xoá nhóm.",
            "Add to `words` what stands in the title or `also_called` of a procedure, or delete the group.",
        ),
    ]
}
