#![doc = include_str!("form_kind.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C304",
    name: "form-kind",
    severity: Severity::Error,
    explanation: include_str!("form_kind.md"),
};

/// The message and the help.
pub(crate) fn words(ending: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Nội dung tệp không phải loại `{ending}`"),
            format!("the file is not what `.{ending}` says"),
        ),
        Words::new(
            "Lưu lại đúng định dạng; nhận pdf, doc, docx, xls, xlsx, odt, ods, zip, png, jpg, webp.",
            "Save it again in its format; pdf, doc, docx, xls, xlsx, odt, ods, zip, png, jpg and webp are taken.",
        ),
    ]
}
