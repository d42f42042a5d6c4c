//! A file that is no YAML: why.

use super::{brackets, pasted, together, unbraced, uncoloned, undashed, wide};
use crate::check::near::as_id;
use crate::check::note;
use crate::check::reading::Reading;
use crate::check::roles::role;
use crate::check::rules::{conflict_mark, yaml_document, yaml_limits, yaml_reference, yaml_syntax, yaml_tab};
use crate::diagnostic::{Diagnostic, Rule, Words};
use crate::source::line::{indent_of, line_start, starts};
use crate::source::tree::{TreeError, TreeErrorKind};
use crate::source::{SourceFile, Sources, conflict};

pub(crate) fn tree_error(source: &SourceFile, error: TreeError) -> Diagnostic {
    let text = source.text.as_ref();
    // In Markdown the same line may stand below a heading.
    let between = || conflict::line_between(text).filter(|_| source.path.ends_with(".yaml"));
    if let Some(mark) = conflict::mark(text).or_else(between) {
        return note(source, &conflict_mark::RULE, Some(mark), conflict_mark::words());
    }
    let is_text = error.kind == TreeErrorKind::Unquoted;
    let braced = is_text.then(|| unbraced::meant(text, &error.span)).flatten();
    let together = || together::keys(source, &error).filter(|_| braced.is_none());
    let found = uncoloned::before_bracket(text, &error).or_else(|| brackets::stray(text, &error));
    if let Some((place, words)) = found.or_else(together) {
        return note(source, &yaml_syntax::RULE, Some(place), words);
    }
    let (rule, words) = match braced {
        Some(meant) => (&yaml_syntax::RULE, yaml_syntax::words_of_braces(&meant)),
        None => words(source, &error),
    };
    note(source, rule, Some(error.span), words)
}

fn words(source: &SourceFile, error: &TreeError) -> (&'static Rule, [Words; 2]) {
    let text = source.text.as_ref();
    let written = || &text[error.span.clone()];
    let words = match &error.kind {
        TreeErrorKind::Syntax(info) => yaml_syntax::words(info),
        TreeErrorKind::Continued => yaml_syntax::words_of_continued(),
        TreeErrorKind::NoColon => yaml_syntax::words_of_colon(written(), "…"),
        TreeErrorKind::Unclosed => {
            let words = yaml_syntax::words_of_unclosed(written());
            // A whole file mostly ends with its last line.
            if text[error.span.end..].contains('\n') { words } else { yaml_syntax::words_of_cut(words) }
        }
        TreeErrorKind::Rows => match pasted::paper(source, &error.span) {
            Some(paper) => paper.words(None),
            None => pasted::words(&source.path, written()),
        },
        TreeErrorKind::Wide => wide::words(written()),
        TreeErrorKind::List => undashed::words(text, error),
        TreeErrorKind::Dash => yaml_syntax::words_of_dash(written()),
        TreeErrorKind::Indent { like } => {
            let start = |at: usize| line_start(text, at);
            let beside = beside(source, start(error.span.start));
            let like = beside.as_ref().unwrap_or(like);
            let line = source.line_column(*like).line;
            let own = indent_of(&text[start(error.span.start)..]);
            yaml_syntax::words_of_indent(own, like - start(*like), line)
        }
        TreeErrorKind::Outside { of, by } => {
            let [key, map] =
                [error.span.start, *of].map(|it| text[it..].split(':').next().unwrap_or_default());
            yaml_syntax::words_of_outside(key, map, *by)
        }
        TreeErrorKind::Comma => yaml_syntax::words_of_comma(written()),
        TreeErrorKind::Semicolon => yaml_syntax::words_of_semicolon(),
        TreeErrorKind::OpenQuote => yaml_syntax::words_of_open_quote(written()),
        TreeErrorKind::Unquoted => yaml_syntax::words_of_quotes(written()),
        TreeErrorKind::Tab => return (&yaml_tab::RULE, yaml_tab::words()),
        TreeErrorKind::OddSpace => return (&yaml_tab::RULE, yaml_tab::words_of_space()),
        TreeErrorKind::Anchor => return (&yaml_reference::RULE, yaml_reference::words("&, *")),
        TreeErrorKind::Tag => return (&yaml_reference::RULE, yaml_reference::words("!")),
        TreeErrorKind::Key | TreeErrorKind::SecondDocument => {
            return (&yaml_document::RULE, yaml_document::words());
        }
        TreeErrorKind::TooDeep => {
            return (&yaml_limits::RULE, yaml_limits::words("lồng nhau quá 64 tầng", "nests deeper than 64"));
        }
        TreeErrorKind::TooLarge => {
            return (&yaml_limits::RULE, yaml_limits::words("quá lớn", "is too large"));
        }
    };
    (&yaml_syntax::RULE, words)
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
