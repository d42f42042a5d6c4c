//! Pages that lead to procedures, and pages of places.

use std::sync::Arc;

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::offices::HotlineView;
use super::paging::{PER_PAGE, Paging, pages};
use super::site::{Link, PhoneView, Site, SourceView, is_listed, phone, url};
use super::words::Words;
use crate::model::{Address, Agency, Audience, Field, Id, Procedure, Text};
use crate::text::{Order, fold};

/// A procedure in a list: its name and three facts.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Card {
    pub link: Link,
    pub summary: Option<Words>,
    pub time: Option<String>,
    pub fee: Option<String>,
    pub level: String,
    pub suspended: bool,
}

/// A place one can go on from, and how much is there.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    pub link: Link,
    pub summary: Option<Words>,
    /// Procedures; of a journey its steps, of a table of questions its outcomes.
    pub count: usize,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HomeView {
    pub address: Address,
    /// What people want most often, by their own words where those are known.
    pub popular: Vec<Card>,
    /// What people type, and where it leads; in the main language.
    pub examples: Vec<Link>,
    pub fields: Vec<Entry>,
    pub audiences: Vec<Entry>,
    pub journeys: Vec<Entry>,
    /// Questions that lead to a procedure.
    pub choices: Vec<Entry>,
    pub agencies: Vec<Entry>,
    pub procedures: usize,
    /// Not translated: how many procedures exist in the main language alone.
    pub untranslated: usize,
}

/// Where one can go on who finds nothing by searching.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SearchView {
    pub address: Address,
    pub fields: Vec<Entry>,
    /// To be asked; none if they are too many to choose from.
    pub hotlines: Vec<HotlineView>,
}

/// A field or an audience.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CollectionView {
    pub address: Address,
    /// `field` or `audience`.
    pub kind: &'static str,
    pub title: Words,
    pub summary: Option<Words>,
    /// Questions that lead to one of the procedures.
    pub choices: Vec<Link>,
    pub procedures: Vec<Arc<Card>>,
    pub paging: Option<Paging>,
}

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AgencyView {
    pub address: Address,
    pub title: Words,
    pub short: Option<Words>,
    pub summary: Option<Words>,
    pub parent: Option<Link>,
    pub children: Vec<Link>,
    pub hotline: Option<PhoneView>,
    pub email: Option<String>,
    pub site: Option<String>,
    pub area: Option<Words>,
    pub procedures: Vec<Arc<Card>>,
    pub paging: Option<Paging>,
    /// More than a dozen by their provinces.
    pub offices: Vec<Link>,
    pub sources: Vec<SourceView>,
    /// Names of parts nobody confirmed.
    pub unconfirmed: Vec<String>,
}

/// A page of all procedures.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AlphabetView {
    pub address: Address,
    /// Each letter that a procedure starts with, on whichever page that is.
    pub index: Vec<Initial>,
    /// What is on this page.
    pub letters: Vec<Letter>,
    pub paging: Option<Paging>,
}

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Initial {
    pub letter: String,
    /// The page where it begins, from the root; `None` for this page.
    pub href: Option<String>,
    /// The id of its heading there.
    pub anchor: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Letter {
    /// `A`, `Ă`, `Đ` … or `#` for what starts with no letter.
    pub letter: String,
    /// The id of its heading.
    pub anchor: String,
    /// Does it begin on an earlier page?
    pub continued: bool,
    pub procedures: Vec<Arc<Card>>,
}

/// As many as stand in one or two lines of a phone.
const EXAMPLES: usize = 3;

/// More numbers are a list to look through.
const CHOICE_OF_HOTLINES: usize = 8;

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
            summary: self.maybe(procedure.summary.as_ref()),
            time,
            fee,
            // It ends a line of facts, which may break between them alone.
            level: self.wording.level(procedure.online).replace(' ', "\u{a0}"),
            suspended: matches!(procedure.status, crate::model::Status::Suspended { .. }),
        }
    }

    /// A card named by what its reader wants.
    fn task(&self, procedure: &Procedure) -> Card {
        let mut card = self.card(procedure);
        if let Some(task) = procedure.task.as_ref().filter(|it| self.has(it) && card.link.lang.is_none()) {
            card.link.title = self.words(task);
        }
        card
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
            popular: popular.iter().map(|it| self.task(it)).collect(),
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
            procedures: shelf.all().len(),
            untranslated: shelf.all().iter().filter(|it| it.link.lang.is_some()).count(),
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
        view.paged(&self.shelf().of_field(&it.id))
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
        view.paged(&self.shelf().of_audience(&it.id))
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
        pages(&view.address, &self.shelf().of_agency(&it.id), |address, share, paging| AgencyView {
            address,
            procedures: share.to_vec(),
            paging,
            ..view.clone()
        })
    }

    pub(super) fn alphabet(&self) -> Vec<AlphabetView> {
        let mut letters: Vec<(String, Vec<&Arc<Card>>)> = Vec::new();
        for card in self.shelf().all() {
            let letter = first_letter(&card.link.title.plain());
            match letters.iter_mut().find(|(it, _)| *it == letter) {
                Some((_, found)) => found.push(card),
                None => letters.push((letter, vec![card])),
            }
        }
        let order = Order::vietnamese();
        letters.sort_by(|(a, _), (b, _)| order.compare(a, b));
        let all: Vec<(usize, &Arc<Card>)> = (letters.iter().enumerate())
            .flat_map(|(nth, (_, cards))| cards.iter().map(move |it| (nth, *it)))
            .collect();
        let first = self.address(&Address::alphabet());
        let anchor = |nth: usize| format!("chu-{}", nth + 1);
        let begins: Vec<usize> =
            (0..letters.len()).map(|nth| all.partition_point(|(it, _)| *it < nth) / PER_PAGE + 1).collect();
        let view = |address: Address, share: &[(usize, &Arc<Card>)], paging: Option<Paging>| {
            let number = paging.as_ref().map_or(1, |it| it.number);
            let initial = |(nth, (letter, _)): (usize, &(String, _))| Initial {
                letter: letter.clone(),
                href: (begins[nth] != number).then(|| first.numbered(begins[nth]).as_str().to_owned()),
                anchor: anchor(nth),
            };
            let section = |cards: &[(usize, &Arc<Card>)]| Letter {
                letter: letters[cards[0].0].0.clone(),
                anchor: anchor(cards[0].0),
                continued: begins[cards[0].0] < number,
                procedures: cards.iter().map(|(_, it)| Arc::clone(it)).collect(),
            };
            AlphabetView {
                address,
                index: letters.iter().enumerate().map(initial).collect(),
                letters: share.chunk_by(|a, b| a.0 == b.0).map(section).collect(),
                paging,
            }
        };
        pages(&first, &all, view)
    }
}

/// `Ấ` stands under `Â`: tones make no letter, other marks do.
fn first_letter(title: &str) -> String {
    let Some(first) = title.chars().next().filter(|it| it.is_alphabetic()) else {
        return "#".to_owned();
    };
    let spelt = crate::text::spelling(&first.to_string());
    let without_tone: String = spelt.chars().filter(|it| !crate::text::TONES.contains(it)).collect();
    let letter = crate::text::nfc(&without_tone).to_uppercase();
    if letter.is_empty() { fold(title).chars().take(1).collect() } else { letter }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tones_make_no_letter() {
        for (title, letter) in
            [("Ấp", "Â"), ("Đổi", "Đ"), ("ở", "Ơ"), ("Á", "A"), ("22 kV", "#"), ("Cấp", "C"), ("", "#")]
        {
            assert_eq!(first_letter(title), letter, "{title}");
        }
    }
}
