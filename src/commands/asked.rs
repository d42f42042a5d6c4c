//! A site that a command is asked about: read, checked, and only where nothing in it is wrong.

use jiff::civil::Date;

use super::context::Context;
use super::report;
use crate::check::check;
use crate::error::Result;
use crate::model::Catalogue;
use crate::source::Sources;

pub(super) struct Asked {
    /// Is the answer for a program?
    pub(super) in_json: bool,
    pub(super) sources: Sources,
    pub(super) as_of: Date,
    pub(super) catalogue: Catalogue,
}

/// `None` where the site has errors: it is not built, so what it holds is nobody's answer, and they
/// are said instead.
///
/// # Errors
/// If the site cannot be read, or the words are lost on their way.
pub(super) fn asked(context: &Context, command: &str) -> Result<Option<Asked>> {
    let in_json = context.answers_in_json(command)?;
    let sources = context.read()?;
    let as_of = context.as_of(&sources)?;
    let (catalogue, found) = check(&sources, as_of);
    if found.has_errors() {
        report::print(context, &found, &sources, catalogue.procedures.len())?;
        return Ok(None);
    }
    Ok(Some(Asked { in_json, sources, as_of, catalogue }))
}
