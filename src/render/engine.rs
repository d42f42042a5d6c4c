//! Tera, set up once for each language.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, ErrorKind, Tera};

use super::feedback::{Call, Feedback, ShareContext};
use super::offline::Offline;
use super::pages::{Page, pages, with_sheets};
use super::policy::POLICY;
use super::said::said;
use super::statement::is_own;
use super::{Assets, absolute, portable, voices};
use crate::config::SiteConfig;
use crate::derive::{SiteViews, Subject, Views, Words};
use crate::error::{Error, Result};
use crate::model::{Address, Lang, Phone, Procedure};
use crate::output::OutputFile;
use crate::source::{Fault, FaultKind, SourceFile, Theme, embedded};

/// Bytes that most pages have room in.
const PAGE: usize = 24 << 10;

/// Holds nothing of the catalogue but what every page shows.
pub(super) struct Engine {
    tera: Tera,
    /// For what is wrong with a template.
    theme: Arc<Theme>,
    /// What of the catalogue is in it, as JSON.
    made_of: String,
    lang: Lang,
    /// From the root to this language's home.
    base: String,
    /// Of the site.
    title: String,
    /// The day the pages speak of, in words.
    as_of: String,
    feedback: Feedback,
    /// Of the owner.
    hotline: Option<Call>,
}

/// What every page of one language shares.
#[derive(Serialize)]
struct SiteContext<'a> {
    lang: &'a str,
    is_main: bool,
    title: &'a Words,
    description: &'a Words,
    base: &'a str,
    policy: &'a str,
    owner: OwnerContext<'a>,
    hotline_dialled: &'a str,
    pages: &'a [crate::derive::Link],
    has_feed: bool,
    has_offices: bool,
    /// Addresses from the root; of pages that not every site has, where there are any.
    search: Address,
    alphabet: Address,
    offices: Option<Address>,
    offline: Option<Address>,
    statement: Option<Address>,
    as_of: &'a str,
    /// For who is sent a link: `vi_VN`, of languages of which one place is the usual one.
    locale: Option<&'static str>,
    /// With the host, where it is known.
    picture: Option<String>,
}

#[derive(Serialize)]
struct OwnerContext<'a> {
    name: &'a Words,
    hotline: &'a str,
    email: &'a str,
    address: &'a Words,
}

/// The same page in another language.
#[derive(Serialize)]
struct Other<'a> {
    lang: &'a str,
    name: &'a str,
    href: String,
    /// With the host, where it is known; search engines want that.
    url: String,
}

