//! Whether everybody can read the theme's colours: each pair of tokens against WCAG, in light,
//! in dark, for readers who ask for more contrast, and on paper.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::note;
use super::rules::low_contrast;
use crate::diagnostic::Diagnostic;
use crate::source::SourceFile;

/// A way in which pages are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Light,
    Dark,
    LightMore,
    DarkMore,
    Print,
}

const LOOKS: [Look; 5] = [Look::Light, Look::Dark, Look::LightMore, Look::DarkMore, Look::Print];

/// What stands on what.
const TEXTS: &[(&str, &str)] = &[
    ("--text", "--paper"),
    ("--text", "--tint"),
    ("--soft", "--paper"),
    ("--soft", "--tint"),
    ("--link", "--paper"),
    ("--link", "--tint"),
    ("--seen", "--paper"),
    ("--seen", "--tint"),
    ("--on-button", "--button"),
    ("--on-button", "--button-over"),
    ("--on-top", "--top"),
    ("--on-warn", "--warn"),
    ("--on-focus", "--focus"),
];

/// What only has to be seen: borders of fields.
const EDGES: &[(&str, &str)] = &[("--edge", "--paper"), ("--edge", "--tint")];

impl Look {
    fn is_dark(self) -> bool {
        matches!(self, Look::Dark | Look::DarkMore)
    }

    fn has_more(self) -> bool {
        matches!(self, Look::LightMore | Look::DarkMore)
    }

    /// AA; AAA for those who ask for more.
    fn least(self, edge: bool) -> f64 {
        match (self.has_more(), edge) {
            (false, true) => 3.0,
            (false, false) | (true, true) => 4.5,
            (true, false) => 7.0,
        }
    }

    pub(super) fn words(self) -> [&'static str; 2] {
        match self {
            Look::Light => ["nền sáng", "in light"],
            Look::Dark => ["nền tối", "in dark"],
            Look::LightMore => ["nền sáng, tương phản cao", "in light with more contrast"],
            Look::DarkMore => ["nền tối, tương phản cao", "in dark with more contrast"],
            Look::Print => ["bản in", "in print"],
        }
    }

    /// Is what stands in this `@media` for it? Conditions of size and the like say nothing of
    /// colours that hold everywhere.
    fn is_meant(self, query: &str) -> bool {
        query.split(',').any(|one| {
            one.split(" and ").map(str::trim).all(|it| match it {
                "print" => self == Look::Print,
                "screen" => self != Look::Print,
                "all" => true,
                _ => match it.trim_matches(['(', ')']).split_once(':').map(|(a, b)| (a.trim(), b.trim())) {
                    Some(("prefers-color-scheme", "dark")) => self.is_dark(),
                    Some(("prefers-color-scheme", "light")) => !self.is_dark(),
                    Some(("prefers-contrast", "more")) => self.has_more(),
                    Some(("prefers-contrast", "no-preference")) => !self.has_more(),
                    _ => false,
                },
            })
        })
    }
}

/// `--name: value` of `:root`, and the `@media` around it.
struct Token<'t> {
    media: Vec<&'t str>,
    name: &'t str,
    /// Bytes of the value.
    span: Range<usize>,
}

