//! All procedures of a catalogue, in order and by id.

use std::ops::Deref;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Id, Procedure};

/// In the order of ids.
#[derive(Debug, Clone, Default)]
pub struct Procedures {
    all: Arc<[Arc<Procedure>]>,
    /// Every link to one asks for it.
    places: Arc<FxHashMap<Id, usize>>,
}

impl Procedures {
    /// These, in the order of ids; what `last` knows of the same ids is not worked out again.
    pub fn again(last: &Procedures, in_order: Vec<Arc<Procedure>>) -> Procedures {
        let is_same = |(a, b): (&Arc<Procedure>, &Arc<Procedure>)| Arc::ptr_eq(a, b) || a.id == b.id;
        let are_same = last.len() == in_order.len() && last.iter().zip(&in_order).all(is_same);
        if are_same {
            return Procedures { all: in_order.into(), places: Arc::clone(&last.places) };
        }
        in_order.into_iter().collect()
    }

    /// Found without a search through all.
    pub fn get(&self, id: &Id) -> Option<&Procedure> {
        self.places.get(id).map(|at| &*self.all[*at])
    }
}

impl FromIterator<Arc<Procedure>> for Procedures {
    fn from_iter<I: IntoIterator<Item = Arc<Procedure>>>(in_order: I) -> Procedures {
        let all: Arc<[Arc<Procedure>]> = in_order.into_iter().collect();
        let places = all.iter().enumerate().map(|(at, it)| (it.id.clone(), at)).collect();
        Procedures { all, places: Arc::new(places) }
    }
}

impl Deref for Procedures {
    type Target = [Arc<Procedure>];

    fn deref(&self) -> &[Arc<Procedure>] {
        &self.all
    }
}

/// Tests change records where they are; their ids stay.
#[cfg(test)]
impl std::ops::DerefMut for Procedures {
    fn deref_mut(&mut self) -> &mut [Arc<Procedure>] {
        Arc::make_mut(&mut self.all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn others_in_the_place_of_the_last_are_found_by_their_own_ids() {
        let of = |names: &[&str]| -> Vec<Arc<Procedure>> {
            let blank = crate::derive::tests::catalogue().procedures[0].clone();
            let named = |it: &&str| Procedure { id: it.parse().expect("an id"), ..Procedure::clone(&blank) };
            names.iter().map(|it| Arc::new(named(it))).collect()
        };
        let last: Procedures = of(&["a", "b"]).into_iter().collect();
        for names in [["a", "b"], ["a", "c"], ["b", "c"]] {
            let now = Procedures::again(&last, of(&names));
            for name in ["a", "b", "c"] {
                let found = now.get(&name.parse().expect("an id")).map(|it| it.id.as_str());
                assert_eq!(found, names.contains(&name).then_some(name));
            }
        }
    }
}
