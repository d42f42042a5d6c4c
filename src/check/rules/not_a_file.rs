#![doc = include_str!("not_a_file.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C013",
    name: "not-a-file",
    severity: Severity::Error,
    explanation: include_str!("not_a_file.md"),
};

/// The message and the help for a folder that has a file's ending.
pub(crate) fn words_of_folder() -> [Words; 2] {
    [
        Words::new("Đây là thư mục, mà tên có đuôi của tệp", "this is a folder with the ending of a file"),
        Words::new("Đổi tên thư mục, bỏ phần đuôi.", "Rename the folder; leave the ending out."),
    ]
}

/// The same of what is neither a file nor a folder: nearly always a link, be it `content` itself.
pub(crate) fn words() -> [Words; 2] {
    [
        Words::new("Đây là liên kết, không phải tệp hay thư mục", "this is a link, not a file or a folder"),
        Words::new(
            "Chép chính tệp hay thư mục đó vào chỗ này.",
            "Copy the file or the folder itself to this place.",
        ),
    ]
}
