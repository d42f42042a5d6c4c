//! Diagnostics with the places that people and programs are told.

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::source::{LineColumn, Lines, SourceFile, Sources};

/// A diagnostic and where it starts and ends; line 1, column 1 for a file as a whole.
pub(super) struct Placed<'a> {
    pub(super) diagnostic: &'a Diagnostic,
    pub(super) start: LineColumn,
    /// Just after the last character.
    pub(super) end: LineColumn,
    /// `None` for a file as a whole.
    pub(super) excerpt: Option<Excerpt<'a>>,
}

/// A stretch of a line, or some whole ones, short enough to print.
pub(super) struct Excerpt<'a> {
    pub(super) text: &'a str,
    /// The offending bytes of `text`.
    pub(super) span: std::ops::Range<usize>,
    pub(super) is_whole_line: bool,
}

/// Bytes of an excerpt on each side of the place: minified JSON is one long line.
const AROUND: usize = 240;

/// Of a place that has many.
const LINES: usize = 6;

/// In the order given; diagnostics of one file next to each other cost one look at the file.
pub(super) fn placed<'a>(diagnostics: &'a [Diagnostic], sources: &'a Sources) -> Vec<Placed<'a>> {
    let same_file: Vec<&[Diagnostic]> = diagnostics.chunk_by(|a, b| a.path == b.path).collect();
    same_file
        .par_iter()
        .flat_map_iter(|group| {
            let file = sources.file(&group[0].path);
            let mut lines = file.map(|file| (file, Lines::new(file)));
            group.iter().map(move |it| place(it, lines.as_mut())).collect::<Vec<_>>()
        })
        .collect()
}

fn place<'a>(diagnostic: &'a Diagnostic, lines: Option<&mut (&'a SourceFile, Lines<'a>)>) -> Placed<'a> {
    let first = LineColumn { line: 1, column: 1 };
    let (Some(span), Some((file, lines))) = (&diagnostic.span, lines) else {
        return Placed { diagnostic, start: first, end: first, excerpt: None };
    };
    let span = file.clamp(span.clone());
    let (start, end) = (lines.point(span.start), lines.point(span.end));
    let line = lines.line_bytes(span.clone(), LINES);
    let shown_start = file.clamp(span.start.saturating_sub(AROUND)..span.start).start.max(line.start);
    let shown_end = file.clamp(0..span.end.min(span.start + AROUND) + AROUND).end.min(line.end);
    let text = &file.text[shown_start..shown_end.max(shown_start)];
    let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let inside = |at: usize| at.saturating_sub(shown_start + bom).min(text.len() - bom);
    let marked = inside(span.start)..inside(span.end);
    let is_whole_line = shown_start == line.start;
    Placed {
        diagnostic,
        start,
        end,
        excerpt: Some(Excerpt { text: &text[bom..], span: marked, is_whole_line }),
    }
}
