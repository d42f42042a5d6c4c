//! The order of a Vietnamese dictionary: a ă â b c d đ e ê …

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

/// Compares texts as a Vietnamese dictionary orders them.
pub struct Order {
    collator: CollatorBorrowed<'static>,
}

impl Order {
    pub fn vietnamese() -> Order {
        let collator = Collator::try_new(locale!("vi").into(), CollatorOptions::default())
            .expect("the data for Vietnamese is compiled in");
        Order { collator }
    }

    /// Equal for the same text in any normal form.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator.compare(a, b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_tones() {
        let mut words =
            vec!["đo", "dốc", "âm", "an", "ăn", "em", "ến", "dân", "ơn", "on", "ôn", "uy", "ưa", "ba"];
        let order = Order::vietnamese();
        words.sort_by(|a, b| order.compare(a, b));
        let sorted = ["an", "ăn", "âm", "ba", "dân", "dốc", "đo", "em", "ến", "on", "ôn", "ơn", "uy", "ưa"];
        assert_eq!(words, sorted);
        assert_eq!(order.compare("Cấp", "Ca\u{302}\u{301}p"), Ordering::Equal);
    }
}
