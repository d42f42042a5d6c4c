//! One word, many spellings: normal form, marks off, tone at the end.

use std::borrow::Cow;
use std::sync::LazyLock;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Letters that lose a stroke when folded; Unicode has no decomposition for
/// them. The browser reads this very table.
pub const STROKES: [(char, char); 2] = [('đ', 'd'), ('Đ', 'd')];

/// Is `text` in normal form C? Files written on a Mac often are not.
pub fn is_nfc(text: &str) -> bool {
    if is_all_settled(text.as_bytes()) {
        return true;
    }
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => true,
        IsNormalized::No => false,
        IsNormalized::Maybe => unicode_normalization::is_nfc(text),
    }
}

/// A character that no other one can change in normal form C: nearly all that Vietnamese is
/// written with, told without a table.
pub fn is_settled(c: char) -> bool {
    matches!(c, '\0'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}')
}

/// [`is_settled`] of each character, told from the bytes of UTF-8, for that is asked of every text.
fn is_all_settled(text: &[u8]) -> bool {
    let mut rest = text;
    loop {
        rest = match rest {
            [] => return true,
            [0..=0x7f, tail @ ..]
            | [0xc2..=0xcb, _, tail @ ..]
            | [0xe1, 0xb8..=0xbb, _, tail @ ..]
            | [0xe2, 0x80, 0x90..=0xa7 | 0xb0..=0xbf, tail @ ..]
            | [0xe2, 0x81, 0x80..=0x9e, tail @ ..] => tail,
            _ => return false,
        }
    }
}

/// `text` in normal form C: one code point for each Vietnamese letter.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// Small letters without marks: `Cấp điện MỚI` gives `cap dien moi`.
///
/// Everything that is no mark stays, punctuation included. Folding twice is
/// folding once, and the normal form of the input makes no difference.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    fold_known(text).unwrap_or_else(|| fold_any(text))
}

/// Letters of Vietnamese and its neighbours, folded; `\0` where that takes more than a letter.
static FOLDED: LazyLock<[Vec<char>; 2]> = LazyLock::new(|| {
    KNOWN.map(|(first, last)| {
        let alone = |c: char| {
            let folded = fold_any(c.encode_utf8(&mut [0; 4]));
            let mut letters = folded.chars();
            letters.next().filter(|_| letters.next().is_none()).unwrap_or('\0')
        };
        (first..=last).map(alone).collect()
    })
});

/// Characters that nothing around them changes.
const KNOWN: [(char, char); 2] = [('\u{a0}', '\u{24f}'), ('\u{1e00}', '\u{1eff}')];

/// [`fold_any`] letter by letter; `None` where a letter is not in the tables.
fn fold_known(text: &str) -> Option<String> {
    let [near, far] = &*FOLDED;
    let at = |c: char, first: char| (u32::from(c)).checked_sub(u32::from(first)).map(|it| it as usize);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let folded = if c.is_ascii() {
            c.to_ascii_lowercase()
        } else {
            let near = at(c, KNOWN[0].0).and_then(|it| near.get(it));
            *near.or_else(|| at(c, KNOWN[1].0).and_then(|it| far.get(it))).filter(|it| **it != '\0')?
        };
        out.push(folded);
    }
    Some(out)
}

fn fold_any(text: &str) -> String {
    // Lower case may bring marks of its own (`İ`), hence the second pass.
    let small = text.nfd().collect::<String>().to_lowercase();
    small.nfd().filter(|&c| !is_combining_mark(c)).map(without_stroke).collect()
}

/// Letters without marks, capitals kept: `Cấp điện MỚI` gives `Cap dien MOI`.
pub fn without_marks(text: &str) -> String {
    let strokes = |c| if c == 'Đ' { 'D' } else { without_stroke(c) };
    text.nfd().filter(|&c| !is_combining_mark(c)).map(strokes).collect()
}

fn without_stroke(c: char) -> char {
    STROKES.iter().find(|&&(from, _)| from == c).map_or(c, |&(_, to)| to)
}

