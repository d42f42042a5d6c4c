//! Groups of synonyms that contradict each other, or that nothing in the catalogue has use for.

use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::files::Read;
use super::ground::Ground;
use super::rules::{synonym_clash, synonym_idle};
use super::scan::Scan;
use super::{Placed, note};
use crate::diagnostic::Diagnostic;
use crate::text::each_word;

/// Folded, and its marks: the search takes no `quận` for a `quán`.
type Word = (String, u8);

/// What a group says in one place.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) group: String,
    pub(super) text: String,
    pub(super) span: Range<usize>,
    /// Typed instead of the others, but not found in their place.
    pub(super) one_way: bool,
}

pub(super) fn diagnostics(
    placed: &[Arc<Placed>],
    others: &[(&Scan, &Read)],
    ground: &Ground,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (file, read) in others.iter().filter(|it| !it.1.mentions.synonyms.is_empty()) {
        let said = &read.mentions.synonyms;
        let mut taken: FxHashMap<Vec<Word>, &str> = FxHashMap::default();
        for it in said {
            if let Some(group) = taken.get(&words(&it.text)) {
                let message = synonym_clash::words(&it.text, group);
                found.push(note(&file.source, &synonym_clash::RULE, Some(it.span.clone()), message));
            } else {
                taken.insert(words(&it.text), &it.group);
            }
        }
        let idle = if ground.is_all_read(placed.len()) { idle(said, placed) } else { Vec::new() };
        for (key, span) in file.keys.iter().filter(|it| idle.contains(&it.0.as_str())) {
            found.push(note(&file.source, &synonym_idle::RULE, Some(span.clone()), synonym_idle::words(key)));
        }
    }
    found
}

/// The groups whose words stand in no title and no other name.
fn idle<'a>(said: &'a [Said], placed: &[Arc<Placed>]) -> Vec<&'a str> {
    let sought = Sought::of(said.iter().filter(|it| !it.one_way));
    let used = placed.par_iter().fold(FxHashSet::default, |mut used, it| {
        let it = &it.procedure;
        let titles = std::iter::once(&it.title).chain(&it.official_title);
        let titles =
            titles.flat_map(|it| std::iter::once(&it.main).chain(it.translations().iter().map(|it| &it.1)));
        for name in titles.map(|it| &**it).chain(it.also_called.iter().map(String::as_str)) {
            sought.standing_in(name, &mut used);
        }
        used
    });
    let used =
        used.reduce(FxHashSet::default, |one, other| if one.is_empty() { other } else { &one | &other });
    let groups = said.iter().filter(|it| !it.one_way).map(|it| it.group.as_str());
    let mut idle: Vec<&str> = groups.filter(|it| !used.contains(it)).collect();
    idle.dedup();
    idle
}

/// The words of groups, by number: thousands of names are held against them.
#[derive(Default)]
struct Sought<'a> {
    /// Folded; each by its marks.
    numbers: FxHashMap<String, Vec<(u8, usize)>>,
    /// By the number of their first word: all of them, and their group.
    phrases: Vec<Vec<(Vec<usize>, &'a str)>>,
}

impl<'a> Sought<'a> {
    fn of(said: impl Iterator<Item = &'a Said>) -> Sought<'a> {
        let mut sought = Sought::default();
        for it in said {
            let words: Vec<usize> = words(&it.text).into_iter().map(|it| sought.give(it)).collect();
            if let Some(first) = words.first().copied() {
                sought.phrases[first].push((words, &it.group));
            }
        }
        sought
    }

    fn give(&mut self, (word, marks): Word) -> usize {
        let known = self.numbers.entry(word).or_default();
        if let Some(it) = known.iter().find(|it| it.0 == marks) {
            return it.1;
        }
        let next = self.phrases.len();
        known.push((marks, next));
        self.phrases.push(Vec::new());
        next
    }

    fn number(&self, word: &str, marks: u8) -> Option<usize> {
        self.numbers.get(word)?.iter().find(|it| it.0 == marks).map(|it| it.1)
    }

    fn standing_in(&self, name: &str, groups: &mut FxHashSet<&'a str>) {
        let mut standing = Vec::new();
        each_word(name, |it, marks| standing.push(self.number(it, marks)));
        for (at, first) in standing.iter().enumerate() {
            for (words, group) in first.iter().flat_map(|it| &self.phrases[*it]) {
                let mut here = standing[at..].iter();
                if words.iter().all(|it| here.next() == Some(&Some(*it))) {
                    groups.insert(group);
                }
            }
        }
    }
}

fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    each_word(text, |it, marks| found.push((it.to_owned(), marks)));
    found
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::check::tests::{bare, reports};

    #[test]
    fn the_words_of_a_group_stand_in_a_name_in_a_row_and_whole() {
        let said = [("a", "đổi tên"), ("b", "tên"), ("c", "tên chủ hộ"), ("d", "đổi"), ("e", "…")];
        let said = said.map(|(group, text)| Said {
            group: group.to_owned(),
            text: text.to_owned(),
            span: 0..0,
            one_way: false,
        });
        let sought = Sought::of(said.iter());
        let cases = [
            ("Đổi tên chủ hộ", "abcd"),
            ("doi TEN", ""),
            ("ĐỔI TÊN", "abd"),
            ("Tên đổi chủ hộ", "bd"),
            ("Đổi, tên", "abd"),
            ("đổi đổi tên", "abd"),
            ("tên chủ", "b"),
            ("Thay đổi", "d"),
            ("điện", ""),
            ("", ""),
        ];
        for (name, expected) in cases {
            let mut groups = FxHashSet::default();
            sought.standing_in(name, &mut groups);
            let mut groups: Vec<&str> = groups.into_iter().collect();
            groups.sort_unstable();
            assert_eq!(groups.concat(), expected, "{name:?}");
        }
    }

    #[test]
    fn a_group_of_synonyms_was_told_to_be_idle_while_the_record_with_its_words_was_broken() {
        let synonyms = "-- content/synonyms.yaml --\nno: {words: [nối lại điện, mở lại điện]}";
        reports(
            &format!("{synonyms}\n{}", bare("x", "also_called: [nối lại điện]\nsummary: A: b")),
            &expect![[r#"
                procedures/x.yaml:7:10 C001 [A: b] this text needs quotes, or it is something else to YAML
                    Write `"A: b"`.
            "#]],
        );
    }
}
