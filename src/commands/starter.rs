//! Starter files: a record with its explanations, ready to be filled in.

use std::collections::BTreeMap;

use super::new::Kind;
use crate::diagnostic::Language;
use crate::model::{Catalogue, Id, Status};
use crate::source::front_matter::split;
use crate::source::{SourceFile, Sources};

/// What is wanted.
pub(super) struct Wanted<'a> {
    pub(super) kind: Kind,
    pub(super) id: &'a Id,
    pub(super) title: &'a str,
    /// Of a procedure; the catalogue's first if nobody said.
    pub(super) field: Option<&'a Id>,
    pub(super) language: Language,
}

/// Names shown in an explanation; more would hide it.
const SHOWN: usize = 12;

/// The wanted file, then what it refers to and the catalogue does not have yet.
pub(super) fn starters(wanted: &Wanted<'_>, catalogue: &Catalogue, sources: &Sources) -> Vec<SourceFile> {
    let Wanted { kind, id, language, .. } = *wanted;
    let vietnamese = language == Language::Vi;
    let mut company = Vec::new();
    let field = wanted.field.or(catalogue.fields.first().map(|it| &it.id)).map(Id::to_string);
    let field = field.unwrap_or_else(|| {
        let (id, text) = if vietnamese { FIRST_FIELD_VI } else { FIRST_FIELD_EN };
        company.push(SourceFile::new("content/fields.yaml", text));
        id.to_owned()
    });
    let first_agency = || {
        let (id, title) = if vietnamese { FIRST_AGENCY_VI } else { FIRST_AGENCY_EN };
        let text = filled(template(Kind::Agency, language), &[("title", quoted(title))]);
        company.push(SourceFile::new(format!("content/agencies/{id}.yaml"), text));
        id.to_owned()
    };
    let agency = usual_agency(catalogue).map_or_else(first_agency, Id::to_string);
    if kind != Kind::Procedure {
        company.clear();
    }
    let ids = |ids: Vec<&Id>| (list(&ids), ids.first().map_or_else(|| "…".to_owned(), ToString::to_string));
    let (audiences, audience) = ids(catalogue.audiences.iter().map(|it| &it.id).collect());
    let shown = |status: &Status| !matches!(status, Status::Draft | Status::Withdrawn { .. });
    let shown = catalogue.procedures.iter().filter(|it| shown(&it.status));
    let (procedures, procedure) = ids(shown.map(|it| &it.id).collect());
    let words = [
        ("title", quoted(wanted.title)),
        ("fields", ids(catalogue.fields.iter().map(|it| &it.id).collect()).0),
        ("agencies", ids(catalogue.agencies.keys().collect()).0),
        ("audiences", audiences),
        ("procedures", procedures),
        ("agency", agency),
        ("audience", audience),
        ("procedure", procedure),
        ("field", field.clone()),
    ];
    // Beside the prose that waits for its record.
    let folder = match named(kind, id, sources).next().and_then(|it| it.path.rsplit_once('/')) {
        Some((folder, _)) => format!("{folder}/"),
        None if kind == Kind::Procedure => folder(&field, catalogue, sources),
        None => home(kind).to_owned(),
    };
    let path = format!("{folder}{id}.{}", if kind == Kind::Page { "md" } else { "yaml" });
    company.insert(0, SourceFile::new(path, filled(template(kind, language), &words)));
    company
}

/// Where entries of that kind lie.
fn home(kind: Kind) -> &'static str {
    match kind {
        Kind::Procedure => "content/procedures/",
        Kind::Agency => "content/agencies/",
        Kind::Office => "content/offices/",
        Kind::Journey => "content/journeys/",
        Kind::Choice => "content/choices/",
        Kind::Page => "content/pages/",
    }
}

/// The files of that id, in any language.
pub(super) fn named<'a>(kind: Kind, id: &Id, sources: &'a Sources) -> impl Iterator<Item = &'a SourceFile> {
    sources.files.iter().filter(move |it| it.path.starts_with(home(kind)) && it.stem() == id.as_str())
}

