//! Texts, in one language or several.

use std::borrow::Cow;

use super::map::Firsts;
use super::near::near;
use super::reading::Reading;
use super::rules::{
    hidden_character, marks_in_text, missing_key, other_language, unknown_key, unknown_language,
};
use super::slips::cut::pieces;
use super::unfilled::is_of_starter;
use super::{note, spoken, typed};
use crate::model::{Lang, Shared, Text};
use crate::source::line::bullet;
use crate::source::tree::{Entry, Node, Value};
use crate::text::{is_hidden, nfc};

impl Reading<'_> {
    /// Hidden characters that an escape stands for; of those in the file itself, its reader tells.
    pub(super) fn escaped(&mut self, node: &Node, text: &str) {
        let written = &self.source.text[node.span.clone()];
        if let Some(c) = text.chars().find(|c| is_hidden(*c) && !written.contains(*c)) {
            let span = self.first_line(node.span.clone());
            self.report(&hidden_character::RULE, span, hidden_character::words(c));
        }
    }

    pub(super) fn string(&mut self, node: &Node) -> Option<String> {
        let it = self.scalar(node)?;
        self.note_starter(node, it);
        Some(nfc(it).into_owned())
    }

    fn note_starter(&mut self, node: &Node, text: &str) {
        if is_of_starter(text) {
            self.starters.push(node.span.clone());
        }
    }

    fn shared(&mut self, node: &Node, lang: Lang) -> Option<Shared> {
        let (file, is_settled) = (&self.source.text, self.is_settled);
        let it = self.scalar(node)?;
        self.note_starter(node, it);
        if !typed::is_usual(it) {
            self.note_typing(node, it, lang);
        }
        // What such signs begin with; nearly every text begins with a letter.
        if it.bytes().next().is_some_and(|it| matches!(it, b'-' | b'+' | b'0'..=b'9' | 0xc2 | 0xe2 | 0xef)) {
            self.note_bullet(node, it);
        }
        Some(match Shared::piece(file, it) {
            // What an escape stands for is not in the file.
            Some(piece) if is_settled => piece,
            _ => match nfc(it) {
                Cow::Borrowed(it) => Shared::within(file, it),
                Cow::Owned(it) => it.into(),
            },
        })
    }

    /// Says of a sign before a text, as if that were an item of a list, that pages show it.
    fn note_bullet(&mut self, node: &Node, text: &str) {
        let sign = bullet(text);
        let behind = &text[sign.len()..];
        // A dash right before a word is of an item whose space was forgotten, before a figure its sign.
        let is_tight = sign == "-" && behind.starts_with(char::is_alphabetic);
        if sign.is_empty() || !is_tight && !behind.starts_with([' ', '\t', '\u{a0}']) {
            return;
        }
        let start = self.source.text[node.span.clone()].find(sign).map(|it| node.span.start + it);
        let span = start.map_or(node.span.clone(), |it| it..it + sign.len());
        let words = marks_in_text::words_of_bullet(sign);
        self.aside.push(note(self.source, &marks_in_text::RULE, Some(span), words));
    }

    fn note_typing(&mut self, node: &Node, text: &str, lang: Lang) {
        let text = if self.is_settled { Cow::Borrowed(text) } else { nfc(text) };
        if let Some((rule, words)) = typed::told(&text, lang) {
            self.aside.push(note(self.source, rule, Some(node.span.clone()), words));
        }
    }

    /// The name of what has a page, or stands in a list of such.
    pub(super) fn title(&mut self, node: &Node) -> Option<Text> {
        let title = self.text(node)?;
        match &node.value {
            Value::Map(entries) => entries.iter().for_each(|it| self.note_end(&it.value)),
            _ => self.note_end(node),
        }
        Some(title)
    }

    fn note_end(&mut self, node: &Node) {
        if let Value::Scalar(text) = &node.value
            && let Some(sign) = sign_of_sentence(text)
        {
            let words = marks_in_text::words_of_end(sign);
            self.aside.push(note(self.source, &marks_in_text::RULE, Some(node.span.clone()), words));
        }
    }

    /// A string in the main language, or a map by language.
    pub(super) fn text(&mut self, node: &Node) -> Option<Text> {
        let Value::Map(entries) = &node.value else {
            return self.shared(node, self.ground.languages[0]).map(Text::plain);
        };
        let ground = self.ground;
        let main = ground.languages[0];
        let languages = || ground.languages.iter().map(Lang::as_str).collect::<Vec<_>>();
        // Where a site has one language alone, the other is still one to its author.
        let names = || [languages(), vec!["vi", "en"]].concat();
        let mut text = None;
        let mut other: Vec<(Lang, Shared)> = Vec::new();
        let firsts = Firsts::of(entries);
        let source = self.source;
        for (nth, (entry, piece_of)) in pieces(&source.text, entries).enumerate() {
            if let Some(other) = firsts.other(nth) {
                self.report_twice(entry, other);
                continue;
            }
            if let Some(lang) = meant_language(&entry.key, &languages()).filter(|it| firsts_lack(entries, it))
            {
                let words = unknown_key::words(&entry.key, Some(lang), "");
                self.report(&unknown_key::RULE, entry.key_span.clone(), words);
                text = text.or((lang == main.as_str()).then(Shared::default));
                continue;
            }
            match (entry.key.parse::<Lang>(), piece_of) {
                (Err(_), Some(of)) => {
                    let keys = self.report_cut(entries, of, nth, &names());
                    let is_told = keys.iter().any(|it| it.1 == main.as_str());
                    text = text.or(is_told.then(Shared::default));
                }
                (Err(_), None) if self.report_leading(entries, nth, &names()) => {
                    text = text.or(Some(Shared::default()));
                }
                (Err(_), None) => {
                    let near = near(&entry.key, languages());
                    let words = unknown_key::words(&entry.key, near, &languages().join(", "));
                    self.report(&unknown_key::RULE, entry.key_span.clone(), words);
                }
                (Ok(lang), _) => {
                    // No page shows it, but people find by it.
                    if !self.ground.languages.contains(&lang) {
                        let words = unknown_language::words(&entry.key, &languages().join(", "));
                        self.report(&unknown_language::RULE, entry.key_span.clone(), words);
                    }
                    if entry.value.value.is_null() {
                        self.report_empty(entry);
                        text = text.or((lang == main).then(Shared::default));
                        continue;
                    }
                    match self.shared(&entry.value, lang) {
                        Some(it) if lang == main => text = Some(it),
                        Some(it) => other.push((lang, it)),
                        None if lang == main => text = Some(Shared::default()),
                        None => {}
                    }
                }
            }
        }
        let Some(text) = text else {
            let span = entries.first().map_or(node.span.clone(), |it| it.key_span.clone());
            self.report(&missing_key::RULE, span, missing_key::words(main.as_str()));
            return None;
        };
        let english = other.iter().find(|it| it.0.as_str() == "en" && main.as_str() == "vi");
        if let Some(words) = english.and_then(|(_, it)| spoken::words([&text, it])) {
            let entry = entries.iter().find(|it| it.key == "en");
            let span = entry.map_or(node.span.clone(), |it| it.value.span.clone());
            self.aside.push(note(self.source, &other_language::RULE, Some(span), words));
        }
        let mut text = Text::plain(text);
        for (lang, it) in other {
            text.translate(lang, it);
        }
        Some(text)
    }
}

/// What ends a sentence, or leads on to more, at the end of a name; abbreviations end so as well.
fn sign_of_sentence(title: &str) -> Option<&str> {
    const SHORT: [&str; 3] = ["etc", "vv", "tr"];
    let before = title.trim_end_matches(['.', ',', ';', ':']);
    let sign = &title[before.len()..];
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_short = word.contains('.') || SHORT.contains(&word) || word.starts_with(char::is_uppercase);
    (sign.len() == 1 && !word.is_empty() && (sign != "." || !is_short)).then_some(sign)
}

/// The language of a site for which people have other short names.
fn meant_language<'l>(key: &str, languages: &[&'l str]) -> Option<&'l str> {
    let meant = match key {
        "vn" | "vie" | "viet" | "VN" | "VI" => "vi",
        "eng" | "us" | "gb" | "EN" => "en",
        _ => return None,
    };
    languages.iter().copied().find(|it| *it == meant)
}

fn firsts_lack(entries: &[Entry<'_>], lang: &str) -> bool {
    entries.iter().all(|it| it.key != lang)
}

#[cfg(test)]
mod tests;
