//! Whether the search finds what `content/search-golden.tsv` says it must.

use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::check::rules::{golden_miss, is_allowed, same_title};
use crate::check::{golden_lines, note};
use crate::diagnostic::{Diagnostic, Report};
use crate::model::{Catalogue, Id, Procedure, Status};
use crate::output::OutputFile;
use crate::search::Searcher;
use crate::source::{SourceFile, Sources};

const PATH: &str = "content/search-golden.tsv";

pub(super) fn has_queries(sources: &Sources) -> bool {
    sources.file(PATH).is_some()
}

/// Puts what the index of the main language does not answer into the report, in its place; `again`
/// makes the index of another catalogue.
pub(super) fn ask(
    sources: &Sources,
    catalogue: &Catalogue,
    index: &[OutputFile],
    again: impl FnOnce(Catalogue) -> Vec<OutputFile>,
    report: &mut Report,
) {
    let copies = copies(report);
    let found = if copies.is_empty() {
        misses(sources, catalogue, index, &copies)
    } else {
        misses(sources, catalogue, &again(without(&copies, catalogue)), &copies)
    };
    report.diagnostics.extend(found);
    report.diagnostics.sort_by(|a, b| a.path.cmp(&b.path));
}

/// Records of which is told that they were copied: each would be found in the place of the other.
fn copies(report: &Report) -> Vec<Id> {
    let told = report.diagnostics.iter().filter(|it| it.rule.code == same_title::RULE.code);
    told.filter_map(|it| it.path.rsplit('/').next()?.split('.').next()?.parse().ok()).collect()
}

/// The catalogue as it is while these are drafts.
fn without(copies: &[Id], catalogue: &Catalogue) -> Catalogue {
    let hidden = |it: &Arc<Procedure>| {
        let is_copy = copies.contains(&it.id);
        if is_copy {
            Arc::new(Procedure { status: Status::Draft, ..Procedure::clone(it) })
        } else {
            Arc::clone(it)
        }
    };
    Catalogue { procedures: catalogue.procedures.iter().map(hidden).collect(), ..catalogue.clone() }
}

/// One diagnostic for each line that the index of the main language does not answer so.
fn misses(sources: &Sources, catalogue: &Catalogue, index: &[OutputFile], copies: &[Id]) -> Vec<Diagnostic> {
    let rule = &golden_miss::RULE;
    let file = sources.file(PATH).filter(|_| !is_allowed(&sources.config.check, rule));
    let Some(file) = file else { return Vec::new() };
    let files: FxHashMap<&str, &[u8]> =
        index.iter().filter_map(|it| Some((it.path.strip_prefix("search/")?, it.bytes.as_slice()))).collect();
    let load = |name: &str| files.get(name).map(|it| it.to_vec());
    let lines: Vec<_> = golden_lines(&file.text).collect();
    let is_withdrawn = |id: &str| {
        let procedure = id.parse().ok().and_then(|it| catalogue.procedure(&it));
        procedure.is_some_and(|it| matches!(it.status, Status::Withdrawn { .. }))
    };
    // Of these another message says why they are not found.
    let is_told = |id: &str| copies.iter().any(|it| it.as_str() == id) || is_withdrawn(id);
    // A searcher keeps what it has read to itself: each share of the lines has its own.
    let shares = lines.par_chunks(lines.len().div_ceil(rayon::current_num_threads()).max(1));
    let of_share = |share: &[Line]| -> Vec<Diagnostic> {
        let Some(searcher) = Searcher::open(&load) else { return Vec::new() };
        let found = share.iter().filter_map(|line| miss(&searcher, file, line));
        found.filter(|it| !is_told(it.1)).map(|it| it.0).collect()
    };
    shares.flat_map_iter(of_share).collect()
}

type Line = (Range<usize>, Range<usize>);

/// With the procedure that was to be found.
fn miss<'f>(
    searcher: &Searcher<'_>,
    file: &'f SourceFile,
    (query, id): &Line,
) -> Option<(Diagnostic, &'f str)> {
    let (typed, wanted) = (&file.text[query.clone()], &file.text[id.clone()]);
    let answer = searcher.search(typed, 1);
    let first = answer.results.first().map(|it| it.id.as_str());
    let is_missed = first.unwrap_or("-") != wanted;
    let told = || note(file, &golden_miss::RULE, Some(query.clone()), golden_miss::words(wanted, first));
    is_missed.then(|| (told(), wanted))
}
