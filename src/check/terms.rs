//! Whether the table of times and fees answers every question a reader can ask of it, once.

use std::collections::BTreeSet;

use super::rules::{terms_hole, terms_tie, too_many_cases};
use super::{Placed, note};
use crate::diagnostic::Diagnostic;
use crate::model::{
    Catalogue, ChannelKind, Id, Query, Resolution, Section, Status, Term, resolve_fee, resolve_time,
};
use jiff::civil::Date;

/// Cells named in one message.
const SHOWN: usize = 3;

/// Rows held against cells: half a second of them where rows name every case. A table of 200 rows
/// for ten cases in six ways at sixty agencies needs a tenth.
const MOST_TRIED: usize = 50_000_000;

pub(super) fn diagnostics(placed: &Placed, catalogue: &Catalogue, as_of: Date) -> Vec<Diagnostic> {
    let procedure = &placed.procedure;
    if !placed.spots.terms_whole || matches!(procedure.status, Status::Withdrawn { .. }) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let table = Table::of(placed, catalogue, as_of);
    if MOST_TRIED < table.cells().saturating_mul(procedure.terms.len()) {
        let words = too_many_cases::words_of_rows(procedure.terms.len());
        let span = placed.spots.terms.first().cloned();
        return vec![note(&placed.scan.source, &too_many_cases::RULE, span, words)];
    }
    for section in [Section::Time, Section::Fee] {
        let [vi, en] = section.words();
        let mut holes = BTreeSet::new();
        let mut tied = BTreeSet::new();
        for day in &table.days {
            let in_force: Vec<&Term> = procedure.terms.iter().filter(|it| it.effect.holds_on(*day)).collect();
            let answers = table.answers(*day, |query| {
                let rows = in_force.iter().copied();
                if section == Section::Time { resolve_time(rows, query) } else { resolve_fee(rows, query) }
            });
            for (cell, answer) in answers {
                match answer {
                    Resolution::Row(_) => {}
                    Resolution::Hole => {
                        holes.insert(cell.words());
                    }
                    Resolution::Tie(a, b) => {
                        let (a, b) = (row(&procedure.terms, a), row(&procedure.terms, b));
                        let (first, second) = (a.min(b), a.max(b));
                        if tied.insert((first, second)) {
                            let line = placed.scan.source.line_column(placed.spots.terms[first].start).line;
                            let words = terms_tie::words(vi, en, &cell.words(), line);
                            let span = placed.spots.terms[second].clone();
                            found.push(note(&placed.scan.source, &terms_tie::RULE, Some(span), words));
                        }
                    }
                }
            }
        }
        if !holes.is_empty() && !procedure.unconfirmed.contains(&section) {
            let mut shown = holes.iter().take(SHOWN).cloned().collect::<Vec<_>>().join("; ");
            if SHOWN < holes.len() {
                shown = format!("{shown}; … (+{})", holes.len() - SHOWN);
            }
            let words = if procedure.terms.is_empty() {
                terms_hole::words_of_none(section.key(), vi, en)
            } else {
                terms_hole::words(section.key(), vi, en, &shown)
            };
            let span = placed.spots.terms.first().unwrap_or(&placed.spots.head).clone();
            found.push(note(&placed.scan.source, &terms_hole::RULE, Some(span), words));
        }
    }
    found
}

fn row(terms: &[Term], row: &Term) -> usize {
    terms.iter().position(|it| std::ptr::eq(it, row)).expect("the row is one of the table's")
}

/// Every case × channel × agency, today and on each later day when the rows in force change.
struct Table<'a> {
    cases: Vec<Option<&'a Id>>,
    /// Those that a row names.
    named: BTreeSet<&'a Id>,
    channels: Vec<Option<ChannelKind>>,
    lineages: Vec<Vec<&'a Id>>,
    days: BTreeSet<Date>,
}

struct Cell<'t, 'a> {
    case: Option<&'a Id>,
    channel: Option<ChannelKind>,
    /// The agency and those above it; nobody where the record names none.
    lineage: &'t [&'a Id],
    day: Date,
}

impl Cell<'_, '_> {
    fn words(&self) -> String {
        let mut parts = Vec::new();
        parts.extend(self.case.map(Id::to_string));
        parts.extend(self.channel.map(|it| it.key().to_owned()));
        parts.extend(self.lineage.first().map(ToString::to_string));
        parts.push(self.day.to_string());
        parts.join(" × ")
    }
}

impl<'a> Table<'a> {
    fn of(placed: &'a Placed, catalogue: &'a Catalogue, as_of: Date) -> Table<'a> {
        let procedure = &placed.procedure;
        let cases = std::iter::once(None).chain(procedure.cases.iter().map(|it| Some(&it.id))).collect();
        let named = procedure.terms.iter().filter_map(|it| it.scope.case.as_ref()).collect();
        let mut channels: Vec<Option<ChannelKind>> =
            procedure.channels.iter().map(|it| Some(it.kind)).collect();
        channels.sort();
        channels.dedup();
        if channels.is_empty() {
            channels.push(None);
        }
        let mut agencies: BTreeSet<&Id> = procedure.agencies.executing.iter().collect();
        agencies.extend(placed.spots.has_agency.then_some(&procedure.agency));
        agencies.extend(procedure.terms.iter().filter_map(|it| it.scope.agency.as_ref()));
        let today = procedure.effective.map_or(as_of, |it| it.max(as_of));
        let mut days = BTreeSet::from([today]);
        let starts: Vec<Date> =
            procedure.terms.iter().filter_map(|it| it.effect.from).filter(|it| today < *it).collect();
        // A day between the end of one row and the start of the next may have none.
        let ends = procedure.terms.iter().filter_map(|it| it.effect.until?.tomorrow().ok());
        days.extend(ends.filter(|end| today < *end && starts.iter().any(|it| end < it)));
        days.extend(starts);

        let mut lineages: Vec<Vec<&Id>> = agencies.iter().map(|it| catalogue.lineage(it).collect()).collect();
        if lineages.is_empty() {
            lineages.push(Vec::new());
        }
        Table { cases, named, channels, lineages, days }
    }

    fn cells(&self) -> usize {
        let sizes = [self.cases.len(), self.channels.len(), self.lineages.len(), self.days.len()];
        sizes.into_iter().fold(1, usize::saturating_mul)
    }

    /// What `ask` says of every cell of a day. Cases that no row names have one answer.
    fn answers<'t, R: Copy + 't>(
        &'t self,
        day: Date,
        ask: impl Fn(&Query<'_>) -> R + 't,
    ) -> impl Iterator<Item = (Cell<'t, 'a>, R)> {
        let ways = self.channels.iter().flat_map(|it| self.lineages.iter().map(|lineage| (*it, &**lineage)));
        ways.flat_map(move |(channel, lineage)| {
            let of = |case| ask(&Query { case, channel, agency: lineage, day });
            let unnamed = of(None);
            let is_named = |case: Option<&Id>| case.is_some_and(|it| self.named.contains(it));
            let answer = |case: &_| if is_named(*case) { of(*case) } else { unnamed };
            let answers: Vec<R> = self.cases.iter().map(answer).collect();
            let cells = self.cases.iter().map(move |case| Cell { case: *case, channel, lineage, day });
            cells.zip(answers)
        })
    }
}

#[cfg(test)]
mod tests;
