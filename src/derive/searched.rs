//! What the search knows of one procedure: its words by field, and what a result shows.
//!
//! Made of the record and not of its page, which would have to be worked out once more.

use super::site::{Site, is_listed};
use super::words::Words;
use crate::model::{ChannelKind, Id, OnlineLevel, Procedure};

/// What a result shows, and by what results are narrowed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Found<'a> {
    pub id: &'a str,
    /// From the home page of its language.
    pub url: String,
    pub title: String,
    /// What its reader wants, where the title does not say it.
    pub task: String,
    pub time: String,
    pub fee: String,
    /// `full`, `partial`, `information`; empty where nobody confirmed it.
    pub level: &'static str,
    pub field: Words,
    /// The values of each facet, in the order of [`Facet::ALL`].
    pub facets: [Box<[&'a str]>; 6],
}

/// By what results are narrowed and counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    Field,
    Audience,
    Agency,
    Channel,
    Level,
    Province,
}

impl Facet {
    pub const ALL: [Facet; 6] =
        [Facet::Field, Facet::Audience, Facet::Agency, Facet::Channel, Facet::Level, Facet::Province];

    /// As the index names its files.
    pub fn key(self) -> &'static str {
        match self {
            Facet::Field => "field",
            Facet::Audience => "audience",
            Facet::Agency => "agency",
            Facet::Channel => "channel",
            Facet::Level => "level",
            Facet::Province => "province",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Searched<'a> {
    pub found: Found<'a>,
    pub code: String,
    /// Other names of the same: the legal one, what its reader wants, what people say.
    pub names: Vec<String>,
    /// Titles in other languages, whether or not the site has pages in them.
    pub translations: Vec<String>,
    pub summary: String,
    /// Field, results, cases, legal grounds: short and telling.
    pub around: Vec<String>,
}

/// Words that replace each other in a search, and words that only replace those.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    pub words: Vec<String>,
    pub one_way: Vec<String>,
}

impl<'a> Site<'a> {
    /// The site's synonyms, then the glossary's abbreviations.
    pub(super) fn alike(&self) -> Vec<Alike> {
        let groups = self
            .catalogue
            .synonyms
            .iter()
            .map(|it| Alike { words: it.words.clone(), one_way: it.one_way.clone() });
        let terms = self.catalogue.glossary.iter().filter(|it| !it.also.is_empty()).map(|it| Alike {
            words: std::iter::once(it.term.main.to_string()).chain(it.also.iter().cloned()).collect(),
            one_way: Vec::new(),
        });
        groups.chain(terms).collect()
    }

    /// What the search of this language finds, in the order of ids.
    pub(super) fn found_by_search(&self) -> Vec<&'a Procedure> {
        let all = self.catalogue.procedures.iter().map(AsRef::as_ref);
        all.filter(|it| is_listed(it) && self.has(&it.title)).collect()
    }

    pub(super) fn searched(&self, it: &'a Procedure) -> Searched<'a> {
        let catalogue = self.catalogue;
        let field = catalogue.fields.iter().find(|field| field.id == it.field);
        let audiences = catalogue.audiences.iter().filter(|audience| it.audiences.contains(&audience.id));
        let agency = catalogue.agencies.get(&it.agency);
        let [time, fee] = self.told_terms(it).map(Option::unwrap_or_default);
        // Whoever asks for what is fully online is shown what somebody confirmed to be.
        let level = it.confirmed_level().map(OnlineLevel::key);
        let address = self.address(&it.address);
        let base = self.address(&crate::model::Address::home());
        let holds = |effect: &crate::model::Effect| effect.holds_on(self.as_of);

        let mut provinces: Vec<&str> = Vec::new();
        let mut channels: Vec<&str> = Vec::new();
        for channel in it.channels.iter().filter(|it| holds(&it.effect)) {
            let key = channel.kind.key();
            if !channels.contains(&key) {
                channels.push(key);
            }
            let offices = channel.offices.iter().filter_map(|id| catalogue.offices.get(id));
            provinces.extend(offices.map(|it| it.province.as_str()));
        }
        provinces.sort_unstable();
        provinces.dedup();

        let legal = || it.legal.iter().filter_map(|it| catalogue.legal.get(&it.text));
        let mut around: Vec<String> = field.iter().map(|it| self.text(&it.title)).collect();
        around.extend(it.results.iter().map(|it| self.text(&it.name)));
        around.extend(it.cases.iter().map(|it| self.text(&it.title)));
        around.extend(legal().map(|it| it.number.clone()));

        let title = self.text(&it.title);
        let official = it.official_title.as_ref().map(|it| self.text(it));
        let wanted = self.task(it).map(|it| it.plain().into_owned());
        let found = Found {
            url: address.as_str().strip_prefix(base.as_str()).unwrap_or(address.as_str()).to_owned(),
            time,
            fee,
            level: level.unwrap_or_default(),
            field: field.map(|it| self.words(&it.title)).unwrap_or_default(),
            facets: [
                field.iter().map(|it| it.id.as_str()).collect(),
                audiences.map(|it| it.id.as_str()).collect(),
                agency.iter().map(|it| it.id.as_str()).collect(),
                channels.into(),
                level.into_iter().collect(),
                provinces.into(),
            ],
            id: it.id.as_str(),
            task: wanted.clone().unwrap_or_default(),
            title,
        };
        Searched {
            found,
            code: it.code.clone().unwrap_or_default(),
            names: official.into_iter().chain(wanted).chain(it.also_called.iter().cloned()).collect(),
            translations: std::iter::once(&it.title.main)
                .chain(it.title.translations().iter().map(|(_, title)| title))
                .filter(|other| ***other != *it.title.get(self.lang))
                .map(ToString::to_string)
                .collect(),
            summary: it.summary.as_ref().map(|it| self.text(it)).unwrap_or_default(),
            around,
        }
    }

    /// What readers see of a value.
    pub(super) fn facet_title(&self, facet: Facet, value: &str) -> Words {
        let catalogue = self.catalogue;
        let title = match facet {
            Facet::Field => catalogue.fields.iter().find(|it| it.id.as_str() == value).map(|it| &it.title),
            Facet::Audience => {
                catalogue.audiences.iter().find(|it| it.id.as_str() == value).map(|it| &it.title)
            }
            Facet::Agency => {
                value.parse().ok().and_then(|id: Id| catalogue.agencies.get(&id)).map(|it| &it.title)
            }
            Facet::Channel => {
                let kind = ChannelKind::ALL.into_iter().find(|it| it.key() == value);
                return kind.map(|it| self.wording.channel(it).into()).unwrap_or_default();
            }
            Facet::Level => {
                let level = OnlineLevel::ALL.into_iter().find(|it| it.key() == value);
                return level.map(|it| self.wording.level(it).into()).unwrap_or_default();
            }
            Facet::Province => return self.untranslated(value),
        };
        title.map(|it| self.words(it)).unwrap_or_default()
    }
}
