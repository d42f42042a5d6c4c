//! The catalogue after checking: values that cannot be wrong.
//!
//! Invariants, relied on by every later stage:
//! - a value of a type in this module is valid on its own and every id in it
//!   names an entry of the same [`Catalogue`]; there is no second validation;
//! - nothing here knows about files, YAML, HTML or the command line;
//! - order is meaningful and fixed: steps as written, procedures by id.

mod address;
mod calendar;
mod choice;
mod effect;
mod id;
mod language;
mod ledger;
mod money;
mod place;
mod procedure;
mod procedures;
mod rare;
mod registry;
mod section;
mod shared;
mod status;
mod term;
mod time;
mod timeline;
mod url;
mod workdays;
mod zone;

pub use address::{Address, Sheet};
pub use calendar::{Calendar, DayOff};
pub use choice::{Answer, Choice, ChoiceOutcome, Leads, Question};
pub use effect::Effect;
pub use id::{Id, ParseIdError};
pub use language::{Lang, ParseLangError, Text};
pub use ledger::Noted;
pub use money::{Amount, Currency, Fee, ParseFeeError, grouped};
pub use place::{Agency, Hours, Office, OfficeKind, Phone};
pub use procedure::{
    Actor, Agencies, Apply, Case, Change, Channel, ChannelKind, Condition, Decision, Document, Down,
    LegalRef, OnlineLevel, Outcome, Paper, Procedure, Prose, Related, Requirement, Scope, Source, Step,
};
pub use procedures::Procedures;
pub use rare::{Rare, Usual};
pub use registry::{
    Audience, Field, FormFile, GlossaryEntry, Journey, JourneyStep, LegalText, Page, PaperEntry, SynonymGroup,
};
pub use section::Section;
pub use shared::Shared;
pub use status::Status;
pub use term::{Query, Resolution, Term, resolve_fee, resolve_time};
pub use time::{ParseTimeLimitError, TimeLimit, TimeUnit};
pub use timeline::{ANNOUNCED, LastTurns, Turn, monday};
pub use url::{HttpsUrl, ParseUrlError, addresses};
pub use workdays::{Due, Week, due, works_on};
pub use zone::time_zone;

use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

/// In the order of ids. Every page asks for what it names, so it is found without comparing ids.
pub type ById<T> = IndexMap<Id, T, FxBuildHasher>;

/// Everything the site says, checked. Built by `check::check` alone.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    pub procedures: Procedures,
    /// Path below `content/` (`files/don.pdf`) to what the file is.
    pub files: BTreeMap<String, FormFile>,
    /// All else, read as if it stood here.
    pub entries: Arc<Entries>,
}

/// What a catalogue has besides its procedures, and what these name.
#[derive(Debug, Clone, Default)]
pub struct Entries {
    pub agencies: ById<Agency>,
    pub offices: ById<Office>,
    /// In the order of `fields.yaml`, which is the order readers see.
    pub fields: Vec<Field>,
    /// In the order of `audiences.yaml`.
    pub audiences: Vec<Audience>,
    pub papers: ById<PaperEntry>,
    pub legal: ById<LegalText>,
    pub glossary: Vec<GlossaryEntry>,
    pub synonyms: Vec<SynonymGroup>,
    /// By year.
    pub calendars: BTreeMap<i16, Calendar>,
    /// By id.
    pub journeys: Vec<Journey>,
    /// By id.
    pub choices: Vec<Choice>,
    /// By address.
    pub pages: Vec<Page>,
    /// As written: what must lead somewhere for ever.
    pub noted: Vec<Noted>,
}

impl Deref for Catalogue {
    type Target = Entries;

    fn deref(&self) -> &Entries {
        &self.entries
    }
}

/// Of catalogues that share their entries, one has its own from then on.
impl DerefMut for Catalogue {
    fn deref_mut(&mut self) -> &mut Entries {
        Arc::make_mut(&mut self.entries)
    }
}

impl Catalogue {
    /// Drafts and withdrawn ones too.
    pub fn procedure(&self, id: &Id) -> Option<&Procedure> {
        self.procedures.get(id)
    }

    /// `id`, its parent, the parent's parent …: who speaks for it. Ends at a
    /// root or where a cycle would begin (cycles are errors of the check).
    pub fn lineage<'a>(&'a self, id: &'a Id) -> impl Iterator<Item = &'a Id> {
        let mut next = Some(id);
        let mut left = 16;
        std::iter::from_fn(move || {
            let this = next?;
            left -= 1;
            next = if left == 0 { None } else { self.agencies.get(this).and_then(|it| it.parent.as_ref()) };
            Some(this)
        })
    }
}
