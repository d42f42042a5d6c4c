//! Waits until something that the site is made from has changed, and says what.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::error::{Error, Result};
use crate::read::is_ignored;

/// A burst is over when nothing happened for so long; editors save in several steps.
const QUIET: Duration = Duration::from_millis(8);

/// The same after a file was closed or put in place: the save of it is over.
const SETTLED: Duration = Duration::from_millis(2);

/// A burst that does not end, such as a large copy, is looked at nevertheless.
const PATIENCE: Duration = Duration::from_millis(200);

/// How often a root that may have been taken away is looked for: where somebody stands in it, the
/// system tells of its files alone.
const RETURN: Duration = Duration::from_millis(200);

pub(super) struct Changes {
    root: PathBuf,
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    /// The root that is watched; another one may lie at its place by now.
    watched: Option<Identity>,
}

impl Changes {
    /// `root` is its real path, by which the system names files.
    pub(super) fn of(root: &Path) -> Result<Changes> {
        let (sender, events) = channel();
        let watching =
            |source: notify::Error| Error::Watch { path: root.to_owned(), source: Box::new(source) };
        let watcher = notify::recommended_watcher(sender).map_err(watching)?;
        let mut changes = Changes { root: root.to_owned(), watcher, events, watched: None };
        changes.watch().map_err(watching)?;
        Ok(changes)
    }

    fn watch(&mut self) -> notify::Result<()> {
        let root = identity(&self.root);
        // Not all of the root: the output and whatever else lies there would keep us busy.
        self.watcher.watch(&self.root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS.map(|it| self.root.join(it)) {
            if folder.is_dir() {
                self.watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        self.watched = root;
        Ok(())
    }

    /// Returns after a change and the rest of its burst; [`Woken::Idle`] if there is none for so long.
    ///
    /// # Errors
    /// If the system stops to tell.
    pub(super) fn wait(&mut self, idle: Option<Duration>) -> Result<Woken> {
        let root = self.root.clone();
        let gone = || Error::Watch { path: root.clone(), source: "the watcher has ended".into() };
        let begin = Instant::now();
        let mut burst = Burst::default();
        // In this order: who puts it back between the two is seen by the second.
        let may_be_lost = !root.join(FOLDERS[0]).is_dir();
        burst.anything = self.is_replaced();
        while !burst.matters() {
            let event = match idle {
                _ if may_be_lost => self.events.recv_timeout(RETURN),
                None => self.events.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(idle) => self.events.recv_timeout(idle.saturating_sub(begin.elapsed())),
            };
            match event {
                Ok(event) => self.note(event, &mut burst),
                Err(RecvTimeoutError::Timeout) if self.is_replaced() => burst.anything = true,
                Err(RecvTimeoutError::Timeout) if idle.is_none_or(|it| begin.elapsed() < it) => {}
                Err(RecvTimeoutError::Timeout) => return Ok(Woken::Idle),
                Err(RecvTimeoutError::Disconnected) => return Err(gone()),
            }
        }
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            match self.events.recv_timeout(if burst.settled { SETTLED } else { QUIET }) {
                Ok(event) => self.note(event, &mut burst),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return Err(gone()),
            }
        }
        burst.anything |= self.is_replaced();
        Ok(if burst.anything { Woken::Anything } else { Woken::Paths(burst.paths.into_iter().collect()) })
    }

    /// Does another root lie at the place of the one that was watched? From now on that is.
    fn is_replaced(&mut self) -> bool {
        let now = identity(&self.root);
        if now.is_none() || now == self.watched {
            return false;
        }
        let _ = self.watcher.unwatch(&self.root);
        self.watch().is_ok()
    }

    fn note(&mut self, event: notify::Result<Event>, burst: &mut Burst) {
        // Trouble with one folder (it was removed meanwhile) is seen when it is read.
        let Ok(event) = event else {
            burst.anything = true;
            return;
        };
        if is_reading(event.kind) {
            return;
        }
        if event.need_rescan() {
            burst.anything = true;
            return;
        }
        if event.paths.contains(&self.root) && is_leaving(event.kind) {
            (self.watched, burst.anything) = (None, true);
        }
        for folder in FOLDERS.map(|it| self.root.join(it)) {
            // A folder that was replaced as a whole has lost its watch.
            if event.paths.contains(&folder) && folder.is_dir() {
                let _ = self.watcher.unwatch(&folder);
                let _ = self.watcher.watch(&folder, RecursiveMode::Recursive);
            }
        }
        for path in &event.paths {
            if let Some(path) = source(&self.root, path) {
                burst.settled = is_settled(event.kind);
                burst.paths.insert(path.to_owned());
            }
        }
    }
}

/// Why waiting is over.
pub(super) enum Woken {
    Idle,
    /// Only what lies there can be other than before; relative to the root.
    Paths(Vec<PathBuf>),
    Anything,
}

#[derive(Default)]
struct Burst {
    paths: BTreeSet<PathBuf>,
    anything: bool,
    /// The last event was the end of a save.
    settled: bool,
}

impl Burst {
    fn matters(&self) -> bool {
        self.anything || !self.paths.is_empty()
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

/// What tells a folder from another one of its name; not every system does.
type Identity = (u64, u64);

#[cfg(unix)]
fn identity(folder: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt as _;
    folder.metadata().ok().map(|it| (it.dev(), it.ino()))
}

#[cfg(not(unix))]
fn identity(folder: &Path) -> Option<Identity> {
    folder.is_dir().then_some((0, 0))
}

/// Of a folder that is watched.
fn is_leaving(kind: EventKind) -> bool {
    matches!(kind, EventKind::Remove(_) | EventKind::Modify(notify::event::ModifyKind::Name(_)))
}

/// Not every system tells of this; then a save is over when nothing more happens.
fn is_settled(kind: EventKind) -> bool {
    use notify::event::{ModifyKind, RenameMode};
    matches!(
        kind,
        EventKind::Access(AccessKind::Close(AccessMode::Write))
            | EventKind::Modify(ModifyKind::Name(RenameMode::To | RenameMode::Both))
            | EventKind::Remove(_)
    )
}

/// The path below the root, if it is one of the files that a site is made from.
fn source<'a>(root: &Path, path: &'a Path) -> Option<&'a Path> {
    let below = path.strip_prefix(root).ok()?;
    let mut names = below.components().map(|it| it.as_os_str().to_string_lossy());
    let first = names.next()?;
    let ours = first == "site.toml" || FOLDERS.contains(&first.as_ref());
    (ours && !names.any(|it| is_ignored(&it))).then_some(below)
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
            assert_eq!(source(root, Path::new(path)).is_some(), expected, "{path}");
        }
    }

    #[test]
    fn reading_is_no_change() {
        assert!(is_reading(EventKind::Access(AccessKind::Open(AccessMode::Any))));
        assert!(is_reading(EventKind::Access(AccessKind::Close(AccessMode::Read))));
        assert!(!is_reading(EventKind::Access(AccessKind::Close(AccessMode::Write))));
    }
}
