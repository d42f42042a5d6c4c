//! Every rule has a fixture beside it: content in which `«…»` are the bytes that the message points
//! at, and what is said of it in both languages.
//!
//! `-- path --` begins a file; a marked path means the file as a whole. `-- refused path why --` is
//! one that reading could not take, `-- without path --` takes one away that is always there,
//! `-- as of day --` sets the day. The same content is then written in other ways, and the marks
//! must hold in each.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::ErrorKind;
use std::ops::Range;
use std::path::PathBuf;
use std::{fs, mem};

use expect_test::expect_file;
use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use super::{RULES, may_be_allowed};
use crate::check::ground::Kind;
use crate::check::roles::{Role, role};
use crate::check::tests;
use crate::diagnostic::{Diagnostic, Language, Rule};
use crate::model::{Catalogue, Id};
use crate::pipeline;
use crate::source::tree::{self, Node, Value};
use crate::source::{Refusal, Refused, SourceFile, Sources, Theme, embedded};

/// File, and where the bytes begin and end; none for the file as a whole.
type Place = (String, Option<(usize, usize)>);

/// Of several lines a message may point at the first alone.
fn place(path: &str, text: &str, span: Option<&Range<usize>>) -> Place {
    let clipped = |it: &Range<usize>| {
        let line = text[it.clone()].find(['\n', '\r']).unwrap_or(it.len());
        (it.start, it.start + line)
    };
    (path.to_owned(), span.map(clipped))
}

struct Fixture {
    sources: Sources,
    as_of: Date,
    marks: BTreeSet<Place>,
}

/// How the same content may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    AsItStands,
    Windows,
    ByteOrderMark,
    /// Accents as a Mac may write them, before the mistake and in it.
    Decomposed,
    /// Behind a line of wide characters and a tab; tabs after keys.
    Tabs,
    Flow,
    Block,
}

const WAYS: [Way; 7] =
    [Way::AsItStands, Way::Windows, Way::ByteOrderMark, Way::Decomposed, Way::Tabs, Way::Flow, Way::Block];

/// Ways in which the content would be another: the mistake is in the way it is written.
const NOT: &[(&str, Way)] = &[
    // All of its text would be decomposed, not the marked word.
    ("not-nfc", Way::Decomposed),
    // Words are compared as they are typed; the first thing to say is that they are decomposed.
    ("mixed-tones", Way::Decomposed),
    ("prose-time", Way::Decomposed),
    ("starter-text", Way::Decomposed),
    ("cut-by-comma", Way::Flow),
    ("cut-by-comma", Way::Block),
    ("cut-by-comment", Way::Flow),
    ("cut-by-comment", Way::Block),
];

fn file_of(rule: &Rule) -> PathBuf {
    let name = format!("src/check/rules/{}.fixture", rule.name.replace('-', "_"));
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// What stands before the snapshots.
fn content_of(rule: &Rule) -> String {
    let path = file_of(rule);
    let text =
        fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} has no {}", rule.name, path.display()));
    text.split("-- vi --\n").next().unwrap_or_default().to_owned()
}

