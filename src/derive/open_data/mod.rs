//! One procedure as open data: the facts of the record, checked, under the keys that editors type;
//! `agencies` and `related` are laid flat.
//!
//! Unlike a page it speaks for nobody in particular: every row of every case, agency and date is
//! there, so that the bytes do not depend on the day.

mod index;
mod making;
mod values;

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};
use serde_with::skip_serializing_none;

use crate::model::{Lang, Text};

pub use index::{OpenAgency, OpenIndex};
pub use values::Number;
use values::{OpenFee, OpenTime};

/// Text by language, the main one first.
pub struct Texts<'a>(&'a Text, Lang);

impl Texts<'_> {
    pub fn main(&self) -> &str {
        &self.0.main
    }
}

impl Serialize for Texts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Texts(text, main) = self;
        let other = text.translations().iter().map(|(lang, text)| (lang.as_str(), text.as_ref()));
        serializer.collect_map(std::iter::once((main.as_str(), text.main.as_ref())).chain(other))
    }
}

#[skip_serializing_none]
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub struct OpenProcedure<'a> {
    pub id: &'a str,
    /// From the site's root.
    pub address: &'a str,
    pub code: Option<&'a str>,
    pub title: Texts<'a>,
    pub official_title: Option<Texts<'a>>,
    pub summary: Option<Texts<'a>>,
    pub task: Option<Texts<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also_called: Vec<&'a str>,
    pub field: &'a str,
    pub audiences: Vec<&'a str>,
    pub agency: &'a str,
    /// For linked data, where an agency is named by its address; `index.json` has it.
    #[serde(skip)]
    pub agency_address: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub executing: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub coordinating: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub delegated: Vec<&'a str>,
    pub decision: Option<OpenDecision<'a>>,
    /// `full`, `partial`, `information`.
    pub online: &'static str,
    /// Why it is not wholly online.
    pub online_reason: Option<Texts<'a>>,
    /// `published`, `suspended`, `withdrawn`.
    pub status: &'static str,
    pub suspended: Option<OpenDown<'a>>,
    pub apply: Vec<OpenApply<'a>>,
    pub cases: Vec<OpenCase<'a>>,
    pub channels: Vec<OpenChannel<'a>>,
    pub terms: Vec<OpenTerm<'a>>,
    pub documents: Vec<OpenRequirement<'a>>,
    pub steps: Vec<OpenStep<'a>>,
    pub results: Vec<OpenResult<'a>>,
    pub conditions: Vec<OpenCondition<'a>>,
    /// Numbers of legal texts, with the article.
    pub legal: Vec<OpenLegal<'a>>,
    pub before: Vec<&'a str>,
    pub after: Vec<&'a str>,
    pub together: Vec<&'a str>,
    pub instead: Vec<&'a str>,
    pub sources: BTreeMap<&'a str, OpenSource<'a>>,
    /// Parts that nobody confirmed.
    pub unconfirmed: Vec<&'static str>,
    pub effective: Option<String>,
    pub reviewed: Option<String>,
    /// Who keeps the record.
    pub owner: Option<&'a str>,
    pub changes: Vec<OpenChange<'a>>,
}

/// For whom, by which channel, from when until when.
#[skip_serializing_none]
#[derive(Serialize)]
pub struct OpenScope<'a> {
    pub case: Option<&'a str>,
    pub channel: Option<&'static str>,
    pub agency: Option<&'a str>,
    pub from: Option<String>,
    pub until: Option<String>,
    pub basis: Option<&'a str>,
    pub source: Option<&'a str>,
}

#[skip_serializing_none]
#[derive(Serialize)]
pub struct OpenApply<'a> {
    pub url: &'a str,
    pub down: Option<OpenDown<'a>>,
    #[serde(flatten)]
    pub scope: OpenScope<'a>,
}

/// What published the procedure.
#[skip_serializing_none]
#[derive(Serialize)]
pub struct OpenDecision<'a> {
    number: &'a str,
    date: Option<String>,
    issuer: Option<Texts<'a>>,
}

/// A form does not work, or nobody can apply at all.
#[skip_serializing_none]
#[derive(Serialize)]
pub struct OpenDown<'a> {
    reason: Texts<'a>,
    until: Option<String>,
}

#[skip_serializing_none]
#[derive(Serialize)]
pub struct OpenCase<'a> {
    id: &'a str,
    title: Texts<'a>,
    note: Option<Texts<'a>>,
}

#[skip_serializing_none]
#[derive(Serialize)]
pub struct OpenChannel<'a> {
    pub kind: &'static str,
    pub offices: Vec<&'a str>,
    pub url: Option<&'a str>,
    phone: Option<&'a str>,
    email: Option<&'a str>,
    note: Option<Texts<'a>>,
    #[serde(flatten)]
    pub scope: OpenScope<'a>,
}

#[skip_serializing_none]
#[derive(Serialize)]
pub struct OpenTerm<'a> {
    pub time: Option<OpenTime>,
    time_note: Option<Texts<'a>>,
    pub fee: Option<OpenFee>,
    fee_note: Option<Texts<'a>>,
    payer: Option<Texts<'a>>,
    #[serde(flatten)]
    pub scope: OpenScope<'a>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unconfirmed: bool,
}

#[skip_serializing_none]
#[derive(Serialize)]
pub struct OpenRequirement<'a> {
    /// One paper, or any of several.
    pub any_of: Vec<OpenPaper<'a>>,
    originals: Option<u16>,
    copies: Option<u16>,
    certified_copies: Option<u16>,
    note: Option<Texts<'a>>,
    #[serde(flatten)]
    pub scope: OpenScope<'a>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unconfirmed: bool,
}

#[skip_serializing_none]
#[derive(Serialize)]
pub struct OpenPaper<'a> {
    paper: Option<&'a str>,
    pub name: Texts<'a>,
    note: Option<Texts<'a>>,
    form: Option<&'a str>,
}

#[skip_serializing_none]
#[derive(Serialize)]
pub struct OpenStep<'a> {
    /// `customer`, `agency`, or who else by name.
    by: &'a str,
    title: Texts<'a>,
    text: Option<Texts<'a>>,
    time: Option<OpenTime>,
    fee: Option<OpenFee>,
    #[serde(flatten)]
    pub scope: OpenScope<'a>,
}

#[skip_serializing_none]
#[derive(Serialize)]
pub struct OpenResult<'a> {
    pub name: Texts<'a>,
    delivery: Vec<Texts<'a>>,
    valid: Option<Texts<'a>>,
    source: Option<&'a str>,
}

#[derive(Serialize)]
pub struct OpenCondition<'a> {
    pub text: Texts<'a>,
    #[serde(flatten)]
    pub scope: OpenScope<'a>,
}

#[skip_serializing_none]
#[derive(Serialize)]
pub struct OpenLegal<'a> {
    id: &'a str,
    number: &'a str,
    article: Option<Texts<'a>>,
}

#[skip_serializing_none]
#[derive(Serialize)]
pub struct OpenSource<'a> {
    title: Texts<'a>,
    url: Option<&'a str>,
    checked: Option<String>,
}

#[skip_serializing_none]
#[derive(Serialize)]
pub struct OpenChange<'a> {
    date: String,
    note: Texts<'a>,
    basis: Option<Texts<'a>>,
}
