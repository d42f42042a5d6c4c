//! What stops the program in `site.toml` or the theme, told as every other mistake is.

use super::meant::setting;
use super::near::near;
use super::rules::{bad_setting, broken_theme, conflict_mark};
use crate::diagnostic::{Diagnostic, Rule, Words};
use crate::shape::{SITE, Value};
use crate::source::{Fault, FaultKind};

pub fn fault(fault: &Fault) -> Diagnostic {
    let (rule, [message, mut help]) = words(fault);
    if let (FaultKind::Toml(_) | FaultKind::WrongType(_), Some(span)) = (&fault.kind, &fault.span)
        && let Some(line) = setting::meant(&fault.file.text, span.start)
    {
        help = bad_setting::help_of_line(&line);
    }
    if let (FaultKind::UnknownKey { key, known }, Some(span)) = (&fault.kind, &fault.span)
        && let Some(line) = by_language(key, known, &fault.file.text[span.start..])
    {
        help = bad_setting::help_of_line(&line);
    }
    Diagnostic { rule, path: fault.file.path.clone(), span: fault.span.clone(), message, help }
}

fn words(fault: &Fault) -> (&'static Rule, [Words; 2]) {
    let setting = |words| (&bad_setting::RULE, words);
    let theme = |words| (&broken_theme::RULE, words);
    match &fault.kind {
        FaultKind::NotUtf8 { line } => {
            let words = bad_setting::words_of_bytes(*line);
            if &*fault.file.path == "site.toml" { setting(words) } else { theme(words) }
        }
        FaultKind::Conflict => (&conflict_mark::RULE, conflict_mark::words()),
        FaultKind::Toml(detail) => setting(bad_setting::words_of_toml(detail)),
        FaultKind::UnknownKey { key, known } => setting(bad_setting::words_of_key(key, &help(key, known))),
        FaultKind::DuplicateKey => setting(bad_setting::words_of_second_key()),
        FaultKind::WrongType(expected) => setting(bad_setting::words_of_type(expected)),
        FaultKind::TimeZone(name) => setting(bad_setting::words_of_zone(name)),
        FaultKind::ThemeName => setting(bad_setting::words_of_theme_name()),
        FaultKind::NoTheme(name) => setting(bad_setting::words_of_no_theme(name)),
        FaultKind::OutputName => setting(bad_setting::words_of_output()),
        FaultKind::OutputOrigin(folder) => setting(bad_setting::words_of_origin(folder)),
        FaultKind::Link if &*fault.file.path == "site.toml" => setting(broken_theme::words_of_link()),
        FaultKind::Link => theme(broken_theme::words_of_link()),
        FaultKind::Template(detail) => theme(broken_theme::words(detail)),
    }
}

/// The line to type for `title_en = "…"`, with which `text` begins.
fn by_language(key: &str, known: &[String], text: &str) -> Option<String> {
    let (base, lang) = key.rsplit_once('_').filter(|it| it.1 == "en")?;
    let name = known.iter().find(|it| it.strip_suffix("_in") == Some(base))?;
    let (_, value) = text.lines().next()?.split_once('=')?;
    Some(format!("{name}.{lang} = {}", value.trim()))
}

/// Where the key belongs, or which one was meant.
fn help(key: &str, known: &[String]) -> Words {
    if SITE.has(key) {
        return bad_setting::help_at_top(key);
    }
    let tables = SITE.keys.iter().filter_map(|it| match it.value {
        Value::Map(shape) => Some((it.name, shape)),
        _ => None,
    });
    match tables.into_iter().find(|(_, shape)| shape.has(key)) {
        Some((table, _)) => bad_setting::help_in_table(key, table),
        None => bad_setting::help_of_key(near(key, known.iter().map(String::as_str)), &known.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::by_language;

    #[test]
    fn a_title_in_english_was_told_to_be_the_title() {
        let known = ["title", "title_in"].map(str::to_owned);
        let line = by_language("title_en", &known, "title_en = \"Procedures\" \nx = 1");
        assert_eq!(line.as_deref(), Some("title_in.en = \"Procedures\""));
        for key in ["title", "title_vi", "owner_en", "en"] {
            assert_eq!(by_language(key, &known, "title_en = 1"), None, "{key}");
        }
    }
}
