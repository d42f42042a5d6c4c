#![doc = include_str!("said_twice.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C133",
    name: "said-twice",
    severity: Severity::Warning,
    explanation: include_str!("said_twice.md"),
};

/// The message and the help; of so many items, and the line in which the same stand first.
pub(crate) fn words(items: usize, line: usize) -> [Words; 2] {
    if items == 1 {
        return [
            Words::new(
                format!("Mục này giống hệt mục ở dòng {line}"),
                format!("this item is the same as that in line {line}"),
            ),
            Words::new("Xoá một trong hai.", "Delete one of the two."),
        ];
    }
    [
        Words::new(
            format!("{items} mục này giống hệt các mục bắt đầu ở dòng {line}"),
            format!("these {items} items are the same as those from line {line} on"),
        ),
        Words::new("Chỉ giữ một lần.", "Keep them once."),
    ]
}

/// The same of a line of Markdown.
pub(crate) fn words_of_line(line: usize) -> [Words; 2] {
    [
        Words::new(
            format!("Dòng này giống hệt dòng {line}"),
            format!("this line is the same as line {line}"),
        ),
        Words::new("Xoá một trong hai.", "Delete one of the two."),
    ]
}

/// The same of a source of a record.
pub(crate) fn words_of_source(first: &str, line: usize) -> [Words; 2] {
    [
        Words::new(
            format!("Nguồn này cùng tên, cùng địa chỉ với `{first}` ở dòng {line}: trang liệt kê hai lần"),
            format!("this source has the title and the address of `{first}` in line {line}: pages list both"),
        ),
        Words::new(
            format!(
                "Ghi `source: {first}` ở mọi chỗ rồi xoá nguồn này; là trang khác thì sửa `title`, `url`."
            ),
            format!(
                "Write `source: {first}` everywhere and delete this one; if it is another page, correct its `title` and `url`."
            ),
        ),
    ]
}

/// The same of a paper of a procedure.
pub(crate) fn words_of_paper(name: &str, line: usize) -> [Words; 2] {
    [
        Words::new(
            format!("Giấy tờ `{name}` đã có ở dòng {line}: trang liệt kê và đếm hai lần"),
            format!("the paper `{name}` stands in line {line} already: pages list and count both"),
        ),
        Words::new(
            "Gộp làm một mục, ghi đủ số bản; nếu là hai tờ khác nhau thì nói rõ từng tờ ở `note`.",
            "Make it one item with all its counts; if they are two papers, tell them apart by `note`.",
        ),
    ]
}
