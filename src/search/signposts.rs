//! Pages that are no procedures, found by their names. `search/signposts.js` does the same.

use rustc_hash::{FxHashMap, FxHashSet};

use super::files::Files;
use super::heads::Heads;
use super::lexicon::decoded;
use super::understand::is_of_word;
use crate::index::bytes::Reader;
use crate::index::plain;
use crate::index::tables::signpost::{LEADING, LEAST, MOST, SHORT, TAIL};
use crate::index::tables::{TOKENS, ask_together, asks_in_english, is_question, rarity};
use crate::text::{fold, marks, syllables};

/// A page that a query names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signpost {
    /// `agency`
    pub kind: String,
    /// And in words.
    pub label: String,
    pub title: String,
    /// From the home page of its language.
    pub url: String,
    pub note: String,
    /// Of 64: how much of its name the query is.
    pub share: u64,
}

/// Pages that a query names, the likeliest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    pub signposts: Vec<Signpost>,
    /// Do they stand before the procedures?
    pub first: bool,
}

pub(super) struct Signposts {
    posts: Vec<Post>,
    /// How many have a word in their names.
    held: FxHashMap<String, u32>,
    /// All words, those around names too.
    words: FxHashSet<String>,
}

struct Kind {
    key: String,
    label: String,
    /// That may be typed beside any name of this kind.
    words: Vec<Word>,
}

struct Post {
    /// Its number.
    kind: usize,
    shown: Signpost,
    names: Vec<Vec<Word>>,
    /// Words that may be typed beside a name.
    around: Vec<Word>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    folded: String,
    marks: u8,
    /// Says nothing about the matter.
    asks: bool,
}

/// A query as it is compared with names.
struct Asked {
    /// With all words, and with those alone that say something: `minh` asks, and is of Hồ Chí Minh.
    readings: [Reading; 2],
    words: usize,
    /// All in one, whatever spaces were typed.
    joined: Word,
    open: bool,
}

struct Reading {
    words: Vec<Word>,
    /// Only words that say something, in names too.
    telling: bool,
    /// May the last word be the beginning of one?
    open: bool,
}

impl Signposts {
    pub(super) fn read(files: &Files<'_>) -> Signposts {
        Signposts::of(&files.signposts())
    }

    fn of(bytes: &[u8]) -> Signposts {
        let mut reader = Reader::new(bytes);
        let kinds: Vec<Kind> = (0..reader.count())
            .map(|_| Kind { key: reader.text(), label: reader.text(), words: cut(&reader.text()) })
            .collect();
        let mut posts = Vec::new();
        while !reader.is_at_end() {
            posts.extend(post(&mut reader, &kinds));
        }
        let (mut held, mut words) = (FxHashMap::default(), FxHashSet::default());
        for it in &posts {
            let named: FxHashSet<&str> = it.names.iter().flatten().map(|it| it.folded.as_str()).collect();
            for word in named {
                *held.entry(word.to_owned()).or_insert(0) += 1;
            }
            words.extend(it.words().map(|it| it.folded.clone()));
        }
        Signposts { posts, held, words }
    }

    /// `title`: that of the best procedure, empty if none was found.
    pub(super) fn find(&self, heads: &Heads, query: &str, title: &str) -> Named {
        let words = self.words(query);
        let open = query.chars().next_back().is_some_and(is_of_word);
        let asked = Asked::of(words.clone(), open);
        let mut found = self.found(|it| self.share_of(it, &asked));
        let folded: Vec<&str> = words.iter().map(|it| it.folded.as_str()).collect();
        // What follows a head is a name that nobody here has.
        if let Some(past) = heads.past(&folded).filter(|_| found.is_empty()) {
            let asked = Asked::of(words[..past].to_vec(), false);
            if heads.says_more(words[..past].iter().map(|it| (it.folded.as_str(), it.asks))) {
                found = self.found(|it| self.share_of(it, &asked));
            } else if title.is_empty() {
                found = self.found(|it| if it.kind == 0 && it.has(&asked.readings[1]) { 64 } else { 0 });
            }
        }
        let is_name = found.first().is_some_and(|(share, it)| *share == 64 && it.kind < LEADING);
        let title = cut(title);
        let [_, says] = &asked.readings;
        let first = is_name && !says.is_within(|| title.iter());
        let shown = |(share, it): (u64, &Post)| Signpost { share, ..it.shown.clone() };
        Named { signposts: found.into_iter().take(MOST).map(shown).collect(), first }
    }

