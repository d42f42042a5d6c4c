//! Names of entries.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::text::fold;

/// Bytes of an id.
const LONGEST: usize = 64;

/// Names an entry in files, addresses and cross references: `cap-dien-moi`.
///
/// Invariant: 1 to 64 of `a-z`, `0-9` and single inner hyphens, and not a name
/// that Windows reserves (`con`, `nul`, …). Hence it is safe as a file name
/// and in a URL without escaping.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Id(Arc<str>);

/// What keeps a text from being an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseIdError {
    /// The first character that may not stand in an id.
    Character(char),
    /// How many bytes it has: none, or more than 64.
    Length(usize),
    /// A hyphen at an end, or two in a row.
    Hyphen,
    /// A device name of Windows.
    Reserved,
}

impl Id {
    /// As it stands in files and addresses.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id that a title would be: `Cấp điện sinh hoạt` gives `cap-dien-sinh-hoat`. Cut at a
    /// hyphen if too long; `None` if no letter or digit is left, or only a reserved name.
    pub fn of_title(title: &str) -> Option<Id> {
        let mut id = String::new();
        for c in fold(title).chars() {
            if c.is_ascii_alphanumeric() {
                id.push(c);
            } else if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
        }
        if LONGEST < id.len() {
            let end = id[..=LONGEST].rfind('-').unwrap_or(LONGEST);
            id.truncate(end);
        }
        id.trim_end_matches('-').parse().ok()
    }
}

/// Equal and hashed as its text is.
impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl FromStr for Id {
    type Err = ParseIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(c) = text.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '-')) {
            return Err(ParseIdError::Character(c));
        }
        if text.is_empty() || LONGEST < text.len() {
            return Err(ParseIdError::Length(text.len()));
        }
        if text.starts_with('-') || text.ends_with('-') || text.contains("--") {
            return Err(ParseIdError::Hyphen);
        }
        let device = matches!(text, "con" | "prn" | "aux" | "nul")
            || (text.len() == 4
                && (text.starts_with("com") || text.starts_with("lpt"))
                && text.ends_with(|c: char| c.is_ascii_digit()));
        if device {
            return Err(ParseIdError::Reserved);
        }
        Ok(Id(text.into()))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses() {
        let cases = [
            ("cap-dien-moi", Ok(())),
            ("1-004321", Ok(())),
            ("", Err(ParseIdError::Length(0))),
            ("khai_sinh", Err(ParseIdError::Character('_'))),
            ("Cap", Err(ParseIdError::Character('C'))),
            ("điện", Err(ParseIdError::Character('đ'))),
            ("a--b", Err(ParseIdError::Hyphen)),
            ("-a", Err(ParseIdError::Hyphen)),
            ("a-", Err(ParseIdError::Hyphen)),
            ("../a", Err(ParseIdError::Character('.'))),
            ("nul", Err(ParseIdError::Reserved)),
            ("com1", Err(ParseIdError::Reserved)),
            ("lpt9", Err(ParseIdError::Reserved)),
            ("comb", Ok(())),
            ("com10", Ok(())),
            ("cot1", Ok(())),
        ];
        for (text, expected) in cases {
            assert_eq!(text.parse::<Id>().map(|_| ()), expected, "{text:?}");
        }
        assert_eq!("a".repeat(65).parse::<Id>(), Err(ParseIdError::Length(65)));
    }

    #[test]
    fn a_title_gives_an_id() {
        let cases = [
            ("Cấp điện sinh hoạt", Some("cap-dien-sinh-hoat")),
            ("  Đổi tên (sang tên), Mẫu 01/ĐK  ", Some("doi-ten-sang-ten-mau-01-dk")),
            ("cap-dien", Some("cap-dien")),
            ("Ca\u{302}\u{301}p", Some("cap")),
            ("NUL", None),
            ("…", None),
            ("", None),
        ];
        for (title, expected) in cases {
            assert_eq!(Id::of_title(title).as_ref().map(Id::as_str), expected, "{title:?}");
        }
        let long = Id::of_title(&"thủ tục ".repeat(30)).expect("an id");
        assert!(long.as_str().ends_with("-tuc") || long.as_str().ends_with("-thu"), "{long}");
        for letters in [64, 65, 70] {
            assert_eq!(Id::of_title(&"a".repeat(letters)).expect("an id").as_str().len(), 64);
        }
    }
}