impl Fixture {
    /// `None` where the content cannot be written that way.
    fn new(content: &str, way: Way) -> Option<Fixture> {
        let mut as_of = jiff::civil::date(2026, 11, 23);
        let (mut plain, mut marks, mut refused) = (String::new(), BTreeSet::new(), Vec::new());
        let (mut without, mut site, mut style, mut theme) = (Vec::new(), None, String::new(), Vec::new());
        for part in format!("\n{content}").split("\n-- ").skip(1) {
            let (head, text) = part.split_once(" --").expect("a head ends with ` --`");
            let text = text.strip_prefix('\n').unwrap_or(text);
            let words: Vec<&str> = head.split(' ').collect();
            let path = words[words.len().min(2) - 1].trim_matches(['«', '»']).to_owned();
            if head.contains('«') {
                marks.insert(place(&path, "", None));
            }
            match words[..] {
                ["as", "of", day] => as_of = day.parse().expect("a day"),
                ["without", _] => without.push(path),
                ["refused", _, why] => refused.push(Refused { path, why: refusal(why) }),
                _ if path == "style.css" => style = format!("{text}\n"),
                _ if path.starts_with("themes/") => theme.push(SourceFile::new(path, format!("{text}\n"))),
                _ if path == "site.toml" => site = Some(format!("{text}\n")),
                _ => writeln!(plain, "-- {path} --\n{text}").expect("writing to a string cannot fail"),
            }
        }
        let mut sources = tests::sources(&plain);
        sources.refused = refused;
        sources.files.retain(|it| !without.iter().any(|path| **path == *it.path));
        if let Some(text) = site {
            let (text, found) = taken(&text);
            let told: crate::config::SiteConfig = toml::from_str(&text).expect("settings");
            sources.config.check.allow.extend(told.check.allow);
            sources.config.owner.popular = told.owner.popular;
            sources.config.base_url = told.base_url;
            marks.extend(found.iter().map(|it| place("site.toml", &text, Some(it))));
            sources.config_file = SourceFile::new("site.toml", text);
        }
        sources.theme.files = theme;
        sources.style_file = SourceFile::new("themes/default/static/style.css", style);
        let themed = sources.theme.files.iter_mut().chain([&mut sources.style_file]);
        for file in sources.files.iter_mut().chain(themed) {
            let (text, found) = taken(&written(file, way)?);
            marks.extend(found.iter().map(|it| place(&file.path, &text, Some(it))));
            file.text = text.into();
        }
        if !sources.theme.files.is_empty() {
            lay(&mut sources.theme);
        }
        Some(Fixture { sources, as_of, marks })
    }

    fn found(&self) -> Vec<Diagnostic> {
        pipeline::judge(&self.sources, self.as_of).1.diagnostics
    }
}

/// The theme's own files over the default words, as reading does it.
fn lay(theme: &mut Theme) {
    let text = |it: &[u8]| String::from_utf8_lossy(it).into_owned();
    let default = embedded::FILES.iter().map(|(path, bytes)| ((*path).to_owned(), text(bytes)));
    let default: Vec<(String, String)> = default.filter(|(path, _)| path.starts_with("words/")).collect();
    let own = theme.files.iter().filter_map(|it| {
        let path = it.path.strip_prefix("themes/default/")?;
        Some((path.to_owned(), it.text.to_string()))
    });
    for (path, text) in default.into_iter().chain(own.collect::<Vec<_>>()) {
        if let Some(name) = path.strip_prefix("templates/") {
            theme.templates.push((name.to_owned(), text.into()));
        } else if !path.starts_with("words/") {
            theme.strays.push(path);
        } else if let Ok(Node { value: Value::Map(entries), .. }) = tree::parse(&text, 0..text.len()) {
            let language = path.trim_start_matches("words/").trim_end_matches(".yaml");
            let words = entries.iter().map(|it| (it.key.to_string(), String::new()));
            theme.words.entry(language.to_owned()).or_default().extend(words);
        }
    }
}

fn unreadable(kind: ErrorKind, reason: &str) -> Refusal {
    Refusal::Unreadable { kind, reason: reason.to_owned() }
}

fn refusal(why: &str) -> Refusal {
    match why {
        "not-utf8" => Refusal::NotUtf8 { offset: 41 },
        "too-large" => Refusal::TooLarge { bytes: 9_000_000, limit: 4_194_304 },
        "folder" => Refusal::Folder,
        "not-a-file" => Refusal::NotAFile,
        "unreadable" => unreadable(ErrorKind::PermissionDenied, "Permission denied (os error 13)"),
        "unreadable-folder" => unreadable(ErrorKind::IsADirectory, "Is a directory (os error 21)"),
        "unreadable-gone" => unreadable(ErrorKind::NotFound, "No such file or directory (os error 2)"),
        "unreadable-broken" => unreadable(ErrorKind::Other, "Input/output error (os error 5)"),
        "name" => Refusal::Name { sign: None },
        "name-with-percent" => Refusal::Name { sign: Some('%') },
        "unknown-kind" => Refusal::UnknownKind,
        _ => panic!("nothing is refused for being {why}"),
    }
}

