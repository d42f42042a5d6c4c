//! What the checks look at: headings, links, images and raw HTML, each with its bytes.

use std::ops::Range;

use memchr::memchr;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd};

use super::cells::Cells;
use super::rows::Rows;
use super::{Ids, parser};
use crate::text::is_hidden;

/// All ranges are bytes of the Markdown given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    pub headings: Vec<Heading>,
    /// Links and images, in order.
    pub links: Vec<Link>,
    pub raw_html: Vec<Range<usize>>,
    /// What an entity such as `&#8238;` stands for, where that is hidden.
    pub hidden: Vec<(Range<usize>, char)>,
    /// Columns of tables without a name: the line of names, and which of them, counted from 1.
    pub unnamed_columns: Vec<(Range<usize>, usize)>,
    pub surplus_cells: Vec<Surplus>,
    /// Paragraphs that are code to Markdown, for the space before them; from behind that space.
    pub indented: Vec<Range<usize>>,
    /// The line that opens code which nothing closes: all that follows is code as well.
    pub open_code: Option<Range<usize>>,
    /// Tables of which each row is a line with tabs between its cells.
    pub pasted: Vec<Range<usize>>,
    /// Runs of plain words, outside code: where prose says something. A line end within a paragraph
    /// is one of them.
    pub words: Vec<Range<usize>>,
    /// Of tables, but for the names of their columns.
    pub cells: Vec<Cell>,
}

/// What stands in a row of a table behind its last column, and is shown nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Surplus {
    pub range: Range<usize>,
    /// The first cell of its row.
    pub row: Range<usize>,
    /// How many the table has.
    pub columns: usize,
}

/// A cell of a table, and those that say what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub range: Range<usize>,
    /// The name of its column.
    pub column: Range<usize>,
    /// The first of its row.
    pub row: Range<usize>,
    /// What the first of each row are.
    pub rows: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6, as written.
    pub level: u8,
    pub text: String,
    /// `a-z 0-9 -`, unique in the text; what `#anchor` names.
    pub id: String,
    pub range: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub kind: LinkKind,
    pub target: String,
    /// The words of a link, the text for those who cannot see of an image.
    pub text: String,
    /// From `[` or `![` to the end.
    pub range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    Link,
    Image,
}

pub fn outline(markdown: &str) -> Outline {
    let mut found = Outline::default();
    let mut ids = Ids::default();
    let mut heading: Option<(u8, Range<usize>, String)> = None;
    let mut open: Vec<Link> = Vec::new();
    let (mut code, mut tables) = (0, 0);
    let (mut cells, mut rows) = (Cells::default(), Rows::default());
    let last = markdown.trim_end().len();
    let has_tabs = memchr(b'\t', markdown.as_bytes()).is_some();
    for (event, range) in parser(markdown).into_offset_iter() {
        let written = &markdown[range.clone()];
        let hidden = decoded(&event).find(|it| is_hidden(*it) && !written.contains(*it));
        found.hidden.extend(hidden.map(|it| (range.clone(), it)));
        match event {
            Event::Start(Tag::Heading { level, .. }) => heading = Some((level as u8, range, String::new())),
            Event::End(TagEnd::Heading(_)) => {
                if let Some((level, range, text)) = heading.take() {
                    let id = ids.give(&text);
                    found.headings.push(Heading { level, text, id, range });
                }
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                open.push(Link::begun(LinkKind::Link, dest_url, range));
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                open.push(Link::begun(LinkKind::Image, dest_url, range));
            }
            Event::End(TagEnd::Link | TagEnd::Image) => found.links.extend(open.pop()),
            Event::Start(Tag::CodeBlock(kind)) => {
                code += 1;
                if kind == CodeBlockKind::Indented {
                    found.indented.push(range);
                } else if last <= range.end {
                    found.open_code = open_fence(markdown, range);
                }
            }
            Event::End(TagEnd::CodeBlock) => code -= 1,
            // Each line of a block; what stands before it is indentation, a mark of a quotation, or
            // of a line end of Windows the first half.
            Event::Html(_) => found.html(range, |it| markdown[it].bytes().all(|it| b" \t>\r".contains(&it))),
            Event::InlineHtml(_) => found.html(range, |it| matches!(&markdown[it], "" | "\r")),
            Event::SoftBreak => found.words.push(range),
            Event::Text(text) | Event::Code(text) => {
                cells.words(&mut found);
                if let Some((_, _, words)) = &mut heading {
                    words.push_str(&text);
                }
                for link in &mut open {
                    link.text.push_str(&text);
                }
                if has_tabs && code == 0 && tables == 0 {
                    rows.read(markdown, &range);
                }
                if code == 0 {
                    found.words.push(range);
                }
            }
            Event::Start(Tag::Table(_)) => tables += 1,
            Event::End(TagEnd::Table) => tables -= 1,
            Event::Start(Tag::TableHead) => cells.head(range),
            Event::End(TagEnd::TableHead) => cells.end_of_head(),
            Event::Start(Tag::TableRow) => cells.row(),
            Event::End(TagEnd::TableRow) => found.surplus_cells.extend(cells.surplus(&range, markdown)),
            Event::Start(Tag::TableCell) => cells.cell(range, &mut found),
            _ => {}
        }
    }
    found.pasted.extend(rows.tables());
    found
}

