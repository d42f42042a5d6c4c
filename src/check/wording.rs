//! The words of the site's own theme.

use std::collections::BTreeSet;

use super::near::near;
use super::note;
use super::reading::{kind_of, no_map};
use super::rules::{duplicate_key, empty_value, theme_words, wrong_kind};
use super::slips::broken::tree_error;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::tree::{Entry, Value, parse};
use crate::source::{SourceFile, Sources, Theme, embedded};

/// All that the default theme says, by the keys of its words in Vietnamese.
const DEFAULT: &str = "words/vi.yaml";

pub(super) fn diagnostics(sources: &Sources) -> Vec<Diagnostic> {
    let theme = &sources.theme;
    let (read, stray): (Vec<_>, Vec<_>) = theme.own_words().partition(|(_, is_read)| *is_read);
    let unread = |(it, _)| note(it, &theme_words::RULE, None, theme_words::words_of_name());
    let mut found: Vec<Diagnostic> = stray.into_iter().map(unread).collect();
    if read.is_empty() {
        return found;
    }
    let known = default_keys();
    for (file, _) in read {
        match parse(&file.text, 0..file.text.len()) {
            Ok(tree) => match &tree.value {
                Value::Map(entries) => found.extend(of_file(file, entries, &known, theme)),
                Value::Null => {}
                other => {
                    found.push(note(file, &wrong_kind::RULE, None, no_map(other)));
                }
            },
            Err(error) => found.push(tree_error(file, error)),
        }
    }
    // Of a file with mistakes no word is taken: they would all be missing.
    if !found.iter().any(|it| it.rule.severity == Severity::Error) {
        found.extend(missing(sources, &known));
    }
    found
}

fn default_keys() -> BTreeSet<String> {
    let bytes = embedded::FILES.iter().find(|(path, _)| *path == DEFAULT).map_or(&[][..], |it| it.1);
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    match parse(text, 0..text.len()).map(|it| it.value) {
        Ok(Value::Map(entries)) => entries.into_iter().map(|it| it.key.into_owned()).collect(),
        _ => BTreeSet::new(),
    }
}

fn of_file(
    file: &SourceFile,
    entries: &[Entry<'_>],
    known: &BTreeSet<String>,
    theme: &Theme,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for Entry { key, key_span, value } in entries {
        let at = Some(key_span.clone());
        if !seen.insert(key) {
            let first = entries.iter().find(|it| it.key == *key).map_or(0, |it| it.key_span.start);
            let words = duplicate_key::words(key, file.line_column(first).line);
            found.push(note(file, &duplicate_key::RULE, at, words));
        } else if !known.contains(&**key) && !is_used(theme, key) {
            let near = near(key, known.iter().map(String::as_str));
            found.push(note(file, &theme_words::RULE, at, theme_words::words_of_unknown(key, near)));
        } else if value.value.is_null() {
            found.push(note(file, &empty_value::RULE, at, empty_value::words(key)));
        } else if !matches!(value.value, Value::Scalar(_)) {
            let [vi, en] = kind_of(&value.value);
            let words = wrong_kind::words("chữ", "text", vi, en);
            found.push(note(file, &wrong_kind::RULE, at, words));
        }
    }
    found
}

/// Does a template name this word, whole or by its beginning: `w["missing_" ~ key]`?
fn is_used(theme: &Theme, key: &str) -> bool {
    let names = |text: &str| {
        let mut names = text.split(|c: char| !c.is_alphanumeric() && c != '_');
        names.any(|it| it == key || (it.len() > 1 && it.ends_with('_') && key.starts_with(it)))
    };
    theme.templates.iter().any(|(_, text)| names(text))
}

/// Words that pages in one language take from another, since nobody wrote them.
fn missing(sources: &Sources, known: &BTreeSet<String>) -> Vec<Diagnostic> {
    let (theme, languages) = (&sources.theme, &sources.config.languages);
    let own = languages.first().into_iter().filter_map(|it| theme.words.get(it)).flat_map(|it| it.keys());
    let all: BTreeSet<&String> =
        known.iter().chain(own.filter(|it| !known.contains(*it) && is_used(theme, it))).collect();
    let mut found = Vec::new();
    for (language, said) in languages.iter().filter_map(|it| Some((it, theme.words.get(it)?))) {
        let missing: Vec<&str> =
            all.iter().filter(|it| !said.contains_key(**it)).map(|it| it.as_str()).collect();
        if !missing.is_empty() {
            let file = SourceFile::new(theme.path(&format!("words/{language}.yaml")), "");
            found.push(note(
                &file,
                &theme_words::RULE,
                None,
                theme_words::words_of_missing(language, &missing),
            ));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_were_kept_that_no_page_shows() {
        let templates = embedded::FILES.iter().filter(|(path, _)| path.starts_with("templates/"));
        let text = |it: &[u8]| std::str::from_utf8(it).expect("templates are UTF-8").into();
        let templates = templates.map(|(path, it)| ((*path).to_owned(), text(it))).collect();
        let theme = Theme { templates, ..Theme::default() };
        let mut idle = default_keys();
        // Letters of feedback are no template, nor is the index of other pages.
        idle.retain(|it| !is_used(&theme, it) && !["feedback_subject", "feedback_wrong"].contains(&&**it));
        idle.retain(|it| !it.starts_with("signpost_"));
        assert!(idle.is_empty(), "{idle:?}");
    }
}
