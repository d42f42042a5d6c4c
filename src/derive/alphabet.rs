//! All procedures under the letter each name of theirs begins with.

use std::sync::Arc;

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::lists::{Card, in_lists};
use super::paging::{PER_PAGE, Paging, pages};
use super::site::{Site, is_listed};
use super::words::Words;
use crate::model::Address;
use crate::text::{Order, fold};

/// A page of all procedures.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AlphabetView {
    /// Of this page of the list.
    pub address: Address,
    /// Each letter that a procedure starts with, on whichever page that is.
    pub index: Vec<Initial>,
    /// What is on this page.
    pub letters: Vec<Letter>,
    /// Absent where all stand on one page.
    pub paging: Option<Paging>,
}

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Initial {
    /// As in `Letter`.
    pub letter: String,
    /// The page where it begins, from the root; absent for this page.
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
    /// This page's share of them, by official names and by what people want.
    pub procedures: Vec<Arc<Card>>,
}

impl Site<'_> {
    /// Every card by its official name, and once more by what its reader wants: not where both begin
    /// with one word and stand close together.
    fn by_every_name(&self) -> Vec<Arc<Card>> {
        let mut cards = self.all_cards();
        let procedures = self.catalogue.procedures.iter().filter(|it| is_listed(it));
        let wanted = procedures.filter_map(|it| self.wanted(it));
        let wanted: Vec<_> = wanted.filter(|it| !begin_alike(it)).map(Arc::new).collect();
        if !wanted.is_empty() {
            cards.extend(wanted);
            let order = Order::vietnamese();
            cards.sort_by_cached_key(|it| in_lists(&order, &it.link));
        }
        cards
    }

    pub(super) fn alphabet(&self) -> Vec<AlphabetView> {
        let cards = self.by_every_name();
        let mut letters: Vec<(String, Vec<&Arc<Card>>)> = Vec::new();
        for card in &cards {
            let letter = first_letter(&card.link.title.plain());
            match letters.iter_mut().find(|(it, _)| *it == letter) {
                Some((_, found)) => found.push(card),
                None => letters.push((letter, vec![card])),
            }
        }
        let order = Order::vietnamese();
        letters.sort_by_cached_key(|(it, _)| order.key(it));
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

fn begin_alike(card: &Card) -> bool {
    let first = |name: &Words| name.plain().split([' ', ',']).next().map(fold);
    card.other_name.as_ref().map(first) == Some(first(&card.link.title))
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
