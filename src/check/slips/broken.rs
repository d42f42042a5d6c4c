//! A file that is no YAML: why.

use super::{brackets, pasted, together, unbraced, uncoloned, undashed, wide};
use crate::check::near::as_id;
use crate::check::note;
use crate::check::reading::Reading;
use crate::check::roles::role;
use crate::check::rules::{conflict_mark, yaml_document, yaml_limits, yaml_reference, yaml_syntax, yaml_tab};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::line::{indent_of, line_start, starts};
use crate::source::tree::{TreeError, TreeErrorKind};
use crate::source::{SourceFile, Sources, conflict};

pub(crate) fn tree_error(source: &SourceFile, error: TreeError) -> Diagnostic {
    // In Markdown the same line may stand below a heading.
    let between = || conflict::line_between(&source.text).filter(|_| source.path.ends_with(".yaml"));
    if let Some(mark) = conflict::mark(&source.text).or_else(between) {
        return note(source, &conflict_mark::RULE, Some(mark), conflict_mark::words());
    }
    if let Some((key, words)) = uncoloned::before_bracket(&source.text, &error) {
        return note(source, &yaml_syntax::RULE, Some(key), words);
    }
    if let Some((place, words)) = brackets::stray(&source.text, &error) {
        return note(source, &yaml_syntax::RULE, Some(place), words);
    }
    let is_text = error.kind == TreeErrorKind::Unquoted;
    let braced = is_text.then(|| unbraced::meant(&source.text, &error.span)).flatten();
    if braced.is_none()
        && let Some((key, words)) = together::keys(source, &error)
    {
        return note(source, &yaml_syntax::RULE, Some(key), words);
    }
    let (rule, words): (&'static Rule, _) = match &error.kind {
        TreeErrorKind::Syntax(info) => (&yaml_syntax::RULE, yaml_syntax::words(info)),
        TreeErrorKind::Tab => (&yaml_tab::RULE, yaml_tab::words()),
        TreeErrorKind::OddSpace => (&yaml_tab::RULE, yaml_tab::words_of_space()),
        TreeErrorKind::NoColon => {
            (&yaml_syntax::RULE, yaml_syntax::words_of_colon(&source.text[error.span.clone()], "…"))
        }
        TreeErrorKind::Unclosed => {
            (&yaml_syntax::RULE, yaml_syntax::words_of_unclosed(&source.text[error.span.clone()]))
        }
        TreeErrorKind::Rows => {
            let rows = &source.text[error.span.clone()];
            let words = match pasted::paper(source, &error.span) {
                Some(paper) => paper.words(None),
                None => pasted::words(&source.path, rows),
            };
            (&yaml_syntax::RULE, words)
        }
        TreeErrorKind::Wide => (&yaml_syntax::RULE, wide::words(&source.text[error.span.clone()])),
        TreeErrorKind::List => (&yaml_syntax::RULE, undashed::words(&source.text, &error)),
        TreeErrorKind::Dash => {
            (&yaml_syntax::RULE, yaml_syntax::words_of_dash(&source.text[error.span.clone()]))
        }
        TreeErrorKind::Indent { like } => {
            let start = |at: usize| line_start(&source.text, at);
            let beside = beside(source, start(error.span.start));
            let like = beside.as_ref().unwrap_or(like);
            let line = source.line_column(*like).line;
            let own = indent_of(&source.text[start(error.span.start)..]);
            (&yaml_syntax::RULE, yaml_syntax::words_of_indent(own, like - start(*like), line))
        }
        TreeErrorKind::Outside { of, by } => {
            let [key, map] =
                [error.span.start, *of].map(|it| source.text[it..].split(':').next().unwrap_or_default());
            (&yaml_syntax::RULE, yaml_syntax::words_of_outside(key, map, *by))
        }
        TreeErrorKind::Comma => {
            (&yaml_syntax::RULE, yaml_syntax::words_of_comma(&source.text[error.span.clone()]))
        }
        TreeErrorKind::Semicolon => (&yaml_syntax::RULE, yaml_syntax::words_of_semicolon()),
        TreeErrorKind::Unquoted => {
            let words = match braced {
                Some(meant) => yaml_syntax::words_of_braces(&meant),
                None => yaml_syntax::words_of_quotes(&source.text[error.span.clone()]),
            };
            (&yaml_syntax::RULE, words)
        }
        TreeErrorKind::Anchor => (&yaml_reference::RULE, yaml_reference::words("&, *")),
        TreeErrorKind::Tag => (&yaml_reference::RULE, yaml_reference::words("!")),
        TreeErrorKind::Key | TreeErrorKind::SecondDocument => (&yaml_document::RULE, yaml_document::words()),
        TreeErrorKind::TooDeep => {
            (&yaml_limits::RULE, yaml_limits::words("lồng nhau quá 64 tầng", "nests deeper than 64"))
        }
        TreeErrorKind::TooLarge => (&yaml_limits::RULE, yaml_limits::words("quá lớn", "is too large")),
    };
    note(source, rule, Some(error.span), words)
}

/// Beside what a line belongs by its key, if that is a key of the file alone or of its items alone.
fn beside(source: &SourceFile, line: usize) -> Option<usize> {
    let shape = role(&source.path)?.shape()?;
    let (before, own) = source.text.split_at(line);
    let key = |line: &str| line.split(':').next().unwrap_or_default().to_owned();
    let is_outer = |key: &str| shape.has(key);
    let mut starts = starts(before);
    let meant = key(own.trim_start_matches(' '));
    match (is_outer(&meant), shape.within().iter().any(|it| it.has(&meant))) {
        (true, false) => starts.rfind(|at| is_outer(&key(&before[*at..]))),
        (false, true) => {
            let start = starts.take_while(|at| !before[*at..].trim().is_empty()).last()?;
            let above = before[start..].trim_start_matches(' ').trim_start_matches("- ");
            let at = line - above.len();
            (indent_of(own) < at - start && above.starts_with(char::is_alphabetic)).then_some(at)
        }
        _ => None,
    }
}

/// The same in the record of a procedure, whose keys tell what stands below them.
pub(crate) fn report(reading: &mut Reading<'_>, error: TreeError) {
    let (source, ground, start) = (reading.source, reading.ground, error.span.start);
    let paper = pasted::paper(source, &error.span);
    let list = reading.broken_list(&error);
    let mut told = tree_error(source, error);
    if let Some(list) = list.filter(|_| told.rule.code == yaml_syntax::RULE.code) {
        [told.message, told.help] = list.words(|kind, text| ground.names.get(kind, &as_id(text)));
        reading.mentions.unlisted.push((list, start));
    }
    reading.mentions.papers.extend(paper.map(|it| (it, start)));
    reading.found.push(told);
}

pub(crate) fn torn(sources: &Sources) -> Vec<Diagnostic> {
    let told = |(file, mark)| note(file, &conflict_mark::RULE, Some(mark), conflict_mark::words());
    sources.torn_theme().map(told).collect()
}

#[cfg(test)]
mod tests;
