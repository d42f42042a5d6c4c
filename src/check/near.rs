//! "Did you mean": the known word that looks most like a misspelt one, the id that a text would be.

use crate::model::Id;
use crate::text::fold;

/// The nearest of `known`, if it is near enough to be meant; of equals the first in the alphabet.
pub(crate) fn near<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed: Vec<char> = fold(word).chars().map(|c| if c == '_' || c == ' ' { '-' } else { c }).collect();
    // More than that is another name, however long.
    let limit = (typed.len() / 3).clamp(1, 4);
    let digits = |it: &'_ [char]| -> Vec<char> { it.iter().copied().filter(char::is_ascii_digit).collect() };
    let number = digits(&typed);
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        let letters: Vec<char> = candidate.chars().map(|c| if c == '_' { '-' } else { c }).collect();
        // Of laws and limits another number is another thing.
        if letters.len().abs_diff(typed.len()) <= limit && digits(&letters) == number {
            let distance = distance(&typed, &letters);
            if distance <= limit && best.is_none_or(|best| (distance, candidate) < best) {
                best = Some((distance, candidate));
            }
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Letters to insert, remove, replace, or neighbours to swap.
pub(super) fn distance(a: &[char], b: &[char]) -> usize {
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    rows[0] = (0..=b.len()).collect();
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            if 1 < i && 1 < j && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = least;
        }
    }
    rows[a.len()][b.len()]
}

/// What somebody who wrote `text` may have meant as an id.
pub(super) fn as_id(text: &str) -> String {
    Id::of_title(text).map_or_else(|| "ma-moi".to_owned(), |id| id.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let known =
            ["title", "summary", "audiences", "also_called", "cap-dien-moi", "tu-40-kw", "luat-61-2024-qh15"];
        for (word, expected) in [
            ("tilte", Some("title")),
            ("sumary", Some("summary")),
            ("audience", Some("audiences")),
            ("also-called", Some("also_called")),
            ("Cấp_điện_mới", Some("cap-dien-moi")),
            ("luat-61-2024-qh-15", Some("luat-61-2024-qh15")),
            ("luat-28-2004-qh11", None),
            ("tu-4-kw", None),
            ("thay-doi-cong-suat-su-dung-cap-dien-moi", None),
            ("phone", None),
            ("", None),
        ] {
            assert_eq!(near(word, known), expected, "{word:?}");
        }
    }
}
