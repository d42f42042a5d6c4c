//! The text of a file as text: normal form, hidden characters, one style of tone marks.

use std::ops::Range;

use memchr::memchr_iter;

use super::note;
use super::rules::{hidden_character, mixed_tones, not_nfc};
use crate::diagnostic::Diagnostic;
use crate::source::SourceFile;
use crate::text::{is_hidden, is_nfc, is_settled, nfc, tone_moved};

/// What there is to say, and whether every character is its own normal form whatever stands next
/// to it, so that each piece of the text is in normal form too.
///
/// `tone_style` is that of `site.toml`: `new`, `old`, or empty for "one per file".
pub(super) fn diagnostics(source: &SourceFile, tone_style: &str) -> (Vec<Diagnostic>, bool) {
    let text = source.text.as_ref();
    let mut found = Vec::new();
    let glance = glance(text);
    let odd = glance.odd;
    if odd {
        found.extend(
            hidden(text).into_iter().map(|(span, c)| {
                note(source, &hidden_character::RULE, Some(span), hidden_character::words(c))
            }),
        );
    }
    let tones = if odd && !is_nfc(text) {
        let loose: Vec<Range<usize>> = words(text).filter(|it| !is_nfc(&text[it.clone()])).collect();
        if let Some(first) = loose.first() {
            let words = not_nfc::words(&nfc(&text[first.clone()]), loose.len());
            found.push(note(source, &not_nfc::RULE, Some(first.clone()), words));
        }
        tones(text, words(text), tone_style)
    } else {
        tones(text, glance.vowels.into_iter().filter_map(|at| word_that_ends(text, at)), tone_style)
    };
    found.extend(tones.map(|(span, other)| {
        let words = mixed_tones::words(&text[span.clone()], &other);
        note(source, &mixed_tones::RULE, Some(span), words)
    }));
    (found, !odd)
}

/// What a look at the bytes of a file tells; nearly every file needs no other.
#[derive(Default)]
struct Glance {
    /// Something may be hidden, or not in normal form.
    odd: bool,
    /// Where a vowel with a tone mark stands that may show a style.
    vowels: Vec<usize>,
}

fn glance(text: &str) -> Glance {
    let odd = !is_common(text.as_bytes()) && text.chars().any(is_odd);
    Glance { odd, vowels: vowels(text) }
}

/// Has a text in UTF-8 no characters but those that Vietnamese and English are usually written
/// with? Asked of many bytes at a time, and so without a branch.
#[expect(clippy::needless_bitwise_bool, reason = "a branch would cost a fifth of a check")]
fn is_common(bytes: &[u8]) -> bool {
    let is_common = |first: u8, second: u8| {
        // Printable, or what goes on: that was judged with what it goes on from.
        let plain = (first.wrapping_sub(b' ') <= 0xbf - b' ') & (first != 0x7f);
        let blank = matches!(first, b'\n' | b'\r' | b'\t');
        let latin = (first.wrapping_sub(0xc3) <= 0xc6 - 0xc3) | ((first == 0xe1) & (second | 1 == 0xbb));
        plain | blank | latin | (first == SIGN)
    };
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    pairs.fold(true, |all, (a, b)| all & is_common(*a, *b))
        // No character of more bytes begins with the last.
        && bytes.last().is_none_or(|it| is_common(*it, 0))
        && memchr_iter(SIGN, bytes).all(|at| is_common_sign(&bytes[at..]))
}

/// How dashes, curly quotes and dots in a row begin.
const SIGN: u8 = 0xe2;

fn is_common_sign(bytes: &[u8]) -> bool {
    matches!(bytes, [_, 0x80, 0x90..=0x9f | 0xa6, ..])
}

/// Bytes that are looked through at a time.
const STRETCH: usize = 32;

