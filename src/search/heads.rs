//! What stands before the names of offices that nobody here knows: "điện lực …".

use super::lexicon::Lexicon;
use super::rank::stands_beside;
use super::understand::Token;

#[derive(Default)]
pub(super) struct Heads {
    /// `dien luc`
    leads: Vec<Vec<String>>,
    /// All that may stand in one: `tong`
    words: Vec<String>,
}

impl Heads {
    pub(super) fn new(leads: &[String], words: Vec<String>) -> Heads {
        let leads = leads.iter().map(|it| it.split(' ').map(str::to_owned).collect()).collect();
        Heads { leads, words }
    }

    /// Where what follows a head begins: a name, perhaps.
    pub(super) fn past(&self, words: &[&str]) -> Option<usize> {
        let is_before = |at: usize, lead: &[String]| {
            at.checked_sub(lead.len()).is_some_and(|from| words[from..at] == *lead)
        };
        (1..words.len()).find(|at| self.leads.iter().any(|lead| is_before(*at, lead)))
    }

    /// Do words, each with whether it asks, say more than whose office is looked for?
    pub(super) fn says_more<'w>(&self, mut words: impl Iterator<Item = (&'w str, bool)>) -> bool {
        words.any(|(word, asks)| !asks && self.words.iter().all(|it| it != word))
    }

    /// A reading without the name of an office: what follows a head, if no title has any of it beside
    /// its neighbour just as it was typed. One word alone that is known is no name.
    pub(super) fn without_name(&self, lexicon: &Lexicon, mut tokens: Vec<Token>) -> Vec<Token> {
        let words: Vec<&str> = tokens.iter().map(|it| it.word.as_str()).collect();
        let Some(past) = self.past(&words) else { return tokens };
        let mut typed = tokens.clone();
        for it in typed.iter_mut().filter(|it| 0 < it.repair || it.strange) {
            it.word.clear();
        }
        let is_matter = |at: usize| {
            let is_alone = past == at && past + 1 == typed.len();
            is_alone && lexicon.has(&typed[at].word) || !typed[at].asks && stands_beside(lexicon, &typed, at)
        };
        if (past..typed.len()).any(is_matter) {
            return tokens;
        }
        tokens.truncate(past);
        if !self.says_more(tokens.iter().map(|it| (it.word.as_str(), it.asks))) {
            tokens.clear();
        }
        tokens
    }
}
