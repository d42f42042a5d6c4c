//! What a site consists of: path, size and hash of every file.
//!
//! It lies in the output folder as `.thutuc-manifest`, and it is what tells our
//! folder from anybody else's: without it nothing there is replaced.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::place::is_inside;
use crate::error::{Error, Refused, Result};
use crate::output::short_hash;

pub(super) const NAME: &str = ".thutuc-manifest";

/// The version of the format below: one line for a file, `hash size path`.
const HEAD: &str = "thutuc 1";

/// In place of a manifest while the site is being put together.
const UNFINISHED: &str = "thutuc is building\n";

#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    pub(super) entries: BTreeMap<String, Entry>,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) size: u64,
    hash: String,
    /// It waits beside the output and is not in it yet. Never written down.
    pub(super) staged: bool,
}

/// What a folder is.
pub(super) enum State {
    /// Not there, or empty.
    Nothing,
    /// Of a run that has not ended well.
    Unfinished,
    Site(Manifest),
}

impl Entry {
    pub(super) fn of(bytes: &[u8]) -> Entry {
        Entry { size: bytes.len() as u64, hash: short_hash(bytes), staged: false }
    }

    pub(super) fn same_bytes(&self, other: &Entry) -> bool {
        self.size == other.size && self.hash == other.hash
    }
}

impl Manifest {
    /// Whole or not at all: it is what makes a site of the folder.
    pub(super) fn save(&self, folder: &Path) -> Result<()> {
        let mut text = format!("{HEAD}\n");
        for (path, Entry { size, hash, .. }) in &self.entries {
            writeln!(text, "{hash} {size} {path}").expect("a string takes any text");
        }
        let (part, path) = (folder.join(format!("{NAME}.part")), folder.join(NAME));
        fs::write(&part, text).map_err(Error::writing(&part))?;
        fs::rename(&part, &path).map_err(Error::writing(&path))
    }

    /// Paths that the next site does not have.
    pub(super) fn gone<'a>(&'a self, next: &'a Manifest) -> impl Iterator<Item = &'a str> {
        self.entries.keys().filter(|it| !next.entries.contains_key(*it)).map(String::as_str)
    }

    /// `None` also where a path leads out of the folder: what the next site lacks is deleted.
    fn parse(text: &str) -> Option<Manifest> {
        let entries = text.strip_prefix(HEAD)?.lines().filter(|it| !it.is_empty()).map(|line| {
            let mut parts = line.splitn(3, ' ');
            let (hash, size, path) = (parts.next()?, parts.next()?, parts.next()?);
            let entry = Entry { size: size.parse().ok()?, hash: hash.to_owned(), staged: false };
            is_inside(path).then(|| (path.to_owned(), entry))
        });
        Some(Manifest { entries: entries.collect::<Option<_>>()? })
    }
}

/// Makes a folder known as ours before there is a site in it.
pub(super) fn mark(folder: &Path) -> Result<()> {
    let path = folder.join(NAME);
    fs::write(&path, UNFINISHED).map_err(Error::writing(&path))
}

/// What is there, as far as we are concerned.
///
/// # Errors
/// [`Error::Output`] for anything that no build of ours made.
pub(super) fn state(folder: &Path) -> Result<State> {
    let refuse = |why| Err(Error::Output { path: folder.to_owned(), why });
    match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(State::Nothing),
        Err(error) => return Err(Error::reading(folder)(error)),
        Ok(it) if it.is_symlink() => return refuse(Refused::Link),
        Ok(it) if !it.is_dir() => return refuse(Refused::File),
        Ok(_) => {}
    }
    match fs::read_to_string(folder.join(NAME)) {
        // Empty: killed between making the mark and writing it.
        Ok(text) if text.is_empty() || text == UNFINISHED => Ok(State::Unfinished),
        Ok(text) => match Manifest::parse(&text) {
            Some(manifest) => Ok(State::Site(manifest)),
            None => refuse(Refused::Manifest),
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            if fs::read_dir(folder).map_err(Error::reading(folder))?.next().is_none() {
                Ok(State::Nothing)
            } else {
                refuse(Refused::Foreign)
            }
        }
        Err(error) => Err(Error::reading(&folder.join(NAME))(error)),
    }
}