impl<'a> Other<'a> {
    /// `root` leads to the site's root from where the link stands.
    fn new(lang: &'a str, href: String, root: &str, config: &SiteConfig) -> Other<'a> {
        let url = absolute(config, &href).unwrap_or_else(|| format!("{root}{href}"));
        Other { lang, name: name(lang), href, url }
    }
}

/// The theme's templates, parsed, with these words; a mistake in one is the theme's.
pub(super) fn templates(theme: &Theme, words: &BTreeMap<&str, &str>) -> Result<Tera> {
    let all: Vec<(&str, &str)> =
        theme.templates.iter().map(|(name, text)| (name.as_str(), text.as_ref())).collect();
    let mut tera = Tera::new();
    match tera.add_raw_templates(said(&all, words)) {
        Ok(()) => Ok(tera),
        // Places are those of the templates as they were written.
        Err(_) => as_written(theme),
    }
}

fn as_written(theme: &Theme) -> Result<Tera> {
    let mut tera = Tera::new();
    let all = theme.templates.iter().map(|(name, text)| (name.as_str(), text.as_ref()));
    tera.add_raw_templates(all).map_err(|error| broken(theme, "", &error))?;
    Ok(tera)
}

/// Tera says in which template and where, unless a template is not there at all or two are the same.
fn broken(theme: &Theme, template: &str, error: &tera::Error) -> Error {
    let (name, span, words) = match error.kind() {
        ErrorKind::SyntaxError(it) | ErrorKind::RenderingError(it) => {
            (it.filename(), Some(it.span().range.clone()), it.message().to_owned())
        }
        ErrorKind::MissingParent { current, .. } => (current.as_str(), None, error.to_string()),
        ErrorKind::Msg(words) => {
            let mut names = words.split('`').filter_map(|it| theme.templates.iter().find(|own| own.0 == it));
            let own = names.find(|it| !embedded::is_default(&format!("templates/{}", it.0)));
            (own.map_or(template, |it| it.0.as_str()), None, words.clone())
        }
        _ => (template, None, error.to_string()),
    };
    let text =
        theme.templates.iter().find(|it| it.0 == name).map_or_else(|| "".into(), |it| Arc::clone(&it.1));
    let file = SourceFile::new(theme.path(&format!("templates/{name}")), text);
    Fault { file, span, kind: FaultKind::Template(words) }.into()
}

impl Engine {
    /// `last` was made of the same theme and settings, and is taken if nothing else is other.
    /// `templates` is asked if it is not; what another engine shows on every page may be in them.
    pub(super) fn again(
        last: Option<&Arc<Engine>>,
        templates: impl FnOnce() -> Tera,
        theme: &Arc<Theme>,
        assets: &Assets,
        views: &Views<'_>,
        site: &SiteViews<'_>,
        config: &SiteConfig,
    ) -> Arc<Engine> {
        let lang = site.lang.as_str();
        let main = views.sites.first().map_or("vi", |it| it.lang.as_str());
        let words = theme.words_in(main, lang);
        let assets: BTreeMap<&str, &str> =
            assets.iter().map(|(from, to)| (from.as_str(), to.path.as_str())).collect();
        let owner = &config.owner;
        let phone: Option<Phone> = owner.hotline.parse().ok();
        let hotline = phone.map(|it| Call { shown: owner.hotline.clone(), dialled: it.dialled() });
        let context = SiteContext {
            lang,
            is_main: site.is_main,
            title: &site.title,
            description: &site.description,
            base: &site.base,
            policy: POLICY,
            owner: OwnerContext {
                name: &site.owner,
                hotline: &owner.hotline,
                email: &owner.email,
                address: &site.owner_address,
            },
            hotline_dialled: hotline.as_ref().map_or("", |it| &it.dialled),
            pages: &site.page_links,
            has_feed: !config.base_url.is_empty(),
            has_offices: site.has_offices,
            search: site.address(&Subject::Search),
            alphabet: site.address(&Subject::Alphabet),
            offices: site.has_offices.then(|| site.address(&Subject::Offices)),
            offline: site.offline_address(),
            statement: site.statement_address(),
            as_of: &site.as_of,
            locale: locale(lang),
            picture: assets.get("icon-512.png").and_then(|it| absolute(config, it)),
        };
        let made_of = serde_json::to_string(&context).expect("words are JSON");
        if let Some(last) = last.filter(|it| it.made_of == made_of) {
            return Arc::clone(last);
        }
        let mut tera = templates();
        let global = tera.global_context();
        global.insert("w", &words);
        global.insert("assets", &assets);
        global.insert("site", &context);
        global.insert("own_theme", &is_own(theme));
        Arc::new(Engine {
            tera,
            theme: Arc::clone(theme),
            made_of,
            lang: site.lang,
            base: site.base.clone(),
            title: site.title.plain().into_owned(),
            as_of: site.as_of.clone(),
            feedback: Feedback::of(owner, site.lang, &words),
            hotline,
        })
    }

    pub(super) fn templates(&self) -> &Tera {
        &self.tera
    }

    /// All pages about one thing.
    pub(super) fn pages(
        &self,
        subject: &Subject<'_>,
        site: &SiteViews<'_>,
        views: &Views<'_>,
        config: &SiteConfig,
    ) -> Result<Vec<OutputFile>> {
        self.files(&pages(site, subject, config), subject, views, config)
    }

    /// All pages about a procedure, and what is printed of it.
    pub(super) fn with_sheets(
        &self,
        procedure: &Procedure,
        site: &SiteViews<'_>,
        views: &Views<'_>,
        config: &SiteConfig,
    ) -> Result<Vec<OutputFile>> {
        self.files(&with_sheets(site, procedure, config), &Subject::Procedure(procedure), views, config)
    }

    /// The page at which a device begins to keep the site: it says that this fetches `first` bytes.
    pub(super) fn offline(
        &self,
        first: usize,
        site: &SiteViews<'_>,
        views: &Views<'_>,
        config: &SiteConfig,
    ) -> Result<Vec<OutputFile>> {
        let page = |at| Page::Offline(at, Offline::sized(site, config, first));
        let pages: Vec<Page> = site.offline_address().map(page).into_iter().collect();
        self.files(&pages, &Subject::Offline, views, config)
    }

    fn files(
        &self,
        pages: &[Page],
        subject: &Subject<'_>,
        views: &Views<'_>,
        config: &SiteConfig,
    ) -> Result<Vec<OutputFile>> {
        let others = self.others(subject, views);
        pages.iter().map(|page| self.page(page, &others, config)).collect()
    }

    /// The languages besides this one that have pages about it.
    fn others<'v>(&self, subject: &Subject<'_>, views: &'v Views<'_>) -> Vec<&'v SiteViews<'v>> {
        views.sites.iter().filter(|it| it.lang != self.lang && it.has(subject)).collect()
    }

