//! Where one can go: a page for each office, and one that finds them by the names people use.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::lists::Card;
use super::paging::{Paging, pages};
use super::site::{Link, PhoneView, Site, SourceView, phone};
use super::wording::clock;
use super::words::Words;
use crate::model::{Address, Agency, Id, Office};
use crate::text::{Order, encoded, fold};

/// So many are named one by one where a page names them; of more, their provinces are.
const NAMED: usize = 12;
/// So many stand in the list of all with what one needs to know; of more, with their names alone,
/// or the list would be too long for a cheap phone.
pub(super) const DETAILED: usize = 200;

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OfficeView {
    /// Of this page of the list.
    pub address: Address,
    /// What the office is called.
    pub title: Words,
    /// Where and when it can be found.
    pub place: PlaceView,
    /// The one it lies in, by its name of today.
    pub province: Words,
    /// This page's share of those that can be handed in here, in the order of the alphabet.
    pub procedures: Vec<Arc<Card>>,
    /// Absent where all stand on one page.
    pub paging: Option<Paging>,
    /// Where what is said of it comes from.
    pub sources: Vec<SourceView>,
}

/// What one needs to know before one goes there.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlaceView {
    /// Which kind of office: `Phòng giao dịch`.
    pub kind_name: String,
    /// Whose office it is.
    pub agency: Option<Link>,
    /// Its postal address, without the province.
    pub street: Option<Words>,
    /// Names of the place from before mergers, which people still use.
    pub earlier_names: Vec<Words>,
    /// The office's own.
    pub phone: Option<PhoneView>,
    /// Days and times: `Thứ Hai – Thứ Sáu`, `07:30–11:30`.
    pub hours: Vec<(String, String)>,
    /// What is handed in here.
    pub accepts: Option<Words>,
    /// A `geo:` address, which opens the reader's own map.
    pub geo: Option<String>,
    /// Degrees north and east, to be typed into any map: `21.0285, 105.8542`.
    pub position: Option<String>,
    /// What else one should know.
    pub note: Option<Words>,
    /// Names of parts nobody confirmed.
    pub unconfirmed: Vec<String>,
    /// Of `street`, `phone`, `hours`: what nobody has said.
    pub missing: Vec<&'static str>,
    /// Whom to ask before one goes.
    pub hotline: Option<HotlineView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HotlineView {
    /// Whose it is.
    pub name: Words,
    /// To be called.
    pub phone: PhoneView,
}

/// All offices, by province.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OfficesView {
    /// Of the page.
    pub address: Address,
    /// Offices of all provinces together.
    pub count: usize,
    /// In the order of the alphabet.
    pub provinces: Vec<ProvinceView>,
    /// To be called by whoever finds no office; by name.
    pub hotlines: Vec<HotlineView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProvinceView {
    /// By its name of today.
    pub name: Words,
    /// The id of its heading.
    pub anchor: String,
    /// In the order of the alphabet.
    pub offices: Vec<OfficeRow>,
}

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OfficeRow {
    /// To the office's page.
    pub link: Link,
    /// Not in a list of more than 200.
    pub place: Option<PlaceView>,
    /// Every name it goes by, in small letters without marks, a space around each word; `|` where
    /// one name ends.
    pub find: String,
}

