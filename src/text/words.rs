//! The folded syllables of long texts, without their places, fast.

use std::sync::OnceLock;

use super::{fold, syllables};

/// Below this, letters fold by a table.
const TABLE: usize = 0x1F00;

/// What each character folds to if that is one ASCII letter or digit; 1: nothing of a word;
/// 0: ask [`fold()`].
fn table() -> &'static [u8; TABLE] {
    static FOLDED: OnceLock<Box<[u8; TABLE]>> = OnceLock::new();
    FOLDED.get_or_init(|| {
        let mut table = Box::new([0; TABLE]);
        for (at, cell) in table.iter_mut().enumerate() {
            let Some(c) = u32::try_from(at).ok().and_then(char::from_u32) else { continue };
            let mut buffer = [0; 4];
            let one = fold(c.encode_utf8(&mut buffer));
            *cell = match one.as_bytes() {
                [byte] if byte.is_ascii_alphanumeric() => *byte,
                [byte] if c.is_ascii() && !byte.is_ascii_alphanumeric() => 1,
                _ => 0,
            };
        }
        table
    })
}

/// Calls `found` with each folded syllable in order: the same ones that [`syllables()`] finds.
pub fn each_word(text: &str, mut found: impl FnMut(&str)) {
    let table = table();
    let mut word = String::with_capacity(16);
    for c in text.chars() {
        let folded = match c {
            '\u{a0}' | '–' | '—' | '“' | '”' | '’' | '·' | '…' => 1,
            c => table.get(c as usize).copied().unwrap_or(0),
        };
        if folded == 0 {
            // Rare: a decomposed letter, another script.
            return slow(text, &mut found);
        }
    }
    for c in text.chars() {
        let folded = match c {
            '\u{a0}' | '–' | '—' | '“' | '”' | '’' | '·' | '…' => 1,
            c => table.get(c as usize).copied().unwrap_or(1),
        };
        let changes = word.as_bytes().last().is_some_and(|it| it.is_ascii_digit() != folded.is_ascii_digit());
        if !word.is_empty() && (folded == 1 || changes) {
            found(&word);
            word.clear();
        }
        if folded != 1 {
            word.push(char::from(folded));
        }
    }
    if !word.is_empty() {
        found(&word);
    }
}

fn slow(text: &str, found: &mut impl FnMut(&str)) {
    for it in syllables(text) {
        found(&it.folded);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        each_word(text, |it| all.push(it.to_owned()));
        all
    }

    #[test]
    fn the_two_ways_agree_on_our_own_texts() {
        for text in
            ["Cấp điện mới từ lưới 22kV, 110\u{a0}kV – mẫu 01/ĐN", "ĐMTMN; ½ giờ", "x²y", "Ca\u{302}\u{301}p"]
        {
            let slow: Vec<String> = syllables(text).into_iter().map(|it| it.folded).collect();
            assert_eq!(words(text), slow, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn the_two_ways_agree(text in "[a-zA-ZàáảãạăâđêôơưưỡĐỆ0-9 ,.–\u{300}\u{301}½²ßﬁ中]{0,40}") {
            let slow: Vec<String> = syllables(&text).into_iter().map(|it| it.folded).collect();
            prop_assert_eq!(words(&text), slow);
        }
    }
}
