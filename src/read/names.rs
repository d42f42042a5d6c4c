//! Which names a file of a site may have.

use crate::source::is_portable;

/// Files that nobody means as content: hidden ones and what editors leave while saving.
pub fn is_ignored(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    name.starts_with(['.', '#', '~'])
        || name.ends_with('~')
        || ["swp", "swx", "swo", "tmp", "bak", "part"].iter().any(|it| ending.eq_ignore_ascii_case(it))
        || ["thumbs.db", "desktop.ini", "4913"].iter().any(|it| name.eq_ignore_ascii_case(it))
}

/// One step of a path, and none that leads elsewhere.
pub(super) fn is_plain(name: &str) -> bool {
    !name.is_empty() && !name.contains('/') && !name.starts_with('.') && is_portable(name)
}

/// A path that stays below where it starts, on every system.
pub(super) fn is_below(path: &str) -> bool {
    path.split('/').all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ignores() {
        for name in [".git", "a.yaml~", ".a.yaml.swp", "a.TMP", "#a#", "~$don.docx", "Thumbs.db"] {
            assert!(is_ignored(name), "{name}");
        }
        for name in ["a.yaml", "tmp.yaml", "a.md"] {
            assert!(!is_ignored(name), "{name}");
        }
    }

    #[test]
    fn a_path_that_leads_elsewhere_is_not_below() {
        for path in ["a", "a/b", "fonts/b.woff2"] {
            assert!(is_below(path), "{path:?}");
        }
        for path in ["", "..", "a/../b", "a//b", "/a", "a/", "./a", "a/.git", "a/con", "a\\b", "c:/a"] {
            assert!(!is_below(path), "{path:?}");
        }
        assert!(!is_plain("a/b"));
    }
}
