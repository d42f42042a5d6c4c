//! Against counting every way through the journey by itself.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::model::{Paper, Rare, Scope, Text};

fn requirement(papers: &[u8], originals: Option<u16>, copies: Option<u16>, case: bool) -> Requirement {
    let document = |it: &u8| Document {
        paper: Paper::Named(Text::plain(format!("Giấy {it}"))),
        note: None,
        form: None,
        form_url: None,
    };
    Requirement {
        documents: papers.iter().map(document).collect(),
        originals,
        copies,
        certified_copies: None,
        scope: Scope { case: case.then(|| "x".parse().expect("an id")), channel: None, agency: None }.into(),
        note: None,
        source: None,
        unconfirmed: false,
        effect: Rare::default(),
    }
}

fn a_requirement() -> impl Strategy<Value = Requirement> {
    let count = || proptest::option::of(0..3_u16);
    (vec(0..4_u8, 1..3), count(), count(), any::<bool>())
        .prop_map(|(papers, originals, copies, case)| requirement(&papers, originals, copies, case))
}

/// Steps with what each asks for.
fn a_journey() -> impl Strategy<Value = Vec<(Place, Vec<Requirement>)>> {
    let place = (any::<bool>(), any::<bool>()).prop_map(|(optional, or)| Place { optional, or });
    vec((place, vec(a_requirement(), 0..3)), 1..5)
}

fn asked(journey: &[(Place, Vec<Requirement>)]) -> Vec<(usize, &Requirement)> {
    journey.iter().enumerate().flat_map(|(nth, (_, all))| all.iter().map(move |it| (nth, it))).collect()
}

/// Every set of steps that one may take: one of each group, none where one may be left out.
fn ways(places: &[Place]) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = vec![Vec::new()];
    let mut from = 0;
    while from < places.len() {
        let until = (from + 1..places.len()).find(|it| !places[*it].or).unwrap_or(places.len());
        let mut choices: Vec<Option<usize>> = (from..until).map(Some).collect();
        if places[from..until].iter().any(|it| it.optional) {
            choices.push(None);
        }
        all = all
            .iter()
            .flat_map(|way| choices.iter().map(|it| way.iter().copied().chain(*it).collect()))
            .collect();
        from = until;
    }
    all
}

proptest! {
    #[test]
    fn the_merged_list_loses_no_paper(journey in a_journey()) {
        let asked = asked(&journey);
        let lines = merge(asked.clone());
        let kept: usize = lines.iter().map(|it| it.uses.len()).sum();
        prop_assert_eq!(kept, asked.len());
        for (step, requirement) in asked {
            let found = lines.iter().filter(|line| {
                line.uses.iter().any(|it| it.step == step && std::ptr::eq(it.requirement, requirement))
            });
            let found: Vec<_> = found.collect();
            prop_assert_eq!(found.len(), 1);
            for document in &requirement.documents {
                prop_assert!(found[0].documents.contains(document));
            }
        }
    }

    #[test]
    fn a_paper_is_listed_once(journey in a_journey()) {
        let lines = merge(asked(&journey));
        for (nth, line) in lines.iter().enumerate() {
            prop_assert!(!lines[nth + 1..].iter().any(|it| same(it.documents, line.documents)));
        }
    }

    #[test]
    fn another_procedure_takes_no_paper_away(
        journey in a_journey(),
        at in 0..5_usize,
        more in vec(a_requirement(), 0..3),
        optional: bool,
    ) {
        let mut longer = journey.clone();
        longer.insert(at.min(journey.len()), (Place { optional, or: false }, more));
        let (before, after) = (merge(asked(&journey)), merge(asked(&longer)));
        for line in &before {
            let still = after.iter().find(|it| same(it.documents, line.documents));
            prop_assert!(still.is_some_and(|it| line.uses.len() <= it.uses.len()));
        }
    }

    #[test]
    fn totals_are_what_every_way_through_gives(journey in a_journey()) {
        let places: Vec<Place> = journey.iter().map(|it| it.0).collect();
        for line in merge(asked(&journey)) {
            let at = |way: &[usize], all: bool, count: fn(&Requirement) -> Option<u16>| -> Vec<u64> {
                let mut by_step = Vec::new();
                for step in way {
                    let mut sum = 0;
                    for it in line.uses.iter().filter(|it| it.step == *step) {
                        if all || it.requirement.scope.case.is_none() {
                            sum += u64::from(count(it.requirement).unwrap_or(0));
                        }
                    }
                    by_step.push(sum);
                }
                by_step
            };
            let ways = ways(&places);
            let copies = |all| ways.iter().map(move |it| at(it, all, |it| it.copies).iter().sum::<u64>());
            let expected = Range { least: copies(false).min().expect("a way"), most: copies(true).max().expect("a way") };
            prop_assert_eq!(line.handed_in(&places, |it| it.copies), expected);
            let least = ways.iter().map(|it| at(it, false, |it| it.originals).into_iter().max().unwrap_or(0));
            let most = ways.iter().map(|it| at(it, true, |it| it.originals).iter().sum::<u64>());
            let expected = Range { least: least.min().expect("a way"), most: most.max().expect("a way") };
            prop_assert_eq!(line.shown(&places, |it| it.originals), expected);
        }
    }

    #[test]
    fn the_longest_chain_is_the_longest_of_all(
        days in vec((0..9_u64, 0..9_u64), 1..7),
        edges in vec(any::<bool>(), 36),
    ) {
        let places = vec![Place { optional: false, or: false }; days.len()];
        let of = |step: usize| Range { least: days[step].0, most: days[step].0 + days[step].1 };
        let waits = |a: usize, b: usize| a < b && edges[a * 6 + b % 6];
        let chains = (1_u32..1 << days.len()).map(|set| {
            (0..days.len()).filter(|it| set & (1 << it) != 0).collect::<Vec<_>>()
        });
        let chains: Vec<_> = chains.filter(|it| it.windows(2).all(|it| waits(it[0], it[1]))).collect();
        let longest = |end: fn(Range) -> u64| chains.iter().map(|it| it.iter().map(|it| end(of(*it))).sum()).max();
        let expected = Range { least: longest(|it| it.least).expect("a way"), most: longest(|it| it.most).expect("a way") };
        let any = chains.iter().any(|it| 1 < it.len());
        prop_assert_eq!(longest_chain(&places, of, waits), any.then_some(expected));
    }
}
