//! The folded syllables of long texts, without their places, fast.

use std::ops::RangeInclusive;
use std::sync::OnceLock;

use super::{fold, marks, syllables};

/// Below this, letters fold by a table.
const TABLE: usize = 0x1F00;

/// Of those, what can fold to one ASCII letter or digit; to make the others' cells takes longer
/// than a small site.
const LETTERS: [RangeInclusive<char>; 2] = ['\0'..='\u{24f}', '\u{1e00}'..='\u{1eff}'];

/// What each character folds to if that is one ASCII letter or digit; 1: nothing of a word;
/// 0: ask [`fold()`]. And its [`marks()`].
fn table() -> &'static [(u8, u8); TABLE] {
    static FOLDED: OnceLock<Box<[(u8, u8); TABLE]>> = OnceLock::new();
    FOLDED.get_or_init(|| {
        let mut table = Box::new([(0, 0); TABLE]);
        for c in LETTERS.into_iter().flatten() {
            let cell = &mut table[c as usize];
            let mut buffer = [0; 4];
            let alone: &str = c.encode_utf8(&mut buffer);
            let one = fold(alone);
            cell.1 = marks(alone);
            cell.0 = match one.as_bytes() {
                [byte] if byte.is_ascii_alphanumeric() => *byte,
                [byte] if c.is_ascii() && !byte.is_ascii_alphanumeric() => 1,
                _ => 0,
            };
        }
        table
    })
}

/// Calls `found` with each folded syllable in order and its marks: the same ones that
/// [`syllables()`] finds.
pub fn each_word(text: &str, mut found: impl FnMut(&str, u8)) {
    let table = table();
    let mut word = String::with_capacity(16);
    let mut carried = 0;
    for c in text.chars() {
        let folded = match c {
            '\u{a0}' | '–' | '—' | '“' | '”' | '’' | '·' | '…' => 1,
            c => table.get(c as usize).map_or(0, |it| it.0),
        };
        if folded == 0 {
            // Rare: a decomposed letter, another script.
            return slow(text, &mut found);
        }
    }
    for c in text.chars() {
        let (folded, mark) = match c {
            '\u{a0}' | '–' | '—' | '“' | '”' | '’' | '·' | '…' => (1, 0),
            c => table.get(c as usize).copied().unwrap_or((1, 0)),
        };
        let changes = word.as_bytes().last().is_some_and(|it| it.is_ascii_digit() != folded.is_ascii_digit());
        if !word.is_empty() && (folded == 1 || changes) {
            found(&word, carried);
            word.clear();
            carried = 0;
        }
        if folded != 1 {
            word.push(char::from(folded));
            carried |= mark;
        }
    }
    if !word.is_empty() {
        found(&word, carried);
    }
}

fn slow(text: &str, found: &mut impl FnMut(&str, u8)) {
    for it in syllables(text) {
        found(&it.folded, marks(&text[it.place]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<(String, u8)> {
        let mut all = Vec::new();
        each_word(text, |it, marks| all.push((it.to_owned(), marks)));
        all
    }

    fn slowly(text: &str) -> Vec<(String, u8)> {
        syllables(text).into_iter().map(|it| (it.folded, marks(&text[it.place]))).collect()
    }

    #[test]
    fn the_two_ways_agree_on_our_own_texts() {
        for text in
            ["Cấp điện mới từ lưới 22kV, 110\u{a0}kV – mẫu 01/ĐN", "ĐMTMN; ½ giờ", "x²y", "Ca\u{302}\u{301}p"]
        {
            assert_eq!(words(text), slowly(text), "{text:?}");
        }
    }

    #[test]
    fn no_letter_is_overlooked_that_the_table_could_tell() {
        for c in ('\0'..='\u{1eff}').filter(|it| !LETTERS.iter().any(|some| some.contains(it))) {
            let folded = fold(c.encode_utf8(&mut [0; 4]));
            let told = folded.len() == 1 && folded.as_bytes()[0].is_ascii_alphanumeric();
            assert!(!told, "{c:?} is {folded}");
        }
    }

    proptest! {
        #[test]
        fn the_two_ways_agree(text in "[a-zA-ZàáảãạăâđêôơưưỡĐỆ0-9 ,.–\u{300}\u{301}½²ßﬁ中]{0,40}") {
            prop_assert_eq!(words(&text), slowly(&text));
        }
    }
}
