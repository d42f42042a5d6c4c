//! The catalogue that comes with the program.

use std::path::Path;

use jiff::civil::date;
use thutuc::diagnostic::{Language, Severity, Style, text};

#[test]
fn has_no_errors() {
    let sources = thutuc::read::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the catalogue is here");
    let (catalogue, report) = thutuc::check::check(&sources, date(2026, 11, 23));
    let shown = text(&report.diagnostics, &sources, Language::En, Style::Plain);
    assert_eq!(report.count(Severity::Error), 0, "{shown}");
    assert_eq!(catalogue.procedures.len(), 27);
}
