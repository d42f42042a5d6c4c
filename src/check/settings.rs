//! What `site.toml` says of the content.

use std::num::NonZeroU16;
use std::ops::Range;

use super::ground::{Ground, Kind};
use super::near::{as_id, near};
use super::note;
use super::odd;
use super::parts::odd_in_path;
use super::rules::{
    RULES, apply_host, bad_email, bad_phone, bad_setting, bad_url, hidden_character, may_be_allowed,
    unknown_language, unknown_reference, unknown_rule,
};
use crate::config::Links;
use crate::diagnostic::{Diagnostic, Words};
use crate::model::{HttpsUrl, Id, Lang, Phone};
use crate::source::{SourceFile, Sources, setting};
use crate::text::is_hidden;

pub(super) fn diagnostics(sources: &Sources, ground: &Ground) -> Vec<Diagnostic> {
    let mut found = of_the_site(sources);
    found.extend(of_the_owner(sources, ground));
    found.extend(of_the_check(sources));
    found.extend(of_what_is_allowed(sources));
    for it in &mut found {
        if it.path.is_empty() {
            it.path = "site.toml".into();
        }
    }
    found
}

/// Of what a key says.
fn value(file: &SourceFile, path: &[&str]) -> Option<Range<usize>> {
    setting(&file.text, path).map(|it| it.value)
}

fn key(file: &SourceFile, path: &[&str]) -> Option<Range<usize>> {
    setting(&file.text, path).map(|it| it.key)
}

fn item(file: &SourceFile, path: &[&str], nth: usize) -> Option<Range<usize>> {
    setting(&file.text, path)?.items.into_iter().nth(nth)
}

/// Its name, where it is, and which languages it speaks.
fn of_the_site(sources: &Sources) -> Vec<Diagnostic> {
    let (file, config, themed) = (&sources.config_file, &sources.config, &sources.theme.words);
    let mut found = Vec::new();
    let mut report = |at, words| found.push(note(file, &bad_setting::RULE, at, words));
    if config.title.trim().is_empty() {
        report(key(file, &["title"]), bad_setting::words_of_title());
    }
    if let Some((part, words)) = of_address(&config.base_url) {
        let whole = value(file, &["base_url"]);
        // What an escape stands for is not in the file.
        let is_plain = |it: &Range<usize>| file.text.get(it.clone()) == Some(config.base_url.as_str());
        let at = whole.map(|it| if is_plain(&it) { it.start + part.start..it.start + part.end } else { it });
        report(at, words);
    }
    if config.languages.is_empty() {
        report(key(file, &["languages"]), bad_setting::words_of_no_language());
    }
    for (nth, name) in config.languages.iter().enumerate() {
        let at = || item(file, &["languages"], nth);
        if !is_worded(sources, name) {
            let known: Vec<&str> = themed.keys().map(String::as_str).collect();
            report(at(), bad_setting::words_of_language(name, &known.join(", ")));
        } else if config.languages[..nth].contains(name) {
            report(at(), bad_setting::words_of_twice(name));
        }
    }
    found.extend(unspoken(sources));
    found.extend(hidden(sources));
    found
}

/// Does the theme have words of that language?
pub(super) fn is_worded(sources: &Sources, name: &str) -> bool {
    name.parse::<Lang>().is_ok() && sources.theme.words.contains_key(name)
}

/// Words of the site itself in a language that it does not speak.
fn unspoken(sources: &Sources) -> Vec<Diagnostic> {
    let (file, config) = (&sources.config_file, &sources.config);
    let known = config.languages.join(", ");
    let tables = [("title_in", &config.title_in), ("description_in", &config.description_in)];
    let keys = tables.into_iter().flat_map(|(table, words)| words.keys().map(move |lang| (table, lang)));
    keys.filter(|(_, lang)| !config.languages.contains(lang))
        .map(|(table, lang)| {
            let words = unknown_language::words(lang, &known);
            note(file, &unknown_language::RULE, key(file, &[table, lang]), words)
        })
        .collect()
}

/// Who can be reached, and what the home page begins with.
fn of_the_owner(sources: &Sources, ground: &Ground) -> Vec<Diagnostic> {
    let (file, owner) = (&sources.config_file, &sources.config.owner);
    let mut found = Vec::new();
    let mut report = |rule, at, words| found.push(note(file, rule, at, words));
    for (id, at) in unknown_popular(sources, ground) {
        let [vi, en, home] = Kind::Procedure.words();
        let near = near(&as_id(id), ground.names.of(Kind::Procedure).map(Id::as_str));
        let words = match id.parse::<Id>() {
            Ok(_) => unknown_reference::words(id, vi, en, near, home),
            Err(_) => unknown_reference::words_of_text(id, [vi, en], near, home),
        };
        report(&unknown_reference::RULE, at, words);
    }
    let mails = [("email", &owner.email), ("feedback", &owner.feedback)];
    for (name, mail) in mails.into_iter().filter(|(_, it)| !it.contains("://")) {
        // A form for what readers have to say may be a mail too.
        let plain = if name == "feedback" { mail.trim_start_matches("mailto:") } else { mail };
        if !mail.is_empty() && !is_email(plain) {
            report(&bad_email::RULE, value(file, &["owner", name]), bad_email::words(mail));
        }
    }
    if owner.feedback.contains("://") {
        let (form, at) = (&owner.feedback, || value(file, &["owner", "feedback"]));
        match form.parse::<HttpsUrl>() {
            Err(error) => report(&bad_url::RULE, at(), bad_url::words(form, &error)),
            Ok(url) if !sources.config.links.allow(url.host()) && are_patterns(&sources.config.links) => {
                report(&apply_host::RULE, at(), apply_host::words_of_feedback(url.host()));
            }
            Ok(_) => {}
        }
    }
    let hotline = &*owner.hotline;
    let unheard = if hotline.is_empty() {
        None
    } else if hotline.parse::<Phone>().is_err() {
        Some(bad_phone::words(hotline))
    } else {
        odd::number(hotline)
    };
    if let Some(words) = unheard {
        report(&bad_phone::RULE, value(file, &["owner", "hotline"]), words);
    }
    found
}

