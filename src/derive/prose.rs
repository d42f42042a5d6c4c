//! Prose as HTML, with links between content files turned into links between pages.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::site::{Link, Site};
use super::words::Words;
use crate::markdown;
use crate::model::{Address, Id, Lang, Page, Prose};

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProseView {
    /// To be put in as it stands: `{{ it.html | safe }}`. No raw HTML of an author is in it.
    pub html: String,
    /// Its top headings, in order: what a list of the page's parts leads to.
    pub headings: Vec<ProseHeading>,
    /// Where it is not the page's language.
    pub lang: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProseHeading {
    /// What `#anchor` names.
    pub id: String,
    /// The heading without its markup.
    pub text: String,
}

/// A page that is no record: about, questions.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageView {
    /// Of this page.
    pub address: Address,
    /// For the `h1`.
    pub title: Words,
    /// A sentence under the title.
    pub summary: Option<Words>,
    /// Absent where the file has none.
    pub prose: Option<ProseView>,
}

impl Site<'_> {
    /// `kind` is the folder of the file that has the prose: where a link without a folder leads.
    pub(super) fn prose(
        &self,
        prose: &BTreeMap<Lang, Prose>,
        kind: &str,
        page: &Address,
    ) -> Option<ProseView> {
        let (lang, found) = prose
            .get_key_value(&self.lang)
            .or_else(|| prose.get_key_value(&self.main))
            .filter(|(_, it)| !it.markdown.trim().is_empty())?;
        let root = page.to_root();
        let html = markdown::html(&found.markdown, 1, |target| self.target(target, kind, &root));
        let heading = |it: markdown::Part| ProseHeading { id: it.id, text: it.title };
        Some(ProseView {
            html: html.text,
            headings: html.parts.into_iter().map(heading).collect(),
            lang: (*lang != self.lang).then(|| lang.to_string()),
        })
    }

    fn target(&self, target: &str, kind: &str, root: &str) -> String {
        if target.starts_with('#') || target.contains(':') {
            return target.to_owned();
        }
        let (path, anchor) = target.split_at(target.find('#').unwrap_or(target.len()));
        if let Some(path) = path.strip_prefix('/') {
            return format!("{root}{path}{anchor}");
        }
        let to = self.file_page(path, kind);
        format!("{root}{to}{anchor}")
    }

    /// The page made from a content file; ids are unique, so the folder and the stem name it.
    fn file_page(&self, path: &str, kind: &str) -> String {
        const KINDS: [&str; 6] = ["procedures", "agencies", "offices", "journeys", "pages", "files"];
        let steps: Vec<&str> = path.split('/').filter(|it| !matches!(*it, "." | "..")).collect();
        let folder = steps.iter().position(|it| KINDS.contains(it));
        let kind = folder.map_or(kind, |at| steps[at]);
        let below = &steps[folder.map_or(0, |at| at + 1)..];
        let stem = below.last().and_then(|it| it.split('.').next()).unwrap_or("");
        let id: Option<Id> = stem.parse().ok();
        let catalogue = self.catalogue;
        let link: Option<Link> = match kind {
            "procedures" => id.as_ref().and_then(|it| self.procedure_link(it)),
            "agencies" => id.as_ref().and_then(|it| self.agency_link(it)),
            "offices" => {
                let office = id.as_ref().and_then(|it| catalogue.offices.get(it));
                office.map(|it| self.link(&it.address, &it.title))
            }
            "journeys" => {
                let journey = catalogue.journeys.iter().find(|it| it.id.as_str() == stem);
                journey.map(|it| self.link(&it.address, &it.title))
            }
            "files" => return format!("files/{}", below.join("/")),
            _ => {
                let page = catalogue.pages.iter().find(|it| it.name.rsplit('/').next() == Some(stem));
                page.map(|it| self.link(&it.address, &it.title))
            }
        };
        // A draft has no page yet; the list of all procedures is where it will be.
        link.map_or_else(|| self.address(&Address::alphabet()).as_str().to_owned(), |it| it.href)
    }

    pub(super) fn page(&self, it: &Page) -> PageView {
        let address = self.address(&it.address);
        PageView {
            title: self.words(&it.title),
            summary: self.maybe(it.summary.as_ref()),
            prose: self.prose(&it.prose, "pages", &address),
            address,
        }
    }

    /// Plain pages, for the foot of every page.
    pub(super) fn page_links(&self) -> Vec<Link> {
        self.catalogue.pages.iter().map(|it| self.link(&it.address, &it.title)).collect()
    }
}
