//! The documents that answer, best first.

use std::borrow::Cow;
use std::rc::Rc;

use super::files::{Files, List, Shard};
use super::lexicon::Lexicon;
use super::understand::Token;
use super::wants::{Want, affordable, beginning, wants};
use crate::index::tables::{BEGIN, END, ask_together, logarithm, rarity, weight};

#[derive(Default, Clone, Copy)]
struct Found {
    score: u64,
    /// A bit for each token that it has, and for each that it has together with the next.
    covers: u32,
    joins: u32,
}

/// A list that was read, and what it was read for.
type Read<'a> = (&'a Want<'a>, Cow<'a, List>);

struct Gathering {
    documents: u32,
    found: Vec<Found>,
    touched: Vec<u32>,
}

impl Gathering {
    fn add(&mut self, want: &Want<'_>, List { held, entries }: &List) {
        let bits = want.bits;
        let worth = u64::from(rarity(*held, self.documents)) * u64::from(want.points);
        for (slot, impact) in entries {
            let Some(it) = self.found.get_mut(*slot as usize) else { continue };
            if it.covers == 0 {
                self.touched.push(*slot);
            }
            it.covers |= bits;
            it.joins |= bits & (bits >> 1);
            it.score += worth * u64::from(*impact);
        }
    }
}

/// Slots, best first; and how sure that is, of 64.
pub(super) struct Ranked {
    pub(super) slots: Vec<u32>,
    pub(super) proof: i64,
}

const NOTHING: Ranked = Ranked { slots: Vec::new(), proof: 0 };

/// `opened` are the names of the files that are read anyway.
pub(super) fn rank(
    files: &Files<'_>,
    lexicon: &Lexicon,
    tokens: &[Token],
    ours: bool,
    opened: &mut Vec<String>,
) -> Ranked {
    let tells: Vec<bool> = (0..tokens.len())
        .map(|at| !tokens[at].asks || !tokens[at].strange && stands_beside(lexicon, tokens, at))
        .collect();
    let telling = tells.iter().filter(|it| **it).count();
    let all_ask = telling == 0;
    let says = |at: usize| all_ask || tells[at];
    // Where only one word would say something, the others tell where it stands.
    let counts = |at: usize| telling < 2 || tells[at];
    let unknown = u64::from(rarity(0, files.documents));
    let by_length = |it: &Token| unknown.min(16 * it.word.encode_utf16().count() as u64);
    let mut need: Vec<u64> = tokens
        .iter()
        .enumerate()
        .map(|(at, it)| match lexicon.rarity(&it.word) {
            _ if !counts(at) => 0,
            _ if it.is_beginning() => 24,
            // It may ask after all, so less is lost where it is missing.
            Some(rarity) if !all_ask && it.asks => u64::from(rarity >> 1),
            Some(rarity) => u64::from(rarity),
            None => by_length(it),
        })
        .collect();
    // What is left out still has to be proven; so does what was no word of questions before it was
    // repaired.
    let asks: Vec<u64> = (0..need.len())
        .map(|at| match &tokens[at] {
            it if !says(at) && 0 < it.repair => by_length(it),
            _ if !says(at) => 0,
            it if is_foreign(lexicon, it) => need[at] * weight::FOREIGN,
            _ => need[at],
        })
        .collect();
    let silent: Vec<bool> = (0..need.len()).map(|at| !says(at)).collect();
    let (kept, missed) = affordable(files, wants(files, lexicon, tokens, counts), &mut need, opened);
    let all: u64 = need.iter().sum();
    if all == 0 {
        return NOTHING;
    }
    let shards: Vec<Rc<Shard>> = kept.iter().map(|want| files.shard(want.file)).collect();
    let lists: Vec<Read<'_>> =
        kept.iter().zip(&shards).filter_map(|(want, shard)| Some((want, list(want, shard)?))).collect();
    let mut gathering = Gathering {
        documents: files.documents,
        found: vec![Found::default(); files.slots],
        touched: Vec::new(),
    };
    for (want, list) in &lists {
        gathering.add(want, list);
    }
    let is_around = !counts(0) || !counts(tokens.len() - 1);
    let asked = Asked { need: &need, asks: &asks, silent: &silent, all, missed, is_around, ours };
    chosen(&gathering, &lists, tokens, asked)
}

