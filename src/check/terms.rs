//! Whether the table of times and fees answers every question a reader can ask of it, once.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use self::cells::{Table, cells, overlap};
use super::rules::{terms_hole, terms_run_out, terms_tie, too_many_cases};
use super::{Placed, note};
use crate::diagnostic::Diagnostic;
use crate::model::{Catalogue, Query, Resolution, Section, Status, Term, resolve_fee, resolve_time};

mod cells;

/// Rows held against cells: half a second of them where rows name every case. A table of 200 rows
/// for ten cases in six ways at sixty agencies needs a tenth.
const MOST_TRIED: usize = 50_000_000;

pub(super) fn diagnostics(placed: &Placed, catalogue: &Catalogue, as_of: Date) -> Vec<Diagnostic> {
    let procedure = &placed.procedure;
    if !placed.spots.terms_whole || matches!(procedure.status, Status::Withdrawn { .. }) {
        return Vec::new();
    }
    let table = Table::of(placed, catalogue, as_of);
    if MOST_TRIED < table.size().saturating_mul(procedure.terms.len()) {
        let words = too_many_cases::words_of_rows(procedure.terms.len());
        let span = placed.spots.terms.first().cloned();
        return vec![note(&placed.scan.source, &too_many_cases::RULE, span, words)];
    }
    let mut told = Told::default();
    let mut found = Vec::new();
    for section in [Section::Time, Section::Fee] {
        let sought = Sought { placed, catalogue, table: &table, section };
        let missing = sought.read(&mut told);
        if !missing.is_empty() && !procedure.unconfirmed.contains(&section) {
            found.push(sought.hole(&missing));
        }
    }
    found.extend(told.gaps.iter().map(|it| gap(placed, catalogue, &table, it)));
    found.extend(told.ties.iter().map(|(rows, it)| tie(placed, catalogue, *rows, it)));
    found
}

/// What is told once of both the time and the fee, in the order in which it was found.
#[derive(Default)]
struct Told {
    gaps: Vec<Gap>,
    /// By row and row, in the order of the record.
    ties: BTreeMap<(usize, usize), Tie>,
}

/// From this day on nothing answers for cells of which a row spoke on the day before.
struct Gap {
    row: usize,
    day: Date,
    cells: Vec<usize>,
    sections: Vec<Section>,
}

struct Tie {
    /// The first on which it is seen, where it is none today.
    from: Option<Date>,
    sections: BTreeSet<Section>,
}

/// The times of a table, or its fees.
struct Sought<'t, 'a> {
    placed: &'t Placed,
    catalogue: &'t Catalogue,
    table: &'t Table<'a>,
    section: Section,
}

impl Sought<'_, '_> {
    fn resolve<'r>(&self, rows: impl IntoIterator<Item = &'r Term>, query: &Query<'_>) -> Resolution<'r> {
        if self.section == Section::Time { resolve_time(rows, query) } else { resolve_fee(rows, query) }
    }

    fn says(&self, row: &Term) -> bool {
        if self.section == Section::Time { row.time.is_some() } else { row.fee.is_some() }
    }