    /// The likeliest first.
    fn found(&self, share: impl Fn(&Post) -> u64) -> Vec<(u64, &Post)> {
        let mut found: Vec<(u64, &Post)> = self.posts.iter().map(|it| (share(it), it)).collect();
        let best = found.iter().map(|it| it.0).max().unwrap_or(0);
        found.retain(|(share, _)| LEAST <= *share && best * TAIL <= share * 64);
        found.sort_by_key(|(share, _)| std::cmp::Reverse(*share));
        found
    }

    fn words(&self, query: &str) -> Vec<Word> {
        let read = |chunk: &str| {
            let folded = fold(chunk);
            let keys = chunk.is_ascii() && !self.words.contains(&folded);
            let decoded = keys.then(|| decoded(&folded, |it| self.words.contains(it))).flatten();
            decoded.unwrap_or_else(|| chunk.to_owned())
        };
        let read: Vec<String> = query.split_whitespace().map(read).collect();
        let mut words = cut(&read.join(" "));
        words.truncate(TOKENS);
        for it in &mut words {
            it.asks |= asks_in_english(&it.folded) && !self.held.contains_key(&it.folded);
        }
        words
    }

    /// Of 64: how much of one of its names the query is, if it has all that was asked.
    fn share_of(&self, post: &Post, asked: &Asked) -> u64 {
        let joined = post.names.iter().map(|name| asked.joined_share(name));
        let read = asked.readings.iter().filter(|it| post.has(it));
        let read = read.flat_map(|it| post.names.iter().map(|name| self.share(name, it)));
        joined.chain(read).max().unwrap_or(0)
    }

    fn share(&self, name: &[Word], read: &Reading) -> u64 {
        let (mut has, mut all) = (0, 0);
        for word in telling(name, read.telling) {
            let held = self.held.get(&word.folded).copied().unwrap_or(0);
            let rarity = u64::from(rarity(held, u32::try_from(self.posts.len()).unwrap_or(u32::MAX)));
            // A rare word is more of a name than two common ones.
            let worth = rarity * rarity;
            all += 2 * worth;
            has += worth * read.extent(word);
        }
        (64 * has).checked_div(all).unwrap_or(0)
    }
}

impl Post {
    fn words(&self) -> impl Iterator<Item = &Word> {
        self.names.iter().flatten().chain(&self.around)
    }

    fn has(&self, read: &Reading) -> bool {
        read.is_within(|| self.words())
    }
}

impl Asked {
    fn of(words: Vec<Word>, open: bool) -> Asked {
        let says = telling(&words, true);
        let last_says = words.last().is_some_and(|it| !it.asks) || says.len() == words.len();
        let says = says.into_iter().cloned().collect();
        let (joined, count) = (joined(&words), words.len());
        let readings = [
            Reading { words, telling: false, open },
            Reading { words: says, telling: true, open: open && last_says },
        ];
        Asked { readings, words: count, joined, open }
    }

    /// Of a name that was typed with other spaces; of one word also the beginning.
    fn joined_share(&self, name: &[Word]) -> u64 {
        let short = self.joined.folded.chars().count() < SHORT;
        if short || self.words == name.len() {
            return 0;
        }
        32 * fits(&self.joined, &joined(name), self.open && name.len() == 1)
    }
}

impl Reading {
    fn is_within<'w, I: Iterator<Item = &'w Word>>(&self, words: impl Fn() -> I) -> bool {
        (0..self.words.len()).all(|at| words().any(|word| 0 < self.fits(at, word)))
    }

    /// Of 2: how much of this word was typed.
    fn extent(&self, word: &Word) -> u64 {
        (0..self.words.len()).map(|at| self.fits(at, word)).max().unwrap_or(0)
    }

    fn fits(&self, at: usize, word: &Word) -> u64 {
        fits(&self.words[at], word, self.open && at + 1 == self.words.len())
    }
}

/// Of 2: how much of a word was typed. Who types marks means them.
fn fits(typed: &Word, word: &Word, open: bool) -> u64 {
    if typed.marks & !word.marks != 0 {
        return 0;
    }
    if typed.folded == word.folded {
        return 2;
    }
    // Many numbers begin alike.
    let begins = !is_number(&typed.folded) || SHORT <= typed.folded.chars().count();
    u64::from(open && begins && word.folded.starts_with(&typed.folded))
}

