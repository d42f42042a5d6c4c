//! Lists of documents by word, cut into small files that stay the same while other lists change.
//!
//! A word's place is a number made of it alone. Files are the leaves of a binary tree over the
//! bits of that number: a leaf that grows too large becomes two, and no other file notices.

use std::borrow::Cow;

use rayon::prelude::*;

use super::bytes::{count, deflate, front_coded, hash, number};
use super::tables::SHARD;
use crate::output::{OutputFile, short_hash};

/// One list: its words, and its entries as they are written.
pub(crate) struct List<'a> {
    place: u32,
    first: &'a str,
    second: Cow<'a, str>,
    bytes: Box<[u8]>,
}

impl<'a> List<'a> {
    /// `entries` as for [`encode`].
    pub(crate) fn new(first: &'a str, second: Cow<'a, str>, entries: &[u32], cut: usize) -> List<'a> {
        List { place: place(first, &second), first, second, bytes: encode(entries, cut).into() }
    }
}

/// Where a list is looked for.
pub(crate) fn place(first: &str, second: &str) -> u32 {
    let hash = hash(first);
    ((hash ^ (hash >> 16)) & 0xffff) << 16 | order(second)
}

/// Of the first three letters, in alphabetical order: completions lie side by side.
pub(crate) fn order(second: &str) -> u32 {
    let mut bytes = second.bytes().map(|it| match it {
        b'0'..=b'9' => 2 + u32::from(it - b'0'),
        b'a'..=b'z' => 12 + u32::from(it - b'a'),
        b'<' | b'>' => 0,
        _ => 38,
    });
    (0..3).fold(0, |sum, _| sum * 40 + bytes.next().unwrap_or(0))
}

/// `entries` are `(31 - impact) << 27 | slot`, sorted.
fn encode(entries: &[u32], cut: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(entries.len() + 4);
    number(&mut out, count(entries.len()));
    let kept = &entries[..entries.len().min(cut)];
    for group in kept.chunk_by(|a, b| a >> 27 == b >> 27) {
        let impact = (31 - (group[0] >> 27)) << 3;
        if group.len() < 8 {
            out.push(impact.to_le_bytes()[0] | count(group.len()).to_le_bytes()[0]);
        } else {
            out.push(impact.to_le_bytes()[0]);
            number(&mut out, count(group.len()));
        }
        let mut before = 0;
        for entry in group {
            let slot = entry & 0x07ff_ffff;
            number(&mut out, slot - before);
            before = slot;
        }
    }
    out
}

/// The tree in preorder, a bit for each node (1: has two children), and a hash for each leaf; two
/// leaves of one node share theirs.
#[derive(Default)]
pub(crate) struct Tree {
    bits: Vec<bool>,
    hashes: Vec<[u8; 3]>,
}

impl Tree {
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        number(out, count(self.bits.len()));
        for eight in self.bits.chunks(8) {
            out.push(eight.iter().enumerate().fold(0, |byte, (at, bit)| byte | u8::from(*bit) << at));
        }
        for hash in &self.hashes {
            out.extend_from_slice(hash);
        }
    }
}

