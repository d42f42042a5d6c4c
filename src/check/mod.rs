//! Text in, [`Catalogue`] out, with every mistake found on the way.
//!
//! Three passes, the first two over each file by itself, on all cores: `scan` finds what it is and
//! which names it has for others, `files` turns it into values of the model, against the names of
//! all. Then `across` looks at the records together. A file with an error yields no entry; the rest
//! is still checked.
//! Never fails, never prints, never stops at the first mistake.

mod across;
mod actors;
mod addresses;
mod apply;
mod calendars;
mod cases;
mod choices;
mod contrast;
mod cycles;
mod days_off;
mod documents;
mod elsewhere;
mod empty;
mod entries;
mod faults;
mod figures;
mod files;
mod foreign;
mod forms;
mod golden;
mod ground;
mod hygiene;
mod idle;
mod issued;
mod joining;
mod journeys;
mod lasting;
mod ledger;
mod keys;
mod map;
mod marks;
mod meant;
mod memo;
mod mentions;
mod misnamed;
mod names;
mod near;
mod numbers;
mod odd;
mod offices;
mod once;
mod opening;
mod papers;
mod parts;
mod places;
mod procedure;
mod prose;
mod questions;
mod reading;
mod references;
mod refused;
mod registries;
mod repeated;
mod roles;
mod rows;
pub mod rules;
mod scan;
mod scopes;
mod settings;
mod slips;
mod spoken;
mod status;
mod synonyms;
mod tags;
mod terms;
mod texts;
mod theme_files;
mod titles;
mod translations;
mod twins;
mod typed;
mod unconfirmed;
mod unfilled;
mod unruled;
mod values;
mod wording;
#[cfg(test)]
mod tests;

pub use faults::fault;
pub(crate) use golden::golden_lines;
pub(crate) use ledger::ledger_lines;
pub(crate) use near::near;
pub use rules::RULES;

pub use memo::Memo;

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use self::procedure::Spots;
use self::scan::Scan;
use self::twins::Shorts;
use crate::diagnostic::{Diagnostic, Report, Rule, Words};
use crate::model::{Catalogue, Procedure};
use crate::source::{SourceFile, Sources};

/// A procedure and where its parts stand.
pub(crate) struct Placed {
    procedure: Arc<Procedure>,
    spots: Spots,
    shorts: Shorts,
    /// Its record.
    scan: Arc<Scan>,
    /// Without an error of its own.
    whole: bool,
}

/// Checks everything that was read. `as_of` is the day that stands for today.
pub fn check(sources: &Sources, as_of: Date) -> (Catalogue, Report) {
    let mut memo = Memo::default();
    let checked = check_again(sources, as_of, &mut memo);
    // It is large, and nobody needs to wait until it is cleared away.
    rayon::spawn(move || drop(memo));
    checked
}

/// [`check`], for one who checks often: what `memo` still knows is not worked out again.
pub fn check_again(sources: &Sources, as_of: Date, memo: &mut Memo) -> (Catalogue, Report) {
    let mut found = refused::diagnostics(&sources.refused);
    found.extend(refused::nothing(sources));
    found.extend(refused::decomposed(sources));
    let mut catalogue = Catalogue::default();
    for form in &sources.forms {
        match forms::form(form) {
            Some(file) => drop(catalogue.files.insert(form.path.clone(), file)),
            None => found.push(forms::diagnostic(form)),
        }
    }
    memo.learn(sources, as_of, &mut catalogue, &mut found);
    let torn = slips::broken::torn(sources);
    // Of a theme with marks of a conflict nothing else can be said.
    if torn.is_empty() {
        found.extend(contrast::diagnostics(&sources.style_file));
        found.extend(wording::diagnostics(sources));
        found.extend(theme_files::diagnostics(&sources.theme));
    }
    found.extend(torn);
    // Before what is allowed goes: it is known, and is no other mistake.
    once::repetitions(&mut found);
    found.retain(|it| !rules::is_allowed(&sources.config.check, it.rule));
    once::lost(&mut found);
    once::stumbles(&mut found);
    once::hidden(&mut found);
    once::second_homes(&mut found);
    once::rulers(&mut found);
    let place = |it: &Diagnostic| it.span.as_ref().map_or((0, 0), |span| (span.start, span.end));
    found.sort_by(|a, b| (&a.path, place(a), a.rule.code).cmp(&(&b.path, place(b), b.rule.code)));
    found.dedup();
    once::languages(sources, &mut found);
    (catalogue, Report { diagnostics: found })
}

pub(crate) fn note(
    source: &SourceFile,
    rule: &'static Rule,
    span: Option<Range<usize>>,
    [message, help]: [Words; 2],
) -> Diagnostic {
    Diagnostic { rule, path: Arc::clone(&source.path), span, message, help }
}
