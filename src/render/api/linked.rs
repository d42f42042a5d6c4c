//! Linked data in the European vocabulary for public services, CPSV-AP 3.2, as JSON-LD.

use serde::Serialize;
use serde_json::{Value, json};

use crate::derive::{OpenAgency, OpenProcedure};

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
pub(super) struct Graph {
    #[serde(rename = "@context")]
    context: Value,
    #[serde(rename = "@graph")]
    graph: Vec<Value>,
}

pub(super) fn services(procedures: &[OpenProcedure<'_>], root: &str) -> Graph {
    Graph { context: context(root), graph: procedures.iter().map(service).collect() }
}

pub(super) fn organisations(agencies: &[OpenAgency<'_>], root: &str) -> Graph {
    let graph = agencies
        .iter()
        .map(|it| {
            let area = it.area.as_ref().map(|it| json!({"@type": "dct:Location", "areaName": it}));
            json!({
                "@id": it.address,
                "@type": "cv:PublicOrganisation",
                "identifier": it.id,
                "title": it.title,
                "label": it.title,
                "area": area,
            })
        })
        .collect();
    Graph { context: context(root), graph }
}

fn service(it: &OpenProcedure<'_>) -> Value {
    let part = |kind: &str, nth: usize| format!("{}#{kind}-{}", it.address, nth + 1);
    let evidence: Vec<Value> = (it.documents.iter().flat_map(|it| &it.any_of).enumerate())
        .map(|(nth, paper)| json!({"@id": part("evidence", nth), "@type": "cv:EvidenceType", "identifier": part("evidence", nth), "title": paper.name}))
        .collect();
    let channel: Vec<Value> = (it.channels.iter().enumerate())
        .map(|(nth, channel)| {
            json!({"@id": part("channel", nth), "@type": "cv:Channel", "identifier": channel.kind, "page": channel.url})
        })
        .collect();
    let cost: Vec<Value> = (it.terms.iter().filter_map(|it| it.fee.as_ref()).enumerate())
        .map(|(nth, fee)| {
            let code = fee.currency.map(|it| format!("http://publications.europa.eu/resource/authority/currency/{it}"));
            json!({"@id": part("cost", nth), "@type": "cv:Cost", "identifier": part("cost", nth), "description": {"vi": fee.text}, "value": fee.most, "currency": code})
        })
        .collect();
    let produces: Vec<Value> = (it.results.iter().enumerate())
        .map(|(nth, result)| json!({"@id": part("output", nth), "@type": "cv:Output", "identifier": part("output", nth), "title": result.name}))
        .collect();
    // Only where it is one, and a duration: a number of working days is none.
    let mut times: Vec<&String> =
        it.terms.iter().filter_map(|it| it.time.as_ref()?.duration.as_ref()).collect();
    times.dedup();
    let time = if times.len() == 1 { Some(times[0]) } else { None };
    json!({
        "@id": it.address,
        "@type": "cpsv:PublicService",
        "identifier": it.code.unwrap_or(it.id),
        "title": it.title,
        "description": it.summary,
        "authority": format!("co-quan/{}/", it.agency),
        "evidence": evidence,
        "channel": channel,
        "cost": cost,
        "time": time,
        "produces": produces,
    })
}
