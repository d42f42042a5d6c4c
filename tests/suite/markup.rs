//! Every finished page, read as somebody who hears it does: headings, names, labels, tables.

use std::collections::BTreeSet;

use crate::built::pages;
use crate::html::{Piece, pieces};

/// What a screen reader would stumble over.
fn faults(html: &str) -> Vec<String> {
    let all = pieces(html);
    let mut found = Vec::new();
    found.extend(of_the_page(&all));
    found.extend(of_headings(&all));
    found.extend(of_names(&all));
    found.extend(of_tables(&all));
    found.extend(of_ids(&all));
    found.extend(of_the_answer(&all));
    found
}

fn of_the_page(all: &[Piece<'_>]) -> Vec<String> {
    let mut found = Vec::new();
    let html = all.iter().find(|it| it.is("html"));
    if html.and_then(|it| it.value("lang")).is_none_or(str::is_empty) {
        found.push("the page names no language".to_owned());
    }
    if words(all, "title").is_empty() {
        found.push("the page has no title".to_owned());
    }
    let mains = all.iter().filter(|it| it.is("main")).count();
    if mains != 1 {
        found.push(format!("{mains} main parts"));
    }
    found
}

/// Words inside the first element of that name.
fn words(all: &[Piece<'_>], name: &str) -> String {
    all.iter().position(|it| it.is(name)).map_or(String::new(), |at| inside(all, at))
}

/// What is heard of the element that opens at `at`: words, texts of pictures, labels.
fn inside(all: &[Piece<'_>], at: usize) -> String {
    let name = all[at].name;
    let (mut depth, mut hidden, mut heard) = (0, 0, String::new());
    for it in &all[at..] {
        if it.is(name) {
            depth += 1;
        }
        if hidden == 0 && !it.closes {
            let label = it.value("aria-label").or_else(|| it.value("alt").filter(|_| it.is("img")));
            heard.push_str(label.unwrap_or_default());
        }
        // Pictures inside are hidden as a whole.
        if it.is("svg") && it.value("aria-hidden") == Some("true") {
            hidden += 1;
        }
        if it.closes && it.name == "svg" && hidden != 0 {
            hidden -= 1;
        }
        if it.closes && it.name == name {
            depth -= 1;
        }
        if depth == 0 {
            break;
        }
        if hidden == 0 {
            heard.push_str(it.text);
        }
    }
    heard.replace("&nbsp;", " ").trim().to_owned()
}

fn of_headings(all: &[Piece<'_>]) -> Vec<String> {
    let mut found = Vec::new();
    let mut above = 0;
    let mut firsts = 0;
    for (at, it) in all.iter().enumerate() {
        let level = match it.name.as_bytes() {
            [b'h', level @ b'1'..=b'6'] if !it.closes => level - b'0',
            _ => continue,
        };
        firsts += usize::from(level == 1);
        if above + 1 < level {
            found.push(format!("h{level} after h{above}: {}", inside(all, at)));
        }
        if inside(all, at).is_empty() {
            found.push(format!("an h{level} without words"));
        }
        above = level;
    }
    if firsts != 1 {
        found.push(format!("{firsts} headings of level 1"));
    }
    found
}

/// Words that say nothing of where a link leads.
const VAGUE: &[&str] = &["tại đây", "đây", "xem thêm", "chi tiết", "here", "click here", "more", "read more"];

fn of_names(all: &[Piece<'_>]) -> Vec<String> {
    let mut found = Vec::new();
    let labels: BTreeSet<&str> =
        all.iter().filter(|it| it.is("label")).filter_map(|it| it.value("for")).collect();
    for (at, it) in all.iter().enumerate().filter(|(_, it)| !it.closes) {
        let heard = || inside(all, at);
        match it.name {
            "a" if it.value("href").is_some() => {
                let heard = heard();
                if heard.is_empty() {
                    found.push(format!("a link without words: {}", it.value("href").unwrap_or_default()));
                } else if VAGUE.contains(&heard.to_lowercase().as_str()) {
                    found.push(format!("a link that says nothing: {heard}"));
                }
            }
            "button" | "summary" if heard().is_empty() => found.push(format!("a {} without words", it.name)),
            "input" | "select" | "textarea" if it.value("type") != Some("hidden") => {
                let named = it.value("id").is_some_and(|id| labels.contains(id));
                if !named && it.value("aria-label").is_none() && it.value("aria-labelledby").is_none() {
                    found.push(format!("a field without a label: {:?}", it.value("name")));
                }
            }
            "img" if it.value("alt").is_none() => found.push("a picture without text".to_owned()),
            "svg" => {
                let named = it.value("role") == Some("img")
                    && (it.value("aria-label").is_some() || it.value("aria-labelledby").is_some());
                if it.value("aria-hidden") != Some("true") && !named {
                    found.push("a drawing that is neither hidden nor named".to_owned());
                }
            }
            "iframe" => found.push("a frame".to_owned()),
            _ => {}
        }
    }
    let navs = all.iter().filter(|it| it.is("nav")).count();
    let named = all.iter().filter(|it| it.is("nav"));
    if 1 < navs
        && named.clone().any(|it| it.value("aria-label").is_none() && it.value("aria-labelledby").is_none())
    {
        found.push("one of several nav without a name".to_owned());
    }
    found
}

fn of_tables(all: &[Piece<'_>]) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in all.iter().enumerate().filter(|(_, it)| it.is("table")) {
        let end =
            all[at..].iter().position(|it| it.closes && it.name == "table").map_or(all.len(), |it| at + it);
        let heads: Vec<usize> = (at..end).filter(|it| all[*it].is("th")).collect();
        if heads.is_empty() {
            found.push("a table without headers".to_owned());
        }
        for head in heads {
            if !matches!(all[head].value("scope"), Some("col" | "row" | "colgroup" | "rowgroup")) {
                found.push(format!("a th without scope: {}", inside(all, head)));
            }
            if inside(all, head).is_empty() {
                found.push("a th without words".to_owned());
            }
        }
    }
    found
}

fn of_ids(all: &[Piece<'_>]) -> Vec<String> {
    let mut found = Vec::new();
    let mut known = BTreeSet::new();
    for id in all.iter().filter_map(|it| it.value("id")) {
        if !known.insert(id) {
            found.push(format!("two elements are `{id}`"));
        }
    }
    for it in all {
        for key in ["for", "aria-labelledby", "aria-describedby", "aria-controls", "href"] {
            let Some(value) = it.value(key) else { continue };
            let ids = if key == "href" { value.strip_prefix('#').unwrap_or_default() } else { value };
            let lost = ids.split_whitespace().filter(|id| !known.contains(id));
            found.extend(lost.map(|id| format!("{key} names `{id}`, which is not there")));
        }
    }
    found
}

/// A note on the cost was labelled `Chi phí` below a cost that was labelled so too.
fn of_the_answer(all: &[Piece<'_>]) -> Vec<String> {
    let answer = all.iter().position(|it| it.is("section") && it.value("class") == Some("answer"));
    let start = answer.unwrap_or(all.len());
    let end = all[start..].iter().position(|it| it.closes && it.name == "section");
    let end = end.map_or(all.len(), |it| start + it);
    let mut known = BTreeSet::new();
    let labels = (start..end).filter(|it| all[*it].is("dt")).map(|it| inside(all, it));
    labels.filter(|it| !known.insert(it.clone())).map(|it| format!("two answers to: {it}")).collect()
}

#[test]
fn every_page_can_be_heard() {
    let mut found = Vec::new();
    let mut seen = 0;
    for (path, html) in pages() {
        // A page that only leads on has nothing to hear but its link.
        if html.contains("http-equiv=\"refresh\"") {
            continue;
        }
        seen += 1;
        found.extend(faults(html).into_iter().map(|it| format!("{path}: {it}")));
    }
    assert!(300 < seen, "only {seen} pages");
    assert!(found.is_empty(), "{} faults\n{}", found.len(), found[..found.len().min(40)].join("\n"));
}

#[test]
fn a_planted_fault_is_heard() {
    let page = |main: &str| {
        format!(
            "<!doctype html><html lang=\"vi\"><head><title>X</title></head><body><nav aria-label=\"a\"></nav><main id=\"m\"><h1>X</h1>{main}</main></body></html>"
        )
    };
    let good = "<h2 id=\"a\">A</h2><a href=\"#a\"><svg aria-hidden=\"true\"><path d=\"\"/></svg>Đến A</a><img alt=\"\" src=\"a.png\">\
        <label for=\"q\">Tìm</label><input id=\"q\"><table><tr><th scope=\"col\">A</th></tr></table><button>Tìm</button>";
    assert_eq!(faults(&page(good)), [""; 0]);
    for (planted, expected) in [
        ("<h3>A</h3>", "h3 after h1"),
        ("<h2></h2>", "an h2 without words"),
        ("<h1>Y</h1>", "2 headings of level 1"),
        ("<a href=\"x\"></a>", "a link without words"),
        ("<a href=\"x\"><svg aria-hidden=\"true\"><title>X</title></svg></a>", "a link without words"),
        ("<a href=\"x\">Tại đây</a>", "says nothing"),
        ("<button></button>", "a button without words"),
        ("<input name=\"q\">", "a field without a label"),
        ("<img src=\"a.png\">", "a picture without text"),
        ("<svg><path d=\"\"/></svg>", "neither hidden nor named"),
        ("<nav></nav>", "without a name"),
        ("<iframe src=\"x\"></iframe>", "a frame"),
        ("<table><tr><td>A</td></tr></table>", "a table without headers"),
        ("<table><tr><th>A</th></tr></table>", "without scope"),
        ("<table><tr><th scope=\"col\"></th></tr></table>", "a th without words"),
        ("<p id=\"m\"></p>", "two elements are `m`"),
        ("<p aria-labelledby=\"m n\"></p>", "names `n`"),
        ("<a href=\"#nowhere\">X</a>", "names `nowhere`"),
        ("<main>", "2 main parts"),
        ("<section class=\"answer\"><dl><dt>A</dt></dl><dl><dt>A</dt></dl></section>", "two answers to: A"),
    ] {
        let found = faults(&page(planted)).join("\n");
        assert!(found.contains(expected), "{planted}: {found:?}");
    }
    assert_eq!(faults("<h1>X</h1><main>"), ["the page names no language", "the page has no title"]);
}
