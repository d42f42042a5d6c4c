//! `content/`: text files, forms, and what is neither.

use std::fs::{self, FileType};
use std::io::Read;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::names::{is_ignored, is_portable};
use crate::source::{FoundForm, Refusal, Refused, SourceFile, Sources};

/// Bytes. A record of a procedure has some thousands.
const TEXT_LIMIT: u64 = 4 << 20;

/// Bytes. Forms are held in memory until they are written.
const FORM_LIMIT: u64 = 64 << 20;

/// How deep folders may lie in each other.
const DEPTH_LIMIT: usize = 32;

#[derive(Default)]
pub(super) struct Found {
    pub(super) files: Vec<SourceFile>,
    pub(super) forms: Vec<FoundForm>,
    pub(super) refused: Vec<Refused>,
}

enum Item {
    Text(SourceFile),
    Form(FoundForm),
    Refused(Refused),
}

pub(super) fn content(root: &Path) -> Found {
    let mut found = Found::default();
    let folder = root.join("content");
    if fs::symlink_metadata(&folder).is_err() {
        return found;
    }
    let mut paths: Vec<(String, PathBuf, Kind)> = Vec::new();
    let walk = WalkDir::new(&folder).follow_root_links(false).max_depth(DEPTH_LIMIT).sort_by_file_name();
    let mut walk = walk.into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().map_or("content".to_owned(), |it| relative(root, it));
                found.refused.push(Refused { path, why: Refusal::Unreadable { reason: reason(&error) } });
                continue;
            }
        };
        let path = relative(root, entry.path());
        let name = entry.file_name().to_str();
        match judge(name, &path, entry.depth(), entry.file_type()) {
            Judgement::Walk => {}
            Judgement::Skip => {
                if entry.file_type().is_dir() {
                    walk.skip_current_dir();
                }
            }
            Judgement::Refuse(why) => {
                if entry.file_type().is_dir() {
                    walk.skip_current_dir();
                }
                found.refused.push(Refused { path, why });
            }
            Judgement::Read(kind) => paths.push((path, entry.into_path(), kind)),
        }
    }
    let items: Vec<Item> =
        paths.into_par_iter().map(|(path, disk, kind)| read_one(path, &disk, kind)).collect();
    for item in items {
        match item {
            Item::Text(file) => found.files.push(file),
            Item::Form(form) => found.forms.push(form),
            Item::Refused(refused) => found.refused.push(refused),
        }
    }
    found.files.sort_by(|a, b| a.path.cmp(&b.path));
    found.forms.sort_by(|a, b| a.path.cmp(&b.path));
    found.refused.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Brings the file at `path`, which is relative to the root, up to date, and says whether it is
/// other than it was; `None` where more than one text may have changed.
pub(super) fn again(root: &Path, path: &str, sources: &mut Sources) -> Option<bool> {
    let (folder, name) = path.rsplit_once('/')?;
    let holds = |files: &[SourceFile], folder: &str| {
        let below = format!("{folder}/");
        let first = files.partition_point(|it| *it.path < *below);
        files.get(first).is_some_and(|it| it.path.starts_with(&below))
    };
    // A folder with texts in it: all above it is as it must be.
    let is_known = holds(&sources.files, folder) && !holds(&sources.files, path);
    if !is_known || sources.refused.iter().any(|it| it.path.starts_with(path)) {
        return None;
    }
    let place = root.join(path);
    let known = sources.files.binary_search_by(|it| (*it.path).cmp(path));
    let kind = match fs::symlink_metadata(&place) {
        Ok(it) => it.file_type(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            if let Ok(at) = known {
                sources.files.remove(at);
            }
            return Some(known.is_ok());
        }
        Err(_) => return None,
    };
    let depth = path.split('/').count() - 1;
    if !matches!(judge(Some(name), path, depth, kind), Judgement::Read(Kind::Text)) {
        return None;
    }
    match (read_one(path.to_owned(), &place, Kind::Text), known) {
        (Item::Text(file), Ok(at)) if sources.files[at].text == file.text => Some(false),
        (Item::Text(file), Ok(at)) => {
            sources.files[at] = file;
            Some(true)
        }
        (Item::Text(file), Err(at)) => {
            sources.files.insert(at, file);
            Some(true)
        }
        _ => None,
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Text,
    Form,
}

enum Judgement {
    Walk,
    Skip,
    Refuse(Refusal),
    Read(Kind),
}

/// `None` for a name that is not UTF-8; `depth` counts from `content`.
fn judge(name: Option<&str>, path: &str, depth: usize, kind: FileType) -> Judgement {
    let Some(name) = name else { return Judgement::Refuse(Refusal::Name) };
    if 0 < depth && is_ignored(name) {
        return Judgement::Skip;
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_text = matches!(ending, "yaml" | "md" | "tsv");
    if kind.is_dir() {
        return match name {
            _ if is_text || ending == "yml" => Judgement::Refuse(Refusal::Folder),
            _ if !is_portable(name) => Judgement::Refuse(Refusal::Name),
            _ => Judgement::Walk,
        };
    }
    if !kind.is_file() {
        return Judgement::Refuse(Refusal::NotAFile);
    }
    if !is_portable(name) {
        return Judgement::Refuse(Refusal::Name);
    }
    if path.starts_with("content/files/") {
        return Judgement::Read(Kind::Form);
    }
    if is_text { Judgement::Read(Kind::Text) } else { Judgement::Refuse(Refusal::UnknownKind) }
}

fn read_one(path: String, disk: &Path, kind: Kind) -> Item {
    let limit = match kind {
        Kind::Text => TEXT_LIMIT,
        Kind::Form => FORM_LIMIT,
    };
    let bytes = match bounded(disk, limit) {
        Ok(bytes) => bytes,
        Err(why) => return Item::Refused(Refused { path, why }),
    };
    match kind {
        Kind::Form => {
            let path = path.strip_prefix("content/").expect("forms lie below content").to_owned();
            Item::Form(FoundForm { path, bytes: bytes.into() })
        }
        Kind::Text => {
            let text = simdutf8::basic::from_utf8(&bytes).ok();
            // No text has a zero byte; UTF-16 saved by mistake is full of them.
            if let Some(text) = text.filter(|it| !it.contains('\0')) {
                return Item::Text(SourceFile::new(path, text));
            }
            let end = str::from_utf8(&bytes).map_or_else(|it| it.valid_up_to(), str::len);
            let offset = text.and_then(|it| it.find('\0')).unwrap_or(end);
            Item::Refused(Refused { path, why: Refusal::NotUtf8 { offset } })
        }
    }
}

/// Never more than `limit` bytes, even of a file that grows while it is read.
fn bounded(path: &Path, limit: u64) -> Result<Vec<u8>, Refusal> {
    let unreadable = |error: std::io::Error| Refusal::Unreadable { reason: error.to_string() };
    let file = fs::File::open(path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    if limit < size {
        return Err(Refusal::TooLarge { bytes: size, limit });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    file.take(limit + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if limit < bytes.len() as u64 {
        return Err(Refusal::TooLarge { bytes: bytes.len() as u64, limit });
    }
    Ok(bytes)
}

fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    below.components().map(|it| it.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn reason(error: &walkdir::Error) -> String {
    error.io_error().map_or_else(|| error.to_string(), ToString::to_string)
}
