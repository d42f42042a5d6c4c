//! Addresses elsewhere.

use std::fmt;
use std::str::FromStr;

/// A link that leaves the site: `https://` and a host of ASCII letters.
///
/// Invariant: no spaces, quotes, angle brackets, backslashes, user part or port;
/// the host has a dot and only `a-z 0-9 - .` in it, so it cannot imitate another by look-alike letters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HttpsUrl(Box<str>);

/// What keeps a text from being an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParseUrlError {
    /// Another scheme, or none.
    NotHttps,
    /// The host, and the letter in it that is not ASCII.
    LookAlike(char),
    /// Empty, without a dot, with a port or a user.
    Host,
    /// A character that may not stand in an address.
    Character(char),
    /// Another one begins in it, and not as a part of it.
    Several,
}

impl HttpsUrl {
    /// Whole, from its `https://` on.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `cskh.npc.com.vn`
    pub fn host(&self) -> &str {
        let rest = &self.0["https://".len()..];
        &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())]
    }
}

impl FromStr for HttpsUrl {
    type Err = ParseUrlError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let rest = text.strip_prefix("https://").ok_or(ParseUrlError::NotHttps)?;
        if let Some(c) = text
            .chars()
            .find(|c| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\' | '`' | '\''))
        {
            return Err(ParseUrlError::Character(c));
        }
        // What was written before the address, and in Markdown around it.
        if rest.ends_with(')') && rest.matches('(').count() < rest.matches(')').count() {
            return Err(ParseUrlError::Character(')'));
        }
        let glued = |at: usize| {
            let before = &rest[..at];
            let is_word = before.ends_with(char::is_alphanumeric) && !ends_encoded(before);
            is_word || (before.ends_with([',', ';', ')']) && !before.contains('?'))
        };
        // Most have no second colon, and are asked no more.
        if rest.contains(':')
            && ["https://", "http://"].iter().any(|it| rest.match_indices(it).any(|(at, _)| glued(at)))
        {
            return Err(ParseUrlError::Several);
        }
        let host = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
        if let Some(c) = host.chars().find(|c| !c.is_ascii()) {
            return Err(ParseUrlError::LookAlike(c));
        }
        let label = |it: &str| {
            !it.is_empty()
                && it.len() <= 63
                && !it.starts_with('-')
                && !it.ends_with('-')
                && it.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        if host.starts_with("xn--") || host.contains(".xn--") {
            return Err(ParseUrlError::LookAlike('?'));
        }
        if !host.contains('.') || !host.split('.').all(label) {
            return Err(ParseUrlError::Host);
        }
        Ok(HttpsUrl(text.into()))
    }
}

/// Does it end with a character in its % form?
fn ends_encoded(text: &str) -> bool {
    let end: Vec<u8> = text.bytes().rev().take(3).collect();
    end.len() == 3 && end[2] == b'%' && end[..2].iter().all(u8::is_ascii_hexdigit)
}

/// The addresses that stand among other words, without the marks around them.
pub fn addresses(text: &str) -> Vec<HttpsUrl> {
    // One that is a part of another, as in an archive, is none of its own.
    let begins = |at: &usize| {
        let before = &text[..*at];
        !before.ends_with(['/', '=', '?', '&', ':', '#']) && !ends_encoded(before)
    };
    let begins = text.match_indices("https://").map(|(at, _)| at).filter(begins);
    let begins: Vec<usize> = begins.chain([text.len()]).collect();
    let one = |it: &[usize]| {
        let rest = &text[it[0]..it[1]];
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | ']' | '“' | '”'));
        let mut found = rest[..end.unwrap_or(rest.len())].trim_end_matches([',', ';', '.', ':']);
        let mut open = found.matches(')').count().saturating_sub(found.matches('(').count());
        while 0 < open && found.ends_with(')') {
            found = found[..found.len() - 1].trim_end_matches([',', ';', '.', ':']);
            open -= 1;
        }
        found.parse().ok()
    };
    begins.windows(2).filter_map(one).collect()
}

impl fmt::Display for HttpsUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses() {
        let cases = [
            ("https://cskh.npc.com.vn/a?b=c#d", Ok("cskh.npc.com.vn")),
            ("https://example.vn", Ok("example.vn")),
            ("http://example.vn/", Err(ParseUrlError::NotHttps)),
            ("javascript:alert(1)", Err(ParseUrlError::NotHttps)),
            ("https://ехample.vn/", Err(ParseUrlError::LookAlike('е'))),
            ("https://110kv.dien-luc.vn", Ok("110kv.dien-luc.vn")),
            ("https://localhost/", Err(ParseUrlError::Host)),
            ("https://a..vn/", Err(ParseUrlError::Host)),
            ("https://a.vn./", Err(ParseUrlError::Host)),
            ("https://-a.vn/", Err(ParseUrlError::Host)),
            ("https://a-.vn/", Err(ParseUrlError::Host)),
            ("https://A.vn/", Err(ParseUrlError::Host)),
            ("https://a.vn:8080/", Err(ParseUrlError::Host)),
            ("https://user@a.vn/", Err(ParseUrlError::Host)),
            ("https://a.vn/ b", Err(ParseUrlError::Character(' '))),
            ("https://a.vn/\"", Err(ParseUrlError::Character('"'))),
            ("https://a.vn/b)", Err(ParseUrlError::Character(')'))),
            ("https://a.vn/b_(c)", Ok("a.vn")),
            ("https://a.vn/b,https://c.vn/", Err(ParseUrlError::Several)),
            ("https://a.vn/bhoặchttps://c.vn/", Err(ParseUrlError::Several)),
            ("https://web.archive.org/web/2026/https://a.vn/", Ok("web.archive.org")),
            ("https://a.vn/?u=https://c.vn/", Ok("a.vn")),
            ("https://a.vn/?u=https://c.vn/,https://d.vn/", Ok("a.vn")),
            ("https://a.vn/login?next%3Dhttps://c.vn/b", Ok("a.vn")),
            ("https://a.vn/\u{7}", Err(ParseUrlError::Character('\u{7}'))),
            ("https://xn--80ak6aa92e.vn/", Err(ParseUrlError::LookAlike('?'))),
            ("https://a.xn--80ak6aa92e.vn/", Err(ParseUrlError::LookAlike('?'))),
        ];
        for (text, expected) in cases {
            let url = text.parse::<HttpsUrl>();
            assert_eq!(url.as_ref().map(HttpsUrl::host), expected.as_ref().copied(), "{text:?}");
        }
        for (letters, fits) in [(63, true), (64, false)] {
            let url = format!("https://{}.vn/", "a".repeat(letters)).parse::<HttpsUrl>();
            assert_eq!(url.is_ok(), fits, "{letters} letters between two dots");
        }
    }

    #[test]
    fn addresses_among_words() {
        let cases = [
            ("https://a.vn/b", vec!["https://a.vn/b"]),
            ("https://a.vn/b hoặc https://c.vn/d.", vec!["https://a.vn/b", "https://c.vn/d"]),
            ("https://a.vn/b,https://c.vn/", vec!["https://a.vn/b", "https://c.vn/"]),
            ("Cổng (https://a.vn/b)", vec!["https://a.vn/b"]),
            ("[Nộp](https://a.vn/b_(c)).", vec!["https://a.vn/b_(c)"]),
            ("“https://a.vn/”", vec!["https://a.vn/"]),
            ("https:// a.vn, http://a.vn", vec![]),
            ("http://web.archive.org/web/2020/https://a.vn/x", vec![]),
            ("https://a.vn/?u=https://c.vn/", vec!["https://a.vn/?u=https://c.vn/"]),
            ("", vec![]),
        ];
        for (text, expected) in cases {
            let found: Vec<String> = addresses(text).iter().map(ToString::to_string).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
