#![doc = include_str!("broken_theme.md")]

use crate::check::near::near;
use crate::diagnostic::{Rule, Severity, Words};
use crate::source::embedded::is_default;

pub const RULE: Rule = Rule {
    code: "C502",
    name: "broken-theme",
    severity: Severity::Error,
    explanation: include_str!("broken_theme.md"),
};

/// Of more fields than that nobody reads the names.
const LISTED: usize = 30;

/// The message and the help for a template that does not work; `detail` are Tera's own words.
pub(crate) fn words(detail: &str) -> [Words; 2] {
    if let Some(words) = words_of_twins(detail) {
        return words;
    }
    let mut detail = detail.trim_end_matches('.');
    let mut better = None;
    if let Some((said, fields)) = detail.split_once(". Available fields: ") {
        better = said.split('`').nth(1).and_then(|it| near(it, fields.split(", ")));
        if LISTED < fields.split(", ").count() {
            detail = said;
        }
    }
    let [vi, en] = match better {
        Some(it) => {
            [format!("Viết `{it}`, hoặc sửa cách khác"), format!("Write `{it}`, or correct it otherwise")]
        }
        None => ["Sửa chỗ này".to_owned(), "Correct it here".to_owned()],
    };
    [
        Words::new("Mẫu của giao diện không dùng được", format!("the template does not work: {detail}")),
        Words::new(
            format!(
                "{vi}; docs/theme-guide.md liệt kê các mẫu và những gì mỗi mẫu nhận được. Tera báo: {detail}."
            ),
            format!("{en}; docs/theme-guide.md lists the templates and what each of them gets."),
        ),
    ]
}

/// The same of a component that the default theme has in another file: `brand`, of which Tera says
/// "Component `brand` is defined in both `brand.html` and `components/brand.html`".
fn words_of_twins(detail: &str) -> Option<[Words; 2]> {
    let (name, files) = detail.strip_prefix("Component `")?.split_once("` is defined in both ")?;
    let home = files.split('`').find(|it| is_default(&format!("templates/{it}")))?;
    Some([
        Words::new(
            format!("Giao diện mặc định đã có `component {name}` ở `templates/{home}`"),
            format!("the default theme has `component {name}` in `templates/{home}`"),
        ),
        Words::new(
            format!(
                "Chuyển tệp này thành `templates/{home}` để thay tệp mặc định, hoặc đặt cho nó tên khác."
            ),
            format!(
                "Move this file to `templates/{home}`, to take that one's place, or give it another name."
            ),
        ),
    ])
}

/// The same of a link.
pub(crate) fn words_of_link() -> [Words; 2] {
    [
        Words::new("Đây là liên kết, không phải tệp hay thư mục", "this is a link, not a file or a folder"),
        Words::new(
            "Chép chính tệp hay thư mục đó vào chỗ này.",
            "Copy the file or the folder itself to this place.",
        ),
    ]
}