pub(super) fn diagnostics(style: &SourceFile) -> Vec<Diagnostic> {
    let text: &str = &style.text;
    let tokens = tokens(text);
    let mut found: Vec<Diagnostic> = Vec::new();
    // What is too weak in light is told once, not again for more contrast.
    let mut told: BTreeSet<(usize, &str, Option<&str>)> = BTreeSet::new();
    for look in LOOKS {
        let mut in_force: BTreeMap<&str, &Range<usize>> = BTreeMap::new();
        for it in tokens.iter().filter(|it| it.media.iter().all(|query| look.is_meant(query))) {
            in_force.insert(it.name, &it.span);
        }
        let pairs = TEXTS.iter().map(|it| (it, false)).chain(EDGES.iter().map(|it| (it, true)));
        for (&(upper, lower), edge) in pairs {
            // A theme may do without some of them.
            let (Some(over), Some(under)) = (in_force.get(upper), in_force.get(lower)) else { continue };
            let (a, b) = (colour(text, upper, &in_force), colour(text, lower, &in_force));
            let (span, tokens, words) = match (a, b) {
                (Some(a), Some(b)) => {
                    let least = look.least(edge);
                    if least <= ratio(a, b) {
                        continue;
                    }
                    let words = low_contrast::words([upper, lower], look.words(), ratio(a, b), least);
                    (over, (upper, Some(lower)), words(&hex(readable(a, b, least))))
                }
                (None, _) => {
                    (over, (upper, None), low_contrast::unknown_colour(upper, &text[(*over).clone()]))
                }
                (_, None) => {
                    (under, (lower, None), low_contrast::unknown_colour(lower, &text[(*under).clone()]))
                }
            };
            if told.insert((span.start, tokens.0, tokens.1)) {
                found.push(note(style, &low_contrast::RULE, Some((*span).clone()), words));
            }
        }
    }
    found
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut around: Vec<&str> = Vec::new();
    let mut start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut at = start;
    while let Some(step) = text[at..].find(['{', '}', ';', '/', '"', '\'']) {
        let here = at + step;
        at = here + 1;
        match text.as_bytes()[here] {
            b'/' if text[at..].starts_with('*') => {
                let end = text[at..].find("*/").map_or(text.len(), |it| at + it + 2);
                // A comment before a name is none of it.
                if text[start..here].trim().is_empty() {
                    start = end;
                }
                at = end;
            }
            quote @ (b'"' | b'\'') => {
                at = text[at..].find(char::from(quote)).map_or(text.len(), |it| at + it + 1);
            }
            b'{' => {
                around.push(text[start..here].trim());
                start = at;
            }
            sign @ (b'}' | b';') => {
                let is_root = around.last() == Some(&":root");
                if is_root && let Some((name, value)) = text[start..here].split_once(':') {
                    let from = here - value.trim_start().len();
                    let media = around.iter().filter_map(|it| it.strip_prefix("@media")).map(str::trim);
                    let span = from..from + value.trim().len();
                    found.push(Token { media: media.collect(), name: name.trim(), span });
                }
                if sign == b'}' {
                    around.pop();
                }
                start = at;
            }
            _ => {}
        }
    }
    found
}

/// `var(--other)` is followed, a few steps far.
fn colour(text: &str, name: &str, in_force: &BTreeMap<&str, &Range<usize>>) -> Option<[u8; 3]> {
    let mut value = &text[(*in_force.get(name)?).clone()];
    for _ in 0..8 {
        let Some(other) = value.strip_prefix("var(").and_then(|it| it.strip_suffix(')')) else { break };
        value = &text[(*in_force.get(other.trim())?).clone()];
    }
    let digits = match value {
        "white" => "fff",
        "black" => "000",
        other => other.strip_prefix('#')?,
    };
    let digit = |at: usize, length: usize| u8::from_str_radix(digits.get(at..at + length)?, 16).ok();
    match digits.len() {
        3 => Some([digit(0, 1)? * 17, digit(1, 1)? * 17, digit(2, 1)? * 17]),
        6 => Some([digit(0, 2)?, digit(2, 2)?, digit(4, 2)?]),
        _ => None,
    }
}

