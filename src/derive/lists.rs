//! Pages that lead to procedures, and pages of places.

use std::sync::Arc;

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::offices::HotlineView;
use super::paging::{Paging, pages};
use super::site::{Link, PhoneView, Site, SourceView, is_listed, phone, url};
use super::words::Words;
use crate::model::{Address, Agency, Audience, Field, Id, OnlineLevel, Procedure, Text};
use crate::text::Order;

/// A procedure in a list: its name and three facts.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Card {
    /// To its page; named as the list goes: officially, or by what people want.
    pub link: Link,
    /// What people call it, under its official name; or that, where a list goes by what people want.
    pub other_name: Option<Words>,
    /// The time limit: `5 ngày làm việc`; absent where none holds for everybody.
    pub time: Option<String>,
    /// The fee, in words that need none before them: `Miễn phí`, `Chi phí chưa rõ`; absent where none
    /// holds for everybody, or none is to be expected.
    pub fee: Option<String>,
    /// How much of it is done online: `Trực tuyến toàn trình`; absent where no form is handed in
    /// online, or nobody confirmed it.
    pub level: Option<String>,
    /// Nobody can apply for now.
    pub suspended: bool,
}

/// A place one can go on from, and how much is there.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Named as the place is.
    pub link: Link,
    /// A sentence under the name; of an agency, whom it serves.
    pub summary: Option<Words>,
    /// Procedures; of a journey its steps, of a table of questions its outcomes.
    pub count: usize,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HomeView {
    /// Of the first page of this language.
    pub address: Address,
    /// What people want most often, by their own words where those are known.
    pub popular: Vec<Card>,
    /// What people type, and where it leads; in the main language.
    pub examples: Vec<Link>,
    /// In the order of their file; none that is empty.
    pub fields: Vec<Entry>,
    /// In the order of their file; none that is empty.
    pub audiences: Vec<Entry>,
    /// Situations in life, in the order of ids.
    pub journeys: Vec<Entry>,
    /// Questions that lead to a procedure.
    pub choices: Vec<Entry>,
    /// All of them, in the order of ids.
    pub agencies: Vec<Entry>,
    /// How many are listed, in whatever language.
    pub procedures: usize,
    /// Not translated: how many procedures exist in the main language alone.
    pub untranslated: usize,
}

/// Where one can go on who finds nothing by searching.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SearchView {
    /// Of the page.
    pub address: Address,
    /// In the order of their file; none that is empty.
    pub fields: Vec<Entry>,
    /// To be asked; none if they are too many to choose from.
    pub hotlines: Vec<HotlineView>,
}

/// A field or an audience.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CollectionView {
    /// Of this page of the list.
    pub address: Address,
    /// `field` or `audience`.
    pub kind: &'static str,
    /// Name of the field or audience.
    pub title: Words,
    /// A sentence under the title.
    pub summary: Option<Words>,
    /// Questions that lead to one of the procedures.
    pub choices: Vec<Link>,
    /// This page's share, in the order of the alphabet.
    pub procedures: Vec<Arc<Card>>,
    /// Absent where all stand on one page.
    pub paging: Option<Paging>,
}

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AgencyView {
    /// Of this page of the list.
    pub address: Address,
    /// The whole name.
    pub title: Words,
    /// `EVNNPC`
    pub short: Option<Words>,
    /// A sentence under the title.
    pub summary: Option<Words>,
    /// The agency above it.
    pub parent: Option<Link>,
    /// Agencies right below it, in the order of ids.
    pub children: Vec<Link>,
    /// Its own; of no agency above it.
    pub hotline: Option<PhoneView>,
    /// Bare, without `mailto:`.
    pub email: Option<String>,
    /// Its own website: `https://…`
    pub site: Option<String>,
    /// Whom or which places it serves, in a few words.
    pub area: Option<Words>,
    /// This page's share of those in which it has any part, in the order of the alphabet.
    pub procedures: Vec<Arc<Card>>,
    /// Absent where all stand on one page.
    pub paging: Option<Paging>,
    /// More than a dozen by their provinces.
    pub offices: Vec<Link>,
    /// Where what is said of it comes from.
    pub sources: Vec<SourceView>,
    /// Names of parts nobody confirmed.
    pub unconfirmed: Vec<String>,
}

/// As many as stand in one or two lines of a phone.
const EXAMPLES: usize = 3;

/// More numbers are a list to look through.
const CHOICE_OF_HOTLINES: usize = 8;

/// Where a link stands in a list, to be sorted by. On a page in another language what nobody
/// translated comes after the rest.
pub(super) fn in_lists(order: &Order, it: &Link) -> (bool, Vec<u8>, String) {
    (it.lang.is_some(), order.key(&it.title.plain()), it.href.clone())
}

impl CollectionView {
    /// This view, which has no procedures yet, with each page's share of them.
    fn paged(&self, procedures: &[Arc<Card>]) -> Vec<CollectionView> {
        pages(&self.address, procedures, |address, share, paging| CollectionView {
            address,
            procedures: share.to_vec(),
            paging,
            ..self.clone()
        })
    }
}

