//! A finished file, before it is on a disk or on the wire, and where it goes.

use std::sync::{Arc, Mutex, PoisonError};

use xxhash_rust::xxh3::{Xxh3Default, xxh3_64};

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

/// A script or a style of the program's own as readers get it: without indentation and the comments
/// that have lines of their own, which a phone would read with it. No text in it goes on over several
/// lines.
pub fn code(text: &str) -> String {
    let mut within = false;
    let mut code = String::with_capacity(text.len());
    for line in text.lines() {
        let begins = line.trim_start();
        let opens = begins.starts_with("/*") && begins.find("*/").is_none_or(|it| it + 2 == begins.len());
        let is_comment = within || opens || begins.starts_with("//");
        within = (within || opens) && !begins.ends_with("*/");
        if !is_comment && !begins.is_empty() {
            code.push_str(begins);
            code.push('\n');
        }
    }
    code
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

/// [`short_hash`] of many pieces, which are not put together for it.
pub fn joint_hash<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = Xxh3Default::new();
    for piece in pieces {
        // Where one ends counts, too.
        hasher.update(&piece.len().to_le_bytes());
        hasher.update(piece);
    }
    hex(hasher.digest())
}

/// 16 hexadecimal digits of XXH3: names assets, tells files apart. Nobody gains by making two alike.
pub fn short_hash(bytes: &[u8]) -> String {
    hex(xxh3_64(bytes))
}

fn hex(hash: u64) -> String {
    format!("{hash:016x}")
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn loses_nothing_but_comments(text: &str) {
        let shipped = code(text);
        let mut kept = shipped.lines().peekable();
        for line in text.lines().map(str::trim_start) {
            assert_eq!(line.matches('`').count() % 2, 0, "a text of several lines: {line}");
            if kept.next_if_eq(&line).is_none() {
                assert!(line.is_empty() || line.starts_with(['/', '*']) || line.ends_with("*/"), "{line}");
            }
        }
        assert_eq!(kept.next(), None);
    }

    #[test]
    fn comments_go_and_code_stays() {
        let module = "\
// Of the file.
/**
 * @typedef {object} Token
 */
const url = 'https://'; // Behind code.

/** @param {string} it */
export const f = /** @type {Map<string, number>} */ (it) => {
  /* One
     of two lines */
  return it / 2; /* and behind code */
};
";
        assert_eq!(
            code(module),
            "\
const url = 'https://'; // Behind code.
export const f = /** @type {Map<string, number>} */ (it) => {
return it / 2; /* and behind code */
};
"
        );
        assert_eq!(code("/** @type {A} */ (it).b();\n"), "/** @type {A} */ (it).b();\n");
    }

    #[test]
    fn the_same_bytes_have_the_same_hash_on_every_machine() {
        for (bytes, expected) in [(&b""[..], "2d06800538d394c2"), (b"a", "e6c632b61e964e1f")] {
            assert_eq!(short_hash(bytes), expected);
        }
    }

    #[test]
    fn where_a_piece_ends_counts() {
        let hash = |pieces: &[&str]| joint_hash(pieces.iter().map(|it| it.as_bytes()));
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
        assert_ne!(hash(&["a"]), hash(&["a", ""]));
        assert_eq!(hash(&["ab", "c"]), hash(&["ab", "c"]));
    }
}
