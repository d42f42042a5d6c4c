//! Quotes that a word processor put in: no signs of YAML, but text that readers would see.

use super::reading::Reading;
use super::rules::curly_quotes;
use crate::source::tree::{Node, Value};

const PAIRS: [[char; 2]; 2] = [['“', '”'], ['‘', '’']];

/// Looks at every value below `node`.
pub(super) fn check(reading: &mut Reading<'_>, node: &Node) {
    let text = &reading.source.text;
    // Nearly no file has any.
    if PAIRS.iter().any(|[open, _]| text.contains(*open)) {
        look(reading, node);
    }
}

fn look(reading: &mut Reading<'_>, node: &Node) {
    match &node.value {
        Value::Null => {}
        Value::Scalar(_) => scalar(reading, node),
        Value::List(items) => items.iter().for_each(|it| look(reading, it)),
        Value::Map(entries) => entries.iter().for_each(|it| look(reading, &it.value)),
    }
}

/// As it is written: between straight quotes curly ones are meant.
fn scalar(reading: &mut Reading<'_>, node: &Node) {
    if let Some(inner) = PAIRS.into_iter().find_map(|it| inner(&reading.source.text[node.span.clone()], it)) {
        let words = curly_quotes::words(inner);
        reading.report(&curly_quotes::RULE, node.span.clone(), words);
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
