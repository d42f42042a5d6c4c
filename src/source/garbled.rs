//! Text whose letters were lost when a program read or saved it in another encoding.

use std::ops::Range;

use memchr::memchr3_iter;

/// So many signs are no slip of a hand.
const MANY: usize = 3;

#[derive(Debug, PartialEq, Eq)]
pub struct Garbled {
    pub first: Range<usize>,
    /// Nothing in the file is what it was.
    pub is_whole: bool,
}

/// `ư` or `ơ` that were read as Windows reads letters (`Æ°`, `Æ¡`), the sign for a letter that nobody
/// could read, and question marks within words where there are several.
pub fn sign(text: &str) -> Option<Garbled> {
    let bytes = text.as_bytes();
    let (mut lost, mut asked) = (Vec::new(), Vec::new());
    for at in memchr3_iter(0xc2, 0xef, b'?', bytes) {
        match &bytes[at..] {
            [0xc2, 0xb0 | 0xa1, ..] if bytes[..at].ends_with("Æ".as_bytes()) => lost.push(at - 2..at + 2),
            [0xef, 0xbf, 0xbd, ..] => lost.push(at..at + 3),
            [b'?', ..] if is_in_word(text, at) => asked.push(at..at + 1),
            _ => {}
        }
        if MANY <= lost.len().max(asked.len()) {
            break;
        }
    }
    let is_whole = MANY <= lost.len().max(asked.len());
    let of_words = asked.into_iter().next().filter(|_| is_whole);
    let first = lost.into_iter().next().into_iter().chain(of_words).min_by_key(|it| it.start)?;
    Some(Garbled { first, is_whole })
}

/// Between letters of one word, and in no address.
fn is_in_word(text: &str, at: usize) -> bool {
    let (before, behind) = (&text[..at], &text[at + 1..]);
    let is_within = before.ends_with(char::is_alphabetic) && behind.starts_with(char::is_lowercase);
    let word = || {
        let start = before.rfind(char::is_whitespace).unwrap_or(0);
        &before[start..]
    };
    is_within && !word().contains(['/', '.'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lost_letters_are_told_from_words() {
        for (text, expected) in [
            ("Ä\u{90}Æ°á»£c Ä‘Æ°a, Æ¡n, ngÆ°á»\u{9d}i", Some((4, true))),
            ("Cấp đi\u{fffd}n", Some((9, false))),
            ("C?p di?n m?i", Some((1, true))),
            ("Ai l?m?", None),
            ("Ở đâu?Khi nào?Vì sao?Là gì?", None),
            ("https://a.vn/b?c https://a.vn/b?c https://a.vn/b?c", None),
            ("Nhiệt độ 40 °C, «cá», Æ", None),
            ("", None),
        ] {
            assert_eq!(sign(text).map(|it| (it.first.start, it.is_whole)), expected, "{text:?}");
        }
    }
}
