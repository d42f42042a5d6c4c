//! Registries, journeys and pages.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::ground::Kind;
use super::issued;
use super::map::Map;
use super::near::as_id;
use super::numbers::{self, Numbers};
use super::parts;
use super::procedure::references;
use super::reading::Reading;
use super::rules::{
    empty_value, idle_key, journey_order, related_to_itself, synonym_clash, translation_with_data,
};
use super::synonyms::Said;
use crate::model::{
    Address, Audience, Field, GlossaryEntry, Id, Journey, JourneyStep, Lang, LegalText, Page, PaperEntry,
    SynonymGroup, Text,
};
use crate::shape::{self, Shape};
use crate::source::tree::{Node, Value};

pub(super) fn field(reading: &mut Reading<'_>, id: Id, node: &Node) -> Option<Field> {
    let (title, summary) = titled(reading, node, &shape::FIELD)?;
    Some(Field { address: Address::field(&id), id, title, summary })
}

pub(super) fn audience(reading: &mut Reading<'_>, id: Id, node: &Node) -> Option<Audience> {
    let (title, summary) = titled(reading, node, &shape::AUDIENCE)?;
    Some(Audience { address: Address::audience(&id), id, title, summary })
}

fn titled(reading: &mut Reading<'_>, node: &Node, shape: &'static Shape) -> Option<(Text, Option<Text>)> {
    let map = reading.map(node, shape)?;
    let title = reading.required(&map, "title", Reading::title);
    let summary = reading.optional(&map, "summary", Reading::text);
    Some((title?, summary))
}

pub(super) fn paper(reading: &mut Reading<'_>, id: Id, node: &Node) -> Option<PaperEntry> {
    let map = reading.map(node, &shape::PAPER)?;
    Some(PaperEntry {
        id,
        title: reading.required(&map, "title", Reading::title).unwrap_or_default(),
        note: reading.optional(&map, "note", Reading::text),
        issued_by: reading.optional(&map, "issued_by", Reading::text),
        obtained_by: reading.optional(&map, "obtained_by", |it, node| it.reference(node, Kind::Procedure)),
        replaced_by_database: reading.optional(&map, "replaced_by_database", Reading::text),
        form: reading.optional(&map, "form", Reading::form),
        form_url: reading.optional(&map, "form_url", Reading::url),
    })
}

pub(super) fn legal(reading: &mut Reading<'_>, node: &Node) -> Vec<LegalText> {
    let mut numbers = Numbers::default();
    let mut all = Vec::new();
    for (id, span, node) in reading.entries(node) {
        let Some(text) = legal_text(reading, id, node) else { continue };
        numbers.check(reading, span, &text);
        all.push(text);
    }
    all
}

fn legal_text(reading: &mut Reading<'_>, id: Id, node: &Node) -> Option<LegalText> {
    let map = reading.map(node, &shape::LEGAL_TEXT)?;
    let number = reading.required(&map, "number", Reading::string).unwrap_or_default();
    let name = reading.optional(&map, "name", Reading::text);
    let title = if map.has("name") && !map.has("title") {
        name
    } else {
        reading.required(&map, "title", Reading::text)
    };
    numbers::check(reading, &map, &number);
    if let Some(title) = &title {
        numbers::check_title(reading, &map, &number, &title.main);
    }
    let issued = reading.optional(&map, "issued", Reading::issue_date);
    let effective = reading.optional(&map, "effective", Reading::date);
    issued::check(reading, &number, issued.zip(map.get("issued")), effective.zip(map.get("effective")));
    let until = reading.optional(&map, "until", Reading::date);
    parts::in_order(reading, &map, "effective", effective, until);
    let replaced_by = reading.optional(&map, "replaced_by", |it, node| it.reference(node, Kind::Legal));
    if let Some(node) = map.get("replaced_by").filter(|_| replaced_by.as_ref() == Some(&id)) {
        let words = related_to_itself::words(id.as_str());
        reading.report(&related_to_itself::RULE, node.span.clone(), words);
    }
    Some(LegalText {
        id,
        number,
        title: title.unwrap_or_default(),
        url: reading.optional(&map, "url", Reading::url),
        issued,
        effective,
        until,
        replaced_by,
        note: reading.optional(&map, "note", Reading::text),
        unconfirmed: reading.optional(&map, "unconfirmed", Reading::boolean).unwrap_or(false),
    })
}

/// Each term is explained once.
pub(super) fn glossary(reading: &mut Reading<'_>, node: &Node) -> Vec<GlossaryEntry> {
    let mut first: BTreeMap<String, Id> = BTreeMap::new();
    let mut all = Vec::new();
    for (id, span, node) in reading.entries(node) {
        let Some(entry) = term(reading, id, node) else { continue };
        match first.entry(entry.term.main.to_lowercase()) {
            Entry::Vacant(free) => drop(free.insert(entry.id.clone())),
            Entry::Occupied(taken) => {
                let words = synonym_clash::words_of_term(&entry.term.main, taken.get().as_str());
                reading.report(&synonym_clash::RULE, span, words);
            }
        }
        all.push(entry);
    }
    all
}