/// Markdown that says nothing of a record, which it needs beside it.
pub(super) fn is_prose(file: &SourceFile) -> bool {
    file.path.ends_with(".md") && split(&file.text).is_ok_and(|it| it.front.is_none())
}

const FIRST_FIELD_VI: (&str, &str) = (
    "linh-vuc-chung",
    "# Lĩnh vực, theo thứ tự hiện trên trang. Sửa tên cho đúng rồi thêm các lĩnh vực khác.\n\
     linh-vuc-chung: {title: \"Lĩnh vực chung\"}\n",
);
const FIRST_FIELD_EN: (&str, &str) = (
    "general",
    "# Fields, in the order in which the site shows them. Put in your own names.\n\
     general: {title: \"General\"}\n",
);
const FIRST_AGENCY_VI: (&str, &str) = ("don-vi-cua-toi", "Đơn vị của tôi");
const FIRST_AGENCY_EN: (&str, &str) = ("my-agency", "My agency");

fn template(kind: Kind, language: Language) -> &'static str {
    let [vi, en] = match kind {
        Kind::Procedure => {
            [include_str!("starters/procedure.vi.yaml"), include_str!("starters/procedure.en.yaml")]
        }
        Kind::Agency => [include_str!("starters/agency.vi.yaml"), include_str!("starters/agency.en.yaml")],
        Kind::Office => [include_str!("starters/office.vi.yaml"), include_str!("starters/office.en.yaml")],
        Kind::Journey => [include_str!("starters/journey.vi.yaml"), include_str!("starters/journey.en.yaml")],
        Kind::Choice => [include_str!("starters/choice.vi.yaml"), include_str!("starters/choice.en.yaml")],
        Kind::Page => [include_str!("starters/page.vi.md"), include_str!("starters/page.en.md")],
    };
    if language == Language::Vi { vi } else { en }
}

/// Puts words in the place of `<<name>>`; what has none becomes `…`. Words are not looked at again.
fn filled(template: &str, words: &[(&str, String)]) -> String {
    let mut parts = template.split("<<");
    let mut out = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (name, rest) = part.split_once(">>").unwrap_or((part, ""));
        out.push_str(words.iter().find(|(it, _)| *it == name).map_or("…", |(_, words)| words));
        out.push_str(rest);
    }
    out
}

/// As YAML takes any text at all.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn list(ids: &[&Id]) -> String {
    let mut names: Vec<&str> = ids.iter().take(SHOWN).map(|it| it.as_str()).collect();
    if ids.is_empty() || SHOWN < ids.len() {
        names.push("…");
    }
    names.join(", ")
}

/// The one that most procedures name; else the first there is.
fn usual_agency(catalogue: &Catalogue) -> Option<&Id> {
    let mut counts: BTreeMap<&Id, usize> = catalogue.agencies.keys().map(|it| (it, 0)).collect();
    for procedure in catalogue.procedures.iter() {
        *counts.entry(&procedure.agency).or_default() += 1;
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(id, _)| id)
}

/// Where procedures of the field already lie: `content/procedures/cap-dien-moi/`.
fn folder(field: &str, catalogue: &Catalogue, sources: &Sources) -> String {
    let of_field = |file: &&SourceFile| {
        let id = file.stem().parse().ok();
        id.and_then(|id| catalogue.procedure(&id)).is_some_and(|it| it.field.as_str() == field)
    };
    let files = sources.files.iter().filter(|it| it.path.starts_with(home(Kind::Procedure)));
    let first = { files }.find(of_field).and_then(|it| it.path.rsplit_once('/'));
    first.map_or_else(|| home(Kind::Procedure).to_owned(), |(folder, _)| format!("{folder}/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_put_in_once() {
        let words = [("title", quoted("a \"b\": <<field>>\n")), ("field", "f".to_owned())];
        assert_eq!(filled("x: <<title>> <<field>> <<no>>", &words), "x: \"a \\\"b\\\": <<field>>\\n\" f …");
    }
}
