//! Every case × channel × agency, and how messages name some of them.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::check::Placed;
use crate::model::{Catalogue, ChannelKind, Id, Procedure, Query, Resolution, Status, Term};

/// Names in one list, and cells in one message.
const SHOWN: usize = 3;

/// Every case × channel × agency, as things are and on each later day when the rows in force change.
/// A cell is a number: agencies within channels, and cases within both.
pub(super) struct Table<'a> {
    cases: Vec<Option<&'a Id>>,
    /// Those that a row names.
    named: BTreeSet<&'a Id>,
    channels: Vec<Option<ChannelKind>>,
    /// Each agency and those above it; one of nobody where the record names none.
    lineages: Vec<Vec<&'a Id>>,
    /// Today, or the day on which it comes into force.
    pub(super) first: Date,
    /// The first day after which it is no longer suspended.
    pub(super) resumes: Option<Date>,
    pub(super) later: BTreeSet<Date>,
}

impl<'a> Table<'a> {
    pub(super) fn of(placed: &'a Placed, catalogue: &'a Catalogue, as_of: Date) -> Table<'a> {
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
        let mut lineages: Vec<Vec<&Id>> = agencies.iter().map(|it| catalogue.lineage(it).collect()).collect();
        if lineages.is_empty() {
            lineages.push(Vec::new());
        }

        let first = procedure.effective.map_or(as_of, |it| it.max(as_of));
        let resumes = match &procedure.status {
            Status::Suspended { until: Some(until), .. } => until.tomorrow().ok().filter(|it| first < *it),
            _ => None,
        };
        let turns = procedure.terms.iter().flat_map(|it| [it.effect.from, it.effect.ends()]).flatten();
        // Nobody can apply while it is suspended.
        let later = turns.filter(|it| first < *it).map(|it| resumes.map_or(it, |day| it.max(day)));
        Table { cases, named, channels, lineages, first, resumes, later: later.collect() }
    }

    /// How often a row may be held against a cell.
    pub(super) fn size(&self) -> usize {
        let sizes = [self.cases.len(), self.channels.len(), self.lineages.len(), self.later.len() + 1];
        sizes.into_iter().fold(1, usize::saturating_mul)
    }

    fn place(&self, cell: usize) -> [usize; 3] {
        let way = cell / self.cases.len();
        [cell % self.cases.len(), way / self.lineages.len(), way % self.lineages.len()]
    }

    pub(super) fn query(&self, cell: usize, day: Date) -> Query<'_> {
        let [case, channel, agency] = self.place(cell);
        Query { case: self.cases[case], channel: self.channels[channel], agency: &self.lineages[agency], day }
    }

    /// What `ask` says of every cell of a day. Cases that no row names have one answer.
    pub(super) fn answers<'r>(
        &self,
        day: Date,
        ask: impl Fn(&Query<'_>) -> Resolution<'r>,
    ) -> Vec<Resolution<'r>> {
        let ways = self.channels.len() * self.lineages.len();
        let mut answers = Vec::with_capacity(ways * self.cases.len());
        for way in 0..ways {
            let start = way * self.cases.len();
            let unnamed = ask(&self.query(start, day));
            answers.extend(self.cases.iter().zip(start..).map(|(case, cell)| {
                let is_named = case.is_some_and(|it| self.named.contains(it));
                if is_named { ask(&self.query(cell, day)) } else { unnamed }
            }));
        }
        answers
    }

    /// Where nothing is said. Where each of several cases has its own answer they are all the cases
    /// there are; where some have, it is the others that lack one.
    pub(super) fn holes(&self, answers: &[Resolution<'_>]) -> Vec<usize> {
        let is_hole = |it: &usize| answers[*it] == Resolution::Hole;
        let starts = (0..answers.len()).step_by(self.cases.len());
        let of_way = |start: usize| {
            let cases = start + 1..start + self.cases.len();
            let are_told_apart = 1 < cases.len() && !cases.clone().all(|it| is_hole(&it));
            std::iter::once(start).filter(move |_| !are_told_apart).chain(cases)
        };
        starts.flat_map(of_way).filter(is_hole).collect()
    }

    /// Whether these are of those alone who are in none of the cases.
    pub(super) fn is_outside(&self, cells: &[usize]) -> bool {
        1 < self.cases.len() && cells.iter().all(|it| self.place(*it)[0] == 0)
    }
}

