//! By which words a query about what others do is told from one about ours.

use super::SiteViews;
use crate::text::each_word;

/// Folded phrases; those that hold others come first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matters {
    pub ours: Vec<String>,
    pub others: Vec<String>,
}

impl SiteViews<'_> {
    pub fn matters(&self) -> Matters {
        let it = &self.site.config.search;
        Matters { ours: folded(&it.ours), others: folded(&it.others) }
    }
}

fn folded(phrases: &[String]) -> Vec<String> {
    let words = |phrase: &String| {
        let mut found: Vec<String> = Vec::new();
        each_word(phrase, |it, _| found.push(it.to_owned()));
        found.join(" ")
    };
    let mut found: Vec<String> = phrases.iter().map(words).filter(|it| !it.is_empty()).collect();
    found.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    found.dedup();
    found
}
