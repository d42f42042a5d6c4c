//! All procedures of a catalogue, in order and by id.

use std::ops::Deref;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Id, Procedure};

/// In the order of ids.
#[derive(Debug, Clone, Default)]
pub struct Procedures {
    all: Vec<Arc<Procedure>>,
    /// Every link to one asks for it.
    places: FxHashMap<Id, usize>,
}

impl Procedures {
    pub fn get(&self, id: &Id) -> Option<&Procedure> {
        self.places.get(id).map(|at| &*self.all[*at])
    }
}

impl FromIterator<Arc<Procedure>> for Procedures {
    fn from_iter<I: IntoIterator<Item = Arc<Procedure>>>(in_order: I) -> Procedures {
        let all: Vec<Arc<Procedure>> = in_order.into_iter().collect();
        let places = all.iter().enumerate().map(|(at, it)| (it.id.clone(), at)).collect();
        Procedures { all, places }
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
        &mut self.all
    }
}
