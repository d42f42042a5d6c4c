//! A file that is no YAML: why.

use super::rules::{conflict_mark, yaml_document, yaml_limits, yaml_reference, yaml_syntax, yaml_tab};
use super::{hygiene, note};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::tree::{TreeError, TreeErrorKind};
use crate::source::{SourceFile, conflict};

pub(super) fn tree_error(source: &SourceFile, error: TreeError) -> Diagnostic {
    // Word for word what is said of the text as text, and so said once.
    // In Markdown the same line may stand below a heading.
    let between = || conflict::line_between(&source.text).filter(|_| source.path.ends_with(".yaml"));
    if let Some(mark) = conflict::mark(&source.text).or_else(between) {
        return note(source, &conflict_mark::RULE, Some(mark), conflict_mark::words());
    }
    if let Some(cause) = hygiene::cause(source, &error.span) {
        return cause;
    }
    let (rule, words): (&'static Rule, _) = match &error.kind {
        TreeErrorKind::Syntax(info) => (&yaml_syntax::RULE, yaml_syntax::words(info)),
        TreeErrorKind::Tab => (&yaml_tab::RULE, yaml_tab::words()),
        TreeErrorKind::OddSpace => (&yaml_tab::RULE, yaml_tab::words_of_space()),
        TreeErrorKind::NoColon => {
            (&yaml_syntax::RULE, yaml_syntax::words_of_colon(&source.text[error.span.clone()]))
        }
        TreeErrorKind::Unquoted => {
            (&yaml_syntax::RULE, yaml_syntax::words_of_quotes(&source.text[error.span.clone()]))
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
