//! What a file speaks of outside itself, and where.

use std::ops::Range;

use super::ground::Kind;
use super::papers::Listed;
use super::slips::unlisted::Unlisted;
use super::synonyms::Said;
use crate::model::{Address, Id};

#[derive(Debug, Default)]
pub(super) struct Mentions {
    pub(super) entries: Vec<(Kind, Id, Range<usize>)>,
    /// Entries of a kind of which there is none at all.
    pub(super) lacking: Vec<(Kind, String, Range<usize>)>,
    /// What was written where the id of an entry belongs, and is none.
    pub(super) unknown: Vec<(Kind, String, Range<usize>)>,
    /// Links that lead nowhere: where within the site, the address as it stands, and its place.
    pub(super) broken: Vec<(String, String, Range<usize>)>,
    /// Papers that are only named, and where that begins.
    pub(super) papers: Vec<(Listed, usize)>,
    /// Lists without their dashes, and where each begins.
    pub(super) unlisted: Vec<(Unlisted, usize)>,
    /// What was written where the id of another procedure's case belongs.
    pub(super) cases: Vec<(Id, String, Range<usize>)>,
    pub(super) aliases: Vec<(Address, Range<usize>)>,
    pub(super) synonyms: Vec<Said>,
}
