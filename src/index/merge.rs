//! The words of all records put together: lexicon, lists, cards, columns, and where they are.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::bytes::{count, deflate, front_coded, number, text};
use super::cards::{Column, cards, columns};
use super::lists::{List, Tree, shards, stamped};
use super::pairs;
use super::slots::slots;
use super::tables::{self, CODE, PART, SPELT, rarity};
use super::tokens::{ALONE, BEGINS_SO, ENDS, ENDS_SO, Entry, Listed, TOGETHER, Tokens, second};
use crate::derive::{Found, SiteViews};
use crate::output::OutputFile;

/// Parts of the vocabulary, each put in order by itself.
const PARTS: usize = 64;

/// `tokens` are those of the records in shares of [`TOGETHER`], `signposts` hashes of the files of
/// the other pages.
pub(crate) fn merge(
    site: &SiteViews<'_>,
    records: &[Found<'_>],
    mut tokens: Vec<Tokens>,
    signposts: &[[u8; 3]],
    folder: &str,
) -> Vec<OutputFile> {
    let ids: Vec<&str> = records.iter().map(|it| it.id).collect();
    let slot_of = slots(&ids);
    let mut in_slots: Vec<Option<&Found<'_>>> =
        vec![None; slot_of.iter().max().map_or(0, |it| *it as usize + 1)];
    for (record, slot) in records.iter().zip(&slot_of) {
        in_slots[*slot as usize] = Some(record);
    }

    let (words, numbers) = vocabulary(&mut tokens);
    let pairs = pairs::commonest(held_pairs(&tokens, &numbers));
    let ways = ways(&tokens, &numbers);
    renumber(&mut tokens, &numbers);
    let (lists, held) = lists(&tokens, &slot_of, &words, tables::cut(in_slots.len()));
    drop(tokens);
    let (tree, mut files) = shards(lists, folder);
    let (groups, more) = cards(&in_slots, folder);
    files.extend(more);
    let (columns, more) = columns(site, &in_slots, folder);
    files.extend(more);

    let mut out = Vec::new();
    text(
        &mut out,
        &tables::constants(records.len(), in_slots.len(), &site.heads(), &site.matters()).to_string(),
    );
    let known: Vec<usize> =
        (0..words.len()).filter(|it| !words[*it].starts_with(CODE) && 0 < held[*it]).collect();
    number(&mut out, count(known.len()));
    let mut before = "";
    for at in &known {
        front_coded(&mut out, before, &words[*at]);
        before = &words[*at];
    }
    // Finer than this it orders nothing, and costs a kilobyte; rare words are many.
    let rarity = |at: &usize| rarity(held[*at], count(records.len())).min(255).to_le_bytes()[0];
    let stepped = |it: u8| if it < 192 { it & !3 } else { it & !15 };
    let rarities: Vec<u8> = known.iter().map(rarity).map(stepped).collect();
    let ranks = pairs::ranks(&rarities);
    out.extend(rarities);
    spellings(&mut out, &ways, (&known, &ranks));
    let mut rank_of = vec![u32::MAX; words.len()];
    for (at, rank) in known.iter().zip(&ranks) {
        rank_of[*at] = *rank;
    }
    let pairs = pairs.into_iter().map(|(a, b)| (rank_of[a as usize], rank_of[b as usize])).collect();
    pairs::write(&mut out, pairs, known.len());
    directory(&mut out, &tree, &groups, &columns, signposts);
    files.extend(core(&out, folder));
    files
}

/// What is read before the first query, in files that are small enough. All but the first carry a
/// hash, and the first names them: whoever has it has all of one publication.
fn core(bytes: &[u8], folder: &str) -> Vec<OutputFile> {
    let packed = deflate(bytes);
    let (head, rest) = packed.split_at(packed.len().min(PART));
    let mut first = Vec::with_capacity(PART + 16);
    number(&mut first, count(rest.len().div_ceil(PART)));
    let mut files = Vec::new();
    for (at, part) in rest.chunks(PART).enumerate() {
        let (hash, name) = stamped(&format!("core{}", at + 1), part);
        first.extend(hash);
        files.push(OutputFile::new(format!("{folder}{name}"), part.to_vec()));
    }
    first.extend(head);
    files.push(OutputFile::new(format!("{folder}core.bin"), first));
    files
}

/// All words in order, and for each share of the records the number of each of its own, which are
/// taken from it.
fn vocabulary(tokens: &mut [Tokens]) -> (Vec<String>, Vec<Vec<u32>>) {
    let mut first_seen: FxHashMap<String, u32> = FxHashMap::default();
    let mut numbers: Vec<Vec<u32>> = Vec::with_capacity(tokens.len());
    for it in tokens {
        let own = std::mem::take(&mut it.words).into_iter().map(|word| {
            let next = count(first_seen.len());
            *first_seen.entry(word).or_insert(next)
        });
        numbers.push(own.collect());
    }
    let mut words: Vec<(String, u32)> = first_seen.into_iter().collect();
    words.sort_unstable();
    let mut rank = vec![0; words.len()];
    for (at, (_, it)) in words.iter().enumerate() {
        rank[*it as usize] = count(at);
    }
    for it in numbers.iter_mut().flatten() {
        *it = rank[*it as usize];
    }
    (words.into_iter().map(|it| it.0).collect(), numbers)
}

/// Numbers words as the site does.
fn renumber(tokens: &mut [Tokens], numbers: &[Vec<u32>]) {
    tokens.par_iter_mut().zip(numbers).for_each(|(it, numbers)| {
        let flags = BEGINS_SO | ENDS_SO;
        let global = |it: u32| if ENDS <= it { it } else { numbers[(it & !flags) as usize] | it & flags };
        for list in &mut it.lists {
            (list.first, list.second) = (global(list.first), global(list.second));
        }
        it.lists.sort_unstable();
    });
}

/// All lists, and how many records have each word.
fn lists<'a>(
    tokens: &[Tokens],
    slot_of: &[u32],
    words: &'a [String],
    cut: usize,
) -> (Vec<List<'a>>, Vec<u32>) {
    let some_words = words.len().div_ceil(PARTS).max(1);
    let of_part = |(part, own): (usize, &[String])| {
        let from = count(part * some_words);
        let until = from + count(own.len());
        let mut parts: Vec<(&Listed, &[Entry], &[u32])> = Vec::new();
        for (it, slots) in tokens.iter().zip(slot_of.chunks(TOGETHER)) {
            let before = |word: u32| it.lists.partition_point(|it| it.first < word);
            let entries = |list: &Listed| &it.entries[list.start as usize..list.end as usize];
            let lists = &it.lists[before(from)..before(until)];
            parts.extend(lists.iter().map(|list| (list, entries(list), slots)));
        }
        // A stable sort takes what is in order already as it is.
        parts.sort_by_key(|(list, ..)| (list.first, list.second));
        let mut held = vec![0; own.len()];
        let same = parts.chunk_by(|a, b| (a.0.first, a.0.second) == (b.0.first, b.0.second));
        let lists = same.map(|parts| {
            let Listed { first, second: next, .. } = *parts[0].0;
            let placed =
                parts.iter().flat_map(|(_, entries, slots)| entries.iter().map(|it| it.placed(slots)));
            let mut slots: Vec<u32> = placed.collect();
            slots.sort_unstable();
            if next == ALONE {
                held[(first - from) as usize] = count(slots.len());
            }
            List::new(&words[first as usize], second(words, next), &slots, cut)
        });
        (lists.collect::<Vec<_>>(), held)
    };
    let made: (Vec<_>, Vec<_>) = words.par_chunks(some_words).enumerate().map(of_part).unzip();
    (made.0.into_iter().flatten().collect(), made.1.concat())
}

