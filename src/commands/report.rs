//! A report in the format that was asked for.

use super::context::Context;
use super::{Format, terminal};
use crate::check::RULES;
use crate::diagnostic::{Diagnostic, Language, Report, Severity, Summary, github, json, sarif, text};
use crate::error::Result;
use crate::source::Sources;

/// Writes down what is wrong, and the counts where the format has a place for them.
///
/// # Errors
/// If the words are lost on their way.
pub(super) fn print(context: &Context, report: &Report, sources: &Sources, procedures: usize) -> Result<()> {
    print_from(Severity::Error, context, report, sources, procedures)
}

/// The same, where whoever asked for quiet must hear of what is not even an error.
///
/// # Errors
/// As for [`print()`].
pub(super) fn print_from(
    least: Severity,
    context: &Context,
    report: &Report,
    sources: &Sources,
    procedures: usize,
) -> Result<()> {
    let (found, language) = (&report.diagnostics, context.language());
    let summary = Summary {
        errors: report.count(Severity::Error),
        warnings: report.count(Severity::Warning),
        procedures,
    };
    match context.format() {
        Format::Text if context.is_quiet() => {
            let grave: Vec<Diagnostic> =
                found.iter().filter(|it| it.rule.severity <= least).cloned().collect();
            terminal::say(&text(&grave, sources, language, terminal::style()))
        }
        Format::Text => {
            terminal::say(&text(found, sources, language, terminal::style()))?;
            terminal::say(&counts(summary, language))
        }
        Format::Json => terminal::say(&json(found, sources, language, summary)),
        Format::Sarif => terminal::say(&sarif(found, RULES, sources, language)),
        Format::Github => terminal::say(&github(found, sources, language)),
    }
}

fn counts(Summary { errors, warnings, procedures }: Summary, language: Language) -> String {
    let plural = |n: usize| if n == 1 { "" } else { "s" };
    match language {
        Language::Vi => format!("{procedures} thủ tục, {errors} lỗi, {warnings} cảnh báo.\n"),
        Language::En => format!(
            "{procedures} procedure{}, {errors} error{}, {warnings} warning{}.\n",
            plural(procedures),
            plural(errors),
            plural(warnings)
        ),
    }
}
