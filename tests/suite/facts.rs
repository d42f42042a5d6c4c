//! Every fact of a record is on its page, and every figure on the page is in its record.
//!
//! Reads the files and the finished pages as a stranger would, with none of the
//! program's own model, so that no mistake of the model hides another.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::built::pages;
use crate::program::repository;

/// Keys whose values a page does not print as they stand: identities, what the search or the home
/// page alone uses, what becomes another word or an order, what only decides.
const NOT_PRINTED: &[&str] = &[
    "also_called",
    "task",
    "aliases",
    "review_every",
    "id",
    "kind",
    "level",
    "by",
    "channel",
    "case",
    "source",
    "status",
    "until",
    "unconfirmed",
    "optional",
];

/// Where a reference leads, by its key, and which of the entry's keys name it.
const REFERENCES: &[(&str, &str, &[&str])] = &[
    ("field", "fields.yaml", &["title"]),
    ("audiences", "audiences.yaml", &["title"]),
    ("paper", "papers.yaml", &["title", "note", "issued_by", "replaced_by_database"]),
    ("legal", "legal.yaml", &["number", "title", "note", "issued", "effective", "url"]),
    ("text", "legal.yaml", &["number", "title", "note", "issued", "effective", "url"]),
    ("executing", "agencies", &["title"]),
    ("coordinating", "agencies", &["title"]),
    ("delegated", "agencies", &["title"]),
    ("offices", "offices", &["title"]),
    ("before", "procedures", &["title"]),
    ("after", "procedures", &["title"]),
    ("together", "procedures", &["title"]),
    ("instead", "procedures", &["title"]),
];

/// Words after a number that make it another figure.
const UNITS: &[&str] = &[
    "phút",
    "giờ làm việc",
    "giờ",
    "ngày làm việc",
    "ngày",
    "tuần",
    "tháng",
    "năm",
    "đ",
    "usd",
    "kw",
    "kva",
    "kv",
    "kwp",
    "bản chính",
    "bản sao chứng thực",
    "bản sao",
    "%",
];

struct Record {
    id: String,
    value: Value,
    prose: String,
}

/// Everything the records lead to, by file or folder below `content`, then by id.
type Registries = BTreeMap<String, BTreeMap<String, Value>>;