/// The text without its marks, and what was between them.
fn taken(text: &str) -> (String, Vec<Range<usize>>) {
    let (mut plain, mut found, mut start) = (String::new(), Vec::new(), 0);
    for c in text.chars() {
        match c {
            '«' => start = plain.len(),
            '»' => found.push(start..plain.len()),
            c => plain.push(c),
        }
    }
    (plain, found)
}

fn written(file: &SourceFile, way: Way) -> Option<String> {
    let text = &*file.text;
    let yaml = file.path.rsplit('.').next() == Some("yaml");
    Some(match way {
        Way::Windows => text.replace('\n', "\r\n"),
        Way::ByteOrderMark => format!("\u{feff}{text}"),
        Way::Decomposed => text.nfd().collect(),
        Way::Tabs if yaml => {
            let after_key = |line: &str| match line.split_once(": ") {
                Some((key, value)) if key.bytes().all(|it| it.is_ascii_lowercase() || it == b'_') => {
                    format!("{key}:\t{value}\n")
                }
                _ => format!("{line}\n"),
            };
            format!("#\tĐiện ⚡ 🔌\n{}", text.lines().map(after_key).collect::<String>())
        }
        Way::Flow | Way::Block if yaml => rewritten(text, way == Way::Flow)?,
        Way::AsItStands | Way::Tabs | Way::Flow | Way::Block => text.to_owned(),
    })
}

/// The same YAML in one style throughout, its marks with it; `None` if it is none, or if a mark
/// lies where the style has no such bytes.
fn rewritten(text: &str, flow: bool) -> Option<String> {
    let (plain, marks) = taken(text);
    let root = tree::parse(&plain, 0..plain.len()).ok()?;
    let mut writer = Writer { text: &plain, left: marks, out: String::new(), flow, possible: true };
    writer.node(&root, 0, true);
    writer.out.push('\n');
    (writer.possible && writer.left.is_empty()).then_some(writer.out)
}

struct Writer<'t> {
    text: &'t str,
    left: Vec<Range<usize>>,
    out: String,
    flow: bool,
    possible: bool,
}

