//! What stands in the head of pages: what they load, and what others are told of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::built::pages;
use crate::html::{Piece, pieces};
use crate::program::{TODAY, folder, put, real_catalogue, repository, run_to, tree};

/// Every text file that is made of it.
fn built(root: &Path) -> BTreeMap<String, String> {
    run_to(0, root, &["build", "--quiet", "--as-of", TODAY, "--output", "public"]);
    let files = tree(&root.join("public")).into_iter();
    files.filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?))).collect()
}

fn is_a(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|it| it == ending)
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
    let root = folder(&[
        ("site.toml", "title = \"A\"\n"),
        ("content/offices/ap-bac.yaml", "title: Trung tâm Ấp Bắc\nkind: one-stop\nprovince: An Ví Dụ\n"),
    ]);
    let ours = built(root.path());
    for (name, bytes) in tree(&repository().join("themes/default/templates")) {
        let text = String::from_utf8(bytes).expect("UTF-8");
        if text.starts_with("{% extends \"base.html\" %}") {
            let main = "{% block main %}";
            let words =
                "{% block description %}<meta name=\"description\" content=\"B\">{% endblock description %}";
            let text = text.replacen(main, &format!("{words}\n{main}"), 1);
            put(root.path(), &format!("themes/mine/templates/{name}"), &text);
        }
    }
    put(root.path(), "site.toml", "title = \"A\"\ntheme = \"mine\"\n");
    let own = built(root.path());
    let (mut lost, mut loading) = (Vec::new(), 0);
    for (path, html) in ours.iter().filter(|(path, _)| path.ends_with("index.html")) {
        assert!(own[path].contains("content=\"B\""), "{path}");
        loading += usize::from(loaded(html).iter().any(|it| is_a(it, "js")));
        if loaded(html) != loaded(&own[path]) {
            lost.push(path);
        }
    }
    assert!(lost.is_empty() && loading == 4, "{loading} pages load scripts; not those of {lost:?}");
}

