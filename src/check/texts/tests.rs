//! What authors read of texts and their languages.

use expect_test::expect;

use crate::check::tests::{bare, reports};

#[test]
fn of_a_language_written_twice_the_first_text_was_lost_without_a_word() {
    reports(
        &bare("x", "summary: {vi: Một, vi: Hai}"),
        &expect![[r#"
            procedures/x.yaml:6:20 C008 [vi] the key `vi` is written twice
                Keep one of them; the first is on line 6.
        "#]],
    );
}

#[test]
fn a_language_without_words_was_told_to_be_written_as_text() {
    let papers = "-- content/papers.yaml --\ncan-cuoc:\nho-chieu: {title: {vi: , en: Passport}}";
    reports(
        &format!("{papers}\n{}", bare("x", "documents: [{paper: can-cuoc}]")),
        &expect![[r#"
        papers.yaml:1:1 C010 [can-cuoc] `can-cuoc` has no value
            Fill it in, or delete the line.
        papers.yaml:2:20 C010 [vi] `vi` has no value
            Fill it in, or delete the line.
    "#]],
    );
}
