//! Whether a request may be answered, and what it asks for.

/// Is the host one of this machine's own names? A page on another site that
/// points its name here would otherwise read what is being drafted.
pub(super) fn is_local(host: Option<&str>, port: u16) -> bool {
    let Some(host) = host else { return false };
    // Browsers leave out the port that everybody means.
    let (name, of_host) = host.rsplit_once(':').unwrap_or((host, "80"));
    matches!(name, "127.0.0.1" | "localhost") && of_host.parse() == Ok(port)
}

/// The path of an address, decoded, without slash in front: `/a%20b/?q` → `a b/`.
/// `None` for what no file of a site is called.
pub(super) fn path(address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next().unwrap_or("").strip_prefix('/')?;
    let decoded = String::from_utf8(decode(path)?).ok()?;
    let leads_out = decoded.split('/').any(|it| it == "." || it == "..");
    let odd = decoded.starts_with('/') || decoded.contains(['\\', '\0', '\r', '\n']);
    (!leads_out && !odd).then_some(decoded)
}

/// Bytes behind `%41`; `None` for `%` without two digits.
fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = text.bytes();
    let mut out = Vec::with_capacity(text.len());
    let digit = |it: Option<u8>| char::from(it?).to_digit(16);
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let (high, low) = (digit(bytes.next())?, digit(bytes.next())?);
            out.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            out.push(byte);
        }
    }
    Some(out)
}

/// For the header of that name.
pub(super) fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "jsonld" => "application/ld+json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "doc" => "application/msword",
        "xls" => "application/vnd.ms-excel",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_and_confines() {
        let cases = [
            ("/", Some("")),
            ("/a/b.css?x=1#y", Some("a/b.css")),
            ("/t%C3%ACm/", Some("tìm/")),
            ("/a%2Fb", Some("a/b")),
            ("/../etc/passwd", None),
            ("/a/%2e%2e/%2e%2e/x", None),
            ("/..%2fx", None),
            ("/a%5c..%5cx", None),
            ("//evil", None),
            ("/%2fetc", None),
            ("/%", None),
            ("/%4", None),
            ("/%zz", None),
            ("/%+1", None),
            ("/%ff", None),
            ("/a%00", None),
            ("http://elsewhere/", None),
            ("", None),
        ];
        for (address, expected) in cases {
            assert_eq!(path(address).as_deref(), expected, "{address:?}");
        }
    }

    /// Half of them were handed out as bytes of no kind, and saved where they could have been opened.
    #[test]
    fn every_kind_of_form_that_is_taken_has_its_type() {
        let taken = ["pdf", "doc", "docx", "xls", "xlsx", "odt", "ods", "zip", "png", "jpg", "webp"];
        for ending in taken {
            assert_ne!(content_type(&format!("files/don.{ending}")), content_type("files/don"), "{ending}");
        }
    }

    #[test]
    fn answers_to_its_own_names_only() {
        for host in ["127.0.0.1:4400", "localhost:4400"] {
            assert!(is_local(Some(host), 4400), "{host}");
        }
        for host in
            ["evil.example", "evil.example:4400", "127.0.0.1", "localhost:80", "localhost.evil:4400", ""]
        {
            assert!(!is_local(Some(host), 4400), "{host}");
        }
        assert!(!is_local(None, 4400));
        assert!(is_local(Some("localhost"), 80) && !is_local(Some("evil.example"), 80));
    }
}
