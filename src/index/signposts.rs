//! Pages that are no procedures, under the names people know them by: an index of its own, small
//! enough to be read whole.

use super::bytes::{count, deflate, number, text};
use super::lists::stamped;
use super::tables::PART;
use crate::derive::{Signpost, SignpostKind, Word};
use crate::output::OutputFile;

/// A hash for each file, and the files.
pub(crate) fn signposts(all: &[Signpost], word: &Word<'_>, folder: &str) -> (Vec<[u8; 3]>, Vec<OutputFile>) {
    let packed = deflate(&written(all, word));
    let file = |(at, part): (usize, &[u8])| {
        let (hash, name) = stamped(&format!("p{at}"), part);
        (hash, OutputFile::new(format!("{folder}{name}"), part.to_vec()))
    };
    packed.chunks(PART).enumerate().map(file).unzip()
}

fn written(all: &[Signpost], word: &Word<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    number(&mut out, count(SignpostKind::ALL.len()));
    for kind in SignpostKind::ALL {
        let key = kind.key();
        text(&mut out, key);
        text(&mut out, word(&format!("signpost_{key}")));
        text(&mut out, word(&format!("signpost_{key}_words")));
    }
    for it in all {
        let kind = SignpostKind::ALL.iter().position(|kind| *kind == it.kind);
        number(&mut out, count(kind.unwrap_or_default()));
        text(&mut out, it.title.marked());
        text(&mut out, &it.url);
        text(&mut out, it.note.marked());
        text(&mut out, &it.around.join(", "));
        number(&mut out, count(it.names.len()));
        for name in &it.names {
            text(&mut out, name);
        }
    }
    out
}
