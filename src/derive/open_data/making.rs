//! A checked procedure into its open form.

use super::values::{open_fee, open_time};
use super::{
    OpenApply, OpenCase, OpenChange, OpenChannel, OpenCondition, OpenDecision, OpenDown, OpenLegal,
    OpenPaper, OpenProcedure, OpenRequirement, OpenResult, OpenScope, OpenSource, OpenStep, OpenTerm, Texts,
};
use crate::derive::site::Site;
use crate::model::{
    Actor, ChannelKind, Effect, HttpsUrl, Id, Paper, Phone, Procedure, Requirement, Scope, Status, Text,
    Usual,
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
        let main = self.main;
        let text = |it: &'a Text| Texts(it, main);
        let ids = |ids: &'a [Id]| ids.iter().map(Id::as_str).collect::<Vec<_>>();
        let wording = self.wording;
        OpenProcedure {
            id: id.as_str(),
            address: address.as_str(),
            code: code.as_deref(),
            title: text(title),
            official_title: official_title.as_ref().map(text),
            summary: summary.as_ref().map(text),
            task: task.as_ref().map(text),
            also_called: also_called.iter().map(String::as_str).collect(),
            field: field.as_str(),
            audiences: ids(audiences),
            agency: agency.as_str(),
            agency_address: self.catalogue.agencies.get(agency).map_or("", |it| it.address.as_str()),
            executing: ids(&agencies.executing),
            coordinating: ids(&agencies.coordinating),
            delegated: ids(&agencies.delegated),
            decision: decision.as_ref().map(|it| OpenDecision {
                number: &it.number,
                date: it.date.map(|it| it.to_string()),
                issuer: it.issuer.as_ref().map(text),
            }),
            online: online.key(),
            online_reason: online_reason.as_ref().map(text),
            status: match status {
                Status::Draft => "draft",
                Status::Published => "published",
                Status::Suspended { .. } => "suspended",
                Status::Withdrawn { .. } => "withdrawn",
            },
            suspended: match status {
                Status::Suspended { reason, until } => {
                    Some(OpenDown { reason: text(reason), until: until.map(|it| it.to_string()) })
                }
                _ => None,
            },
            apply: apply
                .iter()
                .map(|it| OpenApply {
                    url: it.url.as_str(),
                    down: it.down.as_ref().map(|it| OpenDown {
                        reason: text(&it.reason),
                        until: it.until.map(|it| it.to_string()),
                    }),
                    scope: scope(&it.scope, None, None),
                })
                .collect(),
            cases: cases
                .iter()
                .map(|it| OpenCase {
                    id: it.id.as_str(),
                    title: text(&it.title),
                    note: it.note.as_ref().map(text),
                })
                .collect(),
            channels: channels
                .iter()
                .map(|it| OpenChannel {
                    kind: it.kind.key(),
                    offices: ids(&it.offices),
                    url: it.url.as_ref().map(HttpsUrl::as_str),
                    phone: it.phone.as_ref().map(Phone::as_str),
                    email: it.email.as_deref(),
                    note: it.note.as_ref().map(text),
                    scope: OpenScope {
                        case: it.case.as_ref().map(Id::as_str),
                        agency: it.agency.as_ref().map(Id::as_str),
                        ..scope(Scope::usual(), Some(&it.effect), it.source.as_ref())
                    },
                })
                .collect(),
            terms: terms
                .iter()
                .map(|it| OpenTerm {
                    time: it.time.map(|it| open_time(wording, it)),
                    time_note: it.time_note.as_ref().map(text),
                    fee: it.fee.map(|it| open_fee(wording, it)),
                    fee_note: it.fee_note.as_ref().map(text),
                    payer: it.payer.as_ref().map(text),
                    scope: scope(&it.scope, Some(&it.effect), it.source.as_ref()),
                    unconfirmed: it.unconfirmed,
                })
                .collect(),
            documents: documents.iter().map(|it| self.open_requirement(it)).collect(),
            steps: steps
                .iter()
                .map(|it| OpenStep {
                    by: match &it.by {
                        Actor::Customer => "customer",
                        Actor::Agency => "agency",
                        Actor::Named(name) => &name.main,
                    },
                    title: text(&it.title),
                    text: it.text.as_ref().map(text),
                    time: it.time.map(|it| open_time(wording, it)),
                    fee: it.fee.map(|it| open_fee(wording, it)),
                    scope: scope(&it.scope, Some(&it.effect), it.source.as_ref()),
                })
                .collect(),
            results: results
                .iter()
                .map(|it| OpenResult {
                    name: text(&it.name),
                    delivery: it.delivery.iter().map(text).collect(),
                    valid: it.valid.as_ref().map(text),
                    source: it.source.as_ref().map(Id::as_str),
                })
                .collect(),
            conditions: conditions
                .iter()
                .map(|it| OpenCondition {
                    text: text(&it.text),
                    scope: scope(&it.scope, Some(&it.effect), it.source.as_ref()),
                })
                .collect(),
            legal: legal
                .iter()
                .filter_map(|it| {
                    let number = self.catalogue.legal.get(&it.text)?.number.as_str();
                    Some(OpenLegal { id: it.text.as_str(), number, article: it.article.as_ref().map(text) })
                })
                .collect(),
            before: ids(&related.before),
            after: ids(&related.after),
            together: ids(&related.together),
            instead: ids(&related.instead),
            sources: sources
                .iter()
                .map(|(id, it)| {
                    let source = OpenSource {
                        title: text(&it.title),
                        url: it.url.as_ref().map(HttpsUrl::as_str),
                        checked: it.checked.map(|it| it.to_string()),
                    };
                    (id.as_str(), source)
                })
                .collect(),
            unconfirmed: unconfirmed.iter().map(|it| it.key()).collect(),
            effective: effective.map(|it| it.to_string()),
            reviewed: reviewed.map(|it| it.to_string()),
            owner: owner.as_deref(),
            changes: changes
                .iter()
                .map(|it| OpenChange {
                    date: it.date.to_string(),
                    note: text(&it.note),
                    basis: it.basis.as_ref().map(text),
                })
                .collect(),
        }
    }

    fn open_requirement(&self, it: &'a Requirement) -> OpenRequirement<'a> {
        let text = |it: &'a Text| Texts(it, self.main);
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
                name: text(name),
                note: document.note.as_ref().map(text),
                form: document.form.as_deref().or(form),
            })
        });
        OpenRequirement {
            any_of: papers.collect(),
            originals: it.originals,
            copies: it.copies,
            certified_copies: it.certified_copies,
            note: it.note.as_ref().map(text),
            scope: scope(&it.scope, Some(&it.effect), it.source.as_ref()),
            unconfirmed: it.unconfirmed,
        }
    }
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
