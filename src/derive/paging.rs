//! Long lists on several pages: nobody on a cheap phone waits for ten thousand lines.

use serde::Serialize;
use serde_with::skip_serializing_none;

use crate::model::Address;

/// Procedures on one page: some 30 kB of HTML.
pub(super) const PER_PAGE: usize = 100;

/// Pages named on each side of the one that is read.
const NEAR: usize = 2;

/// Which page of a long list this is, and where the others are.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paging {
    /// Counted from 1.
    pub number: usize,
    /// Pages of the list, at least two.
    pub count: usize,
    /// From the root.
    pub previous: Option<String>,
    /// From the root.
    pub next: Option<String>,
    /// In order, some left out between the first, those near this one, and the last.
    pub pages: Vec<Sibling>,
}

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sibling {
    /// Counted from 1.
    pub number: usize,
    /// From the root; absent for this page.
    pub href: Option<String>,
    /// Are pages left out before it?
    pub after_gap: bool,
}

/// Where the pages of a list of so many procedures are; there is one for an empty list too.
pub(super) fn addresses(first: &Address, procedures: usize) -> Vec<Address> {
    (1..=count(procedures)).map(|number| first.numbered(number)).collect()
}

/// A view of each page of a list; of one, which may be empty, at least.
pub(super) fn pages<T, V>(
    first: &Address,
    all: &[T],
    view: impl Fn(Address, &[T], Option<Paging>) -> V,
) -> Vec<V> {
    let count = count(all.len());
    let page = |number: usize| {
        let from = (number - 1) * PER_PAGE;
        let share = &all[from..all.len().min(from + PER_PAGE)];
        view(first.numbered(number), share, (1 < count).then(|| paging(first, number, count)))
    };
    (1..=count).map(page).collect()
}

fn paging(first: &Address, number: usize, count: usize) -> Paging {
    let href = |number: usize| first.numbered(number).as_str().to_owned();
    let shown: Vec<usize> =
        (1..=count).filter(|it| *it == 1 || *it == count || it.abs_diff(number) <= NEAR).collect();
    let before = |nth: usize| nth.checked_sub(1).map_or(0, |it| shown[it]);
    Paging {
        number,
        count,
        previous: (1 < number).then(|| href(number - 1)),
        next: (number < count).then(|| href(number + 1)),
        pages: (shown.iter().enumerate())
            .map(|(nth, it)| Sibling {
                number: *it,
                href: (*it != number).then(|| href(*it)),
                after_gap: before(nth) + 1 < *it,
            })
            .collect(),
    }
}

fn count(procedures: usize) -> usize {
    procedures.div_ceil(PER_PAGE).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_procedure_is_on_one_page_and_each_page_is_reached() {
        let first = Address::alphabet();
        for procedures in [0, 1, PER_PAGE, PER_PAGE + 1, 12 * PER_PAGE + 3] {
            let all: Vec<usize> = (0..procedures).collect();
            let pages = pages(&first, &all, |address, share, paging| (address, share.to_vec(), paging));
            let joined: Vec<usize> = pages.iter().flat_map(|(_, it, _)| it.clone()).collect();
            assert_eq!(joined, all);
            let found: Vec<&Address> = pages.iter().map(|(it, ..)| it).collect();
            assert_eq!(found, addresses(&first, procedures).iter().collect::<Vec<_>>());
            for it in pages.windows(2) {
                let next = it[0].2.as_ref().and_then(|it| it.next.as_deref());
                let previous = it[1].2.as_ref().and_then(|it| it.previous.as_deref());
                assert_eq!(next, Some(it[1].0.as_str()));
                assert_eq!(previous, Some(it[0].0.as_str()));
            }
            let last = pages.last().and_then(|(.., it)| it.as_ref());
            assert_eq!(last.is_some(), PER_PAGE < procedures);
            assert!(last.is_none_or(|it| it.next.is_none()));
        }
    }

    #[test]
    fn names_the_first_the_last_and_those_near() {
        let named = |number| {
            let paging = paging(&Address::alphabet(), number, 20);
            let one = |it: &Sibling| {
                let gap = if it.after_gap { "… " } else { "" };
                let number = it.number;
                if it.href.is_some() { format!("{gap}{number}") } else { format!("{gap}[{number}]") }
            };
            paging.pages.iter().map(one).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(named(1), "[1] 2 3 … 20");
        assert_eq!(named(4), "1 2 3 [4] 5 6 … 20");
        assert_eq!(named(10), "1 … 8 9 [10] 11 12 … 20");
        assert_eq!(named(20), "1 … 18 19 [20]");
    }
}