    fn on(&self, day: Date) -> Vec<Resolution<'_>> {
        let terms = &self.placed.procedure.terms;
        let in_force: Vec<&Term> = terms.iter().filter(|it| it.effect.holds_on(day)).collect();
        self.table.answers(day, |query| self.resolve(in_force.iter().copied(), query))
    }

    /// The cells of which nothing is said as things are; what is to come, and rows that contradict
    /// each other, into `told`.
    fn read(&self, told: &mut Told) -> Vec<usize> {
        let mut before = self.on(self.table.first);
        self.ties(&before, self.table.first, told);
        let mut missing = self.table.holes(&before);
        if let Some(day) = self.table.resumes.filter(|_| !missing.is_empty()) {
            let then = self.on(day);
            missing.retain(|it| then[*it] == Resolution::Hole);
        }
        for day in &self.table.later {
            let now = self.on(*day);
            self.ties(&now, *day, told);
            if !self.placed.procedure.unconfirmed.contains(&self.section) {
                self.gaps(&before, &now, *day, told);
            }
            before = now;
        }
        missing
    }

    fn ties(&self, answers: &[Resolution<'_>], day: Date, told: &mut Told) {
        let from = Some(day).filter(|it| *it != self.table.first);
        for answer in answers {
            let Resolution::Tie(a, b) = answer else { continue };
            let (a, b) = (self.row(a), self.row(b));
            let new = || Tie { from, sections: BTreeSet::new() };
            let tie = told.ties.entry((a.min(b), a.max(b))).or_insert_with(new);
            tie.sections.insert(self.section);
        }
    }

    fn gaps(&self, before: &[Resolution<'_>], now: &[Resolution<'_>], day: Date, told: &mut Told) {
        let mut ended: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for cell in self.table.holes(now) {
            if let Resolution::Row(row) = before[cell] {
                ended.entry(self.row(row)).or_default().push(cell);
            }
        }
        for (row, cells) in ended {
            let same = told.gaps.iter_mut().rfind(|it| it.row == row && it.day == day && it.cells == cells);
            match same {
                Some(gap) => gap.sections.push(self.section),
                None => told.gaps.push(Gap { row, day, cells, sections: vec![self.section] }),
            }
        }
    }

    fn row(&self, row: &Term) -> usize {
        let mut terms = self.placed.procedure.terms.iter();
        terms.position(|it| std::ptr::eq(it, row)).expect("the row is one of the table's")
    }

    fn hole(&self, missing: &[usize]) -> Diagnostic {
        let Sought { placed, catalogue, table, section } = self;
        let (terms, spots) = (&placed.procedure.terms, &placed.spots);
        let head = spots.terms.first().unwrap_or(&spots.head).clone();
        if terms.is_empty() {
            let words = terms_hole::words_of_none(section.key(), section.words());
            return note(&placed.scan.source, &terms_hole::RULE, Some(head), words);
        }
        let ends = terms.iter().filter(|it| self.says(it)).filter_map(|it| it.effect.until);
        let last = ends.filter(|it| *it < table.first).max();
        let ended = last.and_then(|day| match self.resolve(terms, &table.query(missing[0], day)) {
            Resolution::Row(row) => Some((self.row(row), day)),
            _ => None,
        });
        let told = ended.map(|(row, day)| (line(placed, row), day));
        let span = ended.map_or(head, |(row, _)| spots.terms[row].clone());
        let cells = cells(table, &placed.procedure, catalogue, missing);
        let words =
            terms_hole::words(section.key(), section.words(), &cells, table.is_outside(missing), told);
        note(&placed.scan.source, &terms_hole::RULE, Some(span), words)
    }
}

fn line(placed: &Placed, row: usize) -> usize {
    placed.scan.source.line_column(placed.spots.terms[row].start).line
}

fn gap(placed: &Placed, catalogue: &Catalogue, table: &Table<'_>, gap: &Gap) -> Diagnostic {
    let terms = &placed.procedure.terms;
    let ended = &terms[gap.row];
    let follows = |it: &&Term| it.scope == ended.scope && it.effect.from.is_some_and(|from| gap.day < from);
    let next = terms.iter().filter(follows).min_by_key(|it| it.effect.from);
    let next = next.and_then(|row| terms.iter().position(|it| std::ptr::eq(it, row)));
    let until = ended.effect.until.unwrap_or(gap.day);
    let cells = cells(table, &placed.procedure, catalogue, &gap.cells);
    let words =
        terms_run_out::words(&gap.sections, &cells, [until, gap.day], next.map(|it| line(placed, it)));
    note(&placed.scan.source, &terms_run_out::RULE, Some(placed.spots.terms[gap.row].clone()), words)
}

fn tie(placed: &Placed, catalogue: &Catalogue, (first, second): (usize, usize), tie: &Tie) -> Diagnostic {
    let terms = &placed.procedure.terms;
    let (a, b) = (&terms[first], &terms[second]);
    let sections: Vec<Section> = tie.sections.iter().copied().collect();
    let line = line(placed, first);
    let words = if a.scope == b.scope {
        terms_tie::words_of_same(&sections, line, tie.from)
    } else {
        terms_tie::words(&sections, &overlap(&placed.procedure, catalogue, a, b), line, tie.from)
    };
    note(&placed.scan.source, &terms_tie::RULE, Some(placed.spots.terms[second].clone()), words)
}

#[cfg(test)]
mod tests;
