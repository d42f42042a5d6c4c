//! Where pages and earlier addresses are to be: nothing else may stand there.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::files::{Made, Read};
use super::ground::{Ground, Kind};
use super::mentions::Mentions;
use super::note;
use super::roles::Role;
use super::rules::{address_taken, alias_clash, bad_alias, duplicate_id};
use super::scan::Scan;
use crate::diagnostic::{Diagnostic, Words};
use crate::model::{Address, Catalogue, Id, Lang, Text};
use crate::source::SourceFile;
use crate::text::nfc;

type AddressOf = fn(&Id) -> Address;

/// Records with a page, and whether every address below it is theirs as well.
const PAGES: [(Kind, AddressOf, bool); 7] = [
    (Kind::Procedure, Address::procedure, true),
    (Kind::Choice, |id| Address::choice(id, &[]), true),
    (Kind::Journey, Address::journey, false),
    (Kind::Field, Address::field, false),
    (Kind::Audience, Address::audience, false),
    (Kind::Agency, Address::agency, false),
    (Kind::Office, Address::office, false),
];

/// A page in the main language, where the site has something of its own or another file says the same.
pub(super) fn page(source: &SourceFile, name: &str, lang: Option<Lang>, ground: &Ground) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let small = name.to_lowercase();
    let (language, _) = ground.split(&small);
    if let Some(language) = language {
        let words = address_taken::words_of_language(name, language.as_str());
        found.push(note(source, &address_taken::RULE, None, words));
    } else if let Some(holder) = holder(ground, &small).or_else(|| twin(ground, name, &small)) {
        found.push(note(source, &address_taken::RULE, None, address_taken::words(name, &holder)));
    }
    let plain = format!("content/pages/{name}.md");
    if lang.is_some() && ground.file(&plain).is_some() {
        found.push(note(source, &duplicate_id::RULE, None, duplicate_id::words(name, &plain)));
    }
    found
}

/// The page whose name is this but for its capitals; it is told of the one that has some.
fn twin(ground: &Ground, name: &str, small: &str) -> Option<Words> {
    let other = ground.page_in_any_case(Address::page(small).as_str()).filter(|_| name != small)?;
    let other = other.trim_end_matches('/');
    let file = || format!("`content/pages/{other}.md`");
    (other != nfc(name)).then(|| Words::new(file(), file()))
}

/// What the site itself has at this path, which is without a language, in small letters.
fn holder(ground: &Ground, path: &str) -> Option<Words> {
    if let Some(file) = Address::beside_pages(path) {
        return Some(Words::new(format!("tệp `{file}` của trang"), format!("the site's file `{file}`")));
    }
    let address = Address::page(path);
    let is_at = |it: &Address| *it == address || it.is_list_of(address.as_str());
    let fixed = [
        (Address::search(), true, "trang tìm kiếm", "the search page"),
        (Address::alphabet(), true, "danh sách A–Z", "the list A–Z"),
        (Address::sheets(), ground.config.sheets, "trang các tờ để in", "the page of all sheets"),
        (Address::offices(), ground.has_any(Kind::Office), "trang các nơi nộp", "the page of all offices"),
    ];
    if let Some((.., vi, en)) = fixed.iter().find(|(it, is_there, ..)| *is_there && is_at(it)) {
        return Some(Words::new(*vi, *en));
    }
    let (kind, id) = record(ground, path)?;
    let [vi, en, _] = kind.words();
    Some(Words::new(format!("{vi} `{id}`"), format!("the {en} `{id}`")))
}

/// The record that has a page or a sheet at this path, which is without a language.
fn record(ground: &Ground, path: &str) -> Option<(Kind, Id)> {
    let address = Address::page(path);
    let id: Id = path.split('/').nth(1)?.parse().ok()?;
    let is_here = |kind: Kind, page: &Address, is_deep: bool| {
        let is_below = is_deep && address.as_str().starts_with(page.as_str());
        ground.names.has(kind, &id) && (is_below || *page == address || page.is_list_of(address.as_str()))
    };
    let found = PAGES.iter().find(|(kind, page, is_deep)| is_here(*kind, &page(&id), *is_deep));
    let is_printed = ground.config.sheets && Address::is_printed(address.as_str());
    let printed = is_printed && ground.names.has(Kind::Procedure, &id);
    let kind = found.map(|(kind, ..)| *kind).or(printed.then_some(Kind::Procedure))?;
    Some((kind, id))
}

