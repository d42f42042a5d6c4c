//! What is wrong with `site.toml` or the theme, without which nothing can be made of a site.

use std::ops::Range;

use super::{SourceFile, setting};

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
        let span = setting(&file.text, &[key]).map(|it| it.value);
        Fault { file: file.clone(), span, kind }
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