fn list<'a>(want: &Want<'_>, shard: &'a Shard) -> Option<Cow<'a, List>> {
    let lists = shard.get(&want.first)?;
    Some(match want.begins {
        Some(which) => Cow::Owned(beginning(lists, &want.second, which)),
        None => Cow::Borrowed(lists.get(&want.second)?),
    })
}

/// Does some title have this word beside the one before it, or the one after? A phrase that no title
/// has is one of questions, whatever stands beside it.
pub(super) fn stands_beside(lexicon: &Lexicon, tokens: &[Token], at: usize) -> bool {
    let mut stands = false;
    for pair in tokens[at.saturating_sub(1)..tokens.len().min(at + 2)].windows(2) {
        let [a, b] = pair else { continue };
        let together = if b.is_beginning() {
            lexicon.completes(&a.word, &b.word)
        } else {
            lexicon.together(&a.word, &b.word)
        };
        if !ask_together(&a.word, &b.word) {
            stands |= together;
        } else if !together {
            return false;
        }
    }
    stands && !tokens[at].is_beginning()
}

/// No word of the site, and nothing like one.
fn is_foreign(lexicon: &Lexicon, it: &Token) -> bool {
    !it.is_beginning() && !lexicon.has(&it.word) && !it.word.starts_with(char::is_numeric)
}

/// What a query wants of a document.
#[derive(Clone, Copy)]
struct Asked<'a> {
    /// Of each word: its rarity, or 0 if it says nothing.
    need: &'a [u64],
    /// And how much proof it asks for.
    asks: &'a [u64],
    /// And whether it is a word of questions that says nothing.
    silent: &'a [bool],
    /// The sum of `need`.
    all: u64,
    /// A bit for each pair that was not looked up.
    missed: u32,
    /// Words of questions stand before what says something, or behind it.
    is_around: bool,
    /// It speaks of what the site is about.
    ours: bool,
}

