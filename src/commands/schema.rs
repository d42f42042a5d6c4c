//! `schema`: what an editor needs to complete and explain the files of a site.

use std::fs;
use std::path::{Component, Path};

use serde_json::{Value as Json, json};

use super::context::Context;
use super::usage::did_you_mean;
use super::{Outcome, terminal};
use crate::diagnostic::Language;
use crate::error::{Error, Refused, Result};
use crate::shape::{FILE_KINDS, FileKind, schema};
use crate::source::ORIGINS;
use crate::write::{add, renew};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Kind of file; all kinds in a list if left out.
    #[arg(value_name = "KIND")]
    of: Option<String>,
    /// Write all schemas into this folder of the site, and `.vscode` settings that attach them.
    #[arg(long, value_name = "DIR", conflicts_with = "of")]
    write: Option<String>,
}

pub(super) fn run(context: &Context, args: &Args) -> Result<Outcome> {
    // It prints JSON in either form.
    context.answers_in_json("schema")?;
    if let Some(folder) = &args.write {
        return write_all(context, folder.trim_end_matches('/'));
    }
    let Some(wanted) = &args.of else {
        let lines = FILE_KINDS.each_ref().map(|it| format!("{:<10} {}\n", it.name, it.files));
        terminal::say(&lines.concat())?;
        return Ok(Outcome::Done);
    };
    let Some(kind) = FILE_KINDS.iter().find(|it| it.name == wanted) else {
        let names = FILE_KINDS.each_ref().map(|it| it.name);
        let known = names.join(", ");
        let meant = did_you_mean(wanted, names, context.language());
        return Err(Error::Usage(match context.language() {
            Language::Vi => format!("không có loại tệp `{wanted}`{meant}; có: {known}"),
            Language::En => format!("there is no kind of file `{wanted}`{meant}; there are: {known}"),
        }));
    };
    terminal::say(&shown(&schema(kind)))?;
    Ok(Outcome::Done)
}

fn shown(json: &Json) -> String {
    format!("{json:#}\n")
}

/// The schemas, each to be replaced by the next run, and settings that are the editor's own
/// from then on: those that are there stay as they are.
fn write_all(context: &Context, folder: &str) -> Result<Outcome> {
    let root = context.root();
    if !is_own(folder, &context.settings().output) {
        return Err(Error::Output { path: root.join(folder), why: Refused::NoFolderOfSite });
    }
    for kind in &FILE_KINDS {
        renew(root, &file_name(folder, kind), &shown(&schema(kind)), is_ours)?;
    }
    let settings = [
        (".vscode/settings.json", shown(&settings(folder))),
        (
            ".vscode/extensions.json",
            shown(&json!({"recommendations": ["redhat.vscode-yaml", "tamasfe.even-better-toml"]})),
        ),
    ];
    let mut kept = String::new();
    for (path, text) in &settings {
        match fs::read_to_string(root.join(path)) {
            Ok(there) if there == *text => {}
            Ok(_) => kept.push_str(&own_settings(path, text, context.language())),
            Err(_) => add(root, path, text)?,
        }
    }
    if !context.is_quiet() {
        let many = FILE_KINDS.len();
        terminal::say(&match context.language() {
            Language::Vi => format!(
                "Đã ghi {many} lược đồ vào {folder}/; mở thư mục này bằng VS Code là có gợi ý.\n{kept}"
            ),
            Language::En => format!(
                "Wrote {many} schemas to {folder}/; open this folder in VS Code for completion.\n{kept}"
            ),
        })?;
    }
    Ok(Outcome::Done)
}

/// Is it a folder of the site from which nothing is made, and into which nothing is published? On
/// many a disk `Content` is `content`.
fn is_own(folder: &str, output: &str) -> bool {
    let small = folder.to_lowercase();
    let mut steps = Path::new(&small).components();
    let first = steps.clone().next();
    let is_origin = ORIGINS.iter().any(|it| first == Some(Component::Normal(it.as_ref())));
    first.is_some()
        && steps.all(|it| matches!(it, Component::Normal(_)))
        && !is_origin
        && !Path::new(&small).starts_with(output.to_lowercase())
}

fn file_name(folder: &str, kind: &FileKind) -> String {
    format!("{folder}/{}.schema.json", kind.name)
}

fn is_ours(text: &str) -> bool {
    text.contains("\"$comment\": \"thutuc schema\"")
}

/// Schemas by the files they are for; pages and `site.toml` are no YAML files.
fn settings(folder: &str) -> Json {
    let yaml = FILE_KINDS.iter().filter(|it| it.files.rsplit_once('.').is_some_and(|(_, it)| it == "yaml"));
    let schemas = yaml.map(|it| (format!("./{}", file_name(folder, it)), Json::from(it.files)));
    json!({
        "yaml.schemas": schemas.collect::<serde_json::Map<_, _>>(),
        "yaml.format.enable": false,
        "files.encoding": "utf8",
        "[yaml]": {"editor.insertSpaces": true, "editor.tabSize": 2, "editor.quickSuggestions": {"strings": true}},
    })
}

fn own_settings(path: &str, text: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("{path} đã có nên giữ nguyên; hãy thêm vào đó:\n{text}"),
        Language::En => format!("{path} is there and stays as it is; add this to it:\n{text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::is_own;

    #[test]
    fn folders_were_judged_by_the_letters_they_begin_with() {
        for folder in ["contents", "schemas", "a/content", "publics", "a/b", "themes-cu"] {
            assert!(is_own(folder, "public"), "{folder}");
        }
        for folder in [
            "",
            "content",
            "content/x",
            "themes/x",
            "public",
            "public/x",
            "Content",
            ".git/x",
            "..",
            "a/../b",
            "/",
            "/srv/schemas",
        ] {
            assert!(!is_own(folder, "public"), "{folder}");
        }
        assert!(is_own("www", "www/public") && !is_own("www/public/x", "www/public"));
    }
}
