//! What only finished sheets have: a version, and a code that a camera reads.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;

use super::absolute;
use crate::config::SiteConfig;
use crate::derive::{ProcedureView, SheetView};
use crate::output::short_hash;

/// Modules of white that a reader needs around the code.
const QUIET: usize = 4;

/// What templates see as `sheet`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SheetContext {
    /// Eight digits that change when a fact does; the day alone changes nothing.
    version: String,
    /// The short address with its host, where the site knows it.
    address: Option<String>,
    qr: Option<Code>,
    #[serde(flatten)]
    pub(super) view: SheetView,
}

/// A drawing for `viewBox="0 0 size size"`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Code {
    size: usize,
    path: String,
}

impl SheetContext {
    pub(super) fn of(page: &ProcedureView, view: SheetView, config: &SiteConfig) -> SheetContext {
        let address = absolute(config, view.short.as_str());
        SheetContext { version: version(page), qr: address.as_deref().and_then(code), address, view }
    }

    pub(super) fn version(&self) -> &str {
        &self.version
    }
}

/// Of everything a sheet may print.
fn version(it: &ProcedureView) -> String {
    let facts = (
        (&it.title, &it.official_title, &it.code, &it.at, &it.notice, &it.level_text, &it.decision),
        (&it.facts, &it.apply, &it.terms, &it.upcoming, &it.conditions, &it.documents, &it.steps),
        (&it.channels, &it.results, &it.legal, &it.unconfirmed, &it.effective, &it.reviewed, &it.hotline),
    );
    let bytes = serde_json::to_vec(&facts).expect("views are made of texts and numbers");
    short_hash(&bytes)[..8].to_owned()
}

/// `None` for an address longer than any code holds.
fn code(text: &str) -> Option<Code> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let colors = code.into_colors();
    let mut path = String::new();
    for (y, row) in colors.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                let (left, top, long) = (x + QUIET, y + QUIET, run.len());
                write!(path, "M{left} {top}h{long}v1h-{long}z").expect("writing to a string cannot fail");
            }
            x += run.len();
        }
    }
    Some(Code { size: width + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_drawn_inside_its_margin() {
        let code = code("https://example.vn/t/a/").expect("a short address");
        assert_eq!(code.size, 25 + 8, "version 2 holds 26 letters");
        assert!(code.path.starts_with("M4 4h7v1h-7z"), "the corner mark: {}", code.path);
        assert!(super::code(&"x".repeat(3000)).is_none());
    }
}
