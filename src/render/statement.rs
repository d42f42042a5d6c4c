//! What the accessibility statement may say: what a build of this site is held to, and what not.

use serde::Serialize;

use crate::config::SiteConfig;
use crate::source::{Theme, embedded};

/// Rules that keep pages usable for everybody: code, name, and whether a build stops.
pub(super) const HELD: [(&str, &str, bool); 6] = [
    ("C405", "heading-jump", true),
    ("C408", "image-without-text", true),
    ("C410", "link-without-text", true),
    ("C501", "low-contrast", true),
    ("C414", "vague-link", false),
    ("C415", "column-without-name", false),
];

/// Does a file of the site take the place of one of the default theme? The tests of that one then
/// say nothing of what is shown.
pub(super) fn is_own(theme: &Theme) -> bool {
    embedded::FILES.iter().any(|(path, bytes)| {
        let same = if let Some(name) = path.strip_prefix("templates/") {
            theme.templates.iter().any(|(it, text)| it == name && text.as_bytes() == *bytes)
        } else if let Some(name) = path.strip_prefix("static/") {
            theme.assets.iter().any(|(it, own)| it == name && **own == **bytes)
        } else {
            true
        };
        !same
    })
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Statement {
    /// Names of rules; each has a word `held_…`.
    enforced: Vec<&'static str>,
    warned: Vec<&'static str>,
    /// What this site does not want to be told.
    ignored: Vec<&'static str>,
    /// Of the program.
    version: &'static str,
}

impl Statement {
    pub(super) fn of(config: &SiteConfig) -> Statement {
        let allowed = |code: &str, name: &str| {
            config.check.allow.contains_key(code) || config.check.allow.contains_key(name)
        };
        let names = |wanted: &dyn Fn(bool, bool) -> bool| {
            let fits = HELD.iter().filter(|(code, name, stops)| wanted(allowed(code, name), *stops));
            fits.map(|(_, name, _)| *name).collect()
        };
        Statement {
            enforced: names(&|allowed, stops| !allowed && stops),
            warned: names(&|allowed, stops| !allowed && !stops),
            ignored: names(&|allowed, _| allowed),
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}
