#![doc = include_str!("raw_html.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C404",
    name: "raw-html",
    severity: Severity::Error,
    explanation: include_str!("raw_html.md"),
};

/// What a tag is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    Bold,
    Italic,
    Link,
    Picture,
    Break,
    Table,
    List,
    Heading,
    /// How words look, or where they stand.
    Look,
}

/// The message and the help.
pub(crate) fn words(tag: Option<Tag>) -> [Words; 2] {
    let help = match tag {
        None => Words::new("Dùng Markdown; dấu < viết là \\<.", "Use Markdown; write a < as \\<."),
        Some(Tag::Bold) => {
            Words::new("Xoá các thẻ, viết `**chữ đậm**`.", "Delete the tags, and write `**bold words**`.")
        }
        Some(Tag::Italic) => {
            Words::new("Xoá các thẻ, viết `*chữ nghiêng*`.", "Delete the tags, and write `*words*`.")
        }
        Some(Tag::Link) => Words::new(
            "Viết `[Tên trang](https://…)` thay cho các thẻ.",
            "Write `[Name](https://…)` in place of the tags.",
        ),
        Some(Tag::Picture) => Words::new(
            "Đặt hình vào content/files, rồi viết `![Hình cho thấy gì](…)` thay cho thẻ này.",
            "Put the picture in content/files, and write `![What it shows](…)` in place of the tag.",
        ),
        Some(Tag::Break) => Words::new(
            "Xoá thẻ này; sang đoạn mới thì chừa một dòng trống, trong ô của bảng thì viết dấu chấm phẩy.",
            "Delete the tag; a new paragraph begins behind an empty line, and a cell of a table has a semicolon.",
        ),
        Some(Tag::Table) => Words::new(
            "Viết bảng Markdown: mỗi hàng một dòng `| … | … |`, dưới dòng tên cột là `| --- | --- |`.",
            "Write a table of Markdown: a line `| … | … |` for each row, `| --- | --- |` below the names of columns.",
        ),
        Some(Tag::List) => Words::new(
            "Xoá các thẻ, viết mỗi mục một dòng bắt đầu bằng `- `.",
            "Delete the tags, and begin each item on its line with `- `.",
        ),
        Some(Tag::Heading) => Words::new(
            "Xoá các thẻ, viết `## ` ở đầu dòng.",
            "Delete the tags, and begin the line with `## `.",
        ),
        Some(Tag::Look) => {
            Words::new("Xoá các thẻ, giữ chữ ở giữa.", "Delete the tags, and keep the words between them.")
        }
    };
    [Words::new("Không viết HTML trong bài", "prose has no HTML in it"), help]
}

/// The same of a comment, which its author took for a note that nobody else sees.
pub(crate) fn words_of_note() -> [Words; 2] {
    [
        Words::new("Ghi chú riêng không được ở đây", "a note to oneself has no place here"),
        Words::new(
            "Xoá cả ghi chú, từ `<!--` đến `-->`; việc còn phải hỏi thì ghi ở nơi khác.",
            "Delete all of it, from `<!--` to `-->`; keep what is still to be asked elsewhere.",
        ),
    ]
}

/// The same of one that does not end.
pub(crate) fn words_of_open_note() -> [Words; 2] {
    [
        Words::new(
            "Ghi chú riêng không được ở đây; thiếu `-->` nên mọi dòng bên dưới cũng không lên trang",
            "a note to oneself has no place here; it lacks `-->`, so pages show none of the lines below it either",
        ),
        Words::new("Xoá từ `<!--` đến hết ghi chú.", "Delete it, from `<!--` to its last word."),
    ]
}
