//! What a single file is checked against: the names of all entries, the pages there will be,
//! and the site's settings.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use super::files::Scan;
use super::roles::Role;
use crate::config::SiteConfig;
use crate::markdown::Outline;
use crate::model::{Address, Id, Lang};
use crate::source::Sources;

/// What an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Procedure,
    Agency,
    Office,
    Journey,
    Choice,
    Field,
    Audience,
    Paper,
    Legal,
}

impl Kind {
    /// In Vietnamese, in English, and where such entries live.
    pub(super) fn words(self) -> [&'static str; 3] {
        match self {
            Kind::Procedure => ["thủ tục", "procedure", "content/procedures"],
            Kind::Agency => ["cơ quan", "agency", "content/agencies"],
            Kind::Office => ["nơi nộp", "office", "content/offices"],
            Kind::Journey => ["tình huống", "journey", "content/journeys"],
            Kind::Choice => ["câu hỏi chọn thủ tục", "choice", "content/choices"],
            Kind::Field => ["lĩnh vực", "field", "content/fields.yaml"],
            Kind::Audience => ["đối tượng", "audience", "content/audiences.yaml"],
            Kind::Paper => ["giấy tờ", "paper", "content/papers.yaml"],
            Kind::Legal => ["văn bản", "legal text", "content/legal.yaml"],
        }
    }
}

#[derive(Debug, Default)]
pub(super) struct Names {
    by_kind: BTreeMap<Kind, BTreeSet<Id>>,
    /// The same without order, which every reference asks.
    known: FxHashSet<(Kind, Id)>,
}

impl Names {
    pub(super) fn add(&mut self, kind: Kind, id: Id) {
        self.known.insert((kind, id.clone()));
        self.by_kind.entry(kind).or_default().insert(id);
    }

    pub(super) fn has(&self, kind: Kind, id: &Id) -> bool {
        self.known.contains(&(kind, id.clone()))
    }

    /// In order.
    pub(super) fn of(&self, kind: Kind) -> impl Iterator<Item = &Id> {
        self.by_kind.get(&kind).into_iter().flatten()
    }
}

pub(super) struct Ground {
    pub(super) names: Names,
    /// Paths of forms below `content/`.
    pub(super) forms: BTreeSet<String>,
    /// By path.
    files: Vec<Arc<Scan>>,
    /// Of every page that the site will have: `thu-tuc/cap-dien/`.
    pub(super) addresses: BTreeSet<String>,
    pub(super) config: SiteConfig,
    /// The main one first.
    pub(super) languages: Vec<Lang>,
    pub(super) as_of: Date,
}

/// What a link inside the site leads to.
pub(super) enum Target<'a> {
    /// A page that is all prose: its headings are all there is to lead to.
    Prose(&'a Outline),
    Other,
}

impl Ground {
    pub(super) fn new(sources: &Sources, names: Names, scans: Vec<Arc<Scan>>, as_of: Date) -> Ground {
        let mut languages: Vec<Lang> =
            sources.config.languages.iter().filter_map(|it| it.parse().ok()).collect();
        if languages.is_empty() {
            languages.push(Lang::VI);
        }
        let mut addresses = vec![
            Address::home(),
            Address::alphabet(),
            Address::search(),
            Address::offices(),
            Address::offline(),
            Address::accessibility(),
        ];
        let of = |kind: Kind, address: fn(&Id) -> Address| names.of(kind).map(address).collect::<Vec<_>>();
        addresses.extend(of(Kind::Procedure, Address::procedure));
        addresses.extend(of(Kind::Agency, Address::agency));
        addresses.extend(of(Kind::Office, Address::office));
        addresses.extend(of(Kind::Journey, Address::journey));
        addresses.extend(names.of(Kind::Choice).map(|it| Address::choice(it, &[])));
        addresses.extend(of(Kind::Field, Address::field));
        addresses.extend(of(Kind::Audience, Address::audience));
        addresses.extend(scans.iter().filter_map(|it| match &it.role {
            Some(Role::Page(name, None)) => Some(Address::page(name)),
            _ => None,
        }));
        Ground {
            names,
            forms: sources.forms.iter().map(|it| it.path.clone()).collect(),
            addresses: addresses.iter().map(|it| it.as_str().to_owned()).collect(),
            files: scans,
            config: sources.config.clone(),
            languages,
            as_of,
        }
    }

    /// Forms, settings and day are these; of the content it does not tell.
    pub(super) fn is_of(&self, sources: &Sources, as_of: Date) -> bool {
        let forms = sources.forms.iter().map(|it| &it.path);
        self.as_of == as_of && self.config == sources.config && self.forms.iter().eq(forms)
    }

    /// Of all content files, in order.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|it| it.source.path.as_str())
    }

    pub(super) fn file(&self, path: &str) -> Option<&Scan> {
        let nth = self.files.binary_search_by(|it| it.source.path.as_str().cmp(path)).ok()?;
        Some(&self.files[nth])
    }

    pub(super) fn has_page(&self, name: &str) -> bool {
        self.addresses.contains(Address::page(name).as_str())
    }

    /// Where `path`, a link in the file `from` without its anchor, leads.
    pub(super) fn target(&self, from: &str, path: &str) -> Option<Target<'_>> {
        if let Some(address) = path.strip_prefix('/') {
            let address = address.split_once('/').map_or(address, |(first, rest)| {
                if self.languages[1..].iter().any(|it| it.as_str() == first) { rest } else { address }
            });
            if self.forms.contains(address) {
                return Some(Target::Other);
            }
            let name = address.trim_end_matches('/');
            let page = self.file(&format!("content/pages/{name}.md"));
            if let Some(prose) = page.and_then(|it| it.outline.as_ref()) {
                return Some(Target::Prose(prose));
            }
            let whole = self.addresses.contains(address) || self.addresses.contains(&format!("{address}/"));
            return whole.then_some(Target::Other);
        }
        let mut parts: Vec<&str> = from.split('/').collect();
        parts.pop();
        for part in path.split('/') {
            match part {
                "." | "" => {}
                ".." => drop(parts.pop()?),
                name => parts.push(name),
            }
        }
        let path = parts.join("/");
        let form = path.strip_prefix("content/").is_some_and(|it| self.forms.contains(it));
        match self.file(&path).map(|it| &it.outline) {
            Some(Some(prose)) if path.starts_with("content/pages/") => Some(Target::Prose(prose)),
            Some(_) => Some(Target::Other),
            None => form.then_some(Target::Other),
        }
    }
}
