//! Circles in a graph of ids.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Id;

/// Circles that have no node in common, each from its least id on; the same for the same graph.
pub(super) fn cycles<'a>(edges: &BTreeMap<&'a Id, Vec<&'a Id>>) -> Vec<Vec<&'a Id>> {
    let mut left = edges.clone();
    let mut found = Vec::new();
    loop {
        drop_ends(&mut left);
        let Some(mut at) = left.keys().next().copied() else { return found };
        // Every node that is left leads to one that is left, so this walk must come back somewhere.
        let mut walk = vec![at];
        let circle = loop {
            at = left[at]
                .iter()
                .copied()
                .find(|it| left.contains_key(it))
                .expect("nodes without a way on are gone");
            if let Some(first) = walk.iter().position(|it| *it == at) {
                break walk.split_off(first);
            }
            walk.push(at);
        };
        for id in &circle {
            left.remove(id);
        }
        let least = (0..circle.len()).min_by_key(|nth| circle[*nth]).unwrap_or(0);
        found.push(circle[least..].iter().chain(&circle[..least]).copied().collect());
    }
}

/// Removes what leads to nothing that is left, again and again.
fn drop_ends(left: &mut BTreeMap<&Id, Vec<&Id>>) {
    let mut into: BTreeMap<&Id, Vec<&Id>> = BTreeMap::new();
    let mut ways: BTreeMap<&Id, usize> = BTreeMap::new();
    for (from, to) in left.iter() {
        let to: BTreeSet<&Id> = to.iter().copied().filter(|it| left.contains_key(it)).collect();
        ways.insert(from, to.len());
        for it in to {
            into.entry(it).or_default().push(from);
        }
    }
    let mut ends: Vec<&Id> = ways.iter().filter(|(_, count)| **count == 0).map(|(id, _)| *id).collect();
    while let Some(end) = ends.pop() {
        left.remove(end);
        for from in into.get(end).into_iter().flatten() {
            let count = ways.get_mut(from).expect("every node has a count");
            *count -= 1;
            if *count == 0 {
                ends.push(from);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_circles() {
        let ids: Vec<Id> =
            ["a", "b", "c", "d", "e"].iter().map(|it| it.parse().expect("a test's id")).collect();
        let graph = |edges: &[(usize, usize)]| -> Vec<String> {
            let mut map: BTreeMap<&Id, Vec<&Id>> = BTreeMap::new();
            for (from, to) in edges {
                map.entry(&ids[*from]).or_default().push(&ids[*to]);
            }
            cycles(&map).iter().map(|it| it.iter().map(|id| id.as_str()).collect()).collect()
        };
        assert_eq!(graph(&[(0, 1), (1, 2), (0, 2)]), Vec::<String>::new());
        assert_eq!(graph(&[(0, 1), (1, 0)]), ["ab"]);
        assert_eq!(graph(&[(0, 2), (2, 1), (1, 2), (3, 4), (4, 3)]), ["bc", "de"]);
        assert_eq!(graph(&[(0, 0)]), ["a"]);
    }
}
