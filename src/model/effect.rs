//! When a value holds.

use jiff::civil::Date;

use super::Usual;

/// Days on which a value is in force, both ends included; an open end is `None`.
///
/// Invariant: `from` is not after `until`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Effect {
    pub from: Option<Date>,
    pub until: Option<Date>,
    /// The decision that set it, in words.
    pub basis: Option<Box<str>>,
}

impl Usual for Effect {
    fn usual() -> &'static Effect {
        static ALWAYS: Effect = Effect { from: None, until: None, basis: None };
        &ALWAYS
    }
}

impl Effect {
    /// Both ends count.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}
