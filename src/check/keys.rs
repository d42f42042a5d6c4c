//! Vietnamese of which the keys of Telex arrived, and no letters: `Ddawng kys khai sinh`.

use super::typed::rime;

/// Words that are looked at: a text shows soon how it was typed.
const LOOKED_AT: usize = 200;

/// Asked of a text of ASCII. English has words that end in `s`, `r` or `x` as if with a tone (`car`,
/// `has`, `tax`), and so one that only these keys give must be there.
pub(super) fn is_raw(text: &str) -> bool {
    // Nearly every text has none of these, and is not taken apart.
    let is_own = |it: &[u8]| {
        matches!([it[0] | 0x20, it[1] | 0x20], [b'd', b'd'] | [b'a', b'a'] | [b'u', b'w'] | [_, b'j'])
    };
    if !text.as_bytes().windows(2).any(is_own) {
        return false;
    }
    let (mut keyed, mut plain, mut others, mut is_sure) = (0, 0, 0, false);
    for word in text.split_ascii_whitespace().take(LOOKED_AT) {
        let word = word.trim_matches(|it: char| it.is_ascii_punctuation());
        if word.is_empty() || !word.bytes().all(|it| it.is_ascii_alphabetic()) {
            continue;
        }
        let word = word.to_ascii_lowercase();
        if rime(&word).is_some() {
            plain += 1;
        } else if let Some(syllable) = spelt(&word)
            && rime(&syllable).is_some()
        {
            keyed += 1;
            is_sure |= word.starts_with("dd") || ["aa", "uw", "j"].iter().any(|it| word.contains(it));
        } else {
            others += 1;
        }
    }
    is_sure && 2 <= keyed && 4 * others <= keyed + plain
}

/// The syllable without its marks; `None` where keys of more than one tone are there.
fn spelt(word: &str) -> Option<String> {
    let vowel = word.find(['a', 'e', 'i', 'o', 'u', 'y'])?;
    let (onset, rest) = word.split_at(vowel);
    let onset = if onset == "dd" { "d" } else { onset };
    let tones = rest.matches(['s', 'f', 'r', 'x', 'j']).count();
    let rest = rest.replace(['s', 'f', 'r', 'x', 'j', 'w'], "");
    let rest = rest.replace("aa", "a").replace("ee", "e").replace("oo", "o");
    (tones < 2).then(|| format!("{onset}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_in_keys_of_telex_was_published() {
        for (text, expected) in [
            ("Ddawng kys khai sinh", true),
            ("thur tucj", true),
            ("Lafm giaasy khai sinh cho con trong 60 ngafy ddaafu.", true),
            ("Caaps ddieenj mowis", true),
            ("THUR TUCJ HANHF CHINHS", true),
            ("ddoois", false),
            ("His car has gas, her car has tax", false),
            ("Visa, Zalo, Internet Banking", false),
            ("Bazaar near the door, Isaac has two cars", false),
            ("Cap dien moi cho ho gia dinh", false),
            ("Saab, Aaron", false),
            ("https://vi-du.vn/ddawng-kys", false),
            ("TUCJ", false),
            ("", false),
        ] {
            assert_eq!(is_raw(text), expected, "{text}");
        }
    }
}
