//! What stands in lists, put in order once for all of them.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::lists::{Card, in_lists};
use super::site::{Site, is_listed};
use crate::model::{Id, Procedure};
use crate::text::Order;

/// Every card of one language in the order of lists, and which of them belong where.
#[derive(Default)]
pub(super) struct Shelf {
    cards: Vec<Arc<Card>>,
    fields: Places,
    audiences: Places,
    agencies: Places,
    offices: Places,
}

/// From an entry to the numbers of its cards.
type Places = FxHashMap<Id, Vec<usize>>;

impl Shelf {
    /// On a page in another language what nobody translated is listed too.
    pub(super) fn of(site: &Site<'_>) -> Shelf {
        let mut listed: Vec<(&Procedure, Card)> = site
            .catalogue
            .procedures
            .par_iter()
            .filter(|it| is_listed(it))
            .map(|it| (&**it, site.card(it)))
            .collect();
        let order = Order::vietnamese();
        listed.par_sort_by(|(_, a), (_, b)| in_lists(&order, a, b));
        let mut shelf = Shelf::default();
        for (nth, (it, card)) in listed.into_iter().enumerate() {
            shelf.cards.push(Arc::new(card));
            put(&mut shelf.fields, nth, [&it.field]);
            put(&mut shelf.audiences, nth, &it.audiences);
            let agencies = &it.agencies;
            let others = [&agencies.executing, &agencies.coordinating, &agencies.delegated];
            put(&mut shelf.agencies, nth, std::iter::once(&it.agency).chain(others.into_iter().flatten()));
            put(&mut shelf.offices, nth, it.channels.iter().flat_map(|it| &it.offices));
        }
        shelf
    }

    pub(super) fn all(&self) -> &[Arc<Card>] {
        &self.cards
    }

    pub(super) fn of_field(&self, id: &Id) -> Vec<Arc<Card>> {
        self.at(&self.fields, id)
    }

    pub(super) fn of_audience(&self, id: &Id) -> Vec<Arc<Card>> {
        self.at(&self.audiences, id)
    }

    /// Whatever part the agency takes.
    pub(super) fn of_agency(&self, id: &Id) -> Vec<Arc<Card>> {
        self.at(&self.agencies, id)
    }

    pub(super) fn of_office(&self, id: &Id) -> Vec<Arc<Card>> {
        self.at(&self.offices, id)
    }

    fn at(&self, places: &Places, id: &Id) -> Vec<Arc<Card>> {
        places.get(id).into_iter().flatten().map(|nth| Arc::clone(&self.cards[*nth])).collect()
    }
}

/// An entry named twice by one procedure has one card of it.
fn put<'a>(places: &mut Places, nth: usize, ids: impl IntoIterator<Item = &'a Id>) {
    for id in ids {
        let cards = places.entry(id.clone()).or_default();
        if cards.last() != Some(&nth) {
            cards.push(nth);
        }
    }
}
