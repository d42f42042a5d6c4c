//! Keys or values between brackets that no comma parts.

use super::Openers;
use crate::source::tree::{TreeError, TreeErrorKind};

/// The one that lacks the comma before it, at byte `at` or right before; `info` are the words of the parser.
pub(in crate::source) fn comma(text: &str, at: usize, info: &str) -> Option<TreeError> {
    let is_said = info.starts_with("invalid trailing content") || info.contains("did not find expected ','");
    let key = |it: &str| it.len() - it.trim_start_matches(is_of_key).len();
    let rest = &text[at..];
    let span = match rest.chars().next().filter(|_| is_said)? {
        // The key before it was taken for more of the text.
        ':' => text[..at].trim_end_matches(is_of_key).len()..at,
        quote @ ('"' | '\'') => at..at + rest[1..].find(quote)? + 2,
        '{' | '[' => at..at + 1,
        _ => at..at + Some(key(rest)).filter(|it| rest[*it..].starts_with(':'))?,
    };
    let before = &text[..span.start];
    let value = before.trim_end();
    let is_apart = !rest.starts_with(':') || value.len() < before.len();
    if span.is_empty() || !is_apart || value.ends_with([',', ';', '{', '[']) {
        return None;
    }
    let open = Openers::up_to(text, span.start);
    let is_within = open.quote.is_none() && !open.brackets.is_empty();
    is_within.then_some(TreeError { span, kind: TreeErrorKind::Comma })
}

fn is_of_key(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}

#[cfg(test)]
mod tests {
    use crate::source::tree::{TreeErrorKind, parse};

    #[test]
    fn a_comma_that_was_forgotten_was_told_in_the_words_of_the_parser_or_as_spaces_too_many() {
        for (text, expected) in [
            ("a: [\"b\" \"c\"]\n", "\"c\""),
            ("a: ['b', 'c' 'd']\n", "'d'"),
            ("a: {b: c d: e}\n", "d"),
            ("a: {b: c, d: \"e\" f-g: 1}\n", "f-g"),
            ("a:\n  - {b: c\n     d: e}\n", "d"),
            ("a:\n  - {b: \"c\"\n     d: e}\n", "d"),
            ("a: {b: [\"c\"] d: e}\n", "d"),
            ("a: {b: {c: \"d\"} {e: f}}\n", "{"),
        ] {
            let error = parse(text, 0..text.len()).expect_err(text);
            assert_eq!((&text[error.span.clone()], &error.kind), (expected, &TreeErrorKind::Comma), "{text}");
        }
        for text in ["a: \"b\" \"c\"\n", "a: {b: \"c\" d}\n", "a: {b: c, ý: : d}\n", "a: {b: c\nd: e\n"] {
            let error = parse(text, 0..text.len()).err();
            assert!(error.is_none_or(|it| it.kind != TreeErrorKind::Comma), "{text}");
        }
    }
}
