//! What the search knows of one procedure: its words by field, and what a result shows.
//!
//! Made of the record and not of its page, which would have to be worked out once more.

use super::site::{Site, is_listed};
use crate::model::{OnlineLevel, Procedure};

/// What a result shows, and by what results are narrowed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Found {
    pub id: String,
    /// From the home page of its language.
    pub url: String,
    pub title: String,
    pub time: String,
    pub fee: String,
    /// `full`, `partial`, `information`.
    pub level: &'static str,
    pub field: String,
    /// Id and title of the values of each facet: field, audience, agency, channel, level, province.
    pub facets: [Vec<(String, String)>; 6],
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Searched {
    pub found: Found,
    pub code: String,
    /// Other names of the same: the legal one, what people say.
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

impl Site<'_> {
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
    pub(super) fn found_by_search(&self) -> Vec<&Procedure> {
        let all = self.catalogue.procedures.iter().map(AsRef::as_ref);
        all.filter(|it| is_listed(it) && self.has(&it.title)).collect()
    }

    pub(super) fn searched(&self, it: &Procedure) -> Searched {
        let catalogue = self.catalogue;
        let field = catalogue.fields.iter().find(|field| field.id == it.field);
        let audiences = catalogue.audiences.iter().filter(|audience| it.audiences.contains(&audience.id));
        let agency = catalogue.agencies.get(&it.agency);
        let rows = self.term_rows(it, &it.agency);
        let address = self.address(&it.address);
        let base = self.address(&crate::model::Address::home());
        let holds = |effect: &crate::model::Effect| effect.holds_on(self.as_of);

        let mut provinces: Vec<String> = Vec::new();
        let mut channels: Vec<(String, String)> = Vec::new();
        for channel in it.channels.iter().filter(|it| holds(&it.effect)) {
            let key = channel.kind.key().to_owned();
            if channels.iter().all(|(known, _)| *known != key) {
                channels.push((key, self.wording.channel(channel.kind).to_owned()));
            }
            let offices = channel.offices.iter().filter_map(|id| catalogue.offices.get(id));
            provinces.extend(offices.map(|it| it.province.clone()));
        }
        provinces.sort();
        provinces.dedup();

        let legal = || it.legal.iter().filter_map(|it| catalogue.legal.get(&it.text));
        let mut around: Vec<String> = field.iter().map(|it| self.text(&it.title)).collect();
        around.extend(it.results.iter().map(|it| self.text(&it.name)));
        around.extend(it.cases.iter().map(|it| self.text(&it.title)));
        around.extend(legal().map(|it| it.number.clone()));

        let title = self.text(&it.title);
        let (id, level) = (it.id.to_string(), self.wording.level(it.online).to_owned());
        let key = match it.online {
            OnlineLevel::Full => "full",
            OnlineLevel::Partial => "partial",
            OnlineLevel::Information => "information",
        };
        let official = it.official_title.as_ref().map(|it| self.text(it));
        let found = Found {
            url: address.as_str().strip_prefix(base.as_str()).unwrap_or(address.as_str()).to_owned(),
            time: rows.iter().find_map(|it| it.time.as_ref()).map(|it| it.text.clone()).unwrap_or_default(),
            fee: rows.iter().find_map(|it| it.fee.as_ref()).map(|it| it.text.clone()).unwrap_or_default(),
            level: key,
            field: field.map(|it| self.text(&it.title)).unwrap_or_default(),
            facets: [
                field.iter().map(|it| (it.id.to_string(), self.text(&it.title))).collect(),
                audiences.map(|it| (it.id.to_string(), self.text(&it.title))).collect(),
                agency.iter().map(|it| (it.id.to_string(), self.text(&it.title))).collect(),
                channels,
                vec![(key.to_owned(), level)],
                provinces.into_iter().map(|it| (it.clone(), it)).collect(),
            ],
            id,
            title,
        };
        Searched {
            found,
            code: it.code.clone().unwrap_or_default(),
            names: official.into_iter().chain(it.also_called.iter().cloned()).collect(),
            translations: std::iter::once(&it.title.main)
                .chain(it.title.other.iter().map(|(_, title)| title))
                .filter(|other| ***other != *it.title.get(self.lang))
                .map(ToString::to_string)
                .collect(),
            summary: it.summary.as_ref().map(|it| self.text(it)).unwrap_or_default(),
            around,
        }
    }
}
