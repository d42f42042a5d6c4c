//! [`OutputFile`]s onto a disk: the whole site or none of it. The only writer of sites.
//!
//! A site is put together in a folder beside the output (`.public.new`) and
//! takes its place by a rename. Whatever kills the program, the output is the
//! old site or the new one; between the two renames it is missing for an
//! instant, and the next run puts the old one back before it goes on.

mod add;
mod manifest;
mod place;

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::error::{Error, Result};
use crate::output::OutputFile;
use manifest::Manifest;

pub use add::{add, renew};
pub use place::place;

/// What a run did to the output folder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or have other bytes.
    pub changed: usize,
    pub unchanged: usize,
    /// Files of the site before that are no more.
    pub removed: usize,
    /// What an earlier run that was killed had left.
    pub repaired: Option<Repair>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repair {
    /// The last good site stood aside and is back.
    PutBack,
    /// Half a site, never published, is gone.
    ClearedAway,
}

/// Makes `out` hold exactly `files`. Not a byte is touched if it already does.
///
/// # Errors
/// [`Error::Busy`] while another run writes there; [`Error::Output`] if `out` holds
/// anything that we did not make, or if a path leads out of the site.
pub fn write(files: &[OutputFile], out: &Path) -> Result<Written> {
    for file in files {
        if !place::is_inside(&file.path) {
            let why = format!("`{}` is no path below it", file.path);
            return Err(Error::Output { path: out.to_owned(), why });
        }
    }
    let parent = out.parent().ok_or_else(|| Error::Output {
        path: out.to_owned(),
        why: "it is the root of the disk".to_owned(),
    })?;
    fs::create_dir_all(parent).map_err(Error::writing(parent))?;
    let _lock = lock(out)?;
    let aside = Aside { new: beside(out, "new"), old: beside(out, "old") };
    let repaired = repair(out, &aside)?;

    let before = manifest::of_our_folder(out)?;
    let now = Manifest::of(files)?;
    let changes = now.compare(before.as_ref(), out);
    let written = Written {
        changed: changes.other.len(),
        unchanged: changes.same.len(),
        removed: changes.removed,
        repaired,
    };
    if changes.other.is_empty() && changes.removed == 0 && before.is_some() {
        return Ok(written);
    }
    put_together(files, &now, &changes, out, &aside.new)?;
    switch(out, &aside)?;
    Ok(written)
}

struct Aside {
    new: PathBuf,
    old: PathBuf,
}

/// `/srv/.public.new` for `/srv/public`: on the same disk, so that a rename is enough.
fn beside(out: &Path, what: &str) -> PathBuf {
    let name = out.file_name().map(|it| it.to_string_lossy()).unwrap_or_default();
    out.with_file_name(format!(".{name}.{what}"))
}

/// Held until dropped; the system lets go of it when the process dies.
fn lock(out: &Path) -> Result<File> {
    let path = beside(out, "lock");
    let file = File::options().create(true).truncate(false).write(true).open(&path);
    let file = file.map_err(Error::writing(&path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Error::Busy { path: out.to_owned() }),
        Err(TryLockError::Error(error)) => Err(Error::writing(&path)(error)),
    }
}

/// Undoes what a killed run left, and touches no folder that no run made.
fn repair(out: &Path, aside: &Aside) -> Result<Option<Repair>> {
    let mut repaired = None;
    if manifest::marks(&aside.new)? {
        remove(&aside.new)?;
        repaired = Some(Repair::ClearedAway);
    }
    if manifest::marks(&aside.old)? {
        if fs::symlink_metadata(out).is_ok() {
            remove(&aside.old)?;
            repaired = Some(Repair::ClearedAway);
        } else {
            fs::rename(&aside.old, out).map_err(Error::writing(out))?;
            repaired = Some(Repair::PutBack);
        }
    }
    Ok(repaired)
}

fn put_together(
    files: &[OutputFile],
    manifest: &Manifest,
    changes: &manifest::Changes<'_>,
    out: &Path,
    new: &Path,
) -> Result<()> {
    fs::create_dir_all(new).map_err(Error::writing(new))?;
    // First, since it is also the mark by which the next run knows half a site as ours.
    manifest.save(new)?;
    let mut folders: Vec<&str> =
        files.iter().filter_map(|it| it.path.rsplit_once('/')).map(|(folder, _)| folder).collect();
    folders.sort_unstable();
    folders.dedup();
    for folder in folders {
        let path = new.join(folder);
        fs::create_dir_all(&path).map_err(Error::writing(&path))?;
    }
    files.par_iter().try_for_each(|file| {
        let path = new.join(&file.path);
        // A file that stays keeps its time on disk, which hosts tell browsers.
        let kept =
            changes.same.contains(file.path.as_str()) && fs::hard_link(out.join(&file.path), &path).is_ok();
        if kept { Ok(()) } else { fs::write(&path, &file.bytes).map_err(Error::writing(&path)) }
    })
}

fn switch(out: &Path, aside: &Aside) -> Result<()> {
    if fs::symlink_metadata(out).is_ok() {
        fs::rename(out, &aside.old).map_err(Error::writing(out))?;
    }
    if let Err(error) = fs::rename(&aside.new, out) {
        // The old site is better than none; the first failure is the one to report.
        let _ = fs::rename(&aside.old, out);
        return Err(Error::writing(out)(error));
    }
    if fs::symlink_metadata(&aside.old).is_ok() {
        remove(&aside.old)?;
    }
    Ok(())
}

/// The mark goes last: killed half way, the rest is still known as ours.
fn remove(folder: &Path) -> Result<()> {
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
    fs::remove_dir_all(folder).map_err(Error::writing(folder))
}

#[cfg(test)]
mod tests;
