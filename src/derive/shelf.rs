//! What stands in lists, put in order once for all of them.

use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::lists::{Card, in_lists};
use super::site::{Site, is_listed};
use crate::model::Id;
use crate::text::Order;

/// Every procedure that one language lists, in the order of lists, and which of them belong where.
#[derive(Default)]
pub(super) struct Shelf {
    all: Vec<Place>,
    fields: Places,
    audiences: Places,
    agencies: Places,
    offices: Places,
    /// How many nobody translated.
    pub(super) untranslated: usize,
}

struct Place {
    /// Which of the catalogue's.
    procedure: usize,
    /// Made for the first list that shows it.
    card: OnceLock<Arc<Card>>,
}

/// From an entry to the numbers of its places.
type Places = FxHashMap<Id, Vec<usize>>;

impl Shelf {
    /// On a page in another language what nobody translated is listed too.
    pub(super) fn of(site: &Site<'_>) -> Shelf {
        let procedures = &site.catalogue.procedures;
        let order = Order::vietnamese();
        let listed = procedures.par_iter().enumerate().filter(|(_, it)| is_listed(it));
        let mut listed: Vec<_> = listed
            .map(|(procedure, it)| (in_lists(&order, &site.link(&it.address, &it.title)), procedure))
            .collect();
        listed.par_sort_unstable();
        let mut shelf = Shelf::default();
        for (nth, ((is_untranslated, ..), procedure)) in listed.into_iter().enumerate() {
            let it = &procedures[procedure];
            shelf.all.push(Place { procedure, card: OnceLock::new() });
            shelf.untranslated += usize::from(is_untranslated);
            put(&mut shelf.fields, nth, [&it.field]);
            put(&mut shelf.audiences, nth, &it.audiences);
            let agencies = &it.agencies;
            let others = [&agencies.executing, &agencies.coordinating, &agencies.delegated];
            put(&mut shelf.agencies, nth, std::iter::once(&it.agency).chain(others.into_iter().flatten()));
            put(&mut shelf.offices, nth, it.channels.iter().flat_map(|it| &it.offices));
        }
        shelf
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) fn of_field(&self, id: &Id) -> &[usize] {
        at(&self.fields, id)
    }

    pub(super) fn of_audience(&self, id: &Id) -> &[usize] {
        at(&self.audiences, id)
    }

    /// Whatever part the agency takes.
    pub(super) fn of_agency(&self, id: &Id) -> &[usize] {
        at(&self.agencies, id)
    }

    pub(super) fn of_office(&self, id: &Id) -> &[usize] {
        at(&self.offices, id)
    }
}

impl Site<'_> {
    /// Of these places of the shelf.
    pub(super) fn cards(&self, places: &[usize]) -> Vec<Arc<Card>> {
        let shelf = self.shelf();
        places.iter().map(|nth| self.card_at(&shelf.all[*nth])).collect()
    }

    pub(super) fn all_cards(&self) -> Vec<Arc<Card>> {
        self.shelf().all.iter().map(|it| self.card_at(it)).collect()
    }

    fn card_at(&self, place: &Place) -> Arc<Card> {
        let make = || Arc::new(self.card(&self.catalogue.procedures[place.procedure]));
        Arc::clone(place.card.get_or_init(make))
    }
}

fn at<'s>(places: &'s Places, id: &Id) -> &'s [usize] {
    places.get(id).map_or(&[], Vec::as_slice)
}

/// An entry named twice by one procedure has one place of it.
fn put<'a>(places: &mut Places, nth: usize, ids: impl IntoIterator<Item = &'a Id>) {
    for id in ids {
        let cards = places.entry(id.clone()).or_default();
        if cards.last() != Some(&nth) {
            cards.push(nth);
        }
    }
}
