#![doc = include_str!("idle_key.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C134",
    name: "idle-key",
    severity: Severity::Error,
    explanation: include_str!("idle_key.md"),
};

/// The message and the help; `meant` is with what the key would say something, if that is known.
pub(crate) fn words(key: &str, [of, value]: [&str; 2], meant: Option<&str>) -> [Words; 2] {
    let help = match meant {
        Some(meant) => Words::new(
            format!("Viết `{meant}`, hoặc xoá `{key}`."),
            format!("Write `{meant}`, or delete `{key}`."),
        ),
        None => Words::new(format!("Xoá `{key}`."), format!("Delete `{key}`.")),
    };
    [
        Words::new(
            format!("`{key}` không đi với `{of}: {value}`"),
            format!("`{key}` does not go with `{of}: {value}`"),
        ),
        help,
    ]
}

/// Of a key that is about another which is not there.
pub(crate) fn words_without(key: &str, about: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Không trang nào hiện `{key}` khi dòng này không có `{about}`"),
            format!("no page shows the `{key}` of a row without `{about}`"),
        ),
        Words::new(
            format!("Thêm `{about}: …` vào dòng này, hoặc chuyển `{key}` sang dòng có `{about}` ấy."),
            format!("Add `{about}: …` to this row, or move `{key}` to the row that has that `{about}`."),
        ),
    ]
}
