//! A finished file, before it is on a disk or on the wire.

use std::sync::Arc;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Relative to the site's root, `/`-separated, never with `..`.
    pub path: String,
    pub bytes: Arc<[u8]>,
}

impl OutputFile {
    pub fn new(path: impl Into<String>, bytes: impl Into<Arc<[u8]>>) -> OutputFile {
        OutputFile { path: path.into(), bytes: bytes.into() }
    }

    pub fn text(path: impl Into<String>, text: String) -> OutputFile {
        OutputFile::new(path, text.into_bytes())
    }
}

/// The first 16 hexadecimal digits of BLAKE3: names assets, tells files apart.
pub fn short_hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}
