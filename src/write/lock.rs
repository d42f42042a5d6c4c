//! One run at a time in an output folder.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::beside;
use crate::error::{Error, Refused, Result};

/// A locked file beside the output. The system unlocks it when the process dies.
pub(super) struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// # Errors
    /// [`Error::Busy`] while another run holds it; [`Error::Output`] for a link, which would lead elsewhere.
    pub(super) fn take(out: &Path) -> Result<Lock> {
        let path = beside(out, "lock");
        if fs::symlink_metadata(&path).is_ok_and(|it| it.is_symlink()) {
            return Err(Error::Output { path, why: Refused::Link });
        }
        // Each round more is one run that has ended.
        loop {
            let file = File::options().create(true).truncate(false).write(true).open(&path);
            let file = file.map_err(Error::writing(&path))?;
            if let Some(lock) = Lock::with(file, &path, out)? {
                return Ok(lock);
            }
        }
    }

    /// `None` if another run removed the file after it was opened and before it was locked.
    fn with(file: File, path: &Path, out: &Path) -> Result<Option<Lock>> {
        match file.try_lock() {
            Ok(()) => Ok(is_at(&file, path).then(|| Lock { path: path.to_owned(), file })),
            Err(TryLockError::WouldBlock) => Err(Error::Busy { path: out.to_owned() }),
            Err(TryLockError::Error(error)) => Err(Error::writing(path)(error)),
        }
    }
}

impl Drop for Lock {
    /// Removed while it is still locked: who has it open by then finds that the name is another
    /// file's, or nobody's, and takes that one.
    fn drop(&mut self) {
        let is_ours = self.file.metadata().is_ok_and(|it| it.len() == 0);
        if cfg!(unix) && is_ours {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Is the open file still the one of that name?
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let identity = |it: fs::Metadata| (it.dev(), it.ino());
    match (file.metadata(), fs::metadata(path)) {
        (Ok(open), Ok(named)) => identity(open) == identity(named),
        _ => false,
    }
}

/// Other systems do not tell; there the file stays.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_one_is_turned_away() {
        let root = tempfile::tempdir().expect("a folder");
        let out = root.path().join("public");
        let held = Lock::take(&out).expect("the lock");
        assert!(matches!(Lock::take(&out), Err(Error::Busy { .. })));
        drop(held);
        Lock::take(&out).expect("the lock");
    }

    #[cfg(unix)]
    #[test]
    fn leaves_nothing_behind_but_a_file_of_others() {
        let root = tempfile::tempdir().expect("a folder");
        let out = root.path().join("public");
        drop(Lock::take(&out).expect("the lock"));
        assert_eq!(fs::read_dir(root.path()).expect("a folder").count(), 0);
        fs::write(beside(&out, "lock"), "mine").expect("a file");
        drop(Lock::take(&out).expect("the lock"));
        assert_eq!(fs::read_to_string(beside(&out, "lock")).expect("a file"), "mine");
    }

    #[cfg(unix)]
    #[test]
    fn one_who_opened_the_file_before_it_was_removed_has_no_lock_with_it() {
        let root = tempfile::tempdir().expect("a folder");
        let out = root.path().join("public");
        let path = beside(&out, "lock");
        let opened = || File::options().write(true).open(&path).expect("the file");
        let first = Lock::take(&out).expect("the lock");
        let (early, late) = (opened(), opened());
        drop(first);
        assert!(Lock::with(early, &path, &out).expect("an answer").is_none(), "the name is nobody's");
        let _second = Lock::take(&out).expect("the lock");
        assert!(Lock::with(late, &path, &out).expect("an answer").is_none(), "the name is another's");
        assert!(matches!(Lock::with(opened(), &path, &out), Err(Error::Busy { .. })));
    }
}
