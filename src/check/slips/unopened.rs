//! Front matter that no line `---` opens at the start of its file, so that it would be read as prose.

use memchr::memmem;

use crate::check::note;
use crate::check::roles::Role;
use crate::check::rules::front_matter;
use crate::diagnostic::Diagnostic;
use crate::shape::Shape;
use crate::source::SourceFile;
use crate::source::front_matter::{Unfit, unfit};
use crate::source::line::indent_of;

/// What is said of a file that has no front matter, where some is meant to be; `shape` has its keys.
pub(crate) fn diagnostic(source: &SourceFile, role: &Role, shape: &Shape) -> Option<Diagnostic> {
    let is_key = |line: &str| {
        let key = line.split_once(':').filter(|(_, value)| value.is_empty() || value.starts_with(' '));
        key.is_some_and(|(key, _)| shape.has(key))
    };
    let (first, _) = lines(&source.text).next()?;
    // Asked of every file with prose; mostly there is nothing of the kind.
    if !is_key(first) && !is_dashes(first) && memmem::find(source.text.as_bytes(), b"\n--").is_none() {
        return None;
    }
    let is_within = |line: &str| is_key(line) || indent_of(line) > 0 || line.starts_with("- ");
    let lines: Vec<(&str, usize)> = lines(&source.text).collect();
    let is_opening =
        |nth: usize| is_dashes(lines[nth].0) && lines.get(nth + 1).is_some_and(|it| is_key(it.0));
    let (nth, why) = if is_key(first) {
        let behind = lines.iter().find(|it| !is_within(it.0));
        match behind.is_some_and(|it| is_dashes(it.0)) {
            true => (0, Unfit::Unopened),
            // Beside a record there may be prose alone, which may begin in any way.
            false if !matches!(role, Role::Page(..)) => return None,
            false => (0, Unfit::Bare),
        }
    } else if is_opening(0) {
        (0, Unfit::Dashes)
    } else {
        let nth = (1..lines.len()).find(|nth| is_opening(*nth))?;
        let behind = lines[nth + 1..].iter().find(|it| !is_within(it.0))?;
        is_dashes(behind.0).then_some((nth, Unfit::Late))?
    };
    let (line, start) = lines[nth];
    Some(note(source, &front_matter::RULE, Some(start..start + line.len()), front_matter::words(why)))
}

/// Lines that say something, without what ends them, and where they begin.
fn lines(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let whole = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines = whole.split_inclusive('\n').scan(text.len() - whole.len(), |at, line| {
        let start = *at;
        *at += line.len();
        Some((line.trim_end(), start))
    });
    lines.filter(|it| !it.0.is_empty())
}

fn is_dashes(line: &str) -> bool {
    line == "---" || unfit(line, 0).is_some()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{bare, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn a_page_without_its_first_line_was_told_to_begin_with_three_more() {
        let pages = [
            "title: A\nsummary: B\n---\nChữ.\n",
            "title: A\nsummary: B\n\nChữ.\n",
            "--\ntitle: A\n--\nChữ.\n",
            "\u{feff}——\r\ntitle: A\r\n---\r\nChữ.\r\n",
            "Chữ.\n\n---\ntitle: A\naliases:\n  - b\n---\nChữ.\n",
            "Chữ.\n",
        ];
        let page = |(nth, it): (usize, &&str)| format!("-- content/pages/{nth}.md --\n{it}");
        let pages: String = pages.iter().enumerate().map(page).collect();
        let record = bare("x", "").split_once('\n').map(|it| it.1.to_owned()).unwrap_or_default();
        // Beside a record anything may be told, and where it names a key it is not one.
        let prose = "-- content/procedures/y.md --\ntitle: là tên gọi.\n";
        let file = format!("{pages}-- content/procedures/x.md --\n{record}---\n{prose}{}", bare("y", ""));
        expect![[r#"
            pages/0.md:1:1 C017 [title: A] Trên dòng này thiếu dòng `---` mở phần đầu
                Thêm một dòng `---` ngay trên dòng này.
            pages/1.md:1:1 C017 [title: A] Phần đầu phải nằm giữa hai dòng `---`
                Thêm một dòng `---` ngay trên dòng này, và một dòng `---` sau khoá cuối cùng.
            pages/2.md:1:1 C017 [--] Dòng mở và dòng kết thúc phần đầu phải đúng ba dấu gạch `---`
                Viết `---`, gạch ngang thường của bàn phím.
            pages/3.md:1:1 C017 [——] Dòng mở và dòng kết thúc phần đầu phải đúng ba dấu gạch `---`
                Viết `---`, gạch ngang thường của bàn phím.
            pages/4.md:3:1 C017 [---] Phần đầu phải đứng đầu tệp; trên nó còn chữ
                Chuyển từ dòng này đến hết dòng `---` kế tiếp lên đầu tệp.
            pages/5.md:1:1 C007 [whole file] Trang chưa có `title`: phải có phần đầu giữa hai dòng `---`
                Thêm ba dòng ở đầu tệp: `---`, `title: …`, `---`.
            procedures/x.md:1:1 C017 [title: A x] Trên dòng này thiếu dòng `---` mở phần đầu
                Thêm một dòng `---` ngay trên dòng này.
        "#]]
        .assert_eq(&shown(&sources(&file), Language::Vi));
    }
}
