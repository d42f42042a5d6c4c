//! A report as SARIF 2.1.0, which code hosts and editors take in.

use serde::Serialize;
use serde_json::{Value, json};

use super::json::severity;
use super::places::placed;
use super::{Diagnostic, Language, Rule};
use crate::source::Sources;
use crate::text::encoded_path;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'a str,
    rule_index: usize,
    level: &'a str,
    message: Value,
    locations: [Value; 1],
}

/// One SARIF log with one run; `rules` are all that could have spoken.
pub fn sarif(
    diagnostics: &[Diagnostic],
    rules: &[&'static Rule],
    sources: &Sources,
    language: Language,
) -> String {
    let results: Vec<Outcome<'_>> = placed(diagnostics, sources)
        .into_iter()
        .map(|it| {
            let rule = it.diagnostic.rule;
            let region = json!({
                "startLine": it.start.line, "startColumn": it.start.column,
                "endLine": it.end.line, "endColumn": it.end.column,
            });
            let text =
                format!("{}\n{}", it.diagnostic.message.get(language), it.diagnostic.help.get(language));
            Outcome {
                rule_id: rule.code,
                rule_index: rules.iter().position(|it| it.code == rule.code).unwrap_or(0),
                level: severity(rule.severity),
                message: json!({ "text": text }),
                locations: [json!({ "physicalLocation": {
                    "artifactLocation": { "uri": encoded_path(&it.diagnostic.path), "uriBaseId": "SITE" },
                    "region": region,
                }})],
            }
        })
        .collect();
    let rules: Vec<Value> = rules
        .iter()
        .map(|it| {
            json!({
                "id": it.code,
                "name": it.name,
                "help": { "text": it.explanation, "markdown": it.explanation },
                "defaultConfiguration": { "level": severity(it.severity) },
            })
        })
        .collect();
    log(&rules, &json!(results), None)
}

/// The log of a run that found nothing, for it could not look: why.
pub fn sarif_trouble(why: &str) -> String {
    let told = json!([{ "level": "error", "message": { "text": why } }]);
    let ended = json!({ "executionSuccessful": false, "toolExecutionNotifications": told });
    log(&[], &json!([]), Some(ended))
}

fn log(rules: &[Value], results: &Value, ended: Option<Value>) -> String {
    let mut run = json!({
        "tool": { "driver": {
            "name": "thutuc", "version": env!("CARGO_PKG_VERSION"), "rules": rules,
        }},
        "columnKind": "unicodeCodePoints",
        "results": results,
    });
    if let Some(ended) = ended {
        run["invocations"] = json!([ended]);
    }
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    });
    serde_json::to_string_pretty(&log).expect("strings and numbers are always JSON") + "\n"
}
