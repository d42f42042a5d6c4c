//! Pages of one procedure for different agencies and cases: each says for whom it speaks, and
//! leads to all the others.

use std::collections::{BTreeMap, BTreeSet};

use crate::built::pages;

/// What a chooser holds: targets of its links as paths, and the texts of what is chosen.
fn chooser(path: &str, html: &str) -> Option<(BTreeSet<String>, Vec<String>)> {
    let nav = html.split("<nav class=\"choose\"").nth(1)?.split("</nav>").next()?;
    let links = nav.split(" href=\"").skip(1).map(|it| it.split('"').next().unwrap_or_default());
    // A place on the page itself is nothing to choose.
    let links = links.filter(|it| !it.starts_with('#'));
    let depth = path.matches('/').count();
    let targets = links.map(|it| {
        let below = it.trim_start_matches("../");
        // A case that has a row there, and no page.
        let below = below.split('#').next().unwrap_or_default();
        assert_eq!(it.matches("../").count(), depth, "{path}: {it}");
        format!("{below}index.html")
    });
    let here = nav.split("<strong aria-current=\"true\">").skip(1);
    let here = here.map(|it| bare(it.split("</strong>").next().unwrap_or_default()));
    Some((targets.collect(), here.collect()))
}

fn between<'a>(html: &'a str, start: &str, end: &str) -> Option<&'a str> {
    html.split_once(start).and_then(|(_, rest)| rest.split_once(end)).map(|(inner, _)| inner)
}

/// Without the mark of another language.
fn bare(html: &str) -> String {
    html.replace("<span lang=\"vi\">", "").replace("</span>", "")
}

#[test]
fn each_page_says_for_whom_it_speaks_and_leads_to_the_others() {
    let html: BTreeMap<&str, &str> = pages()
        .filter(|(path, _)| path.contains("thu-tuc/"))
        .filter(|(_, it)| it.contains("<footer>"))
        .collect();
    let (mut agencies, mut cases) = (0, 0);
    for (path, page) in &html {
        let parts: Vec<&str> =
            path.trim_start_matches("en/").trim_end_matches("/index.html").split('/').skip(2).collect();
        let Some((links, here)) = chooser(path, page) else {
            assert!(parts.is_empty(), "{path} has no way back to all");
            continue;
        };
        for link in &links {
            let (back, _) = html.get(link.as_str()).and_then(|it| chooser(link, it)).unwrap_or_default();
            assert!(
                back.contains(*path) || !parts.is_empty(),
                "{path} leads to {link}, which does not lead back"
            );
        }
        let at = between(page, "<p class=\"meta\">", "</p>").unwrap_or_default();
        let case = between(page, "<h1 itemprop=\"name\">", "</h1>")
            .and_then(|it| between(it, "<span class=\"at\">", "</span>"));
        let named = |it: &str| here.iter().any(|chosen| chosen.contains(it));
        if let Some(agency) = between(at, "<strong>", "</strong>").map(bare) {
            agencies += 1;
            assert!(!parts.is_empty() && named(&agency), "{path}: {agency} is not what is chosen, {here:?}");
            let title = between(page, "<title>", "</title>").expect("a title");
            assert!(title.contains(&agency), "{path}: {title}");
        }
        if let Some(case) = case {
            cases += 1;
            assert!(named(case), "{path}: {case} is not what is chosen, {here:?}");
        }
        let wanted =
            usize::from(between(at, "<strong>", "</strong>").is_some()) + usize::from(case.is_some());
        assert_eq!(parts.len(), wanted, "{path} does not say for whom it speaks");
    }
    assert!(100 < agencies && 20 < cases, "{agencies} pages of agencies, {cases} of cases");
}

#[test]
fn a_table_of_differences_has_only_rows_that_differ() {
    let (mut tables, mut rows) = (0, 0);
    for (path, page) in pages() {
        let Some(table) = between(page, "id=\"muc-so-sanh\"", "</section>") else { continue };
        tables += 1;
        for row in table.split("<dt>").skip(1) {
            rows += 1;
            let values: Vec<&str> = row.split("<li>").skip(1).collect();
            let distinct: BTreeSet<&str> =
                values.iter().map(|it| it.split("</li>").next().unwrap_or_default()).collect();
            assert!(1 < distinct.len() && distinct.len() == values.len(), "{path}: {row}");
        }
    }
    assert!(50 < tables && 100 < rows, "{tables} tables, {rows} rows");
}
