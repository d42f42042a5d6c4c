#![doc = include_str!("terms_hole.md")]

use jiff::civil::Date;

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C110",
    name: "terms-hole",
    severity: Severity::Error,
    explanation: include_str!("terms_hole.md"),
};

/// The same of a record without a row.
pub(crate) fn words_of_none(section: &str, [what_vi, what_en]: [&str; 2]) -> [Words; 2] {
    let help = format!("terms: [{{{section}: …}}]");
    [
        Words::new(format!("Chưa ghi {what_vi} nào"), format!("there is no {what_en} at all")),
        Words::new(
            format!("Thêm `{help}`; chưa có nguồn thì ghi `unconfirmed: [{section}]`."),
            format!("Add `{help}`; if no source says it write `unconfirmed: [{section}]`."),
        ),
    ]
}

/// The message and the help: for whom, whether those are in none of the cases, and the row that was
/// theirs, by its line, with its last day.
pub(crate) fn words(
    section: &str,
    [what_vi, what_en]: [&str; 2],
    [vi, en]: &[String; 2],
    is_outside: bool,
    ended: Option<(usize, Date)>,
) -> [Words; 2] {
    let [ended_vi, ended_en] = match ended {
        Some((line, day)) => {
            [format!(": dòng {line} chỉ đến hết {day}"), format!(": line {line} held until {day}")]
        }
        None => [String::new(), String::new()],
    };
    let [whose_vi, whose_en] = if is_outside {
        ["mà không ghi `case`", "and without `case`"]
    } else {
        ["cho phần còn thiếu", "for what is missing"]
    };
    [
        Words::new(
            format!("Chưa có {what_vi} cho {vi}{ended_vi}"),
            format!("there is no {what_en} for {en}{ended_en}"),
        ),
        Words::new(
            format!(
                "Thêm một dòng `terms` có `{section}` {whose_vi}; chưa có nguồn thì ghi `unconfirmed: [{section}]`."
            ),
            format!(
                "Add a row to `terms` with `{section}` {whose_en}; if no source says it write `unconfirmed: [{section}]`."
            ),
        ),
    ]
}
