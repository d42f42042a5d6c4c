#![doc = include_str!("broken_link.md")]

use crate::diagnostic::{Rule, Severity, Words};

pub const RULE: Rule = Rule {
    code: "C406",
    name: "broken-link",
    severity: Severity::Error,
    explanation: include_str!("broken_link.md"),
};

/// The message and the help; `near` is the target that looks most like it.
pub(crate) fn words(target: &str, near: Option<&str>) -> [Words; 2] {
    let help = match near {
        Some(near) => Words::new(format!("Viết `{near}`."), format!("Write `{near}`.")),
        None => Words::new(
            "Viết đường dẫn tương đối đến tệp trong content, hoặc địa chỉ trên trang như /thu-tuc/ma/.",
            "Write the relative path of a file in content, or an address of the site like /thu-tuc/an-id/.",
        ),
    };
    [Words::new(format!("Liên kết `{target}` không dẫn đến đâu"), format!("`{target}` leads nowhere")), help]
}

/// The same of an earlier address: its page is elsewhere now.
pub(crate) fn words_of_moved(target: &str, now: &str) -> [Words; 2] {
    [
        Words::new(
            format!("Liên kết dùng địa chỉ cũ `{target}`"),
            format!("`{target}` is an earlier address"),
        ),
        Words::new(format!("Viết `{now}`."), format!("Write `{now}`.")),
    ]
}

/// The same of a file that is not there: where it belongs, and the `way` to it.
pub(crate) fn words_of_no_file(target: &str, file: &str, way: &str) -> [Words; 2] {
    let [message, _] = words(target, None);
    [
        message,
        Words::new(
            format!("Đặt tệp vào `{file}`, rồi viết `{way}` trong `( )`."),
            format!("Put the file at `{file}`, and write `{way}` in `( )`."),
        ),
    ]
}

/// The same where nothing is in the brackets that an address belongs in.
pub(crate) fn words_of_none() -> [Words; 2] {
    [
        Words::new("Liên kết không có địa chỉ", "the link has no address"),
        Words::new(
            "Viết địa chỉ vào `( )`: `https://…`, tệp như `../files/mau.pdf`; chưa có địa chỉ thì chỉ giữ chữ trong `[ ]`.",
            "Write the address in `( )`: `https://…`, or a file like `../files/form.pdf`; if there is none yet, keep the words in `[ ]` alone.",
        ),
    ]
}

/// The same of a picture.
pub(crate) fn words_of_no_picture() -> [Words; 2] {
    [
        Words::new("Hình không có địa chỉ", "the picture has no address"),
        Words::new(
            "Đặt hình vào content/files rồi viết vào `( )` đường dẫn như `../files/so-do.png`; chưa có hình thì xoá `![…]()`.",
            "Put the picture in content/files and write its path in `( )`, like `../files/diagram.png`; if there is none yet, delete the `![…]()`.",
        ),
    ]
}
