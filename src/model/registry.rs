//! What procedures refer to: fields, audiences, papers, legal texts, words, journeys, pages.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Address, HttpsUrl, Id, Lang, Prose, Source, Text, TimeLimit};

/// A field of work: "Cấp điện mới".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub id: Id,
    pub address: Address,
    pub title: Text,
    pub summary: Option<Text>,
}

/// Whom a procedure is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audience {
    pub id: Id,
    pub address: Address,
    pub title: Text,
    pub summary: Option<Text>,
}

/// A paper that several procedures ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperEntry {
    pub id: Id,
    pub title: Text,
    pub note: Option<Text>,
    pub issued_by: Option<Text>,
    /// The procedure that yields it.
    pub obtained_by: Option<Id>,
    /// The database that replaces it, in words.
    pub replaced_by_database: Option<Text>,
    /// Path below `content/`.
    pub form: Option<String>,
    pub form_url: Option<HttpsUrl>,
}

/// A law, decree or circular that several procedures rest on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalText {
    pub id: Id,
    /// `18/2025/NĐ-CP`
    pub number: String,
    pub title: Text,
    pub url: Option<HttpsUrl>,
    pub issued: Option<Date>,
    pub effective: Option<Date>,
    /// Last day in force.
    pub until: Option<Date>,
    pub replaced_by: Option<Id>,
    pub note: Option<Text>,
    pub unconfirmed: bool,
}

/// A word that not everybody knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlossaryEntry {
    pub id: Id,
    pub term: Text,
    pub meaning: Text,
    /// Abbreviations and other spellings.
    pub also: Vec<String>,
}

/// Words that search treats alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SynonymGroup {
    pub id: Id,
    /// Alike in both directions.
    pub words: Vec<String>,
    /// Typed instead of `words`, not the other way round.
    pub one_way: Vec<String>,
}

/// A life event: several procedures in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journey {
    pub id: Id,
    pub address: Address,
    pub title: Text,
    pub summary: Option<Text>,
    pub audiences: Vec<Id>,
    pub steps: Vec<JourneyStep>,
    pub sources: Vec<Source>,
    pub unconfirmed: bool,
    pub prose: BTreeMap<Lang, Prose>,
}

/// A procedure, or something else that one does on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JourneyStep {
    /// Never both `None` with an empty title.
    pub procedure: Option<Id>,
    /// Of the procedure, where not given.
    pub title: Option<Text>,
    pub text: Option<Text>,
    pub optional: bool,
    /// One may do this step instead of the one before it.
    pub or: bool,
    /// How long it takes, for steps without a procedure.
    pub time: Option<TimeLimit>,
}

/// Everything else: about, accessibility, questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Path below `content/pages` without the ending: `gioi-thieu`.
    pub name: String,
    pub address: Address,
    pub title: Text,
    pub summary: Option<Text>,
    pub aliases: Vec<Address>,
    /// Has the site's main language.
    pub prose: BTreeMap<Lang, Prose>,
}

/// A form to download, looked at when the content was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormFile {
    /// `PDF`
    pub kind: &'static str,
    pub bytes: u64,
}
