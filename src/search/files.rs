//! The files of an index, decoded as they are asked for and kept.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Load;
use super::heads::Heads;
use super::lexicon::Lexicon;
use super::matters::Matters;
use crate::index::bytes::{Reader, inflate};
use crate::index::tables::{BLOCK, FILES, GROUP, cut, header};
use crate::index::{FACETS, order, place, plain};

/// What a result shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Card {
    pub id: String,
    /// From the home page of its language.
    pub url: String,
    pub title: String,
    /// What its reader wants, where the title does not say it.
    pub task: String,
    pub time: String,
    pub fee: String,
    pub level: String,
    pub field: String,
}

/// Documents that have a word or a pair, with their impacts.
#[derive(Debug, Default, Clone)]
pub(super) struct List {
    /// Whether they are listed or not.
    pub(super) held: u32,
    pub(super) entries: Vec<(u32, u32)>,
}

/// Lists by first word, then by second.
pub(super) type Shard = FxHashMap<String, FxHashMap<String, List>>;

pub(super) struct Files<'a> {
    load: &'a Load<'a>,
    pub(super) documents: u32,
    pub(super) slots: usize,
    /// Files with lists that one query may read.
    pub(super) most: usize,
    /// Where each leaf begins, and its file's name if it has one.
    leaves: Vec<(u32, Option<String>)>,
    groups: Vec<String>,
    /// Names of the files that one with the signposts was cut into.
    signposts: Vec<String>,
    shards: RefCell<FxHashMap<String, Rc<Shard>>>,
    cards: RefCell<FxHashMap<usize, Rc<FxHashMap<u32, Card>>>>,
    /// Files that were asked for and are missing or damaged.
    pub(super) lost: RefCell<BTreeSet<String>>,
}

impl<'a> Files<'a> {
    pub(super) fn open(load: &'a Load<'a>) -> Option<(Files<'a>, Lexicon, Heads, Matters)> {
        let (core, parts) = core(load)?;
        let mut core = Reader::new(&core);
        let (documents, slots, heads, matters) = header(&core.text())?;
        let mut words: Vec<(String, u8)> = Vec::new();
        for _ in 0..core.count() {
            let word = core.front_coded(words.last().map_or("", |(it, _)| it.as_str()));
            words.push((word, 0));
        }
        for (_, rarity) in &mut words {
            *rarity = core.byte();
        }
        let mut spellings = Vec::with_capacity(words.len());
        for _ in &words {
            let ways = usize::from(core.byte());
            spellings.push(core.take(ways).to_vec());
        }
        let pairs = pairs(&mut core, &words);
        let leaves = tree(&mut core);
        let groups = hashes(&mut core);
        // Nobody narrows results here.
        for _ in 0..2 * FACETS {
            hashes(&mut core);
        }
        let signposts = hashes(&mut core).into_iter().enumerate();
        let signposts = signposts.map(|(at, it)| format!("p{at}-{it}.bin")).collect();
        let files = Files {
            load,
            documents,
            // A place without a card is no place, whatever a damaged file says.
            slots: slots.min(groups.len().saturating_mul(GROUP * BLOCK)),
            most: FILES.saturating_sub(parts).max(4),
            leaves,
            groups,
            signposts,
            shards: RefCell::default(),
            cards: RefCell::default(),
            lost: RefCell::default(),
        };
        Some((
            files,
            Lexicon::new(words, spellings, pairs),
            Heads::new(&heads.leads, heads.words),
            Matters { ours: matters.ours, others: matters.others },
        ))
    }

    /// Names of the files with places from one to another.
    pub(super) fn names(&self, from: u32, to: u32) -> impl Iterator<Item = &str> {
        let first = self.leaves.partition_point(|(start, _)| *start <= from) - 1;
        let within = self.leaves[first..].iter().take_while(move |(start, _)| *start <= to);
        within.filter_map(|(_, name)| name.as_deref())
    }

    fn unpacked(&self, name: &str) -> Option<Vec<u8>> {
        let found = (self.load)(name).and_then(|it| inflate(&it));
        if found.is_none() {
            self.lost.borrow_mut().insert(name.to_owned());
        }
        found
    }

    /// Empty if some of it is missing or damaged.
    pub(super) fn signposts(&self) -> Vec<u8> {
        let packed: Vec<Vec<u8>> = self.signposts.iter().filter_map(|it| (self.load)(it)).collect();
        let found = inflate(&packed.concat());
        if packed.len() < self.signposts.len() || found.is_none() {
            self.lost.borrow_mut().extend(self.signposts.first().cloned());
        }
        found.unwrap_or_default()
    }

    pub(super) fn shard(&self, name: &str) -> Rc<Shard> {
        if let Some(known) = self.shards.borrow().get(name) {
            return Rc::clone(known);
        }
        let bytes = self.unpacked(name).unwrap_or_default();
        let shard = Rc::new(decode(&bytes, cut(self.slots)));
        self.shards.borrow_mut().insert(name.to_owned(), Rc::clone(&shard));
        shard
    }

    pub(super) fn card(&self, slot: u32) -> Option<Card> {
        let at = slot as usize / BLOCK;
        if let Some(known) = self.cards.borrow().get(&at) {
            return known.get(&slot).cloned();
        }
        let name = format!("c{at}-{}.bin", self.groups.get(at / GROUP)?);
        let bytes = self.unpacked(&name)?;
        let block = Rc::new(self.block(&bytes, at));
        self.cards.borrow_mut().insert(at, Rc::clone(&block));
        block.get(&slot).cloned()
    }

