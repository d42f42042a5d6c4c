//! What a single file is checked against: the names of all entries, the pages there will be,
//! and the site's settings.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::misnamed::spelt;
use super::names::Names;
use super::roles::{Registry, Role};
use super::scan::Scan;
use crate::config::SiteConfig;
use crate::markdown::Outline;
use crate::model::{Address, Id, Lang};
use crate::source::{Refused, Sources};
use crate::text::{is_nfc, nfc};

/// What an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Procedure,
    Agency,
    Office,
    Journey,
    Choice,
    Field,
    Audience,
    Paper,
    Legal,
}

impl Kind {
    /// In Vietnamese, in English, and where such entries live.
    pub(super) fn words(self) -> [&'static str; 3] {
        match self {
            Kind::Procedure => ["thủ tục", "procedure", "content/procedures"],
            Kind::Agency => ["cơ quan", "agency", "content/agencies"],
            Kind::Office => ["nơi nộp", "office", "content/offices"],
            Kind::Journey => ["tình huống", "journey", "content/journeys"],
            Kind::Choice => ["câu hỏi chọn thủ tục", "choice", "content/choices"],
            Kind::Field => ["lĩnh vực", "field", Registry::Fields.facts().path],
            Kind::Audience => ["đối tượng", "audience", Registry::Audiences.facts().path],
            Kind::Paper => ["giấy tờ", "paper", Registry::Papers.facts().path],
            Kind::Legal => ["văn bản", "legal text", Registry::Legal.facts().path],
        }
    }

    /// That has this name in Vietnamese.
    pub(super) fn called(name: &str) -> Option<Kind> {
        let named = [Kind::Procedure, Kind::Agency, Kind::Audience, Kind::Legal];
        named.into_iter().find(|it| it.words()[0] == name)
    }
}

pub(super) struct Ground {
    pub(super) names: Names,
    /// Paths of forms below `content/` in normal form, those that could not be taken among them:
    /// that is told where they are, and not where they are named.
    pub(super) forms: BTreeSet<String>,
    /// By path.
    pub(super) files: Vec<Arc<Scan>>,
    /// Numbers of files by the paths that they should have: in normal form, and spelt right.
    misnamed: FxHashMap<String, usize>,
    refused: Vec<Refused>,
    /// Paths of what was refused, and those that it should have. Every link that leads nowhere asks.
    refused_paths: FxHashSet<String>,
    /// Some content cannot be read, so that nobody knows what it would refer to.
    pub(super) is_partly_unread: bool,
    pub(super) places: Places,
    /// Of every page that the site will have: `thu-tuc/cap-dien/`.
    pub(super) addresses: FxHashSet<String>,
    /// Paths of forms and addresses of pages with capitals in them, by what they are without: to many
    /// a disk that is one and the same.
    pub(super) capitals: FxHashMap<String, String>,
    pub(super) config: SiteConfig,
    /// The main one first.
    pub(super) languages: Vec<Lang>,
    pub(super) as_of: Date,
}

/// Which files belong together, by number in the order of paths.
pub(super) struct Places {
    /// Of procedures, by id and path.
    pub(super) records: Vec<usize>,
    /// Files that are neither record nor prose of a procedure.
    pub(super) others: Vec<usize>,
    /// Of each file, the record whose record or prose it is. Of two with one id, the last.
    record_of: Vec<Option<usize>>,
    /// From a record to its prose.
    prose: FxHashMap<usize, Vec<usize>>,
}

impl Places {
    fn new(scans: &[Arc<Scan>]) -> Places {
        let numbered = || scans.iter().enumerate();
        let mut records: Vec<usize> =
            numbered().filter(|(_, it)| it.is_procedure()).map(|(nth, _)| nth).collect();
        records.sort_by(|a, b| scans[*a].id.cmp(&scans[*b].id));
        let by_id: FxHashMap<Option<&Id>, usize> =
            records.iter().map(|nth| (scans[*nth].id.as_ref(), *nth)).collect();
        let record_of = numbered().map(|(nth, it)| {
            if it.is_procedure() {
                Some(nth)
            } else {
                it.procedure().and_then(|id| by_id.get(&Some(id)).copied())
            }
        });
        let record_of: Vec<Option<usize>> = record_of.collect();
        let mut prose: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for (nth, record) in record_of.iter().enumerate() {
            if let Some(record) = record.filter(|_| scans[nth].body.is_some()) {
                prose.entry(record).or_default().push(nth);
            }
        }
        let others = numbered().filter(|(_, it)| !it.is_procedure() && it.procedure().is_none());
        Places { others: others.map(|(nth, _)| nth).collect(), records, record_of, prose }
    }

