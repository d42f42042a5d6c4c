//! How Vietnamese was typed: with its marks or without, in capitals alone or not.

use super::keys;
use super::rules::{all_capitals, no_accents, starter_text};
use super::spoken::is_of_vietnamese;
use super::unfilled::Lengths;
use crate::diagnostic::{Rule, Words};
use crate::model::Lang;

/// Words that are looked at: a text shows soon how it was typed.
const LOOKED_AT: usize = 200;

/// Syllables that are enough to know by, where so many of them are written by nobody without a mark:
/// three of four in Vietnamese have one, and in other languages most words have another form.
const ENOUGH: [(usize, usize); 3] = [(3, 2), (5, 1), (8, 0)];

/// The longer of two that begin alike first.
const ONSETS: [&str; 28] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h", "k", "l",
    "m", "n", "p", "q", "r", "s", "t", "v", "x", "",
];

/// What may follow an onset, without its marks.
const RIMES: [&str; 105] = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "e", "ec", "ech", "em",
    "en", "eng", "enh", "eo", "ep", "et", "eu", "i", "ia", "ich", "iec", "iem", "ien", "ieng", "iep", "iet",
    "ieu", "im", "in", "inh", "ip", "it", "iu", "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang",
    "oanh", "oao", "oap", "oat", "oay", "oc", "oe", "oen", "oeo", "oet", "oi", "om", "on", "ong", "oong",
    "op", "ot", "u", "ua", "uan", "uang", "uat", "uay", "uc", "ue", "uech", "uenh", "ui", "um", "un", "ung",
    "uo", "uoc", "uoi", "uom", "uon", "uong", "uop", "uot", "uou", "up", "ut", "uu", "uy", "uya", "uych",
    "uyen", "uyet", "uynh", "uyt", "uyu", "y", "yem", "yen", "yeng", "yet", "yeu",
];

/// Words in the place of what nobody has written yet, without the dots behind them.
const FOR_LATER: [&str; 22] = [
    "",
    "n/a",
    "xxx",
    "tbd",
    "todo",
    "đang cập nhật",
    "đang bổ sung",
    "đang hoàn thiện",
    "sẽ cập nhật",
    "sẽ bổ sung",
    "cập nhật sau",
    "bổ sung sau",
    "chờ cập nhật",
    "chưa cập nhật",
    "nội dung đang cập nhật",
    "liên hệ sau",
    "chưa rõ",
    "chưa biết",
    "chưa xác định",
    "hỏi lại sau",
    "coming soon",
    "to be updated",
];

/// What begins a note to oneself, whatever follows.
const NOTES: [&str; 2] = [concat!("TO", "DO"), concat!("FIX", "ME")];

/// Capitals have as many bytes.
const LENGTHS: Lengths = Lengths::of(&FOR_LATER);

/// Bytes of three syllables that are words without their marks.
const LEAST: usize = "cap dat o".len();

/// Of a text that long nothing stands for later.
const LONGEST: usize = 39;

/// Is there surely nothing to say? Asked of each text there is, and so of its first bytes, all at a time:
/// a long one with a small letter and one with a mark among them is typed as it should be.
#[inline]
pub(super) fn is_usual(text: &str) -> bool {
    const ONES: u128 = u128::from_le_bytes([1; 16]);
    let Some(head) = text.as_bytes().first_chunk().filter(|_| LONGEST < text.len()) else { return false };
    let head = u128::from_le_bytes(*head);
    // From the accent before `a` to the end of ASCII, where there is little else.
    let small = (head >> 6) & (head >> 5) & !(head >> 7) & ONES;
    let marked = (head >> 7) & ONES;
    small != 0 && marked != 0 && !NOTES.iter().any(|it| text.starts_with(it))
}

