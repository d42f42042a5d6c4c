//! `feed.xml`: what changed in which procedure.

use atom_syndication::{Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use jiff::civil::Date;

use super::absolute;
use crate::config::SiteConfig;
use crate::derive::Views;
use crate::output::OutputFile;

/// A reader who comes once a month misses nothing.
const MOST: usize = 50;

/// `None` for a site that does not know its address: entries need an absolute one.
pub(super) fn file(views: &Views<'_>, config: &SiteConfig) -> Option<OutputFile> {
    let home = absolute(config, "")?;
    let this = absolute(config, "feed.xml")?;
    let changes = views.changes();
    let entries = changes
        .iter()
        .take(MOST)
        .enumerate()
        .filter_map(|(at, change)| {
            let page = absolute(config, change.address.as_str())?;
            // Two changes of one page on one day need ids of their own.
            let same = changes[..at]
                .iter()
                .filter(|it| it.address == change.address && it.date == change.date)
                .count();
            let number = if same == 0 { String::new() } else { format!("-{}", same + 1) };
            Some(Entry {
                id: format!("{page}#{}{number}", change.date),
                title: Text::plain(change.title.clone()),
                updated: instant(change.date),
                summary: Some(Text::plain(change.note.clone())),
                links: vec![Link { href: page, rel: "alternate".to_owned(), ..Link::default() }],
                ..Entry::default()
            })
        })
        .collect();
    let main = views.sites.first()?;
    let owner = main.owner.plain();
    let author = if owner.is_empty() { main.title.plain() } else { owner };
    let feed = Feed {
        id: home.clone(),
        title: Text::plain(main.title.plain()),
        updated: instant(changes.first().map_or(views.as_of, |it| it.date)),
        authors: vec![Person { name: author.into_owned(), ..Person::default() }],
        generator: Some(Generator { value: "thutuc".to_owned(), ..Generator::default() }),
        lang: Some(main.lang.to_string()),
        links: vec![
            Link { href: home, rel: "alternate".to_owned(), ..Link::default() },
            Link { href: this, rel: "self".to_owned(), ..Link::default() },
        ],
        entries,
        ..Feed::default()
    };
    Some(OutputFile::text("feed.xml", feed.to_string()))
}

/// The start of a day.
fn instant(day: Date) -> FixedDateTime {
    format!("{day}T00:00:00Z").parse().expect("a civil date at midnight is an instant")
}
