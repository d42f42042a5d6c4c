//! The documents that answer, best first.

use super::files::{Files, List};
use super::lexicon::Lexicon;
use super::understand::{Script, Token};
use super::wants::{Want, affordable, beginning, wants};
use crate::index::tables::{BEGIN, END, logarithm, rarity, weight};

#[derive(Default, Clone, Copy)]
struct Found {
    score: u64,
    /// A bit for each token that it has, and for each that it has together with the next.
    covers: u32,
    joins: u32,
    /// And for each that a title or a name of it has.
    names: u32,
    /// How rare it is that a phrase begins as the query does, and that one ends so, if one of it does.
    begins: u32,
    ends: u32,
}

struct Gathering {
    documents: u32,
    found: Vec<Found>,
    touched: Vec<u32>,
}

impl Gathering {
    fn add(&mut self, want: &Want<'_>, List { held, entries }: &List) {
        let (bits, edge) = (want.bits, want.edge());
        let rarity = rarity(*held, self.documents);
        let worth = u64::from(rarity) * u64::from(want.points);
        for (slot, impact) in entries {
            let Some(it) = self.found.get_mut(*slot as usize) else { continue };
            if it.covers == 0 {
                self.touched.push(*slot);
            }
            it.covers |= bits;
            it.names |= if weight::NAMED <= *impact { bits } else { 0 };
            it.joins |= if 1 < bits.count_ones() { bits & (bits >> 1) } else { 0 };
            it.begins = if edge == BEGIN { it.begins.max(rarity) } else { it.begins };
            it.ends = if edge == END { it.ends.max(rarity) } else { it.ends };
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
    let mut gathering = Gathering {
        documents: files.documents,
        found: vec![Found::default(); files.slots],
        touched: Vec::new(),
    };
    for want in kept {
        let shard = files.shard(want.file);
        let Some(lists) = shard.get(&want.first) else { continue };
        if let Some(which) = want.begins {
            gathering.add(&want, &beginning(lists, &want.second, which));
        } else if let Some(list) = lists.get(&want.second) {
            gathering.add(&want, list);
        }
    }
    chosen(&gathering, tokens, Asked { need: &need, asks: &asks, silent: &silent, all, missed })
}

/// Does some title have this word beside the one before it, or the one after?
fn stands_beside(lexicon: &Lexicon, tokens: &[Token], at: usize) -> bool {
    let it = &tokens[at];
    let before = at.checked_sub(1).map(|at| &tokens[at].word);
    let after = |next: &Token| {
        if next.is_beginning() {
            lexicon.completes(&it.word, &next.word)
        } else {
            lexicon.together(&it.word, &next.word)
        }
    };
    !it.is_beginning()
        && (before.is_some_and(|before| lexicon.together(before, &it.word))
            || tokens.get(at + 1).is_some_and(after))
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
}

/// How a query was typed: what it must prove depends on it.
#[derive(Clone, Copy)]
struct Manner {
    /// Most words have marks.
    marked: bool,
    repaired: bool,
    /// Two words of questions stand side by side.
    question: bool,
}

fn chosen(gathering: &Gathering, tokens: &[Token], asked: Asked<'_>) -> Ranked {
    let ranked = ranked(gathering, asked);
    let Some((best, slot)) = ranked.first().copied() else { return NOTHING };
    let manner = Manner {
        marked: tokens.len() <= 2 * tokens.iter().filter(|it| it.script == Script::Marked).count(),
        repaired: tokens.iter().any(|it| 0 < it.repair),
        question: asked.silent.windows(2).any(|it| it[0] && it[1]),
    };
    let found = &gathering.found[slot as usize];
    let proof =
        proof(found, tokens, asked, manner) + likeness(found, tokens, asked, rarity(0, gathering.documents));
    // Who sets marks spells well, and means another word where nothing fits.
    let floor = match manner {
        Manner { question: true, .. } => weight::QUESTION,
        Manner { marked: true, .. } => weight::MARKED_FLOOR,
        Manner { repaired: true, .. } => weight::FLOOR,
        _ => weight::AS_TYPED,
    };
    if proof < floor {
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
/// nowhere here prove nothing, those that only the summary has prove little, and repairs are held
/// against it.
fn proof(found: &Found, tokens: &[Token], asked: Asked<'_>, manner: Manner) -> i64 {
    let Asked { asks, silent, missed, .. } = asked;
    let need: Vec<u64> = (0..silent.len()).map(|at| if silent[at] { 0 } else { asked.need[at] }).collect();
    let alone = need.iter().filter(|it| 0 < **it).count() == 1;
    let beside = found.joins | found.joins << 1;
    let firm = if manner.question || alone { u32::MAX } else { found.names | beside };
    // What was repaired and stands beside nothing is most likely another word.
    let astray = |at: usize| 0 < tokens[at].repair && beside >> at & 1 == 0;
    let proves = |at: usize| match &tokens[at] {
        it if it.strange || !alone && astray(at) => 0,
        _ if firm >> at & 1 == 1 => need[at],
        _ => need[at] >> weight::LOOSE,
    };
    // What two neighbours ask for; more where both are what was meant.
    let joined = |a: u64, b: u64| if manner.marked || manner.repaired { a.min(b) } else { (a + b) >> 1 };
    let (mut proof, mut wanted) = (0, 0);
    for at in 0..need.len() {
        wanted += asks[at];
        if at + 2 < need.len() && need[at] != 0 && silent[at + 1] && need[at + 2] != 0 {
            wanted += need[at].min(need[at + 2]) * weight::GAP;
        }
        proof += if found.covers >> at & 1 == 1 { proves(at) } else { 0 };
        if at + 1 < need.len() && missed >> at & 1 == 0 && need[at] != 0 && need[at + 1] != 0 {
            wanted += joined(need[at], need[at + 1]);
            let strange = tokens[at].strange || tokens[at + 1].strange;
            proof += if found.joins >> at & 1 == 1 && !strange { joined(need[at], need[at + 1]) } else { 0 };
        }
    }
    let repairs: u32 = (0..tokens.len())
        .map(|at| match &tokens[at] {
            it if it.repair == 0 => 0,
            it => {
                (it.repair + if astray(at) { weight::ASTRAY } else { 0 })
                    * if it.script == Script::Plain { 1 } else { weight::MARKED }
            }
        })
        .sum();
    let doubt = repairs * weight::DOUBT / u32::try_from(tokens.len()).unwrap_or(u32::MAX);
    i64::try_from(proof * 64 / wanted.max(1)).unwrap_or(0) - i64::from(doubt)
}

/// How much a document is like the query, no matter how rare its words are: what share of the
/// letters it has just as they were typed, and how few phrases begin and end as one of its does.
fn likeness(found: &Found, tokens: &[Token], asked: Asked<'_>, rarest: u32) -> i64 {
    let letters = |it: &Token| u32::try_from(it.word.encode_utf16().count()).unwrap_or(u32::MAX);
    let same = |at: usize| {
        let it = &tokens[at];
        found.covers >> at & 1 == 1 && !asked.silent[at] && it.repair == 0 && !it.strange
    };
    let all: u32 = tokens.iter().map(letters).sum();
    let same: u32 = (0..tokens.len()).filter(|at| same(*at)).map(|at| letters(&tokens[at])).sum();
    i64::from(same * weight::SAME / all + (found.begins + found.ends) * weight::BOUNDS / rarest)
}
