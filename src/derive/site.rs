//! One language's view of the catalogue: what every page asks for.

use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use serde::Serialize;
use serde_with::skip_serializing_none;

use super::due::DueViews;
use super::shelf::Shelf;
use super::wording::{Wording, glued};
use super::words::Words;
use crate::config::SiteConfig;
use crate::model::{Address, Catalogue, HttpsUrl, Id, Lang, Phone, Procedure, Source, Status, Text};

/// A link inside the site.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// From the root; a template puts `root` before it.
    pub href: String,
    /// Words to click on.
    pub title: Words,
    /// Language of the title and the page, where it is not this page's.
    pub lang: Option<String>,
}

/// Where a fact comes from.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceView {
    /// Counted from 1, as marks on the page do.
    pub number: usize,
    /// What the source is called.
    pub title: Words,
    /// `https://…`; absent where nobody kept it.
    pub url: Option<String>,
    /// Of `url`: `evn.com.vn`.
    pub host: Option<String>,
    /// The day somebody last looked: `05/01/2026`.
    pub checked: Option<String>,
    /// What else is said of it.
    pub note: Option<Words>,
}

/// At a fact: which source says so, and how old that is.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceMark {
    /// Of the source on the page.
    pub number: usize,
    /// The day somebody last looked, in words.
    pub checked: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PhoneView {
    /// As people read it: `1900 6769`.
    pub shown: String,
    /// For `tel:`.
    pub dialled: String,
}

pub(super) struct Site<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) config: &'a SiteConfig,
    pub(super) lang: Lang,
    /// The site's main language.
    pub(super) main: Lang,
    pub(super) as_of: Date,
    pub(super) wording: Wording,
    /// Shared by all pages.
    pub(super) dues: DueViews,
    pub(super) shelf: Arc<OnceLock<Shelf>>,
}

impl<'a> Site<'a> {
    pub(super) fn is_main(&self) -> bool {
        self.lang == self.main
    }

    /// Put in order when a list is first asked for.
    pub(super) fn shelf(&self) -> &Shelf {
        if let Some(shelf) = self.shelf.get() {
            return shelf;
        }
        // Not made inside the lock: a thread that waits there for others may be given work that
        // needs the very same lock.
        let made = Shelf::of(self);
        self.shelf.get_or_init(|| made)
    }

    pub(super) fn address(&self, address: &Address) -> Address {
        if self.is_main() { address.clone() } else { address.in_language(self.lang) }
    }

    /// Where no language can be told.
    pub(super) fn text(&self, text: &Text) -> String {
        glued(text.get(self.lang))
    }

    pub(super) fn words(&self, text: &Text) -> Words {
        let shown = self.text(text);
        if self.has(text) { shown.into() } else { self.untranslated(&shown) }
    }

    pub(super) fn maybe(&self, text: Option<&Text>) -> Option<Words> {
        text.map(|it| self.words(it))
    }

    /// Words that exist in the main language alone. What has no small letter, such as `EVN`, is a
    /// sign rather than a word, and the same in every language.
    pub(super) fn untranslated(&self, text: &str) -> Words {
        if self.is_main() || !text.contains(char::is_lowercase) {
            text.into()
        } else {
            Words::foreign(self.main.as_str(), text)
        }
    }

    /// Does a page of this language exist for something with this title?
    pub(super) fn has(&self, title: &Text) -> bool {
        self.is_main() || title.translated(self.lang).is_some()
    }

    /// To the page in this language or, where nobody translated it, in the main one.
    pub(super) fn link(&self, address: &Address, title: &Text) -> Link {
        let (address, lang) = if self.has(title) {
            (self.address(address), None)
        } else {
            (address.clone(), Some(self.main.to_string()))
        };
        Link { href: address.as_str().to_owned(), title: self.words(title), lang }
    }

    /// `None` for a draft, which nobody sees.
    pub(super) fn procedure_link(&self, id: &Id) -> Option<Link> {
        let procedure = self.catalogue.procedure(id).filter(|it| is_shown(it))?;
        Some(self.link(&procedure.address, &procedure.title))
    }

    pub(super) fn agency_link(&self, id: &Id) -> Option<Link> {
        self.catalogue.agencies.get(id).map(|it| self.link(&it.address, &it.title))
    }

    pub(super) fn agency_name(&self, id: &Id) -> Words {
        self.catalogue
            .agencies
            .get(id)
            .map_or_else(|| id.as_str().into(), |it| self.words(it.short.as_ref().unwrap_or(&it.title)))
    }

    pub(super) fn source(&self, number: usize, source: &Source) -> SourceView {
        SourceView {
            number,
            title: self.words(&source.title),
            url: source.url.as_ref().map(|it| it.as_str().to_owned()),
            host: source.url.as_ref().map(|it| it.host().to_owned()),
            checked: source.checked.map(|it| self.wording.date(it)),
            note: source.note.as_ref().map(|it| self.words(it)),
        }
    }

    pub(super) fn sources(&self, sources: &[Source]) -> Vec<SourceView> {
        sources.iter().enumerate().map(|(at, it)| self.source(at + 1, it)).collect()
    }

    /// Sources are numbered in the order of their keys.
    pub(super) fn source_mark(&self, procedure: &Procedure, key: Option<&Id>) -> Option<SourceMark> {
        let key = key?;
        let at = procedure.sources.keys().position(|it| it == key)?;
        let checked = procedure.sources.get(key).and_then(|it| it.checked);
        Some(SourceMark { number: at + 1, checked: checked.map(|it| self.wording.date(it)) })
    }

    pub(super) fn lineage(&self, agency: &'a Id) -> Vec<&'a Id> {
        self.catalogue.lineage(agency).collect()
    }
}

pub(super) fn is_shown(procedure: &Procedure) -> bool {
    procedure.status != Status::Draft
}

/// Shown in lists: neither a draft nor withdrawn.
pub(super) fn is_listed(procedure: &Procedure) -> bool {
    !matches!(procedure.status, Status::Draft | Status::Withdrawn { .. })
}

pub(super) fn phone(phone: &Phone) -> PhoneView {
    PhoneView { shown: phone.as_str().to_owned(), dialled: phone.dialled() }
}

pub(super) fn url(url: &HttpsUrl) -> String {
    url.as_str().to_owned()
}
