//! A report for people at a terminal: excerpt, caret, cause, what to type.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::places::{Placed, placed};
use super::{Diagnostic, Language, Severity};
use crate::source::Sources;
use crate::text::is_hidden;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    Plain,
    /// With the terminal's colours.
    Coloured,
}

/// As many warnings of one rule tell how to mend them; of the rest only the places are of use.
const TOLD_IN_FULL: usize = 20;

/// As many errors of the very same words are told in full: of an id that is no more, say.
const SAID_IN_FULL: usize = 3;

/// One block a diagnostic, an empty line between two; one line each for the many warnings that a
/// rule may have, and for errors that were told before word for word.
pub fn text(diagnostics: &[Diagnostic], sources: &Sources, language: Language, style: Style) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    let mut told: BTreeMap<&str, usize> = BTreeMap::new();
    let mut said: BTreeMap<(&str, &str, &str), usize> = BTreeMap::new();
    let mut is_in_lines = false;
    for it in placed(diagnostics, sources) {
        let rule = it.diagnostic.rule;
        let told = told.entry(rule.code).or_default();
        *told += 1;
        let said = said.entry((rule.code, &it.diagnostic.message.vi, &it.diagnostic.help.vi)).or_default();
        *said += 1;
        let in_line = match rule.severity {
            Severity::Error => SAID_IN_FULL < *said,
            Severity::Warning => TOLD_IN_FULL < *told,
        };
        if is_in_lines && !in_line {
            out.push('\n');
        }
        if in_line {
            line(&mut out, &it, language);
        } else {
            out.push_str(&renderer.render(&[block(&it, language)]));
            out.push_str("\n\n");
        }
        is_in_lines = in_line;
    }
    if is_in_lines {
        out.push('\n');
    }
    out
}

fn name(severity: Severity, language: Language) -> &'static str {
    match (severity, language) {
        (Severity::Error, Language::Vi) => "lỗi",
        (Severity::Error, Language::En) => "error",
        (Severity::Warning, Language::Vi) => "cảnh báo",
        (Severity::Warning, Language::En) => "warning",
    }
}

/// With the names of characters that would do something to a terminal; file names may have any.
fn harmless(text: &str) -> Cow<'_, str> {
    let acts = |c: char| c.is_control() || is_hidden(c);
    if !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    let named = |c: char| if acts(c) { c.escape_default().to_string() } else { c.to_string() };
    Cow::Owned(text.chars().map(named).collect())
}

/// The same of help, which may have lines to copy.
fn harmless_lines(text: &str) -> Cow<'_, str> {
    if !text.contains('\n') {
        return harmless(text);
    }
    Cow::Owned(text.split('\n').map(harmless).collect::<Vec<_>>().join("\n"))
}

fn line(out: &mut String, it: &Placed<'_>, language: Language) {
    let Placed { diagnostic, start, excerpt, .. } = it;
    let Diagnostic { rule, path, message, .. } = diagnostic;
    out.push_str(&harmless(path));
    if excerpt.is_some() {
        write!(out, ":{}:{}", start.line, start.column).expect("a string takes any text");
    }
    let severity = name(rule.severity, language);
    writeln!(out, ": {severity}[{}]: {}", rule.code, harmless(message.get(language)))
        .expect("a string takes any text");
}

