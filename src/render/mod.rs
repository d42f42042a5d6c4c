//! Views in, files out.
//!
//! Pages are independent of each other and made one subject at a time, on whichever core asks;
//! what they share (words, the site's name, asset paths) is put into the engine once for each
//! language. What a file holds depends on nothing but the views, the theme and the settings.

mod api;
mod engine;
mod feed;
mod feedback;
mod offline;
mod pages;
mod policy;
mod portable;
mod said;
mod sheets;
mod sitemap;
mod statement;
mod voices;

use std::sync::Arc;

use rayon::prelude::*;
use tera::Tera;

use crate::config::SiteConfig;
use crate::derive::{Subject, Views};
use crate::error::Result;
use crate::model::{Address, Lang, Procedure};
use crate::output::{OutputFile, code, short_hash};
use crate::source::{Theme, embedded};
use engine::Engine;

/// An asset: its path in the theme, and the file on the site.
type Assets = Vec<(String, OutputFile)>;

/// Ready to make any file of the site except the forms to download and the search index.
pub struct Renderer {
    theme: Arc<Theme>,
    config: SiteConfig,
    assets: Assets,
    /// In the order of the views' sites.
    engines: Vec<Arc<Engine>>,
}

/// The templates of a theme, for each language. Whether they work shows when they are used.
pub struct Templates(Vec<(Lang, Tera)>);

impl Templates {
    /// # Errors
    /// [`Error::Fault`](crate::error::Error::Fault) if one cannot be read.
    pub fn read(theme: &Theme, config: &SiteConfig) -> Result<Templates> {
        let languages = Lang::of_site(&config.languages);
        let main = languages[0];
        let of = |lang: Lang| {
            let words = theme.words_in(main.as_str(), lang.as_str());
            Ok((lang, engine::templates(theme, &words)?))
        };
        languages.into_par_iter().map(of).collect::<Result<_>>().map(Templates)
    }
}

impl Renderer {
    /// # Errors
    /// [`Error::Fault`](crate::error::Error::Fault) if a template cannot be read; whether it works shows when it is used.
    pub fn new(views: &Views<'_>, theme: &Theme, config: &SiteConfig) -> Result<Renderer> {
        Renderer::again(None, || Templates::read(theme, config), views, theme, config)
    }

    /// [`Renderer::new`], where much is as it was for the last one; `templates` is asked if the
    /// theme is another.
    ///
    /// # Errors
    /// As for [`Renderer::new`].
    pub fn again(
        last: Option<&Renderer>,
        templates: impl FnOnce() -> Result<Templates>,
        views: &Views<'_>,
        theme: &Theme,
        config: &SiteConfig,
    ) -> Result<Renderer> {
        let last = last.filter(|it| *it.theme == *theme && it.config == *config);
        let theme = last.map_or_else(|| Arc::new(theme.clone()), |it| Arc::clone(&it.theme));
        let laid = |(path, bytes): &(String, Arc<Vec<u8>>)| {
            let bytes = shipped(path, bytes);
            (path.clone(), OutputFile::new(hashed(path, &bytes), bytes))
        };
        let assets = last.map_or_else(|| theme.assets.iter().map(laid).collect(), |it| it.assets.clone());
        let mut read = if last.is_none() { templates()?.0 } else { Vec::new() };
        let mut engines: Vec<Arc<Engine>> = Vec::with_capacity(views.sites.len());
        for (nth, site) in views.sites.iter().enumerate() {
            let known = last.and_then(|it| it.engines.get(nth));
            let taken = || read.iter().position(|it| it.0 == site.lang).map(|it| read.swap_remove(it).1);
            let copied = || known.map(|it| it.templates().clone());
            let templates = || copied().or_else(taken).expect("each language of the settings was read");
            engines.push(Engine::again(known, templates, &theme, &assets, views, site, config));
        }
        Ok(Renderer { theme, config: config.clone(), assets, engines })
    }

    pub fn config(&self) -> &SiteConfig {
        &self.config
    }

    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// The asset that lies there on the site.
    pub fn asset(&self, path: &str) -> Option<&OutputFile> {
        self.assets.iter().map(|(_, file)| file).find(|it| it.path == path)
    }

    /// The page for addresses that lead nowhere.
    ///
    /// # Errors
    /// [`Error::Fault`](crate::error::Error::Fault) if a template does not work.
    pub fn not_found(&self) -> Result<OutputFile> {
        self.engines[0].not_found(&self.engines[1..], &self.config)
    }

