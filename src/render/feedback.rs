//! How a reader says what is wrong with a page: a letter, a form or a call that already names the
//! page and its version. Nothing is sent before somebody acts.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::config::Owner;
use crate::model::Lang;
use crate::text::encoded;

/// What templates see as `feedback`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct FeedbackContext {
    /// A `mailto:` address with the letter begun, or the owner's form with the page in its address.
    pub(super) href: Option<String>,
    /// Where the form is, if it is one.
    host: Option<String>,
    phone: Option<Call>,
    /// What to name on the telephone: `thu-tuc/cap-dien-sinh-hoat`.
    page: String,
    version: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Call {
    pub(super) shown: String,
    pub(super) dialled: String,
}

/// Where comments go, and the words of the letter.
pub(super) struct Feedback {
    to: To,
    lang: Lang,
    subject: String,
    page: String,
    version: String,
    wrong: String,
}

enum To {
    Nobody,
    Mail(String),
    Form(String),
}

impl Feedback {
    pub(super) fn of(owner: &Owner, lang: Lang, words: &BTreeMap<&str, &str>) -> Feedback {
        let word = |key: &str| words.get(key).copied().unwrap_or_default().to_owned();
        let to = match (owner.feedback.as_str(), owner.email.as_str()) {
            ("", "") => To::Nobody,
            ("", mail) => To::Mail(mail.to_owned()),
            (form, _) if form.contains("://") => To::Form(form.to_owned()),
            (mail, _) => To::Mail(mail.trim_start_matches("mailto:").to_owned()),
        };
        Feedback {
            to,
            lang,
            subject: word("feedback_subject"),
            page: word("feedback_page"),
            version: word("feedback_version"),
            wrong: word("feedback_wrong"),
        }
    }

    /// `address` from the root; `full` with the host, where it is known. `None` where nobody can be told.
    pub(super) fn about(
        &self,
        address: &str,
        full: Option<&str>,
        version: String,
        phone: Option<Call>,
    ) -> Option<FeedbackContext> {
        let page = if address.is_empty() { "/" } else { address.trim_end_matches('/') };
        let (href, host) = match &self.to {
            To::Nobody => (None, None),
            To::Mail(mail) => {
                let subject = format!("{}: {page}", self.subject);
                let body = format!(
                    "{}: {}\r\n{}: {version}\r\n\r\n{}:\r\n",
                    self.page,
                    full.unwrap_or(page),
                    self.version,
                    self.wrong
                );
                (Some(format!("mailto:{mail}?subject={}&body={}", encoded(&subject), encoded(&body))), None)
            }
            To::Form(form) => {
                let (start, part) = form.split_once('#').map_or((form.as_str(), None), |(a, b)| (a, Some(b)));
                let join = if start.contains('?') { '&' } else { '?' };
                let (page, version, lang) = (encoded(page), encoded(&version), self.lang);
                let part = part.map_or_else(String::new, |it| format!("#{it}"));
                let host = form.split('/').nth(2).unwrap_or_default().to_owned();
                (Some(format!("{start}{join}page={page}&version={version}&lang={lang}{part}")), Some(host))
            }
        };
        (href.is_some() || phone.is_some()).then(|| FeedbackContext {
            href,
            host,
            phone,
            page: page.to_owned(),
            version,
        })
    }
}

/// How a reader sends the page to somebody, or to his own telephone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct ShareContext {
    mail: String,
    sms: String,
}

impl ShareContext {
    /// `site` is its name, `full` the page's address with the host.
    pub(super) fn of(site: &str, full: &str) -> ShareContext {
        let url = encoded(full);
        ShareContext {
            mail: format!("mailto:?subject={}&body={url}", encoded(site)),
            sms: format!("sms:?body={url}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(feedback: &str, email: &str, address: &str) -> Option<FeedbackContext> {
        let owner = Owner { feedback: feedback.to_owned(), email: email.to_owned(), ..Owner::default() };
        let words = BTreeMap::from([("feedback_subject", "Góp ý"), ("feedback_page", "Trang")]);
        Feedback::of(&owner, Lang::VI, &words).about(address, None, "1".to_owned(), None)
    }

    #[test]
    fn the_letter_and_the_form_name_the_page() {
        for (feedback, email, href) in [
            ("", "a@b.vn", "mailto:a@b.vn?subject=G%C3%B3p%20%C3%BD%3A%20a-z&body=Trang%3A%20a-z%0D%0A"),
            ("mailto:c@d.vn", "a@b.vn", "mailto:c@d.vn?subject="),
            ("https://e.vn/g", "a@b.vn", "https://e.vn/g?page=a-z&version=1&lang=vi"),
            ("https://e.vn?x=1#y", "", "https://e.vn?x=1&page=a-z&version=1&lang=vi#y"),
        ] {
            let made = about(feedback, email, "a-z/").and_then(|it| it.href).unwrap_or_default();
            assert!(made.starts_with(href), "{feedback} {email}: {made}");
        }
        assert_eq!(about("https://e.vn/g", "", "").and_then(|it| it.host).as_deref(), Some("e.vn"));
        assert_eq!(about("", "", "a-z/"), None, "nobody to tell");
    }
}
