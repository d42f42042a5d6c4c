//! The likeliest way to read a query: the cheapest path through all candidates.

use std::rc::Rc;

use super::lexicon::{Lexicon, is_vni};
use crate::index::tables::{TOKENS, ask_together, asks_in_english, cost, is_question};
use crate::text::{fold, marks, syllables};

/// One word of the query as it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) word: String,
    pub(super) extent: Extent,
    /// What it cost to read another word than was typed.
    pub(super) repair: u32,
    /// The marks that were typed stand nowhere on this word.
    pub(super) strange: bool,
    /// A word of questions.
    pub(super) asks: bool,
}

/// How much of a word was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    Whole,
    /// It is the last one, and no space after it tells that more follows.
    Last,
    /// It is a word, and the last one: perhaps it goes on.
    Open,
    Beginning,
}

impl Token {
    pub(super) fn is_beginning(&self) -> bool {
        self.extent == Extent::Beginning
    }

    /// May a phrase end with it?
    pub(super) fn ends(&self) -> bool {
        matches!(self.extent, Extent::Last | Extent::Open)
    }
}

struct Typed {
    word: String,
    /// Without marks.
    plain: bool,
    marks: u8,
    keys: Option<String>,
    /// Only beside its neighbour.
    asks: bool,
}

#[derive(Clone)]
struct State {
    cost: u32,
    last: String,
    tokens: Vec<Token>,
    from: Option<Rc<State>>,
}

/// Where something was put right, the next way to read it that has other words comes as well, if it
/// costs hardly more. Who is `careful` leaves words alone that are words here.
pub(super) fn understand(lexicon: &Lexicon, query: &str, careful: bool) -> Vec<Vec<Token>> {
    let typed = typed(lexicon, query);
    // Whoever marks most words means the others without.
    let marked = typed.len() <= 2 * typed.iter().filter(|it| it.marks != 0).count();
    let open = query.chars().next_back().is_some_and(is_of_word);
    // In Vietnamese the English words of questions are others: `an` is `án`, `to` is `tổ`.
    let english =
        typed.iter().all(|it| it.marks == 0 && (is_question(&it.word) || !lexicon.is_strange(&it.word, 0)));
    let tongue = Tongue { english, marked };
    let ways = Ways { open, careful };
    let mut states: Vec<Vec<Rc<State>>> = vec![Vec::new(); typed.len() + 2];
    states[0].push(Rc::new(State { cost: 0, last: String::new(), tokens: Vec::new(), from: None }));
    for at in 0..typed.len() {
        let before = std::mem::take(&mut states[at]);
        for (width, price, words, prefix) in candidates(lexicon, &typed, at, &before, ways) {
            for state in &before {
                states[at + width]
                    .push(Rc::new(step(lexicon, state, &typed[at], price, &words, prefix, tongue)));
            }
        }
        let after = &mut states[at + 1];
        after.sort_by_key(|it| it.cost);
        let mut kept: Vec<Rc<State>> = Vec::new();
        for it in after.drain(..) {
            // Two that end alike are enough to tell what else was meant.
            if kept.len() < 10 && kept.iter().filter(|other| other.last == it.last).count() < 2 {
                kept.push(it);
            }
        }
        *after = kept;
    }
    let last = match query.chars().next_back() {
        _ if open => Extent::Open,
        Some(c) if c.is_whitespace() => Extent::Whole,
        _ => Extent::Last,
    };
    let path = |state: &Rc<State>| path(state, |it| asks(lexicon, it, english), last);
    let ends = &states[typed.len()];
    let mut found: Vec<Vec<Token>> = ends.first().map(path).into_iter().collect();
    let Some(best) = found.first().filter(|best| best.iter().any(|it| 0 < it.repair)) else { return found };
    let other = ends[1..]
        .iter()
        .filter(|it| it.cost <= ends[0].cost + cost::NEAR)
        .map(path)
        .find(|it| !it.iter().any(Token::is_beginning) && !has_words(it, best));
    found.extend(other);
    found
}

/// Do both read the same words?
pub(super) fn has_words(a: &[Token], b: &[Token]) -> bool {
    a.iter().map(|it| &it.word).eq(b.iter().map(|it| &it.word))
}

fn path(end: &Rc<State>, asks: impl Fn(&str) -> bool, extent: Extent) -> Vec<Token> {
    let mut parts: Vec<Vec<Token>> = Vec::new();
    let mut state = Some(Rc::clone(end));
    while let Some(it) = state {
        parts.push(it.tokens.clone());
        state = it.from.as_ref().map(Rc::clone);
    }
    let mut tokens: Vec<Token> = parts.into_iter().rev().flatten().collect();
    if let Some(last) = tokens.last_mut().filter(|it| !it.is_beginning()) {
        last.extent = extent;
    }
    for it in &mut tokens {
        it.asks |= asks(&it.word);
    }
    tokens.truncate(30);
    tokens
}

