#![doc = include_str!("address_taken.md")]

use crate::diagnostic::{Language, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C310",
    name: "address-taken",
    severity: Severity::Error,
    explanation: include_str!("address_taken.md"),
};

/// The message and the help; `holder` is what stands there.
pub(crate) fn words(name: &str, holder: &Words) -> [Words; 2] {
    [
        Words::new(
            format!("Địa chỉ `/{name}/` đã là của {}", holder.get(Language::Vi)),
            format!("the address `/{name}/` is that of {} already", holder.get(Language::En)),
        ),
        on_capitals(
            name,
            "Đổi tên tệp: địa chỉ của trang là tên tệp",
            "Rename the file: the address of a page is the name of its file",
        ),
    ]
}

/// The help, and for an address with capitals why it is another's that has none.
pub(super) fn on_capitals(address: &str, vi: &str, en: &str) -> Words {
    if address.chars().any(char::is_uppercase) {
        return Words::new(
            format!("{vi}; có máy chủ không phân biệt chữ hoa với chữ thường."),
            format!("{en}; to some hosts capitals and small letters are one."),
        );
    }
    Words::new(format!("{vi}."), format!("{en}."))
}

/// The same of a page where those of another language are.
pub(crate) fn words_of_language(name: &str, lang: &str) -> [Words; 2] {
    let [message, _] =
        words(name, &Words::new(format!("các trang bằng `{lang}`"), format!("the pages in `{lang}`")));
    [
        message,
        Words::new(
            format!("Đổi tên tệp; bản dịch của một trang là `tên-trang.{lang}.md`."),
            format!("Rename the file; a translation of a page is `name-of-page.{lang}.md`."),
        ),
    ]
}
