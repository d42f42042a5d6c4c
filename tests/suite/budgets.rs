//! What a page may weigh, on every page of the real catalogue.
//!
//! A phone on a poor network gets the answer with the first packets it receives:
//! 14 kB are what a server sends before it waits for a reply.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::built::{pages, real_site};

const CSS_RAW: usize = 20_000;
const CSS_GZ: usize = 5_000;
const HTML_RAW: usize = 30_000;
const HTML_GZ: usize = 8_000;
const FIRST_VIEW_GZ: usize = 14_000;

fn gz(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("writing to memory cannot fail");
    encoder.finish().expect("writing to memory cannot fail").len()
}

fn style() -> &'static [u8] {
    let style = real_site().iter().find(|(path, _)| path.starts_with("assets/style."));
    style.expect("the style sheet").1
}

#[test]
fn the_style_sheet_keeps_its_budget() {
    assert!(style().len() <= CSS_RAW, "{} bytes, {CSS_RAW} allowed", style().len());
    assert!(gz(style()) <= CSS_GZ, "{} bytes compressed, {CSS_GZ} allowed", gz(style()));
}

/// What a page loads after it is read, compressed.
#[test]
fn scripts_of_pages_keep_their_budgets() {
    for (name, most) in [("finder", 2_000), ("due", 3_000)] {
        let script = real_site().iter().find(|(path, _)| path.starts_with(&format!("assets/{name}.")));
        let size = gz(script.expect(name).1);
        assert!(size <= most, "{name}: {size} bytes compressed, {most} allowed");
    }
}

#[test]
fn every_page_keeps_its_budget() {
    let style = gz(style());
    let mut over = Vec::new();
    let mut seen = 0;
    for (path, html) in pages() {
        seen += 1;
        let compressed = gz(html.as_bytes());
        let figures = [
            ("raw", html.len(), HTML_RAW),
            ("compressed", compressed, HTML_GZ),
            ("compressed with its style", compressed + style, FIRST_VIEW_GZ),
        ];
        for (what, size, most) in figures {
            if most < size {
                over.push(format!("{path}: {size} bytes {what}, {most} allowed"));
            }
        }
    }
    assert!(100 < seen, "only {seen} pages");
    assert!(over.is_empty(), "{}", over.join("\n"));
}

#[test]
fn a_page_needs_two_requests_and_no_script() {
    let mut odd = Vec::new();
    for (path, html) in pages() {
        // What a browser asks for before it shows the page: the page itself is the first request.
        let blocking = html
            .split('<')
            .filter(|it| {
                let style = it.starts_with("link ") && it.contains("stylesheet");
                let script = it.starts_with("script") && !it.contains("defer") && !it.contains("json");
                style || script || it.starts_with("img ") || it.starts_with("iframe")
            })
            .count();
        // Where one searches as one types, the box has a sheet of its own.
        let most = if html.contains("search-box") { 2 } else { 1 };
        if blocking != most {
            odd.push(format!("{path}: {blocking} files besides the page"));
        }
        let scripts = html.split("<script").skip(1).map(|it| it.split('>').next().unwrap_or_default());
        odd.extend(scripts.filter(|it| !it.contains("src=")).map(|it| format!("{path}: inline script{it}")));
    }
    assert!(odd.is_empty(), "{}", odd.join("\n"));
}

/// Scripts that a page or a device loads besides the search, each by itself.
#[test]
fn every_small_script_keeps_its_budget() {
    let mut seen = 0;
    for (path, bytes) in real_site() {
        let most = match path.as_str() {
            "sw.js" => 2 << 10,
            _ if path.starts_with("assets/search-box.") => continue,
            _ if path.starts_with("assets/") && path.rsplit('.').next() == Some("js") => 3 << 10,
            _ => continue,
        };
        seen += 1;
        assert!(gz(bytes) <= most, "{path}: {} bytes compressed, {most} allowed", gz(bytes));
    }
    assert!(4 <= seen, "only {seen} scripts");
}

/// Whoever pays for data pressed a button that did not say how much it fetches.
#[test]
fn the_button_says_how_much_a_device_fetches() {
    let site = real_site();
    let worker = std::str::from_utf8(&site["sw.js"]).expect("scripts are UTF-8");
    let first = worker.lines().find_map(|it| it.strip_prefix("const FIRST = ")).expect("what is kept first");
    let first: Vec<String> = serde_json::from_str(first.trim_end_matches(';')).expect("JSON");
    let bytes: usize = first
        .iter()
        .map(|it| it.trim_start_matches("./"))
        .map(|it| if it.is_empty() || it.ends_with('/') { format!("{it}index.html") } else { it.to_owned() })
        .map(|it| site[&it].len())
        .sum();
    for (page, about) in [("ngoai-tuyen/index.html", "khoảng"), ("en/ngoai-tuyen/index.html", "about")] {
        let html = std::str::from_utf8(&site[page]).expect("pages are UTF-8");
        let button = html.split("<button").nth(1).and_then(|it| it.split("</button>").next());
        let told = button.and_then(|it| it.split_once(&format!("({about} "))).expect("a size").1;
        let told: usize = told.split('\u{a0}').next().and_then(|it| it.parse().ok()).expect("a number of kB");
        let least = bytes / 1000;
        assert!((least..least + 12).contains(&told), "{page}: {told} kB, {bytes} bytes");
    }
}
