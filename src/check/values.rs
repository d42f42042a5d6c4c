//! Values with a form of their own: numbers, days, times, fees, addresses, telephones.

use std::str::FromStr;

use jiff::civil::Date;

use super::meant;
use super::near::near;
use super::note;
use super::odd;
use super::papers;
use super::reading::Reading;
use super::roles::{Role, role};
use super::rules::{
    bad_date, bad_email, bad_fee, bad_number, bad_phone, bad_time, bad_url, date_in_future, figure_odd,
    form_missing,
};
use super::scopes::with_key;
use super::settings::is_email;
use super::unfilled;
use crate::diagnostic::Words;
use crate::model::{Fee, HttpsUrl, Phone, TimeLimit};
use crate::source::tree::{Node, Value};
use crate::text::nfc;

/// A day so many years ahead is mistyped.
const FAR: i16 = 20;

impl Reading<'_> {
    /// Of copies.
    pub(super) fn number(&mut self, node: &Node) -> Option<u16> {
        let text = self.scalar(node)?;
        let number = text.parse().ok().filter(|it| *it <= 9_999);
        if number.is_none() {
            self.report_number(node, text);
        }
        self.ask(node, number.and_then(odd::copies));
        number
    }

    /// How many copies there are in words, of each kind, belongs under the keys of these kinds.
    fn report_number(&mut self, node: &Node, text: &str) {
        let file = &self.source.text;
        let before = file[..node.span.start].trim_end().trim_end_matches(':');
        let key = before.rsplit(|it: char| !it.is_ascii_lowercase() && it != '_').next().unwrap_or_default();
        let kinds =
            papers::kinds(&nfc(text)).filter(|it| !matches!(it.as_slice(), [(own, _)] if *own == key));
        let (span, words) = match kinds {
            Some(kinds) => {
                let own = before.len() - key.len();
                // Not from the start of the line: one may have thousands of these.
                let lead = file[..own].trim_end_matches([' ', '-']);
                let is_line = lead.is_empty() || lead.ends_with('\n');
                (own..node.span.end, bad_number::words_of_kinds(text, &kinds, is_line))
            }
            None => (node.span.clone(), bad_number::words(text)),
        };
        self.report(&bad_number::RULE, span, words);
    }

    /// Of a figure that is understood, whether it was meant.
    fn ask(&mut self, node: &Node, words: Option<[Words; 2]>) {
        let asked = words.map(|it| note(self.source, &figure_odd::RULE, Some(node.span.clone()), it));
        self.aside.extend(asked);
    }

    pub(super) fn date(&mut self, node: &Node) -> Option<Date> {
        let date = self.any_date(node)?;
        // Of a calendar's days their year is told.
        if self.ground.as_of.year() + FAR < date.year()
            && !matches!(role(&self.source.path), Some(Role::Calendar(_)))
        {
            let words = date_in_future::words_of_far(&date.to_string(), FAR);
            // The row that has it is understood.
            self.aside.push(note(self.source, &date_in_future::RULE, Some(node.span.clone()), words));
        }
        Some(date)
    }

    fn any_date(&mut self, node: &Node) -> Option<Date> {
        let text = self.scalar(node)?;
        let date = if text.len() == 10 { Date::from_str(text).ok() } else { None };
        if date.is_none() {
            let words = bad_date::words(text, self.year());
            self.report(&bad_date::RULE, node.span.clone(), words);
        }
        date
    }

    /// Of days in this file, where they are written without one.
    fn year(&self) -> i16 {
        match role(&self.source.path) {
            Some(Role::Calendar(year)) => year,
            _ => self.ground.as_of.year(),
        }
    }

    /// A day on which somebody did something.
    pub(super) fn past_date(&mut self, node: &Node) -> Option<Date> {
        self.date_until_now(node, date_in_future::words)
    }

    /// The day of a text that there is.
    pub(super) fn issue_date(&mut self, node: &Node) -> Option<Date> {
        self.date_until_now(node, date_in_future::words_of_issue)
    }

    fn date_until_now(&mut self, node: &Node, words: fn(&str) -> [Words; 2]) -> Option<Date> {
        let date = self.any_date(node)?;
        if self.ground.as_of < date {
            self.report(&date_in_future::RULE, node.span.clone(), words(&date.to_string()));
        }
        Some(date)
    }

    /// How long somebody waits.
    pub(super) fn time(&mut self, node: &Node) -> Option<TimeLimit> {
        let limit = self.limit(node)?;
        if let Value::Scalar(text) = &node.value {
            self.ask(node, odd::time(text.trim(), limit));
        }
        Some(limit)
    }

    fn limit(&mut self, node: &Node) -> Option<TimeLimit> {
        let text = nfc(self.scalar(node)?);
        text.parse()
            .map_err(|error| self.report(&bad_time::RULE, node.span.clone(), bad_time::words(&text, &error)))
            .ok()
    }

    /// How often something is done.
    pub(super) fn every(&mut self, node: &Node) -> Option<TimeLimit> {
        let text = nfc(self.scalar(node)?);
        if text.parse::<u8>().is_ok_and(|it| 0 < it) {
            self.report(&bad_time::RULE, node.span.clone(), bad_time::words_of_number(&text));
            return None;
        }
        let often = meant::every(&text).filter(|_| text.parse::<TimeLimit>().is_err());
        let Some(often) = often else { return self.limit(node) };
        self.report(&bad_time::RULE, node.span.clone(), bad_time::words_of_every(&text, &often));
        None
    }

    pub(super) fn fee(&mut self, node: &Node) -> Option<Fee> {
        let text = nfc(self.scalar(node)?);
        let fee = text
            .parse()
            .map_err(|error| self.report(&bad_fee::RULE, node.span.clone(), bad_fee::words(&text, &error)))
            .ok();
        self.ask(node, fee.and_then(|it| odd::fee(&text, it)));
        fee
    }

    pub(super) fn url(&mut self, node: &Node) -> Option<HttpsUrl> {
        let text = self.scalar(node)?;
        if text == unfilled::SITE {
            self.starters.push(node.span.clone());
        }
        text.parse()
            .map_err(|error| self.report(&bad_url::RULE, node.span.clone(), bad_url::words(text, &error)))
            .ok()
    }

    pub(super) fn phone(&mut self, node: &Node) -> Option<Phone> {
        let text = self.scalar(node)?;
        if text == unfilled::PHONE {
            self.starters.push(node.span.clone());
        }
        let phone: Option<Phone> = text.parse().ok();
        if let Some(words) = phone.as_ref().and_then(|_| odd::number(text)) {
            self.report(&bad_phone::RULE, node.span.clone(), words);
        } else if phone.is_none() {
            self.report(&bad_phone::RULE, node.span.clone(), bad_phone::words(text));
        }
        phone
    }

    pub(super) fn email(&mut self, node: &Node) -> Option<String> {
        let text = self.scalar(node)?;
        if unfilled::MAILS.contains(&text) {
            self.starters.push(node.span.clone());
        }
        let shaped = is_email(text);
        if !shaped {
            self.report(&bad_email::RULE, node.span.clone(), bad_email::words(text));
        }
        shaped.then(|| text.to_owned())
    }

    /// The official number of a procedure.
    pub(super) fn code(&mut self, node: &Node) -> Option<String> {
        let code = self.string(node)?;
        if unfilled::CODES.contains(&&*code) {
            self.starters.push(node.span.clone());
        }
        Some(code)
    }

    /// A path below `content/` of a form that was found there.
    pub(super) fn form(&mut self, node: &Node) -> Option<String> {
        let text = &*self.string(node)?;
        if self.ground.forms.contains(text) {
            return Some(text.to_owned());
        }
        if text.starts_with("https://") || text.starts_with("http://") {
            let span = with_key(&self.source.text, "form", &node.span);
            self.report(&form_missing::RULE, span, form_missing::words_of_url(text));
            return None;
        }
        let forms = || self.ground.forms.iter().map(String::as_str);
        // Of a path on somebody's own machine the last part is the file.
        let named = |it: &&str| it.rsplit('/').next() == text.rsplit(['/', '\\']).next();
        let words = match forms().find(named).or_else(|| near(text, forms())) {
            None if !text.starts_with("files/") => {
                let name = text.rsplit(['/', '\\']).next().unwrap_or(text);
                form_missing::words_outside(text, name)
            }
            near => form_missing::words(text, near),
        };
        self.report(&form_missing::RULE, node.span.clone(), words);
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{bare, run, sources};

    #[test]
    fn days_are_told_from_those_that_have_not_come_or_are_decades_ahead() {
        let told = |files: &str| {
            let found = run(&sources(files)).1.diagnostics;
            found.iter().map(|it| it.rule.code).collect::<Vec<_>>()
        };
        for (line, expected) in [
            ("effective: 2046-12-31\n", &[][..]),
            ("effective: 2047-01-01\n", &["C123"]),
            ("reviewed: 2026-11-23\n", &[]),
            ("reviewed: 2026-11-24\n", &["C123"]),
        ] {
            assert_eq!(told(&bare("x", line)), expected, "{line}");
        }
        let calendar = "-- content/calendar/2026.yaml --\noff: [{date: 2062-02-17, name: Tết}]\n";
        assert_eq!(told(calendar), ["C202"], "of a calendar its year is told");
    }
}
