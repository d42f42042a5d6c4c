//! `check`: say what is wrong with the catalogue, write nothing.

use clap::ValueEnum;

use super::context::Context;
use super::{Outcome, report};
use crate::diagnostic::Severity;
use crate::error::Result;
use crate::pipeline::judge;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What makes the command end with exit code 1.
    #[arg(long, value_enum, default_value_t)]
    fail_on: FailOn,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    #[default]
    Errors,
    Warnings,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<Outcome> {
    let sources = context.read()?;
    let (catalogue, found) = judge(&sources, context.as_of(&sources)?);
    let least = match args.fail_on {
        FailOn::Errors => Severity::Error,
        FailOn::Warnings => Severity::Warning,
    };
    report::print_from(least, context, &found, &sources, catalogue.procedures.len())?;
    let failed = found.diagnostics.iter().any(|it| it.rule.severity <= least);
    // The program ends: the system takes back in one piece what would be freed bit by bit.
    std::mem::forget((catalogue, found, sources));
    Ok(if failed { Outcome::Found } else { Outcome::Done })
}
