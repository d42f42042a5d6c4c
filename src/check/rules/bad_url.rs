#![doc = include_str!("bad_url.md")]

use super::yaml_syntax;
use crate::check::meant;
use crate::diagnostic::{Rule, Severity, Words};
use crate::model::{HttpsUrl, ParseUrlError, addresses};

pub const RULE: Rule = Rule {
    code: "C107",
    name: "bad-url",
    severity: Severity::Error,
    explanation: include_str!("bad_url.md"),
};

/// The message and the help.
pub(crate) fn words(text: &str, error: &ParseUrlError) -> [Words; 2] {
    if text.trim_end_matches('/').ends_with('…') {
        return [
            Words::new(
                format!("`{text}` là địa chỉ mẫu, không dẫn đến đâu"),
                format!("`{text}` is an example and leads nowhere"),
            ),
            Words::new(
                "Chép địa chỉ của trang từ trình duyệt vào đây; chưa có thì xoá dòng này.",
                "Copy the address of the page from a browser; if there is none yet, delete this line.",
            ),
        ];
    }
    let message = match error {
        ParseUrlError::NotHttps => Words::new(
            format!("`{text}` không bắt đầu bằng https://"),
            format!("`{text}` does not begin with https://"),
        ),
        ParseUrlError::LookAlike(_) => Words::new(
            format!("Tên máy chủ của `{text}` có chữ trông giống chữ khác"),
            format!("the host of `{text}` has letters that imitate others"),
        ),
        ParseUrlError::Host => Words::new(
            format!("`{text}` có tên máy chủ không đúng"),
            format!("the host of `{text}` is not right"),
        ),
        ParseUrlError::Character(c) => {
            Words::new(format!("Địa chỉ có ký tự {c:?}"), format!("an address cannot have {c:?} in it"))
        }
        ParseUrlError::Several => Words::new("Ở đây có nhiều địa chỉ", "there are several addresses here"),
    };
    // A space within an address is not its end.
    let is_split = text.starts_with("https://")
        && text.matches("://").count() == 1
        && matches!(error, ParseUrlError::Character(it) if it.is_whitespace());
    let written = if is_split { whole(text).into_iter().collect() } else { addresses(text) };
    if let [meant] = &written[..] {
        return [message, Words::new(format!("Viết `{meant}`."), format!("Write `{meant}`."))];
    }
    if let [first, second, ..] = &written[..] {
        return [
            message,
            Words::new(
                format!("Chỉ viết một: `{first}` hay `{second}`."),
                format!("Write one of them: `{first}` or `{second}`."),
            ),
        ];
    }
    let help = match error {
        ParseUrlError::NotHttps => {
            let plain = meant::bare(text);
            let broken =
                ["https", "http"].iter().find_map(|it| plain.strip_prefix(it)?.strip_prefix([':', '/']));
            let broken = broken.map(|it| it.trim_start_matches([':', '/']));
            let rest = plain.split_once("://").map(|(_, rest)| rest).or(broken).unwrap_or(plain);
            match format!("https://{rest}").parse::<HttpsUrl>() {
                Ok(meant) => Words::new(format!("Viết `{meant}`."), format!("Write `{meant}`.")),
                Err(_) => Words::new(
                    "Viết địa chỉ của trang, như `https://ten-mien.vn/…`; chưa có thì xoá dòng này.",
                    "Write the address of a page, as `https://name.vn/…`; if there is none yet, delete this line.",
                ),
            }
        }
        ParseUrlError::LookAlike(_) => Words::new(
            "Gõ lại địa chỉ bằng bàn phím, không chép.",
            "Type the address anew instead of pasting it.",
        ),
        ParseUrlError::Host => Words::new(
            "Viết `https://ten-mien.vn/…`, không có cổng hay tên người dùng.",
            "Write `https://name.vn/…` without a port or user.",
        ),
        ParseUrlError::Several => Words::new("Chỉ viết một địa chỉ.", "Write one address."),
        ParseUrlError::Character(_) => {
            Words::new("Xoá ký tự đó, hoặc viết dạng %.", "Remove it, or write it in its % form.")
        }
    };
    [message, help]
}

/// With its spaces in their % form, if all of it looks like one address: that of a file or a folder.
fn whole(text: &str) -> Option<HttpsUrl> {
    let rest = text.split_once(char::is_whitespace)?.1;
    let last = rest.split_whitespace().next_back()?;
    let is_file = last.rsplit_once('.').is_some_and(|(_, it)| (2..=4).contains(&it.len()) && it.is_ascii());
    // Behind a path, one more word is a part of it.
    let is_word = !rest.contains(char::is_whitespace) && rest.is_ascii() && text[8..].contains('/');
    let is_path = (is_file || is_word || rest.contains('/')) && !rest.contains("://");
    text.split_whitespace().collect::<Vec<_>>().join("%20").parse().ok().filter(|_| is_path)
}

/// The same where each of several addresses may stand by itself.
pub(crate) fn words_of_several(written: &[HttpsUrl]) -> [Words; 2] {
    let list = written.iter().map(|it| yaml_syntax::quoted(it.as_str())).collect::<Vec<_>>().join(", ");
    [
        Words::new("Ở đây có nhiều địa chỉ", "there are several addresses here"),
        Words::new(
            format!("Viết `[{list}]`, mỗi địa chỉ một mục."),
            format!("Write `[{list}]`, an item for each."),
        ),
    ]
}
