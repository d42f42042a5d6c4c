//! What search engines read on a procedure's page says what its record says.

use serde_json::Value;

use crate::built::real_site;
use crate::html::{Piece, pieces};

/// Texts and addresses of each property of that name.
fn properties(all: &[Piece<'_>], name: &str) -> Vec<String> {
    let here = all.iter().enumerate().filter(|(_, it)| it.value("itemprop") == Some(name));
    here.map(|(at, it)| match it.value("href") {
        Some(href) => href.to_owned(),
        None => text(&all[at..]),
    })
    .collect()
}

/// What is written up to where the first element ends.
fn text(all: &[Piece<'_>]) -> String {
    let (mut depth, mut text) = (0_i32, String::new());
    for it in all {
        if it.name == all[0].name {
            depth += if it.closes { -1 } else { 1 };
            if depth == 0 {
                break;
            }
        }
        text.push_str(it.text);
    }
    // Blanks that hold words together are for the eye.
    text.replace(['\u{a0}', '\n'], " ").trim().to_owned()
}

#[test]
fn a_procedure_tells_search_engines_what_its_record_says() {
    let site = real_site();
    let (mut seen, mut forms) = (0, 0);
    let data = site.iter().filter(|(path, _)| {
        path.starts_with("api/v1/procedures/") && path.rsplit('.').next() == Some("json")
    });
    for (_, bytes) in data {
        let field: Value = serde_json::from_slice(bytes).expect("JSON");
        for record in field["procedures"].as_array().expect("procedures") {
            let address = record["address"].as_str().expect("an address");
            let html = std::str::from_utf8(&site[&format!("{address}index.html")]).expect("UTF-8");
            let all = pieces(html);
            let kind = all.iter().find(|it| it.is("main")).and_then(|it| it.value("itemtype"));
            assert_eq!(kind, Some("https://schema.org/GovernmentService"), "{address}");
            let names = properties(&all, "name");
            assert_eq!(names[0], record["title"]["vi"].as_str().expect("a title"), "{address}");
            if let Some(summary) = record["summary"]["vi"].as_str() {
                assert_eq!(properties(&all, "description"), [summary], "{address}");
            }
            let entries = record["apply"].as_array().expect("addresses of forms");
            if entries.is_empty() {
                assert_eq!(properties(&all, "serviceUrl"), [""; 0], "{address}");
            }
            for entry in entries.iter().filter(|it| it["case"].is_null() && it["down"].is_null()) {
                let at = entry["agency"].as_str().map_or(address.to_owned(), |it| format!("{address}{it}/"));
                let html = std::str::from_utf8(&site[&format!("{at}index.html")]).expect("UTF-8");
                let urls = properties(&pieces(html), "serviceUrl");
                let url = entry["url"].as_str().expect("an address");
                assert!(!urls.is_empty() && urls.iter().all(|it| it == url), "{at}: {urls:?}");
                forms += 1;
            }
            seen += 1;
        }
    }
    assert!(20 < seen && 10 < forms, "only {seen} procedures, {forms} forms");
}
