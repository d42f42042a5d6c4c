//! What the checks look at: headings, links, images and raw HTML, each with its bytes.

use std::ops::Range;

use memchr::memchr;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd};

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
    let mut code = 0;
    let mut tables = 0;
    let mut rows = Rows::default();
    let has_tabs = memchr(b'\t', markdown.as_bytes()).is_some();
    let mut head: Option<(Range<usize>, usize)> = None;
    let (mut columns, mut row): (Vec<Range<usize>>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
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
                open.push(Link {
                    kind: LinkKind::Link,
                    target: dest_url.into_string(),
                    text: String::new(),
                    range,
                });
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                open.push(Link {
                    kind: LinkKind::Image,
                    target: dest_url.into_string(),
                    text: String::new(),
                    range,
                });
            }
            Event::End(TagEnd::Link | TagEnd::Image) => found.links.extend(open.pop()),
            Event::Start(Tag::TableHead) => {
                head = Some((range, 0));
                columns.clear();
            }
            Event::Start(Tag::TableRow) => row.clear(),
            Event::End(TagEnd::TableRow) => {
                // Of most rows it is the bar that ends them.
                let shown = row.last().map_or(range.end, |it| it.end);
                let rest = &markdown[shown.min(range.end)..range.end];
                if rest.len() > 2
                    && let Some(at) = rest.find(|it: char| it != '|' && !it.is_whitespace())
                {
                    let surplus =
                        shown + at..shown + rest.trim_end().trim_end_matches(['|', ' ', '\t']).len();
                    let row = row.first().cloned().unwrap_or_default();
                    found.surplus_cells.push(Surplus { range: surplus, row, columns: columns.len() });
                }
            }
            Event::End(TagEnd::TableHead) => head = None,
            Event::Start(Tag::TableCell) => {
                if let Some((line, column)) = &mut head {
                    *column += 1;
                    found.unnamed_columns.push((line.clone(), *column));
                    columns.push(range);
                } else if let Some(column) = columns.get(row.len()).cloned() {
                    row.push(range.clone());
                    let (row, rows) = (row[0].clone(), columns[0].clone());
                    found.cells.push(Cell { range, column, row, rows });
                }
            }
            Event::Start(Tag::Table(_)) => tables += 1,
            Event::End(TagEnd::Table) => tables -= 1,
            Event::Start(Tag::CodeBlock(kind)) => {
                code += 1;
                found.indented.extend((kind == CodeBlockKind::Indented).then_some(range));
            }
            Event::End(TagEnd::CodeBlock) => code -= 1,
            Event::Html(_) => match found.raw_html.last_mut() {
                // Each line of a block; what stands before it is indentation, a mark of a quotation, or
                // of a line end of Windows the first half.
                Some(last) if markdown[last.end..range.start].bytes().all(|it| b" \t>\r".contains(&it)) => {
                    last.end = range.end;
                }
                _ => found.raw_html.push(range),
            },
            Event::InlineHtml(_) => match found.raw_html.last_mut() {
                Some(last) if matches!(&markdown[last.end..range.start], "" | "\r") => last.end = range.end,
                _ => found.raw_html.push(range),
            },
            Event::SoftBreak => found.words.push(range),
            Event::Text(text) | Event::Code(text) => {
                if head.is_some() {
                    // The cell that is open has words after all.
                    found
                        .unnamed_columns
                        .pop_if(|(_, column)| head.as_ref().is_some_and(|it| it.1 == *column));
                }
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
            _ => {}
        }
    }
    found.pasted.extend(rows.tables());
    found
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
