//! Lists of more procedures than a cheap phone loads at once.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::program::{TODAY, folder, put, run_to};

const PROCEDURES: usize = 230;

/// So many procedures of one field, for one audience, at one agency with one office; every third
/// begins with another letter.
pub(crate) fn long_lists() -> TempDir {
    let site = folder(&[
        ("site.toml", "languages = ['vi', 'en']\nbase_url = 'https://a.vn'\n"),
        ("content/fields.yaml", "a: {title: {vi: Lĩnh vực, en: Field}}\n"),
        ("content/audiences.yaml", "x: {title: Ai cũng được}\n"),
        ("content/agencies/c.yaml", "title: Cơ quan\n"),
        ("content/offices/d.yaml", "title: Văn phòng\nkind: one-stop\nagency: c\nprovince: Hà Nội\n"),
    ]);
    for nth in 0..PROCEDURES {
        let verb = ["Cấp", "Đổi", "Hủy"][nth % 3];
        let mut text =
            format!("title: {{vi: {verb} giấy thứ {nth}, en: Paper {nth}}}\nfield: a\nagency: c\n");
        text += "audiences: [x]\nonline: {level: information}\n";
        text += "channels: [{kind: counter, offices: [d]}]\nunconfirmed: [time, fee]\n";
        put(site.path(), &format!("content/procedures/so-{nth}.yaml"), &text);
    }
    site
}

/// What stands between each `open` and the next `"`.
fn quoted<'a>(html: &'a str, open: &str) -> Vec<&'a str> {
    html.split(open).skip(1).filter_map(|it| it.split('"').next()).collect()
}

/// Where a link of a page in this folder leads, from the root.
fn resolved(folder: &str, href: &str) -> String {
    let mut steps: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for step in href.split('/').filter(|it| !it.is_empty() && *it != ".") {
        if step == ".." { steps.pop().map_or((), drop) } else { steps.push(step) }
    }
    steps.iter().fold(String::new(), |mut path, it| {
        write!(path, "{it}/").expect("a string takes any text");
        path
    })
}

/// The pages of a list in order, from the first by what each calls the next.
fn walked(public: &Path, first: &str) -> Vec<(String, String)> {
    let mut pages = Vec::new();
    let mut at = Some(first.to_owned());
    while let Some(folder) = at {
        let html = fs::read_to_string(public.join(&folder).join("index.html")).expect(&folder);
        let next = html
            .split(r#"<a href=""#)
            .skip(1)
            .find(|it| it.split('>').next().is_some_and(|it| it.ends_with(r#"rel="next""#)));
        at = next.and_then(|it| it.split('"').next()).map(|it| resolved(&folder, it));
        pages.push((folder, html));
    }
    pages
}

#[test]
fn a_long_list_has_each_procedure_once_on_pages_that_lead_to_each_other() {
    let site = long_lists();
    let public = site.path().join("public");
    let shown = public.to_str().expect("a path in UTF-8");
    run_to(0, site.path(), &["build", "--quiet", "--as-of", TODAY, "--output", shown]);
    for first in
        ["a-z/", "linh-vuc/a/", "doi-tuong/x/", "co-quan/c/", "noi-nop/d/", "en/a-z/", "en/linh-vuc/a/"]
    {
        let pages = walked(&public, first);
        assert_eq!(pages.len(), 3, "{first}");
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        for (folder, html) in &pages {
            let here = quoted(html, r#"<a href=""#).into_iter().map(|it| resolved(folder, it));
            let listed: Vec<String> = here.filter(|it| it.contains("thu-tuc/so-")).collect();
            assert!(listed.len() <= 100, "{folder} has {} procedures", listed.len());
            for it in listed {
                *times.entry(it).or_default() += 1;
            }
            assert!(html.len() < 40_000, "{folder} has {} bytes", html.len());
            // Whichever page is named, and whichever place on it, is there.
            for href in quoted(html, r#"href=""#).into_iter().filter(|it| !it.contains(':')) {
                let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
                let target = if path.is_empty() { folder.clone() } else { resolved(folder, path) };
                let file = if path.ends_with('/') || path.is_empty() {
                    public.join(&target).join("index.html")
                } else {
                    public.join(target.trim_end_matches('/'))
                };
                assert!(file.is_file(), "{folder}: {href} leads nowhere");
                if !anchor.is_empty() {
                    let html = fs::read_to_string(&file).expect("a page");
                    assert!(html.contains(&format!(r#"id="{anchor}""#)), "{folder}: {href}: no such place");
                }
            }
        }
        assert_eq!(times.len(), PROCEDURES, "{first}");
        assert!(times.values().all(|it| *it == 1), "{first}: {times:?}");
        let titles: BTreeSet<&str> = pages
            .iter()
            .map(|(_, html)| {
                html.split("<title>").nth(1).and_then(|it| it.split("</title>").next()).expect("a title")
            })
            .collect();
        assert_eq!(titles.len(), 3, "pages of a list are told apart by their titles: {titles:?}");
    }
    let sitemap = fs::read_to_string(public.join("sitemap.xml")).expect("a sitemap");
    assert!(
        sitemap.contains("https://a.vn/a-z/<") && !sitemap.contains("trang-"),
        "a list is entered at its head"
    );
}
