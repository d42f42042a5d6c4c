//! Lists of more procedures than a cheap phone loads at once.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::html::{pieces, resolved};
use crate::program::{TODAY, folder, put, run_to};

const PROCEDURES: usize = 230;

/// So many procedures of one field, for one audience, at one agency with one office; every third
/// begins with another letter.
pub(crate) fn long_lists() -> TempDir {
    let site = folder(&[
        ("site.toml", "languages = ['vi', 'en']\nbase_url = 'https://a.vn'\n"),
        ("content/fields.yaml", "a: {title: {vi: Lĩnh vực, en: Field}}\n"),
        ("content/audiences.yaml", "x: {title: Ai cũng được}\n"),
        ("content/agencies/c.yaml", "title: Cơ quan\nhotline: '1900 1000'\n"),
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

/// The pages of a list in order, from the first by what each calls the next: path and text.
fn walked(public: &Path, first: &str) -> Vec<(String, String)> {
    let mut pages = Vec::new();
    let mut at = Some(first.to_owned());
    while let Some(folder) = at {
        let path = format!("{folder}index.html");
        let html = fs::read_to_string(public.join(&path)).expect(&path);
        let next =
            pieces(&html).iter().find(|it| it.value("rel") == Some("next")).and_then(|it| it.value("href"));
        at = next.map(|it| resolved(&path, it));
        pages.push((path, html));
    }
    pages
}

/// Is the file there, and the place on it?
fn is_there(public: &Path, path: &str, href: &str) -> bool {
    let (to, anchor) = href.split_once('#').unwrap_or((href, ""));
    let mut file = if to.is_empty() { path.to_owned() } else { resolved(path, to) };
    if file.is_empty() || file.ends_with('/') {
        file.push_str("index.html");
    }
    let has = |html: &str| pieces(html).iter().any(|it| it.value("id") == Some(anchor));
    let file = public.join(file);
    if anchor.is_empty() { file.is_file() } else { fs::read_to_string(file).is_ok_and(|it| has(&it)) }
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
        let mut titles = BTreeSet::new();
        for (path, html) in &pages {
            let all = pieces(html);
            titles.insert(all.iter().find(|it| it.is("title")).expect("a title").text);
            let hrefs: Vec<&str> = all.iter().filter_map(|it| it.value("href")).collect();
            let listed = hrefs.iter().map(|it| resolved(path, it)).filter(|it| it.contains("thu-tuc/so-"));
            let listed: Vec<String> = listed.collect();
            assert!(listed.len() <= 100, "{path} has {} procedures", listed.len());
            for it in listed {
                *times.entry(it).or_default() += 1;
            }
            assert!(html.len() < 40_000, "{path} has {} bytes", html.len());
            for href in hrefs.into_iter().filter(|it| !it.contains(':')) {
                assert!(is_there(&public, path, href), "{path}: {href} leads nowhere");
            }
        }
        assert_eq!(times.len(), PROCEDURES, "{first}");
        assert!(times.values().all(|it| *it == 1), "{first}: {times:?}");
        assert_eq!(titles.len(), 3, "pages of a list are told apart by their titles: {titles:?}");
    }
    let sitemap = fs::read_to_string(public.join("sitemap.xml")).expect("a sitemap");
    let at_heads = sitemap.contains("https://a.vn/a-z/<") && !sitemap.contains("trang-");
    assert!(at_heads, "a list is entered at its head");
}

#[test]
fn later_pages_of_an_agency_and_an_office_do_not_repeat_what_the_first_one_says() {
    let site = long_lists();
    let public = site.path().join("public");
    let shown = public.to_str().expect("a path in UTF-8");
    run_to(0, site.path(), &["build", "--quiet", "--as-of", TODAY, "--output", shown]);
    for (first, fact) in [("co-quan/c/", "1900 1000"), ("noi-nop/d/", "Hà Nội")] {
        let pages = walked(&public, first);
        for (nth, (path, html)) in pages.iter().enumerate() {
            let main =
                html.split("<main").nth(1).and_then(|it| it.split("</main>").next()).expect("a main part");
            let (above, list) = main.split_once("thu-tuc/so-").expect("a list");
            assert_eq!(above.contains(fact) && above.contains("<dl"), nth == 0, "{path}: {above}");
            assert!(nth == 0 || !list.contains("<h2"), "{path} goes on after its list");
            let back =
                pieces(above).iter().filter_map(|it| it.value("href")).any(|it| resolved(path, it) == first);
            assert_eq!(back, nth != 0, "{path} leads back to its first page: {above}");
        }
    }
}