/// These cells in words, in Vietnamese and in English: `trường hợp “Phải dựng cột”, đơn vị “EVNNPC”`.
pub(super) fn cells(
    table: &Table<'_>,
    procedure: &Procedure,
    catalogue: &Catalogue,
    cells: &[usize],
) -> [String; 2] {
    let mut held: [BTreeSet<usize>; 3] = Default::default();
    for cell in cells {
        held.iter_mut().zip(table.place(*cell)).for_each(|(all, it)| all.extend([it]));
    }
    let name = |held: &[BTreeSet<usize>; 3]| named(table, procedure, catalogue, held);
    if cells.len() == held.iter().map(BTreeSet::len).product::<usize>() {
        return name(&held);
    }
    let each = cells.iter().take(SHOWN).map(|it| name(&table.place(*it).map(|it| BTreeSet::from([it]))));
    let [vi, en]: [Vec<String>; 2] = each.fold(Default::default(), |[mut vi, mut en], it| {
        let [in_vi, in_en] = it;
        vi.push(in_vi);
        en.push(in_en);
        [vi, en]
    });
    let more = cells.len().saturating_sub(SHOWN);
    let more = if more == 0 { String::new() } else { format!("; … (+{more})") };
    [vi, en].map(|it| it.join("; ") + &more)
}

/// All cells of these cases, channels and agencies.
fn named(
    table: &Table<'_>,
    procedure: &Procedure,
    catalogue: &Catalogue,
    [cases, channels, agencies]: &[BTreeSet<usize>; 3],
) -> [String; 2] {
    let mut parts = Parts::default();
    if cases.len() < table.cases.len() {
        let titles = cases.iter().filter_map(|it| procedure.cases.get(it.checked_sub(1)?));
        let titles: Vec<String> = titles.map(|it| it.title.main.to_string()).collect();
        parts.cases(&titles);
        if cases.contains(&0) {
            parts.push(["người không thuộc trường hợp nào".into(), "whoever is in none of the cases".into()]);
        }
    }
    if channels.len() < table.channels.len() {
        let kinds: Vec<ChannelKind> = channels.iter().filter_map(|it| table.channels[*it]).collect();
        parts.channels(&kinds);
    }
    if agencies.len() < table.lineages.len() {
        let ids = agencies.iter().filter_map(|it| table.lineages[*it].first());
        parts.agencies(&ids.map(|it| agency(catalogue, it)).collect::<Vec<_>>());
    }
    parts.words()
}

/// For whom both rows speak.
pub(super) fn overlap(procedure: &Procedure, catalogue: &Catalogue, a: &Term, b: &Term) -> [String; 2] {
    let mut parts = Parts::default();
    if let Some(case) = a.scope.case.as_ref().or(b.scope.case.as_ref()) {
        let title = procedure.cases.iter().find(|it| it.id == *case).map(|it| it.title.main.to_string());
        let titles = [title.unwrap_or_else(|| case.to_string())];
        parts.cases(&titles);
    }
    parts.channels(a.scope.channel.or(b.scope.channel).as_slice());
    // Of two the one below the other.
    let narrower = match (&a.scope.agency, &b.scope.agency) {
        (Some(a), Some(b)) if catalogue.lineage(b).any(|it| it == a) => Some(b),
        (Some(it), _) | (None, Some(it)) => Some(it),
        (None, None) => None,
    };
    parts.agencies(&narrower.map(|it| agency(catalogue, it)).into_iter().collect::<Vec<_>>());
    parts.words()
}

fn agency(catalogue: &Catalogue, id: &Id) -> String {
    catalogue.agencies.get(id).map_or_else(|| id.to_string(), |it| it.called().to_string())
}

/// What is said of whom, in Vietnamese and in English.
#[derive(Default)]
struct Parts([Vec<String>; 2]);

impl Parts {
    fn push(&mut self, words: [String; 2]) {
        self.0.iter_mut().zip(words).for_each(|(all, it)| all.push(it));
    }

    fn list(&mut self, what: [&str; 2], names: [&[String]; 2]) {
        let list = |names: &[String]| {
            let shown: Vec<String> = names.iter().take(SHOWN).map(|it| format!("“{it}”")).collect();
            let more = names.len().saturating_sub(SHOWN);
            shown.join(", ") + &if more == 0 { String::new() } else { format!(", … (+{more})") }
        };
        if !names[0].is_empty() {
            self.push([0, 1].map(|nth| format!("{} {}", what[nth], list(names[nth]))));
        }
    }

    fn cases(&mut self, titles: &[String]) {
        self.list(["trường hợp", "the case"], [titles, titles]);
    }

    fn channels(&mut self, kinds: &[ChannelKind]) {
        let [vi, en] =
            [0, 1].map(|nth| kinds.iter().map(|it| it.words()[nth].to_owned()).collect::<Vec<_>>());
        self.list(["cách nộp", "the channel"], [&vi, &en]);
    }

    fn agencies(&mut self, names: &[String]) {
        self.list(["đơn vị", "the agency"], [names, names]);
    }

    fn words(self) -> [String; 2] {
        let [vi, en] = self.0.map(|it| it.join(", "));
        if vi.is_empty() { ["mọi người".to_owned(), "everybody".to_owned()] } else { [vi, en] }
    }
}
