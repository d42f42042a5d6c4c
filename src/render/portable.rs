//! Links of a copy that is opened from a folder, without a host.
//!
//! A host answers `thu-tuc/x/` with the `index.html` that lies there; a browser
//! that opens a folder lists its files. So in a portable copy every address
//! inside the site names its file.

use std::borrow::Cow;

/// What opens an attribute that holds an address.
const HOLDERS: [&str; 3] = [" href=\"", " action=\"", " content=\""];

/// What stands before the address a page sends its readers on to.
const REFRESH: &str = "0; url=";

/// The page with every link inside the site naming a file.
pub(super) fn links(html: &str) -> String {
    let mut named = String::with_capacity(html.len() + html.len() / 16);
    let mut in_value = false;
    for piece in html.split_inclusive('"') {
        if in_value {
            let content = named.ends_with(HOLDERS[2]);
            let (before, address) = match piece.strip_prefix(REFRESH) {
                Some(address) => (REFRESH, address),
                None if content => (piece, ""),
                None => ("", piece),
            };
            named.push_str(before);
            named.push_str(&file(address));
        } else {
            named.push_str(piece);
        }
        in_value = !in_value && HOLDERS.iter().any(|it| piece.ends_with(it));
    }
    named
}

/// `../thu-tuc/x/#giay-to` → `../thu-tuc/x/index.html#giay-to`; an address elsewhere stays as it is.
fn file(address: &str) -> Cow<'_, str> {
    let end = address.find(['?', '#', '"']).unwrap_or(address.len());
    let (path, rest) = address.split_at(end);
    if path.ends_with('/') && !path.contains(':') && !path.starts_with("//") {
        Cow::Owned(format!("{path}index.html{rest}"))
    } else {
        Cow::Borrowed(address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_inside_names_a_file() {
        let cases = [
            ("<a href=\"./\">", "<a href=\"./index.html\">"),
            ("<a class=\"x\" href=\"../../a/\">", "<a class=\"x\" href=\"../../a/index.html\">"),
            ("<a href=\"../a/#giay-to\">", "<a href=\"../a/index.html#giay-to\">"),
            ("<a href=\"../a/?q=b/\">", "<a href=\"../a/index.html?q=b/\">"),
            ("<form action=\"/a/\" method=\"get\">", "<form action=\"/a/index.html\" method=\"get\">"),
            (
                "<meta http-equiv=\"refresh\" content=\"0; url=../a/\">",
                "<meta http-equiv=\"refresh\" content=\"0; url=../a/index.html\">",
            ),
        ];
        for (given, expected) in cases {
            assert_eq!(links(given), expected);
            assert_eq!(links(expected), expected, "twice is once");
        }
        for same in [
            "<a href=\"#giay-to\"> href=\"",
            "<a href=\"https://a.vn/b/\">",
            "<a href=\"//a.vn/b/\">",
            "<a href=\"mailto:a@b/\">",
            "<a href=\"../files/don.pdf\">",
            "<a href=\"\">",
            "<meta name=\"description\" content=\"a/b/\">",
            "<p data-href=\"a/\">a/ \"b/\"</p>",
        ] {
            assert_eq!(links(same), same);
        }
    }
}
