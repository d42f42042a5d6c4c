//! The page of one procedure, whole or as one agency carries it out.

use rayon::prelude::*;
use serde::Serialize;

use super::site::{Link, PhoneView, Site, SourceView, is_shown, phone, url};
use super::terms::{TermRow, Value, source_number};
use super::wording::Count;
use crate::model::{
    Actor, Address, Agency, Apply, Channel, ChannelKind, Document, Effect, Id, OnlineLevel, Paper, Procedure,
    Requirement, Scope, Section, Status, Step,
};

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProcedureView {
    pub address: Address,
    pub id: String,
    pub title: String,
    pub official_title: Option<String>,
    pub code: Option<String>,
    pub summary: Option<String>,
    /// Words people use for it: searched, not shown.
    pub also_called: Vec<String>,
    /// The same page in another language of the site.
    pub translations: Vec<Link>,
    pub field: Option<Link>,
    pub audiences: Vec<Link>,
    pub agency: Option<Link>,
    /// Named when this is one agency's page.
    pub at: Option<String>,
    pub executing: Vec<Link>,
    pub coordinating: Vec<Link>,
    pub delegated: Vec<Link>,
    /// Pages of agencies whose terms differ, and the general one.
    pub variants: Vec<Variant>,
    pub notice: Option<Notice>,
    /// `full`, `partial`, `information`.
    pub level: &'static str,
    pub level_text: String,
    pub online_reason: Option<String>,
    pub facts: Facts,
    pub apply: Option<ApplyView>,
    pub other_apply: Vec<ApplyView>,
    pub terms: Vec<TermRow>,
    /// Values that start on a later day.
    pub upcoming: Vec<String>,
    pub conditions: Vec<ConditionView>,
    pub documents: Vec<RequirementView>,
    pub steps: Vec<StepView>,
    pub channels: Vec<ChannelView>,
    pub results: Vec<OutcomeView>,
    pub before: Vec<Link>,
    pub after: Vec<Link>,
    pub together: Vec<Link>,
    pub journeys: Vec<Link>,
    pub legal: Vec<LegalView>,
    pub sources: Vec<SourceView>,
    /// Keys of the parts nobody confirmed: `time`, `fee`, `documents` …
    pub unconfirmed: Vec<&'static str>,
    pub decision: Option<String>,
    pub effective: Option<String>,
    pub reviewed: Option<String>,
    pub owner: Option<String>,
    pub changes: Vec<Change>,
    /// Whether it stands in lists, the sitemap and the search.
    pub listed: bool,
    pub hotline: Option<PhoneView>,
}

/// The six facts of the first screen; `None` where no source says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facts {
    pub time: Option<Value>,
    /// Other times, by case or channel, exist.
    pub time_varies: bool,
    pub fee: Option<Value>,
    pub fee_varies: bool,
    pub audiences: Vec<String>,
    pub channels: Vec<String>,
    pub results: Vec<String>,
    /// Papers everybody brings.
    pub papers: usize,
    /// More papers in some cases.
    pub papers_more: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Variant {
    pub link: Link,
    pub current: bool,
    pub time: Option<String>,
    pub fee: Option<String>,
}

