//! Cuts a text into syllables and numbers, each with its place.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::fold;

/// One syllable, word of another language, or number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Syllable {
    /// Folded; never empty.
    pub folded: String,
    /// Bytes of the text as it was given, decomposed marks included.
    pub place: Range<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
}

/// The syllables of `text` in order. A number ends where letters begin:
/// `22kV` gives `22` and `kv`.
pub fn syllables(text: &str) -> Vec<Syllable> {
    let mut found = Vec::new();
    let mut open: Option<(usize, Kind)> = None;
    for (at, c) in text.char_indices() {
        let kind = if c.is_numeric() {
            Some(Kind::Digit)
        } else if is_combining_mark(c) {
            // A mark belongs to the letter before it, or to nothing.
            open.map(|(_, kind)| kind)
        } else if c.is_alphabetic() {
            Some(Kind::Letter)
        } else {
            None
        };
        if kind == open.map(|(_, kind)| kind) {
            continue;
        }
        close(text, open, at, &mut found);
        open = kind.map(|kind| (at, kind));
    }
    close(text, open, text.len(), &mut found);
    found
}

fn close(text: &str, open: Option<(usize, Kind)>, end: usize, found: &mut Vec<Syllable>) {
    if let Some((start, _)) = open {
        let folded = fold(&text[start..end]);
        if !folded.is_empty() {
            found.push(Syllable { folded, place: start..end });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(text: &str) -> Vec<String> {
        syllables(text).into_iter().map(|s| s.folded).collect()
    }

    #[test]
    fn cutting() {
        for (text, expected) in [
            ("Cấp điện, mới!", vec!["cap", "dien", "moi"]),
            ("22kV", vec!["22", "kv"]),
            ("133/2019/NĐ-CP", vec!["133", "2019", "nd", "cp"]),
            ("Ca\u{302}\u{301}p d\u{301}", vec!["cap", "d"]),
            ("\u{301} a", vec!["a"]),
            (" — ", vec![]),
        ] {
            assert_eq!(folded(text), expected, "{text:?}");
        }
    }

    #[test]
    fn places_count_bytes_of_the_text_as_given() {
        let text = "x ca\u{302}\u{301}p điện";
        let words: Vec<&str> = syllables(text).iter().map(|s| &text[s.place.clone()]).collect();
        assert_eq!(words, ["x", "ca\u{302}\u{301}p", "điện"]);
    }

    proptest! {
        #[test]
        fn places_lie_in_the_text(text in "\\PC*") {
            for syllable in syllables(&text) {
                prop_assert_eq!(fold(&text[syllable.place]), syllable.folded);
            }
        }
    }
}
