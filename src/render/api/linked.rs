//! Linked data in the European vocabulary for public services, CPSV-AP 3.2, as JSON-LD.

use serde::Serialize;
use serde_json::{Value, json};

use crate::derive::{Number, OpenAgency, OpenProcedure, Texts};

/// Inside each file, so that nothing is fetched to read it.
fn context(base: &str) -> Value {
    json!({
        "@base": base,
        "cpsv": "http://purl.org/vocab/cpsv#",
        "cv": "http://data.europa.eu/m8g/",
        "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "locn": "http://www.w3.org/ns/locn#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "label": {"@id": "skos:prefLabel", "@container": "@language"},
        "area": "dct:spatial",
        "areaName": {"@id": "locn:geographicName", "@container": "@language"},
        "title": {"@id": "dct:title", "@container": "@language"},
        "description": {"@id": "dct:description", "@container": "@language"},
        "identifier": "dct:identifier",
        "authority": {"@id": "cv:hasCompetentAuthority", "@type": "@id"},
        "evidence": "cv:hasInputType",
        "channel": "cv:hasChannel",
        "page": {"@id": "foaf:page", "@type": "@id"},
        "cost": "cv:hasCost",
        "value": {"@id": "cv:value", "@type": "xsd:double"},
        "currency": {"@id": "cv:currency", "@type": "@id"},
        "time": {"@id": "cv:processingTime", "@type": "xsd:duration"},
        "produces": "cpsv:produces"
    })
}

#[derive(Serialize)]
pub(super) struct Graph<T> {
    #[serde(rename = "@context")]
    context: Value,
    #[serde(rename = "@graph")]
    graph: Vec<T>,
}

pub(super) fn services<'a>(procedures: &'a [OpenProcedure<'a>], root: &str) -> Graph<Service<'a>> {
    Graph { context: context(root), graph: procedures.iter().map(service).collect() }
}

pub(super) fn organisations<'a>(agencies: &'a [OpenAgency<'a>], root: &str) -> Graph<Organisation<'a>> {
    let organisation = |it: &'a OpenAgency<'a>| Organisation {
        id: it.address,
        kind: "cv:PublicOrganisation",
        identifier: it.id,
        title: &it.title,
        label: &it.title,
        area: it.area.as_ref().map(|it| Location { kind: "dct:Location", area_name: it }),
    };
    Graph { context: context(root), graph: agencies.iter().map(organisation).collect() }
}

#[derive(Serialize)]
pub(super) struct Organisation<'a> {
    #[serde(rename = "@id")]
    id: &'a str,
    #[serde(rename = "@type")]
    kind: &'static str,
    identifier: &'a str,
    title: &'a Texts<'a>,
    label: &'a Texts<'a>,
    area: Option<Location<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    area_name: &'a Texts<'a>,
}

#[derive(Serialize)]
pub(super) struct Service<'a> {
    #[serde(rename = "@id")]
    id: &'a str,
    #[serde(rename = "@type")]
    kind: &'static str,
    identifier: &'a str,
    title: &'a Texts<'a>,
    description: Option<&'a Texts<'a>>,
    authority: &'a str,
    evidence: Vec<Titled<'a>>,
    channel: Vec<Channel<'a>>,
    cost: Vec<Cost<'a>>,
    time: Option<&'a str>,
    produces: Vec<Titled<'a>>,
}

/// A paper that goes in, or what comes out.
#[derive(Serialize)]
struct Titled<'a> {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    kind: &'static str,
    identifier: String,
    title: &'a Texts<'a>,
}

#[derive(Serialize)]
struct Channel<'a> {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    kind: &'static str,
    identifier: &'static str,
    page: Option<&'a str>,
}

#[derive(Serialize)]
struct Cost<'a> {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    kind: &'static str,
    identifier: String,
    description: Vietnamese<'a>,
    value: Option<Number>,
    currency: Option<String>,
}

#[derive(Serialize)]
struct Vietnamese<'a> {
    vi: &'a str,
}

fn service<'a>(it: &'a OpenProcedure<'a>) -> Service<'a> {
    let part = |kind: &str, nth: usize| format!("{}#{kind}-{}", it.address, nth + 1);
    let titled = |kind, name: &str, nth, title| {
        let id = part(name, nth);
        Titled { identifier: id.clone(), id, kind, title }
    };
    let papers = it.documents.iter().flat_map(|it| &it.any_of).enumerate();
    let fees = it.terms.iter().filter_map(|it| it.fee.as_ref()).enumerate();
    // Only where it is one, and a duration: a number of working days is none.
    let mut times: Vec<&str> =
        it.terms.iter().filter_map(|it| it.time.as_ref()?.duration.as_deref()).collect();
    times.dedup();
    Service {
        id: it.address,
        kind: "cpsv:PublicService",
        identifier: it.code.unwrap_or(it.id),
        title: &it.title,
        description: it.summary.as_ref(),
        authority: it.agency_address,
        evidence: papers.map(|(nth, it)| titled("cv:EvidenceType", "evidence", nth, &it.name)).collect(),
        channel: (it.channels.iter().enumerate())
            .map(|(nth, it)| Channel {
                id: part("channel", nth),
                kind: "cv:Channel",
                identifier: it.kind,
                page: it.url,
            })
            .collect(),
        cost: fees
            .map(|(nth, fee)| {
                let id = part("cost", nth);
                let currency = |it| format!("http://publications.europa.eu/resource/authority/currency/{it}");
                Cost {
                    identifier: id.clone(),
                    id,
                    kind: "cv:Cost",
                    description: Vietnamese { vi: &fee.text },
                    value: fee.most,
                    currency: fee.currency.map(currency),
                }
            })
            .collect(),
        time: if let [time] = times[..] { Some(time) } else { None },
        produces: (it.results.iter().enumerate())
            .map(|(nth, it)| titled("cv:Output", "output", nth, &it.name))
            .collect(),
    }
}