impl Writer<'_> {
    fn take(&mut self, span: &Range<usize>) -> bool {
        let before = self.left.len();
        self.left.retain(|it| it != span);
        self.left.len() < before
    }

    /// `here`: on the line that is begun, behind a dash or at the start of the file.
    fn node(&mut self, node: &Node<'_>, indent: usize, here: bool) {
        let flow = self.flow;
        match &node.value {
            Value::Null => self.out.push_str(if here { "null" } else { " null" }),
            Value::Scalar(value) => {
                if !here {
                    self.out.push(' ');
                }
                self.scalar(&node.span, value);
            }
            Value::List(items) if flow || items.is_empty() => {
                self.in_flow(node, here, ['[', ']'], items.len(), |it, at| it.node(&items[at], 0, true));
            }
            Value::Map(entries) if flow || entries.is_empty() => {
                self.in_flow(node, here, ['{', '}'], entries.len(), |it, at| {
                    it.scalar(&entries[at].key_span, &entries[at].key);
                    it.out.push(':');
                    it.node(&entries[at].value, 0, false);
                });
            }
            Value::List(items) => {
                self.in_block(node, indent, here, items.len(), |it, at| {
                    it.out.push_str("- ");
                    it.node(&items[at], indent + 2, true);
                });
            }
            Value::Map(entries) => {
                self.in_block(node, indent, here, entries.len(), |it, at| {
                    it.scalar(&entries[at].key_span, &entries[at].key);
                    it.out.push(':');
                    it.node(&entries[at].value, indent + 2, false);
                });
            }
        }
    }

    fn in_flow(
        &mut self,
        node: &Node<'_>,
        here: bool,
        signs: [char; 2],
        length: usize,
        each: impl Fn(&mut Self, usize),
    ) {
        let marked = self.take(&node.span);
        self.out.push_str(if here { "" } else { " " });
        self.out.push_str(if marked { "«" } else { "" });
        self.out.push(signs[0]);
        for at in 0..length {
            self.out.push_str(if at == 0 { "" } else { ", " });
            each(self, at);
        }
        self.out.push(signs[1]);
        self.out.push_str(if marked { "»" } else { "" });
    }

    fn in_block(
        &mut self,
        node: &Node<'_>,
        indent: usize,
        here: bool,
        length: usize,
        each: impl Fn(&mut Self, usize),
    ) {
        let marked = self.take(&node.span);
        for at in 0..length {
            if at != 0 || !here {
                self.out.push('\n');
                self.out.push_str(&" ".repeat(indent));
            }
            self.out.push_str(if marked && at == 0 { "«" } else { "" });
            each(self, at);
        }
        self.out.push_str(if marked { "»" } else { "" });
    }

    fn scalar(&mut self, span: &Range<usize>, value: &str) {
        let raw = &self.text[span.clone()];
        let fits = raw.starts_with(['"', '\'']) || !raw.contains([',', '[', ']', '{', '}', '\n']);
        if !fits {
            let marked = self.take(span);
            let quoted = format!("{value:?}");
            self.out.push_str(if marked { "«" } else { "" });
            self.out.push_str(&quoted);
            self.out.push_str(if marked { "»" } else { "" });
            return;
        }
        let inside = |it: &Range<usize>| span.start <= it.start && it.end <= span.end;
        let (mut mine, others): (Vec<_>, Vec<_>) = mem::take(&mut self.left).into_iter().partition(inside);
        self.left = others;
        mine.sort_by_key(|it| it.start);
        let mut at = span.start;
        for mark in mine {
            self.possible &= at <= mark.start;
            write!(self.out, "{}«{}»", &self.text[at..mark.start], &self.text[mark.clone()])
                .expect("writing to a string cannot fail");
            at = mark.end;
        }
        self.out.push_str(&self.text[at..span.end]);
    }
}

#[test]
fn every_rule_says_in_both_languages_what_is_wrong_with_its_fixture() {
    let mut strangers = Vec::new();
    for rule in RULES {
        let content = content_of(rule);
        let fixture = Fixture::new(&content, Way::AsItStands).expect("as it stands");
        let found = fixture.found();
        let others = found.iter().filter(|it| it.rule.code != rule.code);
        strangers.extend(others.map(|it| format!("{}: {}: {}", rule.name, it.rule.name, it.message.en)));
        let mut shown = content;
        for (heading, language) in [("vi", Language::Vi), ("en", Language::En)] {
            writeln!(shown, "-- {heading} --").expect("writing to a string cannot fail");
            for it in &found {
                let (message, help) = (it.message.get(language), it.help.get(language));
                assert!(!message.is_empty() && !help.is_empty(), "{}: nothing in {heading}", rule.name);
                writeln!(shown, "{message}\n    {help}").expect("writing to a string cannot fail");
            }
        }
        expect_file![file_of(rule)].assert_eq(&shown);
    }
    assert!(strangers.is_empty(), "mistakes of other kinds:\n{}", strangers.join("\n"));
}

