//! Text that exists in one or more languages.

use std::fmt;
use std::str::FromStr;

use super::Shared;

/// A language of the site: `vi`, `en`. Two or three lower-case letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang([u8; 3]);

/// Not two or three lower-case letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParseLangError;

impl Lang {
    /// The languages of a site by the codes of its settings, each once, the main one first.
    pub fn of_site(codes: &[String]) -> Vec<Lang> {
        let mut languages: Vec<Lang> = Vec::new();
        for lang in codes.iter().filter_map(|it| it.parse().ok()) {
            if !languages.contains(&lang) {
                languages.push(lang);
            }
        }
        if languages.is_empty() {
            languages.push(Lang::VI);
        }
        languages
    }

    /// Vietnamese.
    pub const VI: Lang = Lang(*b"vi\0");
    /// English.
    pub const EN: Lang = Lang(*b"en\0");

    /// The code: `vi`.
    pub fn as_str(&self) -> &str {
        let length = if self.0[2] == 0 { 2 } else { 3 };
        std::str::from_utf8(&self.0[..length]).expect("only ASCII letters are let in")
    }
}

impl FromStr for Lang {
    type Err = ParseLangError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bytes = text.as_bytes();
        if !(2..=3).contains(&bytes.len()) || !bytes.iter().all(u8::is_ascii_lowercase) {
            return Err(ParseLangError);
        }
        let mut code = [0; 3];
        code[..bytes.len()].copy_from_slice(bytes);
        Ok(Lang(code))
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Words in the site's main language and, where somebody translated them, others.
///
/// Invariant: the main text is NFC and has no spaces or line breaks at its ends. It is not empty in a
/// catalogue without errors; where a title is missing or wrong, which is one, it stands empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    pub main: Shared,
    /// Sorted by language; without the main one. Mostly none, and a record has dozens of texts.
    #[expect(clippy::box_collection, reason = "a third of the size of a vector")]
    other: Option<Box<Vec<(Lang, Shared)>>>,
}

impl Text {
    /// In the main language alone.
    pub fn plain(main: impl Into<Shared>) -> Text {
        Text { main: main.into(), other: None }
    }

    /// Adds a language that is not there yet.
    pub fn translate(&mut self, lang: Lang, text: impl Into<Shared>) {
        let other = self.other.get_or_insert_default();
        other.push((lang, text.into()));
        other.sort();
    }

    /// By language.
    pub fn translations(&self) -> &[(Lang, Shared)] {
        self.other.as_deref().map_or(&[], Vec::as_slice)
    }

    /// In `lang` if it was translated.
    pub fn translated(&self, lang: Lang) -> Option<&str> {
        self.translations().iter().find(|(it, _)| *it == lang).map(|(_, text)| text.as_ref())
    }

    /// In `lang`, or in the main language where there is no translation.
    pub fn get(&self, lang: Lang) -> &str {
        self.translated(lang).unwrap_or(&self.main)
    }
}
