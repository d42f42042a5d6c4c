//! The documentation is true: what it links to exists, what it names works.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PAGES: &[&str] = &[
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/content-guide.md",
    "docs/theme-guide.md",
    "docs/publishing.md",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(page: &str) -> String {
    fs::read_to_string(root().join(page)).expect(page)
}

/// What stands between two marks, for every pair of them.
fn between<'a>(text: &'a str, open: &'a str, close: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(open).skip(1).filter_map(move |it| it.split_once(close)).map(|(inner, _)| inner)
}

#[test]
fn links_between_documents_lead_somewhere() {
    let mut broken = Vec::new();
    for page in PAGES {
        let text = text(page);
        let prose: String = text.split("```").step_by(2).flat_map(|it| it.split('`').step_by(2)).collect();
        for target in between(&prose, "](", ")") {
            let file = target.split('#').next().unwrap_or("");
            let there = root().join(page).with_file_name(file);
            if !target.contains("://") && !there.exists() {
                broken.push(format!("{page}: {target}"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn commands_that_the_documents_name_exist() {
    let mut named = Vec::new();
    for page in PAGES {
        for line in text(page).lines() {
            for start in ["thutuc ", "cargo run --release -- "] {
                let Some((_, after)) = line.split_once(start) else { continue };
                let name: String =
                    after.chars().take_while(|it| it.is_ascii_lowercase() || *it == '-').collect();
                let typed = line.contains(&format!("`{start}{name}")) || line.trim_start().starts_with(start);
                if typed && !name.is_empty() {
                    named.push((*page, name));
                }
            }
        }
    }
    assert!(named.len() >= 8, "too few to be all: {named:?}");
    for (page, name) in named {
        let run =
            Command::new(env!("CARGO_BIN_EXE_thutuc")).args([&name, "--help"]).output().expect("it starts");
        assert!(run.status.success(), "{page} names `thutuc {name}`, which does not exist");
    }
}

#[test]
fn the_theme_guide_lists_every_field_that_templates_see() {
    let path = root().join("docs/theme-guide.md");
    let guide = text("docs/theme-guide.md");
    let (before, rest) = guide.split_once("<!-- views -->\n").expect("the mark before the views");
    let (_, after) = rest.split_once("<!-- /views -->").expect("the mark after the views");
    let expected = format!("{before}<!-- views -->\n{}<!-- /views -->{after}", views());
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(path, expected).expect("the guide can be written");
    } else {
        assert!(
            guide == expected,
            "docs/theme-guide.md is not what the source says: UPDATE_EXPECT=1 writes it"
        );
    }
}

/// Every structure of `derive` that is serialised, as a table of its fields.
fn views() -> String {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("src/derive"))
        .expect("derive")
        .map(|it| it.expect("an entry").path())
        .collect();
    files.sort();
    let mut found: Vec<(String, String)> = Vec::new();
    for file in files.iter().filter(|it| it.extension().is_some_and(|it| it == "rs")) {
        let source = fs::read_to_string(file).expect("a source file");
        for part in source.split("Serialize)]\npub struct ").skip(1) {
            let (name, body) = part.split_once(" {\n").expect("a structure with fields");
            let (body, _) = body.split_once("\n}").expect("its end");
            found.push((name.to_owned(), table(body)));
        }
    }
    assert!(found.len() > 20, "the views were not found in the source");
    found.sort();
    found.iter().fold(String::new(), |all, (name, table)| all + &format!("### {name}\n\n{table}\n"))
}

fn table(body: &str) -> String {
    let mut rows = "| field | kind | what |\n| --- | --- | --- |\n".to_owned();
    let mut notes: Vec<&str> = Vec::new();
    for line in body.lines().map(str::trim) {
        if let Some(note) = line.strip_prefix("///") {
            notes.push(note.trim());
        } else if let Some((name, kind)) = line.strip_prefix("pub ").and_then(|it| it.split_once(": ")) {
            let _ = writeln!(
                rows,
                "| `{name}` | {} | {} |",
                kind_in_words(kind.trim_end_matches(',')),
                notes.join(" ")
            );
            notes.clear();
        }
    }
    rows
}

fn kind_in_words(kind: &str) -> String {
    let inner = |open: &str| kind.strip_prefix(open).and_then(|it| it.strip_suffix('>'));
    if let Some(it) = inner("Option<") {
        return format!("{}?", kind_in_words(it));
    }
    // Shared or not, a template sees the same.
    if let Some(it) = inner("Arc<") {
        return kind_in_words(it);
    }
    if let Some(it) = inner("Vec<") {
        return format!("[ {} ]", kind_in_words(it));
    }
    match kind {
        "String" | "&'static str" => "text".to_owned(),
        "Words" => "words".to_owned(),
        "bool" => "yes or no".to_owned(),
        "usize" | "u32" | "u16" | "u64" => "number".to_owned(),
        "Address" => "address".to_owned(),
        "(String, String)" => "pair of texts".to_owned(),
        other => format!("`{other}`"),
    }
}
