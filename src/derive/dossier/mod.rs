//! One dossier for a whole journey: every paper once, and what the steps come to together.

mod fees;
mod merge;

use serde::Serialize;
use serde_with::skip_serializing_none;

use self::merge::{Line, Place, Range, longest_chain, merge, sum};
use super::parts::DocumentView;
use super::site::{Site, is_listed};
use super::wording::Count;
use super::words::Words;
use crate::model::{
    ChannelKind, Journey, Paper, Procedure, Query, Requirement, Resolution, TimeLimit, TimeUnit, resolve_time,
};

#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DossierView {
    /// Each once, in the order in which steps first ask for one.
    pub papers: Vec<DossierPaper>,
    /// Some paper is asked for more than once, so a total needs explaining.
    pub totals: bool,
    /// For some step no source says how many of a paper.
    pub uncounted: bool,
    /// Steps whose procedure names no paper: `3, 6`.
    pub no_papers: Option<String>,
    /// All steps in working days, one after the other.
    pub days: Option<String>,
    /// The longest chain of steps of which each waits for the one before; where some do.
    pub chain: Option<String>,
    /// Times that are no working days, and steps without one.
    pub days_beside: Vec<Beside>,
    /// Fees that are amounts, added up by payer and currency; what is free adds nothing.
    pub sums: Vec<Beside>,
    /// Fees that are no amount, or of which a note says what the amount is for; and steps without one.
    pub fees_beside: Vec<Beside>,
}

/// A paper, or one of several, with every step that asks for it.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DossierPaper {
    /// One, or alternatives.
    pub documents: Vec<DocumentView>,
    /// Where several steps ask, and a source says how many for each: `2–3 bản sao`.
    pub total: Option<String>,
    /// In the order of the steps.
    pub uses: Vec<DossierUse>,
    /// The earlier step that yields it.
    pub from_step: Option<String>,
}

/// Steps that ask for a paper in the same words.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DossierUse {
    /// `1, 2b, 4`
    pub steps: String,
    /// More than one.
    pub several: bool,
    /// `1 bản chính, 2 bản sao`; absent where no source says.
    pub counts: Option<String>,
    /// Whom or what it is for, where not everybody.
    pub scope: Option<Words>,
    /// What else is said of bringing it.
    pub note: Option<Words>,
    /// Nobody confirmed that it is asked for.
    pub unconfirmed: bool,
}

/// What several steps share.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Beside {
    /// `1, 2b, 4`
    pub steps: String,
    /// More than one.
    pub several: bool,
    /// Absent where no source says.
    pub text: Option<Words>,
    /// Who pays; for fees, where it is said.
    pub payer: Option<Words>,
}

/// What one step takes of the reader's days.
enum Days {
    Working(Range),
    Other(Vec<String>),
    /// No procedure and no time: nothing to say.
    Nothing,
}

