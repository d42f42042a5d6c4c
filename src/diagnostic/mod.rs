//! What is wrong with the content, told to the person who wrote it.
//!
//! Every message exists in Vietnamese and in English. A diagnostic is data;
//! the modules below write a report down.

mod github;
mod json;
mod places;
mod sarif;
mod system;
mod text;

use std::ops::Range;
use std::str::FromStr;
use std::sync::Arc;

pub use github::{github, github_trouble};
pub use json::{Summary, json, json_trouble};
pub use sarif::{sarif, sarif_trouble};
pub use system::in_vietnamese as system_in_vietnamese;
pub use text::{Style, text};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is published while there is one.
    Error,
    /// Published, but somebody should look.
    Warning,
}

/// A kind of mistake. All are listed in `check::RULES`, one file each.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Stable for ever, since people put it in commit messages: `C104`.
    pub code: &'static str,
    /// Reads well after "allow": `negative-fee`.
    pub name: &'static str,
    pub severity: Severity,
    /// Markdown: Vietnamese, a line `<!-- en -->`, English; each with the
    /// headings what / why / example / fix. Shown by `explain C104`.
    pub explanation: &'static str,
}

/// The same words in both languages of the program; shared, for a preview says them after each save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub vi: Arc<str>,
    pub en: Arc<str>,
}

impl Words {
    pub fn new(vi: impl Into<Arc<str>>, en: impl Into<Arc<str>>) -> Words {
        Words { vi: vi.into(), en: en.into() }
    }

    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Vi => &self.vi,
            Language::En => &self.en,
        }
    }
}

/// The language of the program's own words; a site may have others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    #[default]
    Vi,
    En,
}

impl FromStr for Language {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "vi" => Ok(Language::Vi),
            "en" => Ok(Language::En),
            _ => Err(()),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub rule: &'static Rule,
    /// Path of the file, relative to the root, as in `SourceFile::path`.
    pub path: Arc<str>,
    /// Bytes of that file as on disk; `None` for the file as a whole.
    pub span: Option<Range<usize>>,
    /// One clause, no full stop: `an amount cannot be negative`.
    pub message: Words,
    /// What to type instead, as a sentence.
    pub help: Words,
}

/// All that is wrong, in file order, then in order of place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    pub diagnostics: Vec<Diagnostic>,
}

impl Report {
    pub fn has_errors(&self) -> bool {
        0 < self.count(Severity::Error)
    }

    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|it| it.rule.severity == severity).count()
    }
}
