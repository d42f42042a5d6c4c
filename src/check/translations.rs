//! Whether what was translated has a page to stand on: there is one where the title was translated;
//! and whether it says more than words.

use super::files::{Made, Owner, Read};
use super::ground::Ground;
use super::reading::Reading;
use super::rules::{title_not_translated, translation_with_data};
use super::scan::Scan;
use super::{Placed, note};
use crate::diagnostic::Diagnostic;
use crate::model::{Catalogue, Lang, Text};
use crate::source::tree::{Node, Value};

/// A record has one place; what a translation says of it would be lost.
pub(super) fn data(reading: &mut Reading<'_>, file: &Scan, node: &Node, lang: Lang) {
    let span = match &node.value {
        Value::Null => return,
        Value::Map(entries) => entries.first().map_or(node.span.clone(), |it| it.key_span.clone()),
        _ => node.span.clone(),
    };
    let main = reading.ground.languages[0];
    let words = translation_with_data::words(file.source.stem(), main.as_str(), lang.as_str());
    reading.report(&translation_with_data::RULE, span, words);
}

/// Of the prose of a procedure.
pub(super) fn of_procedure(scan: &Scan, read: &Read, owner: &Placed, main: Lang) -> Option<Diagnostic> {
    lost(scan, read, &owner.procedure.title, main, None)
}

/// Of journeys and pages.
pub(super) fn diagnostics(
    catalogue: &Catalogue,
    others: &[(&Scan, &Read)],
    ground: &Ground,
) -> Vec<Diagnostic> {
    let main = ground.languages[0];
    let lost = |(scan, read): &(&Scan, &Read)| match &read.prose.as_ref()?.0 {
        Owner::Journey(id) => {
            let title = &catalogue.journeys.iter().find(|it| it.id == *id)?.title;
            lost(scan, read, title, main, None)
        }
        Owner::Page(name) => {
            let title = &catalogue.pages.iter().find(|it| it.name == *name)?.title;
            lost(scan, read, title, main, Some(name))
        }
        Owner::Procedure(_) => None,
    };
    let mut found: Vec<Diagnostic> = others.iter().filter_map(lost).collect();
    found.extend(
        others.iter().filter_map(|(scan, read)| summary(scan, read.made.as_deref()?, catalogue, main)),
    );
    found
}

/// A summary of a page in a language stands beside the one in the main language, or nowhere.
fn summary(scan: &Scan, made: &Made, catalogue: &Catalogue, main: Lang) -> Option<Diagnostic> {
    let Made::Page(translated, lang) = made else { return None };
    let page = catalogue.pages.iter().find(|it| it.name == translated.name)?;
    if *lang == main || translated.summary.is_none() || page.summary.is_some() {
        return None;
    }
    let words = translation_with_data::words_of_page("summary", &translated.name);
    Some(note(&scan.source, &translation_with_data::RULE, None, words))
}

fn lost(scan: &Scan, read: &Read, title: &Text, main: Lang, page: Option<&str>) -> Option<Diagnostic> {
    let (_, lang, _) = read.prose.as_ref()?;
    // Of a record without a title something else is said, as of a title in the wrong place.
    let told = title.main.is_empty() || read.found.iter().any(|it| it.rule == &translation_with_data::RULE);
    if *lang == main || told || title.translated(*lang).is_some() {
        return None;
    }
    let words = title_not_translated::words(lang.as_str(), main.as_str(), &title.main, page);
    Some(note(&scan.source, &title_not_translated::RULE, None, words))
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::check::tests::{run, shown, sources};
    use crate::diagnostic::Language;

    fn codes(record: &str, translation: &str) -> Vec<&'static str> {
        let content = format!(
            "-- content/procedures/cap-dien.yaml --\n{record}field: cap-dien\nagency: evn\nunconfirmed: [time, fee]\n\
             -- content/procedures/cap-dien.en.md --\n{translation}"
        );
        run(&sources(&content)).1.diagnostics.iter().map(|it| it.rule.code).collect()
    }

    #[test]
    fn prose_in_english_without_an_english_title_is_not_lost_in_silence() {
        assert_eq!(codes("title: Cấp điện\n", "Words\n"), ["C416"]);
        assert!(codes("title: {vi: Cấp điện, en: Power}\n", "Words\n").is_empty());
        assert_eq!(codes("title: Cấp điện\n", ""), ["C026"], "there are no words to lose");
        // That there is no title at all is told of the record.
        assert_eq!(codes("", "Words\n"), ["C007"]);
    }

    #[test]
    fn a_title_in_the_front_matter_of_a_translation_is_not_ignored_in_silence() {
        assert_eq!(codes("title: Cấp điện\n", "---\ntitle: Power\n---\nWords\n"), ["C417"]);
        assert_eq!(codes("title: Cấp điện\n", "---\ntitle: Power\n---\n"), ["C417"]);
        assert_eq!(codes("title: Cấp điện\n", "---\n---\nWords\n"), ["C416"]);
    }

    #[test]
    fn what_a_translated_page_says_in_vain_was_ignored_without_a_word() {
        let shown = |front: &str, main: &str| {
            let content = format!(
                "-- content/pages/a.md --\n---\ntitle: A\n{main}---\nLời\n\
                 -- content/pages/a.en.md --\n---\ntitle: A\n{front}---\nWords\n"
            );
            shown(&sources(&content), Language::En)
        };
        expect![[r#"
            pages/a.en.md:3:10 C417 [[/about/]] nobody reads the `aliases` of this translation
                Move `aliases` to a.md: earlier addresses lead to the page in the main language.
        "#]]
        .assert_eq(&shown("aliases: [/about/]\n", ""));
        expect![[r#"
            pages/a.en.md:1:1 C417 [whole file] nobody reads the `summary` of this translation
                Add `summary: …` to the front matter of a.md, or delete it here.
        "#]]
        .assert_eq(&shown("summary: Words\n", ""));
        assert_eq!(shown("summary: Words\n", "summary: Lời\naliases: [/b/]\n"), "");
    }

    #[test]
    fn a_translation_with_front_matter_is_no_record() {
        let content = "-- content/procedures/cap-dien.en.md --\n---\ntitle: Power\n---\nWords\n";
        let found = run(&sources(content)).1.diagnostics;
        let codes: Vec<&str> = found.iter().map(|it| it.rule.code).collect();
        assert_eq!(codes, ["C020", "C417"]);
    }
}
