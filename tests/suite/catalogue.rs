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

#[test]
fn every_file_of_the_default_theme_is_inside_the_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    let mut there: Vec<String> = Vec::new();
    let mut folders = vec![folder.clone()];
    while let Some(below) = folders.pop() {
        for entry in std::fs::read_dir(&below).expect("the theme's folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let path = path.strip_prefix(&folder).expect("below the theme");
                there.push(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    there.sort();
    let inside: Vec<&str> = thutuc::source::embedded::FILES.iter().map(|(path, _)| *path).collect();
    assert_eq!(inside, there);
}
