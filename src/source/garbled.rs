//! Text whose letters were lost when a program read or saved it in another encoding.

use std::ops::Range;

use memchr::memchr3_iter;
use memchr::memmem;

/// So many signs are no slip of a hand.
const MANY: usize = 3;

/// Characters; no word is longer, and to look for its beginning would take long.
const LONGEST: usize = 256;

#[derive(Debug, PartialEq, Eq)]
pub struct Garbled {
    pub first: Range<usize>,
    /// Nothing in the file is what it was.
    pub is_whole: bool,
}

/// Letters that were read as Windows reads them (`Æ°` for `ư`, `áº¥` for `ấ`), the sign for a letter that nobody
/// could read, and question marks within words where there are several.
pub fn sign(text: &str) -> Option<Garbled> {
    let bytes = text.as_bytes();
    let (mut lost, mut asked) = (Vec::new(), Vec::new());
    for at in memchr3_iter(0xc2, 0xef, b'?', bytes) {
        match &bytes[at..] {
            [0xc2, 0xb0 | 0xa1, ..] if bytes[..at].ends_with("Æ".as_bytes()) => lost.push(at - 2..at + 2),
            [0xc2, ..] if is_read_as_latin(text, at) => {
                let rest =
                    text[at..].chars().take(if bytes[..at].ends_with("á".as_bytes()) { 2 } else { 1 });
                lost.push(at - 2..at + rest.map(char::len_utf8).sum::<usize>());
            }
            [0xc2, ..] if is_of_old_letters(text, at) => lost.push(at..at + 2),
            [0xef, 0xbf, 0xbd, ..] => lost.push(at..at + 3),
            [b'?', ..] if is_in_word(text, at) => asked.push(at..at + 1),
            _ => {}
        }
        if MANY <= lost.len().max(asked.len()) {
            break;
        }
    }
    // Few files have one such letter.
    if lost.len() < MANY {
        let of_vni = memmem::find_iter(bytes, GRAVE_OF_VNI).filter(|at| is_of_vni(&bytes[..*at]));
        lost.extend(of_vni.map(|at| at - 1..at + GRAVE_OF_VNI.len()).take(MANY));
        lost.sort_by_key(|it| it.start);
    }
    let is_whole = MANY <= lost.len().max(asked.len());
    let of_words = asked.into_iter().next().filter(|_| is_whole);
    let first = lost.into_iter().next().into_iter().chain(of_words).min_by_key(|it| it.start)?;
    Some(Garbled { first, is_whole })
}

/// Is the sign at byte `at` the second byte of a letter, with the first as a letter of western Europe
/// before it? None of these pairs is of any language.
fn is_read_as_latin(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    let (first, word) = (before.next(), before.next());
    let mut from = text[at..].chars();
    let (Some(second), third) = (from.next(), from.next()) else { return false };
    let goes_on = third.is_some_and(|it| it.is_alphabetic() || is_of_windows(it));
    match first {
        // All but a few of the letters with two marks begin so.
        Some('á') => match second {
            'º' => goes_on,
            '»' => goes_on && !before.take(LONGEST).take_while(|it| *it != '\n').any(|it| it == '«'),
            _ => false,
        },
        // Behind a small letter no capital stands; `XÃ` with a note or a quote behind it is a word.
        Some('Ã') => word.is_some_and(char::is_lowercase) || third.is_some_and(char::is_lowercase),
        Some('Ä') => matches!(second, '\u{82}' | '\u{83}' | '\u{90}' | '\u{91}' | '©' | '¨'),
        Some('Å') => matches!(second, '©' | '¨'),
        _ => false,
    }
}

/// What Windows or Latin 1 shows for a byte from 80 to BF, where that is no letter.
fn is_of_windows(sign: char) -> bool {
    matches!(sign, '\u{80}'..='\u{9f}' | '\u{a1}'..='\u{bf}' | '€' | '‚' | '„' | '†' | '‡' | 'ˆ' | '‰' | '‹' | '˜' | '™' | '›' | '•')
}

/// In VNI marks are letters behind a vowel: `Laøm` for `Làm`. A text of some length has this one, and
/// no other language has it there.
const GRAVE_OF_VNI: &str = "ø";

/// Does this end in a vowel that such a mark can stand behind? Danish has it behind none.
fn is_of_vni(before: &[u8]) -> bool {
    matches!(before.last(), Some(b'a' | b'e' | b'o' | b'u' | b'y' | b'A' | b'E' | b'O' | b'U' | b'Y'))
}

