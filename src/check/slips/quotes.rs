//! Quotes that are no signs of YAML, but text that readers would see: those of a word processor,
//! and one that nobody opened.

use memchr::memchr_iter;

use crate::check::note;
use crate::check::reading::Reading;
use crate::check::rules::{curly_quotes, lone_quote};
use crate::diagnostic::Diagnostic;
use crate::source::SourceFile;
use crate::source::tree::Node;

const PAIRS: [[char; 2]; 2] = [['“', '”'], ['‘', '’']];

/// Values that begin and end with a pair of them, as they are written: between straight quotes curly
/// ones are meant.
pub(crate) fn curly(source: &SourceFile, tree: &Node<'_>) -> Vec<Diagnostic> {
    let text = source.text.as_ref();
    let mut found = Vec::new();
    // Nearly no file has any; a byte that no letter has is found faster than they are.
    let opens = |at: usize| text[at..].starts_with(PAIRS.map(|[open, _]| open));
    if !memchr_iter(0xe2, text.as_bytes()).any(opens) {
        return found;
    }
    tree.each_scalar(&mut |node| {
        if let Some(inner) = PAIRS.into_iter().find_map(|it| inner(&text[node.span.clone()], it)) {
            let words = curly_quotes::words(inner);
            found.push(note(source, &curly_quotes::RULE, Some(node.span.clone()), words));
        }
    });
    found
}

impl Reading<'_> {
    /// Of a value that ends with a straight quote: one that nothing else belongs to.
    pub(crate) fn note_lone_quote(&mut self, node: &Node<'_>) {
        let written = &self.source.text[node.span.clone()];
        let at = node.span.end - 1;
        if !written.starts_with(['"', '\'', '|', '>']) && written.find('"') == Some(written.len() - 1) {
            self.aside.push(note(
                self.source,
                &lone_quote::RULE,
                Some(at..at + 1),
                lone_quote::words(written),
            ));
        }
    }
}

/// What stands between one pair of quotes; `None` for text with more of them or on several lines.
fn inner(written: &str, [open, close]: [char; 2]) -> Option<&str> {
    let inner = written.strip_prefix(open)?.strip_suffix(close)?;
    (!inner.contains([open, close, '\n'])).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::tests::{bare, run, sources};

    #[test]
    fn a_quote_at_the_end_of_a_wrong_value_was_told_beside_it() {
        for (line, expected) in [
            ("summary: Lắp mới\"", &["lone-quote"][..]),
            ("summary: \"Lắp \\\"mới\\\"\"", &[]),
            ("summary: Lắp \"mới\"", &[]),
            ("summary: '\"'", &[]),
            ("code: 1 2\"", &["lone-quote"]),
            ("channels: [{kind: phone, phone: 1900 1288\"}]", &["bad-phone"]),
            ("summary:Lắp: mới\"", &["yaml-syntax"]),
            ("summary:Lắp: mới\ntask: Làm\"", &["yaml-syntax", "lone-quote"]),
            ("summary: {vi: Một\", en Hai}", &["lone-quote", "yaml-syntax"]),
            ("summary: Một task: Hai\"", &["yaml-syntax"]),
        ] {
            let report = run(&sources(&bare("x", line))).1;
            let found: Vec<&str> = report.diagnostics.iter().map(|it| it.rule.name).collect();
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn a_code_in_the_quotes_of_a_word_processor_is_found() {
        for (written, expected) in [
            ("“1.004320”", Some("1.004320")),
            ("“”", Some("")),
            ("“Sang tên” và “đổi tên”", None),
            ("\"“Sang tên”\"", None),
            ("“Sang tên” là gì?", None),
            ("“", None),
            ("", None),
        ] {
            assert_eq!(inner(written, PAIRS[0]), expected, "{written}");
        }
    }
}
