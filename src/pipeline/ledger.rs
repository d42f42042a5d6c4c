//! Whether every address that was published still leads somewhere.

use rustc_hash::FxHashSet;

use crate::check::rules::{address_lost, address_unnoted, is_allowed};
use crate::check::{ledger_lines, near, note};
use crate::derive::Views;
use crate::diagnostic::{Diagnostic, Report};
use crate::model::{Address, Catalogue};
use crate::source::{SourceFile, Sources};

pub(crate) const PATH: &str = "content/addresses.tsv";

/// Lost addresses for which the likely new one is looked for: it takes all addresses each time.
const PROPOSALS: usize = 50;

pub(super) fn is_kept(sources: &Sources) -> bool {
    sources.file(PATH).is_some()
}

/// Puts into the report, in their place, the addresses of the ledger that lead nowhere, and how many
/// it has not.
pub(super) fn hold(sources: &Sources, catalogue: &Catalogue, views: &Views<'_>, report: &mut Report) {
    let Some(file) = sources.file(PATH) else { return };
    let published = views.published();
    let noted: FxHashSet<&Address> = catalogue.noted.iter().map(|it| &it.address).collect();
    let mut found = lost(file, catalogue, views, (&published, &noted));
    // Of an id that changed the old address is told; the new one is the other half of that.
    if found.is_empty() {
        found.extend(unnoted(file, &published, &noted));
    }
    found.retain(|it| !is_allowed(&sources.config.check, it.rule));
    report.diagnostics.extend(found);
    report.diagnostics.sort_by(|a, b| a.path.cmp(&b.path));
}

fn lost(
    file: &SourceFile,
    catalogue: &Catalogue,
    views: &Views<'_>,
    (published, noted): (&[Address], &FxHashSet<&Address>),
) -> Vec<Diagnostic> {
    let pages: FxHashSet<&Address> = published.iter().collect();
    let lines = ledger_lines(&file.text).map(|(place, moved_to)| {
        let address = Address::verbatim(&file.text[place.clone()]);
        (address, place, moved_to)
    });
    // Nearly all have their page; the way that others go is looked for only where one has not.
    let others: Vec<_> = lines.filter(|(address, ..)| !pages.contains(address)).collect();
    if others.is_empty() {
        return Vec::new();
    }
    let redirects: FxHashSet<Address> = views.redirects().into_iter().map(|(from, _)| from).collect();
    let is_there =
        |it: &Address| redirects.contains(it) || views.has_page(it) || is_file(it, catalogue, views);
    let lost: Vec<_> = others.into_iter().filter(|(address, ..)| !is_there(address)).collect();
    let roots: FxHashSet<&Address> = lost.iter().map(|(address, ..)| address).collect();
    let mut proposals = 0..PROPOSALS;
    let told = lost.iter().filter_map(|(address, place, moved_to)| {
        if let Some(to) = moved_to {
            let words = address_lost::words_of_successor(&file.text[to.clone()]);
            return Some(note(file, &address_lost::RULE, Some(to.clone()), words));
        }
        // With a procedure go its pages in other languages, of agencies and cases, what is printed.
        let root = root(address, views);
        if root != *address && roots.contains(&root) {
            return None;
        }
        let instead = proposals.next().and_then(|_| likely(address, published, noted));
        let words = address_lost::words(&address.written(), instead.as_deref(), address.is_of_procedure());
        Some(note(file, &address_lost::RULE, Some(place.clone()), words))
    });
    told.collect()
}

/// A form, or what lies beside the pages.
fn is_file(address: &Address, catalogue: &Catalogue, views: &Views<'_>) -> bool {
    let neutral = neutral(address, views);
    catalogue.files.contains_key(address.as_str()) || Address::beside_pages(neutral.as_str()).is_some()
}

/// Without the language.
fn neutral(address: &Address, views: &Views<'_>) -> Address {
    let mut foreign = views.sites.iter().filter(|it| !it.is_main);
    let bare = foreign.find_map(|it| address.as_str().strip_prefix(it.base.as_str()));
    bare.map_or_else(|| address.clone(), Address::verbatim)
}

/// Whose address it is: of the procedure in general, in the main language; of anything else itself there.
fn root(address: &Address, views: &Views<'_>) -> Address {
    let neutral = neutral(address, views);
    let page = neutral.page_of_short().unwrap_or(neutral);
    page.and_above().pop().unwrap_or(page)
}

/// Where its page probably is: at the only new address of its kind, or at the one most like it.
fn likely(address: &Address, published: &[Address], noted: &FxHashSet<&Address>) -> Option<String> {
    let (kind, name) = parts(address);
    let alike = || published.iter().filter(|it| parts(it).0 == kind);
    let mut new = alike().filter(|it| !noted.contains(it));
    if let (Some(only), None) = (new.next(), new.next()) {
        return Some(only.written());
    }
    near(name, alike().map(|it| parts(it).1)).map(|it| format!("/{kind}{it}/"))
}

/// `thu-tuc/` and `cap-dien`.
fn parts(address: &Address) -> (&str, &str) {
    let path = address.as_str().trim_end_matches('/');
    path.rfind('/').map_or(("", path), |at| path.split_at(at + 1))
}

fn unnoted(file: &SourceFile, published: &[Address], noted: &FxHashSet<&Address>) -> Option<Diagnostic> {
    let mut missing = published.iter().filter(|it| !noted.contains(it));
    let first = missing.next()?;
    let words = address_unnoted::words(&first.written(), 1 + missing.count());
    Some(note(file, &address_unnoted::RULE, None, words))
}
