//! All stages between reading and writing, on one screen.
//!
//! Never touches the disk or the clock, so `build`, `serve` and the tests share
//! it, and the same input gives the same files.

use jiff::civil::Date;

use crate::check::check;
use crate::derive::derive;
use crate::diagnostic::Report;
use crate::error::{Error, Result};
use crate::model::Catalogue;
use crate::output::OutputFile;
use crate::render::render;
use crate::source::Sources;

#[derive(Debug)]
pub struct Build {
    pub report: Report,
    /// Without the entries that have mistakes.
    pub catalogue: Catalogue,
    /// In order of path. Empty if the report has errors: all or nothing.
    pub files: Vec<OutputFile>,
}

/// Makes the site as it is on the day `as_of`.
///
/// # Errors
/// [`Error::Theme`] if a template does not work, [`Error::Output`] if two pages want the same file.
pub fn build(sources: &Sources, as_of: Date) -> Result<Build> {
    let (catalogue, report) = check(sources, as_of);
    if report.has_errors() {
        return Ok(Build { report, catalogue, files: Vec::new() });
    }
    let views = derive(&catalogue, &sources.config, as_of);
    let mut files = render(&views, &sources.theme, &sources.config)?;
    files.extend(sources.forms.iter().map(|it| OutputFile::new(it.path.clone(), it.bytes.clone())));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    match files.windows(2).find(|it| it[0].path == it[1].path) {
        Some(twice) => Err(Error::Output {
            path: twice[0].path.clone().into(),
            why: "two pages want to be this file".to_owned(),
        }),
        None => Ok(Build { report, catalogue, files }),
    }
}
