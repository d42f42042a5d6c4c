//! What stops the program, as opposed to what is wrong with the catalogue.
//!
//! Authors' mistakes are [`Diagnostic`](crate::diagnostic::Diagnostic)s: they are collected and
//! reported together. An [`Error`] is about the environment (a disk, a port, a
//! broken theme), ends the run, and names the path involved.

use std::path::{Path, PathBuf};
use std::{fmt, io};

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug)]
pub enum Error {
    /// No `site.toml` and no `content/` here.
    NoSite {
        root: PathBuf,
    },
    ReadFile {
        path: PathBuf,
        source: io::Error,
    },
    WriteFile {
        path: PathBuf,
        source: io::Error,
    },
    /// `site.toml` does not say what it should; the source has line and column.
    Config {
        path: PathBuf,
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A template or a theme's words; the source has its own place.
    Theme {
        template: String,
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The output folder is one we must not write to; why.
    Output {
        path: PathBuf,
        why: String,
    },
    /// Another build holds the lock.
    Busy {
        path: PathBuf,
    },
    /// The preview server cannot listen.
    Listen {
        address: String,
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// Watching for changes failed.
    Watch {
        path: PathBuf,
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// An argument that clap could not judge alone.
    Usage(String),
}

impl Error {
    /// For `map_err`: `fs::read(path).map_err(Error::reading(path))?`.
    pub fn reading(path: &Path) -> impl FnOnce(io::Error) -> Error {
        let path = path.to_owned();
        move |source| Error::ReadFile { path, source }
    }

    pub fn writing(path: &Path) -> impl FnOnce(io::Error) -> Error {
        let path = path.to_owned();
        move |source| Error::WriteFile { path, source }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::NoSite { root } => {
                write!(f, "no `site.toml` and no `content` folder in `{}`", root.display())
            }
            Error::ReadFile { path, .. } => write!(f, "cannot read `{}`", path.display()),
            Error::WriteFile { path, .. } => write!(f, "cannot write `{}`", path.display()),
            Error::Config { path, .. } => write!(f, "`{}` is not right", path.display()),
            Error::Theme { template, .. } => write!(f, "the theme's `{template}` does not work"),
            Error::Output { path, why } => write!(f, "will not write to `{}`: {why}", path.display()),
            Error::Busy { path } => write!(f, "another build is writing to `{}`", path.display()),
            Error::Listen { address, .. } => write!(f, "cannot listen on {address}"),
            Error::Watch { path, .. } => write!(f, "cannot watch `{}`", path.display()),
            Error::Usage(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::ReadFile { source, .. } | Error::WriteFile { source, .. } => Some(source),
            Error::Config { source, .. }
            | Error::Theme { source, .. }
            | Error::Listen { source, .. }
            | Error::Watch { source, .. } => Some(source.as_ref()),
            Error::NoSite { .. } | Error::Output { .. } | Error::Busy { .. } | Error::Usage(_) => None,
        }
    }
}
