//! One thing that a record says, and how such lines are put together.

use crate::derive::words::Words;

/// One thing that a record says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The key under which an author finds it; of a row of `terms`, `time` or `fee`.
    pub part: &'static str,
    /// Which of several: for whom, by what name, from when. Empty where there is one.
    pub about: String,
    /// Empty where its name says all.
    pub says: String,
    /// Where it is from; `None` of what cites nothing.
    pub source: Option<Cited>,
}

/// What a reviewer opens to see whether it is so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    pub title: String,
    pub url: Option<String>,
    /// When somebody last looked: `2026-11-23`.
    pub checked: Option<String>,
}

#[derive(Default)]
pub(super) struct Lines(pub(super) Vec<Line>);

impl Lines {
    pub(super) fn add(&mut self, part: &'static str, about: impl Into<Words>, says: impl Into<Words>) {
        self.cited(part, about, says, None);
    }

    pub(super) fn cited(
        &mut self,
        part: &'static str,
        about: impl Into<Words>,
        says: impl Into<Words>,
        source: Option<Cited>,
    ) {
        self.0.push(Line { part, about: plain(&about.into()), says: plain(&says.into()), source });
    }

    /// What there is one of.
    pub(super) fn one(&mut self, part: &'static str, says: Option<Words>) {
        if let Some(it) = says {
            self.add(part, "", it);
        }
    }

    /// What has a name and says no more.
    pub(super) fn named(&mut self, part: &'static str, names: impl IntoIterator<Item = Words>) {
        for it in names {
            self.add(part, it, "");
        }
    }
}

/// Some of these are sentences of their own.
pub(super) fn joined(parts: impl IntoIterator<Item = Option<Words>>) -> Words {
    let parts: Vec<Words> = parts.into_iter().flatten().collect();
    Words::join(&parts, "; ")
}

/// Spaces at which no line breaks are for pages.
pub(super) fn plain(words: &Words) -> String {
    words.plain().replace('\u{a0}', " ")
}