    pub(super) fn record_of(&self, nth: usize) -> Option<usize> {
        self.record_of[nth]
    }

    pub(super) fn prose_of(&self, record: usize) -> &[usize] {
        self.prose.get(&record).map_or(&[], Vec::as_slice)
    }
}

fn forms(sources: &Sources) -> BTreeSet<String> {
    let refused = sources.refused.iter().filter_map(|it| it.path.strip_prefix("content/"));
    let refused = refused.filter(|it| it.starts_with("files/"));
    sources.forms.iter().map(|it| it.path.as_str()).chain(refused).map(|it| nfc(it).into_owned()).collect()
}

fn misnamed(scans: &[Arc<Scan>]) -> FxHashMap<String, usize> {
    let numbered = scans.iter().enumerate();
    let meant = numbered.filter_map(|(nth, it)| {
        let path = &it.source.path;
        let spelt = it.is_misnamed().then(|| spelt(path)).flatten();
        let decomposed = || (!is_nfc(path)).then(|| nfc(path).into_owned());
        Some((spelt.or_else(decomposed)?, nth))
    });
    meant.collect()
}

/// Of every page that there will be, in normal form.
fn addresses(names: &Names, scans: &[Arc<Scan>], has_sheets: bool, main: Lang) -> FxHashSet<String> {
    let mut addresses = vec![
        Address::home(),
        Address::alphabet(),
        Address::search(),
        Address::offline(),
        Address::accessibility(),
    ];
    addresses.extend(has_sheets.then(Address::sheets));
    addresses.extend(names.of(Kind::Office).next().map(|_| Address::offices()));
    let of = |kind: Kind, address: fn(&Id) -> Address| names.of(kind).map(address).collect::<Vec<_>>();
    addresses.extend(of(Kind::Procedure, Address::procedure));
    addresses.extend(of(Kind::Agency, Address::agency));
    addresses.extend(of(Kind::Office, Address::office));
    addresses.extend(of(Kind::Journey, Address::journey));
    addresses.extend(names.of(Kind::Choice).map(|it| Address::choice(it, &[])));
    addresses.extend(of(Kind::Field, Address::field));
    addresses.extend(of(Kind::Audience, Address::audience));
    addresses.extend(scans.iter().filter_map(|it| match &it.role {
        Some(Role::Page(name, lang)) if lang.is_none_or(|it| it == main) => Some(Address::page(name)),
        _ => None,
    }));
    addresses.iter().map(|it| nfc(it.as_str()).into_owned()).collect()
}

fn capitals<'a>(paths: impl Iterator<Item = &'a String>) -> FxHashMap<String, String> {
    let has_capitals = |it: &&String| it.chars().any(char::is_uppercase);
    paths.filter(has_capitals).map(|it| (it.to_lowercase(), it.clone())).collect()
}

fn refused_paths(refused: &[Refused]) -> FxHashSet<String> {
    let paths = refused.iter().map(|it| &it.path);
    paths.flat_map(|it| spelt(it).into_iter().chain([it.clone()])).collect()
}

/// What a link inside the site leads to.
pub(super) enum Target<'a> {
    /// A page that is all prose: its headings are all there is to lead to.
    Prose(&'a Outline),
    Other,
}

impl Ground {
    pub(super) fn new(sources: &Sources, names: Names, scans: Vec<Arc<Scan>>, as_of: Date) -> Ground {
        let languages = Lang::of_site(&sources.config.languages);
        let (addresses, places) = rayon::join(
            || addresses(&names, &scans, sources.config.sheets, languages[0]),
            || Places::new(&scans),
        );
        let forms = forms(sources);
        Ground {
            names,
            capitals: capitals(forms.iter().chain(&addresses)),
            forms,
            is_partly_unread: !sources.refused.is_empty() || scans.iter().any(|it| it.is_broken),
            refused: sources.refused.clone(),
            refused_paths: refused_paths(&sources.refused),
            addresses,
            places,
            misnamed: misnamed(&scans),
            files: scans,
            config: sources.config.clone(),
            languages,
            as_of,
        }
    }

