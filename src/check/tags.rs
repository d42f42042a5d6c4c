//! Tags of HTML in prose: what their authors meant, and which belong together.

use super::rules::raw_html::Tag;

/// How many elements are looked at for the one that a tag ends.
const DEEP: usize = 32;

/// The name in the first tag of this HTML, and whether that ends an element.
fn named(html: &str) -> Option<(&str, bool)> {
    let inner = html.trim_start().strip_prefix('<')?;
    let (inner, ends) = inner.strip_prefix('/').map_or((inner, false), |it| (it, true));
    let length = inner.bytes().take_while(u8::is_ascii_alphanumeric).count();
    (0 < length).then(|| (&inner[..length], ends))
}

/// Elements that have begun and not ended, for of both tags the first is told.
#[derive(Default)]
pub(super) struct Open<'h>(Vec<&'h str>);

impl<'h> Open<'h> {
    /// Does this HTML end what was told where it began?
    pub(super) fn ends(&mut self, html: &'h str) -> bool {
        let Some((name, ends)) = named(html) else { return false };
        if !ends {
            self.0.push(name);
            return false;
        }
        let begun = self.0.iter().rev().take(DEEP).position(|it| it.eq_ignore_ascii_case(name));
        begun.map(|it| self.0.truncate(self.0.len() - 1 - it)).is_some()
    }
}

/// What was to be written with HTML that begins so; `None` of what Markdown has no word for.
pub(super) fn meant(html: &str) -> Option<Tag> {
    Some(match named(html)?.0.to_ascii_lowercase().as_str() {
        "b" | "strong" => Tag::Bold,
        "i" | "em" => Tag::Italic,
        "a" => Tag::Link,
        "img" => Tag::Picture,
        "br" => Tag::Break,
        "table" | "thead" | "tbody" | "tr" | "th" | "td" => Tag::Table,
        "ul" | "ol" | "li" => Tag::List,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Tag::Heading,
        "u" | "font" | "span" | "div" | "center" | "p" | "small" | "big" | "sup" | "sub" | "mark" => {
            Tag::Look
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::{DEEP, Open, Tag, meant};
    use crate::check::tests::{bare, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn an_end_belongs_to_the_nearest_that_has_begun() {
        let mut open = Open::default();
        let ends = |open: &mut Open<'static>, tags: &[&'static str]| {
            tags.iter().map(|it| open.ends(it)).collect::<Vec<_>>()
        };
        let all = ["<B>", "<i>", "</b>", "</i>", "</b>"];
        assert_eq!(ends(&mut open, &all), [false, false, true, false, false]);
        assert_eq!(ends(&mut open, &["<u>", "<b>", "</b>", "</u>"]), [false, false, true, true]);
        assert!(!open.ends("<b>"));
        for _ in 1..DEEP {
            assert!(!open.ends("<i>"));
        }
        assert!(open.ends("</b>"), "as deep as one looks");
        assert!(!open.ends("<b>"));
        for _ in 0..DEEP {
            assert!(!open.ends("<i>"));
        }
        assert!(!open.ends("</b>"), "a text may be nothing but tags");
    }

    #[test]
    fn what_stands_in_html_is_told_by_its_element() {
        for (html, expected) in [
            ("  <TABLE>", Some(Tag::Table)),
            ("</li>", Some(Tag::List)),
            ("<h2>", Some(Tag::Heading)),
            ("<em>", Some(Tag::Italic)),
            ("<p class=x>", Some(Tag::Look)),
            ("<form>", None),
            ("< b>", None),
        ] {
            assert_eq!(meant(html), expected, "{html}");
        }
    }

    #[test]
    fn a_line_break_in_html_was_told_to_be_written_so_that_pages_show_it() {
        let prose = "A <B>b</B>, <br>c<br/> <u>d <i>e</i></u> </p> <a href=\"x\">f</a> <ma-so> 5</b>\n\n\
                     <table><tr><td>g</td></tr></table>\n\n<img src=\"h.png\">\n";
        let sources = sources(&format!("{}-- content/procedures/x.md --\n{prose}", bare("x", "")));
        expect![[r#"
            procedures/x.md:1:3 C404 [<B>] Không viết HTML trong bài
                Xoá các thẻ, viết `**chữ đậm**`.
            procedures/x.md:1:13 C404 [<br>] Không viết HTML trong bài
                Xoá thẻ này; sang đoạn mới thì chừa một dòng trống, trong ô của bảng thì viết dấu chấm phẩy.
            procedures/x.md:1:18 C404 [<br/>] Không viết HTML trong bài
                Xoá thẻ này; sang đoạn mới thì chừa một dòng trống, trong ô của bảng thì viết dấu chấm phẩy.
            procedures/x.md:1:24 C404 [<u>] Không viết HTML trong bài
                Xoá các thẻ, giữ chữ ở giữa.
            procedures/x.md:1:29 C404 [<i>] Không viết HTML trong bài
                Xoá các thẻ, viết `*chữ nghiêng*`.
            procedures/x.md:1:42 C404 [</p>] Không viết HTML trong bài
                Xoá các thẻ, giữ chữ ở giữa.
            procedures/x.md:1:47 C404 [<a href="x">] Không viết HTML trong bài
                Viết `[Tên trang](https://…)` thay cho các thẻ.
            procedures/x.md:1:65 C404 [<ma-so>] Không viết HTML trong bài
                Dùng Markdown; dấu < viết là \<.
            procedures/x.md:1:74 C404 [</b>] Không viết HTML trong bài
                Xoá các thẻ, viết `**chữ đậm**`.
            procedures/x.md:3:1 C404 [<table><tr><td>g</td></tr></table>] Không viết HTML trong bài
                Viết bảng Markdown: mỗi hàng một dòng `| … | … |`, dưới dòng tên cột là `| --- | --- |`.
            procedures/x.md:5:1 C404 [<img src="h.png">] Không viết HTML trong bài
                Đặt hình vào content/files, rồi viết `![Hình cho thấy gì](…)` thay cho thẻ này.
        "#]]
        .assert_eq(&shown(&sources, Language::Vi));
    }
}