    fn block(&self, bytes: &[u8], at: usize) -> FxHashMap<u32, Card> {
        let mut reader = Reader::new(bytes);
        let mut cards: Vec<(u32, Card)> = Vec::new();
        for slot in at * BLOCK..((at + 1) * BLOCK).min(self.slots) {
            let id = reader.text();
            if !id.is_empty() {
                cards.push((u32::try_from(slot).unwrap_or(0), Card { id, ..Card::default() }));
            }
        }
        for column in [
            |it: &mut Card, text| it.url = text,
            |it: &mut Card, text| it.title = text,
            |it: &mut Card, text| it.task = text,
            |it: &mut Card, text| it.time = text,
            |it: &mut Card, text| it.fee = text,
            |it: &mut Card, text| it.level = text,
            |it: &mut Card, text| it.field = plain(text),
        ] {
            for (_, card) in &mut cards {
                column(card, reader.text());
            }
        }
        for (_, card) in cards.iter_mut().filter(|(_, it)| it.url.is_empty()) {
            card.url = format!("thu-tuc/{}/", card.id);
        }
        cards.into_iter().collect()
    }
}

/// And in how many files it came.
fn core(load: &Load<'_>) -> Option<(Vec<u8>, usize)> {
    let first = load("core.bin")?;
    let mut reader = Reader::new(&first);
    let more: Vec<String> = (0..reader.count()).map(|_| hash(&mut reader)).collect();
    let mut packed = reader.take(first.len()).to_vec();
    for (at, hash) in more.iter().enumerate() {
        packed.extend(load(&format!("core{}-{hash}.bin", at + 1))?);
    }
    Some((inflate(&packed)?, 1 + more.len()))
}

/// Places of the completions of `second` after `first`.
pub(super) fn span(first: &str, second: &str) -> (u32, u32) {
    let head = place(first, "");
    (head | order(second), head | order(&format!("{second}zzz")))
}

fn hash(reader: &mut Reader<'_>) -> String {
    let three = reader.take(3).iter().fold(0_u32, |sum, it| sum << 8 | u32::from(*it));
    format!("{three:06x}")
}

fn hashes(reader: &mut Reader<'_>) -> Vec<String> {
    (0..reader.count()).map(|_| hash(reader)).collect()
}

/// Places of words that stand together. They are written by rank: the commonest word comes first.
fn pairs(reader: &mut Reader<'_>, words: &[(String, u8)]) -> FxHashSet<(u32, u32)> {
    let mut order: Vec<u32> = (0..).take(words.len()).collect();
    order.sort_by_key(|it| words[*it as usize].1);
    let held: Vec<usize> = words.iter().map(|_| reader.count()).collect();
    let mut found = FxHashSet::default();
    for (first, held) in order.iter().zip(held) {
        let mut rank = 0;
        for _ in 0..held {
            if reader.is_at_end() {
                return found;
            }
            rank += reader.number() as usize;
            if let Some(second) = order.get(rank) {
                found.insert((*first, *second));
            }
        }
    }
    found
}

fn tree(reader: &mut Reader<'_>) -> Vec<(u32, Option<String>)> {
    let length = reader.number() as usize;
    let bits = reader.take(length.div_ceil(8)).to_vec();
    let parted = |at: usize| bits.get(at / 8).is_some_and(|it| it >> (at % 8) & 1 == 1);
    // Where a leaf is the second of two of one node, it has the hash of the first.
    let mut paths: Vec<(String, u64, bool)> = Vec::new();
    // In preorder, what is left to do lies on a stack.
    let mut left = vec![(String::new(), 0_u64, 1_u64 << 32)];
    let mut next = 0;
    while let Some((path, from, width)) = left.pop() {
        next += 1;
        if parted(next - 1) {
            left.push((format!("{path}1"), from + width / 2, width / 2));
            left.push((format!("{path}0"), from, width / 2));
        } else {
            let second = path.ends_with('1') && 2 < next && !parted(next - 2) && parted(next - 3);
            paths.push((path, from, second));
        }
    }
    let mut last = String::new();
    paths
        .into_iter()
        .map(|(path, from, second)| {
            if !second {
                last = hash(reader);
            }
            let name = (last != "000000").then(|| format!("s{path}-{last}.bin"));
            (u32::try_from(from).unwrap_or(u32::MAX), name)
        })
        .collect()
}

fn decode(bytes: &[u8], cut: usize) -> Shard {
    let mut reader = Reader::new(bytes);
    let mut shard = Shard::default();
    let mut first = String::new();
    while !reader.is_at_end() {
        first = reader.front_coded(&first);
        let mut lists = FxHashMap::default();
        let mut second = String::new();
        for _ in 0..reader.count() {
            second = reader.front_coded(&second);
            lists.insert(second.clone(), list(&mut reader, cut));
        }
        shard.insert(first.clone(), lists);
    }
    shard
}

fn list(reader: &mut Reader<'_>, cut: usize) -> List {
    let held = reader.number();
    let kept = (held as usize).min(cut);
    let mut entries = Vec::with_capacity(kept);
    while entries.len() < kept {
        let byte = reader.byte();
        let size = match byte % 8 {
            0 => reader.count(),
            few => usize::from(few),
        };
        if size == 0 {
            break;
        }
        let mut slot: u32 = 0;
        for _ in 0..size {
            slot = slot.saturating_add(reader.number());
            entries.push((slot, u32::from(byte >> 3)));
        }
    }
    List { held, entries }
}
