//! Which names a file of a site may have.

/// Files that nobody means as content: hidden ones and what editors leave while saving.
pub fn is_ignored(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    name.starts_with(['.', '#', '~'])
        || name.ends_with('~')
        || ["swp", "swx", "swo", "tmp", "bak", "part"].iter().any(|it| ending.eq_ignore_ascii_case(it))
        || ["thumbs.db", "desktop.ini", "4913"].iter().any(|it| name.eq_ignore_ascii_case(it))
}

/// The first sign that no name may have: Windows refuses it, or it ends the path of a link (`#`, `?`)
/// or means another sign there (`%`).
pub(super) fn odd_sign(name: &str) -> Option<char> {
    name.chars()
        .find(|c| c.is_control() || matches!(c, '<' | '>' | ':' | '"' | '\\' | '|' | '?' | '*' | '#' | '%'))
}

/// Can every system hold a file of this name, and every link lead to it? Windows refuses some
/// letters, names of devices, and a dot or a space at the end.
pub(super) fn is_portable(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or("").trim_end();
    let numbered = |device: &str| {
        stem.len() == 4
            && stem.is_char_boundary(3)
            && stem[..3].eq_ignore_ascii_case(device)
            && stem.as_bytes()[3].is_ascii_digit()
    };
    let device = ["con", "prn", "aux", "nul"].iter().any(|it| stem.eq_ignore_ascii_case(it))
        || numbered("com")
        || numbered("lpt");
    !device && !name.ends_with(['.', ' ']) && odd_sign(name).is_none()
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
    fn knows_names_that_some_system_refuses() {
        for name in [
            "con",
            "NUL.md",
            "com1.yaml",
            "LPT9",
            "a:b",
            "a\\b",
            "a.",
            "a ",
            "a\n",
            "a#1.pdf",
            "50%.pdf",
            "a?.pdf",
        ] {
            assert!(!is_portable(name), "{name:?}");
        }
        for name in ["a.yaml", "đơn.pdf", "comb.md", "console.md", "com10.md", "cot1.md", "aaé.md"] {
            assert!(is_portable(name), "{name:?}");
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
