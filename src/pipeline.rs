//! All stages between reading and writing, on one screen.
//!
//! Never touches the disk or the clock, so `build`, `serve` and the tests share
//! it, and the same input gives the same files.

mod golden;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::check::check;
use crate::derive::derive;
use crate::diagnostic::Report;
use crate::error::{Error, Result};
use crate::index::index;
use crate::model::Catalogue;
use crate::output::{OutputFile, Sink, Stage};
use crate::render::Renderer;
use crate::source::Sources;

#[derive(Debug)]
pub struct Build {
    pub report: Report,
    /// Without the entries that have mistakes.
    pub catalogue: Catalogue,
}

/// Makes the site as it is on the day `as_of`. `sink` gets each file as soon as it is made; none
/// at all if the report has errors.
///
/// # Errors
/// [`Error::Theme`] if a template does not work, [`Error::Output`] if two pages want the same
/// file, and what `sink` says. The sink then holds a part of a site, which is good for nothing.
pub fn build(sources: &Sources, as_of: Date, sink: &dyn Sink) -> Result<Build> {
    sink.enter(Stage::Check, sources.files.len());
    let (catalogue, mut report) = check(sources, as_of);
    if report.has_errors() {
        return Ok(Build { report, catalogue });
    }
    let views = derive(&catalogue, &sources.config, as_of);
    sink.enter(Stage::Index, catalogue.procedures.len());
    let search = index(&views);
    report.diagnostics.extend(golden::misses(sources, &search));
    report.diagnostics.sort_by(|a, b| a.path.cmp(&b.path));
    if report.has_errors() {
        return Ok(Build { report, catalogue });
    }
    let renderer = Renderer::new(&views, &sources.theme, &sources.config)?;
    let hand_over = |files: Vec<OutputFile>| {
        let paths: Vec<String> = files.iter().map(|it| it.path.clone()).collect();
        sink.take(files).map(|()| paths)
    };

    let subjects: Vec<_> = (views.sites.iter().enumerate())
        .flat_map(|(site, it)| it.subjects().into_iter().map(move |subject| (site, subject)))
        .collect();
    sink.enter(Stage::Pages, subjects.len());
    let pages =
        subjects.par_iter().map(|(site, subject)| renderer.pages(&views, *site, subject).and_then(hand_over));
    let mut paths: Vec<String> = pages.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect();
    paths.extend(hand_over(renderer.rest(&views)?)?);
    paths.extend(hand_over(search)?);
    let forms = sources.forms.iter().map(|it| OutputFile::new(it.path.clone(), it.bytes.clone()));
    paths.extend(hand_over(forms.collect())?);
    each_once(paths)?;
    Ok(Build { report, catalogue })
}

/// [`check`], and whether the search finds what it must; that takes an index, which is made only
/// where the site says what must be found.
pub fn judge(sources: &Sources, as_of: Date) -> (Catalogue, Report) {
    let (catalogue, mut report) = check(sources, as_of);
    let says = sources.files.iter().any(|it| it.path == "content/search-golden.tsv");
    if says && !report.has_errors() {
        let views = derive(&catalogue, &sources.config, as_of);
        report.diagnostics.extend(golden::misses(sources, &index(&views)));
        report.diagnostics.sort_by(|a, b| a.path.cmp(&b.path));
    }
    (catalogue, report)
}

fn each_once(mut paths: Vec<String>) -> Result<()> {
    paths.sort_unstable();
    match paths.windows(2).find(|it| it[0] == it[1]) {
        Some(twice) => Err(Error::Output {
            path: twice[0].as_str().into(),
            why: "two pages want to be this file".to_owned(),
        }),
        None => Ok(()),
    }
}
