//! The lists that a query asks for, and those of them that it may read.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::files::{Files, List, span};
use super::lexicon::Lexicon;
use super::understand::{Extent, Token};
use crate::index::place;
use crate::index::tables::{BEGIN, END, weight};

/// One list that a query asks for, or where it `begins` all of the first word whose second begins so.
#[derive(Clone)]
pub(super) struct Want<'a> {
    at: usize,
    pub(super) bits: u32,
    pub(super) points: u32,
    pub(super) first: String,
    pub(super) second: String,
    pub(super) file: &'a str,
    pub(super) begins: Option<Which>,
}

impl Want<'_> {
    /// Where in a phrase its words stand: at its beginning, at its end, or anywhere.
    pub(super) fn edge(&self) -> &str {
        match self.begins {
            Some(which) => which.edge,
            None if self.second.ends_with(BEGIN) => BEGIN,
            None if self.second.ends_with(END) => END,
            None => "",
        }
    }
}

/// Of the lists whose second word begins so.
#[derive(Clone, Copy)]
pub(super) struct Which {
    /// Where in a phrase both words stand: anywhere, at its beginning, at its end.
    edge: &'static str,
    /// With the one that is all of it.
    whole: bool,
}

/// The lists that a query asks for, in the order of its words.
pub(super) fn wants<'a>(
    files: &'a Files<'_>,
    lexicon: &Lexicon,
    tokens: &[Token],
    counts: impl Fn(usize) -> bool,
) -> Vec<Want<'a>> {
    let mut wants = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    // Of what is looked up: words of questions stand around it.
    let opening = (0..tokens.len()).find(|at| counts(*at));
    let closing = (0..tokens.len()).rfind(|at| counts(*at));
    for (at, it) in tokens.iter().enumerate().filter(|(at, _)| counts(*at)) {
        let bit = 1 << at;
        let mut ask = |bits: u32, first: &str, second: &str, points: u32| {
            let place = place(first, second);
            let (first, second) = (first.to_owned(), second.to_owned());
            if let Some(file) = files.names(place, place).next() {
                wants.push(Want { at, bits, points, first, second, file, begins: None });
            }
        };
        if it.is_beginning() {
            if lexicon.has(&it.word) {
                ask(bit, &it.word, "", weight::SINGLE);
            }
            // The word before it tells better how it may go on than the commonest words do.
            let before = at.checked_sub(1).filter(|it| counts(*it)).map(|it| &tokens[it].word);
            if before.is_some_and(|it| lexicon.completes(it, &tokens[at].word)) {
                continue;
            }
            for word in lexicon.completions(&it.word).into_iter().take(3) {
                ask(bit, word, "", (weight::SINGLE * weight::COMPLETED) >> 4);
            }
            continue;
        }
        if !lexicon.has(&it.word) {
            continue;
        }
        let again = seen.contains(&it.word.as_str());
        ask(bit, &it.word, "", if again { 0 } else { weight::SINGLE });
        let next = tokens.get(at + 1);
        if Some(at) == opening {
            ask(bit, &it.word, BEGIN, weight::EDGE);
        }
        if (it.ends() || Some(at) == closing && next.is_some()) && !again {
            ask(bit, &it.word, END, weight::EDGE);
        }
        seen.push(&it.word);
        let Some(next) = next.filter(|it| it.is_beginning() || counts(at + 1)) else { continue };
        let bits = bit | bit << 1;
        let known = !next.is_beginning() && lexicon.has(&next.word);
        let goes_on = next.is_beginning() || next.extent == Extent::Open && known;
        if known {
            // It may as well be the beginning of a word that stands here.
            let either = goes_on && lexicon.completes(&it.word, &next.word);
            ask(bits, &it.word, &next.word, if either { weight::EITHER } else { weight::PAIR });
            if Some(at) == opening {
                ask(bits, &it.word, &format!("{}{BEGIN}", next.word), weight::BOUND);
            }
        }
        if goes_on {
            let (from, to) = span(&it.word, &next.word);
            let names: Vec<&str> = files.names(from, to).take(3).collect();
            let mut begin = |edge: &'static str, points: u32| {
                let begins = Some(Which { edge, whole: next.is_beginning() });
                let (first, second) = (it.word.clone(), next.word.clone());
                let want = Want { at, bits, points, first, second, file: "", begins };
                wants.extend(names.iter().map(|file| Want { file, ..want.clone() }));
            };
            let share = if next.is_beginning() { weight::COMPLETED } else { weight::BEGUN };
            begin("", (weight::PAIR * share) >> 4);
            if Some(at) == opening {
                begin(BEGIN, weight::BOUND);
            }
            if next.is_beginning() {
                begin(END, weight::BOUND);
            }
        }
    }
    wants
}

/// Those whose files are few enough; a bit for each pair that is left out.
///
/// The first word's come first, for there titles differ that are else alike; then those of the
/// words that say most. A word that is left out is needed by nobody.
pub(super) fn affordable<'a>(
    files: &Files<'_>,
    wants: Vec<Want<'a>>,
    need: &mut [u64],
    opened: &mut Vec<String>,
) -> (Vec<Want<'a>>, u32) {
    let first = need.iter().position(|it| 0 < *it);
    let mut order: Vec<usize> = (0..need.len()).filter(|at| 0 < need[*at]).collect();
    order.sort_by_key(|at| (Some(*at) != first, Reverse(need[*at]), *at));
    let mut kept: Vec<bool> = vec![false; wants.len()];
    let mut missed = 0;
    for at in order {
        let own: Vec<usize> = (0..wants.len()).filter(|it| wants[*it].at == at).collect();
        for it in &own {
            let file = wants[*it].file;
            kept[*it] = opened.iter().any(|it| it == file) || opened.len() < files.most;
            if kept[*it] && opened.iter().all(|it| it != file) {
                opened.push(file.to_owned());
            }
        }
        let left_out = |is: &dyn Fn(&Want<'_>) -> bool| {
            let mut some = own.iter().filter(|it| is(&wants[**it])).peekable();
            some.peek().is_some() && some.all(|it| !kept[*it])
        };
        if left_out(&|it| it.bits == 1 << at && it.second.is_empty()) {
            need[at] = 0;
        }
        if left_out(&|it| it.bits != 1 << at) {
            missed |= 1 << at;
        }
    }
    (wants.into_iter().zip(kept).filter(|it| it.1).map(|it| it.0).collect(), missed)
}

/// All lists as one whose second word begins so.
pub(super) fn beginning(lists: &FxHashMap<String, List>, start: &str, Which { edge, whole }: Which) -> List {
    let fits = |second: &str| {
        let word = second.trim_end_matches(['<', '>']);
        second[word.len()..] == *edge && word.starts_with(start) && (whole || word != start)
    };
    let mut best: FxHashMap<u32, u32> = FxHashMap::default();
    for (slot, impact) in lists.iter().filter(|it| fits(it.0)).flat_map(|it| &it.1.entries) {
        let known = best.entry(*slot).or_default();
        *known = (*known).max(*impact);
    }
    let entries: Vec<(u32, u32)> = best.into_iter().collect();
    List { held: u32::try_from(entries.len()).unwrap_or(u32::MAX), entries }
}
