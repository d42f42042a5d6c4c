//! The order of a Vietnamese dictionary: a ă â b c d đ e ê …

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

/// Puts texts in the order of a Vietnamese dictionary.
pub struct Order {
    collator: CollatorBorrowed<'static>,
}

impl Order {
    pub fn vietnamese() -> Order {
        let collator = Collator::try_new(locale!("vi").into(), CollatorOptions::default())
            .expect("the data for Vietnamese is compiled in");
        Order { collator }
    }

    /// Bytes that stand in the order of their texts; equal for the same text in any normal form.
    pub fn key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(text.len());
        let Ok(()) = self.collator.write_sort_key_to(text, &mut key);
        key
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
        words.sort_by_cached_key(|it| order.key(it));
        let sorted = ["an", "ăn", "âm", "ba", "dân", "dốc", "đo", "em", "ến", "on", "ôn", "ơn", "uy", "ưa"];
        assert_eq!(words, sorted);
        assert_eq!(order.key("Cấp"), order.key("Ca\u{302}\u{301}p"));
    }
}
