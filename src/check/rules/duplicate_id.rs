#![doc = include_str!("duplicate_id.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C019",
    name: "duplicate-id",
    severity: Severity::Error,
    explanation: include_str!("duplicate_id.md"),
};

/// The message and the help.
pub(crate) fn words(id: &str, other: &str) -> [Words; 2] {
    [
        Words::new(format!("`{id}` đã có ở tệp `{other}`"), format!("`{id}` already exists in `{other}`")),
        Words::new("Đổi tên một trong hai, hoặc gộp lại.", "Rename one of them, or merge the two."),
    ]
}

/// The same of the prose beside a record that has data of its own.
pub(crate) fn words_of_front_matter(id: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Không ai đọc phần đầu của tệp này: dữ liệu của `{id}` nằm ở `{id}.yaml`"),
            format!("nobody reads the front matter of this file: data of `{id}` stand in `{id}.yaml`"),
        ),
        Words::new(
            format!("Xoá phần đầu, từ `---` đến `---`; dữ liệu ghi trong `{id}.yaml`."),
            format!("Delete it, from `---` to `---`, and write data in `{id}.yaml`."),
        ),
    ]
}

/// The same of prose, which goes with its record from whatever folder.
pub(crate) fn words_of_prose(id: &str, other: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Bài viết của `{id}` đã có ở tệp `{other}`: chỉ một bài được đăng"),
            format!("the prose of `{id}` is in `{other}` already: only one of them would be shown"),
        ),
        Words::new(
            format!("Gộp hai tệp thành một bên cạnh bản ghi `{id}`, xoá tệp kia."),
            format!("Merge the two into one beside the record `{id}`, and delete the other."),
        ),
    ]
}
