//! What a single file is checked against: the names of all entries, and the site's settings.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::config::SiteConfig;
use crate::model::{Id, Lang};

/// What an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Procedure,
    Agency,
    Office,
    Journey,
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
}

impl Names {
    pub(super) fn add(&mut self, kind: Kind, id: Id) {
        self.by_kind.entry(kind).or_default().insert(id);
    }

    pub(super) fn has(&self, kind: Kind, id: &Id) -> bool {
        self.by_kind.get(&kind).is_some_and(|ids| ids.contains(id))
    }

    /// In order.
    pub(super) fn of(&self, kind: Kind) -> impl Iterator<Item = &Id> {
        self.by_kind.get(&kind).into_iter().flatten()
    }
}

pub(super) struct Ground<'a> {
    pub(super) names: Names,
    /// Paths of forms below `content/`.
    pub(super) forms: BTreeSet<&'a str>,
    pub(super) config: &'a SiteConfig,
    /// The main one first.
    pub(super) languages: Vec<Lang>,
    pub(super) as_of: Date,
}
