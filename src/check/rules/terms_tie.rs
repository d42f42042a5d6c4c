#![doc = include_str!("terms_tie.md")]

use jiff::civil::Date;

use crate::diagnostic::{Rule, Severity, Words};
use crate::model::Section;

pub const RULE: Rule = Rule {
    code: "C111",
    name: "terms-tie",
    severity: Severity::Error,
    explanation: include_str!("terms_tie.md"),
};

/// The message and the help; `from` is the first day of it, where that is to come.
pub(crate) fn words(
    sections: &[Section],
    [vi, en]: &[String; 2],
    line: usize,
    from: Option<Date>,
) -> [Words; 2] {
    let [what_vi, what_en] = Section::list(sections);
    let [from_vi, from_en] = since(from);
    [
        Words::new(
            format!("Hai dòng nói khác nhau về {what_vi} cho {vi}{from_vi}"),
            format!("two rows give a different {what_en} for {en}{from_en}"),
        ),
        Words::new(
            format!("Thêm một dòng riêng cho phần đó, hoặc sửa một trong hai; dòng kia là dòng {line}."),
            format!("Add a row for exactly that, or correct one; the other is on line {line}."),
        ),
    ]
}

/// The same of two rows for the same.
pub(crate) fn words_of_same(sections: &[Section], line: usize, from: Option<Date>) -> [Words; 2] {
    let [what_vi, what_en] = Section::list(sections);
    let [from_vi, from_en] = since(from);
    [
        Words::new(
            format!("Dòng này và dòng {line} dành cho cùng một trường hợp mà khác {what_vi}{from_vi}"),
            format!("this row and line {line} are for the same and give a different {what_en}{from_en}"),
        ),
        Words::new(
            "Giữ một dòng; nếu mức đổi từ một ngày thì ghi `until` và `from` nối tiếp nhau.",
            "Keep one; if it changes on some day, write `until` and `from`, one after the other.",
        ),
    ]
}

fn since(day: Option<Date>) -> [String; 2] {
    day.map_or_else(Default::default, |it| [format!(", từ {it}"), format!(", from {it}")])
}
