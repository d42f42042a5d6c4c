//! A key that its map does not have: which slip it is of.

use super::misplaced::{Home, home, is_list_of};
use crate::check::map::Map;
use crate::check::meant::key::meant_key;
use crate::check::reading::Reading;
use crate::check::rules::unknown_key;
use crate::source::tree::Entry;

/// What such keys of one map have shown.
#[derive(Default)]
pub(crate) struct Strange {
    /// What is left of a value that was cut says something else.
    pub(crate) is_cut: bool,
    /// The number of the entry whose value begins in its key.
    glued: Option<usize>,
}

impl Reading<'_> {
    /// Tells it once; a key that was meant is then not missing as well. The entry is the one of that
    /// number, and may be a piece of the entry `of`.
    pub(crate) fn report_strange<'n>(
        &mut self,
        entries: &'n [Entry<'n>],
        nth: usize,
        of: Option<usize>,
        map: &mut Map<'n>,
        seen: &mut Strange,
    ) {
        let (entry, shape) = (&entries[nth], map.shape);
        let text = self.source.text.as_ref();
        let above = nth.checked_sub(1).map(|it| &entries[it]);
        let names = || shape.names().collect::<Vec<_>>();
        if let Some(meant) = self.report_glued(entry, shape) {
            seen.glued = Some(nth);
            map.told.push(meant);
        } else if let Some(of) = of {
            if seen.glued != Some(of) {
                self.report_cut(entries, of, nth, &names());
                seen.is_cut = true;
            }
        } else if self.report_leading(entries, nth, &names()) {
            seen.is_cut = true;
        } else if let Some(above) = above.filter(|it| is_list_of(text, entry, it, shape)) {
            let words = unknown_key::words_of_list(&entry.key, &above.key);
            self.report(&unknown_key::RULE, entry.key_span.clone(), words);
        } else if let Some(home) = home(entries, shape, &entry.key) {
            let words = match home {
                Home::New(of, row) if !map.told.contains(&of) => {
                    map.told.push(of);
                    Some(unknown_key::words_of_row(&entry.key, &row))
                }
                Home::New(..) => None,
                Home::Known(of, row) => Some(unknown_key::words_of_home(&entry.key, of, &row)),
            };
            if let Some(words) = words {
                self.report(&unknown_key::RULE, entry.key_span.clone(), words);
            }
        } else if let Some(base) = self.report_by_language(nth, entries, shape) {
            map.told.push(base);
        } else {
            let near = meant_key(entry, shape);
            let words = unknown_key::words(&entry.key, near, &names().join(", "));
            self.report(&unknown_key::RULE, entry.key_span.clone(), words);
            map.told.extend(near);
        }
    }
}
