//! Keys without a colon and a space behind them: with a colon in the value, to YAML all before that
//! one is the key.

use crate::check::reading::Reading;
use crate::check::rules::{REPEATED, yaml_syntax};
use crate::shape::Shape;
use crate::source::line::line_from;
use crate::source::tree::Entry;

/// The value that begins within a key, behind its name.
fn behind(name: &str, key: &str) -> Option<usize> {
    let rest = key.strip_prefix(name)?.trim_start();
    let value = rest.trim_start_matches([':', '：', '=']).trim_start();
    let is_parted = value.len() < rest.len() || value.starts_with(['"', '\'']);
    (is_parted && !value.is_empty()).then(|| key.len() - value.len())
}

impl Reading<'_> {
    /// Tells of a key that is a known one with the start of its value, and gives the known one.
    pub(crate) fn report_glued(&mut self, entry: &Entry<'_>, shape: &'static Shape) -> Option<&'static str> {
        let text = self.source.text.as_ref();
        let key = Some(entry.key.as_ref()).filter(|it| text[entry.key_span.start..].starts_with(it))?;
        let (name, start) = shape.names().find_map(|it| Some((it, behind(it, key)?)))?;
        let start = entry.key_span.start + start;
        let line = line_from(text, start);
        let quote = line.chars().next().filter(|it| matches!(it, '"' | '\''));
        let value = match quote.and_then(|it| Some(line[1..].find(it)? + 2)) {
            Some(end) => line[..end].to_owned(),
            None => yaml_syntax::quoted(&text[start..entry.value.span.end.max(entry.key_span.end)]),
        };
        let value = if value.len() <= REPEATED { &value } else { "…" };
        let span = entry.key_span.start..entry.key_span.start + name.len();
        self.report(&yaml_syntax::RULE, span, yaml_syntax::words_of_colon(name, value));
        Some(name)
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{bare, shown, sources};
    use crate::diagnostic::Language;

    #[test]
    fn a_key_glued_to_a_value_with_a_colon_was_told_to_be_unknown_and_missing() {
        let fixture = |it: &str| {
            let more = format!("sources:\n  evn:\n    {it}\n    checked: 2026-01-02");
            shown(&sources(&bare("x", &more)), Language::Vi)
        };
        let all: String = [
            "title:\"EVN: Dịch vụ\"",
            "title = 'EVN: Dịch vụ'",
            "title： \"EVN: Dịch vụ\" # x",
            "title \"EVN: Dịch vụ\"",
            "title:EVN: Dịch vụ",
        ]
        .map(fixture)
        .concat();
        expect![[r#"
            procedures/x.yaml:8:5 C001 [title] Sau `title` thiếu dấu hai chấm và dấu cách
                Viết `title: "EVN: Dịch vụ"`.
            procedures/x.yaml:8:5 C001 [title] Sau `title` thiếu dấu hai chấm và dấu cách
                Viết `title: 'EVN: Dịch vụ'`.
            procedures/x.yaml:8:5 C001 [title] Sau `title` thiếu dấu hai chấm và dấu cách
                Viết `title: "EVN: Dịch vụ"`.
            procedures/x.yaml:8:5 C001 [title] Sau `title` thiếu dấu hai chấm và dấu cách
                Viết `title: "EVN: Dịch vụ"`.
            procedures/x.yaml:8:5 C001 [title] Sau `title` thiếu dấu hai chấm và dấu cách
                Viết `title: "EVN: Dịch vụ"`.
        "#]]
        .assert_eq(&all);
        let flow = "sources:\n  evn: {title:\"EVN: Dịch vụ, giá\", checked: 2026-01-02}";
        expect![[r#"
            procedures/x.yaml:7:9 C001 [title] there is no colon with a space after `title`
                Write `title: "EVN: Dịch vụ, giá"`.
        "#]]
        .assert_eq(&shown(&sources(&bare("x", flow)), Language::En));
    }
}