/// Where a vowel with a tone mark stands that is one of an open `oa`, `oe` or `uy`.
fn vowels(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let next = bytes.get(1..).unwrap_or_default();
    let mut found = Vec::new();
    let (stretches, _) = next.as_chunks::<STRETCH>();
    for (nth, (here, next)) in bytes.as_chunks::<STRETCH>().0.iter().zip(stretches).enumerate() {
        // A byte for each, so that they are compared beside each other.
        let pairs: [u8; STRETCH] = std::array::from_fn(|at| u8::from(may_be_pair(here[at], next[at])));
        for (eight, pairs) in pairs.as_chunks().0.iter().enumerate() {
            let mut pairs = u64::from_le_bytes(*pairs);
            while pairs != 0 {
                let at = pairs.trailing_zeros() as usize / 8;
                pairs &= pairs - 1;
                found.extend(vowel_of_pair(text, nth * STRETCH + eight * 8 + at));
            }
        }
    }
    for at in stretches.len() * STRETCH..next.len() {
        if may_be_pair(bytes[at], next[at]) {
            found.extend(vowel_of_pair(text, at));
        }
    }
    found
}

/// May a byte and the next be in a pair of vowels of which one has a mark? Without a branch too.
#[expect(clippy::needless_bitwise_bool, reason = "a branch would cost a fifth of a check")]
fn may_be_pair(byte: u8, next: u8) -> bool {
    // Bits that do not matter are those of small and capital, of `a` and `e`, of the first bytes of vowels.
    let (capital, capital_next) = (byte & !0x20, next & !0x20);
    let marked_last = ((capital == b'O') | (capital == b'U')) & (next & !0x22 == 0xc1);
    let marked_first = (0x80 <= byte) & ((next & !0x24 == b'A') | (capital_next == b'Y'));
    marked_last | marked_first
}

/// The vowel with the mark, if there is a pair where the byte at `at` is the last of the first.
fn vowel_of_pair(text: &str, at: usize) -> Option<usize> {
    let first = text[..=at].chars().next_back()?;
    let last = text[at + 1..].chars().next()?;
    match (bare(small(first)), bare(small(last))) {
        (('o', false), ('a' | 'e', true)) | (('u', false), ('y', true)) => Some(at + 1),
        (('o', true), ('a' | 'e', false)) | (('u', true), ('y', false)) => Some(at + 1 - first.len_utf8()),
        _ => None,
    }
}

fn is_odd(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r');
    }
    !is_settled(c) || c < '\u{a0}' || c == '\u{ad}'
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
    text.split(ends_word).filter(|it| !it.is_empty()).map(move |it| {
        let at = it.as_ptr() as usize - start;
        at..at + it.len()
    })
}

fn ends_word(c: char) -> bool {
    c.is_whitespace() || c.is_ascii_punctuation() || is_hidden(c)
}