fn block<'a>(it: &Placed<'a>, language: Language) -> Group<'a> {
    let Placed { diagnostic, start, excerpt, .. } = it;
    let help = match language {
        Language::Vi => "cách sửa",
        Language::En => "help",
    };
    let level = match diagnostic.rule.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let level = level.with_name(name(diagnostic.rule.severity, language));
    let title = level.primary_title(harmless(diagnostic.message.get(language))).id(diagnostic.rule.code);
    let help = Level::HELP.with_name(help).message(harmless_lines(diagnostic.help.get(language)));
    let path = harmless(&diagnostic.path);
    let Some(excerpt) = excerpt else { return title.element(Origin::path(path)).element(help) };
    let mark = AnnotationKind::Primary.span(excerpt.span.clone());
    let snippet = Snippet::source(excerpt.text).line_start(start.line).annotation(mark);
    if excerpt.is_whole_line {
        return title.element(snippet.path(path)).element(help);
    }
    // The renderer would count the column from where the excerpt starts.
    let origin = Origin::path(path).line(start.line).char_column(start.column);
    title.element(origin).element(snippet).element(help)
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::diagnostic::{Rule, Words};
    use crate::source::SourceFile;

    static RULE: Rule =
        Rule { code: "C104", name: "negative-fee", severity: Severity::Error, explanation: "" };

    fn one(text_of_file: &str, bytes: &str) -> String {
        let start = text_of_file.find(bytes).expect("the bytes are there");
        let sources =
            Sources { files: vec![SourceFile::new("content/a.yaml", text_of_file)], ..Sources::default() };
        let diagnostic = Diagnostic {
            rule: &RULE,
            path: "content/a.yaml".into(),
            span: Some(start..start + bytes.len()),
            message: Words::new("số tiền không thể âm", "an amount cannot be negative"),
            help: Words::new("Gõ `8.000 đ`.", "Write `8.000 đ`."),
        };
        text(&[diagnostic], &sources, Language::Vi, Style::Plain)
    }

    #[test]
    fn draws() {
        expect![[r#"
            lỗi[C104]: số tiền không thể âm
             --> content/a.yaml:2:6
              |
            2 | fee: -8.000 đ # nhầm
              |      ^^^^^^^^
              |
              = cách sửa: Gõ `8.000 đ`.

        "#]]
        .assert_eq(&one("\u{feff}title: Điện\r\nfee: -8.000 đ # nhầm\r\n", "-8.000 đ"));
    }

    #[test]
    fn names_of_files_do_nothing_to_a_terminal() {
        let diagnostic = Diagnostic {
            rule: &RULE,
            path: "content/a\u{1b}[31m\nb\u{202e}c – Điện.yaml".into(),
            span: None,
            message: Words::new("tên `b\u{202e}c`", "the name `b\u{202e}c`"),
            help: Words::new("Đổi tên.", "Rename it."),
        };
        let shown = text(&[diagnostic], &Sources::default(), Language::Vi, Style::Plain);
        assert!(shown.contains("content/a\\u{1b}[31m\\nb\\u{202e}c – Điện.yaml"), "{shown}");
        assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown}");
    }

    #[test]
    fn tells_of_the_twenty_first_warning_alike_in_one_line() {
        static DUE: Rule =
            Rule { code: "C122", name: "review-due", severity: Severity::Warning, explanation: "" };
        let count = TOLD_IN_FULL + 2;
        let text_of_file = "a: 1\n".repeat(count + 1);
        let sources =
            Sources { files: vec![SourceFile::new("content/a.yaml", text_of_file)], ..Sources::default() };
        let one = |rule, line: usize| Diagnostic {
            rule,
            path: "content/a.yaml".into(),
            span: Some(line * 5 + 3..line * 5 + 4),
            message: Words::new("đã quá hạn", "is due"),
            help: Words::new("Đối chiếu lại.", "Look again."),
        };
        let mut all: Vec<Diagnostic> = (0..count).map(|it| one(&DUE, it)).collect();
        all.push(one(&RULE, count));
        let shown = text(&all, &sources, Language::Vi, Style::Plain);
        let (_, last) = shown.split_once(" --> content/a.yaml:20:4").expect("the twentieth in full");
        expect![[r#"

               |
            20 | a: 1
               |    ^
               |
               = cách sửa: Đối chiếu lại.

            content/a.yaml:21:4: cảnh báo[C122]: đã quá hạn
            content/a.yaml:22:4: cảnh báo[C122]: đã quá hạn

            lỗi[C104]: đã quá hạn
              --> content/a.yaml:23:4
               |
            23 | a: 1
               |    ^
               |
               = cách sửa: Đối chiếu lại.

        "#]]
        .assert_eq(last);
        let mut errors: Vec<Diagnostic> = (0..count).map(|it| one(&RULE, it)).collect();
        for (nth, it) in errors.iter_mut().enumerate() {
            it.message = Words::new(format!("{nth} đã quá hạn"), "is due");
        }
        let shown = text(&errors, &sources, Language::Vi, Style::Plain);
        assert_eq!(shown.matches("cách sửa").count(), count, "each error is told in full");
        let errors: Vec<Diagnostic> = (0..count).map(|it| one(&RULE, it)).collect();
        let shown = text(&errors, &sources, Language::Vi, Style::Plain);
        assert_eq!(shown.matches("cách sửa").count(), SAID_IN_FULL, "what is told is known by then");
        assert_eq!(shown.matches("đã quá hạn").count(), count);
    }

    #[test]
    fn marks_lines_and_a_stretch_of_a_long_one() {
        expect![[r#"
            lỗi[C104]: số tiền không thể âm
             --> content/a.yaml:2:3
              |
            2 | /   - b
            3 | |   - c
              | |_____^
              |
              = cách sửa: Gõ `8.000 đ`.

        "#]]
        .assert_eq(&one("a:\n  - b\n  - c\n", "- b\n  - c"));
        let long = format!("[{}X{}]", "1, ".repeat(100_000), "2, ".repeat(100_000));
        let shown = one(&long, "X");
        assert!(shown.len() < 2_000 && shown.contains("content/a.yaml:1:300002"), "{shown}");
    }
}
