use jiff::civil::date;

use super::*;
use crate::derive::tests::{catalogue, config};
use crate::output::tests::loses_nothing_but_comments;

pub(super) fn theme() -> Theme {
    let folder = tempfile::tempdir().expect("a folder for the test");
    std::fs::write(folder.path().join("site.toml"), "languages = [\"vi\", \"en\"]").expect("its languages");
    crate::read::read(folder.path()).expect("an empty site is a site").theme
}

fn site() -> Vec<OutputFile> {
    site_of(&config())
}

fn site_of(config: &SiteConfig) -> Vec<OutputFile> {
    let (catalogue, theme) = (catalogue(), theme());
    let views = crate::derive::derive(&catalogue, config, date(2026, 11, 23));
    let renderer = Renderer::new(&views, &theme, config).expect("the default theme can be read");
    let mut files = renderer.rest(&views, "0").expect("the default theme works");
    for (at, site) in views.sites.iter().enumerate() {
        for subject in site.subjects() {
            files.extend(renderer.pages(&views, at, &subject).expect("the default theme works"));
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn text<'a>(files: &'a [OutputFile], path: &str) -> &'a str {
    let file = files.iter().find(|it| it.path == path).unwrap_or_else(|| panic!("no file {path}"));
    std::str::from_utf8(&file.bytes).expect("pages are UTF-8")
}

/// Templates ask whether it is there, and every key that says "nothing" costs time on every page.
#[test]
fn what_is_not_there_is_not_said() {
    fn nothing(value: &serde_json::Value, path: &str, found: &mut Vec<String>) {
        match value {
            serde_json::Value::Null => found.push(path.to_owned()),
            serde_json::Value::Array(all) => all.iter().for_each(|it| nothing(it, path, found)),
            serde_json::Value::Object(all) => {
                all.iter().for_each(|(key, it)| nothing(it, &format!("{path}.{key}"), found));
            }
            _ => {}
        }
    }
    let (catalogue, config) = (catalogue(), config());
    let views = crate::derive::derive(&catalogue, &config, date(2026, 11, 23));
    let (mut found, mut seen) = (Vec::new(), 0);
    for site in &views.sites {
        for page in site.subjects().iter().flat_map(|it| pages::pages(site, it, &config)) {
            let value = serde_json::to_value(page.value()).expect("what templates get is text");
            // A page may have no view at all.
            if value.is_object() {
                nothing(&value, page.template(), &mut found);
                seen += 1;
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    assert_eq!(found, Vec::<String>::new());
    assert!(20 < seen, "only {seen} pages");
}

#[test]
fn every_page_is_there() {
    let files = site();
    let paths: Vec<&str> =
        files.iter().map(|it| it.path.as_str()).filter(|it| !it.starts_with("assets/")).collect();
    expect_test::expect![[r#"
        [
            ".htaccess",
            "404.html",
            "_headers",
            "_nginx.conf",
            "_redirects",
            "a-z/index.html",
            "api/v1/agencies.jsonld",
            "api/v1/index.json",
            "api/v1/openapi.json",
            "api/v1/procedures/cap-dien.csv",
            "api/v1/procedures/cap-dien.json",
            "api/v1/procedures/cap-dien.jsonld",
            "co-quan/cpc/index.html",
            "co-quan/evn/index.html",
            "co-quan/npc/index.html",
            "cu/an-dinh/index.html",
            "doi-tuong/ho-gia-dinh/index.html",
            "en/a-z/index.html",
            "en/cu/an-dinh/index.html",
            "en/index.html",
            "en/manifest.webmanifest",
            "en/ngoai-tuyen/index.html",
            "en/noi-nop/index.html",
            "en/thu-tuc/an-dinh/cot/index.html",
            "en/thu-tuc/an-dinh/cpc/cot/index.html",
            "en/thu-tuc/an-dinh/cpc/index.html",
            "en/thu-tuc/an-dinh/index.html",
            "en/tiep-can/index.html",
            "en/tim-kiem/index.html",
            "feed.xml",
            "hoi-dap/index.html",
            "index.html",
            "linh-vuc/cap-dien/index.html",
            "manifest.webmanifest",
            "ngoai-tuyen/index.html",
            "noi-nop/index.html",
            "noi-nop/tt-1/index.html",
            "robots.txt",
            "sitemap.xml",
            "sw.js",
            "thu-tuc/an-dinh/cot/index.html",
            "thu-tuc/an-dinh/cpc/cot/index.html",
            "thu-tuc/an-dinh/cpc/index.html",
            "thu-tuc/an-dinh/index.html",
            "tiep-can/index.html",
            "tim-kiem/index.html",
            "web.config",
        ]
    "#]]
    .assert_debug_eq(&paths);
}

#[test]
fn a_procedure_says_what_it_knows() {
    let files = site();
    let page = text(&files, "thu-tuc/an-dinh/index.html");
    for part in [
        "<h1 itemprop=\"name\">Ấn định &lt;điện&gt;</h1>",
        "5\u{a0}ngày làm\u{a0}việc",
        "7\u{a0}ngày làm\u{a0}việc",
        "Miễn phí",
        "href=\"https://apply.example.vn/form\"",
        "apply.<wbr>example.<wbr>vn</strong>",
        "Giấy tờ tuỳ thân",
        "1\u{a0}bản chính",
        "kiểm tra ngày 23/11/2026",
        "Chưa xác nhận",
        "href=\"../../thu-tuc/an-dinh/cpc/\"",
        "href=\"../../noi-nop/tt-1/\"",
        "<link rel=\"canonical\" href=\"https://example.vn/kho/thu-tuc/an-dinh/\">",
        "hreflang=\"en\"",
    ] {
        assert!(page.contains(part), "{part} is not in:\n{page}");
    }
    assert!(!page.contains("lắp công tơ"), "words for the search are not shown");
    assert!(text(&files, "thu-tuc/an-dinh/cpc/index.html").contains("3\u{a0}ngày"));
    let english = text(&files, "en/thu-tuc/an-dinh/index.html");
    assert!(
        english.contains("<h1 itemprop=\"name\">Fix &amp; power</h1>")
            && english.contains("5\u{a0}working days")
    );
}

#[test]
fn nothing_inline_and_nothing_from_elsewhere() {
    for file in site().iter().filter(|it| it.bytes.starts_with(b"<!doctype html>")) {
        let html = std::str::from_utf8(&file.bytes).expect("pages are UTF-8");
        for forbidden in [" style=", "<style", " onclick=", "src=\"http", "rel=\"stylesheet\" href=\"http"] {
            assert!(!html.contains(forbidden), "{forbidden} in {}", file.path);
        }
        assert!(html.contains("Content-Security-Policy"), "{}", file.path);
        assert!(!html.contains("undefined"), "{}", file.path);
    }
}

#[test]
fn every_link_inside_leads_somewhere() {
    let files = site();
    let exists = |path: &str| files.iter().any(|it| it.path == path);
    for file in files.iter().filter(|it| it.path.ends_with("index.html")) {
        let html = std::str::from_utf8(&file.bytes).expect("pages are UTF-8");
        let folder = file.path.trim_end_matches("index.html");
        for part in html.split("href=\"").skip(1) {
            let href = &part[..part.find('"').expect("an attribute ends")];
            let path = href.split('#').next().unwrap_or("");
            if path.is_empty() {
                assert!(html.contains(&format!("id=\"{}\"", &href[1..])), "{href} in {}", file.path);
                continue;
            }
            if path.contains(':') {
                continue;
            }
            let mut at: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
            for step in path.split('/') {
                match step {
                    ".." => drop(at.pop()),
                    "." | "" => {}
                    name => at.push(name),
                }
            }
            let target = at.join("/");
            let index =
                if target.is_empty() { "index.html".to_owned() } else { format!("{target}/index.html") };
            assert!(exists(&target) || exists(&index), "{href} in {}", file.path);
        }
    }
}

#[test]
fn a_site_without_an_address_has_no_sitemap() {
    let config = SiteConfig { base_url: String::new(), ..config() };
    let files = site_of(&config);
    assert!(!files.iter().any(|it| matches!(it.path.as_str(), "sitemap.xml" | "feed.xml")));
}

#[test]
fn languages_have_the_same_words() {
    let theme = theme();
    let keys = |lang: &str| theme.words[lang].keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys("vi"), keys("en"));
}

#[test]
fn the_style_sheet_is_small() {
    let style = theme().assets.iter().find(|(path, _)| path == "style.css").map(|(_, bytes)| bytes.len());
    assert!(style.is_some_and(|it| it <= 20_000), "{style:?}");
}

#[test]
fn names_of_assets_change_with_their_bytes() {
    assert_eq!(hashed("a/b.css", b"x"), format!("assets/a/b.{}.css", short_hash(b"x")));
    assert_eq!(hashed("a.b/c", b"x"), format!("assets/a.b/c.{}", short_hash(b"x")));
}

#[test]
fn the_worker_knows_what_to_keep_and_where_to_say_that_it_has_not() {
    let files = site();
    let worker = text(&files, "sw.js");
    let constant = |name: &str| -> serde_json::Value {
        let line = worker.lines().find_map(|it| it.strip_prefix(&format!("const {name} = "))).expect(name);
        serde_json::from_str(line.trim_end_matches(';')).expect("JSON")
    };
    let first = constant("FIRST");
    let first: Vec<&str> = first.as_array().expect("a list").iter().filter_map(|it| it.as_str()).collect();
    // The index makes that one.
    assert!(first.contains(&"search/all.js"), "{first:?}");
    for path in first.into_iter().filter(|it| !it.ends_with("search/all.js")) {
        let path = path.trim_start_matches("./");
        let file =
            if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.into() };
        assert!(files.iter().any(|it| it.path == file), "{file}");
    }
    let lost = constant("LOST");
    let bases: Vec<&str> = lost.as_array().expect("a list").iter().filter_map(|it| it[0].as_str()).collect();
    assert_eq!(bases.last(), Some(&""), "a base that fits every path comes last");
    // What the worker turns at an address elsewhere.
    for pair in lost.as_array().expect("a list") {
        let page = text(&files, &format!("{}index.html", pair[1].as_str().expect("an address")));
        assert!(page.contains("id=\"offline-lost\" hidden"));
        let to_root = "../".repeat(pair[1].as_str().expect("an address").matches('/').count());
        for link in ["href=\"", "src=\"", "action=\""].into_iter().flat_map(|it| page.split(it).skip(1)) {
            let fine =
                [&to_root, "#", "https:", "mailto:", "sms:", "tel:"].iter().any(|it| link.starts_with(*it));
            assert!(fine, "{}", &link[..link.len().min(60)]);
        }
    }
}

#[test]
fn a_site_that_writes_a_page_itself_is_given_none() {
    let mut own = catalogue();
    let mut page = own.pages[0].clone();
    page.address = Address::accessibility();
    own.pages.push(page);
    let (theme, config) = (theme(), config());
    let views = crate::derive::derive(&own, &config, date(2026, 11, 23));
    assert!(views.sites[0].statement_address().is_none() && views.sites[0].offline_address().is_some());
    let portable = SiteConfig { portable: true, ..config };
    let views = crate::derive::derive(&own, &portable, date(2026, 11, 23));
    let renderer = Renderer::new(&views, &theme, &portable).expect("the default theme can be read");
    let files = renderer.rest(&views, "0").expect("the default theme works");
    assert!(!files.iter().any(|it| it.path == "sw.js"), "a copy in a folder cannot have one");
}

#[test]
fn the_statement_says_what_a_build_of_this_site_is_held_to() {
    let rules = crate::check::RULES;
    for (code, name, stops) in statement::HELD {
        let rule = rules.iter().find(|it| it.code == code).expect(code);
        assert_eq!(rule.name, name);
        assert_eq!(rule.severity == crate::diagnostic::Severity::Error, stops, "{code}");
        for words in theme().words.values() {
            assert!(words.contains_key(&format!("held_{name}")), "{name}");
        }
    }
    let mut config = config();
    let before = site_of(&config);
    let before = text(&before, "tiep-can/index.html");
    assert!(before.contains("4,5\u{a0}:\u{a0}1") && !before.contains("đã tắt các phép kiểm"));
    config.check.allow.insert("C501".to_owned(), "our colours".to_owned());
    let after = site_of(&config);
    let after = text(&after, "tiep-can/index.html");
    let ignored = after.split("đã tắt các phép kiểm").nth(1).expect("the site's own words");
    assert!(ignored.contains("4,5\u{a0}:\u{a0}1"), "{ignored}");
    assert!(!after.contains("giao diện riêng"));
    let mut own = theme();
    own.assets.iter_mut().find(|it| it.0 == "style.css").expect("the style").1 = b"p {}".to_vec().into();
    assert!(statement::is_own(&own) && !statement::is_own(&theme()));
}

#[test]
fn the_default_theme_was_shipped_with_its_comments_and_another_is_as_its_author_wrote_it() {
    let mut seen = 0;
    for (path, bytes) in embedded::FILES {
        let Some(name) = path.strip_prefix("static/") else { continue };
        let bytes = Arc::new(bytes.to_vec());
        let is_code = matches!(name.rsplit_once('.'), Some((_, "js" | "css")));
        assert_eq!(shipped(name, &bytes).len() < bytes.len(), is_code, "{name}");
        let own = Arc::new([&bytes[..], b"/* Ours. */\n"].concat());
        assert_eq!(shipped(name, &own), own, "{name}");
        if is_code {
            loses_nothing_but_comments(std::str::from_utf8(&bytes).expect("UTF-8"));
            seen += 1;
        }
    }
    assert_eq!(seen, 7);
}
