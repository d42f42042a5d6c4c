//! The parts of a procedure's page: papers, steps, places, results, legal grounds.

use jiff::civil::Date;
use serde::Serialize;
use serde_with::skip_serializing_none;

use super::site::{Link, PhoneView, Site, SourceMark, phone, url};
use super::wording::Count;
use super::words::Words;
use crate::model::{
    self, Actor, Address, Channel, Condition, Decision, Document, Effect, Id, Outcome, Paper, Procedure,
    Rare, Requirement, Scope, Section, Step,
};

/// When something is in force and by which decision, in words; at least one of them.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dated {
    /// First day of it: `05/01/2026`.
    pub since: Option<String>,
    /// Last day of it.
    pub until: Option<String>,
    /// The decision that set it.
    pub basis: Option<String>,
}

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConditionView {
    /// What must be so.
    pub text: Words,
    /// Whom or what it is for, where not everybody.
    pub scope: Option<Words>,
    /// Who says so.
    pub source: Option<SourceMark>,
    /// Absent where it holds at any time.
    pub dated: Option<Dated>,
}

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RequirementView {
    /// One, or alternatives.
    pub documents: Vec<DocumentView>,
    /// `1 bản chính, 2 bản sao`
    pub counts: Option<String>,
    /// Whom or what it is for, where not everybody.
    pub scope: Option<Words>,
    /// For this case alone.
    #[serde(skip)]
    pub case_id: Option<Id>,
    /// What else is said of bringing it.
    pub note: Option<Words>,
    /// Who asks for it.
    pub source: Option<SourceMark>,
    /// Nobody confirmed that it is asked for.
    pub unconfirmed: bool,
    /// Absent where it holds at any time.
    pub dated: Option<Dated>,
}

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentView {
    /// What the paper is called.
    pub name: Words,
    /// Absent where nothing but the name is known.
    pub about: Option<AboutPaper>,
}

/// What is told of a paper besides its name; at least one of them.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
pub struct AboutPaper {
    /// What is said of it here, and what is said of it everywhere.
    pub notes: Vec<Words>,
    /// Whoever makes the paper out.
    pub issued_by: Option<Words>,
    /// The procedure that yields it.
    pub obtained_by: Option<Link>,
    /// The database that is looked at in its place.
    pub replaced_by_database: Option<Words>,
    /// Where a form to fill in lies on the site, from the root: `files/don.pdf`.
    pub form: Option<String>,
    /// Kind and size of that file: `PDF, 120 kB`.
    pub form_kind: Option<String>,
    /// Where a form to fill in lies on another site: `https://…`
    pub form_url: Option<String>,
}

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepView {
    /// `customer`, `agency`, `other`.
    pub by: &'static str,
    /// Who acts, by name, where it is neither the reader nor the agency of the page.
    pub actor: Option<Words>,
    /// What is done.
    pub title: Words,
    /// How it is done.
    pub text: Option<Words>,
    /// The time limit of this step alone: `5 ngày làm việc`.
    pub time: Option<String>,
    /// The fee of this step alone: `550.000 đ`.
    pub fee: Option<String>,
    /// Whom or what it is for, where not everybody.
    pub scope: Option<Words>,
    /// Who says so.
    pub source: Option<SourceMark>,
    /// Absent where it holds at any time.
    pub dated: Option<Dated>,
}

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChannelView {
    /// `online`, `counter` …
    pub kind: &'static str,
    /// That kind in words: `Trực tuyến`.
    pub name: String,
    /// Whom it is for, where not everybody.
    pub scope: Option<Words>,
    /// More than a dozen by their provinces.
    pub offices: Vec<Link>,
    /// Where it is done online: `https://…`
    pub url: Option<String>,
    /// Of `url`: `dichvucong.gov.vn`.
    pub host: Option<String>,
    /// To apply by calling.
    pub phone: Option<PhoneView>,
    /// Bare, without `mailto:`.
    pub email: Option<String>,
    /// What else is said of applying here.
    pub note: Option<Words>,
    /// Who says so.
    pub source: Option<SourceMark>,
    /// Absent where it holds at any time.
    pub dated: Option<Dated>,
}

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OutcomeView {
    /// What one gets.
    pub name: Words,
    /// Official code, where results have one.
    pub code: Option<String>,
    /// Ways in which it is handed over.
    pub delivery: Vec<Words>,
    /// How long it may be used.
    pub valid: Option<Words>,
    /// What else is said of it.
    pub note: Option<Words>,
    /// Who says so.
    pub source: Option<SourceMark>,
}

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LegalView {
    /// `18/2025/NĐ-CP`
    pub number: String,
    /// What the law or decree is called.
    pub title: Words,
    /// Where its text can be read: `https://…`
    pub url: Option<String>,
    /// The part that matters: `Điều 66`.
    pub article: Option<Words>,
    /// What is said of it here, and what is said of it everywhere.
    pub notes: Vec<Words>,
    /// The day it was signed: `05/01/2026`.
    pub issued: Option<String>,
    /// First day in force.
    pub effective: Option<String>,
    /// Last day in force.
    pub until: Option<String>,
    /// No longer in force on the day the site speaks of.
    pub ended: bool,
    /// Number of the text that came in its place.
    pub replaced_by: Option<String>,
    /// Nobody confirmed that it applies, or that it says so.
    pub unconfirmed: bool,
}

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// For machines: `2026-01-05`.
    pub iso: String,
    /// For people: `05/01/2026`.
    pub date: String,
    /// What changed.
    pub note: Words,
    /// The decision that changed it.
    pub basis: Option<Words>,
}

