//! What a site consists of: path, size and hash of every file.
//!
//! It lies in the output folder as `.thutuc-manifest`, and it is what tells our
//! folder from anybody else's: without it nothing there is replaced.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::error::{Error, Result};
use crate::output::{OutputFile, short_hash};

pub(super) const NAME: &str = ".thutuc-manifest";

/// The version of the format below: one line for a file, `hash size path`.
const HEAD: &str = "thutuc 1";

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Manifest {
    entries: BTreeMap<String, Entry>,
}

#[derive(Debug, PartialEq, Eq)]
struct Entry {
    size: u64,
    hash: String,
}

/// How a site differs from the one on disk.
pub(super) struct Changes<'a> {
    pub(super) same: FxHashSet<&'a str>,
    pub(super) other: FxHashSet<&'a str>,
    pub(super) removed: usize,
}

impl Manifest {
    pub(super) fn of(files: &[OutputFile]) -> Result<Manifest> {
        let hashed: Vec<(String, Entry)> = files
            .par_iter()
            .map(|it| (it.path.clone(), Entry { size: it.bytes.len() as u64, hash: short_hash(&it.bytes) }))
            .collect();
        let mut entries = BTreeMap::new();
        for (path, entry) in hashed {
            if entries.insert(path.clone(), entry).is_some() {
                return Err(Error::Output {
                    path: path.into(),
                    why: "two pages want to be this file".to_owned(),
                });
            }
        }
        Ok(Manifest { entries })
    }

    /// A file is the same if the manifest says so and the disk bears it out.
    pub(super) fn compare<'a>(&'a self, before: Option<&Manifest>, out: &Path) -> Changes<'a> {
        let same_on_disk = |path: &str, entry: &Entry| {
            before.is_some_and(|it| it.entries.get(path) == Some(entry))
                && fs::read(out.join(path)).is_ok_and(|bytes| short_hash(&bytes) == entry.hash)
        };
        let same: FxHashSet<&str> = self
            .entries
            .par_iter()
            .filter(|(path, entry)| same_on_disk(path, entry))
            .map(|(path, _)| path.as_str())
            .collect();
        let other = self.entries.keys().map(String::as_str).filter(|it| !same.contains(it)).collect();
        let removed =
            before.map_or(0, |it| it.entries.keys().filter(|path| !self.entries.contains_key(*path)).count());
        Changes { same, other, removed }
    }

    pub(super) fn save(&self, folder: &Path) -> Result<()> {
        let mut text = format!("{HEAD}\n");
        for (path, Entry { size, hash }) in &self.entries {
            writeln!(text, "{hash} {size} {path}").expect("a string takes any text");
        }
        let path = folder.join(NAME);
        fs::write(&path, text).map_err(Error::writing(&path))
    }

    fn parse(text: &str) -> Option<Manifest> {
        let entries = text.strip_prefix(HEAD)?.lines().filter(|it| !it.is_empty()).map(|line| {
            let mut parts = line.splitn(3, ' ');
            let (hash, size, path) = (parts.next()?, parts.next()?, parts.next()?);
            Some((path.to_owned(), Entry { size: size.parse().ok()?, hash: hash.to_owned() }))
        });
        Some(Manifest { entries: entries.collect::<Option<_>>()? })
    }
}

/// The manifest in `out`; `None` where there is no folder, or an empty one.
///
/// # Errors
/// [`Error::Output`] for a folder with anything in it that carries no manifest.
pub(super) fn of_our_folder(out: &Path) -> Result<Option<Manifest>> {
    let refuse = |why: &str| Err(Error::Output { path: out.to_owned(), why: why.to_owned() });
    match fs::symlink_metadata(out) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Error::reading(out)(error)),
        Ok(it) if it.is_symlink() => return refuse("it is a link to another folder"),
        Ok(it) if !it.is_dir() => return refuse("it is a file"),
        Ok(_) => {}
    }
    match fs::read_to_string(out.join(NAME)) {
        Ok(text) => match Manifest::parse(&text) {
            Some(manifest) => Ok(Some(manifest)),
            None => refuse("its manifest is of another program, or damaged; move the folder away"),
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            if fs::read_dir(out).map_err(Error::reading(out))?.next().is_none() {
                Ok(None)
            } else {
                refuse("it holds files that no build made; move them away or choose another folder")
            }
        }
        Err(error) => Err(Error::reading(&out.join(NAME))(error)),
    }
}

/// Is there a folder that one of our runs made? An empty one may be the first moment of such a run.
///
/// # Errors
/// [`Error::Output`] if there is something that no run made: it is in our way and not ours to remove.
pub(super) fn marks(folder: &Path) -> Result<bool> {
    let why = "it is in the way of a build and no build made it; move it away";
    let refuse = || Err(Error::Output { path: folder.to_owned(), why: why.to_owned() });
    match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(Error::reading(folder)(error)),
        Ok(it) if !it.is_dir() => return refuse(),
        Ok(_) => {}
    }
    let marked = fs::symlink_metadata(folder.join(NAME)).is_ok_and(|it| it.is_file());
    let empty = fs::read_dir(folder).map_err(Error::reading(folder))?.next().is_none();
    if marked || empty { Ok(true) } else { refuse() }
}
