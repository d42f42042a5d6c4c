//! `site.toml`. Every key has a default, so an empty file is a valid site.

use std::collections::BTreeMap;

use serde::Deserialize;

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SiteConfig {
    pub title: String,
    /// Titles in other languages: `title_in.en = "…"`.
    pub title_in: BTreeMap<String, String>,
    /// One sentence for search engines and the home page.
    pub description: String,
    pub description_in: BTreeMap<String, String>,
    /// Where the site is published, without a trailing slash; may have a path. Empty: unknown,
    /// and then no sitemap, feed or canonical address is written.
    pub base_url: String,
    /// The main language first.
    pub languages: Vec<String>,
    /// IANA name; instants become days here, wherever the machine stands.
    pub time_zone: String,
    /// Folder below `themes/`, laid over the default theme file by file.
    pub theme: String,
    /// Output folder, relative to the root.
    pub output: String,
    /// Sheets to print and cards for call centres, three a page.
    pub sheets: bool,
    pub owner: Owner,
    pub links: Links,
    pub search: Matters,
    pub check: CheckConfig,
    /// For a copy that is opened from a folder: links name files. Asked for on the command line,
    /// since one and the same site is published and handed out.
    #[serde(skip)]
    pub portable: bool,
}

/// Whose site it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Owner {
    pub name: String,
    pub hotline: String,
    pub email: String,
    pub address: String,
    /// Where readers say what is wrong with a page: a mail address, or an `https://` form on a host
    /// of `apply_hosts`; `email` if empty.
    pub feedback: String,
    /// Ids of the procedures that the home page leads with, in this order.
    pub popular: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Links {
    /// Hosts that `apply` may lead to; a leading `*.` allows every host below.
    pub apply_hosts: Vec<String>,
}

impl Links {
    /// May a button lead to this host?
    pub fn allow(&self, host: &str) -> bool {
        self.apply_hosts.iter().any(|pattern| match pattern.strip_prefix("*.") {
            Some(domain) => host.strip_suffix(domain).is_some_and(|it| it.ends_with('.')),
            None => host == pattern,
        })
    }
}

/// Phrases by which a query about what others do is told from one about ours, with marks or without.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Matters {
    /// `điện`, `công tơ`: who types one is sooner believed.
    pub ours: Vec<String>,
    /// `đồng hồ nước`: who types it, and besides nothing of ours, is answered nothing. What stands in both is
    /// of nobody: `điện thoại`.
    pub others: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CheckConfig {
    /// Rule codes or names that are not reported, each with a reason.
    pub allow: BTreeMap<String, String>,
    /// Language of messages; empty: as the environment says.
    pub lang: String,
    /// A procedure is due for review this many months after `reviewed`.
    pub review_months: u16,
    /// Which tone-mark style the content uses: `new` (hoà) or `old` (hòa); empty: either, but one per file.
    pub tone_style: String,
}

impl Default for SiteConfig {
    fn default() -> SiteConfig {
        SiteConfig {
            title: "Thủ tục hành chính".to_owned(),
            title_in: BTreeMap::new(),
            description: String::new(),
            description_in: BTreeMap::new(),
            base_url: String::new(),
            languages: vec!["vi".to_owned()],
            time_zone: "Asia/Ho_Chi_Minh".to_owned(),
            theme: "default".to_owned(),
            output: "public".to_owned(),
            sheets: false,
            owner: Owner::default(),
            links: Links::default(),
            search: Matters::default(),
            check: CheckConfig::default(),
            portable: false,
        }
    }
}

impl Default for CheckConfig {
    fn default() -> CheckConfig {
        CheckConfig {
            allow: BTreeMap::new(),
            lang: String::new(),
            review_months: 12,
            tone_style: String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_allows_the_hosts_below_a_name_and_not_those_that_end_like_it() {
        let links = Links { apply_hosts: ["dichvucong.gov.vn", "*.npc.com.vn"].map(str::to_owned).into() };
        for host in ["dichvucong.gov.vn", "cskh.npc.com.vn", "a.b.npc.com.vn"] {
            assert!(links.allow(host), "{host}");
        }
        for host in [
            "xdichvucong.gov.vn",
            "x.dichvucong.gov.vn",
            "dichvucong.gov.vn.vi-du.vn",
            "npc.com.vn",
            "xnpc.com.vn",
            "cskh.npc.com.vn.vi-du.vn",
            "",
        ] {
            assert!(!links.allow(host), "{host}");
        }
    }
}
