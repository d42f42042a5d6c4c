//! Queries that name a procedure by its code.

use super::files::{Files, span};
use crate::index::tables::{CODE, CODE_HEAD};
use crate::text::fold;

/// Documents whose code is in the query, whole or its beginning.
pub(super) fn codes(files: &Files<'_>, query: &str) -> Vec<u32> {
    let Some(chunk) = query.split_whitespace().find(|it| is_code(it)) else { return Vec::new() };
    let plain: String = fold(chunk).chars().filter(|it| it.is_alphanumeric()).collect();
    let found = with_code(files, &plain);
    if !found.is_empty() {
        return found;
    }
    match chunk.split_once('.') {
        Some((a, b)) if [a, b].iter().all(|it| it.bytes().all(|it| it.is_ascii_digit())) => {
            with_code(files, &format!("{a}{b:0>6}"))
        }
        _ => Vec::new(),
    }
}

fn is_code(chunk: &str) -> bool {
    let digits = |it: u8| it.is_ascii_digit();
    let bytes = chunk.as_bytes();
    let (first, last) = (bytes.first().copied().unwrap_or(0), bytes.last().copied().unwrap_or(0));
    let all = |extra: &dyn Fn(char) -> bool| chunk.chars().all(|it| it.is_ascii_digit() || extra(it));
    if digits(first) && digits(last) && 5 <= bytes.len() && all(&|it| it == '.') {
        return true;
    }
    let tail = chunk.trim_end_matches(|c: char| c.is_ascii_digit());
    tail.len() < chunk.len()
        && tail.ends_with(['.', '-'])
        && chunk.starts_with(char::is_alphabetic)
        && chunk.chars().all(|it| it.is_alphanumeric() || it == '.' || it == '-')
}

fn with_code(files: &Files<'_>, plain: &str) -> Vec<u32> {
    let cut = plain.char_indices().nth(CODE_HEAD).map_or(plain.len(), |(at, _)| at);
    let (first, rest) = (format!("{CODE}{}", &plain[..cut]), &plain[cut..]);
    let (from, to) = span(&first, rest);
    let mut found: Vec<(String, Vec<u32>)> = Vec::new();
    for name in files.names(from, if rest.len() < 3 { to } else { from }).take(4) {
        let shard = files.shard(name);
        for (second, list) in shard.get(&first).into_iter().flatten().filter(|it| it.0.starts_with(rest)) {
            found.push((second.clone(), list.entries.iter().map(|it| it.0).collect()));
        }
    }
    found.sort();
    found.into_iter().flat_map(|it| it.1).collect()
}
