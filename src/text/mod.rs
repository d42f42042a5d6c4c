//! Vietnamese text: normal form, folding, syllables, order.
//!
//! A tool without knowledge of procedures. Two spellings that a reader takes
//! for the same word compare equal here: composed or decomposed, capital or
//! small, tone mark in the old place or the new (`hoà`, `hòa`), and, after
//! [`fold()`], with or without marks. Nothing here reads a file or a clock.

mod fold;
mod hidden;
mod marks;
mod order;
mod percent;
mod syllables;
mod words;

pub use fold::{STROKES, TONES, fold, is_nfc, is_settled, nfc, spelling, tone_moved, without_marks};
pub use hidden::is_hidden;
pub use marks::{MARKS, marks};
pub use order::Order;
pub use percent::{encoded, encoded_path};
pub use syllables::{Syllable, syllables};
pub use words::each_word;
