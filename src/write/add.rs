//! Single files among the sources of a site.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::place::is_inside;
use crate::error::{Error, Refused, Result};

/// Writes `text` to `path`, which is relative to `root` and `/`-separated. Never over a file that
/// is there, never through a link.
///
/// # Errors
/// [`Error::WriteFile`] if there is such a file already; [`Error::Output`] if a folder on the way
/// is a link, or if the path leads out of the root.
pub fn add(root: &Path, path: &str, text: &str) -> Result<()> {
    let place = prepared(root, path)?;
    let file = OpenOptions::new().write(true).create_new(true).open(&place);
    file.and_then(|mut it| it.write_all(text.as_bytes())).map_err(Error::writing(&place))
}

/// [`add`], also over a file that `is_ours`, by its text: it is replaced as a whole.
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
