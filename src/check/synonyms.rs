//! Groups of synonyms that contradict each other, or that nothing in the catalogue has use for.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::files::{Read, Scan};
use super::ground::Ground;
use super::rules::{synonym_clash, synonym_idle};
use super::{Placed, note};
use crate::diagnostic::Diagnostic;
use crate::text::each_word;

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
        let mut taken: FxHashMap<Vec<String>, &str> = FxHashMap::default();
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
    let mut sought: Vec<(&str, Vec<String>)> =
        said.iter().filter(|it| !it.one_way).map(|it| (it.group.as_str(), words(&it.text))).collect();
    for it in placed {
        if sought.is_empty() {
            break;
        }
        let it = &it.procedure;
        let titles = std::iter::once(&it.title).chain(&it.official_title);
        let titles =
            titles.flat_map(|it| std::iter::once(&it.main).chain(it.translations().iter().map(|it| &it.1)));
        for name in titles.map(|it| &**it).chain(it.also_called.iter().map(String::as_str)) {
            let standing = words(name);
            let has = |it: &[String]| !it.is_empty() && standing.windows(it.len()).any(|some| some == it);
            let used: Vec<&str> = sought.iter().filter(|it| has(&it.1)).map(|it| it.0).collect();
            sought.retain(|it| !used.contains(&it.0));
        }
    }
    let mut idle: Vec<&str> = sought.into_iter().map(|it| it.0).collect();
    idle.dedup();
    idle
}

fn words(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    each_word(text, |it, _| found.push(it.to_owned()));
    found
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{bare, reports};

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
