//! Whether the search finds what `content/search-golden.tsv` says it must.

use rustc_hash::FxHashMap;

use crate::check::golden_lines;
use crate::check::rules::{golden_miss, is_allowed, same_title};
use crate::diagnostic::{Diagnostic, Report};
use crate::model::Catalogue;
use crate::output::OutputFile;
use crate::search::Searcher;
use crate::source::Sources;

const PATH: &str = "content/search-golden.tsv";

pub(super) fn has_queries(sources: &Sources) -> bool {
    sources.file(PATH).is_some()
}

/// Puts what the index of the main language does not answer into the report, in its place.
pub(super) fn ask(sources: &Sources, catalogue: &Catalogue, index: &[OutputFile], report: &mut Report) {
    report.diagnostics.extend(misses(sources, catalogue, index));
    report.diagnostics.sort_by(|a, b| a.path.cmp(&b.path));
}

/// Is what came first called as what is wanted, which is told of the record?
fn is_told(sources: &Sources, catalogue: &Catalogue, wanted: &str, first: Option<&str>) -> bool {
    let called = |id: &str| {
        let it = catalogue.procedure(&id.parse().ok()?)?;
        Some((&it.title.main, &it.agency))
    };
    let same = first.and_then(called).is_some_and(|it| called(wanted) == Some(it));
    same && !is_allowed(&sources.config.check, &same_title::RULE)
}

/// One diagnostic for each line that the index of the main language does not answer so.
fn misses(sources: &Sources, catalogue: &Catalogue, index: &[OutputFile]) -> Vec<Diagnostic> {
    let rule = &golden_miss::RULE;
    let file = sources.file(PATH).filter(|_| !is_allowed(&sources.config.check, rule));
    let Some(file) = file else { return Vec::new() };
    let files: FxHashMap<&str, &[u8]> =
        index.iter().filter_map(|it| Some((it.path.strip_prefix("search/")?, it.bytes.as_slice()))).collect();
    let load = |name: &str| files.get(name).map(|it| it.to_vec());
    let Some(searcher) = Searcher::open(&load) else { return Vec::new() };
    let mut found = Vec::new();
    for (query, id) in golden_lines(&file.text) {
        let (typed, wanted) = (&file.text[query.clone()], &file.text[id]);
        let answer = searcher.search(typed, 1);
        let first = answer.results.first().map(|it| it.id.as_str());
        if first.unwrap_or("-") != wanted && !is_told(sources, catalogue, wanted, first) {
            let [message, help] = golden_miss::words(wanted, first);
            found.push(Diagnostic { rule, path: file.path.to_string(), span: Some(query), message, help });
        }
    }
    found
}
