#![doc = include_str!("unknown_file.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C016",
    name: "unknown-file",
    severity: Severity::Error,
    explanation: include_str!("unknown_file.md"),
};

/// The message and the help; `meant` is the path that it should have, if its name says so.
pub(crate) fn words(meant: Option<&str>) -> [Words; 2] {
    [
        Words::new("Tệp này không thuộc loại nội dung nào", "this file is no kind of content"),
        match meant {
            Some(path) => Words::new(format!("Đổi thành `{path}`."), format!("Make it `{path}`.")),
            None => Words::new(
                "Đặt vào procedures, agencies, offices, choices, journeys, calendar, pages hoặc files, đuôi .yaml hoặc .md; tệp giữ riêng thì để ngoài content.",
                "Move it to procedures, agencies, offices, choices, journeys, calendar, pages or files, with the ending .yaml or .md; what is not for the site goes outside content.",
            ),
        },
    ]
}

/// The same of what may be the record at this `path`, or something else without its ending.
pub(crate) fn words_of_record(path: &str) -> [Words; 2] {
    let [message, _] = words(None);
    [
        message,
        Words::new(
            format!(
                "Là bản ghi thì đổi thành `{path}`, là bài viết thì đuôi `.md`; tệp giữ riêng thì để ngoài content."
            ),
            format!(
                "Make a record `{path}`, and end prose with `.md`; what is not for the site goes outside content."
            ),
        ),
    ]
}

/// The same of records in one file; `path` is where each of them belongs.
pub(crate) fn words_of_each(path: &str) -> [Words; 2] {
    let [message, _] = words(None);
    let path_en = path.replace("<năm>", "<year>").replace("<tên>", "<name>").replace("<mã>", "<id>");
    [
        message,
        Words::new(
            format!("Viết mỗi mục thành một tệp riêng: `{path}`."),
            format!("Write a file for each of them: `{path_en}`."),
        ),
    ]
}

/// The same of a copy of a file of which there is one.
pub(crate) fn words_of_copy(original: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Tệp này mang tên một bản sao của `{original}`"),
            format!("this file is called a copy of `{original}`"),
        ),
        Words::new(
            format!("Chép sang `{original}` những gì ở đó chưa có, rồi xoá tệp này."),
            format!("Take over to `{original}` what that lacks, then delete this file."),
        ),
    ]
}