/// Is it a word of questions in this language?
fn asks(lexicon: &Lexicon, word: &str, english: bool) -> bool {
    is_question(word) && (english || !asks_in_english(word) || !lexicon.has(word))
}

pub(super) fn is_of_word(c: char) -> bool {
    c.is_alphabetic() || c.is_numeric() || fold(c.encode_utf8(&mut [0; 4])).is_empty()
}

fn typed(lexicon: &Lexicon, query: &str) -> Vec<Typed> {
    let mut found = Vec::new();
    for chunk in query.split_whitespace() {
        let folded = fold(chunk);
        if let Some(keys) = Some(&folded).filter(|it| is_vni(it)).and_then(|it| lexicon.decoded(it)) {
            found.push(Typed {
                word: folded,
                plain: chunk.is_ascii(),
                marks: 0,
                keys: Some(keys),
                asks: false,
            });
            continue;
        }
        for it in syllables(chunk) {
            let letters = &chunk[it.place];
            let (plain, marks) = (letters.is_ascii(), marks(letters));
            let keys = plain.then(|| lexicon.decoded(&it.folded)).flatten();
            found.push(Typed { word: it.folded, plain, marks, keys, asks: false });
        }
    }
    found.truncate(TOKENS);
    for at in 1..found.len() {
        if ask_together(&found[at - 1].word, &found[at].word) {
            found[at - 1].asks = true;
            found[at].asks = true;
        }
    }
    found
}

/// How a query is looked at.
#[derive(Clone, Copy)]
struct Ways {
    /// The last word may go on.
    open: bool,
    careful: bool,
}

/// In which language, and how, a query was typed.
#[derive(Clone, Copy)]
struct Tongue {
    /// No word is Vietnamese for certain.
    english: bool,
    /// Most words have marks.
    marked: bool,
}

type Candidate = (usize, u32, Vec<String>, bool);

/// How many tokens it takes, its price, the words, whether they are a beginning only.
fn candidates(
    lexicon: &Lexicon,
    typed: &[Typed],
    at: usize,
    before: &[Rc<State>],
    Ways { open, careful }: Ways,
) -> Vec<Candidate> {
    let Typed { word, keys, marks, asks, .. } = &typed[at];
    let known = lexicon.has(word);
    let number = word.chars().next().is_some_and(char::is_numeric);
    let price = if known || *asks || is_question(word) { 0 } else { cost::UNKNOWN };
    let mut found: Vec<Candidate> = vec![(1, price, vec![word.clone()], false)];
    let mut one = |price: u32, words: Vec<String>| found.push((1, price, words, false));
    if let Some(keys) = keys {
        one(cost::DECODED, vec![keys.clone()]);
    }
    let last = at + 1 == typed.len() && open;
    if last && !number && lexicon.completions(word).iter().any(|it| lexicon.goes_on(it, *marks)) {
        found.push((1, cost::PREFIX, vec![word.clone()], true));
    }
    let mut one = |price: u32, words: Vec<String>| found.push((1, price, words, false));
    let follows = |it: &Rc<State>, word: &str| lexicon.together(&it.last, word);
    let next = typed.get(at + 1);
    let sure = known
        && before.first().is_some_and(|it| it.last.is_empty() || follows(it, word))
        && next.is_none_or(|next| lexicon.together(word, &next.word));
    if !(number || sure || careful && known || lexicon.is_written(word, *marks)) {
        for other in lexicon.similar(word) {
            one(other.cost, vec![other.word]);
        }
        // So many words have one letter more than a short one: only those beside a neighbour.
        let fits = |it: &str| {
            next.is_some_and(|next| lexicon.together(it, &next.word))
                || before.iter().any(|state| follows(state, it))
        };
        for it in lexicon.grown(word).into_iter().filter(|it| fits(it)) {
            one(cost::INSERT + cost::FIRST, vec![it.to_owned()]);
        }
        if !known {
            for (cost, words) in pieces(lexicon, word) {
                one(cost, words);
            }
        }
    }
    if let Some(next) = next {
        let whole = format!("{word}{}", next.word);
        if (!known || !lexicon.has(&next.word)) && lexicon.has(&whole) {
            found.push((2, cost::MERGE, vec![whole], false));
        }
    }
    found
}

