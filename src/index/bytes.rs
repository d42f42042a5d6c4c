//! Numbers and texts as the index writes them, and the compression of its files.

use std::cell::RefCell;
use std::io::Read as _;

use flate2::read::DeflateDecoder;
use flate2::{Compress, Compression, FlushCompress, Status};

/// Seven bits a byte, low ones first, the eighth says that more follow.
pub(crate) fn number(out: &mut Vec<u8>, mut value: u32) {
    while 128 <= value {
        out.push(value.to_le_bytes()[0] | 128);
        value >>= 7;
    }
    out.push(value.to_le_bytes()[0]);
}

/// Its length in bytes, then the text.
pub(crate) fn text(out: &mut Vec<u8>, text: &str) {
    number(out, count(text.len()));
    out.extend_from_slice(text.as_bytes());
}

/// What `text` shares with the text before it is only counted.
pub(crate) fn front_coded(out: &mut Vec<u8>, before: &str, it: &str) {
    let mut shared = before.bytes().zip(it.bytes()).take_while(|(a, b)| a == b).count();
    while !it.is_char_boundary(shared) {
        shared -= 1;
    }
    number(out, count(shared));
    text(out, &it[shared..]);
}

pub(crate) fn count(length: usize) -> u32 {
    u32::try_from(length).expect("fewer than four thousand million")
}

thread_local! {
    /// Its tables are forty times as large as most files, and would be made anew for each of them.
    static SQUEEZER: RefCell<Compress> =
        RefCell::new(Compress::new(Compression::new(super::tables::LEVEL), false));
}

/// Raw deflate, as a browser inflates it by itself.
pub(crate) fn deflate(bytes: &[u8]) -> Vec<u8> {
    SQUEEZER.with_borrow_mut(|it| {
        it.reset();
        let mut out = Vec::with_capacity(bytes.len() / 2 + 64);
        let mut rest = bytes;
        loop {
            let before = it.total_in();
            let status = it.compress_vec(rest, &mut out, FlushCompress::Finish);
            if status.expect("any bytes can be squeezed") == Status::StreamEnd {
                return out;
            }
            rest = &rest[usize::try_from(it.total_in() - before).expect("no more than there is")..];
            out.reserve(out.capacity());
        }
    })
}

/// `None` if that is no deflated file.
pub(crate) fn inflate(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    DeflateDecoder::new(bytes).read_to_end(&mut out).ok()?;
    Some(out)
}

/// Reads what the functions above wrote; past the end everything is zero or empty.
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader { bytes, at: 0 }
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.bytes.len() <= self.at
    }

    pub(crate) fn byte(&mut self) -> u8 {
        let found = self.bytes.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        found
    }

    pub(crate) fn number(&mut self) -> u32 {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            value |= u32::from(byte & 127) << shift;
            shift += 7;
            if byte < 128 || 28 < shift {
                return value;
            }
        }
    }

    /// How many things follow. Each takes a byte, so a damaged file cannot say more than it holds.
    pub(crate) fn count(&mut self) -> usize {
        (self.number() as usize).min(self.bytes.len().saturating_sub(self.at))
    }

    pub(crate) fn take(&mut self, length: usize) -> &'a [u8] {
        let from = self.at.min(self.bytes.len());
        let to = (from + length).min(self.bytes.len());
        self.at = to;
        &self.bytes[from..to]
    }

    pub(crate) fn text(&mut self) -> String {
        let length = self.number() as usize;
        String::from_utf8_lossy(self.take(length)).into_owned()
    }

    /// See [`front_coded`].
    pub(crate) fn front_coded(&mut self, before: &str) -> String {
        let shared = self.number() as usize;
        let rest = self.text();
        before.get(..shared).unwrap_or("").to_owned() + &rest
    }
}

/// FNV-1a, as small as a hash can be in two languages.
pub(crate) fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// One that remembered would make other files in another order of work.
    #[test]
    fn squeezing_forgets_what_it_squeezed_before() {
        let texts: Vec<Vec<u8>> = (0..60_usize)
            .map(|nth| {
                let word = |it: usize| format!("{} cấp điện ", (it * it + nth) % 977);
                (0..nth * nth).flat_map(|it| word(it).into_bytes()).collect()
            })
            .collect();
        let alone = |text: &Vec<u8>| {
            let text = text.clone();
            std::thread::spawn(move || deflate(&text)).join().expect("a file")
        };
        for text in texts.iter().rev().chain(&texts) {
            let packed = deflate(text);
            assert_eq!(packed, alone(text), "{} bytes", text.len());
            assert_eq!(inflate(&packed).as_ref(), Some(text));
        }
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(values: Vec<u32>, texts: Vec<String>) {
            let mut out = Vec::new();
            for it in &values {
                number(&mut out, *it);
            }
            let mut before = "";
            for it in &texts {
                front_coded(&mut out, before, it);
                before = it;
            }
            let packed = deflate(&out);
            let unpacked = inflate(&packed).expect("it was deflated just now");
            let mut reader = Reader::new(&unpacked);
            for it in values {
                prop_assert_eq!(reader.number(), it);
            }
            let mut before = String::new();
            for it in texts {
                before = reader.front_coded(&before);
                prop_assert_eq!(&before, &it);
            }
            prop_assert!(reader.is_at_end());
        }
    }
}
