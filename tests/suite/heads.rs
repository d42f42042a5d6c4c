//! What stands in the head of pages: what they load, and what others are told of them.

use std::collections::BTreeMap;
use std::fs;

use crate::built::pages;
use crate::html::{Piece, pieces};
use crate::program::{TODAY, put, real_catalogue, repository, run_to, tree};

/// The site of the real catalogue, with these settings first and these templates in place of ours.
fn built(settings: &str, templates: &[(String, String)]) -> BTreeMap<String, String> {
    let root = real_catalogue();
    let own = fs::read_to_string(root.path().join("site.toml")).expect("settings");
    put(root.path(), "site.toml", &format!("{settings}\n{own}"));
    for (name, text) in templates {
        put(root.path(), &format!("themes/mine/templates/{name}"), text);
    }
    run_to(0, root.path(), &["build", "--quiet", "--as-of", TODAY, "--output", "public"]);
    let files = tree(&root.path().join("public")).into_iter();
    files.filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?))).collect()
}

/// Addresses of what a page loads.
fn loaded(html: &str) -> Vec<String> {
    let address = |it: &Piece<'_>| match it.value("rel") {
        Some("stylesheet" | "manifest") => it.value("href").map(str::to_owned),
        _ if it.is("script") => it.value("src").map(str::to_owned),
        _ => None,
    };
    let mut found: Vec<String> = pieces(html).iter().filter_map(address).collect();
    found.sort();
    found
}

/// The guide said that the block holds a description; the scripts stood in it too.
#[test]
fn a_theme_that_words_the_description_lost_the_search_box() {
    let folder = repository().join("themes/default/templates");
    let mut own = Vec::new();
    for (name, bytes) in tree(&folder) {
        let text = String::from_utf8(bytes).expect("UTF-8");
        let (open, close) = ("{% block description %}", "{% endblock description");
        if let (true, Some((before, rest))) = (name != "base.html", text.split_once(open)) {
            let (_, after) = rest.split_once(close).expect("its end");
            own.push((
                name,
                format!("{before}{open}<meta name=\"description\" content=\"A\">{close}{after}"),
            ));
        }
    }
    let own = built("theme = \"mine\"", &own);
    let (mut lost, mut scripts) = (Vec::new(), 0);
    for (path, html) in pages() {
        scripts += loaded(html).iter().filter(|it| it.ends_with(".js")).count();
        if loaded(html) != loaded(&own[path]) {
            lost.push(path);
        }
    }
    assert!(lost.is_empty() && 10 < scripts, "{scripts} scripts; not on {lost:?}");
}
