//! Whether one can use a procedure today.

use jiff::civil::Date;

use super::{Id, Text};

/// Whether readers see it, and may apply.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Status {
    /// Checked, never shown.
    Draft,
    #[default]
    Published,
    /// Shown with a notice; nobody can apply until then.
    Suspended { reason: Text, until: Option<Date> },
    /// Its page stays, says so, and leads to what came in its place, if anything did.
    Withdrawn { reason: Option<Text>, replaced_by: Option<Id> },
}
