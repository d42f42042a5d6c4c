//! A report as annotations that GitHub and compatible forges show beside the lines of a change.

use std::fmt::Write as _;

use super::json::severity;
use super::places::placed;
use super::{Diagnostic, Language};
use crate::source::Sources;

/// One line a diagnostic.
pub fn github(diagnostics: &[Diagnostic], sources: &Sources, language: Language) -> String {
    let mut out = String::new();
    for it in placed(diagnostics, sources) {
        let rule = it.diagnostic.rule;
        writeln!(
            out,
            "::{level} file={file},line={line},col={column},endLine={end_line},endColumn={end_column},title={title}::{text}",
            level = severity(rule.severity),
            file = property(&it.diagnostic.path),
            line = it.start.line,
            column = it.start.column,
            end_line = it.end.line,
            end_column = it.end.column,
            title = property(&format!("{} {}", rule.code, rule.name)),
            text = data(&format!(
                "{}\n{}",
                it.diagnostic.message.get(language),
                it.diagnostic.help.get(language)
            )),
        )
        .expect("a string takes any text");
    }
    out
}

/// What kept us from looking, on one line.
pub fn github_trouble(why: &str) -> String {
    format!("::error title=thutuc::{}\n", data(why))
}

/// What a line may hold after `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        assert_eq!(property("a,b:c%\n"), "a%2Cb%3Ac%25%0A");
        assert_eq!(data("100 %: a, b"), "100 %25: a, b");
    }
}
