//! A report for people at a terminal: excerpt, caret, cause, what to type.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::places::{Placed, placed};
use super::{Diagnostic, Language, Severity};
use crate::source::Sources;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    Plain,
    /// With the terminal's colours.
    Coloured,
}

/// One block a diagnostic, an empty line between two.
pub fn text(diagnostics: &[Diagnostic], sources: &Sources, language: Language, style: Style) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    for it in placed(diagnostics, sources) {
        out.push_str(&renderer.render(&[block(&it, language)]));
        out.push_str("\n\n");
    }
    out
}

fn block<'a>(it: &Placed<'a>, language: Language) -> Group<'a> {
    let Placed { diagnostic, start, excerpt, .. } = it;
    let (error, warning, help) = match language {
        Language::Vi => ("lỗi", "cảnh báo", "cách sửa"),
        Language::En => ("error", "warning", "help"),
    };
    let level = match diagnostic.rule.severity {
        Severity::Error => Level::ERROR.with_name(error),
        Severity::Warning => Level::WARNING.with_name(warning),
    };
    let title = level.primary_title(diagnostic.message.get(language)).id(diagnostic.rule.code);
    let help = Level::HELP.with_name(help).message(diagnostic.help.get(language));
    let path = diagnostic.path.as_str();
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
            path: "content/a.yaml".to_owned(),
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
    fn marks_one_line_of_many_and_a_stretch_of_a_long_one() {
        expect![[r#"
            lỗi[C104]: số tiền không thể âm
             --> content/a.yaml:2:3
              |
            2 |   - b
              |   ^^^
              |
              = cách sửa: Gõ `8.000 đ`.

        "#]]
        .assert_eq(&one("a:\n  - b\n  - c\n", "- b\n  - c"));
        let long = format!("[{}X{}]", "1, ".repeat(100_000), "2, ".repeat(100_000));
        let shown = one(&long, "X");
        assert!(shown.len() < 2_000 && shown.contains("content/a.yaml:1:300002"), "{shown}");
    }
}
