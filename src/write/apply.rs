//! A complete site that waits beside the output takes its place there.
//!
//! Each step can be done again, so whoever finds the work half done does all of it. Files appear
//! and change by a rename, new ones first, and go last: at any moment every page is whole, and
//! what it links to is there.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use rustc_hash::FxHashSet;
use walkdir::WalkDir;

use super::clear;
use super::manifest::{self, Manifest};
use crate::error::{Error, Refused, Result};

/// `new` holds the files of `now` that are not in `out` yet, and `now` itself; `before` is what
/// `out` says of itself, `None` where there is no site.
pub(super) fn apply(out: &Path, new: &Path, before: Option<&Manifest>, now: &Manifest) -> Result<()> {
    let Some(before) = before else {
        // Not every system renames over an empty folder.
        if let Err(error) = fs::remove_dir(out)
            && error.kind() != ErrorKind::NotFound
        {
            return Err(Error::writing(out)(error));
        }
        return fs::rename(new, out).map_err(Error::writing(out));
    };
    let waiting = waiting(new)?;
    let gone: Vec<&str> = before.gone(now).collect();
    for path in gone.iter().filter(|it| is_in_the_way(it, now)) {
        take_away(out, path)?;
    }
    let (replacing, adding): (Vec<_>, Vec<_>) =
        waiting.iter().partition(|it| before.entries.contains_key(it.as_str()));
    for path in adding.into_iter().chain(replacing) {
        put_in_place(&new.join(path), &out.join(path))?;
    }
    for path in gone {
        take_away(out, path)?;
    }
    // Without its mark a folder that is not empty would be nobody's.
    clear(new)?;
    put_in_place(&new.join(manifest::NAME), &out.join(manifest::NAME))?;
    fs::remove_dir(new).map_err(Error::writing(new))
}

/// Does every path lead through folders of the output itself?
///
/// # Errors
/// [`Error::Output`] for a link on the way: what is behind it is not ours.
pub(super) fn leads_nowhere_else<'a>(out: &Path, paths: impl Iterator<Item = &'a str>) -> Result<()> {
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    for path in paths {
        let mut folder = path;
        while let Some((above, _)) = folder.rsplit_once('/') {
            folder = above;
            if !seen.insert(folder) {
                break;
            }
            let place = out.join(folder);
            if fs::symlink_metadata(&place).is_ok_and(|it| it.is_symlink()) {
                return Err(Error::Output { path: place, why: Refused::Link });
            }
        }
    }
    Ok(())
}

/// Paths of the files that are not in the output yet.
pub(super) fn waiting(new: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in WalkDir::new(new).sort_by_file_name() {
        let entry = entry.map_err(|error| Error::reading(new)(error.into()))?;
        let below = entry.path().strip_prefix(new).expect("a walk stays below its start");
        if entry.file_type().is_file() && below != Path::new(manifest::NAME) {
            let steps: Vec<_> = below.components().map(|it| it.as_os_str().to_string_lossy()).collect();
            found.push(steps.join("/"));
        }
    }
    Ok(found)
}

/// A file where there will be a folder, or one in a folder where there will be a file.
fn is_in_the_way(path: &str, now: &Manifest) -> bool {
    let below = format!("{path}/");
    let mut above = path;
    let mut folders = std::iter::from_fn(|| {
        above = above.rsplit_once('/')?.0;
        Some(above)
    });
    now.entries.range(below.clone()..).next().is_some_and(|(it, _)| it.starts_with(&below))
        || folders.any(|it| now.entries.contains_key(it))
}

fn put_in_place(from: &Path, to: &Path) -> Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let folder = to.parent().expect("a file of a site lies in a folder");
            fs::create_dir_all(folder).map_err(Error::writing(folder))?;
            fs::rename(from, to).map_err(Error::writing(to))
        }
        done => done.map_err(Error::writing(to)),
    }
}

/// With the folders that it leaves empty.
fn take_away(out: &Path, path: &str) -> Result<()> {
    let place = out.join(path);
    // Done before: nothing is there, or already the folder that takes its place.
    if fs::symlink_metadata(&place).is_ok_and(|it| !it.is_dir()) {
        fs::remove_file(&place).map_err(Error::writing(&place))?;
    }
    let mut folder = path;
    while let Some((above, _)) = folder.rsplit_once('/') {
        folder = above;
        if fs::remove_dir(out.join(folder)).is_err() {
            break;
        }
    }
    Ok(())
}
