//! Markdown: what its words, headings, links and pictures must keep to.

use std::ops::Range;

use super::ground::{Ground, Target};
use super::idle;
use super::near::near;
use super::reading::Reading;
use super::rules::{
    bad_link, broken_anchor, broken_link, column_without_name, heading_jump, hidden_character, idle_mark,
    image_elsewhere, image_without_text, indented_prose, link_without_text, pasted_table, raw_html,
    ruled_heading, surplus_cell, vague_link,
};
use super::tags;
use super::{addresses, elsewhere};
use crate::markdown::{Link, LinkKind, Outline};
use crate::model::HttpsUrl;
use crate::text::fold;

/// Ranges of the outline count from `start`.
pub(super) fn check(reading: &mut Reading<'_>, outline: &Outline, start: usize) {
    let place = |range: &Range<usize>| {
        let range = start + range.start..start + range.end;
        let length = reading.source.text[range.clone()].trim_end().len();
        range.start..range.start + length
    };
    let raw: Vec<Range<usize>> = outline.raw_html.iter().map(place).collect();
    let headings: Vec<Range<usize>> = outline.headings.iter().map(|it| place(&it.range)).collect();
    let links: Vec<Range<usize>> = outline.links.iter().map(|it| place(&it.range)).collect();
    let mut open = tags::Open::default();
    for span in raw {
        self::raw(reading, span, &mut open);
    }
    for (range, c) in &outline.hidden {
        reading.report(&hidden_character::RULE, place(range), hidden_character::words(*c));
    }
    for (range, column) in &outline.unnamed_columns {
        reading.report(&column_without_name::RULE, place(range), column_without_name::words(*column));
    }
    for it in &outline.surplus_cells {
        let words = surplus_cell::words(reading.source.text[place(&it.row)].trim(), it.columns);
        reading.report(&surplus_cell::RULE, place(&it.range), words);
    }
    for range in &outline.indented {
        reading.report(&indented_prose::RULE, place(range), indented_prose::words());
    }
    let rows: Vec<Range<usize>> = outline.pasted.iter().map(place).collect();
    for span in rows {
        let words = pasted_table::words(&reading.source.text[span.clone()]);
        reading.report(&pasted_table::RULE, span, words);
    }
    // Counted from the start of the body, as the outline counts.
    for (range, meant) in idle::marks(&reading.source.text[start..], &outline.words) {
        let words = idle_mark::words(&reading.source.text[start..][range.clone()], meant);
        reading.report(&idle_mark::RULE, start + range.start..start + range.end, words);
    }
    if let Some(line) = &outline.open_code {
        let words = idle_mark::words(&reading.source.text[place(line)], idle_mark::Meant::OpenCode);
        reading.report(&idle_mark::RULE, place(line), words);
    }
    let mut level = None;
    for (heading, span) in outline.headings.iter().zip(headings) {
        if let Some((words, line)) = ruled(&reading.source.text[span.clone()]) {
            let words = span.start..span.start + words;
            reading.report(&ruled_heading::RULE, words, ruled_heading::words(line));
        }
        if let Some(above) = level
            && above + 1 < heading.level
        {
            reading.report(&heading_jump::RULE, span, heading_jump::words(heading.level, above + 1));
        }
        level = Some(heading.level);
    }
    for (it, span) in outline.links.iter().zip(links) {
        link(reading, outline, it, span);
    }
}

/// Of a heading that a line below its words makes one: how long the words are, and that line.
fn ruled(heading: &str) -> Option<(usize, &str)> {
    let (words, line) = heading.rsplit_once('\n')?;
    let line = line.trim_matches([' ', '\t', '>']);
    let is_line = line.bytes().all(|it| matches!(it, b'-' | b'='));
    is_line.then(|| (words.trim_end().len(), line))
}

