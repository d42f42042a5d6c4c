//! A site onto a disk: the whole of it or nothing. The only writer of sites.
//!
//! Files are put into a folder beside the output (`.public.new`) as they are made; those that lie
//! in the output already are not. When all are there, the folder gets the new manifest, and from
//! then on it says what is to be done: `apply` does it, or the next run if this one is killed.

mod add;
mod apply;
mod lock;
mod manifest;
mod place;
mod untouched;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use crate::error::{Error, Refused, Result};
use crate::output::{OutputFile, Sink};
use lock::Lock;
use manifest::{Entry, Manifest, State};
use untouched::Moment;

pub use add::{add, add_all, renew};
pub use place::place;

/// What a run did to the output folder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or have other bytes.
    pub changed: usize,
    pub unchanged: usize,
    /// Files of the site before that are no more.
    pub removed: usize,
}

/// What was done about an earlier run that was killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repair {
    /// Its site was complete and is now in place.
    Finished,
    /// Half a site, never published, is gone.
    ClearedAway,
}

/// A site on its way to its folder. Dropped before [`publish`](Staging::publish), it leaves no trace.
pub struct Staging {
    out: PathBuf,
    /// Where files wait.
    new: PathBuf,
    before: Option<Manifest>,
    /// When that site was complete.
    since: Option<Moment>,
    taken: Mutex<Vec<(String, Entry)>>,
    /// What was put right on the way.
    pub repaired: Option<Repair>,
    /// Held until dropped.
    _lock: Lock,
}

impl Staging {
    /// Locks `out`, and puts right what a killed run left there.
    ///
    /// # Errors
    /// [`Error::Busy`] while another run writes there; [`Error::Output`] if `out` holds
    /// anything that we did not make.
    pub fn open(out: &Path) -> Result<Staging> {
        let parent =
            out.parent().ok_or_else(|| Error::Output { path: out.to_owned(), why: Refused::RootOfDisk })?;
        fs::create_dir_all(parent).map_err(Error::writing(parent))?;
        // Nothing of ours is put beside a folder that is none of ours; where a run is at work, what
        // there is changes.
        if !beside(out, "lock").exists() {
            manifest::state(out)?;
        }
        let lock = Lock::take(out)?;
        let new = beside(out, "new");
        let repaired = repair(out, &new)?;
        let before = match manifest::state(out)? {
            State::Nothing => None,
            State::Site(manifest) => Some(manifest),
            State::Unfinished => return Err(Error::Output { path: out.to_owned(), why: Refused::Manifest }),
        };
        let (since, taken) = (Moment::of(out, SystemTime::now()), Mutex::default());
        fs::create_dir_all(&new).map_err(Error::writing(&new))?;
        // Dropped, and the folder with it, if there is no room for the mark.
        let staging = Staging { out: out.to_owned(), new, before, since, taken, repaired, _lock: lock };
        manifest::mark(&staging.new)?;
        Ok(staging)
    }

    /// Is a site published in the folder already?
    pub fn has_site(&self) -> bool {
        self.before.is_some()
    }

    /// Makes the output hold exactly the files that were taken, besides what others put there.
    /// Not a byte is touched if it already does.
    ///
    /// # Errors
    /// [`Error::WriteFile`] if the disk refuses; the next run then finishes the work.
    pub fn publish(mut self) -> Result<Written> {
        let taken = std::mem::take(self.taken.get_mut().unwrap_or_else(PoisonError::into_inner));
        let now = Manifest { entries: taken.into_iter().collect() };
        let staged: Vec<&str> =
            now.entries.iter().filter(|(_, it)| it.staged).map(|(path, _)| path.as_str()).collect();
        let gone: Vec<&str> = self.before.iter().flat_map(|it| it.gone(&now)).collect();
        let written = Written {
            changed: staged.len(),
            unchanged: now.entries.len() - staged.len(),
            removed: gone.len(),
        };
        if staged.is_empty() && gone.is_empty() && self.before.is_some() {
            return Ok(written);
        }
        if self.before.is_some() {
            apply::leads_nowhere_else(&self.out, staged.into_iter().chain(gone))?;
        }
        // From here on the new site is what holds, whatever happens.
        now.save(&self.new)?;
        apply::apply(&self.out, &self.new, self.before.as_ref(), &now)?;
        Ok(written)
    }

