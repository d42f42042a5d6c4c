//! What a command knows besides its own arguments.

use std::path::Path;

use jiff::civil::Date;

use super::{Format, Global, language};
use crate::config::SiteConfig;
use crate::diagnostic::Language;
use crate::error::{Error, Result};
use crate::read::{read, settings};
use crate::source::Sources;

pub(super) struct Context {
    global: Global,
    /// As `site.toml` says, or would if it were there and right.
    settings: SiteConfig,
}

impl Context {
    pub(super) fn new(global: Global) -> Context {
        let settings = settings(&global.root).unwrap_or_default();
        Context { global, settings }
    }

    /// The same for another folder.
    pub(super) fn at(&self, root: &Path) -> Context {
        Context::new(Global { root: root.to_owned(), ..self.global.clone() })
    }

    pub(super) fn root(&self) -> &Path {
        &self.global.root
    }

    pub(super) fn settings(&self) -> &SiteConfig {
        &self.settings
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

    /// For commands that speak to people, or in a form of their own.
    ///
    /// # Errors
    /// [`Error::Usage`] for any other form.
    pub(super) fn speaks_text(&self, command: &str) -> Result<()> {
        if self.format() == Format::Text {
            return Ok(());
        }
        Err(Error::Usage(match self.language() {
            Language::Vi => format!("`{command}` chỉ có dạng text; hãy bỏ `--format`"),
            Language::En => format!("`{command}` knows the format text only; leave out `--format`"),
        }))
    }

    pub(super) fn is_quiet(&self) -> bool {
        self.global.quiet
    }

    /// Of messages: as typed, else as the site says, else as the environment says.
    pub(super) fn language(&self) -> Language {
        self.global
            .lang
            .or_else(|| self.settings.check.lang.parse().ok())
            .unwrap_or_else(language::of_environment)
    }

    pub(super) fn read(&self) -> Result<Sources> {
        read(self.root())
    }

    /// The day that stands for today, where the site is.
    pub(super) fn as_of(&self, sources: &Sources) -> Result<Date> {
        super::as_of::day(self.global.as_of, sources)
    }
}
