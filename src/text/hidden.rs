//! Characters that a reader cannot see but that change what a text means.

/// Is this a character that hides: a joiner of no width, a direction override
/// ("Trojan source"), a soft hyphen, a stray byte order mark, a separator of lines, a control?
/// Tab and line ends are none: they are white space.
pub fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}')
        || (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides() {
        for c in ['\u{200b}', '\u{202e}', '\u{feff}', '\u{0}', '\u{ad}', '\u{2028}', '\u{2029}', '\u{2066}'] {
            assert!(is_hidden(c), "{c:?}");
        }
        for c in ['a', 'đ', ' ', '\n', '\t', '\u{301}', '\u{a0}'] {
            assert!(!is_hidden(c), "{c:?}");
        }
    }
}
