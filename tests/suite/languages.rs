//! Pages in two languages: each says where the other is, and which words are not its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::built::pages;
use crate::program::{TODAY, empty_folder, folder, real_catalogue, run_to, tree};

const HOST: &str = "https://vi-du.vn/kho";

fn built(root: &Path) -> BTreeMap<String, String> {
    let out = empty_folder();
    let output = out.path().join("public");
    run_to(0, root, &["build", "--quiet", "--as-of", TODAY, "--output", output.to_str().expect("UTF-8")]);
    let html = tree(&output)
        .into_iter()
        .filter(|(path, _)| Path::new(path).extension().is_some_and(|it| it == "html"));
    html.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("pages are UTF-8"))).collect()
}

/// `hreflang` to path, as the head of a page says.
fn alternates(html: &str) -> BTreeMap<&str, String> {
    let head = html.split("</head>").next().unwrap_or_default();
    let links = head.split("<link rel=\"alternate\" hreflang=\"").skip(1);
    links
        .map(|it| {
            let (lang, rest) = it.split_once("\" href=\"").expect("an address follows");
            let url = rest.split('"').next().unwrap_or_default();
            let path =
                url.strip_prefix(HOST).expect("it lies on the site's own host").trim_start_matches('/');
            (lang, format!("{path}index.html"))
        })
        .collect()
}

#[test]
fn every_page_names_its_other_language_and_the_one_for_everybody_else() {
    let root = real_catalogue();
    let settings = root.path().join("site.toml");
    let text = fs::read_to_string(&settings).expect("settings");
    fs::write(&settings, format!("base_url = \"{HOST}\"\n{text}")).expect("a file");
    let pages = built(root.path());
    let mut pairs = 0;
    for (path, html) in &pages {
        let lang = if path.starts_with("en/") { "en" } else { "vi" };
        assert!(html.contains(&format!("<html lang=\"{lang}\">")), "{path}");
        let found = alternates(html);
        if found.is_empty() {
            let other =
                if lang == "en" { path.trim_start_matches("en/").to_owned() } else { format!("en/{path}") };
            let read = html.contains("<footer>") && path != "404.html";
            assert!(!read || !pages.contains_key(&other), "{path} hides {other}");
            continue;
        }
        pairs += 1;
        assert_eq!(found.keys().copied().collect::<Vec<_>>(), ["en", "vi", "x-default"], "{path}");
        assert_eq!(&found[lang], path);
        assert_eq!(found["x-default"], found["vi"], "{path}");
        for to in found.values() {
            assert_eq!(alternates(&pages[to]), found, "{path} and {to} name different pages");
        }
    }
    assert!(200 < pairs, "{pairs} pages");
}

/// Names of places and numbers of decrees are the same in every language.
const NAMES: &[&str] = &[
    "Cẩm Phả",
    "Đồng Tháp",
    "Hà Nội",
    "Hải Dương",
    "Hồ Chí Minh",
    "Quảng Ninh",
    "Tết",
    "NĐ-CP",
    "QĐ-BCT",
    "QĐ-EVN",
    "QĐ-TTg",
];

#[test]
fn no_english_page_speaks_vietnamese_without_saying_so() {
    let (mut seen, mut odd) = (0, BTreeSet::new());
    for (path, html) in pages().filter(|(path, _)| path.starts_with("en/")) {
        seen += 1;
        for text in spoken(html, "en") {
            let rest = NAMES.iter().fold(text.to_owned(), |rest, name| rest.replace(name, ""));
            if rest.chars().any(|c| "đĐăĂơƠưƯ".contains(c) || ('\u{1ea0}'..='\u{1ef9}').contains(&c))
            {
                odd.insert(format!("{path}: {text}"));
            }
        }
    }
    assert!(100 < seen, "{seen} pages");
    assert!(odd.is_empty(), "{}", odd.into_iter().take(20).collect::<Vec<_>>().join("\n"));
}

/// The texts of a page's body in this language: the nearest `lang` above each says which it is.
fn spoken<'a>(html: &'a str, lang: &str) -> Vec<&'a str> {
    let mut open: Vec<(&str, Option<&str>)> = Vec::new();
    let mut found = Vec::new();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        if let Some(closed) = name.strip_prefix('/') {
            while open.pop().is_some_and(|(it, _)| it != closed) {}
        } else if !["br", "meta", "link", "input", "img", "path", "rect", "!doctype"].contains(&name)
            && !tag.ends_with('/')
        {
            let of = tag.split(" lang=\"").nth(1).and_then(|it| it.split('"').next());
            open.push((name, of));
        }
        let here = open.iter().rev().find_map(|(_, of)| *of);
        if here == Some(lang) && !text.trim().is_empty() {
            found.push(text.trim());
        }
    }
    found
}

#[test]
fn a_list_says_which_of_its_pages_are_in_another_language() {
    let root = folder(&[
        ("site.toml", "languages = [\"vi\", \"en\"]\n"),
        ("content/fields.yaml", "a: {title: {vi: Lĩnh vực, en: Field}}\n"),
        ("content/agencies/b.yaml", "title: {vi: Cơ quan, en: Agency}\n"),
        (
            "content/procedures/mot.yaml",
            "title: Đổi tên\nfield: a\nagency: b\nonline: {level: information}\nunconfirmed: [time, fee]\n",
        ),
    ]);
    let pages = built(root.path());
    let link = "lang=\"vi\">Đổi tên</a> <span class=\"hint\">(in Vietnamese)</span>";
    for list in ["en/linh-vuc/a/index.html", "en/co-quan/b/index.html", "en/a-z/index.html"] {
        assert!(pages[list].contains(link), "{list}:\n{}", pages[list]);
    }
    assert!(
        pages["en/index.html"].contains("Procedures in Vietnamese only: 1"),
        "{}",
        pages["en/index.html"]
    );
    assert!(!pages.contains_key("en/thu-tuc/mot/index.html"));
    assert!(!pages["thu-tuc/mot/index.html"].contains("hreflang"), "there is no other to name");
}
