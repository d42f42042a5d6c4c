//! What several procedures ask for together: papers, days, money.
//!
//! Pure counting. A journey is a list of groups: the steps of a group stand for each other
//! ("or"), and a group with an optional step may be left out. Hence every total is a range.

use crate::model::{Document, Requirement};

/// From the least that may be needed to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::derive) struct Range {
    pub(in crate::derive) least: u64,
    pub(in crate::derive) most: u64,
}

/// How a step stands to the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::derive) struct Place {
    pub(in crate::derive) optional: bool,
    /// Instead of the step before it.
    pub(in crate::derive) or: bool,
}

/// One paper, or one choice of papers, and every step that asks for it.
#[derive(Debug, Clone)]
pub(in crate::derive) struct Line<'a> {
    pub(in crate::derive) documents: &'a [Document],
    pub(in crate::derive) uses: Vec<Use<'a>>,
}

#[derive(Debug, Clone, Copy)]
pub(in crate::derive) struct Use<'a> {
    /// Counted from 0.
    pub(in crate::derive) step: usize,
    pub(in crate::derive) requirement: &'a Requirement,
}

/// Each paper once, in the order in which the steps ask for it.
///
/// Only what is the same in every word is one line: "one of A and B" and "A" stay apart.
pub(in crate::derive) fn merge<'a>(
    asked: impl IntoIterator<Item = (usize, &'a Requirement)>,
) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    for (step, requirement) in asked {
        let documents = requirement.documents.as_slice();
        let one = Use { step, requirement };
        match lines.iter_mut().find(|it| same(it.documents, documents)) {
            Some(line) => line.uses.push(one),
            None => lines.push(Line { documents, uses: vec![one] }),
        }
    }
    lines
}

fn same(a: &[Document], b: &[Document]) -> bool {
    a.len() == b.len() && a.iter().all(|it| b.contains(it)) && b.iter().all(|it| a.contains(it))
}

impl Line<'_> {
    /// How many pieces one step takes: what is for some case only may not be needed.
    fn at(&self, step: usize, count: fn(&Requirement) -> Option<u16>) -> Range {
        let here = self.uses.iter().filter(|it| it.step == step);
        here.fold(Range::default(), |sum, it| {
            let n = count(it.requirement).map_or(0, u64::from);
            let always = it.requirement.scope.is_usual();
            Range { least: sum.least + if always { n } else { 0 }, most: sum.most + n }
        })
    }

    /// Copies stay where they are handed in, so every step takes its own.
    pub(in crate::derive) fn handed_in(
        &self,
        places: &[Place],
        count: fn(&Requirement) -> Option<u16>,
    ) -> Range {
        sum(places, |step| self.at(step, count))
    }

    /// Originals: at least those of the step that takes most, if each comes back; at most all of
    /// them, if none does.
    pub(in crate::derive) fn shown(&self, places: &[Place], count: fn(&Requirement) -> Option<u16>) -> Range {
        let of = |step| self.at(step, count);
        let least = groups(places).into_iter().map(|it| group(places, &it, &of).least).max();
        Range { least: least.unwrap_or(0), most: sum(places, of).most }
    }
}

/// The steps of each group.
pub(in crate::derive) fn groups(places: &[Place]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (step, place) in places.iter().enumerate() {
        match groups.last_mut() {
            Some(group) if place.or => group.push(step),
            _ => groups.push(vec![step]),
        }
    }
    groups
}

/// What a group comes to: one of its steps is done, or none where one may be left out.
fn group(places: &[Place], steps: &[usize], of: &impl Fn(usize) -> Range) -> Range {
    let optional = steps.iter().any(|it| places[*it].optional);
    let least = steps.iter().map(|it| of(*it).least).min().unwrap_or(0);
    Range {
        least: if optional { 0 } else { least },
        most: steps.iter().map(|it| of(*it).most).max().unwrap_or(0),
    }
}

/// All groups together, one after the other.
pub(in crate::derive) fn sum(places: &[Place], of: impl Fn(usize) -> Range) -> Range {
    groups(places)
        .iter()
        .map(|it| group(places, it, &of))
        .fold(Range::default(), |sum, it| Range { least: sum.least + it.least, most: sum.most + it.most })
}

/// The longest chain of groups that wait for one another. `waits(a, b)`: step `b` can only begin
/// when step `a`, an earlier one, is done. `None` where nothing waits.
pub(in crate::derive) fn longest_chain(
    places: &[Place],
    of: impl Fn(usize) -> Range,
    waits: impl Fn(usize, usize) -> bool,
) -> Option<Range> {
    let groups = groups(places);
    let mut any = false;
    let mut ends: Vec<Range> = Vec::with_capacity(groups.len());
    for (nth, steps) in groups.iter().enumerate() {
        let own = group(places, steps, &of);
        let before = |earlier: &&usize| groups[**earlier].iter().any(|a| steps.iter().any(|b| waits(*a, *b)));
        let earlier: Vec<usize> = (0..nth).collect();
        let behind: Vec<Range> = earlier.iter().filter(before).map(|it| ends[*it]).collect();
        any |= !behind.is_empty();
        ends.push(Range {
            least: own.least + behind.iter().map(|it| it.least).max().unwrap_or(0),
            most: own.most + behind.iter().map(|it| it.most).max().unwrap_or(0),
        });
    }
    any.then(|| Range {
        least: ends.iter().map(|it| it.least).max().unwrap_or(0),
        most: ends.iter().map(|it| it.most).max().unwrap_or(0),
    })
}

#[cfg(test)]
mod tests;
