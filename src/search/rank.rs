//! The documents that answer, best first.

use rustc_hash::FxHashMap;

use super::files::{Files, span};
use super::lexicon::Lexicon;
use super::understand::Token;
use crate::index::tables::{BEGIN, CODE, CODE_HEAD, END, is_question, rarity, weight};
use crate::text::fold;

#[derive(Default, Clone, Copy)]
struct Found {
    score: u64,
    /// A bit for each token that it has, and for each that it has together with the next.
    covers: u32,
    joins: u32,
}

struct Gathering {
    documents: u32,
    found: Vec<Found>,
    touched: Vec<u32>,
}

impl Gathering {
    fn add(&mut self, bits: u32, points: u32, held: u32, entries: &[(u32, u32)]) {
        let worth = u64::from(rarity(held, self.documents)) * u64::from(points);
        for (slot, impact) in entries {
            let it = &mut self.found[*slot as usize];
            if it.covers == 0 {
                self.touched.push(*slot);
            }
            it.covers |= bits;
            it.joins |= if 1 < bits.count_ones() { bits & (bits >> 1) } else { 0 };
            it.score += worth * u64::from(*impact);
        }
    }
}

pub(super) fn rank(files: &Files<'_>, lexicon: &Lexicon, tokens: &[Token]) -> Vec<u32> {
    let tells: Vec<bool> = (0..tokens.len())
        .map(|at| !is_question(&tokens[at].word) || stands_beside(lexicon, tokens, at))
        .collect();
    let all_ask = !tells.contains(&true);
    let counts = |at: usize| all_ask || tells[at];
    let unknown = rarity(0, files.documents);
    let need: Vec<u64> = tokens
        .iter()
        .enumerate()
        .map(|(at, it)| match lexicon.rarity(&it.word) {
            _ if !counts(at) => 0,
            _ if it.prefix => 24,
            // It may ask after all, so less is lost where it is missing.
            Some(rarity) if !all_ask && is_question(&it.word) => u64::from(rarity >> 1),
            Some(rarity) => u64::from(rarity),
            None => u64::from(unknown).min(16 * it.word.encode_utf16().count() as u64),
        })
        .collect();
    let all: u64 = need.iter().sum();
    if all == 0 {
        return Vec::new();
    }
    let mut gathering = Gathering {
        documents: files.documents,
        found: vec![Found::default(); files.slots],
        touched: Vec::new(),
    };
    let mut ask = |bits: u32, first: &str, second: &str, points: u32| {
        files.with_list(first, second, |it| gathering.add(bits, points, it.held, &it.entries));
    };
    let mut completed = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for (at, it) in tokens.iter().enumerate().filter(|(at, _)| counts(*at)) {
        let bit = 1 << at;
        if it.prefix {
            for word in lexicon.completions(&it.word).into_iter().take(3) {
                ask(bit, word, "", (weight::SINGLE * weight::COMPLETED) >> 4);
            }
            continue;
        }
        if !lexicon.has(&it.word) {
            continue;
        }
        if seen.contains(&it.word.as_str()) {
            ask(bit, &it.word, "", 0);
        } else {
            seen.push(&it.word);
            ask(bit, &it.word, "", weight::SINGLE);
            if at == 0 {
                ask(bit, &it.word, BEGIN, weight::EDGE);
            }
            if at + 1 == tokens.len() {
                ask(bit, &it.word, END, weight::EDGE);
            }
        }
        match tokens.get(at + 1) {
            Some(next) if next.prefix => completed.push((bit | bit << 1, &it.word, &next.word)),
            Some(next) if lexicon.has(&next.word) => {
                let bits = if counts(at + 1) { bit | bit << 1 } else { bit };
                ask(bits, &it.word, &next.word, weight::PAIR);
            }
            _ => {}
        }
    }
    for (bits, first, beginning) in completed {
        let (from, to) = span(first, beginning);
        for shard in files.shards(from, to, 3) {
            let mut best: FxHashMap<u32, u32> = FxHashMap::default();
            for (_, list) in shard.get(first).into_iter().flatten().filter(|it| it.0.starts_with(beginning)) {
                for (slot, impact) in &list.entries {
                    let known = best.entry(*slot).or_default();
                    *known = (*known).max(*impact);
                }
            }
            let entries: Vec<(u32, u32)> = best.into_iter().collect();
            let held = u32::try_from(entries.len()).unwrap_or(u32::MAX);
            gathering.add(bits, (weight::PAIR * weight::COMPLETED) >> 4, held, &entries);
        }
    }
    let repairs: u64 = tokens.iter().map(|it| u64::from(it.repair)).sum();
    let doubt = repairs * u64::from(weight::DOUBT) / tokens.len() as u64;
    chosen(&gathering, &need, all, doubt)
}

