//! What others do, and is asked here by mistake: "sang tên đồng hồ nước".

use crate::text::syllables;

/// Folded phrases.
pub(super) struct Matters {
    pub(super) ours: Vec<String>,
    pub(super) others: Vec<String>,
}

impl Matters {
    /// Does a phrase of what others do stand in it, and besides none of ours?
    pub(super) fn are_of_others(&self, query: &str) -> bool {
        let words: Vec<String> = syllables(query).into_iter().map(|it| it.folded).collect();
        let said = format!(" {} ", words.join(" "));
        let without = |left: String, it: &String| left.replace(&format!(" {it} "), "  ");
        let rest = self.others.iter().fold(said.clone(), without);
        rest != said && !self.ours.iter().any(|it| rest.contains(&format!(" {it} ")))
    }
}
