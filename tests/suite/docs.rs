//! The documentation is true: what it links to exists, what it names works.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::program::{TODAY, empty_folder, put, run, run_to};

const PAGES: &[&str] = &[
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/content-guide.md",
    "docs/theme-guide.md",
    "docs/publishing.md",
    "docs/search-format.md",
    "benches/README.md",
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
    let decisions = fs::read_dir(root().join("docs/adr")).expect("decisions").map(|it| {
        let name = it.expect("an entry").file_name().into_string().expect("UTF-8");
        format!("docs/adr/{name}")
    });
    let mut pages: Vec<String> = PAGES.iter().map(ToString::to_string).chain(decisions).collect();
    pages.sort();
    for page in &pages {
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
fn a_site_of_ones_own_begins_as_the_readme_says() {
    let readme = text("README.md");
    let (_, after) = readme.split_once("## A site of your own").expect("the heading");
    let commands = between(after, "```sh\n", "```").next().expect("commands");
    let site = empty_folder();
    let mut done = 0;
    // The preview goes on until it is stopped.
    for line in commands.lines().filter(|it| it.starts_with("thutuc ") && !it.starts_with("thutuc serve")) {
        let typed = line.split(" #").next().unwrap_or(line).trim_end();
        // What stands between quotes is one argument.
        let parts = typed.split('"').enumerate().flat_map(|(nth, part)| match nth % 2 {
            0 => part.split_whitespace().collect(),
            _ => vec![part],
        });
        run_to(0, site.path(), &parts.skip(1).collect::<Vec<_>>());
        done += 1;
    }
    assert!(4 <= done, "{commands}");
    assert!(site.path().join("public/index.html").exists() && site.path().join("usb/index.html").exists());
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

/// What stands outside an example: entries, forms and calendars it refers to, other rows of its table;
/// and what is for the author to replace.
const OUTSIDE: [&str; 5] = ["C110", "C205", "C301", "C303", "C305"];

#[test]
fn examples_copied_from_the_content_guide_are_not_refused() {
    // The dots are for the author to fill in.
    let guide = text("docs/content-guide.md").replace('…', "A");
    let site = empty_folder();
    let settings = between(&guide, "```toml\n", "```").next().expect("an example of site.toml");
    put(site.path(), "site.toml", settings);
    let page = between(&guide, "```markdown\n", "```").next().expect("an example of a page");
    put(site.path(), "content/pages/cau-hoi.md", page);
    let mut of_records = Vec::new();
    for example in between(&guide, "```yaml\n", "```") {
        if example.starts_with("# ") && example.lines().next().is_some_and(|it| it.contains(".yaml")) {
            for (path, text) in files(example) {
                put(site.path(), &path, &text);
            }
        } else {
            of_records.extend(pieces(example));
        }
    }
    // The last column of the tables of keys.
    of_records.extend(guide.lines().filter_map(|it| {
        let key = it.strip_prefix("| `")?.split('`').next()?;
        let (_, example) = it.strip_suffix("` |")?.rsplit_once("| `")?;
        example.starts_with(&format!("{key}: ")).then(|| example.to_owned())
    }));
    assert!(45 < of_records.len(), "too few to be all: {}", of_records.len());
    for (nth, piece) in of_records.iter().enumerate() {
        put(site.path(), &format!("content/procedures/dien/vi-du-{nth}.yaml"), &record_with(piece));
    }
    let ran = run(site.path(), &["check", "--format", "json", "--lang", "en", "--as-of", TODAY]);
    let mut refused = Vec::new();
    let found: serde_json::Value = serde_json::from_str(&ran.out).expect(&ran.out);
    for it in found["diagnostics"].as_array().expect("a list") {
        if !OUTSIDE.iter().any(|code| it["code"] == *code) {
            refused.push(it.to_string());
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

/// Path and text of each file in an example; a comment before it names the files it may be.
fn files(example: &str) -> Vec<(String, String)> {
    let mut files: Vec<(Vec<&str>, String)> = Vec::new();
    for line in example.lines() {
        let names = line.strip_prefix("# ").filter(|it| it.contains(".yaml"));
        if let Some(names) = names {
            let names = names.split([' ', ',']).filter(|it| it.contains(".yaml")).collect();
            files.push((names, String::new()));
        } else if let Some((_, text)) = files.last_mut() {
            text.push_str(line);
            text.push('\n');
        }
    }
    let path = |name: &str| format!("content/{}", name.strip_prefix("content/").unwrap_or(name));
    files.iter().flat_map(|(names, text)| names.iter().map(move |it| (path(it), text.clone()))).collect()
}

/// Each key of an example with its value: what stands below one another may be a choice.
fn pieces(example: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for line in example.lines() {
        let within = line.starts_with([' ', '#']) || line.is_empty();
        match pieces.last_mut() {
            Some(piece) if within => piece.extend(["\n", line]),
            None if line.starts_with(' ') => pieces.push(format!("terms:\n{line}")),
            _ => pieces.push(line.to_owned()),
        }
    }
    pieces
}

/// A record that says this, and what every record has to say.
fn record_with(piece: &str) -> String {
    let key = piece.split(':').next().unwrap_or_default();
    let mut record = match key {
        "time" | "fee" => format!("terms:\n  - {piece}\n"),
        _ => format!("{piece}\n"),
    };
    for (owed, value) in
        [("title", "A"), ("field", "dien"), ("agency", "evn"), ("unconfirmed", "[time, fee, apply]")]
    {
        if key != owed {
            let _ = writeln!(record, "{owed}: {value}");
        }
    }
    record
}

#[test]
fn the_content_guide_names_every_key_of_site_toml() {
    let guide = text("docs/content-guide.md");
    let schema: serde_json::Value = serde_json::from_str(&text("schemas/site.schema.json")).expect("JSON");
    let keys = |it: &serde_json::Value| -> Vec<String> {
        it["properties"].as_object().map(|it| it.keys().cloned().collect()).unwrap_or_default()
    };
    let (mut named, mut missing) = (0, Vec::new());
    for key in keys(&schema) {
        let map = schema["properties"][&key]["allOf"][0]["$ref"].as_str();
        let below =
            map.and_then(|it| it.strip_prefix("#/definitions/")).map(|it| keys(&schema["definitions"][it]));
        let below = below.unwrap_or_default();
        let rows: Vec<&str> = match below[..] {
            [] => guide.lines().filter(|it| it.starts_with("| `")).collect(),
            _ => guide.lines().filter(|it| it.starts_with(&format!("| `[{key}]`"))).collect(),
        };
        for key in if below.is_empty() { vec![key] } else { below } {
            named += 1;
            let told =
                rows.iter().any(|it| it.contains(&format!("`{key}`")) || it.contains(&format!("`{key}.")));
            if !told {
                missing.push(key);
            }
        }
    }
    assert!(20 <= named && missing.is_empty(), "{missing:?} of {named}");
}

#[test]
fn the_theme_guide_names_every_template_and_every_block_of_the_frames() {
    let guide = text("docs/theme-guide.md");
    let folder = root().join("themes/default/templates");
    let mut missing = Vec::new();
    for entry in fs::read_dir(&folder).expect("templates") {
        let name = entry.expect("an entry").file_name().into_string().expect("UTF-8");
        if name.contains(".html") && !guide.contains(&format!("`{name}`")) {
            missing.push(name);
        }
    }
    for frame in ["base.html", "sheet.html"] {
        let template = fs::read_to_string(folder.join(frame)).expect(frame);
        let blocks = between(&template, "{% block ", " %}").map(|it| format!("| `{it}` |"));
        missing.extend(blocks.filter(|it| !guide.contains(it.as_str())));
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_public_item_of_the_model_says_what_it_is() {
    let mut silent = Vec::new();
    for file in sources(&root().join("src/model")) {
        let source = fs::read_to_string(&file).expect("a source file");
        let lines: Vec<&str> = source.lines().map(str::trim).take_while(|it| *it != "#[cfg(test)]").collect();
        for (at, line) in lines.iter().enumerate() {
            let what = line.strip_prefix("pub ").and_then(|it| it.split(' ').next()).unwrap_or_default();
            let above = lines[..at].iter().rev().find(|it| !it.starts_with("#["));
            if ["struct", "enum", "trait", "type", "fn", "const"].contains(&what)
                && !above.is_some_and(|it| it.starts_with("///"))
            {
                silent.push(format!("{}: {line}", file.display()));
            }
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
}

/// What programs read, and no template: `openapi.json` tells of it.
const NO_VIEWS: &str = "src/derive/open_data";

/// Every structure of `derive` that a template sees, as a table of its fields.
fn views() -> String {
    let mut found: Vec<(String, String)> = Vec::new();
    for file in sources(&root().join("src/derive")) {
        found.extend(serialised(&fs::read_to_string(file).expect("a source file")));
    }
    assert!(found.len() > 50, "the views were not found in the source");
    found.sort();
    let all = found.iter().fold(String::new(), |all, (name, told)| all + &format!("### {name}\n\n{told}\n"));
    let is_told = |kind: &str| found.iter().any(|(name, _)| name == kind);
    let kinds = all.lines().filter_map(|it| it.split(" | ").nth(1));
    let missing: Vec<&str> =
        kinds.flat_map(|it| it.split('`').skip(1).step_by(2)).filter(|it| !is_told(it)).collect();
    assert!(missing.is_empty(), "no table says what these are: {missing:?}");
    let untold: Vec<&str> = all.lines().filter(|it| it.ends_with("|  |")).collect();
    assert!(untold.is_empty(), "nothing is said of these: {untold:#?}");
    all
}

/// Files of the source, with those of its folders.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && !path.ends_with(NO_VIEWS) {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Each structure among whose derives is `Serialize`: its name, what is said of it, its fields.
fn serialised(source: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = source.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(name) = line.strip_prefix("pub struct ").and_then(|it| it.strip_suffix(" {")) else {
            continue;
        };
        let above = lines[..at].iter().rev().take_while(|it| it.starts_with("#[") || it.starts_with("///"));
        let mut above: Vec<&str> = above.copied().collect();
        above.reverse();
        let mut derives = above.iter().filter(|it| it.starts_with("#[derive("));
        if derives.any(|it| it.split(['(', ')', ' ', ',']).any(|it| it == "Serialize")) {
            let about: Vec<&str> = above.iter().filter_map(|it| it.strip_prefix("/// ")).collect();
            let about = if about.is_empty() { String::new() } else { format!("{}\n\n", about.join(" ")) };
            let fields: Vec<&str> = lines[at + 1..].iter().take_while(|it| **it != "}").copied().collect();
            found.push((name.to_owned(), about + &table(&fields)));
        }
    }
    found
}

fn table(fields: &[&str]) -> String {
    let mut rows = "| field | kind | what |\n| --- | --- | --- |\n".to_owned();
    let mut notes: Vec<&str> = Vec::new();
    let mut seen = true;
    for line in fields.iter().map(|it| it.trim()) {
        if let Some(note) = line.strip_prefix("///") {
            notes.push(note.trim());
        } else if line == "#[serde(skip)]" {
            seen = false;
        } else if let Some((name, kind)) = line.strip_prefix("pub ").and_then(|it| it.split_once(": ")) {
            if seen {
                let kind = kind_in_words(kind.trim_end_matches(','));
                // A bar would begin another column.
                let what = notes.join(" ").replace('|', "\\|");
                let _ = writeln!(rows, "| `{name}` | {kind} | {what} |");
            }
            notes.clear();
            seen = true;
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
