//! Whether a file still is what a build put there, without reading it.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use super::manifest;

/// The moment at which the last build was done with a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment(i64, i64);

impl Moment {
    /// When the folder got its manifest, which is the last thing it gets; `None` where the system
    /// does not tell, or tells of a time after `now`: what was touched since may seem older.
    pub(super) fn of(folder: &Path, now: SystemTime) -> Option<Moment> {
        let moment = changed(&fs::symlink_metadata(folder.join(manifest::NAME)).ok()?)?;
        let now = now.duration_since(UNIX_EPOCH).ok()?;
        let now = Moment(i64::try_from(now.as_secs()).ok()?, i64::from(now.subsec_nanos()));
        (moment <= now).then_some(moment)
    }

    /// Has the file at `path` in the folder had this many bytes, and the same ones, since before
    /// that moment?
    pub(super) fn is_later_than(self, folder: &Path, path: &str, size: u64) -> bool {
        let before = |it: &Metadata| changed(it).is_some_and(|it| it < self);
        let has = |path: &str, is_it: &dyn Fn(&Metadata) -> bool| {
            fs::symlink_metadata(folder.join(path)).is_ok_and(|it| is_it(&it) && before(&it))
        };
        // A folder that was moved here, or a link to one, brings old files.
        let mut above = path;
        let mut folders = std::iter::from_fn(|| {
            above = above.rsplit_once('/')?.0;
            Some(above)
        });
        has(path, &|it| it.is_file() && it.len() == size) && folders.all(|it| has(it, &Metadata::is_dir))
    }
}

/// When bytes, name or owner changed last. Unlike the time of the last writing nobody can set it,
/// so that a file brought back from elsewhere with its old time is seen.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "other systems do not tell")]
fn changed(file: &Metadata) -> Option<Moment> {
    use std::os::unix::fs::MetadataExt as _;
    Some(Moment(file.ctime(), file.ctime_nsec()))
}

#[cfg(not(unix))]
fn changed(_: &Metadata) -> Option<Moment> {
    None
}

#[cfg(all(test, unix))]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn what_was_there_before_the_manifest_is_untouched_until_somebody_touches_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        let (file, mark) = (root.join("x/y/a"), root.join(manifest::NAME));
        fs::create_dir_all(root.join("x/y")).expect("folders");
        fs::write(&file, "abc").expect("a file");
        let old = fs::metadata(&file).and_then(|it| it.modified()).expect("a time");
        // Clocks of disks are coarse: until this one has gone on, both are of one moment.
        let moment = loop {
            fs::write(&mark, "").expect("a file");
            let moment = Moment::of(root, SystemTime::now()).expect("a moment");
            if changed(&fs::metadata(&file).expect("a file")) < Some(moment) {
                break moment;
            }
        };
        let untouched = |size| moment.is_later_than(root, "x/y/a", size);
        assert!(untouched(3));
        assert!(!untouched(4));
        assert!(!moment.is_later_than(root, "x/y", 3));
        assert!(!moment.is_later_than(root, "x/b", 3));
        fs::write(&file, "xyz").expect("a file");
        let written = fs::File::options().write(true).open(&file).expect("a file");
        written.set_modified(old).expect("an old time");
        assert!(!untouched(3), "an old time of writing must not deceive");
    }

    #[test]
    fn a_manifest_of_a_clock_that_was_ahead_vouches_for_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(manifest::NAME), "").expect("a file");
        let now = SystemTime::now();
        let at = |now| Moment::of(folder.path(), now);
        assert!(at(now + Duration::from_secs(1)).is_some());
        assert_eq!(at(now - Duration::from_secs(3600)), None);
    }

    #[test]
    fn a_folder_moved_here_brings_no_old_files() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        for name in ["x", "aside"] {
            fs::create_dir(root.join(name)).expect("a folder");
            fs::write(root.join(name).join("a"), "abc").expect("a file");
        }
        let moment = loop {
            fs::write(root.join(manifest::NAME), "").expect("a file");
            let moment = Moment::of(root, SystemTime::now()).expect("a moment");
            if moment.is_later_than(root, "aside/a", 3) && moment.is_later_than(root, "x/a", 3) {
                break moment;
            }
        };
        fs::rename(root.join("x"), root.join("gone")).expect("moved");
        std::os::unix::fs::symlink(root.join("aside"), root.join("x")).expect("a link");
        assert!(!moment.is_later_than(root, "x/a", 3), "behind a link");
        fs::remove_file(root.join("x")).expect("gone");
        fs::rename(root.join("aside"), root.join("x")).expect("moved");
        assert!(!moment.is_later_than(root, "x/a", 3), "in a folder that was moved");
    }
}