/// What there is to say of a text in this language that is not usual.
pub(super) fn told(text: &str, lang: Lang) -> Option<(&'static Rule, [Words; 2])> {
    let is_note =
        |it: &&str| text.strip_prefix(*it).is_some_and(|it| !it.starts_with(|it: char| it.is_alphanumeric()));
    if text.len() <= LONGEST && is_for_later(text) || NOTES.iter().any(is_note) {
        return Some((&starter_text::RULE, starter_text::words_for_later(text)));
    }
    if lang.as_str() != "vi" {
        return None;
    }
    if text.is_ascii() {
        return unmarked(text).map(|it| (&no_accents::RULE, it));
    }
    is_shouted(text).then(|| (&all_capitals::RULE, all_capitals::words(text)))
}

fn is_for_later(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_sign = |it: Option<&u8>| it.is_some_and(|it| b".()[]?\xa6".contains(it));
    let words = if is_sign(bytes.first()) || is_sign(bytes.last()) {
        text.trim_matches(|it: char| it.is_whitespace() || ".…()[]?".contains(it))
    } else {
        text
    };
    let ends = |it: &str| [it.as_bytes().first(), it.as_bytes().last()].map(|it| it.map(|it| it | 0x20));
    // Capitals differ from small letters in one bit, and in the stroke of `Đ` not in its first byte.
    let may_be = |it: &&str| it.len() == words.len() && ends(it) == ends(words);
    LENGTHS.has(words) && FOR_LATER.iter().any(|it| may_be(it) && words.to_lowercase() == **it)
}

/// What there is to say of a text of ASCII that is to be Vietnamese.
pub(super) fn unmarked(text: &str) -> Option<[Words; 2]> {
    if lacks_marks(text) {
        return Some(no_accents::words());
    }
    keys::is_raw(text).then(no_accents::words_of_keys)
}

/// Vietnamese without its marks? Every word but a few has the form of a syllable, and several are
/// written so by nobody.
fn lacks_marks(text: &str) -> bool {
    // Too little to know, as most texts without a mark are.
    if text.len() < LEAST || text.bytes().filter(u8::is_ascii_whitespace).count() < 2 {
        return false;
    }
    let (mut syllables, mut lacking, mut others) = (0, 0, 0);
    let is_shouted = !text.bytes().any(|it| it.is_ascii_lowercase());
    for word in text.split_ascii_whitespace().take(LOOKED_AT) {
        let word = word.trim_matches(|it: char| it.is_ascii_punctuation());
        // Figures and names in capitals are of every language, addresses and ids of none.
        let is_name = !word.bytes().any(|it| it.is_ascii_lowercase()) && !is_shouted;
        if is_name || !word.bytes().all(|it| it.is_ascii_alphabetic()) {
            continue;
        }
        match rime(&word.to_ascii_lowercase()) {
            Some(rime) => {
                syllables += 1;
                lacking += usize::from(needs_mark(rime));
            }
            None => others += 1,
        }
    }
    ENOUGH.iter().any(|it| it.0 <= syllables && it.1 <= lacking) && 4 * others <= syllables
}

/// That of a syllable as it is spelt, marks left out; `None` of any other word.
pub(super) fn rime(word: &str) -> Option<&'static str> {
    ONSETS.iter().find_map(|onset| {
        let rest = word.strip_prefix(onset)?;
        let is_before_front = rest.starts_with(['e', 'i', 'y']);
        let is_spelt_so = match *onset {
            "k" | "gh" | "ngh" => is_before_front,
            "c" | "ng" => !is_before_front,
            "g" => !rest.starts_with(['e', 'y']),
            "q" => false,
            _ => true,
        };
        RIMES.iter().find(|it| is_spelt_so && **it == rest).copied()
    })
}

/// Is this rime written without a mark in no word? One that ends so has a tone, one with such a vowel
/// has it with its hat or horn.
fn needs_mark(rime: &str) -> bool {
    rime.ends_with(['p', 't', 'c'])
        || rime.ends_with("ch")
        || ["ie", "ye", "uu", "uo", "eu", "enh", "uan", "uay"].iter().any(|it| rime.starts_with(it))
        || rime.starts_with("uye")
}