/// The typed letters of one syllable with its tone moved to the end: `hoà`
/// and `hòa` both give `hoa` followed by U+0300. Small letters, decomposed;
/// compare with another result of this function, do not show it.
pub fn spelling(syllable: &str) -> String {
    let small = syllable.nfd().collect::<String>().to_lowercase();
    let (tones, letters): (String, String) = small.nfd().partition(|&c| is_tone(c));
    letters + &tones
}

/// A word that ends in `oa`, `oe` or `uy` with its tone on the other of the two: `hoà` and `hòa`
/// give each other. In normal form C.
pub fn tone_moved(word: &str) -> String {
    let mut letters: Vec<char> = word.nfd().collect();
    // The tone is the last of all, or the last but one.
    if let [.., last_but_one, last] = &mut letters[..] {
        std::mem::swap(last_but_one, last);
    }
    letters.into_iter().nfc().collect()
}

/// Grave, acute, tilde, hook above and dot below: the five tones that Vietnamese writes.
pub const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

fn is_tone(c: char) -> bool {
    TONES.contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn settled_characters_are_their_own_form_next_to_each_other() {
        let settled: Vec<char> = ('\0'..='\u{ffff}').filter(|it| is_settled(*it)).collect();
        for c in settled {
            assert_eq!(is_nfc_quick(['a', c, c].into_iter()), IsNormalized::Yes, "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn moves_the_tone() {
        for (old, new) in [("hòa", "hoà"), ("thủy", "thuỷ"), ("khỏe", "khoẻ"), ("HỦY", "HUỶ")] {
            assert_eq!((tone_moved(old).as_str(), tone_moved(new).as_str()), (new, old));
        }
    }

    #[test]
    fn folding() {
        for (text, expected) in [
            ("Cấp điện MỚI", "cap dien moi"),
            ("Đ\u{323}", "d"),
            ("hoà thuỷ", "hoa thuy"),
            ("d\u{302}a\u{302}\u{301}u", "dau"),
            ("110 kV, 2.001105", "110 kv, 2.001105"),
            ("İstanbul", "istanbul"),
            ("", ""),
        ] {
            assert_eq!(fold(text), expected, "{text:?}");
        }
    }

    #[test]
    fn tone_placement_makes_no_difference() {
        for (old, new) in [("hoà", "hòa"), ("thuỷ", "thủy"), ("khoẻ", "khỏe"), ("Quý", "qúy")] {
            assert_eq!(spelling(old), spelling(new));
        }
        assert_ne!(spelling("ban"), spelling("bán"));
        assert_ne!(spelling("cân"), spelling("can"));
        assert_ne!(spelling("đo"), spelling("do"));
    }

    #[test]
    fn normal_form() {
        assert!(is_nfc("Cấp điện"));
        assert!(!is_nfc("Ca\u{302}\u{301}p"));
        assert_eq!(nfc("Ca\u{302}\u{301}p"), "Cấp");
    }

    #[test]
    fn bytes_tell_what_characters_tell() {
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            assert_eq!(is_all_settled(text.as_bytes()), is_settled(c), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn every_known_letter_is_folded_as_any_other() {
        for c in '\0'..='\u{2fff}' {
            let text = format!("A{c}đ");
            if let Some(folded) = fold_known(&text) {
                assert_eq!(folded, fold_any(&text), "U+{:04X}", u32::from(c));
            }
        }
        assert_eq!(fold_known("Cấp điện MỚI").as_deref(), Some("cap dien moi"));
    }

    proptest! {
        #[test]
        fn known_letters_make_no_difference(text in "[a-zĂ-ỹđĐÀ-ý \\PC]{0,20}") {
            prop_assert_eq!(fold(&text), fold_any(&text));
        }

        #[test]
        fn folding_twice_is_folding_once(text in "\\PC*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn the_normal_form_makes_no_difference(text in "\\PC*") {
            let composed: String = text.nfc().collect();
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(fold(&composed), fold(&decomposed));
        }
    }
}