/// A change to one procedure, for the feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeEntry {
    /// Of the procedure's general page.
    pub address: Address,
    /// The procedure, in the main language.
    pub title: String,
    /// Since when it holds.
    pub date: Date,
    /// What changed, in the main language.
    pub note: String,
}

impl Site<'_> {
    /// Whom or what an item is for, in words; `None` for everybody.
    pub(super) fn scope(&self, procedure: &Procedure, scope: &Scope) -> Option<Words> {
        let case = scope.case.as_ref().and_then(|id| procedure.cases.iter().find(|it| it.id == *id));
        let parts: Vec<Words> = [
            case.map(|it| self.words(&it.title)),
            scope.channel.map(|it| self.wording.channel(it).into()),
            scope.agency.as_ref().map(|it| self.agency_name(it)),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!parts.is_empty()).then(|| Words::join(&parts, " · "))
    }

    pub(super) fn dated(&self, effect: &Rare<Effect>) -> Option<Dated> {
        let date = |it| self.wording.date(it);
        (!effect.is_usual()).then(|| Dated {
            since: effect.from.map(date),
            until: effect.until.map(date),
            basis: effect.basis.as_deref().map(str::to_owned),
        })
    }

    /// `scope` is what is to be said of whom it is for.
    pub(super) fn condition(&self, procedure: &Procedure, it: &Condition, scope: &Scope) -> ConditionView {
        ConditionView {
            text: self.words(&it.text),
            scope: self.scope(procedure, scope),
            source: self.source_mark(procedure, it.source.as_ref()),
            dated: self.dated(&it.effect),
        }
    }

    /// `scope` as for a condition.
    pub(super) fn requirement(
        &self,
        procedure: &Procedure,
        it: &Requirement,
        scope: &Scope,
    ) -> RequirementView {
        let counts: Vec<String> = [
            (Count::Original, it.originals),
            (Count::Copy, it.copies),
            (Count::CertifiedCopy, it.certified_copies),
        ]
        .into_iter()
        .filter_map(|(what, number)| Some(self.wording.count(what, number.filter(|it| 0 < *it)?)))
        .collect();
        RequirementView {
            documents: it.documents.iter().map(|it| self.document(it)).collect(),
            counts: (!counts.is_empty()).then(|| counts.join(", ")),
            scope: self.scope(procedure, scope),
            case_id: it.scope.case.clone(),
            note: self.maybe(it.note.as_ref()),
            source: self.source_mark(procedure, it.source.as_ref()),
            unconfirmed: it.unconfirmed || procedure.unconfirmed.contains(&Section::Documents),
            dated: self.dated(&it.effect),
        }
    }

    pub(super) fn document(&self, it: &Document) -> DocumentView {
        let entry = match &it.paper {
            Paper::Registered(id) => self.catalogue.papers.get(id),
            Paper::Named(_) => None,
        };
        let name = match (&it.paper, entry) {
            (Paper::Named(name), _) => self.words(name),
            (Paper::Registered(_), Some(entry)) => self.words(&entry.title),
            (Paper::Registered(id), None) => id.as_str().into(),
        };
        let form = it.form.as_ref().or(entry.and_then(|it| it.form.as_ref()));
        let form_url = it.form_url.as_ref().or(entry.and_then(|it| it.form_url.as_ref()));
        let about = AboutPaper {
            notes: [it.note.as_ref(), entry.and_then(|it| it.note.as_ref())]
                .into_iter()
                .filter_map(|it| self.maybe(it))
                .collect(),
            issued_by: self.maybe(entry.and_then(|it| it.issued_by.as_ref())),
            obtained_by: entry.and_then(|it| it.obtained_by.as_ref()).and_then(|it| self.procedure_link(it)),
            replaced_by_database: self.maybe(entry.and_then(|it| it.replaced_by_database.as_ref())),
            form_kind: form
                .and_then(|it| self.catalogue.files.get(it))
                .map(|it| format!("{}, {}", it.kind, self.wording.size(it.bytes))),
            form: form.cloned(),
            form_url: form_url.map(url),
        };
        DocumentView { name, about: (about != AboutPaper::default()).then_some(about) }
    }

    /// `scope` as for a condition.
    pub(super) fn step(&self, procedure: &Procedure, it: &Step, scope: &Scope) -> StepView {
        StepView {
            by: match it.by {
                Actor::Customer => "customer",
                Actor::Agency => "agency",
                Actor::Named(_) => "other",
            },
            actor: match &it.by {
                Actor::Named(name) => Some(self.words(name)),
                Actor::Customer | Actor::Agency => None,
            },
            title: self.words(&it.title),
            text: self.maybe(it.text.as_ref()),
            time: it.time.map(|it| self.wording.time(it)),
            fee: it.fee.as_ref().map(|it| self.wording.fee(it)),
            scope: self.scope(procedure, scope),
            source: self.source_mark(procedure, it.source.as_ref()),
            dated: self.dated(&it.effect),
        }
    }

    pub(super) fn channel(&self, procedure: &Procedure, it: &Channel) -> ChannelView {
        let scope = Scope { case: it.case.clone(), channel: None, agency: it.agency.clone() };
        ChannelView {
            kind: it.kind.key(),
            name: self.wording.channel(it.kind).to_owned(),
            scope: self.scope(procedure, &scope),
            offices: self.office_links(it.offices.iter().filter_map(|id| self.catalogue.offices.get(id))),
            url: it.url.as_ref().map(url),
            host: it.url.as_ref().map(|it| it.host().to_owned()),
            phone: it.phone.as_ref().map(phone),
            email: it.email.clone(),
            note: self.maybe(it.note.as_ref()),
            source: self.source_mark(procedure, it.source.as_ref()),
            dated: self.dated(&it.effect),
        }
    }

    pub(super) fn outcome(&self, procedure: &Procedure, it: &Outcome) -> OutcomeView {
        OutcomeView {
            name: self.words(&it.name),
            code: it.code.clone(),
            delivery: it.delivery.iter().map(|it| self.words(it)).collect(),
            valid: self.maybe(it.valid.as_ref()),
            note: self.maybe(it.note.as_ref()),
            source: self.source_mark(procedure, it.source.as_ref()),
        }
    }

    pub(super) fn decision(&self, it: &Decision) -> Words {
        let date = it.date.map(|date| self.wording.date(date).into());
        let parts = [Some(it.number.as_str().into()), date, self.maybe(it.issuer.as_ref())];
        Words::join(parts.iter().flatten(), ", ")
    }

    pub(super) fn change(&self, it: &model::Change) -> Change {
        Change {
            iso: it.date.to_string(),
            date: self.wording.date(it.date),
            note: self.words(&it.note),
            basis: self.maybe(it.basis.as_ref()),
        }
    }

    pub(super) fn legal(&self, procedure: &Procedure) -> Vec<LegalView> {
        let known = procedure.legal.iter().filter_map(|it| Some((it, self.catalogue.legal.get(&it.text)?)));
        known
            .map(|(it, text)| LegalView {
                number: text.number.clone(),
                title: self.words(&text.title),
                url: text.url.as_ref().map(url),
                article: it.article.as_ref().map(|it| self.words(it)),
                notes: [it.note.as_ref(), text.note.as_ref()]
                    .into_iter()
                    .flatten()
                    .map(|it| self.words(it))
                    .collect(),
                issued: text.issued.map(|it| self.wording.date(it)),
                effective: text.effective.map(|it| self.wording.date(it)),
                until: text.until.map(|it| self.wording.date(it)),
                ended: text.until.is_some_and(|it| it < self.as_of),
                replaced_by: text
                    .replaced_by
                    .as_ref()
                    .and_then(|it| self.catalogue.legal.get(it))
                    .map(|it| it.number.clone()),
                unconfirmed: text.unconfirmed || procedure.unconfirmed.contains(&Section::Legal),
            })
            .collect()
    }
}
