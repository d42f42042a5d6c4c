//! A checked procedure into its open form.

use jiff::civil::Date;

use super::values::{open_fee, open_time};
use super::{
    OpenApply, OpenCase, OpenChange, OpenChannel, OpenCondition, OpenDecision, OpenDown, OpenLegal,
    OpenPaper, OpenProcedure, OpenRequirement, OpenResult, OpenScope, OpenSource, OpenStep, OpenTerm, Texts,
};
use crate::derive::site::Site;
use crate::model::{
    Actor, Apply, Case, Change, Channel, ChannelKind, Condition, Decision, Effect, HttpsUrl, Id, LegalRef,
    Outcome, Paper, Phone, Procedure, Requirement, Scope, Source, Status, Step, Term, Text, Usual,
};

impl<'a> Site<'a> {
    /// Every part of a record is named, so that nobody adds one and forgets it here.
    pub(in crate::derive) fn open_procedure(&self, procedure: &'a Procedure) -> OpenProcedure<'a> {
        let Procedure {
            id,
            address,
            code,
            title,
            official_title,
            summary,
            task,
            also_called,
            field,
            audiences,
            agency,
            agencies,
            decision,
            online,
            online_reason,
            apply,
            cases,
            channels,
            terms,
            documents,
            steps,
            results,
            conditions,
            legal,
            related,
            sources,
            unconfirmed,
            effective,
            reviewed,
            owner,
            status,
            changes,
            // Of the house.
            review_every: _,
            translated: _,
            // Of addresses there are redirects; the prose is on the pages.
            aliases: _,
            prose: _,
        } = procedure;
        OpenProcedure {
            id: id.as_str(),
            address: address.as_str(),
            code: code.as_deref(),
            title: self.open_text(title),
            official_title: self.maybe_open(official_title.as_ref()),
            summary: self.maybe_open(summary.as_ref()),
            task: self.maybe_open(task.as_ref()),
            also_called: also_called.iter().map(String::as_str).collect(),
            field: field.as_str(),
            audiences: ids(audiences),
            agency: agency.as_str(),
            agency_address: self.catalogue.agencies.get(agency).map_or("", |it| it.address.as_str()),
            executing: ids(&agencies.executing),
            coordinating: ids(&agencies.coordinating),
            delegated: ids(&agencies.delegated),
            decision: decision.as_ref().map(|it| self.open_decision(it)),
            online: online.key(),
            online_reason: self.maybe_open(online_reason.as_ref()),
            status: match status {
                Status::Draft => "draft",
                Status::Published => "published",
                Status::Suspended { .. } => "suspended",
                Status::Withdrawn { .. } => "withdrawn",
            },
            suspended: match status {
                Status::Suspended { reason, until } => Some(self.open_down(reason, *until)),
                _ => None,
            },
            apply: apply.iter().map(|it| self.open_apply(it)).collect(),
            cases: cases.iter().map(|it| self.open_case(it)).collect(),
            channels: channels.iter().map(|it| self.open_channel(it)).collect(),
            terms: terms.iter().map(|it| self.open_term(it)).collect(),
            documents: documents.iter().map(|it| self.open_requirement(it)).collect(),
            steps: steps.iter().map(|it| self.open_step(it)).collect(),
            results: results.iter().map(|it| self.open_result(it)).collect(),
            conditions: conditions.iter().map(|it| self.open_condition(it)).collect(),
            legal: legal.iter().filter_map(|it| self.open_legal(it)).collect(),
            before: ids(&related.before),
            after: ids(&related.after),
            together: ids(&related.together),
            instead: ids(&related.instead),
            sources: sources.iter().map(|(id, it)| (id.as_str(), self.open_source(it))).collect(),
            unconfirmed: unconfirmed.iter().map(|it| it.key()).collect(),
            effective: effective.map(|it| it.to_string()),
            reviewed: reviewed.map(|it| it.to_string()),
            owner: owner.as_deref(),
            changes: changes.iter().map(|it| self.open_change(it)).collect(),
        }
    }

    fn open_text(&self, it: &'a Text) -> Texts<'a> {
        Texts(it, self.main)
    }

    fn maybe_open(&self, it: Option<&'a Text>) -> Option<Texts<'a>> {
        it.map(|it| self.open_text(it))
    }

    fn open_decision(&self, it: &'a Decision) -> OpenDecision<'a> {
        OpenDecision {
            number: &it.number,
            date: it.date.map(|it| it.to_string()),
            issuer: self.maybe_open(it.issuer.as_ref()),
        }
    }

    fn open_down(&self, reason: &'a Text, until: Option<Date>) -> OpenDown<'a> {
        OpenDown { reason: self.open_text(reason), until: until.map(|it| it.to_string()) }
    }

    fn open_apply(&self, it: &'a Apply) -> OpenApply<'a> {
        OpenApply {
            url: it.url.as_str(),
            down: it.down.as_ref().map(|it| self.open_down(&it.reason, it.until)),
            scope: scope(&it.scope, None, None),
        }
    }

    fn open_case(&self, it: &'a Case) -> OpenCase<'a> {
        OpenCase {
            id: it.id.as_str(),
            title: self.open_text(&it.title),
            note: self.maybe_open(it.note.as_ref()),
        }
    }

    fn open_channel(&self, it: &'a Channel) -> OpenChannel<'a> {
        OpenChannel {
            kind: it.kind.key(),
            offices: ids(&it.offices),
            url: it.url.as_ref().map(HttpsUrl::as_str),
            phone: it.phone.as_ref().map(Phone::as_str),
            email: it.email.as_deref(),
            note: self.maybe_open(it.note.as_ref()),
            scope: OpenScope {
                case: it.case.as_ref().map(Id::as_str),
                agency: it.agency.as_ref().map(Id::as_str),
                ..scope(Scope::usual(), Some(&it.effect), it.source.as_ref())
            },
        }
    }

    fn open_term(&self, it: &'a Term) -> OpenTerm<'a> {
        OpenTerm {
            time: it.time.map(|it| open_time(self.wording, it)),
            time_note: self.maybe_open(it.time_note.as_ref()),
            fee: it.fee.map(|it| open_fee(self.wording, it)),
            fee_note: self.maybe_open(it.fee_note.as_ref()),
            payer: self.maybe_open(it.payer.as_ref()),
            scope: scope(&it.scope, Some(&it.effect), it.source.as_ref()),
            unconfirmed: it.unconfirmed,
        }
    }

    fn open_step(&self, it: &'a Step) -> OpenStep<'a> {
        OpenStep {
            by: match &it.by {
                Actor::Customer => "customer",
                Actor::Agency => "agency",
                Actor::Named(name) => &name.main,
            },
            title: self.open_text(&it.title),
            text: self.maybe_open(it.text.as_ref()),
            time: it.time.map(|it| open_time(self.wording, it)),
            fee: it.fee.map(|it| open_fee(self.wording, it)),
            scope: scope(&it.scope, Some(&it.effect), it.source.as_ref()),
        }
    }

    fn open_result(&self, it: &'a Outcome) -> OpenResult<'a> {
        OpenResult {
            name: self.open_text(&it.name),
            delivery: it.delivery.iter().map(|it| self.open_text(it)).collect(),
            valid: self.maybe_open(it.valid.as_ref()),
            source: it.source.as_ref().map(Id::as_str),
        }
    }

    fn open_condition(&self, it: &'a Condition) -> OpenCondition<'a> {
        OpenCondition {
            text: self.open_text(&it.text),
            scope: scope(&it.scope, Some(&it.effect), it.source.as_ref()),
        }
    }

    fn open_legal(&self, it: &'a LegalRef) -> Option<OpenLegal<'a>> {
        let number = self.catalogue.legal.get(&it.text)?.number.as_str();
        Some(OpenLegal { id: it.text.as_str(), number, article: self.maybe_open(it.article.as_ref()) })
    }

    fn open_source(&self, it: &'a Source) -> OpenSource<'a> {
        OpenSource {
            title: self.open_text(&it.title),
            url: it.url.as_ref().map(HttpsUrl::as_str),
            checked: it.checked.map(|it| it.to_string()),
        }
    }

    fn open_change(&self, it: &'a Change) -> OpenChange<'a> {
        OpenChange {
            date: it.date.to_string(),
            note: self.open_text(&it.note),
            basis: self.maybe_open(it.basis.as_ref()),
        }
    }

    fn open_requirement(&self, it: &'a Requirement) -> OpenRequirement<'a> {
        let papers = it.documents.iter().filter_map(|document| {
            let (id, name, form) = match &document.paper {
                Paper::Registered(id) => {
                    let entry = self.catalogue.papers.get(id)?;
                    (Some(id.as_str()), &entry.title, entry.form.as_deref())
                }
                Paper::Named(name) => (None, name, None),
            };
            Some(OpenPaper {
                paper: id,
                name: self.open_text(name),
                note: self.maybe_open(document.note.as_ref()),
                form: document.form.as_deref().or(form),
            })
        });
        OpenRequirement {
            any_of: papers.collect(),
            originals: it.originals,
            copies: it.copies,
            certified_copies: it.certified_copies,
            note: self.maybe_open(it.note.as_ref()),
            scope: scope(&it.scope, Some(&it.effect), it.source.as_ref()),
            unconfirmed: it.unconfirmed,
        }
    }
}

fn ids(all: &[Id]) -> Vec<&str> {
    all.iter().map(Id::as_str).collect()
}

fn scope<'a>(scope: &'a Scope, effect: Option<&'a Effect>, source: Option<&'a Id>) -> OpenScope<'a> {
    OpenScope {
        case: scope.case.as_ref().map(Id::as_str),
        channel: scope.channel.map(ChannelKind::key),
        agency: scope.agency.as_ref().map(Id::as_str),
        from: effect.and_then(|it| it.from).map(|it| it.to_string()),
        until: effect.and_then(|it| it.until).map(|it| it.to_string()),
        basis: effect.and_then(|it| it.basis.as_deref()),
        source: source.map(Id::as_str),
    }
}
