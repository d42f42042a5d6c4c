//! What is wrong, as HTML to stand above a page.

use crate::diagnostic::{Diagnostic, Language, Style, text};
use crate::source::Sources;

/// More would push the page out of reach; the terminal has them all.
const SHOWN: usize = 30;

pub(super) fn of_report(errors: &[Diagnostic], sources: &Sources, language: Language) -> String {
    let count = errors.len();
    let heading = match language {
        Language::Vi => format!("{count} lỗi trong danh mục"),
        Language::En => format!("{count} mistake{} in the catalogue", if count == 1 { "" } else { "s" }),
    };
    let shown = &errors[..count.min(SHOWN)];
    let blocks = shown.chunks(1).map(|it| text(it, sources, language, Style::Plain));
    let more = match language {
        _ if count <= SHOWN => String::new(),
        Language::Vi => format!("… và {} lỗi nữa, xem ở cửa sổ dòng lệnh.", count - SHOWN),
        Language::En => format!("… and {} more, see the terminal.", count - SHOWN),
    };
    section(&heading, blocks.chain((!more.is_empty()).then_some(more)), language)
}

pub(super) fn of_error(words: &str, language: Language) -> String {
    let heading = match language {
        Language::Vi => "Không dựng được trang",
        Language::En => "The site could not be built",
    };
    section(heading, std::iter::once(words.to_owned()), language)
}

/// The program stumbled over itself.
pub(super) fn of_ours(language: Language) -> String {
    let words = match language {
        Language::Vi => {
            "Chương trình gặp lỗi của chính nó; nội dung anh chị vừa lưu không mất. Xin báo lại, kèm tệp vừa sửa."
        }
        Language::En => {
            "The program failed at a mistake of its own; what you saved is not lost. Please report it, with the file you changed."
        }
    };
    of_error(words, language)
}

fn section(heading: &str, blocks: impl Iterator<Item = String>, language: Language) -> String {
    let (lang, note) = match language {
        Language::Vi => ("vi", "Bên dưới là bản tốt gần nhất. Trang tự tải lại khi lỗi đã sửa."),
        Language::En => {
            ("en", "Below is the last good version. The page reloads itself when this is mended.")
        }
    };
    let blocks: Vec<String> = blocks.map(|it| escaped(it.trim_end())).collect();
    let blocks = format!("<pre>{}</pre>", blocks.join("</pre><pre>"));
    format!(
        "<link rel=\"stylesheet\" href=\"/_thutuc/mistakes.css\">\
         <section id=\"thutuc-mistakes\" lang=\"{lang}\" aria-labelledby=\"thutuc-mistakes-heading\">\
         <h2 id=\"thutuc-mistakes-heading\">{}</h2><p>{note}</p>{blocks}</section>",
        escaped(heading)
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_editor_typed_stays_text() {
        let html = of_error("<script>alert(1)</script> & \"x\"", Language::Vi);
        assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;"), "{html}");
    }
}
