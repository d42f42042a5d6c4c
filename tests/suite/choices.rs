//! Questions that lead to a procedure, walked as a reader walks them: from page to page, by links.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use crate::built::pages;
use crate::program::repository;

/// Every combination of answers, typed by hand into the finished pages, ends on one page that
/// leads to what the table says; every page of the questions is reached so.
#[test]
fn every_way_through_the_questions_ends_where_the_table_says() {
    let html: BTreeMap<&str, &str> = pages().collect();
    let folder = repository().join("content/choices");
    let mut tables = 0;
    for entry in fs::read_dir(folder).expect("the real catalogue has questions").flatten() {
        let path = entry.path();
        let id = path.file_stem().and_then(|it| it.to_str()).expect("a plain name").to_owned();
        let table: Value = serde_yaml::from_str(&fs::read_to_string(&path).expect("a file")).expect("YAML");
        let mut reached: BTreeSet<String> = BTreeSet::new();
        let mut ends: BTreeSet<String> = BTreeSet::new();
        let mut combinations: Vec<Vec<&str>> = vec![Vec::new()];
        for question in list(&table["questions"]) {
            let answers: Vec<&str> = list(&question["answers"]).iter().map(|it| text(&it["id"])).collect();
            combinations = combinations
                .iter()
                .flat_map(|it| answers.iter().map(|answer| [it.as_slice(), &[answer]].concat()))
                .collect();
        }
        for given in combinations {
            let fits = |row: &&Value| {
                let when: Vec<&str> = list(&row["when"]).iter().map(text).collect();
                list(&table["questions"]).iter().zip(&given).all(|(question, answer)| {
                    let named = list(&question["answers"]).iter().any(|it| when.contains(&text(&it["id"])));
                    !named || when.contains(answer)
                })
            };
            let rows: Vec<&Value> = list(&table["outcomes"]).iter().filter(fits).collect();
            assert_eq!(rows.len(), 1, "{id}: {given:?}");
            let mut at = format!("chon/{id}/index.html");
            reached.insert(at.clone());
            // An answer that the page does not offer was not asked for.
            for answer in &given {
                let next = at.replace("index.html", &format!("{answer}/index.html"));
                let link = next.trim_end_matches("index.html");
                if html[at.as_str()].contains(&format!("{link}\"")) {
                    at = next;
                    reached.insert(at.clone());
                }
            }
            let page = html[at.as_str()];
            assert!(!page.contains("class=\"cards answers\""), "{id}: {given:?} ends at a question, {at}");
            if let Some(procedure) = rows[0].get("procedure") {
                let link = format!("thu-tuc/{}/", text(procedure));
                assert!(page.contains(&link), "{id}: {given:?} does not lead to {link}");
            } else {
                assert!(page.contains(&escaped(text(&rows[0]["call"]["vi"]))), "{id}: {given:?}");
                let main = &page[page.find("<main").expect("a main part")..];
                assert!(main.contains("href=\"tel:"), "{id}: {given:?} asks to call and gives no number");
            }
            ends.insert(at);
        }
        let made: BTreeSet<String> = html
            .keys()
            .filter(|it| it.starts_with(&format!("chon/{id}/")))
            .map(|it| (*it).to_owned())
            .collect();
        assert_eq!(made, reached, "{id}: pages that no answers lead to");
        assert!(made.len() < 2 * ends.len(), "{id}: {} pages for {} ends", made.len(), ends.len());
        tables += 1;
    }
    assert!(0 < tables);
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
}
