//! One record in, one [`Procedure`] out.

use std::collections::BTreeMap;
use std::ops::Range;

use super::actors::actor;
use super::apply::apply_entry;
use super::cases::{MOST_CASES, cases};
use super::entries::{sources, sources_named};
use super::ground::Kind;
use super::issued;
use super::lasting;
use super::map::Map;
use super::meant;
use super::numbers;
use super::parts;
use super::questions;
use super::reading::{Reading, no_map};
use super::rows;
use super::rules::wrong_kind::{self, Place};
use super::rules::{apply_missing, idle_key, listed_twice, missing_key, partial_without_reason, step_longer};
use super::scopes;
use super::slips::pasted::value;
use super::titles::Named;
use super::unconfirmed;
use crate::model::{
    Actor, Address, Agencies, Change, Channel, ChannelKind, Condition, Decision, Id, Lang, LegalRef,
    OnlineLevel, Outcome, Procedure, Rare, Related, Section, Step, TimeLimit,
};
use crate::shape;
use crate::source::tree::{Node, Value};

/// Where parts of a record stand that are judged later, together with other records.
#[derive(Debug, Clone, Default)]
pub(super) struct Spots {
    pub(super) head: Range<usize>,
    /// Of each row; fewer than the rows that were written if one could not be read.
    pub(super) terms: Vec<Range<usize>>,
    pub(super) terms_whole: bool,
    /// Whether the record says which agency decides.
    pub(super) has_agency: bool,
    pub(super) before: Vec<(Id, Range<usize>)>,
    /// Of the whole map of each case.
    pub(super) cases: Vec<Range<usize>>,
    pub(super) reviewed: Option<Range<usize>>,
    pub(super) code: Option<Range<usize>>,
    pub(super) title: Option<Range<usize>>,
    pub(super) english: Option<Range<usize>>,
    pub(super) summary: Option<Range<usize>>,
}

/// What the parts of one procedure may refer to.
pub(super) struct Declared {
    pub(super) cases: Vec<Named>,
    pub(super) sources: Vec<Named>,
}

