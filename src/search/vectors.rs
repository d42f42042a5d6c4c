//! `tests/vectors/search.json`: what both searchers must make of the same bytes. The module's side
//! stands in `tests/browser/search.test.mjs`.

use rustc_hash::FxHashSet;
use serde_json::Value;

use super::lexicon::Lexicon;
use crate::index::bytes::hash;
use crate::index::tables::rarity;
use crate::text::{fold, marks, syllables};

fn vectors(of: &str) -> Vec<[Value; 2]> {
    let all: Value = serde_json::from_str(include_str!("../../tests/vectors/search.json")).expect("JSON");
    let found: Vec<[Value; 2]> = serde_json::from_value(all[of].clone()).expect("pairs");
    assert!(5 <= found.len(), "{of}");
    found
}

fn text(it: &Value) -> &str {
    it.as_str().expect("a text")
}

#[test]
fn texts_fold_as_the_vectors_say() {
    for [given, expected] in vectors("fold") {
        assert_eq!(fold(text(&given)), text(&expected), "{given}");
    }
    for [given, expected] in vectors("marks") {
        assert_eq!(Some(u64::from(marks(text(&given)))), expected.as_u64(), "{given}");
    }
    for [given, expected] in vectors("syllables") {
        let found: Vec<String> = syllables(text(&given)).into_iter().map(|it| it.folded).collect();
        assert_eq!(serde_json::json!(found), expected, "{given}");
    }
}

#[test]
fn keys_are_decoded_as_the_vectors_say() {
    let keys = vectors("keys");
    let mut words: Vec<&str> = keys.iter().map(|it| text(&it[1])).filter(|it| !it.is_empty()).collect();
    words.sort_unstable();
    words.dedup();
    let words: Vec<(String, u8)> = words.into_iter().map(|it| (it.to_owned(), 8)).collect();
    let lexicon = Lexicon::new(words.clone(), vec![Vec::new(); words.len()], FxHashSet::default());
    for [given, expected] in keys {
        assert_eq!(lexicon.decoded(text(&given)).unwrap_or_default(), text(&expected), "{given}");
    }
}

#[test]
fn numbers_are_worked_out_as_the_vectors_say() {
    for [given, expected] in vectors("hash") {
        assert_eq!(Some(u64::from(hash(text(&given)))), expected.as_u64(), "{given}");
    }
    for [given, expected] in vectors("rarity") {
        let [held, all]: [u32; 2] = serde_json::from_value(given.clone()).expect("two numbers");
        assert_eq!(Some(u64::from(rarity(held, all))), expected.as_u64(), "{given}");
    }
}