/// Why nobody should apply as usual: `suspended` or `withdrawn`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notice {
    pub kind: &'static str,
    pub reason: Option<String>,
    pub until: Option<String>,
    pub replaced_by: Option<Link>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ApplyView {
    pub url: String,
    pub host: String,
    pub scope: Option<String>,
    pub sign_in: Option<String>,
    pub note: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConditionView {
    pub text: String,
    pub scope: Option<String>,
    pub source: Option<usize>,
    pub since: Option<String>,
    pub until: Option<String>,
    pub basis: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RequirementView {
    /// One, or alternatives.
    pub documents: Vec<DocumentView>,
    /// `1 bản chính, 2 bản sao`
    pub counts: Option<String>,
    pub scope: Option<String>,
    pub note: Option<String>,
    pub source: Option<usize>,
    pub unconfirmed: bool,
    pub since: Option<String>,
    pub until: Option<String>,
    pub basis: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentView {
    pub name: String,
    /// What is said of it here, and what is said of it everywhere.
    pub notes: Vec<String>,
    pub issued_by: Option<String>,
    pub obtained_by: Option<Link>,
    pub replaced_by_database: Option<String>,
    /// Path of a form to download, its kind and size.
    pub form: Option<String>,
    pub form_kind: Option<String>,
    pub form_url: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepView {
    /// `customer`, `agency`, `other`.
    pub by: &'static str,
    /// Who acts, by name, where it is neither the reader nor the agency of the page.
    pub actor: Option<String>,
    pub title: String,
    pub text: Option<String>,
    pub time: Option<String>,
    pub fee: Option<String>,
    pub scope: Option<String>,
    pub source: Option<usize>,
    pub since: Option<String>,
    pub until: Option<String>,
    pub basis: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChannelView {
    /// `online`, `counter` …
    pub kind: &'static str,
    pub name: String,
    pub scope: Option<String>,
    pub offices: Vec<Link>,
    pub url: Option<String>,
    pub host: Option<String>,
    pub phone: Option<PhoneView>,
    pub email: Option<String>,
    pub note: Option<String>,
    pub source: Option<usize>,
    pub since: Option<String>,
    pub until: Option<String>,
    pub basis: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OutcomeView {
    pub name: String,
    pub code: Option<String>,
    pub delivery: Vec<String>,
    pub valid: Option<String>,
    pub note: Option<String>,
    pub source: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LegalView {
    pub number: String,
    pub title: String,
    pub url: Option<String>,
    pub article: Option<String>,
    pub notes: Vec<String>,
    pub issued: Option<String>,
    pub effective: Option<String>,
    /// Last day in force.
    pub until: Option<String>,
    /// No longer in force on the day the site speaks of.
    pub ended: bool,
    pub replaced_by: Option<String>,
    pub unconfirmed: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// For machines: `2026-01-05`.
    pub iso: String,
    pub date: String,
    pub note: String,
    pub basis: Option<String>,
}

impl Site<'_> {
    pub(super) fn procedures(&self) -> Vec<ProcedureView> {
        let shown: Vec<&Procedure> =
            self.catalogue.procedures.iter().filter(|it| is_shown(it) && self.has(&it.title)).collect();
        shown
            .par_iter()
            .flat_map_iter(|procedure| {
                let own_pages = self.own_pages(procedure);
                let whole = self.procedure(procedure, None, &own_pages);
                let at: Vec<ProcedureView> =
                    own_pages.iter().map(|it| self.procedure(procedure, Some(it), &own_pages)).collect();
                std::iter::once(whole).chain(at)
            })
            .collect()
    }

    /// Agencies with a page of their own: something is said of them, or of one above them, and
    /// not of the agency that decides.
    fn own_pages<'b>(&'b self, procedure: &'b Procedure) -> Vec<&'b Agency> {
        let above: Vec<&Id> = self.lineage_of(&procedure.agency);
        let named: Vec<&Id> = named_agencies(procedure).filter(|it| !above.contains(it)).collect();
        let mut candidates: Vec<&Id> =
            named.iter().copied().chain(procedure.agencies.executing.iter()).collect();
        candidates.sort();
        candidates.dedup();
        candidates
            .into_iter()
            .filter(|it| **it != procedure.agency)
            .filter(|it| self.lineage_of(it).iter().any(|above| named.contains(above)))
            .filter_map(|it| self.catalogue.agencies.get(it))
            .collect()
    }

    fn lineage_of<'b>(&'b self, agency: &'b Id) -> Vec<&'b Id> {
        self.catalogue.lineage(agency).collect()
    }

    fn procedure(&self, procedure: &Procedure, at: Option<&Agency>, own_pages: &[&Agency]) -> ProcedureView {
        let agency = at.map_or(&procedure.agency, |it| &it.id);
        let lineage = self.lineage_of(agency);
        let fits = |scope: &Scope| scope.agency.as_ref().is_none_or(|it| lineage.contains(&it));
        let terms = self.term_rows(procedure, agency);
        let documents: Vec<RequirementView> = procedure
            .documents
            .iter()
            .filter(|it| fits(&it.scope) && it.effect.holds_on(self.as_of))
            .map(|it| self.requirement(procedure, it))
            .collect();
        let channels: Vec<ChannelView> = procedure
            .channels
            .iter()
            .filter(|it| it.agency.as_ref().is_none_or(|it| lineage.contains(&it)))
            .filter(|it| it.effect.holds_on(self.as_of))
            .map(|it| self.channel(procedure, it))
            .collect();
        let mut apply = self.apply(procedure, &lineage);
        let address =
            at.map_or_else(|| procedure.address.clone(), |it| Address::procedure_at(&procedure.id, &it.id));
        let audiences: Vec<Link> = procedure
            .audiences
            .iter()
            .filter_map(|id| self.catalogue.audiences.iter().find(|it| it.id == *id))
            .map(|it| self.link(&it.address, &it.title))
            .collect();
        let results: Vec<OutcomeView> =
            procedure.results.iter().map(|it| self.outcome(procedure, it)).collect();
        let facts = facts(&terms, &audiences, &channels, &results, &documents);
        let links = |ids: &[Id]| ids.iter().filter_map(|it| self.procedure_link(it)).collect::<Vec<_>>();
        let agencies = |ids: &[Id]| ids.iter().filter_map(|it| self.agency_link(it)).collect::<Vec<_>>();
        let withdrawn = matches!(procedure.status, Status::Withdrawn { .. });
        ProcedureView {
            translations: self.translations(procedure, &address),
            address: self.address(&address),
            id: procedure.id.to_string(),
            title: self.text(&procedure.title),
            official_title: self.maybe(procedure.official_title.as_ref()),
            code: procedure.code.clone(),
            summary: self.maybe(procedure.summary.as_ref()),
            also_called: procedure.also_called.clone(),
            field: self
                .catalogue
                .fields
                .iter()
                .find(|it| it.id == procedure.field)
                .map(|it| self.link(&it.address, &it.title)),
            audiences,
            agency: self.agency_link(agency),
            at: at.map(|it| self.agency_name(&it.id)),
            executing: agencies(&procedure.agencies.executing),
            coordinating: agencies(&procedure.agencies.coordinating),
            delegated: agencies(&procedure.agencies.delegated),
            variants: self.variants(procedure, at, own_pages),
            notice: self.notice(procedure),
            level: match procedure.online {
                OnlineLevel::Full => "full",
                OnlineLevel::Partial => "partial",
                OnlineLevel::Information => "information",
            },
            level_text: self.wording.level(procedure.online).to_owned(),
            online_reason: self.maybe(procedure.online_reason.as_ref()),
            facts,
            // A button that leads to a form nobody may use would be a dead one.
            apply: if matches!(procedure.status, Status::Published) && !apply.is_empty() {
                Some(apply.remove(0))
            } else {
                apply.clear();
                None
            },
            other_apply: apply,
            terms,
            upcoming: self.upcoming(procedure, &lineage),
            conditions: procedure
                .conditions
                .iter()
                .filter(|it| fits(&it.scope) && it.effect.holds_on(self.as_of))
                .map(|it| {
                    let (since, until, basis) = self.effect(&it.effect);
                    ConditionView {
                        text: self.text(&it.text),
                        scope: self.scope(procedure, &it.scope),
                        source: source_number(procedure, it.source.as_ref()),
                        since,
                        until,
                        basis,
                    }
                })
                .collect(),
            documents,
            steps: procedure
                .steps
                .iter()
                .filter(|it| fits(&it.scope) && it.effect.holds_on(self.as_of))
                .map(|it| self.step(procedure, it))
                .collect(),
            channels,
            results,
            before: links(&procedure.related.before),
            after: links(&procedure.related.after),
            together: links(&procedure.related.together),
            journeys: self
                .catalogue
                .journeys
                .iter()
                .filter(|it| it.steps.iter().any(|step| step.procedure.as_ref() == Some(&procedure.id)))
                .map(|it| self.link(&it.address, &it.title))
                .collect(),
            legal: self.legal(procedure),
            sources: procedure
                .sources
                .values()
                .enumerate()
                .map(|(position, it)| self.source(position + 1, it))
                .collect(),
            unconfirmed: procedure.unconfirmed.iter().map(|it| it.key()).collect(),
            decision: procedure.decision.as_ref().map(|it| {
                let date = it.date.map(|date| self.wording.date(date));
                let issuer = self.maybe(it.issuer.as_ref());
                [Some(it.number.clone()), date, issuer].into_iter().flatten().collect::<Vec<_>>().join(", ")
            }),
            effective: procedure.effective.map(|it| self.wording.date(it)),
            reviewed: procedure.reviewed.map(|it| self.wording.date(it)),
            owner: procedure.owner.clone(),
            changes: procedure
                .changes
                .iter()
                .map(|it| Change {
                    iso: it.date.to_string(),
                    date: self.wording.date(it.date),
                    note: self.text(&it.note),
                    basis: self.maybe(it.basis.as_ref()),
                })
                .collect(),
            listed: !withdrawn,
            hotline: lineage
                .iter()
                .filter_map(|it| self.catalogue.agencies.get(*it))
                .find_map(|it| it.hotline.as_ref())
                .map(phone),
        }
    }

    fn translations(&self, procedure: &Procedure, address: &Address) -> Vec<Link> {
        let languages = self.config.languages.iter().filter_map(|it| it.parse().ok());
        languages
            .filter(|lang| *lang != self.lang)
            .filter(|lang| *lang == self.main || procedure.title.translated(*lang).is_some())
            .map(|lang| Link {
                href: if lang == self.main { address.clone() } else { address.in_language(lang) }
                    .as_str()
                    .to_owned(),
                title: procedure.title.get(lang).to_owned(),
                lang: Some(lang.to_string()),
            })
            .collect()
    }

    fn variants(&self, procedure: &Procedure, at: Option<&Agency>, own_pages: &[&Agency]) -> Vec<Variant> {
        if own_pages.is_empty() {
            return Vec::new();
        }
        let variant = |agency: &Id, address: &Address, current: bool| {
            let rows = self.term_rows(procedure, agency);
            let first = rows.first();
            Variant {
                link: Link {
                    href: self.address(address).as_str().to_owned(),
                    title: self.agency_name(agency),
                    lang: None,
                },
                current,
                time: first.and_then(|it| it.time.as_ref()).map(|it| it.text.clone()),
                fee: first.and_then(|it| it.fee.as_ref()).map(|it| it.text.clone()),
            }
        };
        let whole = variant(&procedure.agency, &procedure.address, at.is_none());
        std::iter::once(whole)
            .chain(own_pages.iter().map(|it| {
                let address = Address::procedure_at(&procedure.id, &it.id);
                variant(&it.id, &address, at.is_some_and(|at| at.id == it.id))
            }))
            .collect()
    }

    fn notice(&self, procedure: &Procedure) -> Option<Notice> {
        match &procedure.status {
            Status::Suspended { reason, until } => Some(Notice {
                kind: "suspended",
                reason: Some(self.text(reason)),
                until: until.map(|it| self.wording.date(it)),
                replaced_by: None,
            }),
            Status::Withdrawn { replaced_by } => Some(Notice {
                kind: "withdrawn",
                reason: None,
                until: None,
                replaced_by: self.procedure_link(replaced_by),
            }),
            Status::Draft | Status::Published => None,
        }
    }

    /// The address to lead with first: of the nearest agency, then without a scope.
    fn apply(&self, procedure: &Procedure, lineage: &[&Id]) -> Vec<ApplyView> {
        let distance = |it: &Apply| match &it.scope.agency {
            None => Some(lineage.len()),
            Some(agency) => lineage.iter().position(|above| *above == agency),
        };
        let mut fitting: Vec<(usize, bool, &Apply)> = procedure
            .apply
            .iter()
            .filter_map(|it| Some((distance(it)?, it.scope.case.is_some() || it.scope.channel.is_some(), it)))
            .collect();
        fitting.sort_by_key(|(distance, narrow, _)| (*narrow, *distance));
        fitting
            .into_iter()
            .map(|(_, _, it)| ApplyView {
                url: url(&it.url),
                host: it.url.host().to_owned(),
                scope: self.scope(procedure, &it.scope),
                sign_in: self.maybe(it.sign_in.as_ref()),
                note: self.maybe(it.note.as_ref()),
            })
            .collect()
    }

    /// Whom or what an item is for, in words; `None` for everybody.
    fn scope(&self, procedure: &Procedure, scope: &Scope) -> Option<String> {
        let case = scope.case.as_ref().and_then(|id| procedure.cases.iter().find(|it| it.id == *id));
        let parts: Vec<String> = [
            case.map(|it| self.text(&it.title)),
            scope.channel.map(|it| self.wording.channel(it).to_owned()),
            scope.agency.as_ref().map(|it| self.agency_name(it)),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    fn effect(&self, effect: &Effect) -> (Option<String>, Option<String>, Option<String>) {
        let date = |it| self.wording.date(it);
        (effect.from.map(date), effect.until.map(date), effect.basis.clone())
    }

    fn requirement(&self, procedure: &Procedure, it: &Requirement) -> RequirementView {
        let counts: Vec<String> = [
            (Count::Original, it.originals),
            (Count::Copy, it.copies),
            (Count::CertifiedCopy, it.certified_copies),
        ]
        .into_iter()
        .filter_map(|(what, number)| Some(self.wording.count(what, number.filter(|it| 0 < *it)?)))
        .collect();
        let (since, until, basis) = self.effect(&it.effect);
        RequirementView {
            documents: it.documents.iter().map(|it| self.document(it)).collect(),
            counts: (!counts.is_empty()).then(|| counts.join(", ")),
            scope: self.scope(procedure, &it.scope),
            note: self.maybe(it.note.as_ref()),
            source: source_number(procedure, it.source.as_ref()),
            unconfirmed: it.unconfirmed || procedure.unconfirmed.contains(&Section::Documents),
            since,
            until,
            basis,
        }
    }

    fn document(&self, it: &Document) -> DocumentView {
        let entry = match &it.paper {
            Paper::Registered(id) => self.catalogue.papers.get(id),
            Paper::Named(_) => None,
        };
        let name = match (&it.paper, entry) {
            (Paper::Named(name), _) => self.text(name),
            (Paper::Registered(_), Some(entry)) => self.text(&entry.title),
            (Paper::Registered(id), None) => id.to_string(),
        };
        let form = it.form.as_ref().or(entry.and_then(|it| it.form.as_ref()));
        let form_url = it.form_url.as_ref().or(entry.and_then(|it| it.form_url.as_ref()));
        DocumentView {
            name,
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
        }
    }

    fn step(&self, procedure: &Procedure, it: &Step) -> StepView {
        let (since, until, basis) = self.effect(&it.effect);
        StepView {
            by: match it.by {
                Actor::Customer => "customer",
                Actor::Agency => "agency",
                Actor::Named(_) => "other",
            },
            actor: match &it.by {
                Actor::Named(name) => Some(self.text(name)),
                Actor::Customer | Actor::Agency => None,
            },
            title: self.text(&it.title),
            text: self.maybe(it.text.as_ref()),
            time: it.time.as_ref().map(|it| self.wording.time(it)),
            fee: it.fee.as_ref().map(|it| self.wording.fee(it)),
            scope: self.scope(procedure, &it.scope),
            source: source_number(procedure, it.source.as_ref()),
            since,
            until,
            basis,
        }
    }

    fn channel(&self, procedure: &Procedure, it: &Channel) -> ChannelView {
        let (since, until, basis) = self.effect(&it.effect);
        let scope = Scope { case: it.case.clone(), channel: None, agency: it.agency.clone() };
        ChannelView {
            kind: it.kind.key(),
            name: self.wording.channel(it.kind).to_owned(),
            scope: self.scope(procedure, &scope),
            offices: it
                .offices
                .iter()
                .filter_map(|id| self.catalogue.offices.get(id))
                .map(|it| self.link(&it.address, &it.title))
                .collect(),
            url: it.url.as_ref().map(url),
            host: it.url.as_ref().map(|it| it.host().to_owned()),
            phone: it.phone.as_ref().map(phone),
            email: it.email.clone(),
            note: self.maybe(it.note.as_ref()),
            source: source_number(procedure, it.source.as_ref()),
            since,
            until,
            basis,
        }
    }

    fn outcome(&self, procedure: &Procedure, it: &crate::model::Outcome) -> OutcomeView {
        OutcomeView {
            name: self.text(&it.name),
            code: it.code.clone(),
            delivery: it.delivery.iter().map(|it| self.text(it)).collect(),
            valid: self.maybe(it.valid.as_ref()),
            note: self.maybe(it.note.as_ref()),
            source: source_number(procedure, it.source.as_ref()),
        }
    }

    fn legal(&self, procedure: &Procedure) -> Vec<LegalView> {
        let known = procedure.legal.iter().filter_map(|it| Some((it, self.catalogue.legal.get(&it.text)?)));
        known
            .map(|(it, text)| LegalView {
                number: text.number.clone(),
                title: self.text(&text.title),
                url: text.url.as_ref().map(url),
                article: self.maybe(it.article.as_ref()),
                notes: [it.note.as_ref(), text.note.as_ref()]
                    .into_iter()
                    .filter_map(|it| self.maybe(it))
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

    /// Terms that start later: "01/01/2027: 3 ngày làm việc".
    fn upcoming(&self, procedure: &Procedure, lineage: &[&Id]) -> Vec<String> {
        let mut later: Vec<_> = procedure
            .terms
            .iter()
            .filter(|it| it.scope.agency.as_ref().is_none_or(|it| lineage.contains(&it)))
            .filter_map(|it| Some((it.effect.from.filter(|from| self.as_of < *from)?, it)))
            .collect();
        later.sort_by_key(|(from, _)| *from);
        later
            .into_iter()
            .map(|(from, it)| {
                let values: Vec<String> = [
                    self.scope(procedure, &it.scope),
                    it.time.as_ref().map(|it| self.wording.time(it)),
                    it.fee.as_ref().map(|it| self.wording.fee(it)),
                    it.effect.basis.clone(),
                ]
                .into_iter()
                .flatten()
                .collect();
                format!("{}: {}", self.wording.date(from), values.join(" · "))
            })
            .collect()
    }
}

/// Agencies that an item of the record is about.
fn named_agencies(procedure: &Procedure) -> impl Iterator<Item = &Id> {
    let scopes = procedure
        .terms
        .iter()
        .map(|it| &it.scope)
        .chain(procedure.documents.iter().map(|it| &it.scope))
        .chain(procedure.steps.iter().map(|it| &it.scope))
        .chain(procedure.conditions.iter().map(|it| &it.scope))
        .chain(procedure.apply.iter().map(|it| &it.scope));
    scopes
        .filter_map(|it| it.agency.as_ref())
        .chain(procedure.channels.iter().filter_map(|it| it.agency.as_ref()))
}

fn facts(
    terms: &[TermRow],
    audiences: &[Link],
    channels: &[ChannelView],
    results: &[OutcomeView],
    documents: &[RequirementView],
) -> Facts {
    let time = terms.iter().find_map(|it| it.time.clone());
    let fee = terms.iter().find_map(|it| it.fee.clone());
    let differs = |first: Option<&Value>, other: Option<&Value>| match (first, other) {
        (Some(first), Some(other)) => first.text != other.text,
        _ => false,
    };
    let mut names: Vec<String> = Vec::new();
    for kind in ChannelKind::ALL {
        let found = channels.iter().find(|it| it.kind == kind.key());
        names.extend(found.map(|it| it.name.clone()));
    }
    let papers = documents.iter().filter(|it| it.scope.is_none()).count();
    Facts {
        time_varies: terms.iter().any(|it| differs(time.as_ref(), it.time.as_ref())),
        fee_varies: terms.iter().any(|it| differs(fee.as_ref(), it.fee.as_ref())),
        time,
        fee,
        audiences: audiences.iter().map(|it| it.title.clone()).collect(),
        channels: names,
        results: results.iter().map(|it| it.name.clone()).collect(),
        papers,
        papers_more: documents.len() - papers,
    }
}