fn step(
    lexicon: &Lexicon,
    state: &Rc<State>,
    typed: &Typed,
    price: u32,
    words: &[String],
    prefix: bool,
    Tongue { marked, english }: Tongue,
) -> State {
    let repaired = words[0] != typed.word && cost::DECODED < price;
    // Where the site knows what was typed, another word is less likely meant.
    let known = lexicon.has(&typed.word)
        && !((marked || !typed.plain) && lexicon.is_strange(&typed.word, typed.marks));
    let doubt = price + if known { cost::KNOWN } else { 0 };
    let repair = if repaired { doubt } else { 0 };
    let strange =
        words.len() == 1 && (marked || typed.marks != 0) && lexicon.is_strange(&words[0], typed.marks);
    let mut sum = state.cost + price;
    let mut last: &str = &state.last;
    for word in words {
        let together = !last.is_empty()
            && if prefix { lexicon.completes(last, word) } else { lexicon.together(last, word) };
        if !last.is_empty() && !together {
            let asked = asks(lexicon, word, english) || asks(lexicon, last, english);
            sum += if asked { cost::ASKED } else { cost::APART };
        }
        // Beside its neighbour a rare word is as likely as a common one.
        if !together {
            sum += lexicon.rarity(word).unwrap_or(0) >> 5;
        }
        last = word;
    }
    State {
        cost: sum,
        last: last.to_owned(),
        tokens: words
            .iter()
            .enumerate()
            .map(|(at, word)| Token {
                word: word.clone(),
                extent: if prefix { Extent::Beginning } else { Extent::Whole },
                repair: if at == 0 { repair } else { 0 },
                strange,
                asks: typed.asks,
            })
            .collect(),
        from: Some(Rc::clone(state)),
    }
}

type Cut = Option<(u32, Vec<String>)>;

/// Words that were typed without spaces between them, one of them perhaps with an error.
fn pieces(lexicon: &Lexicon, typed: &str) -> Vec<(u32, Vec<String>)> {
    let n = typed.len();
    if !(3..=30).contains(&n) || !typed.is_ascii() {
        return Vec::new();
    }
    let piece = |from: usize, to: usize| {
        let word = &typed[from..to];
        let digit = word.len() == 1 && word.starts_with(|c: char| c.is_ascii_digit());
        (word.len() <= 12 && !digit && lexicon.has(word)).then(|| word.to_owned())
    };
    let price = |a: &str, b: &str| {
        let apart = if lexicon.together(a, b) { 0 } else { cost::APART };
        cost::SPLIT + apart + if a.len() == 1 || b.len() == 1 { cost::SPLIT } else { 0 }
    };
    // The cheapest way to cut what stands before each place, and what stands after it.
    let mut heads: Vec<Cut> = vec![None; n + 1];
    heads[0] = Some((0, Vec::new()));
    for to in 1..=n {
        for from in to.saturating_sub(12)..to {
            let (Some((sum, words)), Some(word)) = (&heads[from], piece(from, to)) else { continue };
            let sum = sum + words.last().map_or(0, |it| price(it, &word));
            if heads[to].as_ref().is_none_or(|it| sum < it.0) {
                let words = words.iter().cloned().chain([word]).collect();
                heads[to] = Some((sum, words));
            }
        }
    }
    let mut tails: Vec<Cut> = vec![None; n + 1];
    tails[n] = Some((0, Vec::new()));
    for from in (1..n).rev() {
        for to in (from + 1..=n.min(from + 12)).rev() {
            let (Some((sum, words)), Some(word)) = (&tails[to], piece(from, to)) else { continue };
            let sum = sum + words.first().map_or(0, |it| price(&word, it));
            if tails[from].as_ref().is_none_or(|it| sum < it.0) {
                let words = [word].into_iter().chain(words.iter().cloned()).collect();
                tails[from] = Some((sum, words));
            }
        }
    }
    let mut found: Vec<(u32, Vec<String>)> = heads[n].iter().filter(|it| 1 < it.1.len()).cloned().collect();
    for from in 0..n {
        for to in (from + 2..=n.min(from + 10)).rev() {
            let (Some(before), Some(after)) = (&heads[from], &tails[to]) else { continue };
            if from == 0 && to == n {
                continue;
            }
            for other in lexicon.similar(&typed[from..to]).into_iter().take(6) {
                let (a, b) = (before.1.last(), after.1.first());
                let apart = |it: Option<&String>, join: &dyn Fn(&str) -> bool| it.is_some_and(|it| !join(it));
                if apart(a, &|it| lexicon.together(it, &other.word))
                    || apart(b, &|it| lexicon.together(&other.word, it))
                {
                    continue;
                }
                let joints = u32::from(a.is_some()) + u32::from(b.is_some());
                let sum = before.0 + after.0 + other.cost + cost::SPLIT * joints;
                let words = before.1.iter().cloned().chain([other.word]).chain(after.1.iter().cloned());
                found.push((sum, words.collect()));
            }
        }
    }
    found.sort_by_cached_key(|(cost, words)| (*cost, words.join(" ")));
    found.truncate(8);
    found
}