impl Outline {
    /// One piece of HTML with the last, if what is between them only goes on.
    fn html(&mut self, range: Range<usize>, goes_on: impl Fn(Range<usize>) -> bool) {
        match self.raw_html.last_mut() {
            Some(last) if goes_on(last.end..range.start) => last.end = range.end,
            _ => self.raw_html.push(range),
        }
    }
}

impl Link {
    /// Its words are to come.
    fn begun(kind: LinkKind, target: CowStr<'_>, range: Range<usize>) -> Link {
        Link { kind, target: target.into_string(), text: String::new(), range }
    }
}

/// The line with which code begins that ends with the text and not with such a line.
fn open_fence(markdown: &str, range: Range<usize>) -> Option<Range<usize>> {
    let lines = markdown[range.clone()].trim_end();
    let (first, rest) = lines.split_once('\n').unwrap_or((lines, ""));
    let sign = first.chars().next()?;
    let length = |line: &str| line.len() - line.trim_start_matches(sign).len();
    let last = rest.rsplit('\n').next().unwrap_or_default().trim_start_matches([' ', '>', '\t']).trim_end();
    let is_closed = length(first) <= length(last) && length(last) == last.len() && !last.is_empty();
    (!is_closed).then(|| range.start..range.start + first.trim_end().len())
}

/// Of the texts of an event, those that do not stand in the file as they are.
fn decoded<'e>(event: &'e Event<'_>) -> impl Iterator<Item = char> + 'e {
    let texts: [Option<&CowStr<'_>>; 2] = match event {
        Event::Text(text) | Event::Code(text) => [Some(text), None],
        Event::Start(Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. }) => {
            [Some(dest_url), Some(title)]
        }
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => [Some(info), None],
        _ => [None, None],
    };
    let texts = texts.into_iter().flatten().filter(|it| !matches!(it, CowStr::Borrowed(_)));
    texts.flat_map(|it| it.chars())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_everything_with_its_bytes() {
        let markdown = "# Điện\n\n[a](b.md) ![](c.png) <br>\n\n<div>\nx\n</div>\n";
        let found = outline(markdown);
        assert_eq!(found.headings.len(), 1);
        assert_eq!((found.headings[0].id.as_str(), found.headings[0].level), ("dien", 1));
        let shown: Vec<_> = found
            .links
            .iter()
            .map(|it| (&markdown[it.range.clone()], it.target.as_str(), it.text.as_str()))
            .collect();
        assert_eq!(shown, [("[a](b.md)", "b.md", "a"), ("![](c.png)", "c.png", "")]);
        let html: Vec<_> = found.raw_html.iter().map(|it| &markdown[it.clone()]).collect();
        assert_eq!(html, ["<br>", "<div>\nx\n</div>\n"]);
    }
}
