//! Other ways to say a title: the groups of `synonyms.yaml` and the glossary's abbreviations.

use rustc_hash::FxHashMap;

use crate::text::each_word;

/// Other ways of one phrase, at most.
const MOST: usize = 12;

/// The phrase that must stand there, and what may stand in its place.
type Ways = (Vec<Word>, Vec<String>);

/// Folded, and its marks: `quận` is no `quán`.
type Word = (String, u8);

#[derive(Debug, Default)]
pub(crate) struct Synonyms {
    /// By first word.
    phrases: FxHashMap<Word, Vec<Ways>>,
}

fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    each_word(text, |it, marks| found.push((it.to_owned(), marks)));
    found
}

fn joined(words: &[Word]) -> String {
    words.iter().map(|it| it.0.as_str()).collect::<Vec<_>>().join(" ")
}

impl Synonyms {
    /// Each group: words that replace each other, and words that only replace them.
    pub(crate) fn new<'a>(groups: impl Iterator<Item = (&'a [String], &'a [String])>) -> Synonyms {
        let mut phrases: FxHashMap<Word, Vec<Ways>> = FxHashMap::default();
        for (alike, one_way) in groups {
            for phrase in alike {
                let standing = words(phrase);
                let others = alike.iter().chain(one_way).filter(|it| *it != phrase).cloned().collect();
                if let Some(first) = standing.first() {
                    phrases.entry(first.clone()).or_default().push((standing, others));
                }
            }
        }
        Synonyms { phrases }
    }

    /// The phrase with one part said differently, in every way.
    pub(crate) fn other_ways(&self, phrase: &str) -> Vec<String> {
        if self.phrases.is_empty() {
            return Vec::new();
        }
        let standing = words(phrase);
        let mut found = Vec::new();
        for at in 0..standing.len() {
            for (part, others) in self.phrases.get(&standing[at]).into_iter().flatten() {
                if standing[at..].starts_with(part) {
                    let (before, after) = (joined(&standing[..at]), joined(&standing[at + part.len()..]));
                    found.extend(others.iter().map(|it| format!("{before} {it} {after}")));
                }
            }
        }
        found.truncate(MOST);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_part_said_differently() {
        let alike = ["công tơ".to_owned(), "đồng hồ điện".to_owned()];
        let one_way = ["điện kế".to_owned()];
        let synonyms = Synonyms::new([(&alike[..], &one_way[..])].into_iter());
        assert_eq!(synonyms.other_ways("Di dời công tơ cũ"), ["di doi đồng hồ điện cu", "di doi điện kế cu"]);
        assert_eq!(synonyms.other_ways("điện kế"), [""; 0], "one way only");
        assert_eq!(synonyms.other_ways("Công tò cũ"), [""; 0], "another word");
    }
}
