//! What is wrong with a page can be said to somebody who then knows which page, and of which day.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::built::pages;
use crate::program::{TODAY, empty_folder, real_catalogue, run_to, tree};

/// Mail programs cut longer addresses off.
const MOST: usize = 2_000;

/// The real catalogue of an owner who says this of himself.
fn built(owner: &str) -> BTreeMap<String, Vec<u8>> {
    let root = real_catalogue();
    let settings = root.path().join("site.toml");
    let text = fs::read_to_string(&settings).expect("settings");
    let owned = text.replace("[owner]\n", &format!("[owner]\n{owner}\n")).replace("hotline = \"\"\n", "");
    let owned = owned.replace("apply_hosts = [", "apply_hosts = [\"gop-y.example.vn\", ");
    assert_ne!(owned, text);
    fs::write(&settings, owned).expect("a file");
    let out = empty_folder();
    let output = out.path().join("public");
    run_to(
        0,
        root.path(),
        &["build", "--quiet", "--as-of", TODAY, "--output", output.to_str().expect("UTF-8")],
    );
    tree(&output)
}

/// Address and HTML of every page that people read on a screen.
fn read_on_screens(site: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = (&str, &str)> {
    site.iter()
        .filter(|(path, _)| Path::new(path).extension().is_some_and(|it| it == "html") && *path != "404.html")
        .map(|(path, bytes)| {
            (path.trim_end_matches("index.html"), std::str::from_utf8(bytes).expect("UTF-8"))
        })
        .filter(|(_, html)| html.contains("<footer>"))
}

fn attribute<'a>(html: &'a str, starts: &str) -> Option<&'a str> {
    let (_, rest) = html.split_once(&format!(" href=\"{starts}"))?;
    rest.split('"').next()
}

#[test]
fn every_page_begins_a_letter_that_names_it() {
    let site = built("email = \"gop-y@example.vn\"\nhotline = \"1900 0000\"");
    let (mut seen, mut longest) = (0, 0);
    for (address, html) in read_on_screens(&site) {
        let letter = attribute(html, "mailto:gop-y@example.vn?")
            .unwrap_or_else(|| panic!("{address}: no letter begun"));
        let page = if address.is_empty() { "/" } else { address.trim_end_matches('/') };
        let named = page.replace('/', "%2F");
        assert_eq!(letter.matches(&format!("%3A%20{named}")).count(), 2, "{address}: {letter}");
        assert!(letter.contains("2026"), "{address}: no version in {letter}");
        assert!(html.contains("href=\"tel:"), "{address}: nobody to call");
        longest = longest.max(letter.len());
        seen += 1;
    }
    assert!(200 < seen, "{seen} pages");
    assert!(longest < MOST, "{longest} bytes");
}

#[test]
fn every_page_leads_to_the_form_with_its_name_and_version() {
    let site = built("feedback = \"https://gop-y.example.vn/moi?kenh=web\"");
    let mut versions = std::collections::BTreeSet::new();
    for (address, html) in read_on_screens(&site) {
        let form = attribute(html, "https://gop-y.example.vn/moi?kenh=web&amp;page=").expect(address);
        let page = if address.is_empty() { "/" } else { address.trim_end_matches('/') };
        assert!(form.starts_with(&format!("{}&amp;version=", page.replace('/', "%2F"))), "{address}: {form}");
        let lang = if address.starts_with("en/") { "en" } else { "vi" };
        assert!(form.ends_with(&format!("&amp;lang={lang}")), "{address}: {form}");
        assert!(!html.contains("mailto:"), "{address}");
        versions.extend(form.split("version=").nth(1).map(str::to_owned));
    }
    assert!(20 < versions.len(), "pages of procedures have versions of their own: {versions:?}");
}

#[test]
fn a_page_can_be_sent_to_a_telephone() {
    let root = real_catalogue();
    let settings = root.path().join("site.toml");
    let text = fs::read_to_string(&settings).expect("settings");
    fs::write(&settings, format!("base_url = \"https://vi-du.vn\"\n{text}")).expect("a file");
    let out = empty_folder();
    let output = out.path().join("public");
    let shown = output.to_str().expect("UTF-8");
    run_to(0, root.path(), &["build", "--quiet", "--as-of", TODAY, "--output", shown]);
    let site = tree(&output);
    let mut seen = 0;
    for (address, html) in read_on_screens(&site) {
        seen += 1;
        let page = format!("https%3A%2F%2Fvi-du.vn%2F{}", address.replace('/', "%2F"));
        assert_eq!(attribute(html, "sms:?body="), Some(page.as_str()), "{address}");
        let mail = attribute(html, "mailto:?subject=").expect(address);
        assert!(mail.ends_with(&format!("&amp;body={page}")), "{address}: {mail}");
    }
    assert!(200 < seen, "{seen} pages");
}

#[test]
fn an_owner_who_names_nobody_is_not_given_an_address() {
    for (path, html) in pages() {
        assert!(!html.contains("mailto:"), "{path}");
    }
}

#[test]
fn a_procedure_says_whom_to_reach_even_where_the_one_in_charge_cannot_be() {
    let html: BTreeMap<&str, &str> = pages().collect();
    let contact = |path: &str| {
        let after = html[path].split("id=\"muc-lien-he\"").nth(1).expect("the part is there");
        after.split("</section>").next().expect("an end")
    };
    let own = contact("thu-tuc/cap-dien-sinh-hoat/evnnpc/index.html");
    assert!(own.contains("tel:19006769") && own.contains("https://cskh.npc.com.vn/"), "{own}");
    let above = contact("thu-tuc/cap-dien-sinh-hoat/pc-quang-ninh/index.html");
    assert!(above.contains("Công ty Điện lực Quảng Ninh") && above.contains("Chưa có tổng đài"), "{above}");
    assert!(above.contains("tel:19006769"), "the one above it: {above}");
    let general = contact("thu-tuc/cap-dien-sinh-hoat/index.html");
    assert!(general.contains("tel:19001288") && general.contains("tel:19006769"), "{general}");
    let missing: Vec<&&str> = html
        .iter()
        .filter(|(path, it)| {
            path.contains("thu-tuc/") && it.contains("<footer>") && !it.contains("muc-lien-he")
        })
        .map(|(path, _)| path)
        .collect();
    assert_eq!(missing, [&""; 0]);
}