/// The files of the lists below `folder`.
pub(crate) fn shards(lists: Vec<List<'_>>, folder: &str) -> (Tree, Vec<OutputFile>) {
    let lists = by_place(lists);
    let mut bits = Vec::new();
    let mut leaves: Vec<(String, &[List<'_>])> = Vec::new();
    split(&lists, 0, String::new(), &mut bits, &mut leaves);
    let made: Vec<([u8; 3], Vec<OutputFile>)> = twins(&bits)
        .par_iter()
        .map(|some| {
            let leaves = &leaves[some.clone()];
            if leaves.iter().all(|(_, lists)| lists.is_empty()) {
                return ([0; 3], Vec::new());
            }
            let packed: Vec<Vec<u8>> = leaves.iter().map(|(_, lists)| deflate(&shard(lists))).collect();
            let hash = three(&packed.concat());
            let file = |((path, _), bytes): (&(String, _), Vec<u8>)| {
                OutputFile::new(format!("{folder}{}", name(&format!("s{path}"), hash)), bytes)
            };
            (hash, leaves.iter().zip(packed).map(file).collect())
        })
        .collect();
    let hashes = made.iter().map(|(hash, _)| *hash).collect();
    (Tree { bits, hashes }, made.into_iter().flat_map(|(_, files)| files).collect())
}

/// Numbers are put in order instead of the lists, which are eight times as large.
fn by_place(lists: Vec<List<'_>>) -> Vec<List<'_>> {
    let mut order: Vec<u64> =
        lists.iter().zip(0_u32..).map(|(it, at)| u64::from(it.place) << 32 | u64::from(at)).collect();
    order.par_sort_unstable();
    let mut lists: Vec<Option<List<'_>>> = lists.into_iter().map(Some).collect();
    order.iter().filter_map(|it| lists[(it & 0xffff_ffff) as usize].take()).collect()
}

/// Leaves by hash, in order: two of one node, or one alone.
fn twins(bits: &[bool]) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let (mut node, mut leaf) = (0, 0);
    while let Some(parted) = bits.get(node) {
        if *parted && bits.get(node + 1) == Some(&false) && bits.get(node + 2) == Some(&false) {
            found.push(leaf..leaf + 2);
            (node, leaf) = (node + 3, leaf + 2);
            continue;
        }
        if !parted {
            found.push(leaf..leaf + 1);
            leaf += 1;
        }
        node += 1;
    }
    found
}

fn split<'a, 'b>(
    lists: &'b [List<'a>],
    depth: u32,
    path: String,
    bits: &mut Vec<bool>,
    leaves: &mut Vec<(String, &'b [List<'a>])>,
) {
    let size: usize = lists.iter().map(|it| it.bytes.len() + it.second.len() / 2 + 1).sum();
    let apart = lists.first().map(|it| it.place) != lists.last().map(|it| it.place);
    if size <= SHARD || !apart {
        bits.push(false);
        leaves.push((path, lists));
        return;
    }
    bits.push(true);
    let middle = lists.partition_point(|it| it.place >> (31 - depth) & 1 == 0);
    split(&lists[..middle], depth + 1, format!("{path}0"), bits, leaves);
    split(&lists[middle..], depth + 1, format!("{path}1"), bits, leaves);
}

fn shard(lists: &[List<'_>]) -> Vec<u8> {
    let mut lists: Vec<&List<'_>> = lists.iter().collect();
    lists.sort_by(|a, b| (a.first, &a.second).cmp(&(b.first, &b.second)));
    let mut out = Vec::new();
    let mut first = "";
    for group in lists.chunk_by(|a, b| a.first == b.first) {
        front_coded(&mut out, first, group[0].first);
        first = group[0].first;
        number(&mut out, count(group.len()));
        let mut second = "";
        for it in group {
            front_coded(&mut out, second, &it.second);
            second = &it.second;
            out.extend_from_slice(&it.bytes);
        }
    }
    out
}

/// What a file with these bytes is called, and its bytes as they are stored: `s0101-1a2b3c.bin`.
pub(crate) fn named(stem: &str, bytes: &[u8]) -> ([u8; 3], String, Vec<u8>) {
    let packed = deflate(bytes);
    let (hash, name) = stamped(stem, &packed);
    (hash, name, packed)
}

/// What a file is called that is stored like this.
pub(crate) fn stamped(stem: &str, stored: &[u8]) -> ([u8; 3], String) {
    let three = three(stored);
    (three, name(stem, three))
}

pub(crate) fn name(stem: &str, hash: [u8; 3]) -> String {
    format!("{stem}-{:02x}{:02x}{:02x}.bin", hash[0], hash[1], hash[2])
}

pub(crate) fn three(stored: &[u8]) -> [u8; 3] {
    let hash = short_hash(stored);
    let mut three = [0; 3];
    for (at, byte) in three.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hash[2 * at..2 * at + 2], 16).unwrap_or(0);
    }
    // Three zeros mean that there is no file.
    if three == [0; 3] {
        three[2] = 1;
    }
    three
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_leaves_of_one_node_are_found_and_no_others() {
        let bits = |text: &str| text.bytes().map(|it| it == b'1').collect::<Vec<_>>();
        assert_eq!(twins(&bits("100")).first(), Some(&(0..2)));
        assert_eq!(twins(&bits("10100")), [0..1, 1..3], "the deeper two");
        assert_eq!(twins(&bits("11000")), [0..2, 2..3]);
        assert_eq!(twins(&bits("1100100")), [0..2, 2..4]);
        assert_eq!(twins(&bits("110101000")), [0..1, 1..2, 2..4, 4..5]);
    }
}