#[test]
fn every_message_points_at_the_marked_bytes_however_the_content_is_written() {
    let mut odd = Vec::new();
    let mut seen = [0; WAYS.len()];
    for rule in RULES {
        let content = content_of(rule);
        for (nth, way) in WAYS.into_iter().enumerate() {
            if NOT.contains(&(rule.name, way)) {
                continue;
            }
            let Some(fixture) = Fixture::new(&content, way) else { continue };
            assert!(!fixture.marks.is_empty(), "the fixture of {} marks nothing", rule.name);
            let all = fixture.found();
            let own = all.iter().filter(|it| it.rule.code == rule.code);
            let found: BTreeSet<Place> = own
                .map(|it| {
                    let text = fixture.sources.file(&it.path).map_or("", |file| &file.text);
                    place(&it.path, text, it.span.as_ref())
                })
                .collect();
            seen[nth] += 1;
            if found != fixture.marks {
                odd.push(format!("{}, {way:?}: {found:?}, not {:?}", rule.name, fixture.marks));
            }
        }
    }
    assert!(odd.is_empty(), "{} of {seen:?}\n{}", odd.len(), odd.join("\n"));
    // What is no YAML, or has its mistake in its style, has no other style.
    let fewest = RULES.len() - 9;
    assert!(45 <= RULES.len() && seen.iter().all(|it| fewest <= *it), "{seen:?} of {}", RULES.len());
}

#[test]
fn every_fixture_has_a_rule() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/check/rules");
    let known: BTreeSet<PathBuf> = RULES.iter().map(|it| file_of(it)).collect();
    let files = fs::read_dir(folder).expect("the folder of rules").map(|it| it.expect("an entry").path());
    let fixtures: BTreeSet<PathBuf> =
        files.filter(|it| it.extension().is_some_and(|it| it == "fixture")).collect();
    assert_eq!(fixtures, known);
}

/// Records, pages and what the others are called that the catalogue lacks.
fn lost(sources: &Sources, catalogue: &Catalogue) -> Vec<String> {
    let is_there = |it: &&SourceFile| {
        let is = |id: &Id| id.as_str() == it.stem();
        match role(&it.path) {
            Some(Role::Record(Kind::Procedure)) => catalogue.procedures.iter().any(|it| is(&it.id)),
            Some(Role::Record(Kind::Agency)) => catalogue.agencies.keys().any(is),
            Some(Role::Record(Kind::Office)) => catalogue.offices.keys().any(is),
            Some(Role::Record(Kind::Journey)) => catalogue.journeys.iter().any(|it| is(&it.id)),
            Some(Role::Record(Kind::Choice)) => catalogue.choices.iter().any(|it| is(&it.id)),
            Some(Role::Page(name, None)) => catalogue.pages.iter().any(|it| it.name == name),
            _ => true,
        }
    };
    sources.files.iter().filter(|it| !is_there(it)).map(|it| it.path.to_string()).collect()
}

#[test]
fn a_record_was_lost_without_a_word_where_its_mistake_was_allowed() {
    for rule in RULES {
        let mut fixture = Fixture::new(&content_of(rule), Way::AsItStands).expect("as it stands");
        let allow = &mut fixture.sources.config.check.allow;
        allow.insert(rule.name.to_owned(), "a reason".to_owned());
        let (catalogue, report) = pipeline::judge(&fixture.sources, fixture.as_of);
        if may_be_allowed(rule) {
            assert_eq!(report.diagnostics, [], "{}", rule.name);
            assert_eq!(lost(&fixture.sources, &catalogue), [""; 0], "{}", rule.name);
        } else {
            let said: Vec<&str> = report.diagnostics.iter().map(|it| it.rule.code).collect();
            assert!(said.contains(&rule.code) && said.contains(&"C128"), "{}: {said:?}", rule.name);
        }
    }
}

#[test]
fn a_page_was_dropped_for_a_mistake_that_the_site_lives_with() {
    let head = "---\ntitle: {vi: Giới thiệu, en: About}\n---\n";
    let mut sources = tests::sources(&format!("-- content/pages/a.md --\n{head}# A\n\n#### B\u{200b}\n"));
    for name in ["heading-jump", "C403"] {
        sources.config.check.allow.insert(name.to_owned(), "a reason".to_owned());
    }
    let (catalogue, report) = tests::run(&sources);
    assert_eq!(report.diagnostics, []);
    assert_eq!(lost(&sources, &catalogue), [""; 0]);
}
