//! What only finished sheets have: a version, and a code that a camera reads.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};
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

/// A drawing for `viewBox="0 0 size size"`: lines one thick, each from where the last one ended,
/// which is half as long as boxes. Every phone fetches it with its page, and few print that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Code {
    size: usize,
    path: String,
}

impl SheetContext {
    pub(super) fn of(page: &ProcedureView, view: SheetView, config: &SiteConfig) -> SheetContext {
        SheetContext {
            version: version(page),
            address: absolute(config, view.short.as_str()),
            qr: None,
            view,
        }
    }

    /// As it is printed; where sheets are only listed, nobody needs the code.
    pub(super) fn with_code(self) -> SheetContext {
        SheetContext { qr: self.address.as_deref().and_then(code), ..self }
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
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let modules: Vec<i32> = (0..code.size()).collect();
    let mut path = format!("M{QUIET} {QUIET}.5");
    let mut pen = (0, 0);
    for y in &modules {
        for run in modules.chunk_by(|a, b| code.get_module(*a, *y) == code.get_module(*b, *y)) {
            let x = run[0];
            if code.get_module(x, *y) {
                let (right, down) = (x - pen.0, y - pen.1);
                if (right, down) != (0, 0) {
                    write!(path, "m{right} {down}").expect("writing to a string cannot fail");
                }
                write!(path, "h{}", run.len()).expect("writing to a string cannot fail");
                pen = (run[run.len() - 1] + 1, *y);
            }
        }
    }
    Some(Code { size: modules.len() + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_drawn_inside_its_margin() {
        let code = code("https://example.vn/t/a/").expect("a short address");
        assert_eq!(code.size, 25 + 8, "version 2 holds 26 letters");
        assert!(code.path.starts_with("M4 4.5h7m"), "the corner mark: {}", code.path);
        assert!(super::code(&"x".repeat(3000)).is_none());
    }
}