/// Is there neither a page nor anything else at `path`, a link within the site, where only records
/// have their pages? What else lies on the same host is nobody's business here.
pub(super) fn is_of_nobody(ground: &Ground, path: &str) -> bool {
    let path = path.split('#').next().unwrap_or_default();
    let Some((_, neutral)) = path.strip_prefix('/').map(|it| ground.split(it)) else { return false };
    let mut parts = neutral.split('/');
    let (folder, name) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let any: Id = "x".parse().expect("a letter is an id");
    let is_folder = |(_, page, _): &(Kind, AddressOf, bool)| page(&any).as_str() == format!("{folder}/x/");
    let neutral = neutral.strip_suffix("index.html").unwrap_or(neutral).trim_end_matches('/');
    !name.is_empty()
        && PAGES.iter().any(is_folder)
        && ground.target("", path).is_none()
        && holder(ground, &neutral.to_lowercase()).is_none()
}

/// Of the page that is made of the file at `path`, written as an address of the site: `/content/…`.
pub(super) fn of_file(ground: &Ground, path: &str) -> Option<String> {
    let path = path.strip_prefix('/')?;
    let file = ground.file(path).or_else(|| ground.file(&format!("content/{path}")))?;
    own(file).map(|it| it.written())
}

/// The page of a file.
pub(super) fn own(file: &Scan) -> Option<Address> {
    match &file.role {
        Some(Role::Page(name, _)) => Some(Address::page(name)),
        Some(Role::Record(kind) | Role::Prose(kind, _)) => {
            let (_, page, _) = PAGES.iter().find(|it| it.0 == *kind)?;
            file.id.as_ref().map(page)
        }
        _ => None,
    }
}

/// From earlier addresses, in small letters and without a slash at either end, to what took their place.
pub(super) fn moved<'a>(files: impl Iterator<Item = (&'a Scan, &'a Read)>) -> FxHashMap<String, Address> {
    let mut moved = FxHashMap::default();
    for (file, read) in files.filter(|it| !it.1.mentions.aliases.is_empty()) {
        let all = Alias::all(file, &read.mentions);
        match (own(file), read.made.as_deref()) {
            (_, Some(Made::Ledger(noted))) => {
                let to = noted.iter().filter_map(|it| it.moved_to.as_ref());
                moved.extend(all.zip(to).map(|(it, to)| (it.path().to_owned(), to.clone())));
            }
            (Some(to), _) => moved.extend(all.map(|it| (it.path().to_owned(), to.clone()))),
            (None, _) => {}
        }
    }
    moved
}

/// Is what the site has at this path there in another language too? What is of nobody is in each;
/// sheets are, too, and what has a title if that was translated.
fn is_spoken(ground: &Ground, catalogue: &Catalogue, path: &str, lang: Lang) -> bool {
    if Address::is_printed(path) {
        return true;
    }
    if let Some((kind, id)) = record(ground, path) {
        return title(catalogue, kind, &id).is_some_and(|it| it.translated(lang).is_some());
    }
    let address = Address::page(path);
    let page = catalogue.pages.iter().find(|it| it.address == address);
    page.is_none_or(|it| it.title.translated(lang).is_some())
}

fn title<'c>(catalogue: &'c Catalogue, kind: Kind, id: &Id) -> Option<&'c Text> {
    match kind {
        Kind::Procedure => catalogue.procedure(id).map(|it| &it.title),
        Kind::Agency => catalogue.agencies.get(id).map(|it| &it.title),
        Kind::Office => catalogue.offices.get(id).map(|it| &it.title),
        Kind::Journey => catalogue.journeys.iter().find(|it| it.id == *id).map(|it| &it.title),
        Kind::Choice => catalogue.choices.iter().find(|it| it.id == *id).map(|it| &it.title),
        Kind::Field => catalogue.fields.iter().find(|it| it.id == *id).map(|it| &it.title),
        Kind::Audience => catalogue.audiences.iter().find(|it| it.id == *id).map(|it| &it.title),
        Kind::Paper | Kind::Legal => None,
    }
}