/// A sign that fonts of the nineties (TCVN3) showed as a letter: within a word, as no sign stands there.
fn is_of_old_letters(text: &str, at: usize) -> bool {
    let is_letter = |it: Option<char>| it.is_some_and(|it| it.is_ascii_alphabetic());
    let before = is_letter(text[..at].chars().next_back());
    let behind = is_letter(text[at + 2..].chars().next());
    match text.as_bytes()[at + 1] {
        // `¸`, `µ`, `¹`, `¶` end words as well, `¬` for `ơ` too.
        0xb8 | 0xb5 | 0xb6 | 0xac => before,
        // `®` for `đ` begins them; beside a name it is a trade mark.
        0xae => !before && text[at + 2..].starts_with(char::is_lowercase),
        // `«` for `ô`, `©` for `â`, `¨` for `ă`, `­` for `ư` with another letter on each side.
        0xab | 0xa9 | 0xa8 => before && behind,
        _ => false,
    }
}

/// Between letters of one word, and in no address.
fn is_in_word(text: &str, at: usize) -> bool {
    let (before, behind) = (&text[..at], &text[at + 1..]);
    let is_within = before.ends_with(char::is_alphabetic) && behind.starts_with(char::is_lowercase);
    is_within && !is_of_address(before)
}

/// Is it of an address, or of a text without a space that is longer than words are?
fn is_of_address(before: &str) -> bool {
    let mut word = before.chars().rev().take(LONGEST);
    match word.find(|it| it.is_whitespace() || matches!(it, '/' | '.')) {
        Some(it) => !it.is_whitespace(),
        None => before.chars().nth(LONGEST - 1).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lost_letters_are_told_from_words() {
        for (text, expected) in [
            ("Ä\u{90}Æ°á»£c Ä‘Æ°a, Æ¡n, ngÆ°á»\u{9d}i", Some((0, true))),
            ("Cấp đi\u{fffd}n", Some((9, false))),
            ("C?p di?n m?i", Some((1, true))),
            ("Ai l?m?", None),
            ("C?p di?n", None),
            ("Æ¡n ngÆ°", Some((0, false))),
            ("C?p \u{fffd} di?n m?i", Some((1, true))),
            ("5?a 6?b 7?c", None),
            ("a.vn?b a.vn?c a.vn?d", None),
            ("Ở đâu?Khi nào?Vì sao?Là gì?", None),
            ("https://a.vn/b?c https://a.vn/b?c https://a.vn/b?c", None),
            (&format!("x/{}", "a?".repeat(2 * LONGEST)), None),
            ("Di dêi c«ng t¬", Some((9, false))),
            ("§iÖn lùc ®iÒu chØnh hîp ®ång mua b¸n", Some((12, true))),
            ("Zalo®, ®EVN, 5 µF, «công ty», ©EVN, ® EVN, a ¬ b", None),
            ("Laøm giaáy khai sinh trong 60 ngaøy ñaàu", Some((1, false))),
            ("Ñaêng kyù vaø caáp giaáy tôø veà ñaát ñai", Some((14, false))),
            ("ngaøy maø nhaø", Some((2, true))),
            ("Cáº¥p giáº¥y Äá»c thÃ¢n", Some((1, true))),
            ("xÃ¡c nháº\u{ad}n", Some((1, false))),
            ("há»\u{99} gia", Some((1, false))),
            ("nhÃ\u{a0} nÆ°á»\u{9b}c", Some((2, true))),
            ("Ä\u{90}i cÃ¹ng cá»¥", Some((0, true))),
            ("tháº» sinh viÃªn", Some((2, false))),
            ("Các phường «xá», «Ba Xá»… «xá»™, MÃ SỐ, XÃ², XÃ® “XÃ” XÃ\u{a0}HỘI, ĐÃ\u{ad}", None),
            ("Người «Đá», “Thành phố «Phố Xá»”, lá» rồi, 2º, Trần Bá·", None),
            ("Crème brûlée à l’été, garçon, Noël, cœur, « à » la «carte», Ångström, Ärger, naïve", None),
            ("São João, NÃO, n.º 3, IRMÃ, «Irmã», Þórður, ÄÖÜ, Å", None),
            ("Søren, Tromsø, Ærø, smørrebrød", None),
            ("Nhiệt độ 40 °C, «cá», Æ", None),
            ("", None),
        ] {
            assert_eq!(sign(text).map(|it| (it.first.start, it.is_whole)), expected, "{text:?}");
        }
    }
}