fn post(reader: &mut Reader<'_>, kinds: &[Kind]) -> Option<Post> {
    let number = reader.number() as usize;
    let shown = Signpost {
        title: plain(reader.text()),
        url: reader.text(),
        note: plain(reader.text()),
        ..Signpost::default()
    };
    let around = reader.text();
    let mut names = vec![cut(&shown.title)];
    for _ in 0..reader.count() {
        names.push(cut(&reader.text()));
    }
    let Kind { key, label, words } = kinds.get(number)?;
    let shown = Signpost { kind: key.clone(), label: label.clone(), ..shown };
    let around = cut(&around).into_iter().chain(words.iter().cloned()).collect();
    Some(Post { kind: number, shown, names, around })
}

/// Words of a text; numbers side by side are one, as people write those of telephones.
fn cut(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for it in syllables(text) {
        let marks = marks(&text[it.place]);
        match words.last_mut() {
            Some(last) if is_number(&last.folded) && is_number(&it.folded) => {
                last.folded.push_str(&it.folded);
            }
            _ => {
                let asks = is_question(&it.folded) && !asks_in_english(&it.folded);
                words.push(Word { folded: it.folded, marks, asks });
            }
        }
    }
    for at in 1..words.len() {
        if ask_together(&words[at - 1].folded, &words[at].folded) {
            words[at - 1].asks = true;
            words[at].asks = true;
        }
    }
    words
}

/// Those that say something; if none does, or all are wanted, all.
fn telling(words: &[Word], alone: bool) -> Vec<&Word> {
    let all = !alone || words.iter().all(|it| it.asks);
    words.iter().filter(|it| all || !it.asks).collect()
}

fn joined(words: &[Word]) -> Word {
    let folded = words.iter().map(|it| it.folded.as_str()).collect();
    Word { folded, marks: words.iter().fold(0, |all, it| all | it.marks), asks: false }
}

