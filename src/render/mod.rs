//! Views and a theme in, finished files out.
//!
//! Pages are independent of each other and rendered on all cores; what they
//! share (words, the site's name, asset paths) is put into the engine once
//! for each language. The result is in order of path and depends on nothing else.

mod engine;
mod feed;
mod pages;
mod policy;
mod sitemap;

use rayon::prelude::*;

use crate::config::SiteConfig;
use crate::derive::{SiteViews, Views};
use crate::error::Result;
use crate::model::Address;
use crate::output::{OutputFile, short_hash};
use crate::source::Theme;
use engine::Engine;

/// Where an asset lies: its path in the theme, and its path on the site.
type Assets = Vec<(String, String)>;

/// Every file of the site except the forms to download and the search index.
pub fn render(views: &Views, theme: &Theme, config: &SiteConfig) -> Result<Vec<OutputFile>> {
    let assets: Assets =
        theme.assets.iter().map(|(path, bytes)| (path.clone(), hashed(path, bytes))).collect();
    let mut files: Vec<OutputFile> = theme
        .assets
        .iter()
        .zip(&assets)
        .map(|((_, bytes), (_, path))| OutputFile::new(path.clone(), bytes.clone()))
        .collect();
    let templates = engine::templates(theme)?;
    let known: Vec<_> = views.sites.iter().map(pages::addresses).collect();
    for site in &views.sites {
        let engine = Engine::new(&templates, theme, &assets, views, site, config);
        let pages = pages::pages(site);
        let rendered: Result<Vec<OutputFile>> =
            pages.par_iter().map(|page| engine.page(page, &views.sites, &known)).collect();
        files.extend(rendered?);
        if site.is_main {
            files.push(engine.not_found()?);
            // A page that exists wins over an earlier address of another.
            let free = |from: &Address| !known.iter().any(|it| it.contains(from.as_str()));
            let redirects: Vec<(&Address, &Address)> =
                views.redirects.iter().filter(|(from, _)| free(from)).map(|(from, to)| (from, to)).collect();
            for (from, to) in &redirects {
                files.push(engine.redirect(from, to)?);
            }
            files.extend(policy::files(&redirects, &engine::root_path(&config.base_url)));
        }
    }
    files.extend(sitemap::files(views, config));
    files.extend(feed::file(views, config));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// `assets/style.0123456789abcdef.css`: a new name for new bytes, so that hosts may cache for ever.
fn hashed(path: &str, bytes: &[u8]) -> String {
    let hash = short_hash(bytes);
    let name = path.rfind('/').map_or(0, |at| at + 1);
    match path[name..].rfind('.').map(|at| name + at) {
        Some(dot) if name < dot => format!("assets/{}.{hash}{}", &path[..dot], &path[dot..]),
        _ => format!("assets/{path}.{hash}"),
    }
}

/// The address of a page with its host, where the site knows its own.
fn absolute(config: &SiteConfig, address: &str) -> Option<String> {
    (!config.base_url.is_empty()).then(|| format!("{}/{address}", config.base_url.trim_end_matches('/')))
}

/// A page's address without its language: the same in every language.
fn neutral<'a>(site: &SiteViews, address: &'a str) -> &'a str {
    address.strip_prefix(site.base.as_str()).unwrap_or(address)
}

#[cfg(test)]
mod tests;
