//! The words of all records put together: lexicon, lists, cards, columns, and where they are.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::bytes::{count, deflate, front_coded, number, text};
use super::cards::{Column, FACETS, cards, columns};
use super::lists::{List, Tree, encode, shards, stamped};
use super::pairs;
use super::slots::slots;
use super::tables::{self, CODE, PART, SPELT, rarity};
use super::tokens::{ALONE, ENDS, Tokens, second};
use crate::derive::Searched;
use crate::output::OutputFile;

/// A list's entry before it is one: words, then `(31 - impact) << 27 | slot`.
type Entry = (u32, u32, u32);

pub(crate) fn merge(records: &[Searched], tokens: &[Tokens], folder: &str) -> Vec<OutputFile> {
    let ids: Vec<&str> = records.iter().map(|it| it.id.as_str()).collect();
    let slot_of = slots(&ids);
    let mut in_slots: Vec<Option<&Searched>> =
        vec![None; slot_of.iter().max().map_or(0, |it| *it as usize + 1)];
    for (record, slot) in records.iter().zip(&slot_of) {
        in_slots[*slot as usize] = Some(record);
    }

    let (words, numbers) = vocabulary(tokens);
    // The largest thing there is: one that grows would be held twice.
    let mut entries = Vec::with_capacity(tokens.iter().map(|it| it.lists.len()).sum());
    for ((tokens, numbers), slot) in tokens.iter().zip(&numbers).zip(&slot_of) {
        let entry = |impact: u8| (31 - u32::from(impact)) << 27 | slot;
        let global = |it: u32| if ENDS <= it { it } else { numbers[it as usize] };
        entries.extend(tokens.lists.iter().map(|it| (global(it.0), global(it.1), entry(it.2))));
    }
    entries.par_sort_unstable();

    let mut held = vec![0_u32; words.len()];
    for list in entries.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter(|it| it[0].1 == ALONE) {
        held[list[0].0 as usize] = count(list.len());
    }
    let pairs = pairs::commonest(held_pairs(tokens, &numbers));
    let lists = lists(&entries, &words, tables::cut(in_slots.len()));
    drop(entries);
    let (tree, mut files) = shards(lists, folder);
    let (groups, more) = cards(&in_slots, folder);
    files.extend(more);
    let (columns, more) = columns(&in_slots, folder);
    files.extend(more);

    let mut out = Vec::new();
    text(&mut out, &tables::constants(records.len(), in_slots.len()).to_string());
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
    spellings(&mut out, tokens, &numbers, (&known, &ranks));
    let mut rank_of = vec![u32::MAX; words.len()];
    for (at, rank) in known.iter().zip(&ranks) {
        rank_of[*at] = *rank;
    }
    let pairs = pairs.into_iter().map(|(a, b)| (rank_of[a as usize], rank_of[b as usize])).collect();
    pairs::write(&mut out, pairs, known.len());
    directory(&mut out, &tree, &groups, &columns);
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

/// All words in order, and for each record the number of each of its own.
fn vocabulary(tokens: &[Tokens]) -> (Vec<String>, Vec<Vec<u32>>) {
    let mut first_seen: FxHashMap<&str, u32> = FxHashMap::default();
    let mut words: Vec<&str> = Vec::new();
    let mut numbers: Vec<Vec<u32>> = Vec::with_capacity(tokens.len());
    for it in tokens {
        let own = it.words.iter().map(|word| {
            *first_seen.entry(word).or_insert_with(|| {
                words.push(word);
                count(words.len() - 1)
            })
        });
        numbers.push(own.collect());
    }
    let mut order: Vec<u32> = (0..count(words.len())).collect();
    order.sort_unstable_by_key(|it| words[*it as usize]);
    let mut rank = vec![0; words.len()];
    for (at, it) in order.iter().enumerate() {
        rank[*it as usize] = count(at);
    }
    for own in &mut numbers {
        for it in own {
            *it = rank[*it as usize];
        }
    }
    (order.iter().map(|it| words[*it as usize].to_owned()).collect(), numbers)
}

fn lists<'a>(entries: &[Entry], words: &'a [String], cut: usize) -> Vec<List<'a>> {
    let lists: Vec<&[Entry]> = entries.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).collect();
    lists
        .par_iter()
        .map(|list| {
            let slots: Vec<u32> = list.iter().map(|it| it.2).collect();
            List {
                first: &words[list[0].0 as usize],
                second: second(words, list[0].1),
                bytes: encode(&slots, cut),
            }
        })
        .collect()
}

/// For each known word: in how many ways it is written, and the marks of each. Of rare words nothing
/// is said: there are many of them, and each is asked for by few.
fn spellings(out: &mut Vec<u8>, tokens: &[Tokens], numbers: &[Vec<u32>], (known, ranks): (&[usize], &[u32])) {
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
    for (word, rank) in known.iter().zip(ranks) {
        if SPELT <= *rank as usize {
            out.push(0);
            continue;
        }
        let from = all.partition_point(|it| *it < (*word as u64) << 8);
        let ways = all[from..].iter().take_while(|it| **it >> 8 == *word as u64);
        let marks: Vec<u8> = ways.map(|it| it.to_le_bytes()[0]).take(255).collect();
        out.push(count(marks.len()).to_le_bytes()[0]);
        out.extend(marks);
    }
}

/// How often two words stand together in titles and names.
fn held_pairs(tokens: &[Tokens], numbers: &[Vec<u32>]) -> Vec<((u32, u32), u32)> {
    let mut held: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    for (tokens, numbers) in tokens.iter().zip(numbers) {
        for (a, b) in &tokens.pairs {
            *held.entry((numbers[*a as usize], numbers[*b as usize])).or_default() += 1;
        }
    }
    held.into_iter().collect()
}

fn directory(out: &mut Vec<u8>, tree: &Tree, groups: &[[u8; 3]], columns: &[Column]) {
    tree.write(out);
    let mut hashes = |some: &[[u8; 3]]| {
        number(out, count(some.len()));
        out.extend(some.iter().flatten());
    };
    hashes(groups);
    for (column, _) in columns.iter().zip(FACETS) {
        hashes(&column.values);
        hashes(&column.parts);
    }
}
