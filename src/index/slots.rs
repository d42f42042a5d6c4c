//! Which number a document has: made of its id, so that another document hardly changes it.

use super::bytes::{count, hash};

/// The slot of each id. About four of five slots are taken, in the order of hashes; who finds
/// its slot taken moves on, so one document more or less moves only its neighbours.
pub(crate) fn slots(ids: &[&str]) -> Vec<u32> {
    let size = u64::from(size(ids.len()));
    let mut order: Vec<(u32, usize)> = ids.iter().enumerate().map(|(at, id)| (hash(id), at)).collect();
    order.sort_unstable_by(|a, b| (spread(a.0), ids[a.1]).cmp(&(spread(b.0), ids[b.1])));
    let mut found = vec![0; ids.len()];
    let mut free = 0;
    for (hash, at) in order {
        let home = u32::try_from((u64::from(spread(hash)) * size) >> 32).unwrap_or(0);
        free = free.max(home);
        found[at] = free;
        free += 1;
    }
    found
}

/// Grows in steps, so that it stays the same for long.
fn size(documents: usize) -> u32 {
    let wanted = count(documents + documents / 4 + 8);
    let power = wanted.next_power_of_two();
    if wanted <= power / 4 * 3 { power / 4 * 3 } else { power }
}

/// The low bits of the hash are the better ones.
fn spread(hash: u32) -> u32 {
    hash.wrapping_mul(0x9e37_79b1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_document_more_moves_few() {
        let ids: Vec<String> = (0..1000).map(|it| format!("thu-tuc-{it}")).collect();
        let all: Vec<&str> = ids.iter().map(String::as_str).collect();
        let (before, after) = (slots(&all[1..]), slots(&all));
        let mut sorted = after.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), 1000, "each has its own");
        let moved = before.iter().zip(&after[1..]).filter(|(a, b)| a != b).count();
        assert!(moved < 20, "{moved}");
    }
}
