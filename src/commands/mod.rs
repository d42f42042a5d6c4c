//! The command line: arguments in, exit code out.
//!
//! Exit codes: 0 done; 1 the site has errors, in its content, `site.toml` or theme, nothing answers a
//! query, or a fact changed without a reason; 2 we could not do our work.

mod addresses;
mod as_of;
mod asked;
mod build;
mod check;
mod context;
mod diff;
mod explain;
mod help;
mod language;
mod new;
mod next_change;
mod progress;
mod report;
mod schema;
mod search;
mod serve;
mod starter;
mod stats;
mod terminal;
mod trouble;
mod usage;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::diagnostic::Language;
use crate::error::{Error, Result};
use as_of::AsOf;
use context::Context;

/// Turns records of administrative procedures into a website.
#[derive(Debug, Parser)]
#[command(name = "thutuc", version, propagate_version = true, disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// What every command understands.
#[derive(Debug, Clone, Args)]
pub(crate) struct Global {
    /// The site's folder, with `site.toml` and `content`.
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Language of messages; else as `site.toml` or the environment says.
    #[arg(long, global = true, value_name = "vi|en", value_parser = language::parse)]
    lang: Option<Language>,
    /// How mistakes are written down.
    #[arg(long, global = true, value_enum, default_value_t)]
    format: Format,
    /// The day or instant that stands for now: 2026-11-23, 2026-11-23T10:00:00+07:00.
    #[arg(long, global = true, value_name = "DATE")]
    as_of: Option<AsOf>,
    /// Say nothing but errors: no warnings, no counts, no progress.
    #[arg(long, short, global = true)]
    quiet: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
    /// For code hosts and editors: SARIF 2.1.0.
    Sarif,
    /// Annotations of GitHub and compatible forges.
    Github,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the site into its output folder: all of it, or nothing if there are mistakes.
    Build(build::Args),
    /// Report mistakes in the catalogue, write nothing.
    Check(check::Args),
    /// Preview the site in a browser while it is edited.
    Serve(serve::Args),
    /// Begin a procedure, agency, office, journey, choice or page with a file that explains itself.
    New(new::Args),
    /// JSON Schemas of the files, by which an editor completes and explains them.
    Schema(schema::Args),
    /// Ask the search of a built site.
    Search(search::Args),
    /// Count what the catalogue holds, what is unconfirmed or missing, what is due for review.
    Stats,
    /// Tell when the site will next say something else, for a timer that builds it then.
    NextChange,
    /// List the addresses that must lead somewhere for ever, or note new ones.
    Addresses(addresses::Args),
    /// Tell what readers learn that they did not before, and which facts changed without a reason.
    Diff(diff::Args),
    /// Explain a rule: what, why, an example, the fix.
    Explain(explain::Args),
}

/// How a command ended that could do its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Done,
    /// The site has errors.
    Found,
    /// Nothing answers a query.
    Missed,
    /// A fact changed, and nobody said why.
    Unexplained,
}

/// The whole program.
pub fn main() -> ExitCode {
    let mut typed: Vec<std::ffi::OsString> = std::env::args_os().collect();
    if typed.get(1).is_some_and(|it| it == "help") {
        typed.remove(1);
        typed.push("--help".into());
    }
    let language = language::typed(&typed).unwrap_or_else(language::of_environment);
    let matches = match help::command(language).try_get_matches_from(&typed) {
        Ok(matches) => matches,
        Err(error) => return usage::usage(&error, language),
    };
    let cli = match Cli::from_arg_matches(&matches) {
        Ok(cli) => cli,
        Err(error) => return usage::usage(&error, language),
    };
    let context = Context::new(cli.global);
    match run(&context, cli.command) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Found | Outcome::Missed | Outcome::Unexplained) => ExitCode::from(1),
        Err(error) => {
            trouble::tell(&context, &error);
            // A mistake of whoever writes the site, as those of its content are.
            ExitCode::from(if matches!(error, Error::Fault(_)) { 1 } else { 2 })
        }
    }
}

fn run(context: &Context, command: Command) -> Result<Outcome> {
    match command {
        Command::Build(args) => build::run(context, &args),
        Command::Check(args) => check::run(context, &args),
        Command::Serve(args) => serve::run(context, &args),
        Command::New(args) => new::run(context, &args),
        Command::Schema(args) => schema::run(context, &args),
        Command::Search(args) => search::run(context, &args),
        Command::Stats => stats::run(context),
        Command::NextChange => next_change::run(context),
        Command::Addresses(args) => addresses::run(context, &args),
        Command::Diff(args) => diff::run(context, &args),
        Command::Explain(args) => explain::run(context, &args),
    }
}
