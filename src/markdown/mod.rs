//! Markdown to what the checks look at ([`outline()`]) and to HTML ([`html`]).
//!
//! Knows nothing of procedures. Tables and strikethrough are on; raw HTML is
//! reported by [`outline()`] and never passes through [`html`].

mod cells;
mod columns;
mod outline;
mod rows;
mod shown;

pub use outline::{Cell, Heading, Link, LinkKind, Outline, outline};

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html as writer};
use rustc_hash::FxHashMap;

fn parser(markdown: &str) -> Parser<'_> {
    Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Html {
    pub text: String,
    /// The parts that its top headings begin, in order.
    pub parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What `#anchor` names.
    pub id: String,
    /// The words of the heading.
    pub title: String,
}

/// HTML of a text that stands below a heading of level `below` (1 to 5): its own top
/// headings become `below + 1`, and none goes deeper than 6. Headings get the
/// ids of [`outline()`]; each target of a link or image goes through `target`.
pub fn html(markdown: &str, below: u8, target: impl Fn(&str) -> String) -> Html {
    let events: Vec<Event<'_>> = parser(markdown).filter(|it| !is_raw(it)).collect();
    let headings = headings(&events);
    let top = headings.iter().map(|(level, _)| *level).min().unwrap_or(1);
    let level = |it: HeadingLevel| {
        let shifted = (it as u8 - top + below + 1).min(6);
        HeadingLevel::try_from(usize::from(shifted)).expect("1 to 6, as shifted")
    };
    let mut ids = headings.iter().map(|(_, it)| it.id.clone());
    let mut columns = columns::Columns::default();
    let events = events.into_iter().map(|event| match columns.labelled(event) {
        Event::Start(Tag::Heading { level: was, classes, attrs, .. }) => {
            Event::Start(Tag::Heading { level: level(was), id: ids.next().map(CowStr::from), classes, attrs })
        }
        Event::End(TagEnd::Heading(was)) => Event::End(TagEnd::Heading(level(was))),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: target(&dest_url).into(), title, id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: target(&dest_url).into(), title, id })
        }
        other => other,
    });
    let mut text = String::with_capacity(markdown.len() * 3 / 2);
    writer::push_html(&mut text, events);
    let parts = headings.into_iter().filter(|(level, _)| *level == top).map(|(_, it)| it).collect();
    Html { text: shown::breaking(text), parts }
}

fn is_raw(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock)
    )
}

/// Each heading and its level, as [`outline()`] has them.
fn headings(events: &[Event<'_>]) -> Vec<(u8, Part)> {
    let mut found = Vec::new();
    let mut ids = Ids::default();
    let mut open: Option<(u8, String)> = None;
    for event in events {
        match event {
            Event::Start(Tag::Heading { level, .. }) => open = Some((*level as u8, String::new())),
            Event::End(TagEnd::Heading(_)) => {
                found.extend(open.take().map(|(level, title)| (level, Part { id: ids.give(&title), title })));
            }
            Event::Text(words) | Event::Code(words) => {
                if let Some((_, text)) = &mut open {
                    text.push_str(words);
                }
            }
            _ => {}
        }
    }
    found
}

/// The words alone, blocks separated by line breaks: for search and for descriptions.
pub fn plain(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    for event in parser(markdown) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::TableCell) => out.push(' '),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead,
            ) if !out.ends_with('\n') => out.push('\n'),
            _ => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Gives each heading an id of `a-z 0-9 -` that no other heading of the text has.
#[derive(Default)]
struct Ids(FxHashMap<String, usize>);

impl Ids {
    fn give(&mut self, words: &str) -> String {
        let folded = crate::text::fold(words);
        let mut base = String::with_capacity(folded.len());
        for part in folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|it| !it.is_empty()) {
            if !base.is_empty() {
                base.push('-');
            }
            base.push_str(part);
        }
        if base.is_empty() {
            base.push_str("muc");
        }
        let seen = self.0.entry(base.clone()).or_default();
        *seen += 1;
        if *seen == 1 { base } else { format!("{base}-{seen}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_html() {
        let cases = [
            ("Một *chữ*", "<p>Một <em>chữ</em></p>\n"),
            (
                "# Giấy tờ\n\n## Giấy tờ",
                "<h3 id=\"giay-to\">Giấy tờ</h3>\n<h4 id=\"giay-to-2\">Giấy tờ</h4>\n",
            ),
            ("a <b>c</b>", "<p>a c</p>\n"),
            ("<script>alert(1)</script>", ""),
            ("[x](y.md)", "<p><a href=\"to/y.md\">x</a></p>\n"),
            ("[x](javascript:alert)", "<p><a href=\"to/javascript:alert\">x</a></p>\n"),
            (
                "| A & B | C |\n| - | -: |\n| 1 | 2 |",
                "<table><thead><tr><th scope=\"col\">A &amp; B</th><th scope=\"col\">C</th></tr></thead><tbody>\n\
                 <tr><td>1</td><td><span class=\"label\">C: </span>2</td></tr>\n</tbody></table>\n",
            ),
            ("", ""),
        ];
        for (markdown, expected) in cases {
            assert_eq!(html(markdown, 2, |to| format!("to/{to}")).text, expected, "{markdown:?}");
        }
    }

    #[test]
    fn parts_are_what_the_top_headings_begin() {
        let found = html("## Giấy *tờ*\n\n### a\n\n## Giấy `tờ`", 1, str::to_owned);
        let parts: Vec<(&str, &str)> =
            found.parts.iter().map(|it| (it.id.as_str(), it.title.as_str())).collect();
        assert_eq!(parts, [("giay-to", "Giấy tờ"), ("giay-to-2", "Giấy tờ")]);
    }

    #[test]
    fn keeps_the_words_alone() {
        assert_eq!(
            plain("# Đầu\n\nMột [liên kết](x) và **đậm**.\nDòng hai\n\n- a\n- b"),
            "Đầu\nMột liên kết và đậm. Dòng hai\na\nb"
        );
        assert_eq!(plain("| a | b |\n| - | - |\n| 1 | 2 |"), "a b \n1 2");
    }
}
