//! What a result shows, in blocks; and columns by which results are narrowed and counted.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::bytes::{count, deflate, number, text};
use super::lists::{name, named, three};
use super::tables::{BLOCK, COLUMN, GROUP};
use crate::derive::Found;
use crate::output::OutputFile;

/// In the order of [`Found::facets`].
pub(crate) const FACETS: [&str; 6] = ["field", "audience", "agency", "channel", "level", "province"];

/// A hash for each group of blocks, and the files. `slots` holds a record or a gap.
///
/// Blocks share a hash, for a reader has all hashes before it knows what it needs: of 100,000
/// documents one each would be 12 KB.
pub(crate) fn cards(slots: &[Option<&Found>], folder: &str) -> (Vec<[u8; 3]>, Vec<OutputFile>) {
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
fn block_of(block: &[Option<&Found>]) -> Vec<u8> {
    let mut out = Vec::new();
    for it in block {
        text(&mut out, it.map_or("", |it| it.id.as_str()));
    }
    let records: Vec<&Found> = block.iter().flatten().copied().collect();
    for it in &records {
        // As nearly every address is made of the id, it is not said again.
        let usual = it.url.strip_prefix("thu-tuc/").and_then(|rest| rest.strip_suffix('/')) == Some(&it.id);
        text(&mut out, if usual { "" } else { &it.url });
    }
    for column in [
        |it: &Found| it.title.clone(),
        |it: &Found| it.time.clone(),
        |it: &Found| it.fee.clone(),
        |it: &Found| it.level.to_owned(),
        |it: &Found| it.field.clone(),
    ] {
        for it in &records {
            text(&mut out, &column(it));
        }
    }
    out
}

/// For each facet: hashes of its parts. The first parts name the values, the others hold columns.
pub(crate) struct Column {
    pub(crate) values: Vec<[u8; 3]>,
    pub(crate) parts: Vec<[u8; 3]>,
}

/// Values in a part.
const VALUES: usize = 256;

pub(crate) fn columns(slots: &[Option<&Found>], folder: &str) -> (Vec<Column>, Vec<OutputFile>) {
    let made: Vec<(Column, Vec<OutputFile>)> = (0..FACETS.len())
        .into_par_iter()
        .map(|facet| {
            let mut values: Vec<&(String, String)> =
                slots.iter().flatten().flat_map(|it| &it.facets[facet]).collect();
            values.sort();
            values.dedup();
            let numbers: FxHashMap<&str, u32> =
                values.iter().enumerate().map(|(at, it)| (it.0.as_str(), count(at))).collect();
            let mut files = Vec::new();
            let mut file = |stem: String, bytes: &[u8]| {
                let (hash, name, bytes) = named(&stem, bytes);
                files.push(OutputFile::new(format!("{folder}{name}"), bytes));
                hash
            };
            let letter = FACETS[facet];
            let names = values.chunks(VALUES).enumerate().map(|(at, some)| {
                let mut out = Vec::new();
                for (value, title) in some {
                    text(&mut out, value);
                    text(&mut out, title);
                }
                file(format!("{letter}-v{at}"), &out)
            });
            let names: Vec<[u8; 3]> = names.collect();
            let parts = slots.chunks(COLUMN).enumerate().map(|(at, some)| {
                let mut out = Vec::new();
                for it in some {
                    let found = it.map_or(&[][..], |it| &it.facets[facet][..]);
                    // One value is one number; several are counted first.
                    match found {
                        [one] => number(&mut out, 8 + numbers[one.0.as_str()]),
                        several => {
                            number(&mut out, count(several.len().min(7)));
                            for it in several.iter().take(7) {
                                number(&mut out, numbers[it.0.as_str()]);
                            }
                        }
                    }
                }
                file(format!("{letter}-c{at}"), &out)
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