    fn page(&self, page: &Page, others: &[&SiteViews<'_>], config: &SiteConfig) -> Result<OutputFile> {
        let address = page.address();
        let mut context = context(address.as_str(), &address.to_root(), config);
        // The same in every language.
        let neutral = address.as_str().strip_prefix(self.base.as_str()).unwrap_or(address.as_str());
        let others: Vec<Other<'_>> = others
            .iter()
            .map(|site| {
                let href = format!("{}{neutral}", site.base);
                Other::new(site.lang.as_str(), href, &address.to_root(), config)
            })
            .collect();
        let full = absolute(config, address.as_str());
        // For a reader of any other language: the page in the main one, which may be this.
        let main = others.first().filter(|_| !self.base.is_empty());
        context.insert("main_url", &main.map_or(full.as_deref(), |it| Some(it.url.as_str())));
        context.insert("others", &others);
        let version = page.version().map_or_else(|| self.as_of.clone(), |it| format!("{} {it}", self.as_of));
        let phone = page.hotline().or_else(|| self.hotline.clone());
        let feedback = self.feedback.about(address.as_str(), full.as_deref(), version, phone);
        context.insert("feedback", &feedback);
        context.insert("share", &full.as_deref().map(|it| ShareContext::of(&self.title, it)));
        context.insert_value("sheet", page.sheet());
        context.insert_value("page", page.value());
        self.file(address.file_path(), page.template(), &context, config)
    }

    /// Is the page at this address in this language? For languages other than the main one.
    pub(super) fn has(&self, address: &Address) -> bool {
        address.as_str().starts_with(&self.base)
    }

    /// A host serves it at any address, so its links start at the site's root. It is the only one:
    /// who reads another language is led to the home page of that.
    pub(super) fn not_found(&self, others: &[Arc<Engine>], config: &SiteConfig) -> Result<OutputFile> {
        let root = root_path(&config.base_url);
        let mut context = context("404.html", &root, config);
        context.insert("canonical", &None::<String>);
        let homes = others.iter().map(|it| Other::new(it.lang.as_str(), it.base.clone(), &root, config));
        context.insert("others", &homes.collect::<Vec<_>>());
        self.file("404.html".to_owned(), "not_found.html", &context, config)
    }

    pub(super) fn redirect(&self, from: &Address, to: &Address, config: &SiteConfig) -> Result<OutputFile> {
        let mut context = context(to.as_str(), &from.to_root(), config);
        context.insert("to", to.as_str());
        self.file(from.file_path(), "redirect.html", &context, config)
    }

    fn file(
        &self,
        path: String,
        template: &str,
        context: &Context,
        config: &SiteConfig,
    ) -> Result<OutputFile> {
        // Bytes, not a string: all that is put in is text, and nobody need look again.
        let mut bytes = Vec::with_capacity(PAGE);
        if self.tera.render_to(template, context, &mut bytes).is_err() {
            let mut tera = as_written(&self.theme)?;
            *tera.global_context() = self.tera.clone().global_context().clone();
            bytes.clear();
            tera.render_to(template, context, &mut bytes)
                .map_err(|error| broken(&self.theme, template, &error))?;
        }
        if voices::has_marks(&bytes) {
            bytes = voices::voiced(&String::from_utf8_lossy(&bytes)).into_bytes();
        }
        if config.portable {
            bytes = portable::links(&String::from_utf8_lossy(&bytes)).into_bytes();
        }
        Ok(OutputFile::new(path, bytes))
    }
}

/// What each page has in its own way.
fn context(canonical: &str, root: &str, config: &SiteConfig) -> Context {
    let mut context = Context::new();
    context.insert("root", root);
    context.insert("canonical", &absolute(config, canonical));
    context.insert("others", &[(); 0]);
    context.insert("feedback", &None::<()>);
    context.insert("share", &None::<()>);
    context
}

/// Languages call themselves what their speakers call them.
fn name(lang: &str) -> &str {
    match lang {
        "vi" => "Tiếng Việt",
        "en" => "English",
        other => other,
    }
}

fn locale(lang: &str) -> Option<&'static str> {
    match lang {
        "vi" => Some("vi_VN"),
        // Dates are written as they are there.
        "en" => Some("en_GB"),
        _ => None,
    }
}

/// `/kho/` of `https://example.vn/kho`; `/` where the site does not know.
pub(super) fn root_path(base_url: &str) -> String {
    let rest = base_url.split_once("://").map_or("", |(_, rest)| rest);
    let path = rest.split_once('/').map_or("", |(_, path)| path).trim_end_matches('/');
    if path.is_empty() { "/".to_owned() } else { format!("/{path}/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn root_of_a_site_below_a_path() {
        for (url, root) in [("https://a.vn", "/"), ("https://a.vn/kho/", "/kho/"), ("", "/")] {
            assert_eq!(root_path(url), root);
        }
    }
}
