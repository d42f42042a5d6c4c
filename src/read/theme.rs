//! The theme: the default one from inside the program, overlaid by the site's own, file by file.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use walkdir::WalkDir;

use super::names::is_ignored;
use super::{not_utf8, refuse_link};
use crate::config::SiteConfig;
use crate::error::{Error, Result};
use crate::source::{Fault, FaultKind, SourceFile, Theme, embedded};

/// Below the theme's folder: `templates/…`, `words/<language>.yaml`, `static/…`. Of a language that the
/// site does not speak it is known that the default theme has words, and not which.
pub(super) fn theme(root: &Path, config: &SiteConfig, config_file: &SourceFile) -> Result<Theme> {
    let name = config.theme.as_str();
    let folder = root.join("themes").join(name);
    refuse_link(&root.join("themes"), "themes")?;
    refuse_link(&folder, &format!("themes/{name}"))?;
    let own = fs::symlink_metadata(&folder).is_ok_and(|it| it.is_dir());
    if !own && name != "default" {
        return Err(Fault::of_setting(config_file, "theme", FaultKind::NoTheme(name.to_owned())).into());
    }
    let mut theme = Theme { folder: own.then_some(folder.clone()), ..Theme::default() };
    let mut templates: BTreeMap<String, Arc<str>> = BTreeMap::new();
    let mut assets: BTreeMap<String, Arc<Vec<u8>>> = BTreeMap::new();
    for (path, bytes) in embedded::FILES {
        match path.split_once('/') {
            Some(("static", rest)) => drop(assets.insert(rest.to_owned(), bytes.to_vec().into())),
            Some(("words", file)) if !is_spoken(file, config) => {
                theme.words.insert(file.trim_end_matches(".yaml").to_owned(), BTreeMap::new());
            }
            _ => lay(&mut theme, &mut templates, path, &String::from_utf8_lossy(bytes)),
        }
    }
    // The site's own files come last and take the place of the default ones.
    for (path, bytes) in if own { below(&folder, name)? } else { Vec::new() } {
        match path.split_once('/') {
            Some(("static", rest)) => drop(assets.insert(rest.to_owned(), bytes.into())),
            Some(("templates" | "words", _)) => {
                let file = text(theme.path(&path), bytes)?;
                lay(&mut theme, &mut templates, &path, &file.text);
                theme.files.push(file);
            }
            _ => theme.strays.push(path),
        }
    }
    theme.templates = templates.into_iter().collect();
    theme.assets = assets.into_iter().collect();
    Ok(theme)
}

/// Vietnamese stands in where another language lacks a word.
fn is_spoken(file: &str, config: &SiteConfig) -> bool {
    let language = file.trim_end_matches(".yaml");
    language == "vi" || config.languages.iter().any(|it| it == language)
}

/// A template or a file of words; of words one by one: a site that changes one keeps the others.
fn lay(theme: &mut Theme, templates: &mut BTreeMap<String, Arc<str>>, path: &str, text: &str) {
    match path.split_once('/') {
        Some(("templates", name)) => drop(templates.insert(name.to_owned(), text.into())),
        Some(("words", name)) => {
            if let Some(language) = name.strip_suffix(".yaml") {
                theme.words.entry(language.to_owned()).or_default().extend(words(text));
            }
        }
        _ => {}
    }
}

/// All files of a theme's folder, in order.
fn below(folder: &Path, name: &str) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    let hidden = |it: &walkdir::DirEntry| it.depth() == 0 || !is_ignored(&it.file_name().to_string_lossy());
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(hidden) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            Error::ReadFile { path, source: error.into() }
        })?;
        if entry.file_type().is_dir() {
            continue;
        }
        let below = entry.path().strip_prefix(folder).expect("the walk stays below its start");
        let path =
            below.components().map(|it| it.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        if !entry.file_type().is_file() {
            let file = SourceFile::new(format!("themes/{name}/{path}"), "");
            return Err(Fault { file, span: None, kind: FaultKind::Link }.into());
        }
        files.push((path, fs::read(entry.path()).map_err(Error::reading(entry.path()))?));
    }
    Ok(files)
}

fn text(path: String, bytes: Vec<u8>) -> Result<SourceFile> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(SourceFile::new(path, text)),
        Err(error) => Err(not_utf8(path, &error).into()),
    }
}

/// Of what is no map of words nothing: the check tells of it.
fn words(text: &str) -> BTreeMap<String, String> {
    serde_yaml::from_str(text.trim_start_matches('\u{feff}')).unwrap_or_default()
}