#[test]
fn every_fact_of_a_record_is_on_its_page() {
    let registries = registries();
    let mut missing = Vec::new();
    let mut seen = 0;
    for record in records() {
        let texts = pages_of(&record.id);
        for fact in facts_of(&record, &registries) {
            seen += 1;
            let folder = fact.agency.as_ref().map(|it| format!("thu-tuc/{}/{it}/", record.id));
            let own = folder.filter(|it| texts.keys().any(|path| path.starts_with(it.as_str())));
            let there = texts
                .iter()
                .filter(|(path, _)| own.as_ref().is_none_or(|it| path.starts_with(it.as_str())))
                .any(|(_, text)| text.contains(&normal(&fact.text)));
            if !there {
                let place = own.unwrap_or_default();
                missing.push(format!("{}: {} = {:?} {place}", record.id, fact.key, fact.text));
            }
        }
        for line in record.prose.lines().filter(|it| !it.contains('|')) {
            let words = normal(&thutuc::markdown::plain(line));
            if !texts.values().any(|it| it.contains(&words)) {
                missing.push(format!("{}: prose {words:?}", record.id));
            }
        }
    }
    assert!(1000 < seen, "only {seen} facts");
    assert!(missing.is_empty(), "{} of {seen} facts are on no page:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn every_figure_on_a_page_is_in_its_record() {
    let registries = registries();
    let mut strange = Vec::new();
    let mut seen = 0;
    for record in records() {
        let known = known_figures(&record, &registries);
        for (path, text) in pages_of(&record.id) {
            for figure in figures(&text) {
                seen += 1;
                if !known.contains(&figure) {
                    strange.push(format!("{path}: {figure:?}"));
                }
            }
        }
    }
    assert!(1000 < seen, "only {seen} figures");
    assert!(
        strange.is_empty(),
        "{} of {seen} figures come from nowhere:\n{}",
        strange.len(),
        strange.join("\n")
    );
}

#[test]
fn no_page_denies_that_one_applies_online_where_only_the_address_is_unknown() {
    let mut unknown = 0;
    for (path, html) in pages().filter(|(path, _)| path.starts_with("thu-tuc/")) {
        let online = html.contains("Trực tuyến toàn trình") || html.contains("Trực tuyến một phần");
        assert!(!(online && html.contains("này không nộp trực tuyến")), "{path}");
        unknown +=
            usize::from(online && html.contains("Nộp trực tuyến được, nhưng chưa xác nhận được địa chỉ"));
    }
    assert!(unknown > 10, "only {unknown} pages");
}

#[test]
fn one_is_not_called_several() {
    let several = [">1 procedures", "1 papers", "<b>1</b> papers"];
    let is_wrong = |html: &str| several.iter().any(|it| html.contains(it));
    let wrong: Vec<&str> = pages().filter(|(_, html)| is_wrong(html)).map(|it| it.0).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// Tenants came without the owner's consent, and owners brought a paper that others need.
#[test]
fn sheets_left_out_for_whom_a_paper_is_and_what_goes_with_it() {
    let papers = &registries()["papers.yaml"];
    let mut seen = 0;
    for (path, html) in
        pages().filter(|it| ["to-roi/", "niem-yet/"].iter().any(|kind| it.0.starts_with(kind)))
    {
        let sheet = normal(&unescaped(html));
        for paper in papers.values() {
            let of = |key: &str| paper[key]["vi"].as_str().map(normal);
            let is_there = of("title").is_some_and(|it| sheet.contains(&format!("<li>{it}")));
            for note in ["note", "replaced_by_database"].into_iter().filter_map(of).filter(|_| is_there) {
                seen += 1;
                assert!(sheet.contains(&note), "{path}: {note}");
            }
        }
    }
    assert!(20 < seen, "only {seen} notes");
}

#[test]
fn figures_are_found_whole() {
    let cases: [(&str, &[&str]); 5] = [
        ("Trong 5 ngày làm việc, gọi 1900 6769.", &["5 ngày làm việc", "1900 6769"]),
        ("từ 3–7 ngày; 1.234.000 đ", &["3–7 ngày", "1.234.000 đ"]),
        ("kiểm tra ngày 23/11/2026, Điều 12", &["23/11/2026", "12"]),
        ("cấp 22 kV và 40 kW", &["22 kv", "40 kw"]),
        ("không có", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(figures(&normal(text)), expected, "{text}");
    }
}

struct Fact {
    key: String,
    text: String,
    /// The agency that the item is about.
    agency: Option<String>,
}

fn facts_of(record: &Record, registries: &Registries) -> Vec<Fact> {
    let mut facts = Vec::new();
    let main_agency = record.value.get("agency").and_then(Value::as_str).unwrap_or_default();
    walk(&record.value, "", None, registries, &mut facts);
    facts.extend(named(registries, "agencies", main_agency, &["title"]));
    facts
}

fn walk(value: &Value, key: &str, agency: Option<&str>, registries: &Registries, facts: &mut Vec<Fact>) {
    match value {
        Value::Object(map) => {
            // A text in several languages: the main one.
            if let Some(main) = map.get("vi") {
                return walk(main, key, agency, registries, facts);
            }
            if map.get("until").and_then(Value::as_str).is_some_and(|it| it < crate::program::TODAY) {
                return;
            }
            let agency =
                if key.is_empty() { None } else { map.get("agency").and_then(Value::as_str).or(agency) };
            for (name, value) in map {
                if NOT_PRINTED.contains(&name.as_str()) || name.starts_with("x_") || name == "agency" {
                    continue;
                }
                // Keys of sources and of the groups of agencies name nothing on the page.
                let key = if key == "sources" { key } else { name };
                walk(value, key, agency, registries, facts);
            }
        }
        Value::Array(items) => {
            for item in items {
                walk(item, key, agency, registries, facts);
            }
        }
        Value::Null | Value::Bool(_) => {}
        Value::Number(number) => {
            let unit = match key {
                "originals" => " bản chính",
                "copies" => " bản sao",
                "certified_copies" => " bản sao chứng thực",
                _ => "",
            };
            if *number != 0.into() {
                facts.push(Fact {
                    key: key.to_owned(),
                    text: format!("{number}{unit}"),
                    agency: agency.map(str::to_owned),
                });
            }
        }
        Value::String(text) => {
            if let Some((_, place, keys)) = REFERENCES.iter().find(|(name, ..)| *name == key)
                && registries[*place].contains_key(text)
            {
                facts.extend(named(registries, place, text, keys));
                return;
            }
            facts.push(Fact { key: key.to_owned(), text: shown(text), agency: agency.map(str::to_owned) });
        }
    }
}

/// What a page says of an entry that a record refers to.
fn named(registries: &Registries, place: &str, id: &str, keys: &[&str]) -> Vec<Fact> {
    let entry = &registries[place][id];
    let mut facts = Vec::new();
    for key in keys {
        if let Some(value) = entry.get(key) {
            walk(value, key, None, registries, &mut facts);
        }
    }
    facts
}

/// A date as pages print it; anything else as it stands.
fn shown(text: &str) -> String {
    match text.split('-').collect::<Vec<_>>()[..] {
        [year, month, day]
            if (year.len(), month.len(), day.len()) == (4, 2, 2)
                && text.bytes().all(|it| it.is_ascii_digit() || it == b'-') =>
        {
            format!("{day}/{month}/{year}")
        }
        _ => text.to_owned(),
    }
}

/// Figures of the record, of what it refers to, and of what refers to it.
fn known_figures(record: &Record, registries: &Registries) -> BTreeSet<String> {
    let mut texts: Vec<String> = facts_of(record, registries).into_iter().map(|it| it.text).collect();
    texts.push(record.prose.clone());
    // Short names and places of agencies, for the choice among them; titles of journeys.
    for place in ["agencies", "journeys"] {
        for entry in registries[place].values() {
            for key in ["title", "area", "hotline"] {
                let mut facts = Vec::new();
                walk(entry.get(key).unwrap_or(&Value::Null), key, None, registries, &mut facts);
                texts.extend(facts.into_iter().map(|it| it.text));
            }
        }
    }
    let documents = record.value.get("documents").and_then(Value::as_array).map_or(0, Vec::len);
    // The page counts the papers: as many as there are at most.
    texts.extend((1..=documents).map(|it| it.to_string()));
    texts.iter().flat_map(|it| figures(&normal(it))).collect()
}

/// Numbers with what belongs to them: separators inside, and a unit behind.
fn figures(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let chars: Vec<char> = text.chars().collect();
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut at = 0;
    while at < chars.len() {
        let inside_word = 0 < at && chars[at - 1].is_alphanumeric();
        if !digit(at) || inside_word {
            at += 1;
            continue;
        }
        let start = at;
        while digit(at) || (digit(at + 1) && chars.get(at).is_some_and(|it| ".,/–-:".contains(*it))) {
            at += 1;
        }
        // `1900 6769`: groups of a telephone number.
        while 4 <= at - start
            && chars[start..at].iter().all(|it| it.is_ascii_digit() || *it == ' ')
            && chars.get(at) == Some(&' ')
            && (1..=3).all(|it| digit(at + it))
        {
            at += 1;
            while digit(at) {
                at += 1;
            }
        }
        let rest: String = chars[at..].iter().take(24).collect();
        let unit = UNITS.iter().find(|unit| {
            let after = rest.strip_prefix(' ').unwrap_or(&rest).strip_prefix(**unit);
            after.is_some_and(|it| !it.starts_with(char::is_alphanumeric))
        });
        let number: String = chars[start..at].iter().collect();
        found.push(unit.map_or(number.clone(), |unit| format!("{number} {unit}")));
    }
    found
}

/// Small letters, single spaces, one kind of dash, so that a difference is one of words.
pub(crate) fn normal(text: &str) -> String {
    let text = text.replace(['\u{a0}', '\n'], " ").replace('-', "–").to_lowercase();
    text.split(' ').filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The pages of one procedure in the main language, as text: what `main` says, and where its links lead.
fn pages_of(id: &str) -> BTreeMap<&'static str, String> {
    let below = format!("thu-tuc/{id}/");
    let own = pages().filter(|(path, _)| path.starts_with(&below));
    own.map(|(path, html)| (path, normal(&text_of(html)))).collect()
}

/// Text of `main` and of the way to it, tags out, addresses of links in. Marks of sources are numbers of ours, not figures.
fn text_of(html: &str) -> String {
    let start = html.find("<nav class=\"crumbs\"").expect("a page says where it is");
    let main = &html[start..html.find("</main>").expect("a page has a main part")];
    // Due dates are worked out from a time limit and the calendars; `due.rs` tests them.
    let (before, after) = match main.split_once("<section class=\"part\" aria-labelledby=\"muc-ngay-tra\">") {
        Some((before, rest)) => (before, rest.split_once("</section>").expect("a section ends").1),
        None => (main, ""),
    };
    let main = [before, after].concat();
    let mut out = String::with_capacity(main.len());
    let mut parts = main.split('<');
    out.push_str(parts.next().unwrap_or_default());
    let mut mark = false;
    for part in parts {
        let (tag, text) = part.split_once('>').expect("a tag ends");
        if tag.starts_with("a ") {
            mark = tag.contains("class=\"src\"");
            if let Some(href) = tag.split("href=\"").nth(1).and_then(|it| it.split('"').next())
                && (href.starts_with("https:") || href.starts_with("mailto:"))
            {
                out.push_str(" ⟨");
                out.push_str(href);
                out.push_str("⟩ ");
            }
        }
        if tag == "/a" {
            mark = false;
        }
        out.push(' ');
        if !mark {
            out.push_str(text);
        }
    }
    unescaped(&out).replace(" .", ".").replace(" ,", ",")
}

/// Text of HTML as it is read.
pub(crate) fn unescaped(text: &str) -> String {
    let named = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&nbsp;", " "),
        ("&#x2F;", "/"),
    ];
    let plain = named.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    plain.replace("&amp;", "&")
}

fn records() -> Vec<Record> {
    let files = yaml_below(&repository().join("content/procedures"));
    files
        .into_iter()
        .map(|path| Record {
            id: path.file_stem().expect("a name").to_string_lossy().into_owned(),
            value: parse(&path),
            prose: fs::read_to_string(path.with_extension("md")).unwrap_or_default(),
        })
        .collect()
}

fn registries() -> Registries {
    let content = repository().join("content");
    let mut all = Registries::new();
    for name in ["fields.yaml", "audiences.yaml", "papers.yaml", "legal.yaml"] {
        let Value::Object(map) = parse(&content.join(name)) else { panic!("{name} is a map") };
        all.insert(name.to_owned(), map.into_iter().collect());
    }
    for folder in ["agencies", "offices", "journeys", "procedures"] {
        let files = yaml_below(&content.join(folder));
        let name = |it: &Path| it.file_stem().expect("a name").to_string_lossy().into_owned();
        let entries = files.into_iter().map(|it| (name(&it), parse(&it)));
        all.insert(folder.to_owned(), entries.collect());
    }
    all
}

pub(crate) fn parse(path: &Path) -> Value {
    let text = fs::read_to_string(path).expect("a file");
    serde_yaml::from_str(&text).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

pub(crate) fn yaml_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    below(folder, &mut files);
    files.retain(|it| it.extension().is_some_and(|it| it == "yaml"));
    files
}

fn below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { below(&path, found) } else { found.push(path) }
    }
    found.sort();
}
