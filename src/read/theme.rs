//! The theme: the default one from inside the program, overlaid by the site's own, file by file.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use walkdir::WalkDir;

use super::names::is_ignored;
use crate::error::{Error, Result};
use crate::source::{Theme, embedded};

/// Below the theme's folder: `templates/…`, `words/<language>.yaml`, `static/…`.
pub(super) fn theme(root: &Path, name: &str) -> Result<Theme> {
    let mut files: Vec<(String, Vec<u8>)> =
        embedded::FILES.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect();
    let folder = root.join("themes").join(name);
    let own = fs::symlink_metadata(&folder).is_ok_and(|it| it.is_dir());
    if own {
        files.extend(below(&folder)?);
    } else if name != "default" {
        let source = format!("there is no folder `themes/{name}`").into();
        return Err(Error::Theme { template: name.to_owned(), source });
    }

    // The site's own files come last and take the place of the default ones.
    let mut templates: BTreeMap<String, Arc<str>> = BTreeMap::new();
    let mut assets: BTreeMap<String, Arc<Vec<u8>>> = BTreeMap::new();
    let mut all_words: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for (path, bytes) in files {
        let Some((kind, rest)) = path.split_once('/') else { continue };
        match kind {
            "templates" => drop(templates.insert(rest.to_owned(), text(&path, bytes)?.into())),
            "static" => drop(assets.insert(rest.to_owned(), bytes.into())),
            "words" => {
                if let Some(language) = rest.strip_suffix(".yaml") {
                    // Word by word: a site that changes one keeps the others.
                    let words = words(&path, &text(&path, bytes)?)?;
                    all_words.entry(language.to_owned()).or_default().extend(words);
                }
            }
            _ => {}
        }
    }
    Ok(Theme {
        templates: templates.into_iter().collect(),
        words: all_words,
        assets: assets.into_iter().collect(),
        folder: own.then_some(folder),
    })
}

/// All files of a theme's folder, in order.
fn below(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
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
            return Err(Error::Theme { template: path, source: "it is a link, not a file".into() });
        }
        files.push((path, fs::read(entry.path()).map_err(Error::reading(entry.path()))?));
    }
    Ok(files)
}

fn text(path: &str, bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes).map_err(|error| Error::Theme { template: path.to_owned(), source: error.into() })
}

fn words(path: &str, text: &str) -> Result<BTreeMap<String, String>> {
    serde_yaml::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| Error::Theme { template: path.to_owned(), source: error.to_string().into() })
}