/// Does some title have this word beside the one before it, or the one after?
fn stands_beside(lexicon: &Lexicon, tokens: &[Token], at: usize) -> bool {
    let it = &tokens[at];
    let before = at.checked_sub(1).map(|at| &tokens[at].word);
    let after = |next: &Token| {
        if next.prefix {
            lexicon.completions(&next.word).iter().any(|word| lexicon.together(&it.word, word))
        } else {
            lexicon.together(&it.word, &next.word)
        }
    };
    !it.prefix
        && (before.is_some_and(|before| lexicon.together(before, &it.word))
            || tokens.get(at + 1).is_some_and(after))
}

fn chosen(gathering: &Gathering, need: &[u64], all: u64, doubt: u64) -> Vec<u32> {
    let covered = |it: &Found| (0..need.len()).filter(|at| it.covers >> at & 1 == 1).map(|at| need[at]).sum();
    let mut ranked: Vec<(u64, u32)> = gathering
        .touched
        .iter()
        .map(|slot| {
            let it = &gathering.found[*slot as usize];
            let covered: u64 = covered(it);
            let share = covered * 64 / all;
            (it.score * (share + 8) * (share + 8), *slot)
        })
        .collect();
    ranked.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let Some((best, slot)) = ranked.first().copied() else { return Vec::new() };
    // Words alone are found everywhere: pairs of them must be found too.
    let found = &gathering.found[slot as usize];
    let (mut proof, mut wanted): (u64, u64) = (covered(found), all);
    for at in 0..need.len().saturating_sub(1) {
        let pair = need[at].min(need[at + 1]);
        wanted += pair;
        proof += if found.joins >> at & 1 == 1 { pair } else { 0 };
    }
    if proof * 64 / wanted < u64::from(weight::FLOOR) + doubt {
        return Vec::new();
    }
    let least = best * u64::from(weight::TAIL);
    ranked.into_iter().filter(|it| least <= it.0 * 64).map(|it| it.1).collect()
}

/// Documents whose code is in the query, whole or its beginning.
pub(super) fn codes(files: &Files<'_>, query: &str) -> Vec<u32> {
    let Some(chunk) = query.split_whitespace().find(|it| is_code(it)) else { return Vec::new() };
    let plain: String = fold(chunk).chars().filter(|it| it.is_alphanumeric()).collect();
    let found = with_code(files, &plain);
    if !found.is_empty() {
        return found;
    }
    match chunk.split_once('.') {
        Some((a, b)) if [a, b].iter().all(|it| it.bytes().all(|it| it.is_ascii_digit())) => {
            with_code(files, &format!("{a}{b:0>6}"))
        }
        _ => Vec::new(),
    }
}

fn is_code(chunk: &str) -> bool {
    let digits = |it: u8| it.is_ascii_digit();
    let bytes = chunk.as_bytes();
    let (first, last) = (bytes.first().copied().unwrap_or(0), bytes.last().copied().unwrap_or(0));
    let all = |extra: &dyn Fn(char) -> bool| chunk.chars().all(|it| it.is_ascii_digit() || extra(it));
    if digits(first) && digits(last) && 5 <= bytes.len() && all(&|it| it == '.') {
        return true;
    }
    let tail = chunk.trim_end_matches(|c: char| c.is_ascii_digit());
    tail.len() < chunk.len()
        && tail.ends_with(['.', '-'])
        && chunk.starts_with(char::is_alphabetic)
        && chunk.chars().all(|it| it.is_alphanumeric() || it == '.' || it == '-')
}

fn with_code(files: &Files<'_>, plain: &str) -> Vec<u32> {
    let cut = plain.char_indices().nth(CODE_HEAD).map_or(plain.len(), |(at, _)| at);
    let (first, rest) = (format!("{CODE}{}", &plain[..cut]), &plain[cut..]);
    let (from, to) = span(&first, rest);
    let mut found: Vec<(String, Vec<u32>)> = Vec::new();
    for shard in files.shards(from, if rest.len() < 3 { to } else { from }, 4) {
        for (second, list) in shard.get(&first).into_iter().flatten().filter(|it| it.0.starts_with(rest)) {
            found.push((second.clone(), list.entries.iter().map(|it| it.0).collect()));
        }
    }
    found.sort();
    found.into_iter().flat_map(|it| it.1).collect()
}
