//! Files of the site's own theme of which no page would have anything.

use std::path::Path;

use rustc_hash::FxHashSet;

use super::note;
use super::rules::theme_file;
use crate::diagnostic::Diagnostic;
use crate::source::embedded::is_default;
use crate::source::{SourceFile, Theme, embedded};

/// Endings of what readers see. Other files, such as notes and what styles are made of, are their
/// author's.
const SHOWN: [&str; 8] = ["html", "css", "svg", "png", "jpg", "webp", "ico", "woff2"];

pub(super) fn diagnostics(theme: &Theme) -> Vec<Diagnostic> {
    // What stands between quotes: `extends "base.html"`, `assets["style.css"]`.
    let named: FxHashSet<&str> = theme.templates.iter().flat_map(|it| it.1.split(['"', '\''])).collect();
    let strays = theme.strays.iter().filter(|it| !it.contains("node_modules/")).cloned();
    let strays = strays.filter(|it| home(it).is_some() || SHOWN.iter().any(|ending| has_ending(it, ending)));
    let idle = theme.templates.iter().filter(|(name, text)| {
        let path = format!("templates/{name}");
        // A component is called by a name of its own.
        !is_default(&path) && !named.contains(&**name) && !text.contains("component ")
    });
    let apart = theme.assets.iter().filter(|(name, _)| {
        let path = format!("static/{name}");
        !is_default(&path) && !named.contains(&**name) && home(&path).is_some()
    });
    let idle = idle.map(|it| format!("templates/{}", it.0));
    let apart = apart.map(|it| format!("static/{}", it.0));
    let told = |path: String| {
        let home = home(&path).map(|it| theme.path(it));
        let file = SourceFile::new(theme.path(&path), "");
        note(&file, &theme_file::RULE, None, theme_file::words(home.as_deref()))
    };
    strays.chain(idle).chain(apart).map(told).collect()
}

fn has_ending(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|it| it.eq_ignore_ascii_case(ending))
}

/// Where the default file of this name lies; of two the one in the same of the three folders.
fn home(path: &str) -> Option<&'static str> {
    let name = |it: &str| it.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    let top = |it: &str| it.split('/').next().unwrap_or_default().to_owned();
    let same = || embedded::FILES.iter().map(|it| it.0).filter(|it| name(it) == name(path));
    same().find(|it| top(it) == top(path)).or_else(|| same().next())
}
