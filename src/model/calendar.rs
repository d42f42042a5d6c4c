//! Days off.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Source, Text};

/// One year's days off and working Saturdays, as decisions set them.
///
/// Invariant: every day lies in `year`; `off` and `worked` have no day in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    pub year: i16,
    /// Days off besides the weekly rest, by date.
    pub off: BTreeMap<Date, DayOff>,
    /// Rest days that are worked in exchange.
    pub worked: BTreeSet<Date>,
    /// False while a day of the year still waits for a decision: a date
    /// computed with it is then not promised.
    pub complete: bool,
    /// Which days wait, first and last of each stretch. None named in a year
    /// that is not complete: all of them.
    pub undecided: Vec<(Date, Date)>,
    pub sources: Vec<Source>,
    pub note: Option<Text>,
}

impl Calendar {
    /// A year decided in full, with the weekly rest and no other day off.
    pub fn of(year: i16) -> Calendar {
        Calendar {
            year,
            off: BTreeMap::new(),
            worked: BTreeSet::new(),
            complete: true,
            undecided: Vec::new(),
            sources: Vec::new(),
            note: None,
        }
    }

    /// Whether nobody can say yet if `day` is worked.
    pub fn waits(&self, day: Date) -> bool {
        let whole = !self.complete && self.undecided.is_empty();
        whole || self.undecided.iter().any(|(from, until)| (*from..=*until).contains(&day))
    }
}

/// A day on which offices are closed, besides the weekly rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayOff {
    pub name: Text,
    /// Not confirmed by a decision that somebody read.
    pub unconfirmed: bool,
}
