//! Views in, the files of the search out.
//!
//! `tokens` makes words with impacts of what some records say; the rest puts all of them together.
//! The format stands in `docs/search-format.md`; every number in it comes from `tables`.

pub(crate) mod bytes;
mod cards;
mod lists;
mod merge;
mod modules;
mod pairs;
mod signposts;
mod slots;
mod synonyms;
pub(crate) mod tables;
mod tokens;

pub(crate) use cards::plain;
pub(crate) use lists::{order, place};

use std::collections::BTreeMap;

use rayon::prelude::*;

use self::modules::{ENGINE, SIGNPOSTS};
use self::synonyms::Synonyms;
use self::tokens::{TOGETHER, Tokens, tokens};
use crate::derive::{Facet, Found, Searched, SiteViews, Views, Word};
use crate::output::OutputFile;

/// Where all of it lies, in each language's part of the site.
pub const FOLDER: &str = "search";

/// By how many things results are narrowed.
pub(crate) const FACETS: usize = Facet::ALL.len();

/// The searchers, and for each language of the site its index; `words` are the theme's in each.
pub fn index(views: &Views<'_>, words: &[BTreeMap<&str, &str>]) -> Vec<OutputFile> {
    let mut files = vec![
        OutputFile::text("search/search.js", ENGINE.clone()),
        OutputFile::text("search/signposts.js", SIGNPOSTS.clone()),
    ];
    for (site, words) in views.sites.iter().zip(words) {
        files.extend(of_language(site, &|key| words.get(key).copied().unwrap_or_default()));
    }
    files
}

fn of_language(site: &SiteViews<'_>, word: &Word<'_>) -> Vec<OutputFile> {
    let alike = site.alike();
    let synonyms = Synonyms::new(alike.iter().map(|it| (it.words.as_slice(), it.one_way.as_slice())));
    let procedures = site.found_by_search();
    let (found, tokens): (Vec<Vec<Found<'_>>>, Vec<Tokens>) = procedures
        .par_chunks(TOGETHER)
        .map(|some| {
            // What a record says is let go of where its words are known.
            let records: Vec<Searched<'_>> = some.iter().map(|it| site.searched(it)).collect();
            let tokens = tokens(&records, &synonyms);
            (records.into_iter().map(|it| it.found).collect(), tokens)
        })
        .unzip();
    let found: Vec<Found<'_>> = found.into_iter().flatten().collect();
    let folder = format!("{}search/", site.base);
    let (hashes, signposts) = signposts::signposts(&site.signposts(word), word, &folder);
    let mut files = merge::merge(site, &found, tokens, &hashes, &folder);
    files.extend(signposts);
    if let Some(path) = site.search_script() {
        let one = single(&files, &folder);
        files.push(OutputFile::text(path, one));
    }
    files
}

/// The searchers and their files as a classic script, for folders and offline use, where a browser
/// loads neither modules nor data.
fn single(files: &[OutputFile], folder: &str) -> String {
    let engine = [ENGINE.as_str(), &SIGNPOSTS].concat().replace("\nexport ", "\n");
    // What the second takes from the first stands above it.
    let engine = engine.lines().filter(|it| !it.starts_with("import ")).collect::<Vec<_>>().join("\n");
    let mut data = String::new();
    for file in files {
        let name = file.path.strip_prefix(folder).unwrap_or(&file.path);
        let bytes = base64(&file.bytes);
        data.extend(["\"", name, "\":\"", &bytes, "\",\n"]);
    }
    format!(
        "(() => {{\n'use strict';\n{engine}\nconst files = {{\n{data}}};\n\
         globalThis.thutucSearch = {{ open: (base) => open(base, {{ files }}), signposts }};\n}})();\n"
    )
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let all = three.iter().fold(0_u32, |sum, it| sum << 8 | u32::from(*it)) << (8 * (3 - three.len()));
        for at in 0..4 {
            let sign = SIGNS[(all >> (18 - 6 * at)) as usize & 63];
            out.push(if at <= three.len() { char::from(sign) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_of_every_length() {
        for (bytes, expected) in
            [("", ""), ("M", "TQ=="), ("Ma", "TWE="), ("Man", "TWFu"), ("Many", "TWFueQ==")]
        {
            assert_eq!(base64(bytes.as_bytes()), expected);
        }
    }
}
