//! `api/v1/`: the catalogue for programs, as JSON, CSV and linked data.
//!
//! One file a field and form, so that a change of one procedure changes three small files and
//! nobody has to take everything. `openapi.json` describes them.

mod linked;
mod table;

use serde::Serialize;

use super::absolute;
use crate::config::SiteConfig;
use crate::derive::{OpenIndex, OpenProcedure, SiteViews};
use crate::model::Field;
use crate::output::OutputFile;

const FOLDER: &str = "api/v1";

/// Bytes that most procedures have room in.
const RECORD: usize = 6 << 10;
const SERVICE: usize = 3 << 10;

/// The description of these files, in the terms of `OpenAPI` 3.1; the schemas in it are tested.
const DESCRIPTION: &str = include_str!("openapi.json");

#[derive(Serialize)]
struct Whole<'a> {
    field: &'a str,
    procedures: &'a [OpenProcedure<'a>],
}

/// The procedures of one field, in three forms.
pub(super) fn of_field(site: &SiteViews<'_>, field: &Field, config: &SiteConfig) -> Vec<OutputFile> {
    let procedures = site.open_field(field);
    let path = |ending: &str| format!("{FOLDER}/procedures/{}.{ending}", field.id);
    let whole = Whole { field: field.id.as_str(), procedures: &procedures };
    let root = absolute(config, "").unwrap_or_else(|| "../../../".to_owned());
    vec![
        json(path("json"), &whole, procedures.len() * RECORD),
        OutputFile::text(path("csv"), table::table(&procedures)),
        json(path("jsonld"), &linked::services(&procedures, &root), procedures.len() * SERVICE),
    ]
}

/// What the files of all fields refer to, and the description of all.
pub(super) fn index(site: &SiteViews<'_>, config: &SiteConfig) -> Vec<OutputFile> {
    let index: OpenIndex<'_> = site.open_index();
    let root = absolute(config, "").unwrap_or_else(|| "../../".to_owned());
    let server = absolute(config, FOLDER).unwrap_or_else(|| ".".to_owned());
    let quoted = serde_json::to_string(&server).expect("a string is JSON");
    vec![
        json(format!("{FOLDER}/index.json"), &index, 0),
        json(format!("{FOLDER}/agencies.jsonld"), &linked::organisations(&index.agencies, &root), 0),
        OutputFile::text(format!("{FOLDER}/openapi.json"), DESCRIPTION.replace("\"SERVER\"", &quoted)),
    ]
}

/// `room` is in bytes; a file that has not enough is copied as it grows.
fn json(path: String, value: &impl Serialize, room: usize) -> OutputFile {
    let mut bytes = Vec::with_capacity(room);
    serde_json::to_writer(&mut bytes, value).expect("records are JSON");
    OutputFile::new(path, bytes)
}
