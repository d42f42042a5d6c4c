//! Text as it was found, before anybody judged it.

pub mod conflict;
pub mod garbled;
mod crooked;
mod fault;
pub mod front_matter;
pub mod line;
mod lines;
mod portable;
mod setting;
mod stumble;
pub mod tree;
mod usual;
mod wide;

pub mod embedded;

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::SiteConfig;

pub use fault::{Fault, FaultKind};
pub use lines::Lines;
pub use portable::{is_portable, odd_sign};
pub use setting::{Setting, setting};
pub use stumble::quoted;
pub use wide::{narrow, parts_items};

/// Folders of a site from which it is made: no build writes there.
pub const ORIGINS: [&str; 3] = ["content", "themes", ".git"];

/// Everything the program reads, read. Made by `read::read` alone.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sources {
    pub config: SiteConfig,
    /// `site.toml` itself, so that a diagnostic can point into it; empty where there is none.
    pub config_file: SourceFile,
    /// The theme's `style.css`, for the same reason.
    pub style_file: SourceFile,
    /// `.yaml`, `.md` and `.tsv` below `content/`, by path.
    pub files: Vec<SourceFile>,
    /// Files below `content/files/`, by path.
    pub forms: Vec<FoundForm>,
    /// What could not be taken as text; by path.
    pub refused: Vec<Refused>,
    pub theme: Theme,
}

impl Sources {
    /// The file of that path; `None` for what was not taken as text.
    pub fn file(&self, path: &str) -> Option<&SourceFile> {
        let mut apart = [&self.config_file, &self.style_file].into_iter().chain(&self.theme.files);
        if let Some(apart) = apart.find(|it| *it.path == *path) {
            return Some(apart);
        }
        self.files.binary_search_by(|it| (*it.path).cmp(path)).ok().map(|at| &self.files[at])
    }

    /// Files of the site's own theme whose two sides nobody joined, and the first mark of each.
    /// Pages would show both sides and the marks.
    pub fn torn_theme(&self) -> impl Iterator<Item = (&SourceFile, Range<usize>)> {
        let files = self.theme.files.iter().chain([&self.style_file]);
        files.filter_map(|it| Some((it, conflict::mark(&it.text)?)))
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceFile {
    /// Relative to the root, `/`-separated: `content/procedures/cap-dien/cap-dien-moi.yaml`.
    pub path: Arc<str>,
    /// As on disk, byte for byte: line ends and a byte order mark are still there.
    pub text: Arc<str>,
}

/// A file that readers will download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundForm {
    /// Relative to `content/`: `files/don.pdf`.
    pub path: String,
    pub bytes: Arc<Vec<u8>>,
}

/// A file or folder that is where content should be and cannot be content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Relative to the root, `/`-separated; bytes that are no UTF-8 are replaced.
    pub path: String,
    pub why: Refusal,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Byte offset of the first byte that is not UTF-8.
    NotUtf8 { offset: usize },
    /// More bytes than a content file may have.
    TooLarge { bytes: u64, limit: u64 },
    /// A folder with a file's ending.
    Folder,
    /// A symbolic link, a socket, a device: not a plain file below the root.
    NotAFile,
    /// What the system refused, and its own words.
    Unreadable { kind: ErrorKind, reason: String },
    /// The name: not UTF-8, reserved by Windows, or with a sign that some system or link refuses.
    Name { sign: Option<char> },
    /// An ending that nothing here reads.
    UnknownKind,
}

/// Templates, words and static files: the default theme's, with the site's own laid over, file by file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Theme {
    /// Name (`procedure.html`, `components/papers.html`) and text, by name.
    pub templates: Vec<(String, Arc<str>)>,
    /// Interface words: language → key → words.
    pub words: BTreeMap<String, BTreeMap<String, String>>,
    /// Path (`style.css`) and bytes, by path.
    pub assets: Vec<(String, Arc<Vec<u8>>)>,
    /// Where the site's own part lies, for messages; `None` without one.
    pub folder: Option<PathBuf>,
    /// The site's own templates and words as they were read, so that a diagnostic can point into them.
    pub files: Vec<SourceFile>,
    /// Paths in the site's own part that are in none of its three folders: nobody reads them.
    pub strays: Vec<String>,
}

impl Theme {
    /// Where a file of the site's own part is, relative to the root; `below` is its path in the theme.
    pub fn path(&self, below: &str) -> String {
        let name = self.folder.as_deref().and_then(Path::file_name).map(|it| it.to_string_lossy());
        format!("themes/{}/{below}", name.as_deref().unwrap_or("default"))
    }

    /// The words of a language; what it lacks is taken from the site's main one, at last from Vietnamese.
    pub fn words_in(&self, main: &str, lang: &str) -> BTreeMap<&str, &str> {
        let mut words = BTreeMap::new();
        for from in ["vi", main, lang] {
            let found = self.words.get(from).into_iter().flatten();
            words.extend(found.map(|(key, word)| (key.as_str(), word.as_str())));
        }
        words
    }

    /// Files of the site's own words, and whether they are read: `vi.yml` is not.
    pub fn own_words(&self) -> impl Iterator<Item = (&SourceFile, bool)> {
        let folder = self.path("words/");
        self.files.iter().filter_map(move |it| {
            let name = it.path.strip_prefix(&*folder)?;
            Some((it, name.strip_suffix(".yaml").is_some_and(|it| !it.contains('/'))))
        })
    }
}

/// A point for people: both numbers start at 1, and columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    pub line: usize,
    pub column: usize,
}

impl SourceFile {
    pub fn new(path: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> SourceFile {
        SourceFile { path: path.into(), text: text.into() }
    }

    /// `cap-dien-moi` of `…/cap-dien-moi.en.md`.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or("");
        name.split('.').next().unwrap_or("")
    }

    /// Where a byte offset is. A tab and a combining mark count as one character each; a
    /// byte order mark counts as none; `\r\n`, `\n` and a lone `\r` end a line. Who asks for many
    /// points has [`Lines`].
    pub fn line_column(&self, offset: usize) -> LineColumn {
        Lines::new(self).point(offset)
    }

    /// A span that lies in the text, on character boundaries.
    pub fn clamp(&self, span: Range<usize>) -> Range<usize> {
        let inside = |mut at: usize| {
            at = at.min(self.text.len());
            while !self.text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let start = inside(span.start);
        start..inside(span.end).max(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_and_characters() {
        let cases = [
            ("abc", 1, (1, 2)),
            ("a\nb", 2, (2, 1)),
            ("a\r\nb", 3, (2, 1)),
            ("a\rb", 2, (2, 1)),
            ("\u{feff}ab", 3, (1, 1)),
            ("điện: x", "điện: ".len(), (1, 7)),
            ("\tx", 1, (1, 2)),
            ("", 0, (1, 1)),
            ("ab", 99, (1, 3)),
            ("điện", 2, (1, 2)),
            ("a\r\nb", 2, (1, 3)),
            ("\u{feff}điện: x\r\n\tb\rc\n\ne\u{302}: [a, b]", 19, (3, 2)),
            ("\u{feff}điện: x\r\n\tb\rc\n\ne\u{302}: [a, b]", 24, (5, 3)),
        ];
        for (text, offset, (line, column)) in cases {
            assert_eq!(
                SourceFile::new("x", text).line_column(offset),
                LineColumn { line, column },
                "{text:?} {offset}"
            );
        }
    }
}