/// An earlier address, and the page that will lead on from there.
struct Alias<'a> {
    source: &'a SourceFile,
    span: &'a Range<usize>,
    written: &'a str,
    /// In small letters, to which many a disk compares them.
    small: String,
    /// Of `small`: what is before a slash at its end, or the name of the file that a folder is shown by.
    length: usize,
    /// Other files cannot be below it.
    is_file: bool,
}

impl<'a> Alias<'a> {
    fn all(file: &'a Scan, mentions: &'a Mentions) -> impl Iterator<Item = Alias<'a>> {
        mentions.aliases.iter().map(|(address, span)| {
            let small = address.as_str().to_lowercase();
            let folder = small.strip_suffix("index.html").filter(|it| it.is_empty() || it.ends_with('/'));
            let path = folder.unwrap_or(&small);
            let is_file = folder.is_none() && !path.ends_with('/');
            let length = path.trim_end_matches('/').len();
            Alias { source: &file.source, span, written: address.as_str(), small, length, is_file }
        })
    }

    fn path(&self) -> &str {
        &self.small[..self.length]
    }

    /// The file of the site that it would be, or be below.
    fn file<'g>(&'g self, ground: &'g Ground) -> Option<&'g str> {
        let (_, neutral) = ground.split(self.path());
        let form = || above(&self.small).chain([self.path()]).find_map(|it| ground.form_in_any_case(it));
        // What shows a folder is none itself.
        let index =
            || above(&self.small).filter_map(|it| it.rsplit('/').next()).find(|it| *it == "index.html");
        Address::beside_pages(neutral).or_else(index).or_else(form)
    }

    fn holder(&self, ground: &Ground, catalogue: &Catalogue) -> Option<Words> {
        match ground.split(self.path()) {
            (None, "") => Some(Words::new("trang chủ", "the home page")),
            (Some(it), "") => {
                Some(Words::new(format!("trang chủ bằng `{it}`"), format!("the home page in `{it}`")))
            }
            (lang, path) => {
                let page = |it: &str| {
                    let prefix = lang.map_or(String::new(), |it| format!("{it}/"));
                    Words::new(format!("`/{prefix}{it}`"), format!("`/{prefix}{it}`"))
                };
                let page = || ground.page_in_any_case(Address::page(path).as_str()).map(page);
                let found = holder(ground, path).or_else(page);
                found.filter(|_| lang.is_none_or(|it| is_spoken(ground, catalogue, path, it)))
            }
        }
    }

    fn shown(&self) -> &'a str {
        self.written.trim_end_matches('/')
    }
}

/// The folders in which it is.
fn above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// Of the files that have earlier addresses.
pub(super) fn aliases<'a>(
    files: impl Iterator<Item = (&'a Scan, &'a Read)>,
    ground: &Ground,
    catalogue: &Catalogue,
) -> Vec<Diagnostic> {
    let all: Vec<Alias<'_>> = files.flat_map(|(file, read)| Alias::all(file, &read.mentions)).collect();
    let mut folders: FxHashSet<&str> = FxHashSet::default();
    if all.iter().any(|it| it.is_file) {
        folders.extend(ground.addresses.iter().chain(ground.capitals.keys()).flat_map(|it| above(it)));
        folders.extend(all.iter().flat_map(|it| above(&it.small)));
    }
    let mut taken: FxHashMap<&str, &str> = FxHashMap::default();
    let mut found = Vec::new();
    for it in &all {
        let mut report = |rule, words| found.push(note(it.source, rule, Some(it.span.clone()), words));
        let is_folder = || {
            let (_, neutral) = ground.split(it.path());
            [it.path(), neutral].iter().any(|it| folders.contains(it)) || Address::is_folder(neutral)
        };
        if let Some(file) = it.file(ground) {
            report(&bad_alias::RULE, bad_alias::words_of_file(it.written, file));
        } else if let Some(holder) = it.holder(ground, catalogue) {
            report(&alias_clash::RULE, alias_clash::words(it.shown(), &holder));
        } else if let Some(other) = taken.get(it.path()) {
            let other = Words::new(format!("`{other}`"), format!("`{other}`"));
            report(&alias_clash::RULE, alias_clash::words(it.shown(), &other));
        } else if it.is_file && is_folder() {
            report(&bad_alias::RULE, bad_alias::words_of_folder(it.written));
        } else {
            taken.insert(it.path(), &it.source.path);
        }
    }
    found
}

#[cfg(test)]
mod tests;