impl Site<'_> {
    /// `None` where no step is a procedure that readers can see.
    pub(super) fn dossier(&self, journey: &Journey) -> Option<DossierView> {
        let steps: Vec<Option<&Procedure>> = journey
            .steps
            .iter()
            .map(|it| self.catalogue.procedure(it.procedure.as_ref()?).filter(|it| is_listed(it)))
            .collect();
        steps.iter().flatten().next()?;
        let places: Vec<Place> =
            journey.steps.iter().map(|it| Place { optional: it.optional, or: it.or }).collect();
        let names = step_names(journey);
        let papers = self.merged_papers(&steps, &places, &names);
        let silent = steps.iter().enumerate().filter(|(_, it)| {
            it.is_some_and(|it| !it.documents.iter().any(|paper| paper.effect.holds_on(self.as_of)))
        });
        let silent: Vec<usize> = silent.map(|(step, _)| step).collect();
        let days: Vec<Days> =
            steps.iter().zip(&journey.steps).map(|(it, step)| self.days(*it, step.time)).collect();
        let of = |step: usize| match &days[step] {
            Days::Working(range) => *range,
            Days::Other(_) | Days::Nothing => Range::default(),
        };
        let total = sum(&places, of);
        let chain = longest_chain(&places, of, |a, b| waits(&steps, &papers, a, b));
        let beside = days.iter().enumerate().flat_map(|(step, it)| match it {
            Days::Other(texts) if texts.is_empty() => vec![(step, None, None)],
            Days::Other(texts) => texts.iter().map(|it| (step, Some(it.as_str().into()), None)).collect(),
            Days::Working(_) | Days::Nothing => Vec::new(),
        });
        let days_beside = besides(beside, &names);
        let (sums, fees_beside) = self.fees(&steps, &places, &names);
        Some(DossierView {
            totals: papers.iter().any(|it| it.view.total.is_some()),
            uncounted: papers.iter().flat_map(|it| &it.view.uses).any(|it| it.counts.is_none()),
            papers: papers.into_iter().map(|it| it.view).collect(),
            no_papers: (!silent.is_empty()).then(|| numbers(&silent, &names).0),
            days: (0 < total.most).then(|| self.wording.working_days(total.least, total.most)),
            chain: chain
                .filter(|it| *it != total && 0 < it.most)
                .map(|it| self.wording.working_days(it.least, it.most)),
            days_beside,
            sums,
            fees_beside,
        })
    }

    fn merged_papers(&self, steps: &[Option<&Procedure>], places: &[Place], names: &[String]) -> Vec<Paired> {
        let asked = steps.iter().enumerate().flat_map(|(step, it)| {
            let documents = it.map_or(&[][..], |it| it.documents.as_slice());
            documents.iter().filter(|it| it.effect.holds_on(self.as_of)).map(move |it| (step, it))
        });
        merge(asked).iter().map(|line| self.paper(line, steps, places, names)).collect()
    }

    fn paper(
        &self,
        line: &Line<'_>,
        steps: &[Option<&Procedure>],
        places: &[Place],
        names: &[String],
    ) -> Paired {
        let first = line.uses.iter().map(|it| it.step).min().unwrap_or(0);
        let producer = line.documents.iter().find_map(|it| {
            let Paper::Registered(id) = &it.paper else { return None };
            let by = self.catalogue.papers.get(id)?.obtained_by.as_ref()?;
            steps[..first].iter().position(|it| it.is_some_and(|it| it.id == *by))
        });
        let mut uses: Vec<(Vec<usize>, DossierUse)> = Vec::new();
        for one in &line.uses {
            let Some(procedure) = steps[one.step] else { continue };
            let view = self.requirement(procedure, one.requirement, &one.requirement.scope);
            let view = DossierUse {
                steps: String::new(),
                several: false,
                counts: view.counts,
                scope: view.scope,
                note: view.note,
                unconfirmed: view.unconfirmed,
            };
            match uses.iter_mut().find(|(_, it)| *it == view) {
                Some((steps, _)) => steps.push(one.step),
                None => uses.push((vec![one.step], view)),
            }
        }
        let counted = line.uses.iter().all(|it| counted(it.requirement));
        let total = if line.uses.len() < 2 || !counted { None } else { self.total(line, places) };
        let view = DossierPaper {
            documents: line.documents.iter().map(|it| self.document(it)).collect(),
            total,
            uses: uses
                .into_iter()
                .map(|(steps, it)| {
                    let (steps, several) = numbers(&steps, names);
                    DossierUse { steps, several, ..it }
                })
                .collect(),
            from_step: producer.map(|it| names[it].clone()),
        };
        Paired { view, producer, users: line.uses.iter().map(|it| it.step).collect() }
    }

    fn total(&self, line: &Line<'_>, places: &[Place]) -> Option<String> {
        let parts: Vec<String> = [
            (Count::Original, line.shown(places, |it| it.originals)),
            (Count::Copy, line.handed_in(places, |it| it.copies)),
            (Count::CertifiedCopy, line.handed_in(places, |it| it.certified_copies)),
        ]
        .into_iter()
        .filter(|(_, it)| 0 < it.most)
        .map(|(what, it)| self.wording.counts(what, it.least, it.most))
        .collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// What holds for the agency that decides, in every case and by every channel.
    fn days(&self, procedure: Option<&Procedure>, own: Option<TimeLimit>) -> Days {
        let Some(procedure) = procedure else {
            return own.map_or(Days::Nothing, |it| self.days_of(&[it]));
        };
        let mut limits: Vec<TimeLimit> = Vec::new();
        self.each_cell(procedure, |query| {
            if let Resolution::Row(row) = resolve_time(&procedure.terms, query)
                && let Some(time) = row.time
                && !limits.contains(&time)
            {
                limits.push(time);
            }
        });
        self.days_of(&limits)
    }

    fn days_of(&self, limits: &[TimeLimit]) -> Days {
        let working = |it: &TimeLimit| match *it {
            TimeLimit::Within { least, most, unit: TimeUnit::WorkingDay } => {
                Some(Range { least: least.unwrap_or(most).into(), most: most.into() })
            }
            _ => None,
        };
        let ranges: Option<Vec<Range>> = limits.iter().map(working).collect();
        match ranges.as_deref() {
            Some([first, rest @ ..]) => Days::Working(rest.iter().fold(*first, |all, it| Range {
                least: all.least.min(it.least),
                most: all.most.max(it.most),
            })),
            _ => Days::Other(limits.iter().map(|it| self.wording.time(*it)).collect()),
        }
    }

    fn each_cell(&self, procedure: &Procedure, mut see: impl FnMut(&Query<'_>)) {
        let lineage = self.lineage(&procedure.agency);
        let cases = std::iter::once(None).chain(procedure.cases.iter().map(|it| Some(&it.id)));
        for case in cases {
            let channels = procedure.channels.iter().map(|it| Some(it.kind));
            let mut seen: Vec<Option<ChannelKind>> = Vec::new();
            for channel in std::iter::once(None).chain(channels) {
                if !seen.contains(&channel) {
                    seen.push(channel);
                    see(&Query { case, channel, agency: &lineage, day: self.as_of });
                }
            }
        }
    }
}

/// A line as readers see it, and what the steps have to do with it.
struct Paired {
    view: DossierPaper,
    producer: Option<usize>,
    users: Vec<usize>,
}

fn counted(it: &Requirement) -> bool {
    [it.originals, it.copies, it.certified_copies].iter().any(Option::is_some)
}

/// Must step `b` wait for step `a`?
fn waits(steps: &[Option<&Procedure>], papers: &[Paired], a: usize, b: usize) -> bool {
    let (Some(first), Some(second)) = (steps[a], steps[b]) else { return false };
    second.related.before.contains(&first.id)
        || first.related.after.contains(&second.id)
        || papers.iter().any(|it| it.producer == Some(a) && it.users.contains(&b))
}

/// An amount as a range of its smallest unit; `None` for what is said in words.
/// Steps that say the same, together.
fn besides(
    all: impl IntoIterator<Item = (usize, Option<Words>, Option<Words>)>,
    names: &[String],
) -> Vec<Beside> {
    let mut found: Vec<(Vec<usize>, Option<Words>, Option<Words>)> = Vec::new();
    for (step, text, payer) in all {
        match found.iter_mut().find(|it| it.1 == text && it.2 == payer) {
            Some((steps, ..)) => steps.push(step),
            None => found.push((vec![step], text, payer)),
        }
    }
    let beside = |(steps, text, payer): (Vec<usize>, _, _)| {
        let (steps, several) = numbers(&steps, names);
        Beside { steps, several, text, payer }
    };
    found.into_iter().map(beside).collect()
}

/// As readers count: `1, 2b, 4`. And whether that is more than one.
fn numbers(steps: &[usize], names: &[String]) -> (String, bool) {
    let mut steps: Vec<&str> = steps.iter().map(|it| names[*it].as_str()).collect();
    steps.dedup();
    (steps.join(", "), 1 < steps.len())
}

/// What each step is called: steps that take each other's place share a number, `2a` and `2b`.
pub(super) fn step_names(journey: &Journey) -> Vec<String> {
    let groups = journey.steps.chunk_by(|_, next| next.or);
    let names = groups.zip(1..).flat_map(|(group, number)| {
        let name = move |letter: char| {
            if group.len() < 2 { format!("{number}") } else { format!("{number}{letter}") }
        };
        group.iter().zip('a'..).map(move |(_, letter)| name(letter))
    });
    names.collect()
}

#[cfg(test)]
mod tests;
