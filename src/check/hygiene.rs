//! The text of a file as text: normal form, hidden characters, one style of tone marks.

use std::ops::Range;

use super::note;
use super::rules::{hidden_character, mixed_tones, not_nfc};
use crate::diagnostic::Diagnostic;
use crate::source::SourceFile;
use crate::text::{is_hidden, is_nfc, nfc};

/// `tone_style` is that of `site.toml`: `new`, `old`, or empty for "one per file".
pub(super) fn diagnostics(source: &SourceFile, tone_style: &str) -> Vec<Diagnostic> {
    let text = source.text.as_ref();
    let mut found = Vec::new();
    if text.is_ascii() && !text.bytes().any(|b| b < b' ' && !matches!(b, b'\t' | b'\n' | b'\r')) {
        return found;
    }
    found.extend(hidden(text).into_iter().map(|(span, c)| {
        let name = format!("U+{:04X}", u32::from(c));
        note(source, &hidden_character::RULE, Some(span), hidden_character::words(&name))
    }));
    if !is_nfc(text) {
        let loose: Vec<Range<usize>> = words(text).filter(|it| !is_nfc(&text[it.clone()])).collect();
        if let Some(first) = loose.first() {
            let words = not_nfc::words(&nfc(&text[first.clone()]), loose.len());
            found.push(note(source, &not_nfc::RULE, Some(first.clone()), words));
        }
    }
    found.extend(tones(text, tone_style).map(|(span, other)| {
        let words = mixed_tones::words(&text[span.clone()], &other);
        note(source, &mixed_tones::RULE, Some(span), words)
    }));
    found
}

/// Each run of hidden characters; a byte order mark at the very start is none.
fn hidden(text: &str) -> Vec<(Range<usize>, char)> {
    let mut runs: Vec<(Range<usize>, char)> = Vec::new();
    for (at, c) in text.char_indices().filter(|(at, c)| is_hidden(*c) && (*at, *c) != (0, '\u{feff}')) {
        let end = at + c.len_utf8();
        match runs.last_mut() {
            Some((run, _)) if run.end == at => run.end = end,
            _ => runs.push((at..end, c)),
        }
    }
    runs
}

/// Runs of letters and marks.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let start = text.as_ptr() as usize;
    text.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation() || is_hidden(c))
        .filter(|it| !it.is_empty())
        .map(move |it| {
            let at = it.as_ptr() as usize - start;
            at..at + it.len()
        })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `hoà`
    New,
    /// `hòa`
    Old,
}

/// The first word in the rarer style (or the one that `site.toml` does not ask for), and a word
/// in the other style.
fn tones(text: &str, asked: &str) -> Option<(Range<usize>, String)> {
    let mut seen = [(0, None), (0, None)];
    for word in words(text) {
        if let Some(style) = style(&nfc(&text[word.clone()])) {
            let (count, first) = &mut seen[style as usize];
            *count += 1;
            first.get_or_insert(word);
        }
    }
    let [(new, first_new), (old, first_old)] = seen;
    match asked {
        "new" => first_old.map(|it| (it.clone(), moved(&nfc(&text[it])))),
        "old" => first_new.map(|it| (it.clone(), moved(&nfc(&text[it])))),
        _ => {
            let (first_new, first_old) = (first_new?, first_old?);
            let (rarer, other) = if new < old { (first_new, first_old) } else { (first_old, first_new) };
            Some((rarer, text[other].to_owned()))
        }
    }
}

/// Letter with a tone in `oa`, `oe`, `uy`, and the same letter without.
const MARKED: [(&str, char); 4] = [("àáãảạ", 'a'), ("èéẽẻẹ", 'e'), ("ỳýỹỷỵ", 'y'), ("òóõỏọ", 'o')];
const MARKED_U: &str = "ùúũủụ";

fn bare(c: char) -> (char, bool) {
    if let Some((_, letter)) = MARKED.iter().find(|(marked, _)| marked.contains(c)) {
        return (*letter, true);
    }
    if MARKED_U.contains(c) { ('u', true) } else { (c, false) }
}

/// The style that a syllable ending in `oa`, `oe` or `uy` shows.
fn style(word: &str) -> Option<Style> {
    let mut end = word.chars().rev();
    let (last, first) = (end.next()?, end.next()?);
    if last.is_ascii() && first.is_ascii() {
        return None;
    }
    let before = end.next();
    let small = |c: char| c.to_lowercase().next().unwrap_or(c);
    let ((last, on_last), (first, on_first)) = (bare(small(last)), bare(small(first)));
    // In `quý` the u belongs to the q, so that the mark can stand on the y alone.
    let open = matches!((first, last), ('o', 'a' | 'e'))
        || (first, last) == ('u', 'y') && before.map(small) != Some('q');
    match (open, on_first, on_last) {
        (true, true, false) => Some(Style::Old),
        (true, false, true) => Some(Style::New),
        _ => None,
    }
}

/// The word with its tone mark in the other place.
fn moved(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let (head, tail) = letters.split_at(letters.len() - 2);
    let place = |row: char, from: char| -> Option<char> {
        let nth = MARKED
            .iter()
            .map(|it| it.0)
            .chain([MARKED_U])
            .find_map(|marked| marked.chars().position(|it| it == from))?;
        let marked = MARKED.iter().find(|(_, letter)| *letter == row).map_or(MARKED_U, |it| it.0);
        marked.chars().nth(nth)
    };
    let mut out: String = head.iter().collect();
    let (first, last) = (tail[0], tail[1]);
    let swapped = if bare(first).1 {
        place(last, first).map(|it| [bare(first).0, it])
    } else {
        place(first, last).map(|it| [it, bare(last).0])
    };
    out.extend(swapped.unwrap_or([first, last]));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_styles_apart() {
        for (word, expected) in [
            ("hoà", Some(Style::New)),
            ("hòa", Some(Style::Old)),
            ("Thuỷ", Some(Style::New)),
            ("khỏe", Some(Style::Old)),
            ("quý", None),
            ("quỳ", None),
            ("hoa", None),
            ("toàn", None),
            ("của", None),
            ("a", None),
        ] {
            assert_eq!(style(word), expected, "{word}");
        }
    }

    #[test]
    fn moves_the_mark() {
        for (old, new) in [("hòa", "hoà"), ("thủy", "thuỷ"), ("khỏe", "khoẻ")] {
            assert_eq!(moved(old), new);
            assert_eq!(moved(new), old);
        }
    }

    #[test]
    fn names_the_rarer_style() {
        let text = "hoà thuỷ hòa";
        let (span, other) = tones(text, "").expect("both styles are there");
        assert_eq!((&text[span], other.as_str()), ("hòa", "hoà"));
        assert_eq!(tones("hoà thuỷ", ""), None);
        assert_eq!(tones("hoà", "old").map(|it| it.1).as_deref(), Some("hòa"));
    }

    #[test]
    fn runs_of_hidden_characters() {
        let text = "\u{feff}a\u{200b}\u{200b}b\u{202e}";
        let runs: Vec<Range<usize>> = hidden(text).into_iter().map(|it| it.0).collect();
        assert_eq!(runs, [4..10, 11..14]);
    }
}
