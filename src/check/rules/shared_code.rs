#![doc = include_str!("shared_code.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C316",
    name: "shared-code",
    severity: Severity::Warning,
    explanation: include_str!("shared_code.md"),
};

/// The message and the help; `place` is where the other says the same.
pub(crate) fn words(code: &str, place: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Mã `{code}` đã là của thủ tục ở {place}"),
            format!("`{code}` is the code of the procedure at {place} already"),
        ),
        Words::new(
            "Sửa mã ở một trong hai; một thủ tục chia thành nhiều trang thì chỉ ghi mã ở một trang.",
            "Correct one of the two; of a procedure that is told on several pages one alone has the code.",
        ),
    ]
}