pub(super) fn procedure(reading: &mut Reading<'_>, node: &Node, id: &Id) -> Option<(Procedure, Spots)> {
    let map = reading.map(node, &shape::PROCEDURE)?;
    parts::own_id(reading, &map, id);
    let sources = sources(reading, &map);
    let mut spots = Spots { head: map.head.clone(), ..Spots::default() };
    let (cases, named) = cases(reading, &map, &mut spots);
    let declared = Declared { cases: named, sources: sources_named(&map, &sources) };
    spots.reviewed = map.get("reviewed").map(|it| it.span.clone());
    spots.code = map.get("code").map(|it| it.span.clone());
    let main = reading.ground.languages[0];
    spots.title = map.get("title").map(|it| main_span(it, main));
    spots.english = map.get("title").and_then(|it| span_of(it, "en"));
    spots.summary = map.get("summary").map(|it| main_span(it, main));

    let title = reading.required(&map, "title", Reading::title).unwrap_or_default();
    let field = reading.required(&map, "field", |it, node| it.reference(node, Kind::Field));
    let agency = reading.required(&map, "agency", |it, node| it.reference(node, Kind::Agency));
    let (online, online_reason) = online(reading, &map);
    let before = reading.found.len();
    let unconfirmed = unconfirmed::sections(reading, &map, online);
    let says_what = before == reading.found.len();
    let apply = reading.one_or_more(&map, "apply", |it, node| apply_entry(it, node, &declared));
    if says_what && !map.has("apply") && !unconfirmed.contains(&Section::Apply) {
        report_no_apply(reading, &map, online);
    }
    let channels = reading.list(&map, "channels", |it, node| channel(it, node, &declared));
    let (terms, are_all) = rows::rows(reading, &map, &declared, &channels, &mut spots);
    spots.terms_whole = are_all && says_what && cases.len() <= MOST_CASES;
    spots.has_agency = agency.is_some();
    let limit = lasting::longest(&terms).filter(|_| spots.terms_whole);
    let mut changes = reading.list(&map, "changes", change);
    changes.sort_by_key(|it| std::cmp::Reverse(it.date));

    let effective = reading.optional(&map, "effective", Reading::date);
    let in_force = effective.zip(map.get("effective"));

    let procedure = Procedure {
        address: Address::procedure(id),
        id: id.clone(),
        code: reading.optional(&map, "code", Reading::code),
        title,
        official_title: reading.optional(&map, "official_title", Reading::text),
        summary: reading.optional(&map, "summary", Reading::text),
        task: reading.optional(&map, "task", Reading::text),
        also_called: reading.list(&map, "also_called", questions::name),
        field: field.unwrap_or_else(|| id.clone()),
        audiences: references(reading, &map, "audiences", Kind::Audience),
        agency: agency.unwrap_or_else(|| id.clone()),
        agencies: agencies(reading, &map),
        decision: reading.optional(&map, "decision", |it, node| decision(it, node, in_force)),
        online,
        online_reason,
        apply,
        channels,
        terms,
        documents: super::documents::all(reading, &map, &declared),
        steps: reading.list(&map, "steps", |it, node| step(it, node, &declared, limit)),
        results: reading.one_or_more(&map, "result", |it, node| outcome(it, node, &declared)),
        conditions: reading.one_or_more(&map, "conditions", |it, node| condition(it, node, &declared)),
        legal: reading.list(&map, "legal", legal),
        related: related(reading, &map, &mut spots),
        sources,
        unconfirmed,
        effective,
        reviewed: reading.optional(&map, "reviewed", Reading::past_date),
        review_every: reading.optional(&map, "review_every", Reading::every),
        translated: reading.optional(&map, "translated", Reading::past_date),
        owner: reading.optional(&map, "owner", Reading::string),
        status: reading.optional(&map, "status", super::status::status).unwrap_or_default(),
        changes,
        aliases: reading.list(&map, "aliases", parts::alias),
        prose: BTreeMap::new(),
        cases,
    };
    Some((procedure, spots))
}

/// References of one kind, none of them twice.
pub(super) fn references(reading: &mut Reading<'_>, map: &Map<'_>, key: &str, kind: Kind) -> Vec<Id> {
    let mut seen: Vec<Id> = Vec::new();
    for (id, span) in reading.list(map, key, |it, node| Some((it.reference(node, kind)?, node.span.clone())))
    {
        if seen.contains(&id) {
            reading.report(&listed_twice::RULE, span, listed_twice::words(id.as_str()));
        } else {
            seen.push(id);
        }
    }
    seen
}

/// Where a text is in the main language.
fn main_span(node: &Node, main: Lang) -> Range<usize> {
    span_of(node, main.as_str()).unwrap_or_else(|| node.span.clone())
}

fn span_of(node: &Node, lang: &str) -> Option<Range<usize>> {
    let Value::Map(entries) = &node.value else { return None };
    entries.iter().find(|it| it.key == lang).map(|it| it.value.span.clone())
}

fn online(reading: &mut Reading<'_>, map: &Map<'_>) -> (OnlineLevel, Option<crate::model::Text>) {
    let Some(node) = map.get("online") else { return (OnlineLevel::Information, None) };
    let Some(map) = reading.map(node, &shape::ONLINE) else { return (OnlineLevel::Information, None) };
    let levels = OnlineLevel::ALL.map(|it| (it.key(), it));
    let level = reading.required(&map, "level", |it, node| it.choice(node, &levels));
    let reason = reading.optional(&map, "reason", Reading::text);
    if level == Some(OnlineLevel::Partial) && !map.has("reason") {
        reading.report(&partial_without_reason::RULE, node.span.clone(), partial_without_reason::words());
    }
    if let (Some(OnlineLevel::Full), Some(node)) = (level, map.get("reason")) {
        let words = idle_key::words("reason", ["level", "full"], Some("level: partial"));
        reading.report(&idle_key::RULE, node.span.clone(), words);
    }
    (level.unwrap_or(OnlineLevel::Information), reason)
}

