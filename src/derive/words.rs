//! Words of a page, some of which may be in another language than the page.
//!
//! Who reads a page aloud must be told where its language changes. That is said inside the words,
//! by marks that no text of a catalogue can hold, so that words may be joined, and templates need
//! not know: what is made of a template turns the marks into elements.

use std::borrow::Cow;
use std::ops::Add;

use serde::{Serialize, Serializer};

/// Stands before the code of another language.
pub const LANGUAGE: char = '\u{1}';
/// Stands between the code and the words in it.
pub const WORDS: char = '\u{2}';
/// Stands after the words.
pub const END: char = '\u{3}';

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[must_use]
pub struct Words(String);

impl Words {
    pub fn foreign(lang: &str, text: &str) -> Words {
        if text.is_empty() {
            return Words::default();
        }
        Words(format!("{LANGUAGE}{lang}{WORDS}{text}{END}"))
    }

    /// Where no language can be told: messages, orderings, addresses.
    pub fn plain(&self) -> Cow<'_, str> {
        if !self.0.contains(LANGUAGE) {
            return Cow::Borrowed(&self.0);
        }
        let mut in_code = false;
        let kept = self.0.chars().filter(|c| {
            in_code = *c == LANGUAGE || in_code && *c != WORDS;
            !in_code && !matches!(*c, WORDS | END)
        });
        Cow::Owned(kept.collect())
    }

    /// For whoever says the language in a way of its own, and for [`Words::from`] again.
    pub fn marked(&self) -> &str {
        &self.0
    }

    /// As the beginning of a sentence that goes on.
    pub fn without_stop(mut self) -> Words {
        let marked = self.0.ends_with(END);
        let text = self.0.trim_end_matches(END).trim_end_matches('.').len();
        self.0.truncate(text);
        if marked {
            self.0.push(END);
        }
        self
    }

    pub fn join<'a>(parts: impl IntoIterator<Item = &'a Words>, separator: &str) -> Words {
        let mut all = Words::default();
        for (nth, part) in parts.into_iter().enumerate() {
            if 0 < nth {
                all.0.push_str(separator);
            }
            all.0.push_str(&part.0);
        }
        all
    }
}

impl Add<&Words> for Words {
    type Output = Words;

    fn add(mut self, more: &Words) -> Words {
        self.0.push_str(&more.0);
        self
    }
}

/// More in the language of the page.
impl<T: AsRef<str>> Add<T> for Words {
    type Output = Words;

    fn add(mut self, more: T) -> Words {
        self.0.push_str(more.as_ref());
        self
    }
}

/// Words in the language of the page.
impl From<String> for Words {
    fn from(text: String) -> Words {
        Words(text)
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Words {
        Words(text.to_owned())
    }
}

/// With the marks.
impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_have_no_marks() {
        let own = Words::from("By post");
        assert!(matches!(own.plain(), Cow::Borrowed("By post")));
        let both = Words::join([&own, &Words::foreign("vi", "Hộ nghèo"), &Words::from("fast")], " · ");
        assert_eq!(both.plain(), "By post · Hộ nghèo · fast");
    }
}
