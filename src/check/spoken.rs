//! English that is Vietnamese: texts that nobody translated, or that changed places.

use super::rules::other_language;
use crate::diagnostic::Words;

/// Words that are looked at: a long text shows its language soon.
const LOOKED_AT: usize = 200;

/// Is this text Vietnamese? Of names in an English one words begin with a capital.
pub(super) fn is_vietnamese(text: &str, fewest: usize) -> bool {
    // Nearly all English is.
    if text.is_ascii() {
        return false;
    }
    let (mut all, mut own) = (0, 0);
    for word in words_of(text) {
        all += 1;
        own += usize::from(is_own(word));
    }
    fewest <= own && all <= 2 * own
}

fn has_own_word(text: &str) -> bool {
    !text.is_ascii() && words_of(text).any(is_own)
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty()).take(LOOKED_AT)
}

fn is_own(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && word.chars().any(is_of_vietnamese)
}

/// Letters that no other language of a site has.
pub(super) fn is_of_vietnamese(c: char) -> bool {
    matches!(c, 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' | 'ạ'..='ỹ')
}

/// What to say of a text in Vietnamese and in English; `None` where they are.
pub(super) fn words([vi, en]: [&str; 2]) -> Option<[Words; 2]> {
    // Of the very same text one word that is no name tells: that many others have no mark is chance.
    let is_told = if vi == en { has_own_word(en) } else { is_vietnamese(en, 2) };
    if !is_told {
        return None;
    }
    let is_english = vi.is_ascii() && vi.contains(' ');
    Some(if is_english { other_language::words_of_swapped(vi, en) } else { other_language::words() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_english_are_no_vietnamese() {
        for (text, expected) in [
            ("Lắp điện cho nhà ở", true),
            ("Cấp điện mới", true),
            ("ở đâu", true),
            ("Quảng Ninh Power Company", false),
            ("27 northern provinces except Hà Nội", false),
            ("Ask for the “giấy đề nghị” at the desk of the office", false),
            ("TP. Hồ Chí Minh", false),
            ("A café", false),
            ("Công tơ", false),
            ("", false),
        ] {
            assert_eq!(is_vietnamese(text, 2), expected, "{text}");
        }
    }

    #[test]
    fn two_texts_are_told_to_be_swapped_only_if_the_first_is_english() {
        let help = |vi, en| words([vi, en]).map(|[_, help]| help.vi.to_string());
        assert!(help("Power supply", "Cấp điện mới").expect("swapped").contains("`{vi: \"Cấp điện mới\""));
        for vi in ["EVN", "Cấp điện", "Cấp điện mới"] {
            assert!(help(vi, "Cấp điện mới").expect("no English").starts_with("Dịch"), "{vi}");
        }
        for same in ["Căn cước", "Đăng ký khai sinh", "Giấy khai sinh bản chính"] {
            assert!(help(same, same).is_some(), "the very same: {same}");
        }
        for same in ["Quảng Ninh", "EVN", "Zalo OA, Điện Lực", "Café"] {
            assert_eq!(help(same, same), None, "a name: {same}");
        }
        assert_eq!(help("Thẻ", "Căn cước"), None, "it may be a name");
    }
}