fn report_no_apply(reading: &mut Reading<'_>, map: &Map<'_>, online: OnlineLevel) {
    if online != OnlineLevel::Information {
        let span = map.get("online").map_or(map.head.clone(), |it| it.span.clone());
        reading.report(&apply_missing::RULE, span, apply_missing::words(online.key()));
    }
}

fn agencies(reading: &mut Reading<'_>, map: &Map<'_>) -> Agencies {
    let Some(node) = map.get("agencies") else { return Agencies::default() };
    let Some(map) = reading.map(node, &shape::AGENCIES) else {
        return Agencies::default();
    };
    Agencies {
        executing: references(reading, &map, "executing", Kind::Agency),
        coordinating: references(reading, &map, "coordinating", Kind::Agency),
        delegated: references(reading, &map, "delegated", Kind::Agency),
    }
}

/// `effective` is the day from which the procedure is in force.
fn decision(reading: &mut Reading<'_>, node: &Node, effective: Option<issued::Day<'_>>) -> Option<Decision> {
    if let Value::Scalar(text) = &node.value
        && let Some(better) = meant::map::decision(text)
    {
        reading.report_map(node, &better);
        return None;
    }
    let map = reading.map(node, &shape::DECISION)?;
    let number = reading.required(&map, "number", Reading::string);
    let date = reading.optional(&map, "date", Reading::issue_date);
    numbers::check(reading, &map, number.as_deref().unwrap_or_default());
    issued::check(reading, number.as_deref().unwrap_or_default(), date.zip(map.get("date")), effective);
    let issuer = reading.optional(&map, "issuer", Reading::text);
    Some(Decision { number: number?, date, issuer })
}

pub(super) fn channel_kind(reading: &mut Reading<'_>, node: &Node) -> Option<ChannelKind> {
    reading.choice(node, &ChannelKind::ALL.map(|it| (it.key(), it)))
}

fn channel(reading: &mut Reading<'_>, node: &Node, declared: &Declared) -> Option<Channel> {
    let map = reading.map(node, &shape::CHANNEL)?;
    let kind = reading.required(&map, "kind", channel_kind);
    let mut offices: Vec<Id> = reading.list(&map, "offices", parts::offices).into_iter().flatten().collect();
    offices.sort();
    offices.dedup();
    let scope = scopes::scope(reading, &map, declared);
    Some(Channel {
        agency: scope.agency.clone(),
        case: scope.case.clone(),
        offices,
        url: reading.optional(&map, "url", Reading::url),
        phone: reading.optional(&map, "phone", Reading::phone),
        email: reading.optional(&map, "email", Reading::email),
        note: reading.optional(&map, "note", Reading::text),
        source: scopes::source(reading, &map, declared),
        effect: parts::effect(reading, &map),
        kind: kind?,
    })
}

/// `limit` is that of the whole procedure.
fn step(
    reading: &mut Reading<'_>,
    node: &Node,
    declared: &Declared,
    limit: Option<TimeLimit>,
) -> Option<Step> {
    if let Value::Map(entries) = &node.value
        && let Some(better) =
            meant::map::step(entries, |it| reading.ground.names.get(Kind::Agency, it).is_some())
    {
        reading.report(&missing_key::RULE, node.span.clone(), missing_key::words_of_step(&better));
        return None;
    }
    let map = reading.map(node, &shape::STEP)?;
    let by = reading.required(&map, "by", actor);
    let title = reading.required(&map, "title", Reading::text);
    let text = reading.optional(&map, "text", Reading::text);
    let time = reading.optional(&map, "time", Reading::time);
    if by == Some(Actor::Agency)
        && let (Some(time), Some(limit), Some(node)) = (time, limit, map.get("time"))
        && lasting::is_longer(time, limit)
    {
        reading.report(&step_longer::RULE, node.span.clone(), step_longer::words());
    }
    let fee = reading.optional(&map, "fee", Reading::fee);
    let scope = scopes::scope(reading, &map, declared);
    let source = scopes::source(reading, &map, declared);
    let effect = parts::effect(reading, &map);
    Some(Step { by: by?, title: title?, text, time, fee, scope, source, effect })
}

