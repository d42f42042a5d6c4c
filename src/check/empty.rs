//! Files with nothing in them.

use super::files::Scan;
use super::ground::{Ground, Kind};
use super::note;
use super::roles::Role;
use super::rules::empty_file;
use crate::diagnostic::Diagnostic;
use crate::model::Id;
use crate::shape::{self, Need, Shape};
use crate::source::tree::{Node, Value};

/// What is said of a file whose YAML, its front matter included, says nothing.
pub(super) fn yaml(file: &Scan, tree: &Node<'_>, ground: &Ground) -> Option<Diagnostic> {
    (tree.value == Value::Null).then(|| told(file, ground)).flatten()
}

/// The same of a page without front matter and without a word.
pub(super) fn page(file: &Scan, ground: &Ground) -> Option<Diagnostic> {
    file.source
        .text
        .trim_matches(['\u{feff}', ' ', '\t', '\r', '\n'])
        .is_empty()
        .then(|| told(file, ground))
        .flatten()
}

/// `None` for what may be empty: registries, and prose beside a record.
fn told(file: &Scan, ground: &Ground) -> Option<Diagnostic> {
    let (words, shape, command) = match file.role.as_ref()? {
        Role::Record(kind) | Role::Prose(kind, None) => of_record(*kind),
        Role::Calendar(_) => (["lịch nghỉ của một năm", "the days off of a year"], &shape::CALENDAR, None),
        Role::Page(..) => (["một trang", "a page"], &shape::PAGE, Some("page")),
        _ => return None,
    };
    // `new` takes no id of which there is a file.
    let command = command
        .filter(|_| !has_prose(file, ground))
        .map(|it| format!("thutuc new {it} {}{}", file.source.stem(), field(file, ground)));
    // Of a calendar nothing must be there.
    let keys: Vec<&str> =
        match shape.keys.iter().filter(|it| it.need == Need::Always).map(|it| it.name).collect() {
            keys if Vec::is_empty(&keys) => shape.names().take(1).collect(),
            keys => keys,
        };
    let words = empty_file::words(words, &keys, command.as_deref());
    Some(note(&file.source, &empty_file::RULE, None, words))
}

/// What it is, its keys, and what it is called in `thutuc new`.
fn of_record(kind: Kind) -> ([&'static str; 2], &'static Shape, Option<&'static str>) {
    match kind {
        Kind::Agency => (["một cơ quan", "an agency"], &shape::AGENCY, Some("agency")),
        Kind::Office => (["một nơi nộp", "an office"], &shape::OFFICE, Some("office")),
        Kind::Journey => (["một tình huống", "a journey"], &shape::JOURNEY, Some("journey")),
        Kind::Choice => {
            (["các câu hỏi chọn thủ tục", "questions that lead to a procedure"], &shape::CHOICE, None)
        }
        _ => (["một thủ tục", "a procedure"], &shape::PROCEDURE, Some("procedure")),
    }
}

fn has_prose(file: &Scan, ground: &Ground) -> bool {
    let own = &*file.source.path;
    let base =
        &own[..own.len() - own.rsplit('/').next().map_or(0, |name| name.len() - file.source.stem().len())];
    ground.paths().any(|it| it != own && it.strip_prefix(base).is_some_and(|it| it.starts_with('.')))
}

/// A procedure's folder is mostly named like its field.
fn field(file: &Scan, ground: &Ground) -> String {
    let folder = file.source.path.rsplit('/').nth(1).and_then(|it| it.parse::<Id>().ok());
    let known = folder.filter(|it| file.procedure().is_some() && ground.names.has(Kind::Field, it));
    known.map(|it| format!(" --field {it}")).unwrap_or_default()
}
