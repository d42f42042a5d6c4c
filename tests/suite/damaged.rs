//! Real files as a slip of the hand leaves them: whatever is wrong with them, there is something to tell.

use std::cell::RefCell;
use std::path::Path;

use jiff::civil::date;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

use thutuc::check::{Memo, check_again};
use thutuc::diagnostic::{Language, Style, text};
use thutuc::read::read;
use thutuc::source::{SourceFile, Sources};

/// What gets into a file by typing, pasting and saving in the wrong place.
const PIECES: &[&str] = &[
    "\t",
    "\r",
    "\r\n",
    "\n",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{2028}",
    "\u{85}",
    "\u{301}",
    "\u{202e}",
    "\0",
    "đ",
    "Ð",
    "ẫ",
    "ﬁ",
    "½",
    "😀",
    "\"",
    "'",
    "`",
    "“",
    "»",
    "{",
    "}",
    "[",
    "]",
    "|",
    ">",
    "&",
    "*",
    "#",
    " #",
    "- ",
    ": ",
    ":",
    "? ",
    "!",
    "%",
    "@",
    "\\",
    "<",
    "<!--",
    "](",
    "![",
    "[^1]",
    "---\n",
    "...",
    "<<<<<<< a\n",
    "0",
    "999999999999",
    "31/02/2026",
    "2026-13-45",
    "15/2025/NĐ-CP",
    "5 ngày làm việc",
    "NaN",
];

#[derive(Debug, Clone)]
enum Damage {
    Put(Index, &'static str),
    Cut(Index, usize),
    End(Index),
    Swap(Index, Index),
    Twice(Index, Index),
    Indent(Index, usize),
    /// Every one of the first in a line becomes the second.
    Replace(Index, char, &'static str),
    Windows,
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<Index>;
    prop_oneof![
        4 => (at(), select(PIECES)).prop_map(|(at, it)| Damage::Put(at, it)),
        2 => (at(), 1..40_usize).prop_map(|(at, it)| Damage::Cut(at, it)),
        1 => at().prop_map(Damage::End),
        1 => (at(), at()).prop_map(|(a, b)| Damage::Swap(a, b)),
        1 => (at(), at()).prop_map(|(a, b)| Damage::Twice(a, b)),
        1 => (at(), 0..9_usize).prop_map(|(at, it)| Damage::Indent(at, it)),
        2 => (at(), select(&[':', ' ', '"', '[', ']', '{', '}', ',', '-', '.'][..]), select(PIECES))
            .prop_map(|(at, a, b)| Damage::Replace(at, a, b)),
        1 => Just(Damage::Windows),
    ]
}

impl Damage {
    fn done(&self, text: &str) -> String {
        let signs: Vec<usize> = text.char_indices().map(|it| it.0).chain([text.len()]).collect();
        let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
        match self {
            Damage::Put(at, piece) => {
                let at = signs[at.index(signs.len())];
                return [&text[..at], piece, &text[at..]].concat();
            }
            Damage::Cut(at, length) => {
                let at = at.index(signs.len());
                let end = (at + length).min(signs.len() - 1);
                return [&text[..signs[at]], &text[signs[end]..]].concat();
            }
            Damage::End(at) => return text[..signs[at.index(signs.len())]].to_owned(),
            Damage::Windows => return text.replace('\n', "\r\n"),
            Damage::Swap(a, b) => {
                let (a, b) = (a.index(lines.len()), b.index(lines.len()));
                lines.swap(a, b);
            }
            Damage::Twice(a, b) => {
                let line = lines[a.index(lines.len())].clone();
                lines.insert(b.index(lines.len()), line);
            }
            Damage::Indent(at, spaces) => {
                let at = at.index(lines.len());
                lines[at] = " ".repeat(*spaces) + lines[at].trim_start();
            }
            Damage::Replace(at, from, to) => {
                let at = at.index(lines.len());
                lines[at] = lines[at].replace(*from, to);
            }
        }
        lines.join("\n")
    }
}

fn catalogue() -> Sources {
    read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the catalogue is there")
}

/// Checks the catalogue with some of its files damaged, and tells what is wrong in both languages.
fn tell(sources: &Sources, harm: &[(Index, Vec<Damage>)], memo: &mut Memo) {
    let mut damaged = sources.clone();
    for (file, all) in harm {
        let at = file.index(damaged.files.len());
        let path = &sources.files[at].path;
        let text = all.iter().fold(sources.files[at].text.to_string(), |text, it| it.done(&text));
        damaged.files[at] = SourceFile::new(path.clone(), text);
    }
    let (_, report) = check_again(&damaged, date(2026, 11, 24), memo);
    for it in &report.diagnostics {
        let file = damaged.file(&it.path).map_or("", |it| &it.text);
        let is_there = it.span.clone().is_none_or(|span| file.get(span).is_some());
        assert!(is_there, "{} at {:?} of {}", it.rule.code, it.span, it.path);
    }
    for language in [Language::Vi, Language::En] {
        let told = text(&report.diagnostics, &damaged, language, Style::Plain);
        assert_eq!(told.is_empty(), report.diagnostics.is_empty());
    }
}

/// The same damages each time; `PROPTEST_CASES` asks for more of them than 256.
#[test]
fn no_damage_to_a_file_stops_the_check() {
    let (sources, memo) = (catalogue(), RefCell::new(Memo::default()));
    let harm = prop::collection::vec((any::<Index>(), prop::collection::vec(damage(), 1..4)), 1..6);
    let mut runner = TestRunner::new_with_rng(
        ProptestConfig { failure_persistence: None, ..ProptestConfig::default() },
        TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    );
    runner
        .run(&harm, |harm| {
            tell(&sources, &harm, &mut memo.borrow_mut());
            Ok(())
        })
        .expect("all that is wrong can be told");
}
