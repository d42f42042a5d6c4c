//! What is wrong with `site.toml` or the theme, without which nothing can be made of a site.

use std::ops::Range;

use super::SourceFile;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Without its text where that cannot be shown.
    pub file: SourceFile,
    /// Bytes of the file; `None` for the file as a whole.
    pub span: Option<Range<usize>>,
    pub kind: FaultKind,
}

/// Strings are the words of a library, in English, unless something else is said of them.
impl Fault {
    /// In the value of a key of `site.toml`.
    pub fn of_setting(file: &SourceFile, key: &str, kind: FaultKind) -> Fault {
        Fault { file: file.clone(), span: setting(&file.text, key), kind }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// The line of the first byte that is not UTF-8.
    NotUtf8 {
        line: usize,
    },
    /// Marks of a conflict that nobody settled.
    Conflict,
    Toml(String),
    /// A key that is not known where it stands, and those that are.
    UnknownKey {
        key: String,
        known: Vec<String>,
    },
    DuplicateKey,
    /// What should be there instead.
    WrongType(String),
    TimeZone(String),
    /// `theme` is no name of a folder.
    ThemeName,
    /// There is no folder of that name.
    NoTheme(String),
    /// `output` is no folder below the site's own.
    OutputName,
    /// `output` lies in this folder, from which the site is made.
    OutputOrigin(&'static str),
    /// A link in the theme's folder.
    Link,
    Template(String),
}

/// Where a value of `site.toml` stands: what follows the first `key =` in it.
fn setting(text: &str, key: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let value = line.trim_start().strip_prefix(key).and_then(|it| it.trim_start().strip_prefix('='));
        if let Some(value) = value {
            let from = start + line.len() - value.trim_start().len();
            return Some(from..from + value.trim().len());
        }
        start += line.len();
    }
    None
}
