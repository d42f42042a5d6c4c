//! What a command knows besides its own arguments.

use std::cell::Cell;
use std::path::Path;

use jiff::civil::Date;

use super::{Format, Global, language};
use crate::diagnostic::Language;
use crate::error::{Error, Result};
use crate::read::read;
use crate::source::Sources;

pub(super) struct Context {
    global: Global,
    /// As the site wants it; `None` until `site.toml` was read, and if it does not say.
    of_site: Cell<Option<Language>>,
}

impl Context {
    pub(super) fn new(global: Global) -> Context {
        Context { global, of_site: Cell::new(None) }
    }

    pub(super) fn root(&self) -> &Path {
        &self.global.root
    }

    pub(super) fn format(&self) -> Format {
        self.global.format
    }

    /// Shall a command answer in JSON? For those that answer with something else than mistakes.
    ///
    /// # Errors
    /// [`Error::Usage`] for a form that is for mistakes alone.
    pub(super) fn answers_in_json(&self, command: &str) -> Result<bool> {
        match self.format() {
            Format::Text => Ok(false),
            Format::Json => Ok(true),
            Format::Sarif | Format::Github => Err(Error::Usage(match self.language() {
                Language::Vi => format!("`{command}` chỉ có dạng text và json"),
                Language::En => format!("`{command}` knows the formats text and json only"),
            })),
        }
    }

    pub(super) fn is_quiet(&self) -> bool {
        self.global.quiet
    }

    /// Of messages: as typed, else as the site says, else as the environment says.
    pub(super) fn language(&self) -> Language {
        self.global.lang.or(self.of_site.get()).unwrap_or_else(language::of_environment)
    }

    /// Reads the site and learns its language.
    pub(super) fn read(&self) -> Result<Sources> {
        let sources = read(self.root())?;
        self.of_site.set(sources.config.check.lang.parse().ok());
        Ok(sources)
    }

    /// The day that stands for today, where the site is.
    pub(super) fn as_of(&self, sources: &Sources) -> Result<Date> {
        super::as_of::day(self.global.as_of, sources)
    }
}
