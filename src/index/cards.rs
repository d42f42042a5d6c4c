//! What a result shows, in blocks; and columns by which results are narrowed and counted.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::bytes::{count, deflate, number, text};
use super::lists::{name, named, three};
use super::tables::{BLOCK, COLUMN, GROUP};
use crate::derive::{Facet, Found, SiteViews, Words};
use crate::output::OutputFile;

/// A hash for each group of blocks, and the files. `slots` holds a record or a gap.
///
/// Blocks share a hash, for a reader has all hashes before it knows what it needs: of 100,000
/// documents one each would be 12 KB.
pub(crate) fn cards(slots: &[Option<&Found<'_>>], folder: &str) -> (Vec<[u8; 3]>, Vec<OutputFile>) {
    let made: Vec<([u8; 3], Vec<OutputFile>)> = slots
        .par_chunks(BLOCK * GROUP)
        .enumerate()
        .map(|(group, some)| {
            let blocks: Vec<(usize, Vec<u8>)> = some
                .chunks(BLOCK)
                .enumerate()
                .filter(|(_, block)| block.iter().any(Option::is_some))
                .map(|(at, block)| (group * GROUP + at, deflate(&block_of(block))))
                .collect();
            let all: Vec<u8> = blocks.iter().flat_map(|(_, bytes)| bytes).copied().collect();
            let hash = three(&all);
            let file =
                |(at, bytes)| OutputFile::new(format!("{folder}{}", name(&format!("c{at}"), hash)), bytes);
            (hash, blocks.into_iter().map(file).collect())
        })
        .collect();
    let hashes = made.iter().map(|(hash, _)| *hash).collect();
    (hashes, made.into_iter().flat_map(|(_, files)| files).collect())
}

/// Column by column, which squeezes better; a gap has an empty id and nothing else.
fn block_of(block: &[Option<&Found<'_>>]) -> Vec<u8> {
    let mut out = Vec::new();
    for it in block {
        text(&mut out, it.map_or("", |it| it.id));
    }
    let records: Vec<&Found<'_>> = block.iter().flatten().copied().collect();
    for it in &records {
        // As nearly every address is made of the id, it is not said again.
        let usual = it.url.strip_prefix("thu-tuc/").and_then(|rest| rest.strip_suffix('/')) == Some(it.id);
        text(&mut out, if usual { "" } else { &it.url });
    }
    for column in [
        |it: &Found<'_>| it.title.clone(),
        |it: &Found<'_>| it.task.clone(),
        |it: &Found<'_>| it.time.clone(),
        |it: &Found<'_>| it.fee.clone(),
        |it: &Found<'_>| it.level.to_owned(),
        |it: &Found<'_>| it.field.marked().to_owned(),
    ] {
        for it in &records {
            text(&mut out, &column(it));
        }
    }
    out
}

/// What a card says, without the marks of its language.
pub(crate) fn plain(said: String) -> String {
    Words::from(said).plain().into_owned()
}

/// For each facet: hashes of its parts. The first parts name the values, the others hold columns.
pub(crate) struct Column {
    pub(crate) values: Vec<[u8; 3]>,
    pub(crate) parts: Vec<[u8; 3]>,
}

/// Values in a part.
const VALUES: usize = 256;

pub(crate) fn columns(
    site: &SiteViews<'_>,
    slots: &[Option<&Found<'_>>],
    folder: &str,
) -> (Vec<Column>, Vec<OutputFile>) {
    let made: Vec<(Column, Vec<OutputFile>)> = Facet::ALL
        .into_par_iter()
        .enumerate()
        .map(|(nth, facet)| {
            let mut values: Vec<&str> =
                slots.iter().flatten().flat_map(|it| &it.facets[nth]).copied().collect();
            values.sort_unstable();
            values.dedup();
            let numbers: FxHashMap<&str, u32> =
                values.iter().enumerate().map(|(at, it)| (*it, count(at))).collect();
            let mut files = Vec::new();
            let mut file = |stem: String, bytes: &[u8]| {
                let (hash, name, bytes) = named(&stem, bytes);
                files.push(OutputFile::new(format!("{folder}{name}"), bytes));
                hash
            };
            let key = facet.key();
            let names = values.chunks(VALUES).enumerate().map(|(at, some)| {
                let mut out = Vec::new();
                for value in some {
                    text(&mut out, value);
                    text(&mut out, site.facet_title(facet, value).marked());
                }
                file(format!("{key}-v{at}"), &out)
            });
            let names: Vec<[u8; 3]> = names.collect();
            let parts = slots.chunks(COLUMN).enumerate().map(|(at, some)| {
                let mut out = Vec::new();
                for it in some {
                    let found = it.map_or(&[][..], |it| &it.facets[nth][..]);
                    // One value is one number; several are counted first.
                    match found {
                        [one] => number(&mut out, 8 + numbers[one]),
                        several => {
                            number(&mut out, count(several.len().min(7)));
                            for it in several.iter().take(7) {
                                number(&mut out, numbers[it]);
                            }
                        }
                    }
                }
                file(format!("{key}-c{at}"), &out)
            });
            let parts = parts.collect();
            (Column { values: names, parts }, files)
        })
        .collect();
    let mut files = Vec::new();
    let columns = made
        .into_iter()
        .map(|(column, some)| {
            files.extend(some);
            column
        })
        .collect();
    (columns, files)
}
