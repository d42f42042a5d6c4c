//! Tables that a narrow screen can break up: each cell carries the name of its column as text.
//!
//! Text, not something drawn by a style sheet, is read aloud, copied and printed.

use pulldown_cmark::{Alignment, CowStr, Event, Tag, TagEnd, html as writer};

/// Where in a table the reader of events is.
#[derive(Default)]
pub(super) struct Columns {
    names: Vec<String>,
    /// Inside the head, whose texts are the names.
    head: bool,
    /// Column of the next cell of a row.
    at: usize,
}

impl Columns {
    /// The same event, or the one that stands for it in a labelled table.
    pub(super) fn labelled<'a>(&mut self, event: Event<'a>) -> Event<'a> {
        match event {
            // An alignment would become an inline style, which the site's policy forbids.
            Event::Start(Tag::Table(alignments)) => {
                self.names.clear();
                Event::Start(Tag::Table(vec![Alignment::None; alignments.len()]))
            }
            Event::Start(Tag::TableHead) => {
                self.head = true;
                Event::Start(Tag::TableHead)
            }
            Event::End(TagEnd::TableHead) => {
                self.head = false;
                Event::End(TagEnd::TableHead)
            }
            Event::Start(Tag::TableRow) => {
                self.at = 0;
                Event::Start(Tag::TableRow)
            }
            Event::Start(Tag::TableCell) if self.head => {
                self.names.push(String::new());
                html("<th scope=\"col\">".to_owned())
            }
            Event::End(TagEnd::TableCell) if self.head => html("</th>".to_owned()),
            Event::Start(Tag::TableCell) => {
                let name = self.names.get(self.at).map_or("", String::as_str);
                // The first column names the row; it needs no name itself.
                let label = if self.at == 0 || name.is_empty() { String::new() } else { label(name) };
                self.at += 1;
                html(format!("<td>{label}"))
            }
            Event::End(TagEnd::TableCell) => html("</td>".to_owned()),
            Event::Text(text) if self.head => {
                if let Some(name) = self.names.last_mut() {
                    name.push_str(&text);
                }
                Event::Text(text)
            }
            other => other,
        }
    }
}

fn html(html: String) -> Event<'static> {
    Event::InlineHtml(CowStr::from(html))
}

fn label(name: &str) -> String {
    let mut escaped = String::new();
    writer::push_html(&mut escaped, std::iter::once(Event::Text(name.into())));
    format!("<span class=\"label\">{escaped}: </span>")
}
