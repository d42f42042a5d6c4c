#![doc = include_str!("mixed_tones.md")]

use crate::diagnostic::{Rule, Severity, Words};
use crate::text::tone_moved;

pub const RULE: Rule = Rule {
    code: "C402",
    name: "mixed-tones",
    severity: Severity::Warning,
    explanation: include_str!("mixed_tones.md"),
};

/// The message and the help.
pub(crate) fn words(word: &str, other: &str) -> [Words; 2] {
    // The word itself as `tone_style` has it: nothing else in the file need tell which style that is.
    let help = if tone_moved(word) == other {
        Words::new(format!("Viết `{other}`."), format!("Write `{other}`."))
    } else {
        Words::new(
            "Dùng một kiểu trong cả tệp: hoà, thuỷ hoặc hòa, thủy.",
            "Use one style in a file: hoà, thuỷ or hòa, thủy.",
        )
    };
    [
        Words::new(
            format!("`{word}` đặt dấu khác với `{other}`"),
            format!("`{word}` puts its tone mark elsewhere than `{other}`"),
        ),
        help,
    ]
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn a_word_of_another_style_than_the_site_asks_for_was_told_to_be_like_the_rest_of_its_file() {
        let help = |word, other| words(word, other)[1].vi.to_string();
        assert_eq!(help("hòa", "hoà"), "Viết `hoà`.");
        for other in ["hoá", "xoá", "thuỷ"] {
            assert!(help("hòa", other).starts_with("Dùng một kiểu"), "{other}");
        }
    }
}
