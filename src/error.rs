//! What stops the program, as opposed to what is wrong with the catalogue.
//!
//! Authors' mistakes are [`Diagnostic`](crate::diagnostic::Diagnostic)s: they are collected and
//! reported together. An [`Error`] ends the run and names the path involved: it is about the
//! environment (a disk, a port), or a [`Fault`] of `site.toml` or the theme, without which there is
//! nothing to check.

use std::path::{Path, PathBuf};
use std::{fmt, io};

use crate::source::Fault;

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
    /// `site.toml` or the theme does not say what it should.
    Fault(Box<Fault>),
    /// The output folder is one we must not write to; why.
    Output {
        path: PathBuf,
        why: Refused,
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

/// Why a place is not written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    RootOfDisk,
    /// On the way to it a folder is not there.
    NoWay,
    /// It is the site's own folder, or holds it.
    HoldsSite,
    /// It lies in a folder from which the site is made.
    Source(&'static str),
    Link,
    File,
    /// A copy to hand out would take the place of the published site.
    Published,
    /// It has files that no build made.
    Foreign,
    /// The list of what a build made is damaged, or of another program.
    Manifest,
    /// A file is there that we did not write.
    NotOurs,
    /// A path of the site that leads out of it.
    Outside,
    /// Two pages want to be this file.
    Twice,
    /// Schemas go into a folder of the site from which nothing is made, and into which nothing is published.
    NoFolderOfSite,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Refused::RootOfDisk => "it is the root of the disk",
            Refused::NoWay => "it leads through a folder that is not there",
            Refused::HoldsSite => "the site's own folder would be lost",
            Refused::Source(name) => return write!(f, "`{name}` is what the site is made from"),
            Refused::Link => "it is a link to another folder",
            Refused::File => "it is a file",
            Refused::Published => "the site is published there, and a copy would take its place",
            Refused::Foreign => "it holds files that no build made",
            Refused::Manifest => "its manifest is of another program, or damaged",
            Refused::NotOurs => "it is there, and not ours to replace",
            Refused::Outside => "it is no path below the site's folder",
            Refused::Twice => "two pages want to be this file",
            Refused::NoFolderOfSite => {
                "it is no folder of the site apart from what it is made of and where it is published"
            }
        })
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Error {
        Error::Fault(Box::new(fault))
    }
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
            Error::Fault(fault) => write!(f, "`{}` is not right", fault.file.path),
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
            Error::Listen { source, .. } | Error::Watch { source, .. } => Some(source.as_ref()),
            Error::NoSite { .. }
            | Error::Fault(_)
            | Error::Output { .. }
            | Error::Busy { .. }
            | Error::Usage(_) => None,
        }
    }
}
