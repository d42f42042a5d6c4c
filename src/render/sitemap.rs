//! `sitemap.xml` and `robots.txt`.

use std::fmt::Write as _;

use super::absolute;
use crate::config::SiteConfig;
use crate::derive::{Subject, Views};
use crate::output::OutputFile;

/// The protocol's limit for one file; see sitemaps.org.
const MOST: usize = 50_000;

const OPEN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Addresses must be absolute, so a site that does not know its own has `robots.txt` alone.
pub(super) fn files(views: &Views<'_>, config: &SiteConfig) -> Vec<OutputFile> {
    let mut addresses: Vec<String> = Vec::new();
    for site in &views.sites {
        let listed = site.subjects().into_iter().filter(Subject::is_listed);
        let found = listed.flat_map(|it| site.listed_addresses(&it));
        addresses.extend(found.filter_map(|it| absolute(config, it.as_str())));
    }
    addresses.sort();
    let Some(sitemap) = absolute(config, "sitemap.xml") else {
        return vec![OutputFile::text("robots.txt", "User-agent: *\nAllow: /\n".to_owned())];
    };
    let mut files =
        vec![OutputFile::text("robots.txt", format!("User-agent: *\nAllow: /\nSitemap: {sitemap}\n"))];
    if addresses.len() <= MOST {
        files.push(OutputFile::text("sitemap.xml", list("urlset", "url", &addresses)));
        return files;
    }
    let mut parts = Vec::new();
    for (at, part) in addresses.chunks(MOST).enumerate() {
        let path = format!("sitemap-{}.xml", at + 1);
        parts.extend(absolute(config, &path));
        files.push(OutputFile::text(path, list("urlset", "url", part)));
    }
    files.push(OutputFile::text("sitemap.xml", list("sitemapindex", "sitemap", &parts)));
    files
}

fn list(root: &str, item: &str, addresses: &[String]) -> String {
    let mut xml = format!("{OPEN}<{root} xmlns=\"{SPACE}\">\n");
    for address in addresses {
        let escaped = address.replace('&', "&amp;").replace('<', "&lt;");
        writeln!(xml, "<{item}><loc>{escaped}</loc></{item}>").expect("writing to a string cannot fail");
    }
    xml + &format!("</{root}>\n")
}
