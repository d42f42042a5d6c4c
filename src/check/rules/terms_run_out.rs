#![doc = include_str!("terms_run_out.md")]

use jiff::civil::Date;

use crate::diagnostic::{Rule, Severity, Words};
use crate::model::Section;

pub const RULE: Rule = Rule {
    code: "C139",
    name: "terms-run-out",
    severity: Severity::Warning,
    explanation: include_str!("terms_run_out.md"),
};

/// The message and the help: of what, for whom, the last day and the first without, and the line of
/// the row that follows too late, if one does.
pub(crate) fn words(
    sections: &[Section],
    [vi, en]: &[String; 2],
    [until, from]: [Date; 2],
    next: Option<usize>,
) -> [Words; 2] {
    let [what_vi, what_en] = Section::list(sections);
    let keys = sections.iter().map(|it| it.key()).collect::<Vec<_>>().join(", ");
    let help = match next {
        Some(line) => Words::new(
            format!("Sửa `from` của dòng {line} thành `{from}`, hoặc thêm một dòng cho những ngày ở giữa."),
            format!("Write `from: {from}` on line {line}, or add a row for the days between."),
        ),
        None => Words::new(
            format!(
                "Thêm một dòng có `from: {from}`; chưa biết thì ghi `unconfirmed: [{keys}]`. Từ ngày đó lỗi này chặn việc dựng trang (C110)."
            ),
            format!(
                "Add a row with `from: {from}`; if nobody knows yet write `unconfirmed: [{keys}]`. From that day on it is an error and nothing is built (C110)."
            ),
        ),
    };
    [
        Words::new(
            format!("Từ {from} chưa có {what_vi} cho {vi}: dòng này chỉ đến hết {until}"),
            format!("from {from} there is no {what_en} for {en}: this row holds until {until}"),
        ),
        help,
    ]
}