impl Site<'_> {
    pub(super) fn card(&self, procedure: &Procedure) -> Card {
        let [time, fee] = self.told_terms(procedure);
        Card {
            link: self.link(&procedure.address, &procedure.title),
            other_name: self.task(procedure),
            time,
            fee,
            // Words and mark have no room in one line; the page has both.
            level: self.told_level(procedure).filter(|_| procedure.confirmed_level().is_some()),
            suspended: matches!(procedure.status, crate::model::Status::Suspended { .. }),
        }
    }

    /// In words, and that nobody confirmed it. Nothing is said of what has no form: `information` beside
    /// a bill that is paid online reads as if it were not.
    pub(super) fn told_level(&self, procedure: &Procedure) -> Option<String> {
        let level = Some(procedure.online).filter(|it| *it != OnlineLevel::Information)?;
        let words = self.wording.level(level).to_owned();
        Some(self.wording.sure(words, procedure.confirmed_level().is_some()))
    }

    /// What its reader wants, in words that are not its name already.
    pub(super) fn task(&self, procedure: &Procedure) -> Option<Words> {
        let task = procedure.task.as_ref().filter(|it| self.has(it) && self.has(&procedure.title))?;
        Some(self.words(task)).filter(|it| *it != self.words(&procedure.title))
    }

    /// A card that goes by what its reader wants.
    pub(super) fn wanted(&self, procedure: &Procedure) -> Option<Card> {
        let mut card = self.card(procedure);
        let task = card.other_name.take()?;
        card.other_name = Some(std::mem::replace(&mut card.link.title, task));
        Some(card)
    }

    /// Words that people type have no language of their own; most are in the main one.
    fn example(&self, procedure: &Procedure) -> Option<Link> {
        let typed = procedure.also_called.first().filter(|_| self.is_main())?;
        Some(Link { title: typed.as_str().into(), ..self.link(&procedure.address, &procedure.title) })
    }

    fn entry(&self, address: &Address, title: &Text, summary: Option<&Text>, count: usize) -> Entry {
        Entry { link: self.link(address, title), summary: self.maybe(summary), count }
    }

    pub(super) fn fields(&self) -> Vec<Entry> {
        let fields = self.catalogue.fields.iter();
        fields
            .map(|it| {
                let n = self.shelf().of_field(&it.id).len();
                self.entry(&it.address, &it.title, it.summary.as_ref(), n)
            })
            .filter(|it| 0 < it.count)
            .collect()
    }

    pub(super) fn search(&self) -> SearchView {
        let mut hotlines = self.hotlines_of_wholes(None);
        if CHOICE_OF_HOTLINES < hotlines.len() {
            hotlines.clear();
        }
        SearchView { address: self.address(&Address::search()), fields: self.fields(), hotlines }
    }

    pub(super) fn home(&self) -> HomeView {
        let catalogue = self.catalogue;
        let shelf = self.shelf();
        let popular: Vec<&Procedure> = self
            .config
            .owner
            .popular
            .iter()
            .filter_map(|it| it.parse().ok())
            .filter_map(|it: Id| catalogue.procedure(&it))
            .filter(|it| is_listed(it))
            .collect();
        HomeView {
            address: self.address(&Address::home()),
            popular: popular.iter().map(|it| self.wanted(it).unwrap_or_else(|| self.card(it))).collect(),
            examples: popular.iter().filter_map(|it| self.example(it)).take(EXAMPLES).collect(),
            fields: self.fields(),
            audiences: catalogue
                .audiences
                .iter()
                .map(|it| {
                    let n = shelf.of_audience(&it.id).len();
                    self.entry(&it.address, &it.title, it.summary.as_ref(), n)
                })
                .filter(|it| 0 < it.count)
                .collect(),
            journeys: catalogue
                .journeys
                .iter()
                .map(|it| self.entry(&it.address, &it.title, it.summary.as_ref(), it.steps.len()))
                .collect(),
            agencies: catalogue
                .agencies
                .values()
                .map(|it| {
                    let n = shelf.of_agency(&it.id).len();
                    self.entry(&it.address, &it.title, it.area.as_ref(), n)
                })
                .collect(),
            choices: self.choice_entries(),
            procedures: shelf.len(),
            untranslated: shelf.untranslated,
        }
    }

    pub(super) fn field(&self, it: &Field) -> Vec<CollectionView> {
        let view = CollectionView {
            address: self.address(&it.address),
            kind: "field",
            title: self.words(&it.title),
            summary: self.maybe(it.summary.as_ref()),
            choices: self.choices_to(|p| p.field == it.id),
            procedures: Vec::new(),
            paging: None,
        };
        view.paged(&self.cards(self.shelf().of_field(&it.id)))
    }

    pub(super) fn audience(&self, it: &Audience) -> Vec<CollectionView> {
        let view = CollectionView {
            address: self.address(&it.address),
            kind: "audience",
            title: self.words(&it.title),
            summary: self.maybe(it.summary.as_ref()),
            choices: self.choices_to(|p| p.audiences.contains(&it.id)),
            procedures: Vec::new(),
            paging: None,
        };
        view.paged(&self.cards(self.shelf().of_audience(&it.id)))
    }

    pub(super) fn agency(&self, it: &Agency) -> Vec<AgencyView> {
        let catalogue = self.catalogue;
        let view = AgencyView {
            address: self.address(&it.address),
            title: self.words(&it.title),
            short: self.maybe(it.short.as_ref()),
            summary: self.maybe(it.summary.as_ref()),
            parent: it.parent.as_ref().and_then(|it| self.agency_link(it)),
            children: catalogue
                .agencies
                .values()
                .filter(|child| child.parent.as_ref() == Some(&it.id))
                .map(|it| self.link(&it.address, &it.title))
                .collect(),
            hotline: it.hotline.as_ref().map(phone),
            email: it.email.clone(),
            site: it.site.as_ref().map(url),
            area: self.maybe(it.area.as_ref()),
            procedures: Vec::new(),
            paging: None,
            offices: self.office_links(
                catalogue.offices.values().filter(|office| office.agency.as_ref() == Some(&it.id)),
            ),
            sources: self.sources(&it.sources),
            unconfirmed: it.unconfirmed.clone(),
        };
        pages(&view.address, &self.cards(self.shelf().of_agency(&it.id)), |address, share, paging| {
            AgencyView { address, procedures: share.to_vec(), paging, ..view.clone() }
        })
    }
}
