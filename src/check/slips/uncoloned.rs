//! Keys within `{…}` that have no colon behind them: to YAML words of the value before, behind its comma.

use std::ops::Range;

use super::cut::is_piece;
use crate::check::map::MANY;
use crate::check::reading::Reading;
use crate::check::rules::{REPEATED, yaml_syntax};
use crate::diagnostic::Words;
use crate::shape::Shape;
use crate::source::line::{is_row, line_from};
use crate::source::tree::{Entry, Node, TreeError, TreeErrorKind, Value};

/// The key with which one of the `names` that stand nowhere else in the map begins this entry.
fn key_of<'k>(text: &str, entry: &Entry<'_>, entries: &[Entry<'_>], names: &[&'k str]) -> Option<&'k str> {
    // A map with so many keys is none of ours, and each would be held against all of them.
    if MANY < entries.len() || text[entry.key_span.start..].starts_with(['"', '\'']) {
        return None;
    }
    let (word, _) = entry.key.split_once(' ')?;
    let name = names.iter().copied().find(|it| *it == word)?;
    entries.iter().all(|it| it.key != name).then_some(name)
}

impl Reading<'_> {
    /// Tells of the keys among such pieces, the first of which is the entry `nth`; `whole` is the
    /// value that they may be meant for. Gives each with the number of its entry.
    pub(super) fn report_uncoloned<'k>(
        &mut self,
        entries: &[Entry<'_>],
        nth: usize,
        names: &[&'k str],
        whole: Option<&str>,
    ) -> Vec<(usize, &'k str)> {
        let text = self.source.text.as_ref();
        let pieces = entries.iter().enumerate().skip(nth).take_while(|it| is_piece(text, it.1));
        let mut keys: Vec<(usize, &str)> = Vec::new();
        let mut last = nth;
        for (at, entry) in pieces {
            let key = key_of(text, entry, entries, names);
            keys.extend(key.filter(|key| keys.iter().all(|it| it.1 != *key)).map(|it| (at, it)));
            last = at;
        }
        // Behind a true piece they are not the value's.
        let whole = whole.filter(|_| keys.first().is_some_and(|it| it.0 == nth));
        for (it, (at, key)) in keys.iter().enumerate() {
            let end = keys.get(it + 1).map_or(last, |next| next.0 - 1);
            let start = entries[*at].key_span.start;
            let value = typed(text[start + key.len()..entries[end].key_span.end].trim());
            let words = yaml_syntax::words_of_colon_in_braces(key, &value, whole);
            self.report(&yaml_syntax::RULE, start..start + key.len(), words);
        }
        keys
    }

    /// The same where the map begins with such pieces, of which the entry `nth` is one; said at the first.
    pub(crate) fn report_leading(&mut self, entries: &[Entry<'_>], nth: usize, names: &[&str]) -> bool {
        let text = self.source.text.as_ref();
        if MANY < entries.len() || !entries[..=nth].iter().all(|it| is_piece(text, it)) {
            return false;
        }
        if nth == 0 {
            return !self.report_uncoloned(entries, 0, names, None).is_empty();
        }
        let mut run = entries.iter().take_while(|it| is_piece(text, it));
        run.any(|it| key_of(text, it, entries, names).is_some())
    }

    /// Tells of a text where a map belongs that is its key without a colon: `title = Trang thử`.
    pub(crate) fn report_lone(&mut self, node: &Node, shape: &Shape) -> bool {
        let Value::Scalar(_) = node.value else { return false };
        let span = self.first_line(node.span.clone());
        let line = &self.source.text[span.clone()];
        let Some(key) =
            shape.names().find(|it| line.strip_prefix(it).is_some_and(|it| it.starts_with([' ', '='])))
        else {
            return false;
        };
        let value = line[key.len()..].trim_start_matches([' ', '=']);
        if value.is_empty() || is_row(line) {
            return false;
        }
        let words = yaml_syntax::words_of_colon(key, &typed(value));
        self.report(&yaml_syntax::RULE, span.start..span.start + key.len(), words);
        true
    }
}

/// As it is to be typed within `{…}`.
fn typed(value: &str) -> String {
    let is_quoted = value.len() > 1 && value.starts_with(['"', '\'']) && value.ends_with(&value[..1]);
    match value {
        _ if REPEATED < value.len() => "…".to_owned(),
        _ if is_quoted || !value.contains([',', ':', '#', '"']) => value.to_owned(),
        _ => yaml_syntax::quoted(value),
    }
}

/// A key before a bracket at which YAML misses a comma, and what to say of it: `{words: [a], one_way [b]}`.
pub(super) fn before_bracket(text: &str, error: &TreeError) -> Option<(Range<usize>, [Words; 2])> {
    let at = error.span.start;
    if error.kind != TreeErrorKind::Comma || !text[at..].starts_with(['[', '{']) {
        return None;
    }
    let before = text[..at].trim_end_matches(' ');
    let key = before.len() - before.trim_end_matches(|it: char| it.is_ascii_lowercase() || it == '_').len();
    let start = before.len() - key;
    if key == 0 || !text[..start].trim_end_matches([' ', '\n', '\r']).ends_with(['{', ',']) {
        return None;
    }
    let close = if text[at..].starts_with('[') { ']' } else { '}' };
    let line = line_from(text, at);
    let value = line.find(close).map(|it| &line[..=it]).filter(|it| it.len() <= REPEATED);
    let words = yaml_syntax::words_of_colon(&before[start..], value.unwrap_or("…"));
    Some((start..before.len(), words))
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{GOOD, bare, run, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn a_key_without_its_colon_was_told_to_be_words_of_the_value_before() {
        let parts = [
            "summary: {vi: Điện lực Thử, en Test Power}",
            "summary: {vi: \"Rút thời hạn.\", en \"Shorter.\"}",
            "summary: {vi Điện lực, en: Test}",
            "summary: {en: Test, vi Điện lực}",
            "summary: {vi: An toàn, vi phạm, phạt}",
            "documents:\n  - {name: Giấy X, note: Kèm ảnh, copies 1, source: evn}",
            "documents:\n  - {name: Giấy X, bản gốc, note có ảnh, màu, copies 1}",
            "documents:\n  - {name Giấy X, copies: 1}",
            "terms:\n  - {time: 5 ngày làm việc, fee miễn phí, fee_note: X}",
            "related: {before: [a], after [b, c]}",
            "documents: [{name: Giấy, any_of [{name: A}, {name: B}]}]",
            "documents: [{paper: don {note: A}}]",
        ]
        .map(|it| shown(&sources(&bare("x", it)), Language::Vi));
        expect![[r#"
            procedures/x.yaml:6:29 C001 [en] Sau `en` thiếu dấu hai chấm và dấu cách
                Viết `en: Test Power`; nếu là chữ của giá trị trước thì đặt cả trong nháy: `"Điện lực Thử, en Test Power"`.
            procedures/x.yaml:6:32 C001 [en] Sau `en` thiếu dấu hai chấm và dấu cách
                Viết `en: "Shorter."`.
            procedures/x.yaml:6:11 C001 [vi] Sau `vi` thiếu dấu hai chấm và dấu cách
                Viết `vi: Điện lực`.
            procedures/x.yaml:6:21 C001 [vi] Sau `vi` thiếu dấu hai chấm và dấu cách
                Viết `vi: Điện lực`; nếu là chữ của giá trị trước thì đặt cả trong nháy: `"Test, vi Điện lực"`.
            procedures/x.yaml:6:15 C022 [An toàn, vi phạm, phạt] Dấu phẩy trong `{…}` cắt `An toàn, vi phạm, phạt` thành nhiều phần
                Đặt trong ngoặc kép: `"An toàn, vi phạm, phạt"`.
            procedures/x.yaml:7:35 C001 [copies] Sau `copies` thiếu dấu hai chấm và dấu cách
                Viết `copies: 1`; nếu là chữ của giá trị trước thì đặt cả trong nháy: `"Kèm ảnh, copies 1"`.
            procedures/x.yaml:7:12 C022 [Giấy X, bản gốc] Dấu phẩy trong `{…}` cắt `Giấy X, bản gốc` thành nhiều phần
                Đặt trong ngoặc kép: `"Giấy X, bản gốc"`.
            procedures/x.yaml:7:29 C001 [note] Sau `note` thiếu dấu hai chấm và dấu cách
                Viết `note: "có ảnh, màu"`.
            procedures/x.yaml:7:47 C001 [copies] Sau `copies` thiếu dấu hai chấm và dấu cách
                Viết `copies: 1`.
            procedures/x.yaml:7:6 C001 [name] Sau `name` thiếu dấu hai chấm và dấu cách
                Viết `name: Giấy X`.
            procedures/x.yaml:7:29 C001 [fee] Sau `fee` thiếu dấu hai chấm và dấu cách
                Viết `fee: miễn phí`; nếu là chữ của giá trị trước thì đặt cả trong nháy: `"5 ngày làm việc, fee miễn phí"`.
            procedures/x.yaml:6:24 C001 [after] Sau `after` thiếu dấu hai chấm và dấu cách
                Viết `after: [b, c]`.
            procedures/x.yaml:6:26 C001 [any_of] Sau `any_of` thiếu dấu hai chấm và dấu cách
                Viết `any_of: [{name: A}, {name: B}]`.
            procedures/x.yaml:6:25 C001 [{] Thiếu dấu phẩy trước `{`
                Viết `, {`.
        "#]].assert_eq(&parts.concat());
        let english = bare("x", "summary: {vi: Điện lực Thử, en Test Power}");
        expect![[r#"
            procedures/x.yaml:6:29 C001 [en] there is no colon with a space after `en`
                Write `en: Test Power`; if it is text of the value before, put all in quotes: `"Điện lực Thử, en Test Power"`.
        "#]].assert_eq(&shown(&sources(&english), Language::En));
    }

    #[test]
    fn the_key_of_a_page_without_its_colon_was_told_to_be_the_title() {
        let page = |it: &str| {
            let page = format!("-- content/pages/p.md --\n---\n{it}\n---\nChữ.\n");
            shown(&sources(&format!("{GOOD}{page}")), Language::Vi)
        };
        let told = ["title = Trang thử", "title Trang thử", "title", "Trang thử"].map(page);
        let steps = shown(&sources(&bare("x", "steps:\n  - title Nộp, ký\n  - by=customer")), Language::Vi);
        expect![[r#"
            pages/p.md:2:1 C001 [title] Sau `title` thiếu dấu hai chấm và dấu cách
                Viết `title: Trang thử`.
            pages/p.md:2:1 C001 [title] Sau `title` thiếu dấu hai chấm và dấu cách
                Viết `title: Trang thử`.
            pages/p.md:2:1 C009 [title] Ở đây cần nhóm khoá, không phải chữ
                Viết `{title: title}`.
            pages/p.md:2:1 C009 [Trang thử] Ở đây cần nhóm khoá, không phải chữ
                Viết `{title: Trang thử}`.
            procedures/x.yaml:7:5 C001 [title] Sau `title` thiếu dấu hai chấm và dấu cách
                Viết `title: "Nộp, ký"`.
            procedures/x.yaml:8:5 C001 [by] Sau `by` thiếu dấu hai chấm và dấu cách
                Viết `by: customer`.
        "#]]
        .assert_eq(&(told.concat() + &steps));
    }

    #[test]
    fn many_keys_without_colons_are_not_each_held_against_all() {
        let pieces: String = (0..50_000).map(|it| format!(", vi x{it}")).collect();
        let sources = sources(&bare("x", &format!("summary: {{en: a{pieces}, vi: b}}")));
        assert_eq!(run(&sources).1.diagnostics.len(), 1);
    }
}
