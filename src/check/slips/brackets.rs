//! Brackets that close what nobody opened, and the comma behind one that ends a value: `{…}}`, `{…},`.

use std::ops::Range;

use crate::check::rules::{REPEATED, yaml_syntax};
use crate::diagnostic::Words;
use crate::source::line::{line_from, line_start};
use crate::source::tree::{TreeError, TreeErrorKind};

/// The one too many at the end of the line of an error, where the value begins with one that is closed.
pub(super) fn stray(text: &str, error: &TreeError) -> Option<(Range<usize>, [Words; 2])> {
    use TreeErrorKind::{Comma, NoColon, Syntax, Unclosed, Unquoted};
    if !matches!(error.kind, Comma | NoColon | Syntax(_) | Unclosed | Unquoted) {
        return None;
    }
    let start = line_start(text, error.span.start);
    let line = line_from(text, start).split(" #").next()?.trim_end();
    let first = line.find(['[', '{']).filter(|it| is_value(&line[..*it]))?;
    let (mut open, mut quote, mut before) = (Vec::new(), None, ' ');
    // Behind the first value.
    let mut ended = None;
    for (at, c) in line.char_indices().skip_while(|it| it.0 < first) {
        match (quote, c) {
            (Some(it), _) if it == c => quote = None,
            (None, '"' | '\'') if " [{,".contains(before) => quote = Some(c),
            (None, '[' | '{') => open.push(c),
            (None, ']' | '}') => {
                let opener = if c == ']' { '[' } else { '{' };
                if open.last() == Some(&opener) {
                    open.pop();
                    ended = ended.or(open.is_empty().then_some(at + 1));
                } else {
                    let rest = &line[at + 1..];
                    let is_last = rest.trim_start_matches([']', '}', ' ', ',']).is_empty();
                    // One that is open was not closed.
                    let is_stray = is_last && !open.contains(&opener);
                    let behind = if open.is_empty() { "" } else { rest };
                    let value = Some(format!("{}{behind}", line[first..at].trim_end()));
                    let value = value.filter(|it| it.len() <= REPEATED);
                    let words = yaml_syntax::words_of_stray(c, value.as_deref());
                    return is_stray.then_some((start + at..start + at + 1, words));
                }
            }
            _ => {}
        }
        before = c;
    }
    // As a program would have written it.
    let sign = line.chars().next_back().filter(|it| matches!(it, ',' | ';'))?;
    let (at, value) = (line.len() - 1, line[first..line.len() - 1].trim_end());
    let is_whole = ended == Some(first + value.len());
    let words = || yaml_syntax::words_of_stray(sign, Some(value).filter(|it| it.len() <= REPEATED));
    is_whole.then(|| (start + at..start + at + 1, words()))
}

/// Does a value begin behind this?
fn is_value(before: &str) -> bool {
    let before = before.trim_end();
    before.ends_with(':') || before.trim_start() == "-"
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{bare, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn a_bracket_too_many_was_told_to_be_put_in_quotes_with_all_before_it() {
        let told = [
            "conditions:\n  - {text: Đã trả hết nợ, source: evn}}",
            "legal: [luat, luat-2]] # xong",
            "summary: {vi: Đổi người, en: Rename}}",
            "related: {before: [a]]}",
            "documents:\n  - {name: A}}\n  - {name: B}\nsteps: []",
            "also_called: [a, \"b]\"]]",
            "related: {before: [a}",
            "summary: {vi: \"Đổi {x}}\", en: Rename}}",
            "conditions:\n  - {text: Đã trả hết nợ},\n  - {text: Có cột}\n",
            "summary: {vi: A, en: B}; # xong",
            "related: {before: [a],\n  after: [b]}",
            "related: {before: [a]} {after: [b]},",
        ]
        .map(|it| shown(&sources(&bare("x", it)), Language::Vi));
        expect![[r#"
            procedures/x.yaml:7:39 C001 [}] Thừa một `}`
                Viết `{text: Đã trả hết nợ, source: evn}`.
            procedures/x.yaml:6:22 C001 []] Thừa một `]`
                Viết `[luat, luat-2]`.
            procedures/x.yaml:6:37 C001 [}] Thừa một `}`
                Viết `{vi: Đổi người, en: Rename}`.
            procedures/x.yaml:6:22 C001 []] Thừa một `]`
                Viết `{before: [a]}`.
            procedures/x.yaml:7:14 C001 [}] Thừa một `}`
                Viết `{name: A}`.
            procedures/x.yaml:6:23 C001 []] Thừa một `]`
                Viết `[a, "b]"]`.
            procedures/x.yaml:6:19 C001 [[] `[` mở ở đây mà không đóng
                Thêm `]` ở chỗ hết, thường là cuối dòng này.
            procedures/x.yaml:6:38 C001 [}] Thừa một `}`
                Viết `{vi: "Đổi {x}}", en: Rename}`.
            procedures/x.yaml:7:26 C001 [,] Thừa một `,`
                Viết `{text: Đã trả hết nợ}`.
            procedures/x.yaml:6:24 C001 [;] Thừa một `;`
                Viết `{vi: A, en: B}`.
            procedures/x.yaml:6:20 C301 [a] Không có thủ tục `a`
                Viết `x`, hoặc thêm `a` vào content/procedures.
            procedures/x.yaml:7:11 C301 [b] Không có thủ tục `b`
                Viết `x`, hoặc thêm `b` vào content/procedures.
            procedures/x.yaml:6:10 C001 [{before: [a]} {after: [b]},] Chữ này phải nằm trong nháy, không thì YAML hiểu ra thứ khác
                Viết `"{before: [a]} {after: [b]},"`.
        "#]]
        .assert_eq(&told.concat());
    }
}