fn term(reading: &mut Reading<'_>, id: Id, node: &Node) -> Option<GlossaryEntry> {
    if let Value::Scalar(_) = node.value {
        reading.wrong_kind(node, ["nhóm khoá", "a map"], Some(["{meaning: ".to_owned(), "}".to_owned()]));
        return None;
    }
    let map = reading.map(node, &shape::GLOSSARY_ENTRY)?;
    let term = reading.optional(&map, "term", Reading::text);
    let meaning = reading.required(&map, "meaning", Reading::text)?;
    let also = reading.list(&map, "also", Reading::string);
    let term = term.unwrap_or_else(|| Text::plain(id.as_str().replace('-', " ")));
    Some(GlossaryEntry { id, term, meaning, also })
}

pub(super) fn synonyms(reading: &mut Reading<'_>, id: Id, node: &Node) -> Option<SynonymGroup> {
    let written = &reading.source.text[node.span.clone()];
    let better = match node.value {
        Value::Scalar(_) if !written.starts_with(['"', '\'', '|', '>']) => {
            Some(format!("{{words: [{written}]}}"))
        }
        Value::List(_) if written.starts_with('[') => Some(format!("{{words: {written}}}")),
        _ => None,
    };
    if let Some(better) = better.filter(|it| !it.contains('\n')) {
        reading.report_map(node, &better);
        return None;
    }
    let map = reading.map(node, &shape::SYNONYM_GROUP)?;
    let said = |it: &mut Reading<'_>, node: &Node, one_way: bool| {
        let text = it.string(node)?;
        let group = id.to_string();
        it.mentions.synonyms.push(Said { group, text: text.clone(), span: node.span.clone(), one_way });
        Some(text)
    };
    let item = map.item("words");
    let words = reading
        .required(&map, "words", |it, node| Some(it.items(node, item, |it, node| said(it, node, false))))?;
    let one_way = reading.list(&map, "one_way", |it, node| said(it, node, true));
    Some(SynonymGroup { id, words, one_way })
}

pub(super) fn journey(reading: &mut Reading<'_>, node: &Node, id: &Id) -> Option<Journey> {
    let map = reading.map(node, &shape::JOURNEY)?;
    parts::own_id(reading, &map, id);
    Some(Journey {
        id: id.clone(),
        address: Address::journey(id),
        title: reading.required(&map, "title", Reading::title).unwrap_or_default(),
        summary: reading.optional(&map, "summary", Reading::text),
        audiences: references(reading, &map, "audiences", Kind::Audience),
        steps: reading
            .required(&map, "steps", |it, node| Some(journey_steps(it, &map, node)))
            .unwrap_or_default(),
        sources: reading.list(&map, "sources", parts::source),
        unconfirmed: reading.optional(&map, "unconfirmed", Reading::boolean).unwrap_or(false),
        prose: BTreeMap::new(),
    })
}

/// At least one, and the first stands in no other's place.
fn journey_steps(reading: &mut Reading<'_>, map: &Map<'_>, node: &Node) -> Vec<JourneyStep> {
    let steps = reading.items(node, map.item("steps"), journey_step);
    match &node.value {
        Value::List(list) if list.is_empty() => {
            reading.report(&empty_value::RULE, node.span.clone(), empty_value::words("steps"));
        }
        Value::List(list) if steps.len() == list.len() && steps[0].or => {
            reading.report(&journey_order::RULE, list[0].span.clone(), journey_order::words_of_or());
        }
        _ => {}
    }
    steps
}

fn journey_step(reading: &mut Reading<'_>, node: &Node) -> Option<JourneyStep> {
    if let Value::Scalar(text) = &node.value
        && let Some(id) = reading.ground.names.get(Kind::Procedure, &as_id(text))
    {
        reading.report_map(node, &format!("{{procedure: {id}}}"));
        return None;
    }
    let map = reading.map(node, &shape::JOURNEY_STEP)?;
    let procedure = reading.optional(&map, "procedure", |it, node| it.reference(node, Kind::Procedure));
    let title = if map.has("procedure") {
        reading.optional(&map, "title", Reading::text)
    } else {
        reading.required(&map, "title", Reading::text)
    };
    if let (true, Some(time)) = (map.has("procedure"), map.get("time")) {
        let words = idle_key::words("time", ["procedure", "…"], None);
        reading.report(&idle_key::RULE, time.span.clone(), words);
    }
    Some(JourneyStep {
        procedure,
        title,
        text: reading.optional(&map, "text", Reading::text),
        optional: reading.optional(&map, "optional", Reading::boolean).unwrap_or(false),
        or: reading.optional(&map, "or", Reading::boolean).unwrap_or(false),
        time: reading.optional(&map, "time", Reading::time),
    })
}

/// A translation may leave its title to the page in the main language.
pub(super) fn page(reading: &mut Reading<'_>, node: &Node, name: &str, lang: Lang) -> Option<Page> {
    let map = reading.map(node, &shape::PAGE)?;
    let is_main = lang == reading.ground.languages[0];
    let title = if is_main {
        reading.required(&map, "title", Reading::title)
    } else {
        reading.optional(&map, "title", Reading::title)
    };
    if let Some(aliases) = map.get("aliases").filter(|_| !is_main) {
        let words = translation_with_data::words_of_page("aliases", name);
        reading.report(&translation_with_data::RULE, aliases.span.clone(), words);
    }
    Some(Page {
        name: name.to_owned(),
        address: Address::page(name),
        title: title.unwrap_or_default(),
        summary: reading.optional(&map, "summary", Reading::text),
        aliases: reading.list(&map, "aliases", parts::alias),
        prose: BTreeMap::new(),
    })
}
