#![doc = include_str!("unknown_key.md")]

use crate::diagnostic::{Language, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C006",
    name: "unknown-key",
    severity: Severity::Error,
    explanation: include_str!("unknown_key.md"),
};

/// The same of the title of a paper in the place of a key.
pub(crate) fn words_of_paper(title: &str, better: &str) -> [Words; 2] {
    [
        Words::new(
            format!("`{title}` là tên giấy tờ, không phải khoá"),
            format!("`{title}` is the title of a paper, not a key"),
        ),
        Words::new(format!("Viết `{better}`."), format!("Write `{better}`.")),
    ]
}

/// The same of one above the list of the key `of`, which stands right before it.
pub(crate) fn words_of_list(key: &str, of: &str) -> [Words; 2] {
    let [message, _] = words(key, None, "");
    let help = Words::new(
        format!("Xoá dòng `{key}:`; danh sách dưới nó là của `{of}` ở dòng trên."),
        format!("Delete the line `{key}:`; the list below it is that of `{of}`, the line above."),
    );
    [message, help]
}

/// More help where a paper has no entry: the one to add, and what names it then.
pub(crate) fn help_to_register(help: &Words, entry: &str, better: &str) -> Words {
    let [vi, en] = [Language::Vi, Language::En].map(|it| help.get(it).to_owned());
    Words::new(
        format!(
            "{vi} Nhiều thủ tục cùng cần thì thêm `{entry}` vào content/papers.yaml, rồi viết `{better}`."
        ),
        format!(
            "{en} If other procedures need it too, add `{entry}` to content/papers.yaml and write `{better}`."
        ),
    )
}

/// The message and the help; `near` is the known key that looks most like it.
pub(crate) fn words(key: &str, near: Option<&str>, known: &str) -> [Words; 2] {
    let help = match near {
        Some(near) => Words::new(
            format!("Viết `{near}`; khoá riêng của bạn thì đặt tên `x_{key}`."),
            format!("Write `{near}`; a key of your own is called `x_{key}`."),
        ),
        None => Words::new(
            format!("Dùng một trong các khoá: {known}; khoá riêng của bạn thì đặt tên `x_{key}`."),
            format!("Use one of: {known}; a key of your own is called `x_{key}`."),
        ),
    };
    [Words::new(format!("Không có khoá `{key}` ở đây"), format!("there is no key `{key}` here")), help]
}

/// The same of one that stands in rows; `row` is what to type.
pub(crate) fn words_of_row(key: &str, row: &str) -> [Words; 2] {
    let [message, _] = words(key, None, "");
    [message, Words::new(format!("Viết `{row}`."), format!("Write `{row}`."))]
}

/// The same where the record has that other key: `row` goes there.
pub(crate) fn words_of_home(key: &str, of: &str, row: &str) -> [Words; 2] {
    let [message, _] = words(key, None, "");
    let help = Words::new(
        format!("Xoá ở đây, ghi `{row}` vào `{of}`."),
        format!("Delete it here, and write `{row}` in `{of}`."),
    );
    [message, help]
}

/// The same of a text in one language; `row` has those in others too.
pub(crate) fn words_of_language(key: &str, row: &str) -> [Words; 2] {
    let [message, _] = words(key, None, "");
    let help = Words::new(
        format!("Viết `{row}`, thay cho các dòng riêng từng thứ tiếng."),
        format!("Write `{row}` in place of the lines for each language."),
    );
    [message, help]
}
