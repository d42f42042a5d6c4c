//! What procedures name: fields, audiences, agencies, offices, papers, legal texts.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::Texts;
use crate::derive::site::{Site, is_listed};
use crate::model::{HttpsUrl, Id, OfficeKind, Phone, Text};

#[derive(Serialize)]
pub struct OpenIndex<'a> {
    pub title: &'a str,
    /// The languages of the site, the main one first.
    pub languages: Vec<&'a str>,
    pub fields: Vec<OpenField<'a>>,
    audiences: Vec<OpenEntry<'a>>,
    pub agencies: Vec<OpenAgency<'a>>,
    offices: Vec<OpenOffice<'a>>,
    papers: Vec<OpenEntry<'a>>,
    legal: Vec<OpenLegalText<'a>>,
}

#[derive(Serialize)]
pub struct OpenField<'a> {
    pub id: &'a str,
    title: Texts<'a>,
    /// How many procedures.
    count: usize,
}

#[derive(Serialize)]
struct OpenEntry<'a> {
    id: &'a str,
    title: Texts<'a>,
}

#[skip_serializing_none]
#[derive(Serialize)]
pub struct OpenAgency<'a> {
    pub id: &'a str,
    /// From the site's root.
    pub address: &'a str,
    pub title: Texts<'a>,
    parent: Option<&'a str>,
    hotline: Option<&'a str>,
    email: Option<&'a str>,
    site: Option<&'a str>,
    /// In words: whom it serves.
    pub area: Option<Texts<'a>>,
}

#[skip_serializing_none]
#[derive(Serialize)]
struct OpenOffice<'a> {
    id: &'a str,
    address: &'a str,
    title: Texts<'a>,
    /// `one-stop` or `transaction-room`.
    kind: &'static str,
    agency: Option<&'a str>,
    street: Option<Texts<'a>>,
    province: &'a str,
    earlier_names: Vec<&'a str>,
    phone: Option<&'a str>,
    /// Latitude and longitude in degrees.
    position: Option<(f64, f64)>,
}

#[skip_serializing_none]
#[derive(Serialize)]
struct OpenLegalText<'a> {
    id: &'a str,
    number: &'a str,
    title: Texts<'a>,
    url: Option<&'a str>,
    effective: Option<String>,
    /// Last day in force.
    until: Option<String>,
}

impl<'a> Site<'a> {
    pub(in crate::derive) fn open_index(&self) -> OpenIndex<'a> {
        let catalogue = self.catalogue;
        let main = self.main;
        let text = |it: &'a Text| Texts(it, main);
        OpenIndex {
            title: &self.config.title,
            languages: self.config.languages.iter().map(String::as_str).collect(),
            fields: (catalogue.fields.iter())
                .map(|field| OpenField {
                    id: field.id.as_str(),
                    title: text(&field.title),
                    count: catalogue
                        .procedures
                        .iter()
                        .filter(|it| it.field == field.id && is_listed(it))
                        .count(),
                })
                .collect(),
            audiences: (catalogue.audiences.iter())
                .map(|it| OpenEntry { id: it.id.as_str(), title: text(&it.title) })
                .collect(),
            agencies: (catalogue.agencies.values())
                .map(|it| OpenAgency {
                    id: it.id.as_str(),
                    address: it.address.as_str(),
                    title: text(&it.title),
                    parent: it.parent.as_ref().map(Id::as_str),
                    hotline: it.hotline.as_ref().map(Phone::as_str),
                    email: it.email.as_deref(),
                    site: it.site.as_ref().map(HttpsUrl::as_str),
                    area: it.area.as_ref().map(text),
                })
                .collect(),
            offices: (catalogue.offices.values())
                .map(|it| OpenOffice {
                    id: it.id.as_str(),
                    address: it.address.as_str(),
                    title: text(&it.title),
                    kind: match it.kind {
                        OfficeKind::OneStop => "one-stop",
                        OfficeKind::TransactionRoom => "transaction-room",
                    },
                    agency: it.agency.as_ref().map(Id::as_str),
                    street: it.street.as_ref().map(text),
                    province: &it.province,
                    earlier_names: it.earlier_names.iter().map(String::as_str).collect(),
                    phone: it.phone.as_ref().map(Phone::as_str),
                    position: it.position,
                })
                .collect(),
            papers: (catalogue.papers.values())
                .map(|it| OpenEntry { id: it.id.as_str(), title: text(&it.title) })
                .collect(),
            legal: (catalogue.legal.values())
                .map(|it| OpenLegalText {
                    id: it.id.as_str(),
                    number: &it.number,
                    title: text(&it.title),
                    url: it.url.as_ref().map(HttpsUrl::as_str),
                    effective: it.effective.map(|it| it.to_string()),
                    until: it.until.map(|it| it.to_string()),
                })
                .collect(),
        }
    }
}
