//! Where an output folder may be.

use std::ffi::OsString;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::error::{Error, Refused, Result};
use crate::source::ORIGINS;

/// The folder to write to: absolute, free of links, and harmless to the site in `root`.
///
/// # Errors
/// [`Error::Output`] for the root itself, a folder above it, and `content` or
/// `themes` with all that is in them.
pub fn place(root: &Path, out: &Path) -> Result<PathBuf> {
    let refuse = |why| Err(Error::Output { path: out.to_owned(), why });
    let root = root.canonicalize().map_err(Error::reading(root))?;
    let Ok(place) = resolve(&root.join(out)) else {
        return refuse(Refused::NoWay);
    };
    if root.starts_with(&place) {
        return refuse(Refused::HoldsSite);
    }
    for source in ORIGINS {
        if place.starts_with(root.join(source)) {
            return refuse(Refused::Source(source));
        }
    }
    Ok(place)
}

/// Links and `..` resolved as far as the path exists; the last name stays as it is,
/// so that a link there is seen and refused.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut existing = path.to_owned();
    let mut missing: Vec<OsString> = Vec::new();
    loop {
        let Some(name) = existing.file_name().map(ToOwned::to_owned) else {
            // `..` or the root of the disk: exists, or nothing can be written there.
            existing = existing.canonicalize()?;
            break;
        };
        existing.pop();
        missing.push(name);
        if let Ok(found) = existing.canonicalize() {
            existing = found;
            break;
        }
    }
    existing.extend(missing.into_iter().rev());
    Ok(existing)
}

/// Does a path of an output file stay in the site on every system?
pub(super) fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\\', ':', '\0', '\n'])
        && !path.split('/').any(str::is_empty)
        && Path::new(path).components().all(|it| matches!(it, Component::Normal(_)))
        && !path.split('/').any(|it| it == ".")
}
