//! Waits until something that the site is made from has changed.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::error::{Error, Result};
use crate::read::is_ignored;

/// A burst is over when nothing happened for so long; editors save in several steps.
const QUIET: Duration = Duration::from_millis(8);

/// A burst that does not end, such as a large copy, is looked at nevertheless.
const PATIENCE: Duration = Duration::from_millis(200);

pub(super) struct Changes {
    root: PathBuf,
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
}

impl Changes {
    pub(super) fn of(root: &Path) -> Result<Changes> {
        // The system names files by their real path.
        let root = root.canonicalize().map_err(Error::reading(root))?;
        let (sender, events) = channel();
        let watching = |source: notify::Error| Error::Watch { path: root.clone(), source: Box::new(source) };
        let mut watcher = notify::recommended_watcher(sender).map_err(watching)?;
        // Not all of the root: the output and whatever else lies there would keep us busy.
        watcher.watch(&root, RecursiveMode::NonRecursive).map_err(watching)?;
        for folder in FOLDERS.map(|it| root.join(it)) {
            if folder.is_dir() {
                watcher.watch(&folder, RecursiveMode::Recursive).map_err(watching)?;
            }
        }
        Ok(Changes { root, watcher, events })
    }

    /// Returns after a change and the rest of its burst.
    ///
    /// # Errors
    /// If the system stops to tell.
    pub(super) fn wait(&mut self) -> Result<()> {
        let root = self.root.clone();
        let gone = || Error::Watch { path: root.clone(), source: "the watcher has ended".into() };
        loop {
            let first = self.events.recv().map_err(|_| gone())?;
            if self.matters(first) {
                break;
            }
        }
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            match self.events.recv_timeout(QUIET) {
                Ok(event) => drop(self.matters(event)),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return Err(gone()),
            }
        }
        Ok(())
    }

    fn matters(&mut self, event: notify::Result<Event>) -> bool {
        // Trouble with one folder (it was removed meanwhile) is seen when it is read.
        let Ok(event) = event else { return true };
        if is_reading(event.kind) {
            return false;
        }
        if event.need_rescan() {
            return true;
        }
        for folder in FOLDERS.map(|it| self.root.join(it)) {
            // A folder that was replaced as a whole has lost its watch.
            if event.paths.contains(&folder) && folder.is_dir() {
                let _ = self.watcher.unwatch(&folder);
                let _ = self.watcher.watch(&folder, RecursiveMode::Recursive);
            }
        }
        event.paths.iter().any(|it| is_source(&self.root, it))
    }
}

const FOLDERS: [&str; 2] = ["content", "themes"];

/// Our own reading raises events too, and would have us build for ever.
fn is_reading(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
        EventKind::Access(_) => true,
        _ => false,
    }
}

/// Is it one of the files that a site is made from?
fn is_source(root: &Path, path: &Path) -> bool {
    let Ok(below) = path.strip_prefix(root) else { return false };
    let mut names = below.components().map(|it| it.as_os_str().to_string_lossy());
    let Some(first) = names.next() else { return false };
    let ours = first == "site.toml" || FOLDERS.contains(&first.as_ref());
    ours && !names.any(|it| is_ignored(&it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_at_sources_only() {
        let root = Path::new("/site");
        let cases = [
            ("/site/site.toml", true),
            ("/site/content/a/b.yaml", true),
            ("/site/content", true),
            ("/site/themes/default/static/style.css", true),
            ("/site/content/a/.b.yaml.swp", false),
            ("/site/content/a/b.yaml~", false),
            ("/site/content/.git/index", false),
            ("/site/public/index.html", false),
            ("/site", false),
            ("/elsewhere/content/a.yaml", false),
        ];
        for (path, expected) in cases {
            assert_eq!(is_source(root, Path::new(path)), expected, "{path}");
        }
    }

    #[test]
    fn reading_is_no_change() {
        assert!(is_reading(EventKind::Access(AccessKind::Open(AccessMode::Any))));
        assert!(is_reading(EventKind::Access(AccessKind::Close(AccessMode::Read))));
        assert!(!is_reading(EventKind::Access(AccessKind::Close(AccessMode::Write))));
    }
}
