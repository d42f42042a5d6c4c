//! Entries that are named by what they are called, where their id belongs.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::files::{Made, Read};
use super::ground::Kind;
use super::meant::bare;
use super::names::Names;
use super::near::as_id;
use super::prose::{record_name, way};
use super::rules::{broken_link, unknown_reference};
use super::scan::Scan;
use super::{Placed, addresses};
use crate::diagnostic::Diagnostic;
use crate::model::{Address, Id, Shared, Text};
use crate::text::fold;

/// What a record declares itself, and what that is called.
pub(super) struct Named {
    pub(super) id: Id,
    pub(super) title: Text,
}

/// The only one of these that is called so, in any language and with or without accents.
pub(super) fn only<'a>(text: &str, named: impl Iterator<Item = (&'a Id, &'a str)>) -> Option<&'a Id> {
    let text = as_called(text);
    let mut found = named.filter(|it| as_called(it.1) == text).map(|it| it.0);
    let first = found.next()?;
    found.all(|it| it == first).then_some(first)
}

/// [`only`] of what a record declares.
pub(super) fn only_of<'a>(text: &str, declared: &'a [Named]) -> Option<&'a Id> {
    only(text, declared.iter().flat_map(|it| all_of(&it.title).map(|title| (&it.id, title))))
}

fn as_called(title: &str) -> String {
    fold(bare(title))
}

pub(super) fn all_of(text: &Text) -> impl Iterator<Item = &str> {
    let others = text.translations().iter().map(|(_, it)| Shared::as_ref(it));
    std::iter::once(text.main.as_ref()).chain(others)
}

/// Says the id where `found` says that there is no entry of what was written, in a file or as `popular`
/// in the settings. What entries are called is known only when all files are read.
pub(super) fn propose<'a>(
    found: &mut [Diagnostic],
    files: impl Iterator<Item = (&'a Scan, &'a Read)> + Clone,
    popular: Vec<(&'a str, Option<Range<usize>>)>,
    placed: &[Arc<Placed>],
    others: &[(&Scan, &Read)],
    names: &Names,
) {
    let (mut unknown, mut broken) = (Vec::new(), Vec::new());
    let (mut papers, mut unlisted) = (Vec::new(), Vec::new());
    for (scan, read) in files.clone() {
        let path = &*scan.source.path;
        let mentions = &read.mentions;
        unknown.extend(mentions.unknown.iter().map(|it| (path, it.0, it.1.as_str(), it.2.start)));
        broken.extend(mentions.broken.iter().map(|it| (path, it)));
        papers.extend(mentions.papers.iter().map(|(paper, start)| (path, paper, *start)));
        unlisted.extend(mentions.unlisted.iter().map(|(list, start)| (path, list, *start)));
    }
    unknown
        .extend(popular.into_iter().filter_map(|it| Some(("site.toml", Kind::Procedure, it.0, it.1?.start))));
    // Mostly there are none.
    if unknown.is_empty() && broken.is_empty() && papers.is_empty() && unlisted.is_empty() {
        return;
    }
    let called = Called::new(placed, others);
    let renamed = renamed(placed);
    let mut better = FxHashMap::default();
    for (path, kind, text, start) in unknown {
        let [vi, en, _] = kind.words();
        if let Some(it) = renamed.get(text).filter(|_| kind == Kind::Procedure) {
            let words = unknown_reference::words_of_renamed(text, [vi, en], it.procedure.id.as_str());
            better.insert((path, start, unknown_reference::RULE.code), words);
        } else if let Some(id) = called.id(kind, text) {
            let words = unknown_reference::words_of_title(text, [vi, en], id.as_str());
            better.insert((path, start, unknown_reference::RULE.code), words);
        }
    }
    let moved = if broken.is_empty() { FxHashMap::default() } else { addresses::moved(files) };
    for (path, (to, target, span)) in broken {
        let anchor = target.find('#').map_or("", |at| &target[at..]);
        let earlier = to.strip_prefix('/').map(|it| it.trim_end_matches('/').to_lowercase());
        let words = if let Some(now) = earlier.and_then(|it| moved.get(&it)) {
            broken_link::words_of_moved(target, &format!("{}{anchor}", now.written()))
        } else if let Some(it) = record_name(to).and_then(|it| renamed.get(it)) {
            let way = way(path, &it.scan.source.path);
            broken_link::words(target, Some(&format!("{way}{anchor}")))
        } else {
            continue;
        };
        better.insert((path, span.start, broken_link::RULE.code), words);
    }
    for (path, paper, start) in papers {
        if let Some(id) = called.id(Kind::Paper, &paper.title) {
            better.insert((path, start, paper.rule().code), paper.words(Some(id)));
        }
    }
    for (path, list, start) in unlisted {
        let words = list.words(|kind, text| called.id(kind, text).or_else(|| names.get(kind, &as_id(text))));
        better.insert((path, start, list.rule.code), words);
    }
    for it in found {
        let at = it.span.as_ref().map_or(0, |it| it.start);
        if let Some([message, help]) = better.remove(&(&*it.path, at, it.rule.code)) {
            (it.message, it.help) = (message, help);
        }
    }
}