fn outcome(reading: &mut Reading<'_>, node: &Node, declared: &Declared) -> Option<Outcome> {
    let map = reading.map(node, &shape::OUTCOME)?;
    let name = reading.required(&map, "name", Reading::text);
    let code = reading.optional(&map, "code", Reading::string);
    let delivery = reading.one_or_more(&map, "delivery", Reading::text);
    let valid = reading.optional(&map, "valid", Reading::text);
    let note = reading.optional(&map, "note", Reading::text);
    let source = scopes::source(reading, &map, declared);
    Some(Outcome { name: name?, code, delivery, valid, note, source })
}

fn condition(reading: &mut Reading<'_>, node: &Node, declared: &Declared) -> Option<Condition> {
    let with_scope = matches!(&node.value, Value::Map(entries) if entries.iter().any(|it| it.key == "text"));
    if !with_scope {
        let text = reading.text(node)?;
        return Some(Condition { text, scope: Rare::default(), source: None, effect: Rare::default() });
    }
    let map = reading.map(node, &shape::CONDITION)?;
    let text = reading.required(&map, "text", Reading::text);
    let scope = scopes::scope(reading, &map, declared);
    let source = scopes::source(reading, &map, declared);
    let effect = parts::effect(reading, &map);
    Some(Condition { text: text?, scope, source, effect })
}

fn legal(reading: &mut Reading<'_>, node: &Node) -> Option<LegalRef> {
    if !matches!(node.value, Value::Map(_)) {
        return Some(LegalRef { text: reading.reference(node, Kind::Legal)?, article: None, note: None });
    }
    let map = reading.map(node, &shape::LEGAL_REF)?;
    let text = reading.required(&map, "text", |it, node| it.reference(node, Kind::Legal));
    let article = reading.optional(&map, "article", Reading::text);
    let note = reading.optional(&map, "note", Reading::text);
    Some(LegalRef { text: text?, article, note })
}

fn related(reading: &mut Reading<'_>, map: &Map<'_>, spots: &mut Spots) -> Related {
    let Some(node) = map.get("related") else { return Related::default() };
    if let Some(better) = meant::map::related(node) {
        let words = no_map(&node.value);
        reading.report(&wrong_kind::RULE, node.span.clone(), wrong_kind::words_of_related(words, &better));
        return Related::default();
    }
    let Some(map) = reading.map(node, &shape::RELATED) else { return Related::default() };
    if let Some(Value::List(list)) = map.get("before").map(|it| &it.value) {
        spots.before = list
            .iter()
            .filter_map(|it| match &it.value {
                Value::Scalar(text) => Some((text.trim().parse().ok()?, it.span.clone())),
                _ => None,
            })
            .collect();
    }
    Related {
        before: references(reading, &map, "before", Kind::Procedure),
        after: references(reading, &map, "after", Kind::Procedure),
        together: references(reading, &map, "together", Kind::Procedure),
        instead: references(reading, &map, "instead", Kind::Procedure),
    }
}

fn change(reading: &mut Reading<'_>, node: &Node) -> Option<Change> {
    if let Some(better) = dated(node) {
        let words = wrong_kind::words_of_items(&wrong_kind::message_of_change(), &[better], &Place::Within);
        reading.report(&wrong_kind::RULE, node.span.clone(), words);
        return None;
    }
    let map = reading.map(node, &shape::CHANGE)?;
    let date = reading.required(&map, "date", Reading::date);
    let note = reading.required(&map, "note", Reading::text);
    let basis = reading.optional(&map, "basis", Reading::text);
    Some(Change { date: date?, note: note?, basis })
}

/// The item to type for `5/1/2026: Bỏ một giấy tờ`.
fn dated(node: &Node) -> Option<String> {
    let Value::Map(entries) = &node.value else { return None };
    let [entry] = &entries[..] else { return None };
    let Value::Scalar(note) = &entry.value.value else { return None };
    Some(format!("{{date: {}, note: {}}}", meant::date(&entry.key)?, value(note)))
}
