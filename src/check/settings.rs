//! What `site.toml` says of the content.

use std::num::NonZeroU16;
use std::ops::Range;

use super::ground::{Ground, Kind};
use super::near::near;
use super::note;
use super::rules::{
    RULES, apply_host, bad_email, bad_phone, bad_setting, bad_url, hidden_character, unknown_language,
    unknown_reference, unknown_rule,
};
use crate::diagnostic::{Diagnostic, Words};
use crate::model::{HttpsUrl, Id, Lang, Phone};
use crate::source::Sources;
use crate::text::is_hidden;

pub(super) fn diagnostics(sources: &Sources, ground: &Ground) -> Vec<Diagnostic> {
    let file = &sources.config_file;
    // Where the word stands, as a value or as a key; toml itself keeps no places.
    let place = |word: &str| -> Option<Range<usize>> {
        let quoted = file.text.find(&format!("\"{word}\"")).map(|at| at + 1);
        quoted.or_else(|| file.text.find(word)).map(|at| at..at + word.len())
    };
    let mut found = of_the_site(sources, place);
    found.extend(of_the_check(sources, place));
    for (name, reason) in &sources.config.check.allow {
        if reason.trim().is_empty() {
            found.push(note(file, &bad_setting::RULE, place(name), bad_setting::words_of_reason(name)));
        }
        if !RULES.iter().any(|it| it.code == name || it.name == name) {
            let near = near(name, RULES.iter().map(|it| it.name));
            found.push(note(file, &unknown_rule::RULE, place(name), unknown_rule::words(name, near)));
        }
    }
    // Where there is no content at all, that is told, and not what of it is missing.
    let popular = if sources.files.is_empty() { &[][..] } else { &sources.config.owner.popular };
    for id in popular {
        let known = id.parse::<Id>().is_ok_and(|it| ground.names.has(Kind::Procedure, &it));
        if !known {
            let [vi, en, home] = Kind::Procedure.words();
            let near = near(id, ground.names.of(Kind::Procedure).map(Id::as_str));
            let words = unknown_reference::words(id, vi, en, near, home);
            found.push(note(file, &unknown_reference::RULE, place(id), words));
        }
    }
    let owner = &sources.config.owner;
    for mail in [&owner.email, &owner.feedback].into_iter().filter(|it| !it.contains("://")) {
        if !mail.is_empty() && !is_email(mail.trim_start_matches("mailto:")) {
            found.push(note(file, &bad_email::RULE, place(mail), bad_email::words(mail)));
        }
    }
    if owner.feedback.contains("://") {
        let form = &owner.feedback;
        match form.parse::<HttpsUrl>() {
            Err(error) => found.push(note(file, &bad_url::RULE, place(form), bad_url::words(form, &error))),
            Ok(url) if !sources.config.links.allow(url.host()) => {
                let words = apply_host::words_of_feedback(url.host());
                found.push(note(file, &apply_host::RULE, place(form), words));
            }
            Ok(_) => {}
        }
    }
    if !owner.hotline.is_empty() && owner.hotline.parse::<Phone>().is_err() {
        let words = bad_phone::words(&owner.hotline);
        found.push(note(file, &bad_phone::RULE, place(&owner.hotline), words));
    }
    for it in &mut found {
        if it.path.is_empty() {
            "site.toml".clone_into(&mut it.path);
        }
    }
    found
}

/// Its name, where it is, and which languages it speaks.
fn of_the_site(sources: &Sources, place: impl Fn(&str) -> Option<Range<usize>>) -> Vec<Diagnostic> {
    let (file, config, themed) = (&sources.config_file, &sources.config, &sources.theme.words);
    let mut found = Vec::new();
    let mut report = |at, words| found.push(note(file, &bad_setting::RULE, at, words));
    if config.title.trim().is_empty() {
        report(place("title"), bad_setting::words_of_title());
    }
    if let Some((part, words)) = of_address(&config.base_url) {
        let start = place(&config.base_url).map(|it| it.start);
        report(start.map(|it| it + part.start..it + part.end), words);
    }
    if config.languages.is_empty() {
        report(place("languages"), bad_setting::words_of_no_language());
    }
    for (nth, name) in config.languages.iter().enumerate() {
        if name.parse::<Lang>().is_err() || !themed.contains_key(name) {
            let known: Vec<&str> = themed.keys().map(String::as_str).collect();
            report(place(name), bad_setting::words_of_language(name, &known.join(", ")));
        } else if config.languages[..nth].contains(name) {
            let second = file.text.match_indices(&format!("\"{name}\"")).nth(1);
            let at = second.map(|(at, _)| at + 1..at + 1 + name.len());
            report(at.or_else(|| place(name)), bad_setting::words_of_twice(name));
        }
    }
    found.extend(unspoken(sources));
    found.extend(hidden(sources, place));
    found
}

/// Words of the site itself in a language that it does not speak.
fn unspoken(sources: &Sources) -> Vec<Diagnostic> {
    let (file, config) = (&sources.config_file, &sources.config);
    let known = config.languages.join(", ");
    let tables = [("title_in", &config.title_in), ("description_in", &config.description_in)];
    let keys = tables.into_iter().flat_map(|(table, words)| words.keys().map(move |lang| (table, lang)));
    keys.filter(|(_, lang)| !config.languages.contains(lang))
        .map(|(table, lang)| {
            let at = place_of_language(&file.text, table, lang);
            note(file, &unknown_language::RULE, at, unknown_language::words(lang, &known))
        })
        .collect()
}