    /// Is all content known, if there are so many procedures of which something could be read? Only
    /// then is it sure that nobody uses something.
    pub(super) fn is_all_read(&self, procedures: usize) -> bool {
        !self.is_partly_unread && procedures == self.places.records.len()
    }

    /// Takes the place of a scan that looks like it.
    pub(super) fn renew(&mut self, nth: usize, scan: &Arc<Scan>) {
        self.files[nth] = Arc::clone(scan);
    }

    /// Forms, what was refused, settings and day are these; of the content it does not tell.
    pub(super) fn is_of(&self, sources: &Sources, as_of: Date) -> bool {
        self.as_of == as_of
            && self.config == sources.config
            && self.refused == sources.refused
            && self.forms == forms(sources)
    }

    /// Of all content files, in order.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|it| &*it.source.path)
    }

    pub(super) fn file(&self, path: &str) -> Option<&Scan> {
        let nth = self.files.binary_search_by(|it| (*it.source.path).cmp(path)).ok();
        nth.or_else(|| self.misnamed.get(path).copied()).map(|nth| &*self.files[nth])
    }

    /// The file of the record of that id.
    pub(super) fn home(&self, kind: Kind, id: &Id) -> Option<&str> {
        let is_it = |it: &&Arc<Scan>| it.record().is_some_and(|it| it == (kind, id));
        let named = self.names.has(kind, id);
        named.then(|| self.files.iter().find(is_it).map(|it| &*it.source.path)).flatten()
    }

    /// Something of this path could not be taken, which is told where it is.
    pub(super) fn is_refused(&self, path: &str) -> bool {
        self.refused_paths.contains(path)
    }

    /// In the main language; one that could not be taken is there too.
    pub(super) fn has_page(&self, name: &str) -> bool {
        let main = self.languages[0].as_str();
        let paths = [format!("content/pages/{name}.md"), format!("content/pages/{name}.{main}.md")];
        self.addresses.contains(Address::page(name).as_str()) || paths.iter().any(|it| self.is_refused(it))
    }

    /// The page at an address in small letters, as its file writes it.
    pub(super) fn page_in_any_case(&self, small: &str) -> Option<&str> {
        self.addresses.get(small).or_else(|| self.capitals.get(small)).map(String::as_str)
    }

    /// The form at a path in small letters, as it is written.
    pub(super) fn form_in_any_case(&self, small: &str) -> Option<&str> {
        self.forms.get(small).or_else(|| self.capitals.get(small)).map(String::as_str)
    }

    pub(super) fn has_any(&self, kind: Kind) -> bool {
        self.names.of(kind).next().is_some()
    }

    /// The language other than the main one in which a page at this path is, and the rest of it.
    pub(super) fn split<'p>(&self, path: &'p str) -> (Option<Lang>, &'p str) {
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        let lang = self.languages[1..].iter().find(|it| it.as_str() == first);
        lang.map_or((None, path), |it| (Some(*it), rest))
    }

    /// Where `path`, a link in the file `from` without its anchor, leads.
    pub(super) fn target(&self, from: &str, path: &str) -> Option<Target<'_>> {
        let path = &*nfc(path);
        if let Some(address) = path.strip_prefix('/') {
            let (_, address) = self.split(address);
            if self.forms.contains(address) {
                return Some(Target::Other);
            }
            let name = address.trim_end_matches('/');
            let page = self.file(&format!("content/pages/{name}.md"));
            if let Some(prose) = page.and_then(|it| it.outline.as_deref()) {
                return Some(Target::Prose(prose));
            }
            let whole = self.addresses.contains(address) || self.addresses.contains(&format!("{address}/"));
            return whole.then_some(Target::Other);
        }
        let mut parts: Vec<&str> = from.split('/').collect();
        parts.pop();
        for part in path.split('/') {
            match part {
                "." | "" => {}
                ".." => drop(parts.pop()?),
                name => parts.push(name),
            }
        }
        let path = parts.join("/");
        let form = path.strip_prefix("content/").is_some_and(|it| self.forms.contains(it));
        match self.file(&path) {
            Some(file) => Some(file.outline.as_deref().map_or(Target::Other, Target::Prose)),
            // What could not be taken is told where it is.
            None => (form || self.is_refused(&path)).then_some(Target::Other),
        }
    }
}