/// The word of which the character at `at` is the last or the last but one.
fn word_that_ends(text: &str, at: usize) -> Option<Range<usize>> {
    let end = text[at..].char_indices().take(3).find(|(_, c)| ends_word(*c));
    let end = match end {
        Some((length, _)) => at + length,
        None if text[at..].chars().nth(2).is_none() => text.len(),
        None => return None,
    };
    let start = text[..at].char_indices().rev().find(|(_, c)| ends_word(*c));
    Some(start.map_or(0, |(before, c)| before + c.len_utf8())..end)
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
fn tones(
    text: &str,
    words: impl Iterator<Item = Range<usize>>,
    asked: &str,
) -> Option<(Range<usize>, String)> {
    let mut seen = [(0, None), (0, None)];
    for word in words {
        if let Some(style) = style(&nfc(&text[word.clone()])) {
            let (count, first) = &mut seen[style as usize];
            *count += 1;
            first.get_or_insert(word);
        }
    }
    let [(new, first_new), (old, first_old)] = seen;
    match asked {
        "new" => first_old.map(|it| (it.clone(), tone_moved(&text[it]))),
        "old" => first_new.map(|it| (it.clone(), tone_moved(&text[it]))),
        _ => {
            let (first_new, first_old) = (first_new?, first_old?);
            let (rarer, other) = if new < old { (first_new, first_old) } else { (first_old, first_new) };
            Some((rarer, text[other].to_owned()))
        }
    }
}

/// A vowel of `oa`, `oe`, `uy` without its tone, and whether it had one.
fn bare(c: char) -> (char, bool) {
    match c {
        'à' | 'á' | 'ã' | 'ả' | 'ạ' => ('a', true),
        'è' | 'é' | 'ẽ' | 'ẻ' | 'ẹ' => ('e', true),
        'ỳ' | 'ý' | 'ỹ' | 'ỷ' | 'ỵ' => ('y', true),
        'ò' | 'ó' | 'õ' | 'ỏ' | 'ọ' => ('o', true),
        'ù' | 'ú' | 'ũ' | 'ủ' | 'ụ' => ('u', true),
        _ => (c, false),
    }
}

/// The small letter; without a table for those of Vietnamese.
fn small(c: char) -> char {
    match c {
        '\0'..='\u{7f}' => c.to_ascii_lowercase(),
        'à'..='ö' => c,
        'ạ'..='ỹ' if u32::from(c) % 2 == 1 => c,
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// The style that a syllable ending in `oa`, `oe` or `uy` shows.
fn style(word: &str) -> Option<Style> {
    let mut end = word.chars().rev();
    let (last, first) = (end.next()?, end.next()?);
    if last.is_ascii() && first.is_ascii() {
        return None;
    }
    let before = end.next();
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
    fn names_the_rarer_style() {
        let text = "hoà thuỷ hòa";
        let (span, other) = tones(text, words(text), "").expect("both styles are there");
        assert_eq!((&text[span], other.as_str()), ("hòa", "hoà"));
        assert_eq!(tones("hoà thuỷ", words("hoà thuỷ"), ""), None);
        assert_eq!(tones("hoà", words("hoà"), "old").map(|it| it.1).as_deref(), Some("hòa"));
    }

    #[test]
    fn a_word_in_capitals_was_told_to_be_written_as_it_stood() {
        let told = |text, asked| tones(text, words(text), asked).map(|it| it.1);
        assert_eq!(told("HÒA BÌNH", "new").as_deref(), Some("HOÀ"));
        assert_eq!(told("HUỶ", "old").as_deref(), Some("HỦY"));
    }

    #[test]
    fn one_glance_finds_the_words_that_all_words_would() {
        for text in [
            "hoà, HÒA thuỷ\nkhỏe quý Quỳ lúa của toà.",
            "òa",
            "x—hoà” hoà\u{a0}Úy",
            "loá, ngoạch uỵ oẻ-o\u{e9}",
            "",
            "Đề nghị Uỷ ban ỦY BAN, OÀ Oà oÀ",
        ] {
            let seen = glance(text);
            assert!(!seen.odd, "{text:?}");
            let styled = |it: &Range<usize>| style(&text[it.clone()]).is_some();
            let all: Vec<Range<usize>> = words(text).filter(styled).collect();
            let near = seen.vowels.into_iter().filter_map(|at| word_that_ends(text, at));
            assert_eq!(near.filter(styled).collect::<Vec<_>>(), all, "{text:?}");
        }
        for odd in ["o\u{300}a", "\u{feff}a", "a\u{200b}", "\u{7f}", "\u{1}", "\u{ad}"] {
            assert!(glance(odd).odd, "{odd:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_glance_finds_no_fewer_words(text in "[oaeuyOQ òóáàéèýỳùúỏạẹủỵộ.đ\u{301}]{0,60}") {
            let styled = |it: &Range<usize>| style(&text[it.clone()]).is_some();
            let near = glance(&text).vowels.into_iter().filter_map(|at| word_that_ends(&text, at));
            let all: Vec<Range<usize>> = words(&text).filter(styled).collect();
            proptest::prop_assert_eq!(near.filter(styled).collect::<Vec<_>>(), all);
        }
    }

    #[test]
    fn a_glance_sees_each_character_as_it_is() {
        for c in '\0'..=char::MAX {
            let text = format!("o{c}a");
            assert_eq!(glance(&text).odd, is_odd(c), "U+{:04X}", u32::from(c));
            assert!(is_odd(c) || !is_hidden(c), "U+{:04X} would be overlooked", u32::from(c));
        }
    }

    #[test]
    fn runs_of_hidden_characters() {
        let text = "\u{feff}a\u{200b}\u{200b}b\u{202e}";
        let runs: Vec<Range<usize>> = hidden(text).into_iter().map(|it| it.0).collect();
        assert_eq!(runs, [4..10, 11..14]);
    }
}