/// The key of a language: as `title_in.fr`, or below `[title_in]` or within `title_in = {…}`.
fn place_of_language(text: &str, table: &str, lang: &str) -> Option<Range<usize>> {
    let start = text.find(table)? + table.len();
    let rest = &text[start..];
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let is_key = |at: &usize| {
        let (before, after) = (&rest[..*at], &rest[at + lang.len()..]);
        let is_whole = !before.ends_with(is_part) && !after.starts_with(is_part);
        // With quotes on both sides or on none.
        let is_even = before.ends_with('"') == after.starts_with('"');
        is_whole && is_even && after.trim_start_matches(['"', ' ']).starts_with('=')
    };
    let at = rest.match_indices(lang).map(|(at, _)| at).find(is_key)?;
    Some(start + at..start + at + lang.len())
}

/// What the check is told to look for, and where buttons may lead.
fn of_the_check(sources: &Sources, place: impl Fn(&str) -> Option<Range<usize>>) -> Vec<Diagnostic> {
    let (file, config) = (&sources.config_file, &sources.config);
    let choices =
        [("tone_style", &config.check.tone_style, "new, old"), ("lang", &config.check.lang, "vi, en")];
    let odd = choices
        .into_iter()
        .filter(|(_, it, known)| !it.is_empty() && !known.split(", ").any(|one| one == *it));
    let odd = odd.map(|(key, it, known)| {
        note(file, &bad_setting::RULE, place(it), bad_setting::words_of_choice(key, it, known))
    });
    let hosts = config.links.apply_hosts.iter().filter(|it| !is_pattern(it)).map(|it| {
        let at = place(it).filter(|_| !it.is_empty()).or_else(|| place("apply_hosts"));
        note(file, &bad_setting::RULE, at, bad_setting::words_of_pattern(it))
    });
    odd.chain(hosts).collect()
}

/// A host as it stands in an address that a button may have, or `*.` and what is above many.
fn is_pattern(text: &str) -> bool {
    let host = text.strip_prefix("*.").unwrap_or(text);
    format!("https://{host}").parse::<HttpsUrl>().is_ok_and(|it| it.host() == host)
}

/// Hidden characters in what readers see, as they are or as escapes.
fn hidden(sources: &Sources, place: impl Fn(&str) -> Option<Range<usize>>) -> Vec<Diagnostic> {
    let (file, config) = (&sources.config_file, &sources.config);
    let owner = &config.owner;
    let main = [
        ("title", &config.title),
        ("description", &config.description),
        ("name", &owner.name),
        ("address", &owner.address),
    ];
    let titles = config.title_in.values().map(|it| ("title_in", it));
    let others = titles.chain(config.description_in.values().map(|it| ("description_in", it)));
    let found = main.into_iter().chain(others).filter_map(|(key, text)| {
        let c = text.chars().find(|it| is_hidden(*it))?;
        let at = file.text.find(c).map(|at| at..at + c.len_utf8()).or_else(|| place(key));
        Some(note(file, &hidden_character::RULE, at, hidden_character::words(c)))
    });
    found.collect()
}

/// What is wrong with the address of the site, and which bytes of it; none is fine too.
fn of_address(address: &str) -> Option<(Range<usize>, [Words; 2])> {
    if address.is_empty() {
        return None;
    }
    let whole = 0..address.len();
    let is_scheme = |it: &(&str, &str)| matches!(it.0, "https" | "http");
    let Some((scheme, rest)) = address.split_once("://").filter(is_scheme) else {
        return Some((whole, bad_setting::words_of_address(address)));
    };
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    if host.is_empty() || !is_path(path) {
        return Some((whole, bad_setting::words_of_address(address)));
    }
    if !is_host(host) {
        let start = address.len() - rest.len();
        return Some((start..start + host.len(), bad_setting::words_of_host(host)));
    }
    // This machine's own, where somebody tries the site out.
    let is_here = matches!(host.split(':').next(), Some("localhost" | "127.0.0.1"));
    (scheme == "http" && !is_here).then(|| (whole, bad_setting::words_of_open_address(address, rest)))
}

/// A name that can be asked for, in any script, or the four numbers of a machine; with a port or without.
fn is_host(text: &str) -> bool {
    let (name, port) = text.split_once(':').map_or((text, None), |(name, port)| (name, Some(port)));
    let is_label = |it: &str| {
        (1..=63).contains(&it.chars().count())
            && it.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !it.starts_with('-')
            && !it.ends_with('-')
    };
    let is_number = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    let mut labels = name.split('.');
    let is_four = labels.clone().count() == 4 && labels.clone().all(|it| it.parse::<u8>().is_ok());
    name.len() <= 253
        && labels.clone().all(is_label)
        && (is_four || !labels.next_back().is_some_and(is_number))
        && port.is_none_or(|it| is_number(it) && it.parse::<NonZeroU16>().is_ok())
}

/// Can a page lie below it?
fn is_path(text: &str) -> bool {
    let odd = |c: char| c.is_whitespace() || c.is_control() || "?#\\\"<>@".contains(c);
    let mut folders = text.trim_end_matches('/').split('/').skip(1);
    !text.contains(odd) && folders.all(|it| !matches!(it, "" | "." | ".."))
}

pub(super) fn is_email(text: &str) -> bool {
    let parts = text.split_once('@').is_some_and(|(name, host)| {
        let dots = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
        !name.is_empty() && dots && !host.contains('@')
    });
    parts && text.chars().all(|c| c.is_ascii_alphanumeric() || "@._+-".contains(c))
}

#[cfg(test)]
mod tests;
