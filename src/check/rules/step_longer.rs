#![doc = include_str!("step_longer.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C136",
    name: "step-longer",
    severity: Severity::Warning,
    explanation: include_str!("step_longer.md"),
};

/// The message and the help.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new(
            "Bước này của cơ quan lâu hơn thời hạn dài nhất trong `terms`",
            "this step of the agency takes longer than the longest limit in `terms`",
        ),
        Words::new(
            "Xem lại `time` ở đây và ở `terms`: một trong hai gõ nhầm, hoặc bước này là của người khác (`by`).",
            "Look at `time` here and in `terms`: one is mistyped, or the step is somebody else's (`by`).",
        ),
    ]
}