/// What is listed as popular and is the id of no procedure, and where.
pub(super) fn unknown_popular<'a>(
    sources: &'a Sources,
    ground: &Ground,
) -> Vec<(&'a str, Option<Range<usize>>)> {
    // Where there is no content at all, that is told, and not what of it is missing.
    let popular = if sources.files.is_empty() { &[][..] } else { &sources.config.owner.popular };
    let is_known = |id: &str| id.parse::<Id>().is_ok_and(|it| ground.names.has(Kind::Procedure, &it));
    let unknown = popular.iter().enumerate().filter(|(_, id)| !is_known(id));
    unknown.map(|(nth, id)| (&**id, item(&sources.config_file, &["owner", "popular"], nth))).collect()
}

/// What the check is told to look for, and where buttons may lead.
fn of_the_check(sources: &Sources) -> Vec<Diagnostic> {
    let (file, config) = (&sources.config_file, &sources.config);
    let choices =
        [("tone_style", &config.check.tone_style, "new, old"), ("lang", &config.check.lang, "vi, en")];
    let odd = choices
        .into_iter()
        .filter(|(_, it, known)| !it.is_empty() && !known.split(", ").any(|one| one == *it));
    let odd = odd.map(|(name, it, known)| {
        let words = bad_setting::words_of_choice(name, it, known);
        note(file, &bad_setting::RULE, value(file, &["check", name]), words)
    });
    let hosts = config.links.apply_hosts.iter().enumerate().filter(|(_, it)| !is_pattern(it));
    let hosts = hosts.map(|(nth, it)| {
        let at = item(file, &["links", "apply_hosts"], nth);
        note(file, &bad_setting::RULE, at, bad_setting::words_of_pattern(it))
    });
    odd.chain(hosts).collect()
}

/// Rules that the site does not want to be told of.
fn of_what_is_allowed(sources: &Sources) -> Vec<Diagnostic> {
    let file = &sources.config_file;
    let mut found = Vec::new();
    for (name, reason) in &sources.config.check.allow {
        let mut report = |rule, words| {
            found.push(note(file, rule, key(file, &["check", "allow", name]), words));
        };
        if reason.trim().is_empty() {
            report(&bad_setting::RULE, bad_setting::words_of_reason(name));
        }
        match RULES.iter().find(|it| it.code == name || it.name == name) {
            Some(rule) if may_be_allowed(rule) => {}
            Some(rule) => report(&bad_setting::RULE, bad_setting::words_of_error(name, rule.code)),
            None => {
                let near = near(name, RULES.iter().map(|it| it.name));
                report(&unknown_rule::RULE, unknown_rule::words(name, near));
            }
        }
    }
    found
}

/// A host as it stands in an address that a button may have, or `*.` and what is above many.
/// Of a pattern that is none its line is told, and not of all whom it was to allow.
pub(super) fn are_patterns(links: &Links) -> bool {
    links.apply_hosts.iter().all(|it| is_pattern(it))
}

fn is_pattern(text: &str) -> bool {
    let host = text.strip_prefix("*.").unwrap_or(text);
    format!("https://{host}").parse::<HttpsUrl>().is_ok_and(|it| it.host() == host)
}

/// Hidden characters in what readers see, as they are or as escapes.
fn hidden(sources: &Sources) -> Vec<Diagnostic> {
    let (file, config) = (&sources.config_file, &sources.config);
    let owner = &config.owner;
    let main = [
        (vec!["title"], &config.title),
        (vec!["description"], &config.description),
        (vec!["owner", "name"], &owner.name),
        (vec!["owner", "address"], &owner.address),
    ];
    let titles = config.title_in.iter().map(|(lang, it)| (vec!["title_in", lang], it));
    let others = config.description_in.iter().map(|(lang, it)| (vec!["description_in", lang], it));
    let found = main.into_iter().chain(titles).chain(others).filter_map(|(path, text)| {
        let c = text.chars().find(|it| is_hidden(*it))?;
        let as_it_is = |whole: &Range<usize>| {
            let at = whole.start + file.text[whole.clone()].find(c)?;
            Some(at..at + c.len_utf8())
        };
        let at = setting(&file.text, &path).map(|it| as_it_is(&it.value).unwrap_or(it.key));
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
    let (folder, page) = address.rsplit_once('/').unwrap_or_default();
    if !path.is_empty() && [".html", ".htm", ".php", ".aspx"].iter().any(|it| page.ends_with(it)) {
        return Some((folder.len() + 1..address.len(), bad_setting::words_of_page(page, folder)));
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
    let mut folders = text.trim_end_matches('/').split('/').skip(1);
    odd_in_path(text).is_none() && folders.all(|it| !matches!(it, "" | "." | ".."))
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
