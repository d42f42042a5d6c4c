//! Marks in prose that look like Markdown and are none, so that pages show them.

use std::ops::Range;

use memchr::memchr_iter;

use super::rules::idle_mark::Meant;
use crate::source::BULLETS;

/// The mark in a run of words of Markdown, if it begins with one or has one within.
fn mark(markdown: &str, run: &Range<usize>) -> Option<(Range<usize>, Meant)> {
    let (before, text) = (&markdown[..run.start], &markdown[run.clone()]);
    // Code is shown as it stands.
    let first = text.chars().next().filter(|it| *it != '`')?;
    at_start(before, text, first)
        .map(|(length, meant)| (run.start..run.start + length, meant))
        .or_else(|| address(before, text).map(|it| (run.start - 1..run.start + it, Meant::Link)))
        .or_else(|| stars(text).map(|it| (run.start + it..run.start + it + 2, Meant::Bold)))
}

/// How long the mark is at which a line begins.
fn at_start(before: &str, text: &str, first: char) -> Option<(usize, Meant)> {
    let rest = &text[first.len_utf8()..];
    let (length, meant) = match first {
        '-' if rest.starts_with(char::is_alphabetic) => (1, Meant::Item),
        '#' => {
            let level = text.len() - text.trim_start_matches('#').len();
            let is_heading = level <= 6 && text[level..].starts_with(char::is_alphabetic);
            is_heading.then_some((level, Meant::Heading))?
        }
        _ if BULLETS.contains(&first) && rest.starts_with([' ', '\t', '\u{a0}']) => {
            (first.len_utf8(), Meant::Item)
        }
        _ => return None,
    };
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.trim_matches([' ', '>', '\r', '\u{feff}']).is_empty().then_some((length, meant))
}

/// How far into the text the address begins that nothing joins to the words in brackets before it.
fn address(before: &str, text: &str) -> Option<usize> {
    let address = before.ends_with(']').then(|| text.trim_start_matches(' ').strip_prefix('('))??;
    let starts = ["http", "mailto:", "tel:", "/", "../"];
    starts.iter().any(|it| address.starts_with(it)).then_some(text.len() - address.len())
}

fn stars(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr_iter(b'*', bytes).find(|at| bytes.get(at + 1) == Some(&b'*'))
}

/// Of marks on lines right below each other, and of two in one line, the first.
pub(super) fn marks(markdown: &str, runs: &[Range<usize>]) -> Vec<(Range<usize>, Meant)> {
    let mut found: Vec<(Range<usize>, Meant)> = Vec::new();
    let mut last: Option<(usize, Meant)> = None;
    for (at, meant) in runs.iter().filter_map(|it| mark(markdown, it)) {
        let follows = last.is_some_and(|(end, kind)| {
            let lines = markdown[end..at.start].matches('\n').count();
            kind == meant && lines <= usize::from(meant == Meant::Item)
        });
        last = Some((at.end, meant));
        if !follows {
            found.push((at, meant));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::marks;
    use crate::markdown::outline;

    #[test]
    fn marks_are_told_from_words() {
        for (markdown, expected) in [
            ("Giấy tờ:\n• Một\n• Hai\n", vec!["•"]),
            ("– Một\r\n– Hai\r\n\n– Ba\r\n", vec!["–", "–"]),
            ("> •\tMột\n", vec!["•"]),
            ("-Một\n-Hai\n\n-5 độ\n", vec!["-"]),
            ("Một – hai\nba • bốn\n", vec![]),
            ("##Tên mục\n", vec!["##"]),
            ("#1 là số\n\nmục #hai\n", vec![]),
            ("Xem [A] (https://a.vn/b)\n", vec!["] ("]),
            ("Xem [A](https://a.vn/b c)\n", vec!["]("]),
            ("Xem [1] (khoản 2), [A](https://a.vn/) (https://a.vn/)\n", vec![]),
            ("** Lưu ý: ** gọi trước\n", vec!["**"]),
            ("**Lưu ý:** gọi `**`, 2 \\*\\* 3\n", vec![]),
        ] {
            let found = marks(markdown, &outline(markdown).words);
            let found: Vec<&str> = found.iter().map(|it| &markdown[it.0.clone()]).collect();
            assert_eq!(found, expected, "{markdown:?}");
        }
    }
}