impl Site<'_> {
    pub(super) fn office(&self, it: &Office) -> Vec<OfficeView> {
        let view = OfficeView {
            address: self.address(&it.address),
            title: self.words(&it.title),
            place: self.place(it),
            province: self.untranslated(&it.province),
            procedures: Vec::new(),
            paging: None,
            sources: self.sources(&it.sources),
        };
        pages(&view.address, &self.cards(self.shelf().of_office(&it.id)), |address, share, paging| {
            OfficeView { address, procedures: share.to_vec(), paging, ..view.clone() }
        })
    }

    pub(super) fn place(&self, it: &Office) -> PlaceView {
        let known =
            [("street", it.street.is_some()), ("phone", it.phone.is_some()), ("hours", !it.hours.is_empty())];
        PlaceView {
            kind_name: self.wording.office(it.kind).to_owned(),
            agency: it.agency.as_ref().and_then(|it| self.agency_link(it)),
            street: self.maybe(it.street.as_ref()),
            earlier_names: it.earlier_names.iter().map(|it| self.untranslated(it)).collect(),
            phone: it.phone.as_ref().map(phone),
            hours: it
                .hours
                .iter()
                .map(|it| {
                    let (from, until) = (clock(it.from), clock(it.until));
                    (self.wording.days(&it.days), format!("{from}–{until}"))
                })
                .collect(),
            accepts: self.maybe(it.accepts.as_ref()),
            // A bare `geo:` shows the region; with `q` phones put a pin there, with the name on it.
            geo: it.position.map(|(lat, lon)| {
                format!("geo:{lat},{lon}?q={lat},{lon}({})", encoded(&self.text(&it.title)))
            }),
            position: it.position.map(|(lat, lon)| format!("{lat}, {lon}")),
            note: self.maybe(it.note.as_ref()),
            unconfirmed: it.unconfirmed.clone(),
            missing: known.iter().filter(|(_, known)| !known).map(|(key, _)| *key).collect(),
            hotline: it.agency.as_ref().and_then(|it| self.hotline_of(it)),
        }
    }

    /// Of the agency, or the nearest one above it that has one.
    fn hotline_of(&self, agency: &Id) -> Option<HotlineView> {
        let mut lineage = self.catalogue.lineage(agency).filter_map(|it| self.catalogue.agencies.get(it));
        lineage.find_map(|it| self.own_hotline(it))
    }

    /// By its whole name, for who does not know the short one.
    fn own_hotline(&self, it: &Agency) -> Option<HotlineView> {
        let phone = phone(it.hotline.as_ref()?);
        Some(HotlineView { name: self.words(&it.title), phone })
    }

    /// Of the agencies that are no part of one with a hotline; `below` one, or of all.
    pub(super) fn hotlines_of_wholes(&self, below: Option<&Id>) -> Vec<HotlineView> {
        let agencies = &self.catalogue.agencies;
        let is_below =
            |it: &&Agency| below.is_none_or(|whole| self.catalogue.lineage(&it.id).any(|it| it == whole));
        let is_whole = |it: &&Agency| {
            let mut above = self.catalogue.lineage(&it.id).skip(1).filter_map(|it| agencies.get(it));
            above.all(|it| it.hotline.is_none())
        };
        let whole = agencies.values().filter(is_below).filter(is_whole);
        let mut found: Vec<HotlineView> = whole.filter_map(|it| self.own_hotline(it)).collect();
        sort(&mut found);
        found
    }

    /// Links to these offices; of many, to their provinces in the list of all.
    pub(super) fn office_links<'o>(&self, offices: impl Iterator<Item = &'o Office>) -> Vec<Link> {
        let offices: Vec<&Office> = offices.collect();
        if offices.len() <= NAMED {
            return offices.into_iter().map(|it| self.link(&it.address, &it.title)).collect();
        }
        let mut provinces: BTreeMap<String, (&str, usize)> = BTreeMap::new();
        for it in offices {
            provinces.entry(anchor(it)).or_insert((&it.province, 0)).1 += 1;
        }
        let list = self.address(&Address::offices());
        let link = |(anchor, (name, count))| Link {
            href: format!("{}#{anchor}", list.as_str()),
            title: self.untranslated(name) + ": " + self.wording.places(count),
            lang: None,
        };
        let mut found: Vec<Link> = provinces.into_iter().map(link).collect();
        let order = Order::vietnamese();
        found.sort_by_cached_key(|it| order.key(&it.title.plain()));
        found
    }

    /// Those that nobody translated stand here too, under their own names.
    pub(super) fn offices(&self) -> OfficesView {
        let mut provinces: Vec<ProvinceView> = Vec::new();
        let is_short = self.catalogue.offices.len() <= DETAILED;
        for it in self.catalogue.offices.values() {
            let anchor = anchor(it);
            let row = OfficeRow {
                link: self.link(&it.address, &it.title),
                place: is_short.then(|| self.place(it)),
                find: self.names_of(it),
            };
            if let Some(of) = provinces.iter_mut().find(|of| of.anchor == anchor) {
                of.offices.push(row);
            } else {
                let name = self.untranslated(&it.province);
                provinces.push(ProvinceView { name, anchor, offices: vec![row] });
            }
        }
        let order = Order::vietnamese();
        provinces.sort_by_cached_key(|it| order.key(&it.name.plain()));
        for it in &mut provinces {
            it.offices.sort_by_cached_key(|it| (order.key(&it.link.title.plain()), it.link.href.clone()));
        }
        let mut hotlines: Vec<HotlineView> =
            self.catalogue.agencies.values().filter_map(|it| self.own_hotline(it)).collect();
        sort(&mut hotlines);
        let count = provinces.iter().map(|it| it.offices.len()).sum();
        OfficesView { address: self.address(&Address::offices()), count, provinces, hotlines }
    }

    fn names_of(&self, it: &Office) -> String {
        let title = std::iter::once(&*it.title.main).chain(it.title.translated(self.lang));
        let street = it.street.iter().map(|it| &*it.main);
        let earlier = it.earlier_names.iter().map(String::as_str);
        find_string(title.chain([it.province.as_str()]).chain(earlier).chain(street))
    }
}

/// The id of its province's heading in the list of all.
pub(super) fn anchor(it: &Office) -> String {
    format!("tinh-{}", words_of(&it.province).join("-"))
}

fn sort(hotlines: &mut [HotlineView]) {
    let order = Order::vietnamese();
    hotlines.sort_by_cached_key(|it| order.key(&it.name.plain()));
}

fn find_string<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut find = String::from("|");
    for name in names {
        let words = words_of(name).join(" ");
        if !words.is_empty() && !find.contains(&format!("| {words} |")) {
            find.extend([" ", &words, " |"]);
        }
    }
    find
}

/// Small letters and figures without marks. `finder.js` cuts what is typed in the same way.
fn words_of(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization as _;

    proptest! {
        #[test]
        fn each_name_is_found_once_however_it_is_written(names in prop::collection::vec("[ -~À-ỹđĐ\u{300}]{0,12}", 0..5)) {
            let composed: Vec<String> = names.iter().map(|it| it.nfc().collect()).collect();
            let decomposed: Vec<String> = names.iter().map(|it| it.nfd().collect()).collect();
            let find = find_string(names.iter().map(String::as_str));
            prop_assert_eq!(&find, &find_string(composed.iter().map(String::as_str)));
            prop_assert_eq!(&find, &find_string(decomposed.iter().chain(&names).map(String::as_str)));
            let all: Vec<&str> = find.split('|').map(str::trim).filter(|it| !it.is_empty()).collect();
            for name in &names {
                let words = words_of(name).join(" ");
                let times = all.iter().filter(|it| **it == words).count();
                prop_assert_eq!(times, usize::from(!words.is_empty()), "{} in {}", name, find);
            }
        }
    }
}