/// Contrast by WCAG 2: 1 to 21.
fn ratio(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let linear = |it: u8| {
        let it = f64::from(it) / 255.0;
        if it <= 0.04045 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
}

/// The nearest colour towards black or white that is far enough from `ground`.
fn readable(colour: [u8; 3], ground: [u8; 3], least: f64) -> [u8; 3] {
    let end = if ratio([0; 3], ground) < ratio([255; 3], ground) { 255 } else { 0 };
    let mixed = |share: u16| {
        colour.map(|it| {
            let sum = u16::from(it) * (100 - share) + end * share;
            u8::try_from(sum / 100).unwrap_or(u8::MAX)
        })
    };
    (0..=100).map(mixed).find(|it| least <= ratio(*it, ground)).unwrap_or(mixed(100))
}

fn hex(colour: [u8; 3]) -> String {
    format!("#{:02x}{:02x}{:02x}", colour[0], colour[1], colour[2])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::embedded;

    fn default_style() -> &'static str {
        let file = embedded::FILES.iter().find(|(path, _)| *path == "static/style.css").expect("the style");
        std::str::from_utf8(file.1).expect("CSS is UTF-8")
    }

    fn told(style: &str) -> Vec<String> {
        let found = diagnostics(&SourceFile::new("style.css", style));
        found.iter().map(|it| format!("{} | {}", it.message.en, it.help.en)).collect()
    }

    #[test]
    fn figures_are_those_of_the_standard() {
        for (a, b, expected) in [
            ("#000", "#ffffff", 21.0),
            ("#777777", "white", 4.478),
            ("#0b6b3a", "#fff", 6.6),
            ("#8ab8ff", "#12161c", 9.0),
        ] {
            let text = format!("{a} {b}");
            let spans = [0..a.len(), a.len() + 1..text.len()];
            let in_force = BTreeMap::from([("a", &spans[0]), ("b", &spans[1])]);
            let [a, b] = ["a", "b"].map(|it| colour(&text, it, &in_force).expect("a colour"));
            assert!((ratio(a, b) - expected).abs() < 0.05, "{text}: {}", ratio(a, b));
        }
    }

    #[test]
    fn the_default_theme_can_be_read() {
        assert_eq!(told(default_style()), [""; 0]);
    }

    /// Whatever token becomes the colour of what it stands on, somebody is told.
    #[test]
    fn no_token_of_the_default_theme_can_vanish() {
        let style = default_style();
        let all = tokens(style);
        let named = |name: &str| TEXTS.iter().chain(EDGES).any(|(a, b)| *a == name || *b == name);
        let mut seen = 0;
        for it in all.iter().filter(|it| named(it.name)) {
            let is_told = |colour: &str| {
                let mut changed = style.to_owned();
                changed.replace_range(it.span.clone(), colour);
                !told(&changed).is_empty()
            };
            assert!(["#808080", "#fff", "#000"].into_iter().any(is_told), "{} in {:?}", it.name, it.media);
            seen += 1;
        }
        assert!(30 < seen, "only {seen} tokens");
    }

    #[test]
    fn each_look_has_its_own_colours() {
        let root = ":root { --text: #000; --paper: #fff; }";
        for (media, expected) in [
            ("", "`--text` on `--paper` has a contrast of 1.6 : 1 in light"),
            ("(prefers-color-scheme: dark)", "in dark;"),
            ("(prefers-contrast: more)", "in light with more contrast; at least 7 : 1"),
            ("(prefers-contrast: more) and (prefers-color-scheme: dark)", "in dark with more contrast"),
            ("print", "in print"),
            ("screen, print", "in light"),
        ] {
            let pale = ":root { --text: #ccc }";
            let style = if media.is_empty() {
                format!("{root}{pale}")
            } else {
                format!("{root}@media {media} {{{pale}}}")
            };
            let found = told(&style);
            assert!(found.len() == 1 && found[0].contains(expected), "{media}: {found:?}");
        }
        let elsewhere = "@media (min-width: 40rem) { :root { --text: #ccc } } .dark { --text: #ccc }";
        assert_eq!(told(&format!("{root}/* {{ */{elsewhere} a::after {{ content: \"}}\" }}")), [""; 0]);
    }

    #[test]
    fn the_colour_proposed_is_readable() {
        for (pale, ground) in [("#999999", "#ffffff"), ("#555555", "#12161c"), ("#ff0000", "#777777")] {
            let found = told(&format!(":root {{ --text: {pale}; --paper: {ground} }}"));
            let proposed = found[0].split('`').find(|it| it.starts_with('#')).expect("a colour").to_owned();
            let again = told(&format!(":root {{ --text: {proposed}; --paper: {ground} }}"));
            assert!(again.iter().all(|it| it.contains("more contrast")), "{pale}: {proposed}: {again:?}");
        }
    }

    #[test]
    fn a_colour_that_cannot_be_computed_is_said_to_be_so() {
        let found = told(":root { --text: oklch(40% 0.1 200); --paper: #fff }");
        assert!(found.len() == 1 && found[0].contains("`oklch(40% 0.1 200)`"), "{found:?}");
    }
}
