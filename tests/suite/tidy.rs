//! The rules of the house that the compiler does not know: who may import whom,
//! who may touch the world, where each library lives, how long a file may be, where tone marks stand.
//!
//! What stands under `#[cfg(test)] mod tests` and in files `tests.rs` is free of them.

use std::fs;
use std::path::Path;

/// Lowest first. A module may name itself and what its row lists.
const MAY_USE: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("config", &[]),
    ("model", &["text"]),
    ("shape", &["model"]),
    ("markdown", &["text"]),
    ("source", &["config"]),
    ("error", &["source"]),
    ("output", &["error"]),
    ("diagnostic", &["source", "text"]),
    ("check", &["source", "diagnostic", "model", "shape", "markdown", "text", "config"]),
    ("derive", &["model", "markdown", "text", "config"]),
    ("compare", &["derive", "model"]),
    ("render", &["derive", "output", "config", "error", "source", "model", "text"]),
    ("index", &["derive", "output", "text"]),
    ("search", &["index", "text"]),
    (
        "pipeline",
        &[
            "source",
            "check",
            "derive",
            "render",
            "index",
            "search",
            "diagnostic",
            "model",
            "output",
            "error",
            "config",
        ],
    ),
    ("read", &["source", "config", "error"]),
    ("write", &["output", "error", "source"]),
    ("serve", &["pipeline", "read", "output", "diagnostic", "error", "source"]),
    ("commands", ANY),
    ("main", &["commands"]),
    ("lib", &[]),
];

const ANY: &[&str] = &["*"];

/// Disk, clock, terminal, environment, network.
const WORLD: &[&str] = &[
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::thread::sleep",
    "println!",
    "print!",
    "eprintln!",
    "eprint!",
    "SystemTime::now",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
];

const TOUCHES_THE_WORLD: &[&str] = &["read", "write", "serve", "commands", "main"];

/// A library can then be replaced in one folder, or in the few that ask the same of it.
const HOMES: &[(&str, &[&str])] = &[
    ("granit_parser", &["source"]),
    ("memchr", &["read", "source", "check", "markdown"]),
    ("toml", &["read", "source"]),
    ("serde_yaml", &["read"]),
    ("walkdir", &["read", "write"]),
    ("serde_with", &["derive"]),
    ("simdutf8", &["read"]),
    ("pulldown_cmark", &["markdown"]),
    ("tera", &["render"]),
    ("notify", &["serve"]),
    ("tiny_http", &["serve"]),
    ("clap", &["commands"]),
    ("indexmap", &["model"]),
    ("indicatif", &["commands"]),
    ("annotate_snippets", &["diagnostic"]),
    ("icu_collator", &["text"]),
    ("icu_locale_core", &["text"]),
    ("unicode_normalization", &["text"]),
    ("atom_syndication", &["render"]),
    ("csv", &["render"]),
    ("flate2", &["index"]),
    ("qrcodegen", &["render"]),
    ("mimalloc", &["main"]),
    ("tempfile", &["write"]),
    ("xxhash_rust", &["output"]),
];

/// What every module may speak in: days, threads, maps, and how values become JSON. To replace one
/// is to change the whole.
const VOCABULARY: &[&str] = &["jiff", "rayon", "rustc_hash", "serde", "serde_json"];

/// Lines of a file, tests not counted.
const LONGEST: usize = 400;

/// Files that are longer, and how long they may be. The list may only shrink.
const LONGER: &[(&str, usize)] = &[];

/// What the project says in its own words: pages, messages, explanations, guides.
const OWN_WORDS: [&str; 6] = ["src", "themes", "schemas", "docs", "README.md", "CONTRIBUTING.md"];

/// Where the other style is what is spoken of, or what somebody may have typed.
const SPEAK_OF_TONES: [&str; 4] =
    ["src/check/hygiene.rs", "src/check/rules/mixed_tones", "src/text/fold.rs", "docs/adr/"];

