//! `content/`: text files, forms, and what is neither.

use std::cell::Cell;
use std::fs::{self, FileType};
use std::io::{ErrorKind, Read};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use memchr::memchr;
use rayon::prelude::*;
use walkdir::WalkDir;

use super::names::is_ignored;
use crate::source::{FoundForm, Refusal, Refused, SourceFile, Sources, is_portable, odd_sign};

/// Bytes. A record of a procedure has some thousands.
const TEXT_LIMIT: u64 = 4 << 20;

/// Bytes. Forms are held in memory until they are written.
const FORM_LIMIT: u64 = 64 << 20;

/// Files that one core reads before it asks for more.
const SHARE: usize = 16;

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
    // Sorted by folder: what the cores read is then nearly in order, and put in order at once.
    let walk = WalkDir::new(&folder).follow_root_links(false).max_depth(DEPTH_LIMIT);
    // By the whole path: its last part would have to be found at each comparison.
    let walk = walk.sort_by(|a, b| a.path().as_os_str().cmp(b.path().as_os_str()));
    let mut walk = Walk { root, walk: walk.into_iter() };
    // One core walks on while the others read, and none waits for it at each file.
    let shares = std::iter::from_fn(|| {
        let share: Vec<_> = walk.by_ref().take(SHARE).collect();
        (!share.is_empty()).then_some(share)
    });
    let read = shares.par_bridge().flat_map_iter(|share| {
        share.into_iter().map(|it| match it {
            Ok((path, disk, kind)) => read_one(path, &disk, kind),
            Err(refused) => Item::Refused(refused),
        })
    });
    let items: Vec<Item> = read.collect();
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
        Err(error) if error.kind() == ErrorKind::NotFound => {
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

/// What there is to read, and what there is that cannot be.
struct Walk<'r> {
    root: &'r Path,
    walk: walkdir::IntoIter,
}

impl Iterator for Walk<'_> {
    /// The path relative to the root, and the path on the disk.
    type Item = Result<(String, PathBuf, Kind), Refused>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let entry = match self.walk.next()? {
                Ok(entry) => entry,
                Err(error) => {
                    let path = error.path().map_or("content".to_owned(), |it| relative(self.root, it));
                    let kind = error.io_error().map_or(ErrorKind::Other, std::io::Error::kind);
                    let why = Refusal::Unreadable { kind, reason: reason(&error) };
                    return Some(Err(Refused { path, why }));
                }
            };
            let path = relative(self.root, entry.path());
            let judgement = judge(entry.file_name().to_str(), &path, entry.depth(), entry.file_type());
            let is_left = matches!(judgement, Judgement::Skip | Judgement::Refuse(_));
            if is_left && entry.file_type().is_dir() {
                self.walk.skip_current_dir();
            }
            match judgement {
                Judgement::Walk | Judgement::Skip => {}
                Judgement::Refuse(why) => return Some(Err(Refused { path, why })),
                Judgement::Read(kind) => return Some(Ok((path, entry.into_path(), kind))),
            }
        }
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
    let Some(name) = name else { return Judgement::Refuse(Refusal::Name { sign: None }) };
    if 0 < depth && is_ignored(name) {
        return Judgement::Skip;
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_text = matches!(ending, "yaml" | "md" | "tsv");
    let bad_name = || Judgement::Refuse(Refusal::Name { sign: odd_sign(name) });
    if kind.is_dir() {
        return match name {
            _ if is_text || ending == "yml" => Judgement::Refuse(Refusal::Folder),
            _ if !is_portable(name) => bad_name(),
            _ => Judgement::Walk,
        };
    }
    if !kind.is_file() {
        return Judgement::Refuse(Refusal::NotAFile);
    }
    if !is_portable(name) {
        return bad_name();
    }
    if path.starts_with("content/files/") {
        return Judgement::Read(Kind::Form);
    }
    if is_text { Judgement::Read(Kind::Text) } else { Judgement::Refuse(Refusal::UnknownKind) }
}

thread_local! {
    /// For the bytes of one text after the other.
    static BUFFER: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

fn read_one(path: String, disk: &Path, kind: Kind) -> Item {
    match kind {
        Kind::Text => {
            let mut bytes = BUFFER.take();
            bytes.clear();
            let item = match bounded(disk, TEXT_LIMIT, &mut bytes) {
                Ok(()) => text(path, &bytes),
                Err(why) => Item::Refused(Refused { path, why }),
            };
            BUFFER.set(bytes);
            item
        }
        Kind::Form => {
            let mut bytes = Vec::new();
            if let Err(why) = bounded(disk, FORM_LIMIT, &mut bytes) {
                return Item::Refused(Refused { path, why });
            }
            let path = path.strip_prefix("content/").expect("forms lie below content").to_owned();
            Item::Form(FoundForm { path, bytes: bytes.into() })
        }
    }
}

fn text(path: String, bytes: &[u8]) -> Item {
    let text = simdutf8::basic::from_utf8(bytes).ok();
    // No text has a zero byte; UTF-16 saved by mistake is full of them.
    let zero = memchr(0, bytes);
    if let Some(text) = text.filter(|_| zero.is_none()) {
        return Item::Text(SourceFile::new(path, text));
    }
    let end = str::from_utf8(bytes).map_or_else(|it| it.valid_up_to(), str::len);
    let offset = text.and(zero).unwrap_or(end);
    Item::Refused(Refused { path, why: Refusal::NotUtf8 { offset } })
}

/// Puts the bytes of a file behind `bytes`: never more than `limit`, even of a file that grows
/// while it is read.
fn bounded(path: &Path, limit: u64, bytes: &mut Vec<u8>) -> Result<(), Refusal> {
    let unreadable =
        |error: std::io::Error| Refusal::Unreadable { kind: error.kind(), reason: error.to_string() };
    let file = fs::File::open(path).map_err(unreadable)?;
    (&file).take(limit + 1).read_to_end(bytes).map_err(unreadable)?;
    let read = bytes.len() as u64;
    if limit < read {
        let size = file.metadata().map_or(read, |it| it.len().max(read));
        return Err(Refusal::TooLarge { bytes: size, limit });
    }
    Ok(())
}

fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    if let (Some(path), '/') = (below.to_str(), MAIN_SEPARATOR) {
        return path.to_owned();
    }
    below.components().map(|it| it.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn reason(error: &walkdir::Error) -> String {
    error.io_error().map_or_else(|| error.to_string(), ToString::to_string)
}