    /// The pages about one thing in the language of that number.
    ///
    /// # Errors
    /// [`Error::Fault`](crate::error::Error::Fault) if a template does not work.
    pub fn pages(&self, views: &Views<'_>, site: usize, subject: &Subject<'_>) -> Result<Vec<OutputFile>> {
        let mut files = self.engines[site].pages(subject, &views.sites[site], views, &self.config)?;
        if let (0, Subject::Field(field)) = (site, subject) {
            files.extend(api::of_field(&views.sites[0], field, &self.config));
        }
        Ok(files)
    }

    /// [`Renderer::pages`] about a procedure and about its sheets, which say the same: at once they
    /// take little more than one of them.
    ///
    /// # Errors
    /// [`Error::Fault`](crate::error::Error::Fault) if a template does not work.
    pub fn with_sheets(&self, views: &Views<'_>, site: usize, it: &Procedure) -> Result<Vec<OutputFile>> {
        self.engines[site].with_sheets(it, &views.sites[site], views, &self.config)
    }

    /// [`Renderer::pages`] about the use without a network, with how much a device fetches for it,
    /// the files of the `search` too.
    ///
    /// # Errors
    /// [`Error::Fault`](crate::error::Error::Fault) if a template does not work.
    pub fn offline(&self, views: &Views<'_>, site: usize, search: &[OutputFile]) -> Result<Vec<OutputFile>> {
        // A folder fetches nothing.
        if self.config.portable {
            return self.pages(views, site, &Subject::Offline);
        }
        let first = self.first_bytes(views, search)?;
        self.engines[site].offline(first, &views.sites[site], views, &self.config)
    }

    /// What a device fetches when it begins to keep the site. The pages that say so are counted
    /// without their number.
    fn first_bytes(&self, views: &Views<'_>, search: &[OutputFile]) -> Result<usize> {
        let mut bytes = offline::weight(views, &self.assets, search);
        for (engine, site) in self.engines.iter().zip(&views.sites) {
            if site.offline_address().is_some() {
                for subject in [Subject::Home, Subject::Offline] {
                    let pages = engine.pages(&subject, site, views, &self.config)?;
                    bytes += pages.iter().map(|it| it.bytes.len()).sum::<usize>();
                }
            }
        }
        Ok(bytes)
    }

    /// What is about nothing in particular: assets, the page for addresses that lead nowhere,
    /// redirects, and what machines read.
    ///
    /// # Errors
    /// [`Error::Fault`](crate::error::Error::Fault) if a template does not work.
    pub fn rest(&self, views: &Views<'_>, version: &str) -> Result<Vec<OutputFile>> {
        let mut files: Vec<OutputFile> = self.assets.iter().map(|(_, file)| file.clone()).collect();
        // A page that exists wins over an earlier address of another.
        let free = |it: &Address| !views.sites.iter().any(|site| site.subject_at(it.as_str()).is_some());
        let redirects = views.redirects();
        let redirects: Vec<(&Address, &Address)> =
            redirects.iter().filter(|(from, _)| free(from)).map(|(from, to)| (from, to)).collect();
        for (from, to) in &redirects {
            let speaks = self.engines[1..].iter().find(|it| it.has(to)).unwrap_or(&self.engines[0]);
            files.push(speaks.redirect(from, to, &self.config)?);
        }
        files.extend(api::index(&views.sites[0], &self.config));
        files.extend(feed::file(views, &self.config));
        // A folder has no host that reads these, nobody who asks for an unknown address, and no workers.
        if !self.config.portable {
            files.push(self.not_found()?);
            let homes: Vec<&str> = views.sites.iter().map(|it| it.base.as_str()).collect();
            files.extend(policy::files(&redirects, &engine::root_path(&self.config.base_url), &homes));
            files.extend(sitemap::files(views, &self.config));
            files.extend(offline::files(views, &self.assets, version));
        }
        Ok(files)
    }
}

/// Of the default theme [`code`] alone; what a site's own theme has is its author's.
fn shipped(path: &str, bytes: &Arc<Vec<u8>>) -> Arc<Vec<u8>> {
    let is_code = matches!(path.rsplit_once('.'), Some((_, "js" | "css")));
    let is_it = |name: &str, own: &[u8]| name.strip_prefix("static/") == Some(path) && *own == **bytes;
    let is_ours = is_code && embedded::FILES.iter().any(|(name, own)| is_it(name, own));
    match std::str::from_utf8(bytes) {
        Ok(text) if is_ours => Arc::new(code(text).into_bytes()),
        _ => Arc::clone(bytes),
    }
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

#[cfg(test)]
mod tests;
