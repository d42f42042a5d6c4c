//! Words that stay where they were read.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

/// Text that is a part of its file's text, or stands alone: a large catalogue is held in memory
/// once, not once as files and once more as records.
#[derive(Clone)]
pub struct Shared {
    held: Arc<str>,
    /// Bytes of what is held.
    start: u32,
    end: u32,
}

impl Shared {
    /// `text` if it is a piece of `file`, which nothing is copied for.
    pub fn piece(file: &Arc<str>, text: &str) -> Option<Shared> {
        let start = (text.as_ptr() as usize).checked_sub(file.as_ptr() as usize)?;
        let end = start.checked_add(text.len())?;
        // A file may end where another text begins.
        file.get(start..end).filter(|it| it.as_ptr() == text.as_ptr())?;
        Some(Shared { held: file.clone(), start: u32::try_from(start).ok()?, end: u32::try_from(end).ok()? })
    }

    /// `text`, copied unless it is a piece of `file`.
    pub fn within(file: &Arc<str>, text: &str) -> Shared {
        Shared::piece(file, text).unwrap_or_else(|| text.into())
    }
}

impl Deref for Shared {
    type Target = str;

    fn deref(&self) -> &str {
        &self.held[self.start as usize..self.end as usize]
    }
}

impl From<Arc<str>> for Shared {
    fn from(held: Arc<str>) -> Shared {
        let end = u32::try_from(held.len()).expect("no file is as long as four thousand million bytes");
        Shared { held, start: 0, end }
    }
}

impl From<&str> for Shared {
    fn from(text: &str) -> Shared {
        Shared::from(Arc::from(text))
    }
}

impl From<String> for Shared {
    fn from(text: String) -> Shared {
        Shared::from(Arc::from(text))
    }
}

impl Default for Shared {
    fn default() -> Shared {
        Shared::from("")
    }
}

impl AsRef<str> for Shared {
    fn as_ref(&self) -> &str {
        self
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Shared) -> bool {
        **self == **other
    }
}

impl Eq for Shared {}

impl PartialOrd for Shared {
    fn partial_cmp(&self, other: &Shared) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Shared {
    fn cmp(&self, other: &Shared) -> std::cmp::Ordering {
        (**self).cmp(&**other)
    }
}

impl Hash for Shared {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl fmt::Display for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_of_a_file_is_not_copied() {
        let file: Arc<str> = "tên: Cấp điện".into();
        let piece = Shared::within(&file, &file[6..]);
        assert_eq!(&*piece, "Cấp điện");
        assert_eq!(piece.as_ptr(), file[6..].as_ptr());
        assert_eq!(piece, Shared::from("Cấp điện"));
    }

    #[test]
    fn other_text_is() {
        let file: Arc<str> = "tên".into();
        let other = String::from("tên");
        for text in [other.as_str(), "", &other[1..1]] {
            assert_eq!(&*Shared::within(&file, text), text);
        }
    }
}