/// HTML, and each comment in it: what was to be kept private must not be told to be written as text.
fn raw<'a>(reading: &mut Reading<'a>, span: Range<usize>, open: &mut tags::Open<'a>) {
    const OPEN: &str = "<!--";
    const CLOSE: &str = "-->";
    let source = reading.source;
    let text = &source.text[span.clone()];
    let first = text.find(OPEN);
    if first.is_none_or(|it| !text[..it].trim().is_empty()) && !open.ends(text) {
        reading.report(&raw_html::RULE, span.clone(), raw_html::words(tags::meant(text)));
    }
    let mut next = first;
    while let Some(at) = next {
        let Some(length) = text[at + OPEN.len() - 2..].find(CLOSE) else {
            let line = text[at..].lines().next().map_or(0, str::len);
            let span = span.start + at..span.start + at + line;
            reading.report(&raw_html::RULE, span, raw_html::words_of_open_note());
            return;
        };
        let end = at + OPEN.len() - 2 + length + CLOSE.len();
        reading.report(&raw_html::RULE, span.start + at..span.start + end, raw_html::words_of_note());
        next = text[end..].find(OPEN).map(|it| end + it);
    }
}

fn link(reading: &mut Reading<'_>, outline: &Outline, link: &Link, span: Range<usize>) {
    if link.text.starts_with('^') {
        // `[^1]` is a link where its note is an address alone.
        let words = idle_mark::words(&format!("[{}]", link.text), idle_mark::Meant::Footnote);
        reading.report(&idle_mark::RULE, span, words);
        return;
    }
    if link.text.trim().is_empty() {
        if link.kind == LinkKind::Image {
            reading.report(&image_without_text::RULE, span.clone(), image_without_text::words());
        } else {
            reading.report(&link_without_text::RULE, span.clone(), link_without_text::words());
        }
    } else if link.kind == LinkKind::Link && is_vague(&link.text) {
        reading.report(&vague_link::RULE, span.clone(), vague_link::words(link.text.trim()));
    }
    let target = link.target.as_str();
    if matches!(target, "" | "…") {
        let of = if link.kind == LinkKind::Image {
            broken_link::words_of_no_picture
        } else {
            broken_link::words_of_none
        };
        reading.report(&broken_link::RULE, span, of());
        return;
    }
    let scheme =
        target.split_once(':').is_some_and(|(name, _)| name.chars().all(|c| c.is_ascii_alphanumeric()));
    if scheme || target.starts_with("//") {
        let is_https = target.parse::<HttpsUrl>().is_ok();
        if link.kind == LinkKind::Image {
            let file = elsewhere::picture(target);
            // No link can be in the words of another.
            let may_be_link = is_https && !reading.source.text[..span.start].ends_with('[');
            let words = image_elsewhere::words(&file, &way(&reading.source.path, &file), may_be_link);
            reading.report(&image_elsewhere::RULE, span, words);
        } else if let Some(path) = elsewhere::on_site(target, &reading.ground.config.base_url) {
            if addresses::is_of_nobody(reading.ground, path) {
                lost(reading, target, path, span);
            }
        } else if !(is_https || target.starts_with("mailto:") || target.starts_with("tel:")) {
            let meant = elsewhere::with_https(target);
            let words = bad_link::words(target, meant.as_ref().map(HttpsUrl::as_str));
            reading.report(&bad_link::RULE, span, words);
        }
        return;
    }
    let (path, anchor) = target.split_once('#').map_or((target, None), |(path, anchor)| (path, Some(anchor)));
    let headings = if path.is_empty() {
        Some(outline)
    } else {
        match reading.ground.target(&reading.source.path, path) {
            Some(Target::Prose(prose)) => Some(prose),
            Some(Target::Other) => None,
            None => {
                let outside = (link.kind == LinkKind::Link).then(|| elsewhere::with_scheme(target)).flatten();
                match outside {
                    Some(meant) => {
                        reading.report(&broken_link::RULE, span, broken_link::words(target, Some(&meant)));
                    }
                    None => lost(reading, target, target, span),
                }
                return;
            }
        }
    };
    if let (Some(anchor), Some(headings)) = (anchor, headings)
        && !headings.headings.iter().any(|it| it.id == anchor)
    {
        let known: Vec<&str> = headings.headings.iter().map(|it| it.id.as_str()).collect();
        let known = if known.is_empty() { "—".to_owned() } else { known.join(", ") };
        reading.report(&broken_anchor::RULE, span, broken_anchor::words(anchor, &known));
    }
}

