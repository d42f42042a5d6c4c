//! The searcher of the command line and of the golden queries: reads a built index and ranks as
//! `search/search.js` does in a browser, integer for integer.
//!
//! A change here is a change there; `tests/browser/search.test.mjs` compares the two on thousands
//! of queries. The numbers both use come from `index::tables` alone.

mod codes;
mod files;
mod heads;
mod lexicon;
mod matters;
mod rank;
mod signposts;
mod understand;
#[cfg(test)]
mod vectors;
mod wants;

pub use files::Card;
pub use signposts::{Named, Signpost};

use std::cell::OnceCell;

use files::Files;
use heads::Heads;
use lexicon::Lexicon;
use matters::{Matters, Whose};
use signposts::Signposts;
use understand::{Token, has_words};

/// Gives a file of the index by its name: `core.bin`.
pub type Load<'a> = dyn Fn(&str) -> Option<Vec<u8>> + 'a;

pub struct Searcher<'a> {
    files: Files<'a>,
    lexicon: Lexicon,
    heads: Heads,
    matters: Matters,
    /// Read when they are first asked for.
    signposts: OnceCell<Signposts>,
}

/// What a query found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The query as it was taken, without marks.
    pub understood: String,
    /// Of all results, shown or not.
    pub total: usize,
    /// Best first.
    pub results: Vec<Card>,
}

impl<'a> Searcher<'a> {
    /// `None` if there is no index, or one of another version.
    pub fn open(load: &'a Load<'a>) -> Option<Searcher<'a>> {
        let (files, lexicon, heads, matters) = Files::open(load)?;
        Some(Searcher { files, lexicon, heads, matters, signposts: OnceCell::new() })
    }

    /// A file that was asked for and is missing or damaged, so that answers may lack something.
    pub fn lost(&self) -> Option<String> {
        self.files.lost.borrow().first().cloned()
    }

    /// Pages that are no procedures and have such a name, and where they stand: `best` is the first
    /// procedure that was found.
    pub fn named(&self, query: &str, best: Option<&Card>) -> Named {
        let signposts = self.signposts.get_or_init(|| Signposts::read(&self.files));
        signposts.find(&self.heads, &looked_at(query), best.map_or("", |it| &it.title))
    }

    pub fn search(&self, query: &str, limit: usize) -> Answer {
        let query = looked_at(query);
        let query = query.trim_start();
        let whose = self.matters.whose(query);
        let careful = understand::understand(&self.lexicon, query, true).into_iter().take(1);
        let mut readings: Vec<Vec<Token>> = Vec::new();
        for it in careful.chain(understand::understand(&self.lexicon, query, false)) {
            let it =
                if whose == Whose::Others { Vec::new() } else { self.heads.without_name(&self.lexicon, it) };
            if readings.iter().all(|other| !has_words(other, &it)) {
                readings.push(it);
            }
        }
        let mut tokens: &[Token] = readings.first().map_or(&[], Vec::as_slice);
        let mut slots = codes::codes(&self.files, query);
        if slots.is_empty() {
            let mut opened = Vec::new();
            let mut proof = None;
            for it in &readings {
                let ours = whose == Whose::Ours;
                let ranked = rank::rank(&self.files, &self.lexicon, it, ours, &mut opened);
                if proof < Some(ranked.proof) {
                    (tokens, proof, slots) = (it, Some(ranked.proof), ranked.slots);
                }
            }
        }
        let words: Vec<&str> = tokens.iter().map(|it| it.word.as_str()).collect();
        Answer {
            understood: if words.is_empty() { query.to_owned() } else { words.join(" ") },
            total: slots.len(),
            results: slots.iter().take(limit).filter_map(|it| self.files.card(*it)).collect(),
        }
    }
}

/// The first 400 UTF-16 units of a query.
fn looked_at(query: &str) -> String {
    let mut left = 400;
    let within = |c: &char| {
        left -= i32::try_from(c.len_utf16()).unwrap_or(2);
        0 <= left
    };
    query.chars().take_while(within).collect()
}
