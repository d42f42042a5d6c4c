//! Marks in prose that look like Markdown and are none, so that pages show them.

use std::ops::Range;

use super::rules::idle_mark::Meant;

/// Before items of lists; the last two are what a word processor draws with fonts of its own.
const BULLETS: [char; 14] =
    ['•', '●', '○', '▪', '■', '◦', '‣', '·', '–', '—', '➢', '✓', '\u{f0b7}', '\u{f0a7}'];

/// The mark in a run of words of Markdown, if it begins with one or has one within.
fn mark(markdown: &str, run: &Range<usize>) -> Option<(Range<usize>, Meant)> {
    let (before, text) = (&markdown[..run.start], &markdown[run.clone()]);
    // Code is shown as it stands.
    let first = text.chars().next().filter(|it| *it != '`')?;
    let rest = &text[first.len_utf8()..];
    let line = before.rsplit('\n').next().unwrap_or_default();
    if line.trim_matches([' ', '>', '\r', '\u{feff}']).is_empty() {
        if BULLETS.contains(&first) && rest.starts_with([' ', '\t', '\u{a0}']) {
            return Some((run.start..run.start + first.len_utf8(), Meant::Item));
        }
        if first == '-' && rest.starts_with(char::is_alphabetic) {
            return Some((run.start..run.start + 1, Meant::Item));
        }
        let level = text.len() - text.trim_start_matches('#').len();
        if (1..=6).contains(&level) && text[level..].starts_with(char::is_alphabetic) {
            return Some((run.start..run.start + level, Meant::Heading));
        }
    }
    let address = text.trim_start_matches(' ').strip_prefix('(');
    let is_address =
        |it: &str| ["http", "mailto:", "tel:", "/", "../"].iter().any(|start| it.starts_with(start));
    if before.ends_with(']') && address.is_some_and(is_address) {
        return Some((run.start - 1..run.end - address?.len(), Meant::Link));
    }
    text.find("**").map(|at| (run.start + at..run.start + at + 2, Meant::Bold))
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