/// Tells of a link that leads nowhere: `meant` is its target as it would be within the site.
fn lost(reading: &mut Reading<'_>, target: &str, meant: &str, span: Range<usize>) {
    let (path, anchor) = meant.split_at(meant.find('#').unwrap_or(meant.len()));
    let slashed = path.contains('\\').then(|| path.replace('\\', "/"));
    let path = slashed.as_deref().unwrap_or(path);
    let near = nearest(reading.ground, &reading.source.path, path).map(|it| format!("{it}{anchor}"));
    let words = match (near, path.rsplit_once("files/")) {
        (None, Some((_, file))) => {
            let to = format!("content/files/{file}");
            broken_link::words_of_no_file(target, &to, &way(&reading.source.path, &to))
        }
        (near, _) => broken_link::words(target, near.as_deref()),
    };
    reading.mentions.broken.push((path.to_owned(), target.to_owned(), span.clone()));
    reading.report(&broken_link::RULE, span, words);
}

/// Words that lead anywhere; folded.
const VAGUE: &[&str] = &[
    "day",
    "o day",
    "tai day",
    "vao day",
    "bam vao day",
    "nhan vao day",
    "click vao day",
    "xem",
    "xem them",
    "xem tai day",
    "chi tiet",
    "xem chi tiet",
    "link",
    "lien ket",
    "duong dan",
    "here",
    "click here",
    "this",
    "this page",
    "this link",
    "more",
    "read more",
    "see more",
    "details",
];

fn is_vague(text: &str) -> bool {
    let words = fold(text);
    let words = words.trim_matches(|it: char| !it.is_alphanumeric());
    VAGUE.contains(&words) || words.starts_with("http") && words.contains("://") || words.starts_with("www.")
}

/// What may have been meant by `path` in the file `from`: the same address with its last part
/// corrected, or the way to the nearest file of that name, or of one much like it.
fn nearest(ground: &Ground, from: &str, path: &str) -> Option<String> {
    let trimmed = path.trim_end_matches('/');
    let (folder, name) = trimmed.rsplit_once('/').map_or(("", trimmed), |(folder, name)| (folder, name));
    if path.starts_with('/') {
        let page = path.strip_suffix("index.html").filter(|it| ground.target(from, it).is_some());
        if let Some(page) = page.map(ToOwned::to_owned).or_else(|| addresses::of_file(ground, path)) {
            return Some(page);
        }
        let found =
            near(name, ground.addresses.iter().filter_map(|it| it.trim_end_matches('/').rsplit('/').next()))?;
        let whole = format!("{folder}/{found}/");
        return ground.addresses.contains(whole.trim_start_matches('/')).then_some(whole);
    }
    let forms: Vec<String> = ground.forms.iter().map(|it| format!("content/{it}")).collect();
    let named = || ground.paths().chain(forms.iter().map(String::as_str)).map(|it| (last(it), it));
    let is_moved = named().any(|it| it.0 == name);
    let found = if is_moved { name } else { near(name, named().map(|it| it.0))? };
    let ways = named().filter(|it| it.0 == found).map(|(_, to)| way(from, to));
    ways.min_by_key(|it| (it.matches('/').count(), it.clone()))
}

/// Of the file of a record, its name without its ending.
pub(super) fn record_name(path: &str) -> Option<&str> {
    let name = last(path);
    name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".md"))
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// From one file to another: `../pages/gioi-thieu.md`.
pub(super) fn way(from: &str, to: &str) -> String {
    let shared = from.bytes().zip(to.bytes()).take_while(|(a, b)| a == b).count();
    // It may end within a letter of two folders that begin alike.
    let shared = from.as_bytes()[..shared].iter().rposition(|it| *it == b'/').map_or(0, |at| at + 1);
    let up = from[shared..].matches('/').count();
    format!("{}{}", "../".repeat(up), &to[shared..])
}

#[cfg(test)]
mod tests;