#[test]
fn tone_marks_stand_where_the_house_puts_them() {
    let mut found = Vec::new();
    for (path, text) in OWN_WORDS.iter().flat_map(|it| texts(Path::new(it))) {
        if !path.ends_with("/tests.rs") && !SPEAK_OF_TONES.iter().any(|it| path.starts_with(it)) {
            found.extend(old_tones(&path, &text));
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    let seen = old_tones("x.md", "Khóa quý, HỦY\nkhoá xoá huỷ hoàn lúa của\nhoà hay hòa");
    assert_eq!(
        seen,
        ["x.md:1: `Khóa` is written khoá, huỷ, … here", "x.md:1: `HỦY` is written khoá, huỷ, … here"]
    );
}

/// Words with the mark on the first vowel of an open `oa`, `oe`, `uy`. A line with both styles
/// names them.
fn old_tones(path: &str, text: &str) -> Vec<String> {
    const OLD: &str = "óa òa ỏa õa ọa óe òe ỏe õe ọe úy ùy ủy ũy ụy";
    const NEW: &str = "oá oà oả oã oạ oé oè oẻ oẽ oẹ uý uỳ uỷ uỹ uỵ";
    let ends = |word: &str, style: &str| style.split(' ').any(|it| word.to_lowercase().ends_with(it));
    let mut found = Vec::new();
    for (at, line) in without_tests(text).lines().enumerate() {
        let words = || line.split(|c: char| !c.is_alphabetic());
        if !words().any(|it| !it.to_lowercase().starts_with('q') && ends(it, NEW)) {
            let old = words().filter(|it| ends(it, OLD));
            found.extend(old.map(|it| format!("{path}:{}: `{it}` is written khoá, huỷ, … here", at + 1)));
        }
    }
    found
}

#[test]
fn the_source_keeps_the_rules_of_the_house() {
    let mut found = Vec::new();
    for (path, text) in sources(Path::new("src")) {
        found.extend(judge(&path, &text));
    }
    for (path, lines) in LONGER {
        let text = fs::read_to_string(path).unwrap_or_default();
        if without_tests(&text).lines().count() <= LONGEST {
            found.push(format!("{path}: is short enough, take it off the list ({lines})"));
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_library_has_a_home_or_is_vocabulary_and_its_comment_says_so() {
    let manifest = fs::read_to_string("Cargo.toml").expect("the manifest");
    let found = judge_libraries(&manifest);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    let odd = "[dependencies]\nserde = \"1\" # model: views\ncsv = \"1\"\nnew-one = \"1\" # text: magic\n\n[lints]\n";
    let found = judge_libraries(odd).join("\n");
    for expected in
        ["`serde` begins `anywhere: `", "`csv` begins `render: `", "`new_one` has no row", "`tera`"]
    {
        assert!(found.contains(expected), "{expected}: {found}");
    }
}

fn judge_libraries(manifest: &str) -> Vec<String> {
    let table =
        manifest.split("[dependencies]\n").nth(1).and_then(|it| it.split("\n\n").next()).unwrap_or("");
    let lines: Vec<(String, &str)> = (table.lines())
        .filter_map(|it| Some((it.split_once(" = ")?.0.replace('-', "_"), it)))
        .filter(|it| !it.0.starts_with('#'))
        .collect();
    let mut found = Vec::new();
    for (library, line) in &lines {
        let homes = match HOMES.iter().find(|it| it.0 == library) {
            Some((_, homes)) => homes.join(", "),
            None if VOCABULARY.contains(&library.as_str()) => "anywhere".to_owned(),
            None => {
                found.push(format!("Cargo.toml: `{library}` has no row in HOMES or VOCABULARY"));
                continue;
            }
        };
        if !line.contains(&format!("# {homes}: ")) {
            found.push(format!("Cargo.toml: the comment of `{library}` begins `{homes}: `"));
        }
    }
    let rows = HOMES.iter().map(|it| it.0).chain(VOCABULARY.iter().copied());
    let gone = rows.filter(|row| lines.iter().all(|it| it.0 != *row));
    found.extend(gone.map(|it| format!("`{it}` has a row, and is no dependency")));
    found
}

#[test]
fn a_broken_rule_is_found() {
    let cases = [
        ("src/derive/mod.rs", "use crate::check::RULES;", "names `check`"),
        ("src/derive/mod.rs", "use crate::{config::SiteConfig, write::write};", "names `write`"),
        ("src/derive/mod.rs", "fn f() { super::read::read(); }", "names `read`"),
        ("src/derive/lists.rs", "use super::super::read;", "names `read`"),
        ("src/model/mod.rs", "use std::fs;", "std::fs"),
        ("src/model/mod.rs", "use std::{fmt, fs};", "std::fs"),
        ("src/check/mod.rs", "fn f() { println!(\"x\"); }", "println!"),
        ("src/check/mod.rs", "use tera::Tera;", "`tera` lives in"),
        ("src/magic/mod.rs", "", "has no row"),
        ("src/text/mod.rs", &"\n".repeat(LONGEST + 1), "lines"),
        ("src/text/mod.rs", concat!("// TO", "DO later"), "unfinished"),
    ];
    for (path, text, expected) in cases {
        let found = judge(path, text).join("\n");
        assert!(found.contains(expected), "{path}: {text:?} gave {found:?}");
    }
    let fine = "use super::Views;\nuse crate::model::Id;\n#[cfg(test)]\nmod tests {\n use std::fs;\n}";
    assert_eq!(judge("src/derive/lists.rs", fine), [""; 0]);
}

fn judge(path: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let below = path.trim_start_matches("src/").trim_end_matches(".rs");
    let module = below.split('/').next().unwrap_or("");
    let Some((_, may_use)) = MAY_USE.iter().find(|(name, _)| *name == module) else {
        return vec![format!("{path}: `{module}` has no row in MAY_USE")];
    };
    let unfinished = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("to", "do!"), concat!("dbg", "!(")];
    for (nth, line) in text.lines().enumerate() {
        if unfinished.iter().any(|it| line.contains(it)) {
            found.push(format!("{path}:{}: unfinished: {}", nth + 1, line.trim()));
        }
    }
    if path.ends_with("tests.rs") {
        return found;
    }

    let code = without_tests(text);
    let allowed = LONGER.iter().find(|(long, _)| *long == path).map_or(LONGEST, |(_, lines)| *lines);
    let lines = code.lines().count();
    if allowed < lines {
        found.push(format!("{path}: {lines} lines, {allowed} allowed"));
    }
    let code = without_comments(&code);
    for (line, named) in our_modules(&code, below) {
        let known = MAY_USE.iter().any(|(name, _)| *name == named);
        if known && named != module && *may_use != ANY && !may_use.contains(&named.as_str()) {
            found.push(format!("{path}:{line}: `{module}` names `{named}`, which is not below it"));
        }
    }
    let std_paths = paths(&code, "std");
    let whole: Vec<(usize, String)> = code.lines().enumerate().map(|(at, it)| (at + 1, it.into())).collect();
    if !TOUCHES_THE_WORLD.contains(&module) {
        for what in WORLD {
            let candidates = if what.starts_with("std::") { &std_paths } else { &whole };
            let hits = candidates.iter().filter(|(_, it)| it.contains(what));
            found.extend(hits.map(|(line, _)| format!("{path}:{line}: `{module}` must not use {what}")));
        }
    }
    for (library, homes) in HOMES {
        if !homes.contains(&module) && !paths(&code, library).is_empty() {
            found.push(format!("{path}: `{library}` lives in {homes:?}, not in `{module}`"));
        }
    }
    found
}

/// Modules of the crate that a file names, with the line.
fn our_modules(code: &str, below: &str) -> Vec<(usize, String)> {
    let depth = below.split('/').filter(|it| *it != "mod").count();
    let to_root = "super::".repeat(depth);
    let mut found = paths(code, "crate");
    found.extend(paths(code, to_root.trim_end_matches("::")));
    let first = |path: &str| {
        let rest = path.trim_start_matches("crate::").trim_start_matches("super::");
        rest.split("::").next().unwrap_or("").to_owned()
    };
    found.into_iter().map(|(line, path)| (line, first(&path))).collect()
}

/// Every path that starts with `root::`, groups in braces taken apart one level deep.
fn paths(code: &str, root: &str) -> Vec<(usize, String)> {
    let start = format!("{root}::");
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = Vec::new();
    for (at, _) in code.match_indices(&start) {
        if code[..at].ends_with(|c: char| is_name(c) || c == ':') {
            continue;
        }
        let line = 1 + code[..at].matches('\n').count();
        let rest = &code[at + start.len()..];
        if let Some(group) = rest.strip_prefix('{') {
            found.extend(members(group).into_iter().map(|it| (line, format!("{start}{it}"))));
        } else {
            let end = rest.find(|c| !is_name(c) && c != ':').unwrap_or(rest.len());
            found.push((line, format!("{start}{}", &rest[..end])));
        }
    }
    found
}

/// `a, b::{c, d}, e}` → `a`, `b::{c, d}`, `e`
fn members(group: &str) -> Vec<String> {
    let (mut found, mut depth, mut one) = (Vec::new(), 0, String::new());
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(std::mem::take(&mut one).trim().to_owned());
                continue;
            }
            _ => {}
        }
        one.push(c);
    }
    found.push(one.trim().to_owned());
    found.retain(|it| !it.is_empty());
    found
}

fn without_tests(text: &str) -> String {
    let end = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    text[..end].to_owned()
}

/// Lines keep their numbers.
fn without_comments(code: &str) -> String {
    let shown =
        |line: &str| if line.trim_start().starts_with("//") { String::new() } else { line.to_owned() };
    code.lines().map(shown).collect::<Vec<_>>().join("\n")
}

fn sources(folder: &Path) -> Vec<(String, String)> {
    let is_source = |path: &str| Path::new(path).extension().is_some_and(|it| it == "rs");
    texts(folder).into_iter().filter(|(path, _)| is_source(path)).collect()
}

/// A file, or every file of a folder, that is text.
fn texts(at: &Path) -> Vec<(String, String)> {
    if !at.is_dir() {
        let path = at.to_string_lossy().replace('\\', "/");
        return fs::read_to_string(at).map(|text| (path, text)).into_iter().collect();
    }
    let entries = fs::read_dir(at).expect("a folder");
    let mut found: Vec<_> = entries.flat_map(|entry| texts(&entry.expect("an entry").path())).collect();
    found.sort();
    found
}