/// By the ids that they had before: procedures whose earlier address is that of an id.
fn renamed(placed: &[Arc<Placed>]) -> FxHashMap<&str, &Placed> {
    let earlier = placed.iter().flat_map(|it| it.procedure.aliases.iter().map(move |alias| (alias, &**it)));
    let of_id = earlier.filter_map(|(alias, it)| {
        let path = alias.as_str().trim_end_matches('/');
        let name = path.rsplit('/').next()?;
        let is_own = |id| Address::procedure(&id).as_str().trim_end_matches('/') == path;
        let is_own = name.parse().is_ok_and(is_own);
        is_own.then_some((name, it))
    });
    of_id.collect()
}

/// From what entries are called to their ids; `None` where several are called so.
struct Called<'a>(FxHashMap<(Kind, String), Option<&'a Id>>);

impl<'a> Called<'a> {
    fn new(placed: &'a [Arc<Placed>], others: &[(&Scan, &'a Read)]) -> Called<'a> {
        let mut called = Called(FxHashMap::default());
        for it in placed {
            called.add(Kind::Procedure, &it.procedure.id, &it.procedure.title);
        }
        for made in others.iter().filter_map(|(_, read)| read.made.as_deref()) {
            called.learn(made);
        }
        called
    }

    fn learn(&mut self, made: &'a Made) {
        match made {
            Made::Agency(it) => {
                self.add(Kind::Agency, &it.id, &it.title);
                it.short.iter().for_each(|short| self.add(Kind::Agency, &it.id, short));
            }
            Made::Office(it) => self.add(Kind::Office, &it.id, &it.title),
            Made::Fields(all) => all.iter().for_each(|it| self.add(Kind::Field, &it.id, &it.title)),
            Made::Audiences(all) => all.iter().for_each(|it| self.add(Kind::Audience, &it.id, &it.title)),
            Made::Papers(all) => all.iter().for_each(|it| self.add(Kind::Paper, &it.id, &it.title)),
            Made::Legal(all) => {
                for it in all {
                    self.add(Kind::Legal, &it.id, &it.title);
                    self.enter(Kind::Legal, &it.id, &it.number);
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, kind: Kind, id: &'a Id, title: &Text) {
        all_of(title).for_each(|it| self.enter(kind, id, it));
    }

    fn enter(&mut self, kind: Kind, id: &'a Id, title: &str) {
        let known = self.0.entry((kind, as_called(title))).or_insert(Some(id));
        *known = known.filter(|it| *it == id);
    }

    fn id(&self, kind: Kind, text: &str) -> Option<&'a Id> {
        *self.0.get(&(kind, as_called(text)))?
    }
}

#[cfg(test)]
mod tests;