fn is_number(word: &str) -> bool {
    word.starts_with(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::bytes::{count, number, text};

    /// Number of the kind, title, other names, words around them.
    type Given = (u32, &'static str, &'static [&'static str], &'static str);

    const GIVEN: &[Given] = &[
        (0, "Nơi nộp hồ sơ", &["một cửa", "nộp hồ sơ ở đâu"], ""),
        (0, "Câu hỏi thường gặp", &[], ""),
        (1, "Tôi xây nhà mới", &["I am building a house"], ""),
        (2, "Tập đoàn Điện lực Việt Nam", &["EVN"], ""),
        (2, "Tổng công ty Điện lực Thành phố Hà Nội", &["EVNHANOI", "Hà Nội", "1900 1288"], "EVN"),
        (2, "Tổng công ty Điện lực miền Bắc", &["EVNNPC", "1900.6769", "cskh.npc"], "EVN, com.vn"),
        (2, "Tổng công ty Điện lực Thành phố Hồ Chí Minh", &["EVNHCMC"], "EVN"),
        (3, "Trung tâm Hành chính công Cẩm Phả", &[], "Quảng Ninh"),
        (3, "Trung tâm Hành chính công Hạ Long", &[], "Quảng Ninh, 12 đường Hạ Nội"),
        (4, "Bị ngừng cấp điện do nợ thì làm gì?", &[], ""),
        (5, "Cấp điện mới", &[], ""),
    ];

    fn heads() -> Heads {
        Heads::new(&["dien luc".to_owned()], ["cong", "ty", "dien", "luc"].map(str::to_owned).to_vec())
    }

    fn signposts(given: &[Given]) -> Signposts {
        let mut out = Vec::new();
        number(&mut out, 6);
        for (key, words) in [
            ("page", ""),
            ("journey", ""),
            ("agency", "tổng đài, số điện thoại"),
            ("office", ""),
            ("part", ""),
            ("field", ""),
        ] {
            for it in [key, key, words] {
                text(&mut out, it);
            }
        }
        for (kind, title, names, around) in given {
            number(&mut out, *kind);
            for it in [title, "url/", "", around] {
                text(&mut out, it);
            }
            number(&mut out, count(names.len()));
            for it in *names {
                text(&mut out, it);
            }
        }
        Signposts::of(&out)
    }

    /// First those that a query names whole, then the others, each by the last word of its title.
    fn found(query: &str, title: &str) -> (String, bool) {
        let Named { signposts, first } = signposts(GIVEN).find(&heads(), query, title);
        let last = |it: &Signpost| it.title.split(' ').next_back().unwrap_or_default().to_owned();
        let (whole, part): (Vec<&Signpost>, Vec<&Signpost>) = signposts.iter().partition(|it| it.share == 64);
        let all = [whole, part].map(|some| some.into_iter().map(last).collect::<Vec<_>>().join(" "));
        (all.join("|"), first)
    }

    #[test]
    fn who_types_a_name_finds_whose_it_is() {
        for (query, expected) in [
            ("hà nội", "Nội|"),
            ("ha noi", "Nội|"),
            ("HA NOI", "Nội|"),
            ("hanoi", "Nội|"),
            ("haf nooij", "Nội|"),
            ("ha2 no65i5", "Nội|"),
            ("ha no", "|Nội"),
            ("evnhanoi", "Nội|"),
            ("evn hà nội", "Nội|"),
            ("số điện thoại hà nội", "Nội|"),
            ("tong dai ha noi bao nhieu", "Nội|"),
            ("evn", "Nam|"),
            ("evnh", "|Nội Minh"),
            ("npc", "|Bắc"),
            ("cskh.npc.com.vn", "Bắc|"),
            ("19006769", "Bắc|"),
            ("1900 6769", "Bắc|"),
            ("1900-67.69", "Bắc|"),
            ("190067", "|Bắc"),
            ("hồ chí minh", "|Minh"),
            ("cẩm phả", "|Phả"),
            ("cẩm phả quảng ninh", "|Phả"),
            ("xay nha moi", "mới|"),
            ("nhà mới xây", "mới|"),
            ("tôi muốn xây nhà mới", "mới|"),
            ("i am building a house", "mới|"),
            ("cau hoi thuong gap", "gặp|"),
            ("noi nop", "sơ|"),
            ("nop o dau", "sơ|"),
            ("cấp điện mới", "mới|"),
            ("ngừng cấp điện vì nợ", "|"),
            ("ngung cap dien do no", "gì?|"),
        ] {
            assert_eq!(found(query, "").0, expected, "{query}");
        }
    }

    #[test]
    fn who_brushes_a_name_finds_nothing() {
        for query in [
            "",
            " ",
            "?",
            "điện",
            "điện lực",
            "công",
            "quảng ninh",
            "số điện thoại",
            "evn cẩm phả",
            "190",
            "1",
            "hạ nội",
            "hả nội",
            "há",
            "cấm phá",
            "xây nhà mòi",
            "bao lâu",
            "làm gì",
            "bitcoin",
            "com.vn",
            "h",
        ] {
            assert_eq!(found(query, "").0, "|", "{query}");
        }
    }

    #[test]
    fn a_name_stands_before_procedures_that_have_other_titles() {
        for (query, title, expected) in [
            ("xây nhà mới", "", true),
            ("xây nhà mới", "Cấp điện sinh hoạt", true),
            ("xây nhà mới", "Cấp điện cho nhà mới xây", false),
            ("hà nội", "Cấp điện ở Hạ Nội", true),
            ("cẩm phả", "Cấp điện sinh hoạt", false),
            ("cấp điện mới", "Cấp điện sinh hoạt", false),
            ("ngừng cấp điện do nợ", "Cấp điện trở lại", false),
        ] {
            assert_eq!(found(query, title).1, expected, "{query}, {title}");
        }
    }

    #[test]
    fn of_those_that_answer_alike_the_first_in_the_file_are_shown() {
        let titles = ["Nhất", "Nhì", "Thứ ba", "Thứ tư", "Thứ năm"];
        let given = titles.map(|title| (0, title, &["Bốn Hai"][..], ""));
        let found = signposts(&given).find(&heads(), "bốn hai", "").signposts;
        assert_eq!(found.iter().map(|it| it.title.as_str()).collect::<Vec<_>>(), titles[..4]);
        assert!(Signposts::of(&[]).find(&heads(), "hà nội", "").signposts.is_empty());
    }
}
