//! Which names every system can hold.

/// The first sign that no name may have: Windows refuses it, or it ends the path of a link (`#`, `?`)
/// or means another sign there (`%`).
pub fn odd_sign(name: &str) -> Option<char> {
    name.chars()
        .find(|c| c.is_control() || matches!(c, '<' | '>' | ':' | '"' | '\\' | '|' | '?' | '*' | '#' | '%'))
}

/// Bytes of a name.
const LONGEST: usize = 255;

/// Can every system hold a file of this name, and every link lead to it? Windows refuses some
/// letters, names of devices, and a dot or a space at the end; most disks, more than 255 bytes.
pub fn is_portable(name: &str) -> bool {
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
    !device && name.len() <= LONGEST && !name.ends_with(['.', ' ']) && odd_sign(name).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert!(is_portable(&"a".repeat(255)) && !is_portable(&"ấ".repeat(86)), "258 bytes");
    }
}
