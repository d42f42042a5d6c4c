//! What others do, and is asked here by mistake: "sang tên đồng hồ nước".

use crate::text::syllables;

/// Folded phrases.
pub(super) struct Matters {
    pub(super) ours: Vec<String>,
    pub(super) others: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Ours,
    Others,
    Nobodys,
}

impl Matters {
    /// Whose it is, as a phrase of ours says, or else one of theirs.
    pub(super) fn whose(&self, query: &str) -> Whose {
        let words: Vec<String> = syllables(query).into_iter().map(|it| it.folded).collect();
        let mut rest = format!(" {} ", words.join(" "));
        let mut others = false;
        for it in &self.others {
            let left = rest.replace(&format!(" {it} "), "  ");
            // What stands in both lists is of nobody.
            others |= left != rest && !self.ours.contains(it);
            rest = left;
        }
        match self.ours.iter().any(|it| rest.contains(&format!(" {it} "))) {
            true => Whose::Ours,
            false if others => Whose::Others,
            false => Whose::Nobodys,
        }
    }
}
