//! Which words stand together in titles and names, as the core tells it.

use super::bytes::{count, number};
use super::tables::PAIRS;

/// Of all pairs of words and how often each was found, the commonest.
pub(crate) fn commonest(mut pairs: Vec<((u32, u32), u32)>) -> Vec<(u32, u32)> {
    pairs.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    pairs.into_iter().take(PAIRS).map(|it| it.0).collect()
}

/// The place of each word if the commonest came first: what follows a word is mostly common, and
/// small numbers are short.
pub(crate) fn ranks(rarities: &[u8]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..rarities.len()).collect();
    order.sort_by_key(|it| rarities[*it]);
    let mut ranks = vec![0; rarities.len()];
    for (rank, it) in order.iter().enumerate() {
        ranks[*it] = count(rank);
    }
    ranks
}

/// By rank: how many words follow each, then the ranks of all that do, as distances.
pub(crate) fn write(out: &mut Vec<u8>, mut pairs: Vec<(u32, u32)>, words: usize) {
    pairs.sort_unstable();
    let mut held = vec![0; words];
    for (a, _) in &pairs {
        held[*a as usize] += 1;
    }
    for it in held {
        number(out, it);
    }
    for of_one in pairs.chunk_by(|a, b| a.0 == b.0) {
        let mut before = 0;
        for (_, next) in of_one {
            number(out, next - before);
            before = *next;
        }
    }
}
