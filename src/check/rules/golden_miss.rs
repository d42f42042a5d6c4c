#![doc = include_str!("golden_miss.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C313",
    name: "golden-miss",
    severity: Severity::Error,
    explanation: include_str!("golden_miss.md"),
};

/// The message and the help; `found` is what came first, if anything did.
pub(crate) fn words(wanted: &str, found: Option<&str>) -> [Words; 2] {
    let instead = match found {
        Some(found) => (format!("tìm ra `{found}` trước"), format!("finds `{found}` first")),
        None => ("không tìm ra gì".to_owned(), "finds nothing".to_owned()),
    };
    let help = if wanted == "-" {
        Words::new("Xoá dòng này nếu câu trả lời đó đúng.", "Delete the line if that is a right answer.")
    } else {
        Words::new(
            format!(
                "Thêm cách gọi này vào `also_called` của `{wanted}` hoặc vào synonyms.yaml, hoặc sửa dòng."
            ),
            format!(
                "Add these words to `also_called` of `{wanted}` or to synonyms.yaml, or correct the line."
            ),
        )
    };
    let (vi, en) = if wanted == "-" {
        (
            format!("câu này không được có kết quả, nhưng {}", instead.0),
            format!("this must find nothing, but {}", instead.1),
        )
    } else {
        (
            format!("câu này phải tìm ra `{wanted}`, nhưng {}", instead.0),
            format!("this must find `{wanted}`, but {}", instead.1),
        )
    };
    [Words::new(vi, en), help]
}
