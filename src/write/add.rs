//! Single files among the sources of a site.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::place::is_inside;
use crate::error::{Error, Refused, Result};

/// [`add`] for each path and its text: all of them or none.
///
/// # Errors
/// As for [`add`].
pub fn add_all<'a>(root: &Path, files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<()> {
    let mut made = Vec::new();
    for (path, text) in files {
        if let Err(error) = add(root, path, text) {
            for path in made {
                let _ = fs::remove_file(root.join(path));
            }
            return Err(error);
        }
        made.push(path);
    }
    Ok(())
}

/// Writes `text` to `path`, which is relative to `root` and `/`-separated: whole or not at all, never
/// over a file that is there, never through a link.
///
/// # Errors
/// [`Error::WriteFile`] if there is such a file already, or no room for it; [`Error::Output`] if a
/// folder on the way is a link, or if the path leads out of the root.
pub fn add(root: &Path, path: &str, text: &str) -> Result<()> {
    let place = prepared(root, path)?;
    let file = OpenOptions::new().write(true).create_new(true).open(&place);
    let mut file = file.map_err(Error::writing(&place))?;
    file.write_all(text.as_bytes()).map_err(|error| {
        // The next try would take half a file for somebody's.
        let _ = fs::remove_file(&place);
        Error::writing(&place)(error)
    })
}

/// Writes `text` to `path`, also over a file that `is_ours`, by its text: it is replaced as a whole.
///
/// # Errors
/// As for [`add`]; [`Error::Output`] over a file that is not ours.
pub fn renew(root: &Path, path: &str, text: &str, is_ours: fn(&str) -> bool) -> Result<()> {
    let place = prepared(root, path)?;
    match fs::read_to_string(&place) {
        Err(error) if error.kind() == ErrorKind::NotFound => add(root, path, text),
        Ok(there) if there == text => Ok(()),
        Ok(there) if is_ours(&there) => {
            let folder = place.parent().unwrap_or(root);
            let mut file = tempfile::NamedTempFile::new_in(folder).map_err(Error::writing(&place))?;
            file.write_all(text.as_bytes()).map_err(Error::writing(&place))?;
            file.persist(&place).map_err(|it| Error::writing(&place)(it.error)).map(drop)
        }
        _ => Err(Error::Output { path: place, why: Refused::NotOurs }),
    }
}

/// The file's place, its folders made.
fn prepared(root: &Path, path: &str) -> Result<PathBuf> {
    let place = root.join(path);
    let refuse = |why| Err(Error::Output { path: place.clone(), why });
    if !is_inside(path) {
        return refuse(Refused::Outside);
    }
    let mut folder = root.to_owned();
    let (folders, _) = path.rsplit_once('/').unwrap_or(("", path));
    for name in folders.split('/').filter(|it| !it.is_empty()) {
        folder.push(name);
        match fs::create_dir(&folder) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                if fs::symlink_metadata(&folder).is_ok_and(|it| it.is_symlink()) {
                    return refuse(Refused::Link);
                }
            }
            Err(error) => return Err(Error::writing(&folder)(error)),
        }
    }
    Ok(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_made_takes_those_before_it_with_it() {
        let root = tempfile::tempdir().expect("a folder");
        fs::write(root.path().join("b.yaml"), "mine").expect("a file");
        let made = add_all(root.path(), [("a.yaml", "a"), ("b.yaml", "b"), ("c.yaml", "c")]);
        assert!(matches!(made, Err(Error::WriteFile { .. })));
        let left: Vec<_> =
            fs::read_dir(root.path()).expect("a folder").flatten().map(|it| it.file_name()).collect();
        assert_eq!(left, ["b.yaml"]);
        assert_eq!(fs::read_to_string(root.path().join("b.yaml")).expect("a file"), "mine");
    }
}
