//! Files to download: what they are, judged by their bytes.

use super::rules::form_kind;
use crate::diagnostic::Diagnostic;
use crate::model::FormFile;
use crate::source::FoundForm;

/// Ending, name for readers, and what the file begins with.
const KINDS: [(&str, &str, &[u8]); 13] = [
    ("pdf", "PDF", b"%PDF-"),
    ("doc", "DOC", OLE),
    ("xls", "XLS", OLE),
    ("docx", "DOCX", ZIP),
    ("xlsx", "XLSX", ZIP),
    ("odt", "ODT", ZIP),
    ("ods", "ODS", ZIP),
    ("zip", "ZIP", ZIP),
    ("png", "PNG", b"\x89PNG\r\n"),
    ("jpg", "JPEG", b"\xff\xd8\xff"),
    ("jpeg", "JPEG", b"\xff\xd8\xff"),
    ("webp", "WebP", b"RIFF"),
    ("gif", "GIF", b"GIF8"),
];
const OLE: &[u8] = b"\xd0\xcf\x11\xe0";
const ZIP: &[u8] = b"PK\x03\x04";

/// What the file is, if it is what its name says.
pub(super) fn form(found: &FoundForm) -> Option<FormFile> {
    let ending = ending(found).to_ascii_lowercase();
    let kind = KINDS.iter().find(|(it, _, magic)| *it == ending && found.bytes.starts_with(magic));
    let inside = match ending.as_str() {
        "docx" => b"word/".as_slice(),
        "xlsx" => b"xl/".as_slice(),
        _ => b"",
    };
    let (_, kind, _) = kind?;
    contains(&found.bytes, inside).then(|| FormFile { kind, bytes: found.bytes.len() as u64 })
}

pub(super) fn diagnostic(found: &FoundForm) -> Diagnostic {
    let [message, help] = form_kind::words(ending(found));
    let path = format!("content/{}", found.path).into();
    Diagnostic { rule: &form_kind::RULE, path, span: None, message, help }
}

fn ending(found: &FoundForm) -> &str {
    found.path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    part.is_empty() || bytes.windows(part.len()).any(|it| it == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_files_by_their_bytes() {
        let cases: [(&str, &[u8], Option<&str>); 7] = [
            ("files/a.pdf", b"%PDF-1.7", Some("PDF")),
            ("files/a.PDF", b"%PDF-1.7", Some("PDF")),
            ("files/a.pdf", b"<html>", None),
            ("files/a.docx", b"PK\x03\x04....word/document.xml", Some("DOCX")),
            ("files/a.docx", b"PK\x03\x04....xl/workbook.xml", None),
            ("files/a.exe", b"MZ", None),
            ("files/a", b"", None),
        ];
        for (path, bytes, expected) in cases {
            let found = FoundForm { path: path.to_owned(), bytes: bytes.to_vec().into() };
            assert_eq!(form(&found).map(|it| it.kind), expected, "{path}");
        }
    }
}