fn chosen(gathering: &Gathering, lists: &[Read<'_>], tokens: &[Token], asked: Asked<'_>) -> Ranked {
    let ranked = ranked(gathering, asked);
    let Some((best, slot)) = ranked.first().copied() else { return NOTHING };
    let found = &gathering.found[slot as usize];
    // Two words side by side that say nothing: nobody asks so by chance.
    let asks = asked.silent.windows(2).any(|it| it[0] && it[1]);
    let repaired = tokens.iter().any(|it| 0 < it.repair);
    let forgiven = if asks && !repaired { weight::QUESTION } else { 0 };
    let (covered, is_all) = covered(found, tokens, asked);
    let name = asked.is_around.then_some(if is_all { forgiven } else { 0 });
    let proof = covered
        + likeness(lists, slot, gathering.documents, name)
        + fidelity(found, tokens, asked.silent)
        + forgiven
        + if asked.ours { weight::OURS } else { 0 };
    if proof < weight::FLOOR {
        return Ranked { slots: Vec::new(), proof };
    }
    let least = best * u64::from(weight::TAIL);
    let slots = ranked.into_iter().filter(|it| least <= it.0 * 64).map(|it| it.1).collect();
    Ranked { slots, proof }
}

/// Scores and slots, best first.
fn ranked(gathering: &Gathering, Asked { need, all, .. }: Asked<'_>) -> Vec<(u64, u32)> {
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
    let sort = |ranked: &mut Vec<(u64, u32)>| {
        ranked.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    };
    sort(&mut ranked);
    // Of many that answer alike each is less likely meant.
    for alike in ranked.chunk_by_mut(|a, b| a.0 == b.0) {
        let many = logarithm(u32::try_from(alike.len()).unwrap_or(u32::MAX));
        let share = 64 - ((many * weight::ALIKE) >> 4).min(weight::ALIKE_MOST);
        for it in alike {
            it.0 *= u64::from(share);
        }
    }
    sort(&mut ranked);
    ranked
}

/// Words alone are found everywhere: pairs of them must be found too. Those whose marks stand
/// nowhere here prove nothing. With whether all was found.
fn covered(
    found: &Found,
    tokens: &[Token],
    Asked { need, asks, silent, missed, .. }: Asked<'_>,
) -> (i64, bool) {
    let told: Vec<u64> =
        need.iter().zip(silent).map(|(need, silent)| if *silent { 0 } else { *need }).collect();
    let (mut proof, mut wanted) = (0, 0);
    for at in 0..told.len() {
        wanted += asks[at];
        proof += if found.covers >> at & 1 == 1 && !tokens[at].strange { told[at] } else { 0 };
        if at + 1 < told.len() && missed >> at & 1 == 0 && told[at] != 0 && told[at + 1] != 0 {
            let both = told[at].min(told[at + 1]);
            let strange = tokens[at].strange || tokens[at + 1].strange;
            wanted += both;
            proof += if found.joins >> at & 1 == 1 && !strange { both } else { 0 };
        }
    }
    (i64::try_from(proof * 64 / wanted.max(1)).unwrap_or(0), wanted <= proof)
}

/// How much a document is like the query: how rare are the pairs of it that it has, and phrases
/// that begin and end as one of its does; and how much its words say in it. Words of questions around
/// a name are no part of it; that it then is one is worth what `name` says, which is `None` where there
/// are none.
fn likeness(lists: &[Read<'_>], slot: u32, documents: u32, name: Option<i64>) -> i64 {
    let (mut pairs, mut begins, mut ends) = (0, 0, 0);
    let (mut impacts, mut words) = (0, 0);
    for (want, list) in lists {
        let Some((_, impact)) = list.entries.iter().find(|it| it.0 == slot) else { continue };
        let rarity = rarity(list.held, documents);
        match want.edge() {
            BEGIN => begins = rarity.max(begins),
            END => ends = rarity.max(ends),
            _ if want.second.is_empty() => (impacts, words) = (impacts + impact, words + 1),
            _ => pairs += rarity,
        }
    }
    let is_name = 0 < begins && 0 < ends;
    let bounds = if name.is_some() && !is_name { 0 } else { begins + ends };
    let rare = pairs * weight::TOGETHER + bounds * weight::BOUNDS;
    i64::from(rare / rarity(0, documents) + impacts * weight::IMPACT / words.max(1))
        + name.filter(|_| is_name).unwrap_or(0)
}

/// How much of what was typed was kept: what share of the letters a document has just as they were
/// typed, less what is doubtful in repairs and what every word has to bring.
fn fidelity(found: &Found, tokens: &[Token], silent: &[bool]) -> i64 {
    let letters = |it: &Token| u32::try_from(it.word.encode_utf16().count()).unwrap_or(u32::MAX);
    let all: u32 = tokens.iter().map(letters).sum();
    let kept = tokens
        .iter()
        .enumerate()
        .filter(|(at, it)| found.covers >> at & 1 == 1 && !silent[*at] && it.repair == 0 && !it.strange);
    let same: u32 = kept.map(|(_, it)| letters(it)).sum();
    let count = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    let repairs = tokens.iter().filter(|it| 0 < it.repair).count().min(weight::REPAIRS);
    let doubt = tokens.iter().map(|it| i64::from(it.repair)).sum::<i64>() * weight::DOUBT;
    let words = tokens.len().min(weight::LONG);
    let over = words.saturating_sub(weight::WORDS);
    i64::from(same * weight::SAME / all) + count(repairs) * weight::REPAIRED
        - doubt / count(words)
        - count(words - over) * weight::WORD
        + count(over) * weight::OVER
}