/// In capitals alone, several words of them no abbreviations: those have no vowels with marks.
fn is_shouted(text: &str) -> bool {
    // Nearly every text has a small letter soon.
    if text.bytes().any(|it| it.is_ascii_lowercase()) || text.chars().any(char::is_lowercase) {
        return false;
    }
    let is_marked = |c: char| c != 'Đ' && c.to_lowercase().any(is_of_vietnamese);
    let words = text.split(|it: char| !it.is_alphanumeric()).take(LOOKED_AT);
    2 <= words.filter(|it| 1 < it.chars().count() && it.chars().any(is_marked)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_without_its_marks_was_published() {
        for (text, expected) in [
            ("Cap dien moi cho ho gia dinh", true),
            ("Tong cong ty Dien luc mien Bac", true),
            ("CAP DIEN MOI", true),
            ("Cap dien EVN 3 pha, khong online", true),
            ("Di doi cong to ra cong nha moi cho toi", true),
            // These are written so.
            ("Khai sinh cho con trai", false),
            ("Cho vay mua xe tay ga", false),
            ("Lai xe hai ba gia", false),
            // Too little to know.
            ("Mat dien", false),
            ("Di doi cong to", false),
            ("EVNNPC", false),
            ("App CSKH, Zalo OA", false),
            ("PC Quang Ninh", false),
            ("Internet Banking, Viettel Money, Visa", false),
            ("New household connection to the low-voltage grid", false),
            ("One contract per household and place", false),
            ("It is not in that list, see the other one", false),
            ("Get that cat in", false),
            ("Xem cap-dien/doi-cong-to, cap-dien-sinh-hoat", false),
            ("https://evn.com.vn/c3/Dich-vu-cap-dien", false),
            ("220 V, 380 V", false),
            ("", false),
        ] {
            assert_eq!(lacks_marks(text), expected, "{text}");
        }
    }

    #[test]
    fn words_for_later_were_published() {
        for (text, expected) in [
            ("Đang cập nhật", true),
            ("(đang cập nhật…)", true),
            ("ĐANG CẬP NHẬT", true),
            ("...", true),
            ("To be updated.", true),
            ("?", true),
            ("???", true),
            ("N/A", true),
            ("Chưa rõ", true),
            ("(chưa rõ?)", true),
            ("Liên hệ sau", true),
            ("Chưa rõ thì hỏi bộ phận một cửa", false),
            ("Chưa có", false),
            ("Cần gì?", false),
            ("Đang cập nhật thông tin cư trú", false),
            ("Cập nhật", false),
            ("Bổ sung hồ sơ", false),
        ] {
            assert_eq!(is_for_later(text), expected, "{text}");
        }
    }

    #[test]
    fn notes_to_oneself_were_published() {
        let vi = "vi".parse().expect("a language");
        let is_told = |text: &str| !is_usual(text) && told(text, vi).is_some_and(|it| it.0.code == "C429");
        for note in NOTES {
            for rest in
                ["", " hỏi lại anh Nam", ": hỏi lại xem mức thu này của năm nào, theo văn bản nào", "."]
            {
                assert!(is_told(&format!("{note}{rest}")), "{note}{rest}");
            }
            for text in [format!("{note}S"), format!("Ghi {note} vào sổ"), format!("Phần mềm {note} hỏi lại")]
            {
                assert!(!is_told(&text), "{text}");
            }
        }
    }

    #[test]
    fn a_title_in_capitals_was_published_and_abbreviations_are_none() {
        for (text, expected) in [
            ("CẤP ĐIỆN MỚI", true),
            ("TỔNG CÔNG TY ĐIỆN LỰC MIỀN BẮC", true),
            ("Cấp điện mới", false),
            ("HĐND, UBND TP. HCM", false),
            ("07/2025/QĐ-TTG", false),
            ("ĐƯỢC", false),
            ("Ô A Á Ạ", false),
            ("CẤP ĐIỆN MỚi", false),
        ] {
            assert_eq!(is_shouted(text), expected, "{text}");
        }
    }
}
