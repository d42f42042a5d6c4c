//! What makes the site work without a network: a worker that keeps what a reader has seen, and
//! the manifests by which a device puts the site among its programs.
//!
//! No page loads any of it but the one where a reader asks for it.

use serde::Serialize;
use serde_json::json;

use super::{Assets, absolute};
use crate::config::SiteConfig;
use crate::derive::{SiteViews, Views};
use crate::model::Address;
use crate::output::OutputFile;

/// Behind its constants: VERSION (another for another site), FIRST (paths that are kept from the
/// start), LOST (for each language: what its paths begin with, and its page for what was not kept)
/// and MOST.
const WORKER: &str = include_str!("offline.js");

/// Lets go of everything, on devices that kept the site while a page offered it.
const FAREWELL: &str = include_str!("farewell.js");

/// Pages that a device keeps besides those it has from the start; those seen longest ago are
/// forgotten first.
const MOST: usize = 100;

/// What the page that offers it says of this site.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Offline {
    /// A copy in a folder needs no network: there is nothing to keep.
    in_folder: bool,
    /// Where the latest is, if the site knows its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    searches_whole: bool,
    /// Pages that are kept, where the site has more.
    #[serde(skip_serializing_if = "Option::is_none")]
    most: Option<usize>,
    /// What is fetched at once, rounded up, before a host compresses it: `310 kB`.
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<String>,
}

impl Offline {
    pub(super) fn of(site: &SiteViews<'_>, config: &SiteConfig) -> Offline {
        let pages: usize = site.subjects().iter().map(|it| site.addresses(it).len()).sum();
        Offline {
            in_folder: config.portable,
            published: absolute(config, &site.base),
            searches_whole: site.search_script().is_some(),
            most: (MOST < pages * config.languages.len()).then_some(MOST),
            size: None,
        }
    }

    /// `first`: bytes.
    pub(super) fn sized(site: &SiteViews<'_>, config: &SiteConfig, first: usize) -> Offline {
        Offline { size: Some(site.size(first.next_multiple_of(ROUND))), ..Offline::of(site, config) }
    }
}

/// `version` is another one for another site.
pub(super) fn files(views: &Views<'_>, assets: &Assets, version: &str) -> Vec<OutputFile> {
    let sites: Vec<(&SiteViews<'_>, Address)> =
        views.sites.iter().filter_map(|it| Some((it, it.offline_address()?))).collect();
    if sites.is_empty() {
        return vec![OutputFile::text("sw.js", FAREWELL.to_owned())];
    }
    let mut files: Vec<OutputFile> = sites.iter().map(|(it, _)| manifest(it, assets)).collect();
    files.push(OutputFile::text("sw.js", worker(&sites, assets, version)));
    files
}

fn worker(sites: &[(&SiteViews<'_>, Address)], assets: &Assets, version: &str) -> String {
    let mut first: Vec<String> = sites.iter().map(|(it, _)| format!("./{}", it.base)).collect();
    first.extend(sites.iter().map(|(_, offline)| offline.as_str().to_owned()));
    first.extend(small(assets).map(|it| it.path.clone()));
    first.extend(sites.iter().filter_map(|(it, _)| it.search_script()));
    // The main language, whose addresses begin with nothing, comes last.
    let lost: Vec<[&str; 2]> =
        sites.iter().rev().map(|(it, page)| [it.base.as_str(), page.as_str()]).collect();
    let constants =
        [("VERSION", json!(version)), ("FIRST", json!(first)), ("LOST", json!(lost)), ("MOST", json!(MOST))];
    let lines: String = constants.iter().map(|(name, value)| format!("const {name} = {value};\n")).collect();
    lines + WORKER
}

/// Bytes; a theme may have pictures and fonts that nobody should have to fetch at once.
const SMALL: usize = 32 << 10;

fn small(assets: &Assets) -> impl Iterator<Item = &OutputFile> {
    assets.iter().map(|(_, it)| it).filter(|it| it.bytes.len() < SMALL && !it.path.ends_with("png"))
}

/// Bytes; nobody's data plan is finer.
const ROUND: usize = 10_000;

/// Bytes of all in FIRST but the pages: what `search` has of it, and assets.
pub(super) fn weight(views: &Views<'_>, assets: &Assets, search: &[OutputFile]) -> usize {
    let scripts: Vec<String> = views.sites.iter().filter_map(SiteViews::search_script).collect();
    let scripts = search.iter().filter(|it| scripts.contains(&it.path));
    scripts.chain(small(assets)).map(|it| it.bytes.len()).sum()
}

fn manifest(site: &SiteViews<'_>, assets: &Assets) -> OutputFile {
    let to_root = "../".repeat(site.base.matches('/').count());
    let to_root = if to_root.is_empty() { "./" } else { to_root.as_str() };
    let icon = |name: &str, sizes: &str, kind: &str| {
        let (_, file) = assets.iter().find(|(it, _)| it == name)?;
        Some(json!({"src": format!("{to_root}{}", file.path), "sizes": sizes, "type": kind}))
    };
    let icons = [
        icon("icon.svg", "any", "image/svg+xml"),
        icon("icon-192.png", "192x192", "image/png"),
        icon("icon-512.png", "512x512", "image/png"),
    ];
    let manifest = json!({
        "name": site.title.plain(),
        "short_name": site.title.plain(),
        "description": site.description.plain(),
        "lang": site.lang.as_str(),
        "id": "./",
        "start_url": "./",
        "scope": to_root,
        "display": "minimal-ui",
        "icons": icons.into_iter().flatten().collect::<Vec<_>>(),
    });
    OutputFile::text(format!("{}manifest.webmanifest", site.base), format!("{manifest:#}\n"))
}
