//! Files that reading could not take, told as diagnostics.

use super::rules::{bad_file_name, file_too_large, not_a_file, not_utf8, unknown_file, unreadable_file};
use crate::diagnostic::{Diagnostic, Rule, Words};
use crate::source::{Refusal, Refused};

pub(super) fn diagnostics(refused: &[Refused]) -> Vec<Diagnostic> {
    refused
        .iter()
        .map(|it| {
            let (rule, [message, help]) = words(&it.why);
            Diagnostic { rule, path: it.path.clone(), span: None, message, help }
        })
        .collect()
}

fn words(why: &Refusal) -> (&'static Rule, [Words; 2]) {
    match why {
        Refusal::NotUtf8 { offset } => (&not_utf8::RULE, not_utf8::words(offset + 1)),
        Refusal::TooLarge { bytes, limit } => (&file_too_large::RULE, file_too_large::words(*bytes, *limit)),
        Refusal::Folder | Refusal::NotAFile => (&not_a_file::RULE, not_a_file::words()),
        Refusal::Unreadable { reason } => (&unreadable_file::RULE, unreadable_file::words(reason)),
        Refusal::Name => (&bad_file_name::RULE, bad_file_name::words()),
        Refusal::UnknownKind => (&unknown_file::RULE, unknown_file::words()),
    }
}
