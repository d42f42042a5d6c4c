//! A procedure's page says nothing of its own: each word comes from its record, from what the
//! record names, or is one of the interface's. Figures are looked at in `facts.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::built::pages;
use crate::facts::{normal, parse, unescaped, yaml_below};
use crate::program::repository;

/// What the program itself says in Vietnamese: `derive/wording.rs`, ways of applying, kinds of sheets.
const OF_THE_PROGRAM: &[&str] = &[
    "thứ hai",
    "thứ ba",
    "thứ tư",
    "thứ năm",
    "thứ sáu",
    "theo quy định",
    "theo thoả thuận",
    "miễn phí",
    "trực tiếp tại quầy",
    "trực tuyến",
    "qua điện thoại",
    "qua bưu chính",
    "ứng dụng di động",
    "bản chính",
    "bản sao",
    "tờ niêm yết",
    "tờ rơi",
    "thẻ tổng đài",
    "giải quyết ngay",
];

#[test]
fn every_word_of_a_procedure_comes_from_its_record_or_what_it_names() {
    let content = repository().join("content");
    let mut common: Vec<String> = OF_THE_PROGRAM.iter().map(|it| (*it).to_owned()).collect();
    let words = parse(&repository().join("themes/default/words/vi.yaml"));
    for text in strings(&words) {
        // Some hold a list, some a place for a name.
        common.extend(text.split(['|', '{', '}']).map(normal));
    }
    let mut records: BTreeMap<PathBuf, Value> = BTreeMap::new();
    for path in yaml_below(&content) {
        let value = parse(&path);
        let folder = path.strip_prefix(&content).expect("it is below");
        if folder.starts_with("procedures") {
            // Pages name their neighbours, no more.
            common.extend(strings(&value["title"]).iter().map(|it| normal(it)));
            records.insert(path, value);
        } else if folder.starts_with("journeys") || folder.starts_with("choices") {
            common.extend(strings(&value["title"]).iter().map(|it| normal(it)));
        } else {
            common.extend(strings(&value).iter().map(|it| normal(it)));
        }
    }

    let mut strange = BTreeSet::new();
    let mut seen = 0;
    for (path, record) in &records {
        let mut known: BTreeSet<String> = common.iter().cloned().collect();
        known.extend(strings(record).iter().map(|it| normal(it)));
        let prose = fs::read_to_string(path.with_extension("md")).unwrap_or_default();
        for line in prose.lines() {
            let plain = thutuc::markdown::plain(line);
            known.extend(plain.split('|').map(normal));
            // Marks cut a line into pieces of text.
            known.extend(
                line.split(['*', '_', '[', ']', '`', '|'])
                    .map(|it| normal(it.trim_start_matches(['#', '-', ' ']))),
            );
        }
        let hosts: Vec<String> = known.iter().filter_map(|it| host(it)).collect();
        known.extend(hosts);
        let mut longest: Vec<&str> = known.iter().map(String::as_str).filter(|it| 1 < it.len()).collect();
        longest.sort_by_key(|it| (usize::MAX - it.len(), *it));

        let id = path.file_stem().expect("a name").to_str().expect("UTF-8");
        for piece in pieces(id) {
            seen += 1;
            let rest = without(&piece, &known, &longest);
            if rest.chars().any(char::is_alphabetic) {
                strange.insert(format!("{id}: {:?} of {piece:?}", rest.trim()));
            }
        }
    }
    assert!(1000 < seen, "only {seen} pieces of text");
    let all: Vec<String> = strange.into_iter().collect();
    assert!(all.is_empty(), "{} of {seen} pieces have words from nowhere:\n{}", all.len(), all.join("\n"));
}

/// What is left of a piece of text when all that is known is taken out, the longest first.
fn without(piece: &str, known: &BTreeSet<String>, longest: &[&str]) -> String {
    if known.contains(piece) {
        return String::new();
    }
    let mut rest = piece.to_owned();
    for it in longest {
        rest = without_word(&rest, it);
    }
    rest.replace('\u{0}', "")
}

/// Whole words alone: `theo` has no `the` in it.
fn without_word(text: &str, known: &str) -> String {
    let mut rest = String::new();
    let mut from = 0;
    for (at, _) in text.match_indices(known) {
        let end = at + known.len();
        let is_inside = |it: Option<char>, edge: Option<char>| {
            it.is_some_and(char::is_alphanumeric) && edge.is_some_and(char::is_alphanumeric)
        };
        let cuts = is_inside(text[..at].chars().next_back(), known.chars().next())
            || is_inside(text[end..].chars().next(), known.chars().next_back());
        if !cuts {
            rest.push_str(&text[from..at]);
            rest.push('\u{0}');
            from = end;
        }
    }
    rest.push_str(&text[from..]);
    rest
}

/// The different pieces of text between tags, in the main part of a record's Vietnamese pages.
fn pieces(id: &str) -> BTreeSet<String> {
    let below = format!("thu-tuc/{id}/");
    let mut found = BTreeSet::new();
    for (_, html) in pages().filter(|(path, _)| path.starts_with(&below)) {
        let main = html.split_once("<main").expect("a main part").1;
        // Where a host may break, it is still one word.
        let main = main.split_once("</main>").expect("its end").0.replace("<wbr>", "");
        let texts = main.split('<').skip(1).filter_map(|it| it.split_once('>'));
        found.extend(texts.map(|(_, text)| normal(&unescaped(text))).filter(|it| !it.is_empty()));
    }
    found
}

fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Number(number) => vec![number.to_string()],
        Value::Array(all) => all.iter().flat_map(strings).collect(),
        Value::Object(all) => all.values().flat_map(strings).collect(),
        Value::Null | Value::Bool(_) => Vec::new(),
    }
}

/// Links say where they lead.
fn host(text: &str) -> Option<String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    rest.split(['/', '?', '#']).next().map(str::to_owned)
}
