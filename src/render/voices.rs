//! Where the language of a page changes, as its elements say it to who reads the page aloud.

use crate::derive::{END, LANGUAGE, WORDS};

/// Elements that hold text and nothing else.
const TEXT_ONLY: [&str; 3] = ["title", "option", "textarea"];

/// Is there anything to say?
pub(super) fn has_marks(html: &[u8]) -> bool {
    html.contains(&(LANGUAGE as u8))
}

/// The page with an element around each piece in another language, unless the one that holds it
/// says so already. Where no element may stand, in an attribute or in a title, nothing is said.
pub(super) fn voiced(html: &str) -> String {
    let mut voiced = String::with_capacity(html.len() + html.len() / 8);
    let mut place = Place::default();
    let mut rest = html;
    while let Some((before, marked)) = rest.split_once(LANGUAGE) {
        unmarked(&mut voiced, before);
        place.pass(before);
        let (lang, said) = code(marked).unwrap_or(("", marked));
        rest = said;
        let whole =
            said.split_once(END).filter(|(words, _)| !lang.is_empty() && !words.contains(['<', LANGUAGE]));
        if let Some((words, after)) = whole
            && place.takes_elements()
            && !says_so(&voiced, lang)
        {
            voiced.extend(["<span lang=\"", lang, "\">"]);
            unmarked(&mut voiced, words);
            voiced.push_str("</span>");
            rest = after;
        }
    }
    unmarked(&mut voiced, rest);
    voiced
}

/// The code of a language, and what stands after it. A filter of a template may have cut marks apart;
/// whatever is no whole piece is text like any other.
fn code(marked: &str) -> Option<(&str, &str)> {
    let (lang, said) = marked.split_once(WORDS)?;
    let is_code = !lang.is_empty() && lang.bytes().all(|it| it.is_ascii_lowercase() || it == b'-');
    is_code.then_some((lang, said))
}

fn unmarked(out: &mut String, html: &str) {
    out.extend(html.split([WORDS, END]));
}

/// Does the element that was just opened name this language?
fn says_so(html: &str, lang: &str) -> bool {
    let value = html.strip_suffix("\">").and_then(|it| it.strip_suffix(lang));
    value.is_some_and(|it| it.ends_with(" lang=\""))
}

/// Where in the HTML one is.
#[derive(Default)]
struct Place {
    in_tag: bool,
    /// The sign that ends the value of an attribute.
    quote: Option<char>,
    /// Was the last tag one that opened an element of text only?
    in_text_only: bool,
}

impl Place {
    fn pass(&mut self, mut html: &str) {
        while let Some(at) = match (self.in_tag, self.quote) {
            (false, _) => html.find('<'),
            (true, None) => html.find(['>', '"', '\'']),
            (true, Some(quote)) => html.find(quote),
        } {
            let (before, sign) = html.split_at(at);
            html = &sign[1..];
            match (self.in_tag, self.quote) {
                (false, _) => {
                    self.in_tag = true;
                    let name = html.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
                    self.in_text_only = TEXT_ONLY.iter().any(|it| name.eq_ignore_ascii_case(it));
                }
                (true, Some(_)) => self.quote = None,
                (true, None) if sign.starts_with('>') => self.in_tag = false,
                // A comment may have one of its own.
                (true, None) => self.quote = sign.chars().next().filter(|_| before.ends_with('=')),
            }
        }
    }

    fn takes_elements(&self) -> bool {
        !self.in_tag && !self.in_text_only
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::derive::Words;

    /// `[…]` stands for words in Vietnamese, as a view serialises them.
    fn html(short: &str) -> String {
        short.replace('[', &format!("{LANGUAGE}vi{WORDS}")).replace(']', &END.to_string())
    }

    #[test]
    fn pieces_in_another_language_say_so_where_elements_may_stand() {
        for (marked, expected) in [
            ("<p>[a] · By post</p>", "<p><span lang=\"vi\">a</span> · By post</p>"),
            ("<a href=\"b\" lang=\"vi\">[a]</a>", "<a href=\"b\" lang=\"vi\">a</a>"),
            ("<a lang=\"vi\">[a]</a> [b]", "<a lang=\"vi\">a</a> <span lang=\"vi\">b</span>"),
            ("<title>[a] – [b]</title>[c]", "<title>a – b</title><span lang=\"vi\">c</span>"),
            (
                "<meta content=\"1 > 0, [a] [b]\">[c]",
                "<meta content=\"1 > 0, a b\"><span lang=\"vi\">c</span>",
            ),
            ("<!-- it's --><b title='[a]'>[b]", "<!-- it's --><b title='a'><span lang=\"vi\">b</span>"),
            ("<option value=\"x\">[a]</option>", "<option value=\"x\">a</option>"),
        ] {
            assert_eq!(voiced(&html(marked)), expected);
        }
    }

    #[test]
    fn marks_that_were_cut_apart_or_forged_make_no_attribute() {
        let forged = |lang: &str| format!("<p>{LANGUAGE}{lang}{WORDS}a{END}</p><p>b</p>");
        assert_eq!(voiced(&forged(" x\" onclick=\"y")), "<p> x\" onclick=\"ya</p><p>b</p>");
        assert_eq!(voiced(&forged("")), "<p>a</p><p>b</p>");
        for (cut, expected) in [
            (html("<p>[a</p><p>b [c]</p>"), "<p>a</p><p>b <span lang=\"vi\">c</span></p>"),
            (html("<p title=\"[a\">b]</p>"), "<p title=\"a\">b</p>"),
            (format!("<p>a{END} {LANGUAGE}vi</p>"), "<p>a vi</p>"),
        ] {
            assert_eq!(voiced(&cut), expected);
        }
    }

    proptest! {
        #[test]
        fn whatever_is_done_to_marks_only_elements_are_added(html in "[\u{1}\u{2}\u{3}a\"<>= -]{0,40}") {
            let page = voiced(&html);
            prop_assert!(!page.contains([LANGUAGE, WORDS, END]), "{page:?}");
            let added = page.matches("<span lang=\"").count();
            for sign in ['<', '"'] {
                prop_assert_eq!(page.matches(sign).count(), html.matches(sign).count() + 2 * added, "{:?}", page);
            }
        }

        #[test]
        fn nothing_but_marks_is_taken_away(parts in proptest::collection::vec(("[a-zđ ]{0,4}", any::<bool>()), 0..6)) {
            let words = parts.iter().map(|(text, own)| if *own { text.as_str().into() } else { Words::foreign("vi", text) });
            let joined = Words::join(&words.collect::<Vec<_>>(), ", ");
            let serialised: String = serde_json::from_value(serde_json::to_value(&joined).expect("JSON")).expect("text");
            let page = voiced(&format!("<p>{serialised}</p>"));
            let shown: String = page.split('<').map(|it| it.split_once('>').map_or("", |(_, text)| text)).collect();
            prop_assert_eq!(&shown, &joined.plain());
            prop_assert_eq!(page.matches("<span lang=\"vi\">").count(), serialised.matches(LANGUAGE).count());
        }
    }
}