    /// A file is kept if the manifest says so and the disk bears it out; it is read only where
    /// somebody may have touched it.
    fn is_there(&self, file: &OutputFile, entry: &Entry) -> bool {
        let known = self.before.as_ref().and_then(|it| it.entries.get(&file.path));
        let is_untouched =
            || self.since.is_some_and(|it| it.is_later_than(&self.out, &file.path, entry.size));
        known.is_some_and(|it| it.same_bytes(entry))
            && (is_untouched() || holds(&self.out.join(&file.path), &file.bytes))
    }
}

impl Sink for Staging {
    fn take(&self, files: Vec<OutputFile>) -> Result<()> {
        let mut entries = Vec::with_capacity(files.len());
        for file in files {
            if !place::is_inside(&file.path) {
                return Err(Error::Output { path: self.out.join(&file.path), why: Refused::Outside });
            }
            let mut entry = Entry::of(&file.bytes);
            if !self.is_there(&file, &entry) {
                put(&self.new.join(&file.path), &file.bytes)?;
                entry.staged = true;
            }
            entries.push((file.path, entry));
        }
        self.taken.lock().unwrap_or_else(PoisonError::into_inner).extend(entries);
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // Nothing there once it was published; an unpublished site is known as such to the next run.
        if matches!(manifest::state(&self.new), Ok(State::Nothing | State::Unfinished)) {
            let _ = remove(&self.new);
        }
    }
}

/// A link to such a file is none, and a pipe would be waited for.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    fs::symlink_metadata(path).is_ok_and(|it| it.is_file() && it.len() == bytes.len() as u64)
        && fs::read(path).is_ok_and(|it| it == bytes)
}

/// Pages have a folder each, so most are the first in theirs.
fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().expect("a file of a site lies in a folder");
    match fs::create_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            fs::create_dir_all(folder).map_err(Error::writing(folder))?;
        }
        // Whatever else is wrong shows when the file is written.
        _ => {}
    }
    fs::write(path, bytes).map_err(Error::writing(path))
}

/// `/srv/.public.new` for `/srv/public`: on the same disk, so that a rename is enough.
fn beside(out: &Path, what: &str) -> PathBuf {
    let name = out.file_name().map(|it| it.to_string_lossy()).unwrap_or_default();
    out.with_file_name(format!(".{name}.{what}"))
}

/// Ends what a killed run began, and touches no folder that no run made.
fn repair(out: &Path, new: &Path) -> Result<Option<Repair>> {
    Ok(match manifest::state(new)? {
        State::Nothing => None,
        State::Unfinished => {
            remove(new)?;
            Some(Repair::ClearedAway)
        }
        State::Site(now) => {
            let before = match manifest::state(out)? {
                State::Site(before) => Some(before),
                State::Nothing | State::Unfinished => None,
            };
            if let Some(before) = &before {
                let waiting = apply::waiting(new)?;
                let waiting = waiting.iter().map(String::as_str);
                apply::leads_nowhere_else(out, waiting.chain(before.gone(&now)))?;
            }
            apply::apply(out, new, before.as_ref(), &now)?;
            Some(Repair::Finished)
        }
    })
}

fn remove(folder: &Path) -> Result<()> {
    clear(folder)?;
    fs::remove_dir_all(folder).map_err(Error::writing(folder))
}

/// Leaves the mark: killed half way, the rest is still known as ours.
fn clear(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder).map_err(Error::reading(folder))? {
        let entry = entry.map_err(Error::reading(folder))?;
        let path = entry.path();
        if entry.file_name() == manifest::NAME {
            continue;
        }
        let is_folder = entry.file_type().map_err(Error::reading(&path))?.is_dir();
        let removed = if is_folder { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.map_err(Error::writing(&path))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
