//! A report for programs.

use serde::Serialize;

use super::places::placed;
use super::{Diagnostic, Language, Severity};
use crate::source::Sources;

/// Counts that go with a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Summary {
    pub errors: usize,
    pub warnings: usize,
    /// Without mistakes of their own.
    pub procedures: usize,
}

#[derive(Serialize)]
struct Whole<'a> {
    diagnostics: Vec<One<'a>>,
    summary: Summary,
}

/// Lines and columns start at 1 and count characters; the end is just after the last one.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct One<'a> {
    code: &'a str,
    name: &'a str,
    severity: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: &'a str,
    help: &'a str,
}

/// One JSON value, ends with a line end.
pub fn json(diagnostics: &[Diagnostic], sources: &Sources, language: Language, summary: Summary) -> String {
    let diagnostics = placed(diagnostics, sources)
        .into_iter()
        .map(|it| One {
            code: it.diagnostic.rule.code,
            name: it.diagnostic.rule.name,
            severity: severity(it.diagnostic.rule.severity),
            file: &it.diagnostic.path,
            line: it.start.line,
            column: it.start.column,
            end_line: it.end.line,
            end_column: it.end.column,
            message: it.diagnostic.message.get(language),
            help: it.diagnostic.help.get(language),
        })
        .collect();
    let whole = Whole { diagnostics, summary };
    serde_json::to_string_pretty(&whole).expect("strings and numbers are always JSON") + "\n"
}

/// What kept us from looking, in place of a report.
pub fn json_trouble(why: &str) -> String {
    format!("{:#}\n", serde_json::json!({ "error": why }))
}

/// As JSON, SARIF and GitHub call it.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
