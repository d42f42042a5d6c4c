//! Which marks a word carries: what tells `bán` from `bản` where both fold to `ban`.

use unicode_normalization::UnicodeNormalization;

/// Kinds of marks, a bit for each from the lowest on: stroke, circumflex, breve, horn, grave,
/// acute, hook or tilde, dot. Hook and tilde are one kind: half the country hears no difference.
/// The browser reads this very table.
pub const MARKS: [&str; 8] =
    ["đĐ", "\u{302}", "\u{306}", "\u{31b}", "\u{300}", "\u{301}", "\u{303}\u{309}", "\u{323}"];

/// The kinds of marks in `text`. Where in the word they stand makes no difference.
pub fn marks(text: &str) -> u8 {
    if text.is_ascii() {
        return 0;
    }
    text.nfd().fold(0, |found, c| {
        let kind = MARKS.iter().position(|it| it.contains(c));
        found | kind.map_or(0, |it| 1 << it)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn kinds_of_marks() {
        for (text, expected) in [
            ("Đ", 1),
            ("cấp", 0b10_0010),
            ("ca\u{302}\u{301}p", 0b10_0010),
            ("ĂN", 0b100),
            ("người", 0b1_1000),
            ("hoà", 0b1_0000),
            ("dien 22", 0),
        ] {
            assert_eq!(marks(text), expected, "{text}");
        }
        assert_eq!(marks("sữa"), marks("sửa"));
        assert_eq!(marks("hòa"), marks("hoà"));
        assert_ne!(marks("bán"), marks("bàn"));
    }

    proptest! {
        #[test]
        fn the_normal_form_makes_no_difference(text in "\\PC*") {
            let (composed, decomposed): (String, String) = (text.nfc().collect(), text.nfd().collect());
            prop_assert_eq!(marks(&composed), marks(&decomposed));
        }
    }
}
