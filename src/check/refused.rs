//! Files that reading could not take, or that content cannot name, told as diagnostics.

use std::collections::BTreeSet;

use super::misnamed::{original, spelt};
use super::near::as_id;
use super::note;
use super::parts::odd_in_path;
use super::roles::{Role, meant, of_each, role};
use super::rules::{
    bad_file_name, file_too_large, no_content, not_a_file, not_utf8, unknown_file, unreadable_file,
};
use super::scan::Scan;
use crate::diagnostic::{Diagnostic, Rule, Words};
use crate::source::{Refusal, Refused, Sources};
use crate::text::{is_nfc, nfc};

pub(super) fn diagnostics(refused: &[Refused]) -> Vec<Diagnostic> {
    refused
        .iter()
        .map(|it| {
            let (rule, [message, help]) = words(&it.path, &it.why);
            Diagnostic { rule, path: it.path.as_str().into(), span: None, message, help }
        })
        .collect()
}

fn words(path: &str, why: &Refusal) -> (&'static Rule, [Words; 2]) {
    match why {
        Refusal::NotUtf8 { offset } => (&not_utf8::RULE, not_utf8::words(offset + 1)),
        Refusal::TooLarge { bytes, limit } => (&file_too_large::RULE, file_too_large::words(*bytes, *limit)),
        Refusal::Folder => (&not_a_file::RULE, not_a_file::words_of_folder()),
        Refusal::NotAFile => (&not_a_file::RULE, not_a_file::words()),
        Refusal::Unreadable { kind, reason } => {
            (&unreadable_file::RULE, unreadable_file::words(*kind, reason))
        }
        Refusal::Name { sign: Some(sign) } => {
            (&bad_file_name::RULE, bad_file_name::words_of_sign(*sign, &plain(path)))
        }
        Refusal::Name { sign: None } => (&bad_file_name::RULE, bad_file_name::words()),
        Refusal::UnknownKind => (&unknown_file::RULE, unknown(path)),
    }
}

/// Of a file that is no kind of content: what it should be called.
pub(super) fn unknown(path: &str) -> [Words; 2] {
    match of_each(path) {
        Some(path) => unknown_file::words_of_each(&path),
        None => match copied(path) {
            Some(original) => unknown_file::words_of_copy(&original),
            None => match (meant(path), spelt(path)) {
                (None, Some(record)) => unknown_file::words_of_record(&record),
                (meant, _) => unknown_file::words(meant.as_deref()),
            },
        },
    }
}

/// The file of the content of which this is a copy, by its name.
fn copied(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/')?;
    let (stem, ending) = name.rsplit_once('.')?;
    let path = format!("{folder}/{}.{ending}", original(stem)?);
    role(&path).is_some().then_some(path)
}

/// Nothing to make a site of, where there is not even a file that could not be taken.
pub(super) fn nothing(sources: &Sources) -> Option<Diagnostic> {
    let is_empty = sources.files.is_empty() && sources.refused.is_empty();
    let [message, help] = is_empty.then(no_content::words)?;
    Some(Diagnostic { rule: &no_content::RULE, path: "content".into(), span: None, message, help })
}

/// Files, and folders of files, whose names look like what is typed and are other bytes.
pub(super) fn decomposed(sources: &Sources) -> Vec<Diagnostic> {
    let files = sources.files.iter().filter(|it| !it.path.is_ascii()).map(|it| it.path.to_string());
    let forms = sources.forms.iter().map(|it| format!("content/{}", it.path));
    let odd: BTreeSet<String> =
        files.chain(forms).filter_map(|it| odd_part(&it).map(str::to_owned)).collect();
    odd.into_iter()
        .map(|path| {
            let [message, help] = bad_file_name::words_of_decomposed(&plain(&path));
            Diagnostic { rule: &bad_file_name::RULE, path: path.into(), span: None, message, help }
        })
        .collect()
}

/// A page whose name its address cannot have; where that is the name of a copy, it is told already.
pub(super) fn page(file: &Scan, name: &str) -> Option<Diagnostic> {
    let name = nfc(name);
    let part = name.split('/').find(|it| odd_in_path(it).is_some()).filter(|_| !file.is_copy())?;
    let better = if name.ends_with(part) { plain(&file.source.path) } else { as_id(part) };
    let words = bad_file_name::words_of_page(odd_in_path(part)?, &better);
    Some(note(&file.source, &bad_file_name::RULE, None, words))
}

/// The path down to the first part that is decomposed.
fn odd_part(path: &str) -> Option<&str> {
    if is_nfc(path) {
        return None;
    }
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    let odd = ends.map(|end| &path[..end]).find(|it| !is_nfc(it))?;
    // A name that has to be an id is told of as such.
    let is_told = odd == path && matches!(role(path), None | Some(Role::Record(_) | Role::Prose(..)));
    (!is_told || path.starts_with("content/files/")).then_some(odd)
}

/// The last part of a path as every system, link and editor takes it.
fn plain(path: &str) -> String {
    let name = nfc(path.rsplit('/').next().unwrap_or(path)).into_owned();
    match name.split_once('.') {
        Some((stem, endings)) => format!("{}.{endings}", as_id(stem)),
        None => as_id(&name),
    }
}

#[cfg(test)]
mod tests;