/// How words are written: `word << 8 | marks`, sorted.
fn ways(tokens: &[Tokens], numbers: &[Vec<u32>]) -> Vec<u64> {
    let mut all: Vec<u64> = tokens
        .iter()
        .zip(numbers)
        .flat_map(|(tokens, numbers)| {
            let global = |it: &u32| u64::from(numbers[(it >> 8) as usize]) << 8 | u64::from(it & 255);
            tokens.spelt.iter().map(global)
        })
        .collect();
    all.par_sort_unstable();
    all.dedup();
    all
}

/// For each known word: in how many ways it is written, and the marks of each. Of rare words nothing
/// is said: there are many of them, and each is asked for by few.
fn spellings(out: &mut Vec<u8>, ways: &[u64], (known, ranks): (&[usize], &[u32])) {
    for (word, rank) in known.iter().zip(ranks) {
        if SPELT <= *rank as usize {
            out.push(0);
            continue;
        }
        let from = ways.partition_point(|it| *it < (*word as u64) << 8);
        let ways = ways[from..].iter().take_while(|it| **it >> 8 == *word as u64);
        let marks: Vec<u8> = ways.map(|it| it.to_le_bytes()[0]).take(255).collect();
        out.push(count(marks.len()).to_le_bytes()[0]);
        out.extend(marks);
    }
}

/// How often two words stand together in titles and names.
fn held_pairs(tokens: &[Tokens], numbers: &[Vec<u32>]) -> Vec<((u32, u32), u32)> {
    let mut held: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    for (tokens, numbers) in tokens.iter().zip(numbers) {
        for ((a, b), times) in &tokens.pairs {
            *held.entry((numbers[*a as usize], numbers[*b as usize])).or_default() += times;
        }
    }
    held.into_iter().collect()
}

fn directory(out: &mut Vec<u8>, tree: &Tree, groups: &[[u8; 3]], columns: &[Column], signposts: &[[u8; 3]]) {
    tree.write(out);
    let mut hashes = |some: &[[u8; 3]]| {
        number(out, count(some.len()));
        out.extend(some.iter().flatten());
    };
    hashes(groups);
    for column in columns {
        hashes(&column.values);
        hashes(&column.parts);
    }
    hashes(signposts);
}