/// Each `og:` property of a page and what it says.
fn told(all: &[Piece<'_>]) -> Vec<(String, String)> {
    let metas = all.iter().filter(|it| it.is("meta"));
    let named =
        metas.filter_map(|it| Some((it.value("property")?.strip_prefix("og:")?, it.value("content")?)));
    named.map(|(name, content)| (name.to_owned(), content.to_owned())).collect()
}

/// Bytes of it in the page, which has a description anyway; and those that its author chose.
fn weight((name, content): &(String, String)) -> [usize; 2] {
    if name == "description" {
        return [" property=\"og:description\"".len(), 0];
    }
    let tag = "<meta property=\"og:\" content=\"\">".len() + name.len() + content.len();
    [tag, if matches!(name.as_str(), "title" | "url") { content.len() } else { 0 }]
}

#[test]
fn who_was_sent_a_link_saw_nothing_of_what_it_leads_to() {
    /// Bytes that a page grows by; without its own title and address.
    const MOST: usize = 600;
    const MOST_OF_OURS: usize = 420;
    let root = real_catalogue();
    let own = fs::read_to_string(root.path().join("site.toml")).expect("settings");
    put(root.path(), "site.toml", &format!("base_url = \"https://vi-du.vn/kho\"\n{own}"));
    let site = built(root.path());
    let (mut shown, mut hidden, mut bytes, mut kinds) = (0, 0, 0, BTreeMap::new());
    for (path, html) in site.iter().filter(|(path, _)| is_a(path, "html")) {
        let all = pieces(html);
        let meta = |name: &str| all.iter().find(|it| it.value("name") == Some(name))?.value("content");
        let told = told(&all);
        let Some(address) = all.iter().find(|it| it.value("rel") == Some("canonical")) else {
            assert_eq!(told, [], "{path}");
            continue;
        };
        if meta("robots").is_some() {
            hidden += 1;
            assert_eq!(told, [], "{path}");
            continue;
        }
        shown += 1;
        let names: Vec<&str> =
            told.iter().map(|it| it.0.as_str()).filter(|it| *it != "description").collect();
        assert_eq!(names, ["title", "url", "type", "site_name", "locale", "image"], "{path}");
        let of = |name: &str| told.iter().find(|it| it.0 == name).map(|it| it.1.as_str());
        assert_eq!(of("url"), address.value("href"), "{path}");
        assert_eq!(of("description"), meta("description"), "{path}");
        let (locale, name) = match path.strip_prefix("en/") {
            Some(_) => ("en_GB", "Electricity services"),
            None => ("vi_VN", "Thủ tục điện"),
        };
        assert_eq!((of("locale"), of("site_name")), (Some(locale), Some(name)), "{path}");
        let title = all.iter().find(|it| it.is("title")).expect("a title").text;
        let title = title.strip_suffix(&format!(" – {name}")).expect("the site's name");
        let is_home = path.trim_start_matches("en/") == "index.html";
        assert_eq!(of("title"), Some(if is_home { name } else { title }), "{path}");
        let picture = of("image").and_then(|it| it.strip_prefix("https://vi-du.vn/kho/assets/icon-512."));
        assert!(picture.is_some_and(|it| is_a(it, "png")), "{path}: {picture:?}");
        let weights: Vec<[usize; 2]> = told.iter().map(weight).collect();
        let (all, own): (usize, usize) =
            (weights.iter().map(|it| it[0]).sum(), weights.iter().map(|it| it[1]).sum());
        assert!(all - own < MOST_OF_OURS, "{path}: {} bytes", all - own);
        bytes += all;
        *kinds.entry(path.matches('/').count()).or_insert(0) += 1;
    }
    assert!(100 < shown && 10 < hidden && 3 < kinds.len(), "{shown} {hidden} {kinds:?}");
    assert!(bytes < MOST * shown, "{bytes} bytes on {shown} pages");
    let silent = pages().filter(|(_, html)| !told(&pieces(html)).is_empty());
    assert_eq!(silent.count(), 0, "a site that does not know its address says so");
}

/// It is read far from the marks beside what nobody confirmed.
#[test]
fn what_is_told_of_a_link_was_surer_than_the_page() {
    let (mut doubted, mut sure) = (0, 0);
    for (path, html) in pages().filter(|it| it.1.contains("schema.org/GovernmentService")) {
        let all = pieces(html);
        let about = all.iter().find(|it| it.value("name") == Some("description"));
        let Some(about) = about.and_then(|it| it.value("content")) else { continue };
        let parts = html.split_once("id=\"muc-chua-xac-nhan\"").and_then(|(_, it)| it.split_once("<p>"));
        let parts = parts.and_then(|(_, it)| it.split_once('.')).map(|(parts, _)| parts);
        let mark = if path.starts_with("en/") { "Not confirmed" } else { "Chưa xác nhận" };
        if let Some(parts) = parts {
            doubted += 1;
            assert!(about.ends_with(&format!(" ({mark}: {parts})")), "{path}: {about}");
        } else {
            sure += 1;
            assert!(!about.contains(mark), "{path}: {about}");
        }
    }
    assert!(10 < doubted && 0 < sure, "{doubted} {sure}");
}

#[test]
fn quotes_in_a_title_end_nothing_of_what_is_told_of_a_link() {
    let root = folder(&[
        ("site.toml", "title = 'A \"B\" & C'\nbase_url = \"https://vi-du.vn\"\n"),
        (
            "content/pages/hoi.md",
            "---\ntitle: 'Đơn \"mẫu\" & giấy'\nsummary: 'Giấy \"gốc\" & bản sao.'\n---\n\nMột dòng.\n",
        ),
    ]);
    let site = built(root.path());
    let page = &site["hoi/index.html"];
    for said in [
        "<title>Đơn &quot;mẫu&quot; &amp; giấy – A &quot;B&quot; &amp; C</title>",
        "property=\"og:title\" content=\"Đơn &quot;mẫu&quot; &amp; giấy\"",
        "property=\"og:description\" content=\"Giấy &quot;gốc&quot; &amp; bản sao.\"",
        "property=\"og:site_name\" content=\"A &quot;B&quot; &amp; C\"",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
}
