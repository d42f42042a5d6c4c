//! A finished file, before it is on a disk or on the wire, and where it goes.

use std::sync::{Arc, Mutex, PoisonError};

use crate::error::Result;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Relative to the site's root, `/`-separated, never with `..`.
    pub path: String,
    pub bytes: Arc<Vec<u8>>,
}

impl OutputFile {
    pub fn new(path: impl Into<String>, bytes: impl Into<Arc<Vec<u8>>>) -> OutputFile {
        OutputFile { path: path.into(), bytes: bytes.into() }
    }

    pub fn text(path: impl Into<String>, text: String) -> OutputFile {
        OutputFile::new(path, text.into_bytes())
    }
}

/// Takes files as they are made, from any thread and in any order, so that they need not all live
/// at once.
pub trait Sink: Sync {
    /// # Errors
    /// If the files cannot be kept; the build ends with that.
    fn take(&self, files: Vec<OutputFile>) -> Result<()>;

    /// A stage begins, and the one before it is over; `items` is how many things it works on.
    fn enter(&self, _stage: Stage, _items: usize) {}
}

/// What a build is doing, in the order it does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Read,
    Check,
    /// Makes the search index.
    Index,
    /// Derives and renders; each page is written as soon as it is made.
    Pages,
    /// Tells what is wrong with the content.
    Report,
    Publish,
}

/// Keeps them in memory.
#[derive(Debug, Default)]
pub struct Kept(Mutex<Vec<OutputFile>>);

impl Sink for Kept {
    fn take(&self, files: Vec<OutputFile>) -> Result<()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend(files);
        Ok(())
    }
}

impl Kept {
    /// In order of path.
    pub fn files(self) -> Vec<OutputFile> {
        let mut files = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files
    }
}

/// Bytes that are hashed together.
const AT_ONCE: usize = 1 << 16;

/// [`short_hash`] of many pieces, which are not put together for it.
pub fn joint_hash<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = blake3::Hasher::new();
    // Many bytes at once are hashed several times faster than few.
    let mut waiting = Vec::with_capacity(2 * AT_ONCE);
    for piece in pieces {
        // Where one ends counts, too.
        waiting.extend(piece.len().to_le_bytes());
        waiting.extend(piece);
        if AT_ONCE <= waiting.len() {
            hasher.update(&waiting);
            waiting.clear();
        }
    }
    hasher.update(&waiting).finalize().to_hex()[..16].to_owned()
}

/// The first 16 hexadecimal digits of BLAKE3: names assets, tells files apart.
pub fn short_hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}
