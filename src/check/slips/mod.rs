//! Slips of the hand: what somebody typed is nothing to YAML, or something else than was meant.
//!
//! A file meets them in three places, one after another. Whoever knows a slip tells it, with what to
//! type instead, and no more is said there. What is well written and wrong is checked elsewhere.

// The parser stumbles: `broken` asks the others what was meant there.
mod brackets;
pub(super) mod broken;
pub(super) mod pasted;
mod together;
mod unbraced;
mod undashed;
pub(super) mod unopened;
mod wide;

// There is a tree: entries and lists get their places again, before anybody reads it.
mod headless;
pub(super) mod swallowed;

// `Reading` finds a key that its map does not have, or a value that is none of its kind: each of
// these tells what it is, if it knows, and says whether it did.
pub(super) mod cut;
mod glued;
pub(super) mod misplaced;
pub(super) mod quotes;
pub(super) mod several;
mod single;
pub(super) mod strange;
mod uncoloned;
pub(super) mod unlisted;
