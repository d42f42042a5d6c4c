//! `explain`: what a rule looks for, why, an example and its fix.

use super::context::Context;
use super::usage::did_you_mean;
use super::{Outcome, terminal};
use crate::check::RULES;
use crate::diagnostic::{Language, Rule, Severity};
use crate::error::{Error, Result};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Code or name; all rules in a list if left out.
    rule: Option<String>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<Outcome> {
    context.speaks_text("explain")?;
    let Some(wanted) = &args.rule else {
        terminal::say(&RULES.iter().map(|it| line(it)).collect::<String>())?;
        return Ok(Outcome::Done);
    };
    let same =
        |rule: &&&Rule| rule.code.eq_ignore_ascii_case(wanted) || rule.name.eq_ignore_ascii_case(wanted);
    let Some(rule) = RULES.iter().find(same) else {
        let meant = did_you_mean(wanted, RULES.iter().map(|it| it.name), context.language());
        return Err(Error::Usage(match context.language() {
            Language::Vi => {
                format!("không có quy tắc `{wanted}`{meant}; gõ `thutuc explain` để xem tất cả")
            }
            Language::En => format!("there is no rule `{wanted}`{meant}; `thutuc explain` lists them all"),
        }));
    };
    terminal::say(&format!("{}\n{}\n", line(rule), in_language(rule, context.language())))?;
    Ok(Outcome::Done)
}

fn line(rule: &Rule) -> String {
    let mark = match rule.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    format!("{}  {:<8} {}\n", rule.code, mark, rule.name)
}

/// The half of an explanation in one language.
fn in_language(rule: &Rule, language: Language) -> &'static str {
    let (vi, en) = rule.explanation.split_once("<!-- en -->").unwrap_or((rule.explanation, rule.explanation));
    match language {
        Language::Vi => vi.trim(),
        Language::En => en.trim(),
    }
}
